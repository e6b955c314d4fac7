"""Courses told by their place and date alone: "Radio planning in Chad (3-5 May 2019), Mali (…)", "AI (…, Fiji)"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from netgov.graph.model import Ref
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.occasions.model import FoundEvent
from netgov.ingest.resolution.phrases import print_atoms

_ENDS = frozenset([",", "(", ")", ":", ";", "\t", "“", "”"])
_OPENS = frozenset(["including", "on", "as", "and", "entitled", "titled"])


@dataclass(frozen=True)
class _Bracket:
    """A date in brackets with its place, behind or inside them; `lead` is the index before the place or bracket."""

    start: int
    end: int
    place: Ref
    lead: int
    is_inside: bool


def read_bracketed(atoms: Sequence[Atom], told: Collection[int]) -> Iterator[FoundEvent]:
    """A training for each date in brackets that no noun or verb has taken (`told` are the indices of those)."""
    title = ""
    for index, atom in enumerate(atoms):
        bracket = _bracket_at(atoms, index) if atom.dates and index not in told else None
        if bracket is None or atom.dates is None:
            continue
        first = _title_start(atoms, bracket.lead) if bracket.is_inside or atoms[bracket.lead].text == "in" else -1
        stop = bracket.lead + 1 if bracket.is_inside else bracket.lead
        if 0 <= first < stop and (bracket.is_inside or atoms[first].is_capital):
            title = print_atoms(atoms[first:stop])
        elif bracket.is_inside or atoms[bracket.lead].text not in (",", "and"):
            title = ""
        if title:
            start, end = atoms[first if bracket.is_inside else bracket.start].start, atoms[bracket.end].end
            key = f"{title} ({atom.dates.start})"
            yield FoundEvent(start, end, end, key, "training", "training", atom.dates, title, None, (bracket.place,))


def _bracket_at(atoms: Sequence[Atom], index: int) -> _Bracket | None:
    """The bracket that a date at an index opens, with the place before or behind the date."""
    if index < 3 or index + 1 >= len(atoms) or atoms[index - 1].text != "(":
        return None
    before, after = atoms[index - 2], atoms[index + 1]
    if after.text == ")" and before.is_place and before.mention:
        return _Bracket(index - 2, index + 1, before.mention.ref, index - 3, is_inside=False)
    behind = atoms[index + 2].mention if index + 3 < len(atoms) and atoms[index + 2].is_place else None
    if after.text == "," and behind and atoms[index + 3].text == ")":
        return _Bracket(index - 1, index + 2, behind.ref, index - 2, is_inside=True)
    return None


def _title_start(atoms: Sequence[Atom], lead: int) -> int:
    """Where the title before a bracket begins: behind a mark, or behind the first "including", "such as", "on"."""
    start = lead
    while start > 0 and atoms[start - 1].text not in _ENDS and atoms[start - 1].kind != "quoted":
        start -= 1
    if start > 0 and atoms[start - 1].text in (",", ":"):
        opening = next((at for at in range(start, lead) if atoms[at].text in _OPENS - {"and", "on"}), start - 1)
        return opening + 1
    opening = next((at for at in range(start, lead) if atoms[at].text in _OPENS), -1)
    return opening + 1 if opening >= 0 else -1
