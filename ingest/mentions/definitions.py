"""Acronyms that a text defines: "Nordic Spectrum Coordination Panel (NSCP)", "NSCP (Nordic …)", and then NSCP alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netgov.ingest.lexicon.phrases import load_words
from netgov.ingest.mentions.words import Word, Words

_REACH = 14
"""How many words a name that an acronym abbreviates can have."""


@dataclass(frozen=True)
class Definition:
    """A full name and its acronym: words `first` to `last`, the whole from `start` to `end`."""

    acronym: str
    first: int
    last: int
    start: int
    end: int


def find_definitions(words: Words) -> Iterator[Definition]:
    """Every acronym in brackets behind its name, or before it."""
    for index, word in enumerate(words.words):
        if not word.is_acronym:
            continue
        if _opens_bracket(words, index) and words.text[word.end : word.end + 1] in (")", ";", ","):
            yield from _behind(words, index)
        elif words.gap(index) in (" (", " (the "):
            yield from _before(words, index)


def _opens_bracket(words: Words, index: int) -> bool:
    start = words.words[index].start
    return words.text[max(0, start - 2) : start] == " (" or words.text[max(0, start - 6) : start] == " (the "


def _behind(words: Words, index: int) -> Iterator[Definition]:
    """As in "Arab ICT Organization (AICTO)"."""
    acronym = words.words[index]
    last = index - 2 if words.words[index - 1].text == "the" else index - 1
    first = _abbreviated(words, acronym.text, last)
    if first is not None:
        close = words.text.find(")", acronym.end, acronym.end + 40)
        end = (
            close + 1 if 0 <= close - acronym.end < 30 and "\n" not in words.text[acronym.end : close] else acronym.end
        )
        yield Definition(acronym.text, first, last, words.words[first].start, end)


def _before(words: Words, index: int) -> Iterator[Definition]:
    """As in "AICTO (Arab ICT Organization)"."""
    start = words.words[index].end
    close = words.text.find(")", start, start + 200)
    last = words.at(close) - 1 if close > 0 else index
    first = index + 1 if words.gap(index) == " (" else index + 2
    is_short = 1 < last - first + 2 <= _REACH and "\n" not in words.text[start:close]
    closes = is_short and words.words[last].end == close
    if closes and _abbreviated(words, words.words[index].text, last) == first:
        yield Definition(words.words[index].text, first, last, words.words[index].start, close + 1)


def _abbreviated(words: Words, acronym: str, last: int) -> int | None:
    """The index of the word at which the name starts that an acronym abbreviates and that ends with a word."""
    letters = [letter for letter in acronym.casefold() if letter.isalnum()]
    near: int | None = None
    for first in range(last, max(-1, last - _REACH), -1):
        if first < last and words.gap(first) not in (" ", ", ", " (", ") "):
            break
        name = words.words[first : last + 1]
        if not name[0].is_capital:
            continue
        initials = [letter for word in name for letter in _initials(word)]
        if initials == letters:
            return first
        is_near = first < last and not name[0].is_opener and initials[0] == letters[0]
        if is_near and _is_within(letters, "".join(word.text for word in name)):
            near = first if near is None else near
    return near


def _initials(word: Word) -> list[str]:
    if word.is_small:
        return []
    parts = word.text.replace("/", "-").split("-")
    return [part[0].casefold() for part in parts if part] if len(parts) > 1 else [word.text[0].casefold()]


def _is_within(letters: list[str], name: str) -> bool:
    """Whether letters occur in a name in their order."""
    rest = iter(name.casefold())
    return len(letters) > 1 and all(letter in rest for letter in letters)


def head_of(words: Words, first: int, last: int) -> int:
    """The index of the word that says what a name is of: the last before "of", "for" or "on", else the last."""
    for index in range(first + 1, last + 1):
        if words.words[index].text in ("of", "for", "on", "in", "to", "de", "des", "du", "del", "da", "do"):
            return index - 1
    return last


def is_generic(words: Words, first: int, head: int) -> bool:
    """Whether a name says no more than what it is: "Working Group", "Drafting Committee"."""
    generic = load_words("names", "generic")
    return all(generic.holds([word.text.casefold()]) for word in words.words[first:head])
