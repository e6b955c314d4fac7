"""Tables: which lines of a plain text are rows, and which row is a table's header."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from netgov.ingest.lexicon.words import has_finite_verb, words, words_in

_LABEL_LENGTH = 40
_LABEL_WORDS = 5
_ITEM_LENGTH = 120


def is_header(row: str) -> bool:
    """Whether a row, its cells parted by tabs, is made of labels: short, and most of them of words that label."""
    cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
    if len(cells) < 2 or not all(map(_is_label, cells)):
        return False
    return sum(map(_has_label_word, cells)) * 2 > len(cells)


def is_listed(line: str) -> bool:
    """Whether a line can be an item of a list without marks: a name or phrase, no sentence."""
    return len(line) <= _ITEM_LENGTH and not line.endswith((".", ":", "?", "!")) and not has_finite_verb(line)


def _is_label(cell: str) -> bool:
    """As "Study group", "Liaised with" or "No.": a verb can only come first."""
    first, _, rest = cell.partition(" ")
    if len(cell) > _LABEL_LENGTH or len(cell.split()) > _LABEL_WORDS:
        return False
    return first.rstrip(".:").lower() in words("tables", "header") or not (
        cell.endswith((".", ";", "!", "?")) or any(map(str.isdigit, cell)) or has_finite_verb(rest)
    )


def _has_label_word(cell: str) -> bool:
    return any(word in words("tables", "header") for word in words_in(cell.lower()))


def rows_among(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that are rows: those with tabs that stand together, with as many cells each.

    "To:⇥IETF" is a field of a form, not a row.
    """
    counts = [0 if line.split("\t", 1)[0].rstrip().endswith(":") else line.strip().count("\t") for line in lines]
    found = (index for index, (one, other) in enumerate(pairwise(counts)) if one and one == other)
    return frozenset(row for index in found for row in (index, index + 1))
