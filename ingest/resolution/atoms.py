"""A sentence as the grammar of events reads it: words and marks, with mentions, dates and quoted titles as one each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from netgov.ingest.lexicon.dates import DateSpan, find_dates
from netgov.ingest.lexicon.event_heads import EventHead, load_heads
from netgov.ingest.lexicon.ordinals import ordinal_number
from netgov.ingest.model.mention import Mention

Kind = Literal["word", "mark", "head", "ordinal", "number", "date", "quoted", "mention"]

_WORD = re.compile(r"\d{1,3}(?:st|nd|rd|th)(?=[A-Z])|\w+(?:[-‑’'./&+]\w+)*|\t|\S", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"„](?P<title>[^“”\"„\n]{3,220})[”\"]")
_OF_EVENTS = ("Group", "StudyGroup", "Organization", "Programme")


@dataclass(frozen=True)
class Atom:
    """One unit of a sentence; offsets are characters of the report's text. `text` is in lower case, but for titles."""

    start: int
    end: int
    kind: Kind
    text: str
    printed: str
    mention: Mention | None = None
    dates: DateSpan | None = None
    head: EventHead | None = None
    number: int = 0

    @property
    def is_body(self) -> bool:
        """Whether it names a body that can meet."""
        return self.mention is not None and self.mention.label in _OF_EVENTS

    @property
    def is_place(self) -> bool:
        """Whether it names a city or a country."""
        return self.mention is not None and self.mention.label in ("Place", "Country")

    @property
    def is_event(self) -> bool:
        """Whether it names a known conference."""
        return self.mention is not None and self.mention.label == "Event"

    @property
    def is_capital(self) -> bool:
        """Whether it is printed with a capital."""
        return self.printed[:1].isupper()


def read_atoms(text: str, start: int, end: int, mentions: Iterable[Mention], year: str = "") -> list[Atom]:
    """The atoms of a sentence; `year` is that of a date that leaves it out."""
    units = [*_quoted(text, start, end), *_mentions(text, mentions), *_dates(text, start, end, year)]
    atoms: list[Atom] = []
    position = start
    for unit in sorted(units, key=lambda item: (item.start, item.start - item.end)):
        if unit.start >= position:
            atoms += [*_words(text, position, unit.start), unit]
            position = unit.end
    atoms += _words(text, position, end)
    return list(_join_heads(atoms))


def _quoted(text: str, start: int, end: int) -> Iterator[Atom]:
    for match in _QUOTED.finditer(text, start, end):
        yield Atom(*match.span(), "quoted", match["title"].strip(" ,."), match["title"].strip(" ,."))


def _mentions(text: str, mentions: Iterable[Mention]) -> Iterator[Atom]:
    for item in mentions:
        if item.label in (*_OF_EVENTS, "Place", "Country", "Person", "Event"):
            printed = text[item.start : item.end]
            yield Atom(item.start, item.end, "mention", printed.casefold(), printed, item)


def _dates(text: str, start: int, end: int, year: str) -> Iterator[Atom]:
    for found in find_dates(text[start:end], year):
        first, last = start + found.start, start + found.end
        yield Atom(first, last, "date", text[first:last].casefold(), text[first:last], dates=found.dates)


def _words(text: str, start: int, end: int) -> Iterator[Atom]:
    for match in _WORD.finditer(text, start, end):
        printed = match[0]
        folded = printed.casefold()
        number = ordinal_number(printed)
        if number:
            yield Atom(*match.span(), "ordinal", folded, printed, number=number)
        elif printed.isdecimal():
            yield Atom(*match.span(), "number", folded, printed, number=int(printed))
        elif head := load_heads().get(folded) or load_heads().get(folded.rpartition("-")[2]):
            yield Atom(*match.span(), "head", folded, printed, head=head)
        else:
            yield Atom(*match.span(), "word" if printed[0].isalnum() else "mark", folded, printed)


def _join_heads(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Two words that head an event together are one atom: "round table", "training course"."""
    skip = False
    for first, second in zip(atoms, [*atoms[1:], None], strict=True):
        if skip:
            skip = False
            continue
        head = load_heads().get(f"{first.text} {second.text}") if second else None
        if second and head and first.kind in ("word", "head"):
            printed = f"{first.printed} {second.printed}"
            yield Atom(first.start, second.end, "head", printed.casefold(), printed, head=head)
            skip = True
        else:
            yield first
