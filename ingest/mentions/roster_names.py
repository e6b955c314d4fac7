"""Where the entries of a text's rosters start: the lines, items or cells under "Participants:", "PRESENT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.lexicon.persons import column_of, is_header, roster_of

_LINE = re.compile(r"[^\n\0]+")
_ITEM = re.compile(r"[^,;(]+(?:\([^()]*\)[^,;(]*)*(?:[,;]|$)")


def roster_entries(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each entry of each roster."""
    is_roster, column = False, -1
    for line in _LINE.finditer(text):
        cells = line[0].split("\t")
        label, colon, rest = line[0].partition(":")
        lead = label.rpartition(". ")[2] if colon and not rest.strip() else label
        if roster_of(lead, lead_in=bool(colon) and not rest.strip()):
            is_roster, column = True, -1
            yield from _inline(line.start() + len(label) + 1, rest) if colon else ()
        elif is_header(cells):
            is_roster, column = False, [column_of(cell) for cell in cells].index("name")
        elif column >= 0 and len(cells) > column:
            start = line.start() + sum(len(cell) + 1 for cell in cells[:column])
            yield start, start + len(cells[column])
        elif is_roster and _is_entry(line[0]):
            yield line.start(), line.end()
        else:
            is_roster, column = False, -1


def _inline(start: int, rest: str) -> Iterator[tuple[int, int]]:
    for item in _ITEM.finditer(rest):
        lead = len(item[0]) - len(item[0].lstrip())
        yield start + item.start() + lead, start + item.end()


def _is_entry(line: str) -> bool:
    """Whether a line is a name and what is said of it, and not a sentence."""
    return line[:1].isupper() and not line.rstrip().endswith(".") and len(line) < 200
