"""Tables on pages that draw them as words at places: which lines are in one, and what its rows are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from netgov.ingest.readers.lines import Line, Piece, Region

Column = tuple[float, float]
"""Where a column is, from the left edge to the right edge of what stands in it."""
Row = tuple[tuple[str, ...], ...]
"""The lines of each cell."""

NEAR = 3.0
"""Lines of a table are not further apart than so many heights of the line."""
ROW_GAP = 1.3
"""A gap of so many of the smallest gaps is one between rows, if the table has as many as `ROW_GAPS` of them."""
ROW_GAPS = 0.15


@dataclass(frozen=True)
class Table:
    """Lines of at least two columns."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]

    def rows(self) -> Iterator[Row]:
        """The cells of each row, those without text too."""
        row: list[list[str]] = []
        for line, starts in zip(self.lines, self._starts(), strict=True):
            if starts and row:
                yield tuple(map(tuple, row))
            if starts or not row:
                row = [[] for _ in self.columns]
            for piece in line.pieces:
                row[self._column(piece)].append(piece.text.replace("\t", " "))
        yield tuple(map(tuple, row))

    def _starts(self) -> Iterator[bool]:
        """For each line whether it starts a row: one with a first cell, after a gap where the table has gaps."""
        gaps = [upper.baseline - lower.baseline for upper, lower in pairwise(self.lines)]
        wide = [gap > ROW_GAP * min(gaps) for gap in gaps]
        spaced = sum(wide) >= ROW_GAPS * len(wide)
        yield True
        for line, after_gap in zip(self.lines[1:], wide, strict=True):
            yield (after_gap or not spaced) and self._column(line.pieces[0]) == 0

    def _column(self, piece: Piece) -> int:
        return next(index for index, column in enumerate(self.columns) if _overlaps(piece, column))


def find_tables(region: Region) -> Iterator[Line | Table]:
    """The lines of a region, those of each table as one."""
    index = 0
    while index < len(region):
        table = _table_at(region, index)
        yield table or region[index]
        index += len(table.lines) if table else 1


def _table_at(region: Region, start: int) -> Table | None:
    """The table whose first line this is. It has two lines with two cells at least, and ends on such a line."""
    lines, columns = [region[start]], [(piece.left, piece.right) for piece in region[start].pieces]
    if len(columns) < 2:
        return None
    for line in region[start + 1 :]:
        widened = _widened(columns, line)
        if widened is None or lines[-1].baseline - line.baseline > NEAR * line.height:
            break
        columns = widened
        lines.append(line)
    while len(lines) > 1 and _is_apart(lines):
        lines.pop()
    if sum(len(line.pieces) > 1 for line in lines) < 2:
        return None
    return Table(tuple(lines), tuple(columns))


def _is_apart(lines: list[Line]) -> bool:
    """Whether the last line is no cell's further line: it is alone on its line and not right under the former."""
    return len(lines[-1].pieces) == 1 and lines[-2].baseline - lines[-1].baseline > ROW_GAP * lines[-1].height


def _widened(columns: list[Column], line: Line) -> list[Column] | None:
    """The columns with room for a line; none if a piece of it reaches over two of them."""
    widened = list(columns)
    for piece in line.pieces:
        under = [column for column in widened if _overlaps(piece, column)]
        if len(under) > 1:
            return None
        widened = [column for column in widened if column not in under]
        spans = [(piece.left, piece.right), *under]
        widened.append((min(left for left, _ in spans), max(right for _, right in spans)))
    return sorted(widened)


def _overlaps(piece: Piece, column: Column) -> bool:
    return piece.left < column[1] and piece.right > column[0]
