"""Headings: which lines are some, how deep they are, and which of them a passage stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netgov.ingest.lexicon.dates import parse_date
from netgov.ingest.lexicon.words import has_finite_verb, words, words_in
from netgov.ingest.outline.labels import annex_of, is_caption

_NUMBERED_LENGTH = 220
_NONE = -1
"""Stands for the title of a document that begins with a numbered section."""
_BARE_LENGTH = 100
_BARE_WORDS = 12
_TEXT_LENGTH = 60
_LONG_WORD = 5
_NAMES_IN_A_LIST = re.compile(r",\s?[A-Z\d]|[@\t]")
_PLAIN_WORD = re.compile(r"(?<![\w.-])[a-z]{4,}(?![\w.-])")
_PERSON = {"Mr", "Mrs", "Ms", "Dr", "Prof", "H.E", "Sir", "Dear"}


def is_cover_heading(text: str) -> bool:
    """Whether it is a heading that covers of documents have: "Abstract", "Action required"."""
    return text.rstrip(" :.").lower() in words("headings", "cover")


def is_numbered_heading(text: str, following: str) -> bool:
    """Whether the text behind the number of a section is its title, not a sentence or the start of one.

    "2.2 In Rome the group" goes on in the item "approved a plan;".
    """
    if following[:1].islower() and has_finite_verb(following.split(" ", 1)[0]):
        return False
    if len(text) > _NUMBERED_LENGTH or text.endswith((".", ";", ":", ",")):
        return False
    return not any(word in words("verbs", "finite") for word in words_in(text))


def is_bare_heading(text: str, following: str, *, is_first: bool) -> bool:
    """Whether a line without number or style is a heading: a short one without a verb, and text follows.

    The first line of a document is a title whatever follows.
    """
    if not text[:1].isupper() or text.endswith((".", ";", ":", ",", "?", "!")) or len(text) > _BARE_LENGTH:
        return False
    if (
        _NAMES_IN_A_LIST.search(text)
        or text.split(" ", 1)[0].rstrip(".") in _PERSON
        or parse_date(text)
        or is_caption(following)
    ):
        return False
    if len(text.split()) > _BARE_WORDS or has_finite_verb(text.lower()):
        return False
    return (is_first or _is_text(following)) and bool(_PLAIN_WORD.search(text) or is_capitals(text))


def _is_text(line: str) -> bool:
    return not line[:1].islower() and (line.endswith((".", ":", ";")) or len(line) > _TEXT_LENGTH)


def is_capitals(text: str) -> bool:
    """Whether a line is printed in capitals, and not only made of acronyms."""
    return text.isupper() and any(len(word) >= _LONG_WORD for word in words_in(text))


@dataclass(frozen=True)
class Heading:
    """A heading that is open; `level` is 0 where nothing says how deep it is, `styled` means that the file says so."""

    ordinal: int
    text: str
    number: str = ""
    level: int = 0
    styled: bool = False

    @classmethod
    def read(cls, ordinal: int, text: str, number: str, styled_level: int) -> Heading:
        """With the level that the file gives it, or its number, or its form."""
        if styled_level:
            return cls(ordinal, text, number, styled_level, True)
        if number and not annex_of(text):
            return cls(ordinal, text, number, number.count(".") + 1)
        return cls(ordinal, text, number, 1 if number or is_capitals(text) else 0)

    @property
    def is_annex(self) -> bool:
        """Whether it opens an annex."""
        return bool(annex_of(self.number))


class Headings:
    """The headings that stand over the passage that is read, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Heading] = []
        self._title: int | None = None  # not known yet

    @property
    def ordinals(self) -> tuple[int, ...]:
        """Their passages."""
        return tuple(heading.ordinal for heading in self._open)

    @property
    def title(self) -> str:
        """The text of the innermost."""
        return self._open[-1].text if self._open else ""

    def enter(self, heading: Heading) -> Heading:
        """Open a heading; what it does not stand under is closed. One of unknown level is put under what has one."""
        if not heading.level:
            heading = Heading(heading.ordinal, heading.text, "", self._level_of(heading.text))
        while self._open and not self._stands_over(self._open[-1], heading):
            self._open.pop()
        if self._title is None and not is_cover_heading(heading.text):
            self._title = _NONE if heading.number else heading.ordinal
        self._open.append(heading)
        return heading

    def _level_of(self, text: str) -> int:
        """The level of a heading that shows none: those that covers have are of one level, others one below."""
        if is_cover_heading(text):
            for former in self._open:
                if is_cover_heading(former.text):
                    return former.level
        above = [former.level for former in self._open if former.styled or former.number]
        return (above[-1] if above else min(1, len(self._open))) + 1

    def number(self, number: str) -> None:
        """Close the numbered headings that a paragraph with this number does not stand under, "2" by "3.1"."""
        for index, former in enumerate(self._open):
            if former.number and not former.is_annex and not f"{number}.".startswith(f"{former.number}."):
                del self._open[index:]
                return

    def _stands_over(self, former: Heading, heading: Heading) -> bool:
        """Whether a heading that is open stays so over another one: the title does, "FOREWORD" does not."""
        if former.is_annex and not heading.is_annex:
            return not (heading.styled and heading.level <= former.level)
        if former.styled and heading.styled:
            return former.level < heading.level
        if former.number and heading.number:
            return heading.number.startswith(f"{former.number}.")
        if heading.number and not former.number and not former.styled:
            return former.ordinal == self._title or _is_part(former.text)
        if heading.styled and not former.styled and not former.number:
            return former.ordinal == self._title
        return former.level < heading.level


def _is_part(text: str) -> bool:
    """Whether it is a heading over numbered sections: "PART A"."""
    return text.split(" ", 1)[0].lower() in words("headings", "parts")
