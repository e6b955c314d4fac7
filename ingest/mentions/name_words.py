"""The words of a text that can be parts of a person's name, and where such a name ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.ingest.lexicon.persons import load_naming

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.[-‑]?)+(?!\w)              # initials: "I.", "J.-P.", "H.E."
    | (?<!\w)[’']t\b                        # Dutch "'t"
    | [^\W_](?:[’'‑‐-]?[^\W_])*(?![^\W])    # "Al-Otaibi", "d'Arcy-O’Neill", "Q5"
    """,
    re.VERBOSE,
)
_BLANKS = frozenset([" ", "\u00a0"])
LONGEST = 6
"""The most words of a name."""


@dataclass(frozen=True)
class Word:
    """A word; offsets are characters of the text."""

    start: int
    end: int
    text: str

    @property
    def is_initial(self) -> bool:
        """As in "J." and "H.-P."."""
        return self.text.endswith(".")

    @property
    def is_particle(self) -> bool:
        """As in "van", "bin"."""
        return self.text in load_naming().particles

    @property
    def is_proper(self) -> bool:
        """Whether a name may hold it for its form: a capital, also behind "d'", and no digit."""
        if any(mark.isdigit() for mark in self.text):
            return False
        head, mark, rest = self.text.replace("’", "'").partition("'")
        return self.text[0].isupper() or bool(mark and head in ("d", "l", "o") and rest[:1].isupper())

    @property
    def is_capitals(self) -> bool:
        """Whether it is printed in capitals: a family name, or an acronym."""
        return len(self.text) > 1 and self.text.isupper() and not self.is_initial


def words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a stretch of text, without the "’s" of possession."""
    return tuple(_word(match) for match in _WORD.finditer(text, start, end))


def _word(match: re.Match[str]) -> Word:
    text = match[0][: -len("’s")] if match[0].endswith(("’s", "'s")) else match[0]
    return Word(match.start(), match.start() + len(text), text)


def follows(text: str, first: Word, second: Word) -> bool:
    """Whether only a blank stands between two words."""
    return text[first.end : second.start] in _BLANKS


def name_from(text: str, words: Sequence[Word], first: int, stops: frozenset[int]) -> tuple[Word, ...]:
    """The words of the name that starts with a word; it ends before a word that starts at one of `stops`."""
    taken: list[Word] = []
    for word in words[first : first + 2 * LONGEST]:
        if taken and (not follows(text, taken[-1], word) or word.start in stops):
            break
        if not (word.is_proper or word.is_particle) or sum(item.is_proper for item in taken) == LONGEST:
            break
        taken.append(word)
    while taken and not taken[-1].is_proper:
        taken.pop()
    return tuple(taken) if any(not word.is_initial for word in taken) else ()


def runs_in(text: str, words: Sequence[Word], stops: frozenset[int]) -> Iterator[tuple[Word, ...]]:
    """The stretches of two or more capitalized words that could be a name."""
    position = 0
    while position < len(words):
        can_open = words[position].is_proper and words[position].start not in stops
        run = name_from(text, words, position, stops) if can_open else ()
        if sum(word.is_proper for word in run) > 1:
            yield run
        position += max(1, len(run))
