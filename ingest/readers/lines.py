"""Pages as PDF has them, words at places, into lines in the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from statistics import median

SAME_LINE = 0.4
"""Baselines that differ by less, in heights of the line, are one."""
GUTTER = 8.0
"""Points that part two columns, at least."""
COLUMN_LINES = 5
COLUMN_CHARACTERS = 25
"""A column of prose has so many lines at least, and so many characters on the middle one; less is a table."""
MAX_EDGES = 12
"""Left edges that are tried for one of a column: the most frequent ones, since a drawing can have thousands."""
HOLES = 0.25
"""The share of a column's lines, at most, before which there is an empty line; a column of a table has more."""

LABEL = re.compile(r"[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z](?:\.\d{1,2})+|[a-z]{1,2}|[ivx]{1,5})[.)\]]?|[•·▪◦*o–—-]")
LABEL_GAP = 4.0
"""A number or bullet belongs to what follows it within so many heights of the line."""

NUMBERED_LINES = 5
"""Lines with a number each that show that a page counts its lines."""
MARGIN_LINES = 3
"""Lines at the top or the bottom of a page among which its running heads are."""
SAME_PLACE = 4.0
_PAGE_NUMBER = r"(?:(?:page|p\.)\s*)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*"
_ONLY_A_PAGE_NUMBER = re.compile(_PAGE_NUMBER, re.IGNORECASE)
_PAGE_NUMBER_AT_AN_END = re.compile(rf"^{_PAGE_NUMBER}(?=\s)|(?<=\s){_PAGE_NUMBER}$", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """Words on one line without a wide gap between them; measures are points, `first` the width of the first word."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    bold: bool
    first: float


@dataclass(frozen=True)
class Line:
    """What stands on one baseline of a page or column, from left to right."""

    pieces: tuple[Piece, ...]
    page: int

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @cached_property
    def main(self) -> Piece:
        """The longest piece, which no number or raised mark is."""
        return max(self.pieces, key=lambda piece: len(piece.text))

    @property
    def baseline(self) -> float:
        return self.main.baseline

    @property
    def height(self) -> float:
        return self.main.height

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


Region = list[Line]
"""Lines one under the other: those of a column, or those that stand over or under columns."""


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """The lines of a page, from its top to its bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.baseline):
        if rows and rows[-1][0].baseline - piece.baseline < SAME_LINE * max(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    ordered = _without_line_numbers([sorted(row, key=lambda piece: piece.left) for row in rows])
    return [Line(tuple(_labelled(row)), page) for row in ordered if row]


def _without_line_numbers(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows without the numbers that count them in the margin: one on each, over lines that run on."""
    numbered = [row for row in rows if row[0].text.isdecimal()]
    counts = [int(row[0].text) for row in numbered]
    steps = {later - former for former, later in pairwise(counts)}
    if len(numbered) < NUMBERED_LINES or steps not in ({1}, {5}):
        return rows
    right = numbered[0][0].right
    running = sum(row[1].text[0].islower() for row in rows if len(row) > 1)
    if running * 4 < len(rows) or any(abs(row[0].right - right) > SAME_PLACE for row in numbered):
        return rows
    return [row[1:] if row[0].text.isdecimal() else row for row in rows]


def _labelled(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces with a number or bullet set before the one that it belongs to, a tab between them."""
    label: Piece | None = None
    for piece in pieces:
        if label and piece.left - label.right < LABEL_GAP * piece.height:
            piece = replace(piece, text=f"{label.text}\t{piece.text}", left=label.left)
        elif label:
            yield label
        label = piece if LABEL.fullmatch(piece.text) else None
        if not label:
            yield piece
    if label:
        yield label


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers and the lines that return at the same place; a line stays on the first page.

    There it can be the only one to print the document's symbol.
    """
    seen = Counter(chain.from_iterable({_head(line) for line in _margins(page)} for page in pages))
    kept = []
    for number, page in enumerate(pages):
        edges = [id(line) for line in (*page[:1], *page[-1:])]
        margins = {id(line): line for line in _margins(page)}
        dropped = {
            key
            for key, line in margins.items()
            if (key in edges and _ONLY_A_PAGE_NUMBER.fullmatch(line.text)) or (number > 0 and _returns(line, seen))
        }
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _margins(page: list[Line]) -> list[Line]:
    return page[:MARGIN_LINES] + page[max(MARGIN_LINES, len(page) - MARGIN_LINES) :]


def _head(line: Line) -> tuple[str, int]:
    return _PAGE_NUMBER_AT_AN_END.sub("", line.text).strip(), round(line.baseline / SAME_PLACE)


def _returns(line: Line, seen: Counter[tuple[str, int]]) -> bool:
    """Whether it is on two pages or more; a place on the border between two is in either."""
    text, place = _head(line)
    return sum(seen[text, near] for near in (place - 1, place, place + 1)) > 1


def reading_order(lines: list[Line]) -> Iterator[Region]:
    """The regions of a page: what is over columns, then each column, then what is under them."""
    gutter = max((_columns(lines, left) for left in _candidates(lines)), key=lambda found: found[1], default=None)
    if gutter is None or not gutter[1]:
        if lines:
            yield lines
        return
    start, count, left = gutter
    yield from reading_order(lines[:start])
    for side in _split(lines[start : start + count], left):
        yield from reading_order(side)
    yield from reading_order(lines[start + count :])


def _candidates(lines: list[Line]) -> list[float]:
    """Where a right column can begin: at left edges that many pieces have."""
    edges = Counter(round(piece.left) for line in lines for piece in line.pieces)
    return [edge for edge, count in edges.most_common(MAX_EDGES) if count >= COLUMN_LINES]


def _columns(lines: list[Line], left: float) -> tuple[int, int, float]:
    """(first line, number of lines, `left`) of the longest stretch with a gutter before `left`; 0 lines if none."""
    best, start = (0, 0, left), 0
    for index in range(len(lines) + 1):
        if index < len(lines) and not _crosses(lines[index], left):
            continue
        count = index - start
        if count > best[1] and all(map(_is_prose, _split(lines[start:index], left))):
            best = (start, count, left)
        start = index + 1
    return best


def _crosses(line: Line, left: float) -> bool:
    return any(piece.left < left - 2 and piece.right > left - GUTTER for piece in line.pieces)


def _split(lines: list[Line], left: float) -> tuple[list[Line], list[Line]]:
    def side(right: bool) -> list[Line]:
        parts = (tuple(piece for piece in line.pieces if (piece.left >= left - 2) is right) for line in lines)
        return [Line(pieces, lines[0].page) for pieces in parts if pieces]

    return side(False), side(True)


def _is_prose(lines: list[Line]) -> bool:
    """Whether lines are those of a column of running text: long ones, most of them right under the last."""
    if len(lines) < COLUMN_LINES or median(len(line.text) for line in lines) < COLUMN_CHARACTERS:
        return False
    gaps = [upper.baseline - lower.baseline for upper, lower in pairwise(lines)]
    return sum(gap > 1.8 * median(gaps) for gap in gaps) <= HOLES * len(gaps)
