"""Tables of meetings: a row with a body, a date and a place tells the body's meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.lexicon.event_heads import load_heads, words_of
from netgov.ingest.model.outline import Passage, Report
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.occasions.keys import dated_key
from netgov.ingest.resolution.occasions.model import FoundEvent

_KINDS = frozenset(["meeting", "session", "event", "conference"])
_NEXT = frozenset(["next", "future", "upcoming", "forthcoming", "planned", "provisional", "proposed"])


def read_row(report: Report, passage: Passage, atoms: Sequence[Atom]) -> Iterator[FoundEvent]:
    """The meeting of the one body that a cell names, on the day of another cell, where the table is one of meetings."""
    over = _over(report, passage)
    if not any((head := load_heads().get(word)) and head.kind in _KINDS for word in over):
        return
    cells = list(_cells(atoms))
    bodies = [cell[0].mention for cell in cells if len(cell) == 1 and cell[0].is_body]
    dates = [cell[0] for cell in cells if cell[0].dates and all(_is_remark(atom) for atom in cell[1:])]
    if len(bodies) != 1 or len(dates) != 1 or bodies[0] is None or dates[0].dates is None:
        return
    body, span, at = bodies[0], dates[0].dates, dates[0]
    if len(span.start) > len("2019-05"):
        places = tuple(cell[0].mention.ref for cell in cells if cell[0].mention and cell[0].is_place)[:1]
        found = FoundEvent(at.start, at.end, at.end, dated_key(body, None, span), "meeting", "meeting", span)
        found = replace(found, organizer=body.ref, places=places, planned=bool(_NEXT & set(over)))
        yield replace(found, told_by_verb=True)


def _is_remark(atom: Atom) -> bool:
    """As in "3-4 May 2023 (held)"."""
    return atom.text in ("(", ")", "*") or atom.text in words_of("hold") | words_of("glue")


def _over(report: Report, passage: Passage) -> list[str]:
    """The words of the header row of a table and of what stands right over it."""
    first = passage.ordinal
    while first and "\t" in report.passages[first].text:
        first -= 1
    lines = report.passages[first : first + 2]
    texts = [line.text for line in lines if line.ordinal < passage.ordinal]
    words = " ".join([*texts, passage.heading]).casefold().replace("/", " ").split()
    return [word.strip("(),.:;") for word in words]


def _cells(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    cell: list[Atom] = []
    for atom in atoms:
        if atom.text == "\t":
            if cell:
                yield cell
            cell = []
        else:
            cell.append(atom)
    if cell:
        yield cell
