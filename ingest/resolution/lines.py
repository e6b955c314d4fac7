"""Titles of events with the lines under them that only say when and where: "Venue: Lima, Peru", "3-5 May 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.phrases import FINITE

_LONGEST = 200
_MOST = 5
"""Within how many lines under a title its time and place can stand."""

Span = tuple[int, int]


def join_lines(spans: Sequence[Span], read: Sequence[Sequence[Atom]]) -> Iterator[Span]:
    """The spans of sentences, a title of an event as one with the lines of its time and place that follow it."""
    index = 0
    while index < len(spans):
        last = _last_line(read, index) if is_title(read[index]) else index
        yield spans[index][0], spans[last][1]
        index = last + 1


def _last_line(read: Sequence[Sequence[Atom]], index: int) -> int:
    """The last of the lines under a title that tells its time or place; other lines with a label may stand between."""
    last = index
    for at in range(index + 1, min(index + _MOST + 1, len(read))):
        if tells_when_or_where(read[at]):
            last = last if _dates_document(read[index], read[at]) else at
        elif not _has_other_label(read[at]):
            break
    return last


def _has_other_label(atoms: Sequence[Atom]) -> bool:
    """As in "Organized by: X": a short line that neither place nor date nor title is in."""
    is_label = any(atom.text == ":" for atom in atoms[1:4]) and not is_title(atoms)
    return is_label and not any(atom.dates or atom.is_place for atom in atoms)


def _dates_document(title: Sequence[Atom], line: Sequence[Atom]) -> bool:
    """Whether a day under the title of a report is that of the report: no label, no place, no span of days."""
    days = [atom.dates for atom in line if atom.dates]
    is_bare = len(line) == 1 and len(days) == 1 and not days[0].end
    return is_bare and title[0].text not in ("minutes", "meeting", "notes")


def is_title(atoms: Sequence[Atom]) -> bool:
    """Whether a line is short, no sentence, and names an event without its date."""
    if not atoms or atoms[-1].end - atoms[0].start > _LONGEST or atoms[-1].text in (".", ";", ":"):
        return False
    is_row = any(atom.text == "\t" for atom in atoms)
    names = any((atom.head and not atom.head.is_plural) or atom.is_event for atom in atoms)
    return names and not is_row and not any(atom.dates or atom.text in FINITE for atom in atoms)


def tells_when_or_where(atoms: Sequence[Atom]) -> bool:
    """Whether a line says no more than a date or a place, with or without a label: "Venue: Hotel X, Lima, Peru"."""
    if not atoms or atoms[-1].end - atoms[0].start > _LONGEST or not any(atom.dates or atom.is_place for atom in atoms):
        return False
    is_labelled = len(atoms) > 1 and atoms[1].text in (":", "\t") and atoms[0].text in words_of("label")
    return all(_is_of_circumstances(atom) for atom in (atoms[2:] if is_labelled else atoms)) or (
        is_labelled and atoms[0].text not in ("date", "dates")
    )


def is_labelled(atoms: Sequence[Atom], index: int) -> bool:
    """Whether an atom stands in a further line that a label opens: "Venue: Congress Centre, Lisbon"."""
    line = next((at for at in range(index, -1, -1) if atoms[at].text == "\0"), -1)
    return 0 <= line < index and atoms[line + 1].text in words_of("label")


def _is_of_circumstances(atom: Atom) -> bool:
    is_filler = atom.text in words_of("glue") or atom.text in (",", "(", ")", "-", "–", "—", "/", "|")
    return bool(atom.dates) or atom.is_place or is_filler
