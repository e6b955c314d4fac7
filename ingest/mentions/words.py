"""A text as words: what the grammar of names goes along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from netgov.ingest.lexicon.phrases import load_words

_WORD = re.compile(r"[^\W_]+(?:[.’'&/+-](?=[^\W_])[^\W_]+)*|&")
"""Letters and digits, with single marks within: "Asia-Pacific", "d’Ivoire", "L.1400"; an ampersand by itself."""

_LINE = 400
"""Within how many characters the end of a line is looked for: more than the words that are asked for take."""


@dataclass(frozen=True)
class Word:
    """A word with its place."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it can be part of a name: "Group", "6G", "3GPP", "oneM2M"."""
        return self.text[0].isupper() or (not self.text.islower() and any(map(str.isupper, self.text)))

    @property
    def is_opener(self) -> bool:
        """Whether it is one that opens a phrase, and no name: "The", "Following"."""
        return load_words("names", "openers").holds([self.text.casefold()])

    @property
    def is_small(self) -> bool:
        """Whether it can stand within a name in lower case: "of"."""
        return load_words("names", "small").holds([self.text])

    @property
    def is_acronym(self) -> bool:
        """Whether it looks like an acronym: two capitals at least, "NSCP", "IsDB", "6G-IA"."""
        return len(self.text) <= 12 and sum(map(str.isupper, self.text)) > 1


class Words:
    """The words of a text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = tuple(Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text))
        self._starts = [word.start for word in self.words]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at an offset or behind it."""
        return bisect_left(self._starts, offset)

    def gap(self, index: int) -> str:
        """What stands between a word and the next one; a newline behind the last."""
        if index + 1 >= len(self.words):
            return "\n"
        return self.text[self.words[index].end : self.words[index + 1].start]

    def before(self, offset: int, count: int) -> list[str]:
        """The last words before an offset within its passage, in lower case."""
        index = self.at(offset)
        floor = self.text.rfind("\n", max(0, offset - _LINE), offset)
        return [word.text.casefold() for word in self.words[max(0, index - count) : index] if word.start > floor]

    def after(self, offset: int, count: int) -> list[str]:
        """The first words behind an offset within its passage, in lower case."""
        index, stop = self.at(offset), self.text.find("\n", offset, offset + _LINE)
        following = self.words[index : index + count]
        return [word.text.casefold() for word in following if stop < 0 or word.start < stop]

    def leading(self, index: int, *, small: bool = False) -> int:
        """The index of the first of the capitalised words that run up to a word; with small words in between if so."""
        first = position = index
        while position and self.gap(position - 1) == " ":
            word = self.words[position - 1]
            if word.is_capital or word.text == "&":
                first = position - 1 if word.text != "&" else first
            elif not (small and word.is_small):
                break
            position -= 1
        while first < index and self.words[first].is_opener:
            first += 1
        return first

    def trailing(self, index: int) -> int:
        """The index of the last of the capitalised words that follow a word, with small words and "and" in between."""
        last = position = index
        while position + 1 < len(self.words) and self.gap(position) in (" ", ", "):
            word = self.words[position + 1]
            if self.gap(position) == ", " and not (word.is_capital and self._ends_in_and(position + 1)):
                break
            if word.is_capital and not word.is_opener:
                last = position + 1
            elif not (word.is_small or word.text == "&"):
                break
            position += 1
        return last

    def _ends_in_and(self, index: int) -> bool:
        """As in "Science, Innovation and Technology": a comma within a name needs its "and" soon."""
        texts = [word.text for word in self.words[index : index + 4]]
        return "and" in texts and texts.index("and") < 3 and self.gap(index) in (" ", ", ")
