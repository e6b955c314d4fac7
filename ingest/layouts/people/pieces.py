"""A sentence as persons, bodies, offices, words and marks in a row: what stands beside a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from netgov.graph.model import Ref
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.lexicon.offices import Office, find_offices
from netgov.ingest.model.marked import Sentence
from netgov.ingest.model.mention import Mention

_AFFILIATION = ("of", "from", "representing", "for", "with", "/")
Kind = Literal["person", "body", "office", "word", "mark"]
_TOKEN = re.compile(r"[’']s\b|\w+(?:[’'‑-]\w+)*|[^\w\s]")
_NAMED = frozenset(["Person", "Organization", "Group", "StudyGroup", "Programme", "Country", "Question", "Event"])


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; an office whose name holds its body ("TSB Director") has both.

    `implied` is what an office by itself was taken for: "The Secretary-General" is that of ITU, if no body is printed.
    """

    kind: Kind
    start: int
    end: int
    text: str
    mention: Mention | None = None
    office: Office | None = None
    implied: Mention | None = None

    def says(self, *words: str) -> bool:
        """Whether it is one of these words or marks, in any case."""
        return self.kind in ("word", "mark") and self.text.casefold() in words


class Line:
    """The pieces of a sentence, with where brackets and affiliations end."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    def says(self, position: int, *words: str) -> bool:
        """Whether a piece is one of these words or marks."""
        return position < len(self.pieces) and self.pieces[position].says(*words)

    def origin(self, position: int) -> int | None:
        """Where the body stands that a person is "of", "from" or "representing"."""
        if not self.says(position, *_AFFILIATION):
            return None
        position += 2 if self.says(position + 1, "the") else 1
        is_body = position < len(self.pieces) and self.pieces[position].kind == "body"
        return position if is_body else None

    def behind_affiliation(self, position: int) -> int:
        """Where what says whence a person is ends: "(Chad)", "from Chad"."""
        if self.says(position, "("):
            return self.behind_bracket(position)
        body = self.origin(position)
        return position if body is None else body + 1

    def behind_bracket(self, position: int) -> int:
        """Where a bracket that opens at a piece is closed; brackets stand within brackets."""
        depth = 0
        for index in range(position, len(self.pieces)):
            depth += self.pieces[index].says("(") - self.pieces[index].says(")")
            if depth == 0:
                return index + 1
        return len(self.pieces)


def cut(sentence: Sentence) -> tuple[Piece, ...]:
    """The pieces of a sentence, in order; of overlapping mentions the first and longest stands."""
    named = _outermost(sentence)
    offices = list(find_offices(sentence.text, 0, len(sentence.text)))
    pieces: list[Piece] = []
    position = sentence.start
    for part in _with_offices(sentence, named, offices):
        pieces += (*_between(sentence, position, part.start), part)
        position = part.end
    return (*pieces, *_between(sentence, position, sentence.end))


def _outermost(sentence: Sentence) -> list[Mention]:
    """The mentions that name somebody or something with offices; a verb that stands for a meeting names nothing."""
    kept: list[Mention] = []
    for item in sorted(sentence.of(*_NAMED), key=lambda item: (item.start, -item.end)):
        is_nameless = item.is_told_by_verb
        if not is_nameless and (not kept or item.start >= kept[-1].end):
            kept.append(item)
    return kept


def _with_offices(sentence: Sentence, named: Sequence[Mention], offices: Sequence[Office]) -> Iterator[Piece]:
    """The mentions; one that an office opens or closes ("Director of TSB", "ITU Secretary-General") is that office."""
    for item in named:
        start, end = item.start - sentence.start, item.end - sentence.start
        within = [office for office in offices if office.start < end and office.end > start]
        office = next((office for office in within if office.start <= start or office.end == end), None)
        goes_on = any(later.start == end + 1 for later in offices)  # "RFC Editor Liaison"
        if item.label == "Person" or office is None or goes_on or (office.start > start and len(within) > 1):
            kind: Kind = "person" if item.label == "Person" else "body"
            yield Piece(kind, item.start, item.end, sentence.between(item.start, item.end), item)
        else:
            first, last = min(office.start, start) + sentence.start, max(office.end, end) + sentence.start
            is_bare = office.start <= start and end <= office.end
            own, implied = (None, item) if is_bare else (item, None)
            yield Piece("office", first, last, sentence.between(first, last), own, office, implied)


def _between(sentence: Sentence, start: int, end: int) -> Iterator[Piece]:
    """The offices, words and marks between two mentions."""
    for office in find_offices(sentence.text, start - sentence.start, max(start, end) - sentence.start):
        first, last = office.start + sentence.start, office.end + sentence.start
        yield from _tokens(sentence, start, first)
        yield Piece("office", first, last, sentence.between(first, last), office=office)
        start = last
    yield from _tokens(sentence, start, end)


def _tokens(sentence: Sentence, start: int, end: int) -> Iterator[Piece]:
    for match in _TOKEN.finditer(sentence.text, start - sentence.start, max(start, end) - sentence.start):
        kind: Kind = "word" if match[0][0].isalnum() else "mark"
        yield Piece(kind, sentence.start + match.start(), sentence.start + match.end(), match[0])


def holder_of(item: Mention) -> Ref | None:
    """A body as the holder of offices: a Question's is its study group, an office's the house that it is of."""
    if item.label == "Question":
        group = item.known.get("group")
        return ("StudyGroup", str(group)) if group else None
    entry = load_gazetteer().find(item.ref)
    if entry and entry.parent and item.known.get("kind") == "office" and _is_office(item.key):
        return "Organization", entry.parent
    return item.ref


def _is_office(key: str) -> bool:
    """As in "ITU Secretary-General": the node is an office-holder."""
    return any(office.end == len(key) for office in find_offices(key, 0, len(key)))
