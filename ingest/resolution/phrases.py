"""Where a phrase in a sentence begins and ends, and how it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.resolution.atoms import Atom

CODE = re.compile(r"[A-Z][A-Za-z]*\d*(?:[-#][A-Z]?\d+[A-Za-z]?)+|[A-Z]{2,}\d{1,3}(?:-\d{1,2})?")
"""A short name that an event has of its own: "PP14-2", "PRF-24"."""

FINITE = frozenset(["was", "were", "is", "are", "will", "has", "have", "had", "which", "that", "where", "who"])


def text_at(atoms: Sequence[Atom], index: int) -> str:
    """The word or mark at an index; empty outside the sentence."""
    return atoms[index].text if 0 <= index < len(atoms) else ""


def ends_title(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a title that is not quoted ends before an atom."""
    atom, after = atoms[index], atoms[index + 1] if index + 1 < len(atoms) else None
    if atom.kind == "date" or atom.text in (".", ";", ":", "\t", "\0", ")", "“", "”") or atom.text in FINITE:
        return True
    if atom.text in words_of("hold") - {"host", "ran", "place", "building"} and not atom.is_capital:
        return True
    if atom.text == "(":
        is_told = (
            after is None
            or (after.kind == "word" and not after.is_capital)
            or after.kind in ("date", "number")
            or after.is_place
            or after.text in words_of("hold")
        )
        return is_told or (after is not None and bool(CODE.fullmatch(after.printed)))
    if atom.text in (",", "in", "at", "from", "on", "with", "jointly", "during", "between"):
        return _starts_circumstance(atoms, index)
    is_past = atom.kind == "word" and atom.text.endswith("ed") and not atom.is_capital
    return is_past and after is not None and (after.text in ("the", "a", "an", "by", "to", "that") or after.number > 0)


def _starts_circumstance(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a comma or preposition opens what does not belong to the title: ", held in", "in Oslo", "on 3 May"."""
    text, following = atoms[index].text, skip(atoms, index + 1, ("the", "city", "of", ","))
    if following >= len(atoms):
        return True
    after = atoms[following]
    if after.is_place or after.kind in ("date", "number") or (after.is_body and text != "with"):
        return text != "," or not after.is_body
    if text == "with":
        return after.text in ("support", "participation", "assistance") or after.is_body
    if text != ",":
        return after.text in ("itu", "online", "conjunction", "cooperation", "collaboration", "partnership", "which")
    return after.text in words_of("hold") | FINITE | {"in", "on", "at", "from", "with", "jointly", "back", "as", "a"}


def skip(atoms: Sequence[Atom], index: int, words: Sequence[str]) -> int:
    """The first index from one on whose atom is none of these words."""
    while index < len(atoms) and atoms[index].text in words:
        index += 1
    return index


def print_atoms(atoms: Sequence[Atom]) -> str:
    """What some atoms say, with single blanks as printed."""
    parts = []
    for before, atom in zip([None, *atoms[:-1]], atoms, strict=True):
        parts.append((" " if before and atom.start > before.end else "") + atom.printed)
    return "".join(parts)
