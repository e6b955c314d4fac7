"""Lists of words and phrases in data/: by which layouts tell what a line states, and the grammar what is a name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Phrase = tuple[str, ...]
"""A phrase as its words, in lower case."""


@dataclass(frozen=True)
class Words:
    """Phrases that mean the same thing to a layout."""

    phrases: frozenset[Phrase]

    @property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        return max(map(len, self.phrases), default=0)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether these words are one of the phrases."""
        return tuple(words) in self.phrases

    def opens(self, words: Sequence[str]) -> int:
        """How many words the longest phrase has that these words begin with; 0 where none does."""
        return next((size for size in range(self.longest, 0, -1) if tuple(words[:size]) in self.phrases), 0)

    def closes(self, words: Sequence[str]) -> int:
        """How many words the longest phrase has that these words end with; 0 where none does."""
        sizes = range(min(self.longest, len(words)), 0, -1)
        return next((size for size in sizes if tuple(words[-size:]) in self.phrases), 0)

    def occurs(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases stands anywhere in these words."""
        return any(self.opens(words[start:]) for start in range(len(words)))


@cache
def load_words(layout: str, name: str) -> Words:
    """A list of data/layouts.toml or data/names.toml, by the table that it stands in and its name."""
    return _words(_tables()[layout][name])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    folder = files("netgov.data")
    texts = (folder.joinpath(name).read_text("utf-8") for name in ("layouts.toml", "names.toml"))
    return {table: lists for text in texts for table, lists in tomllib.loads(text).items()}


def _words(phrases: Iterable[str]) -> Words:
    return Words(frozenset(tuple(phrase.split()) for phrase in phrases))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without the marks around them: "(Consent deferred)" → consent, deferred."""
    stripped = (word.strip("()[]{}“”\"'’.,;:!?–—*·•") for word in text.casefold().split())
    return [word for word in stripped if word]
