"""Lines as they stand on pages into paragraphs, headings, table rows and notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from netgov.ingest.model.blocks import Block, Kind
from netgov.ingest.readers.joining import (
    DECORATION,
    LABELLED,
    can_end,
    has_ended,
    hyphenated_words,
    join_lines,
    starts_anew,
)
from netgov.ingest.readers.lines import Line, Region
from netgov.ingest.readers.tables import Table, find_tables

_NOTE_LABEL = re.compile(r"(?:\d{1,2}|\*{1,3}|[†‡])\s?(?=\S)")

_NEW_GAP = 1.25
"""A gap of so many leadings starts a paragraph."""
_INDENT = 0.7
"""Left edges that differ by more, in heights of the line, are different."""
_LARGE, _SMALL = 1.12, 0.92
"""The height of headings and of notes, in heights of the body text."""
_HEADING_LENGTH = 200
_LINES = 20
"""Lines that show how wide a paragraph is."""


@dataclass(frozen=True)
class _Style:
    """What most of the text looks like: its height, from line to line (in heights), and whether it is bold."""

    height: float
    leading: float
    bold: bool


@dataclass
class _Paragraph:
    """Lines as they are gathered; `left` and `right` are the edges of the column in which the last of them stands."""

    lines: list[Line]
    left: float = 0.0
    right: float = 0.0


def blocks_of(regions: Sequence[Region]) -> Iterator[Block]:
    """The blocks of a document from its regions in reading order; notes follow what begins on their page."""
    style = _style(regions)
    hyphenated = hyphenated_words(line.text for region in regions for line in region)
    notes = [_notes(region, style) for region in regions]
    body = [region[: len(region) - len(below)] for region, below in zip(regions, notes, strict=True)]
    found = list(_blocks(body, style, hyphenated))
    found += [replace(block, kind="note", level=0) for block in _blocks(notes, style, hyphenated)]
    found.sort(key=lambda block: block.page)
    return (replace(block, locator=number) for number, block in enumerate(found, start=1))


def _style(regions: Sequence[Region]) -> _Style:
    heights, leadings, bold = Counter[float](), Counter[float](), 0
    for region in regions:
        for line in region:
            heights[round(line.height, 1)] += len(line.text)
            bold += len(line.text) if line.bold else 0
        for upper, lower in pairwise(region):
            if abs(upper.left - lower.left) < 1 and upper.height == lower.height:
                leadings[round((upper.baseline - lower.baseline) / lower.height, 1)] += 1
    usual = min((leading for leading, count in leadings.most_common(3) if count > leadings.total() / 5), default=1.0)
    return _Style(heights.most_common(1)[0][0], min(max(usual, 0.9), 2.1), bold * 2 > heights.total())


def _notes(region: Region, style: _Style) -> Region:
    """The small lines that end a region and begin with the mark of a note; not all of the region, which is a text."""
    first = len(region)
    while first > 0 and region[first - 1].height < _SMALL * style.height:
        first -= 1
    notes = region[first:]
    return notes if first and notes and _NOTE_LABEL.match(notes[0].text) and len(notes[0].pieces) == 1 else []


def _blocks(regions: Iterable[Region], style: _Style, hyphenated: frozenset[str]) -> Iterator[Block]:
    paragraph: _Paragraph | None = None
    tables = 0
    for region in regions:
        lines = [line for line in region if not DECORATION.fullmatch(line.text)]
        for element in find_tables(lines):
            if paragraph and not (isinstance(element, Line) and _continues(paragraph, element, style)):
                yield _block(paragraph.lines, style, hyphenated)
                paragraph = None
            if isinstance(element, Table):
                tables += 1
                yield from _rows(element, hyphenated, tables)
                continue
            paragraph = paragraph or _Paragraph([])
            paragraph.lines.append(element)
            paragraph.left, paragraph.right = min(line.left for line in lines), max(line.right for line in lines)
    if paragraph:
        yield _block(paragraph.lines, style, hyphenated)


def _rows(table: Table, hyphenated: frozenset[str], number: int) -> Iterator[Block]:
    for row in table.rows():
        cells = [join_lines(cell, hyphenated) for cell in row]
        kind: Kind = "row" if sum(map(bool, cells)) > 1 else "paragraph"
        text = "\t".join(cells) if kind == "row" else "".join(cells)
        yield Block(text, kind, page=table.lines[0].page, table=number if kind == "row" else 0)


def _continues(paragraph: _Paragraph, line: Line, style: _Style) -> bool:
    """Whether a line goes on with a paragraph."""
    last = paragraph.lines[-1]
    if not 0.93 < line.height / last.height < 1.07:
        return False
    if last.page != line.page or last.baseline <= line.baseline:
        return _runs_over(paragraph, line)
    gap = (last.baseline - line.baseline) / line.height
    if gap > _NEW_GAP * style.leading or starts_anew(line.pieces[0].text, last.text) or last.bold != line.bold:
        return False
    return _is_centred(paragraph, line) or (_is_aligned(paragraph.lines, line) and not _breaks_off(paragraph, line))


def _runs_over(paragraph: _Paragraph, line: Line) -> bool:
    """Whether a sentence goes on at the top of the next column or page."""
    last = paragraph.lines[-1]
    if has_ended(last.text) or LABELLED.match(line.pieces[0].text) or last.bold != line.bold:
        return False
    is_full = len(paragraph.lines) > 1 and not _is_short(paragraph, line)
    return line.text[0].islower() or last.text.endswith("-") or is_full


def _is_centred(paragraph: _Paragraph, line: Line) -> bool:
    last = paragraph.lines[-1]
    return abs(last.left + last.right - line.left - line.right) < line.height / 2 and all(
        item.left > paragraph.left + line.height and item.right < paragraph.right - line.height for item in (last, line)
    )


def _is_aligned(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line begins where the former did; the first line can stand out or in, as "a)" before an item does."""
    indent = (line.left - lines[-1].left) / line.height
    if len(lines) > 1 and lines[-1].page == lines[-2].page:
        return abs(indent) < _INDENT
    return indent < _INDENT or "\t" in lines[0].pieces[0].text or bool(LABELLED.match(lines[0].text))


def _breaks_off(paragraph: _Paragraph, line: Line) -> bool:
    """Whether the last line ends before it is full, and as a paragraph can end."""
    return can_end(paragraph.lines[-1].text, line.text) and _is_short(paragraph, line)


def _is_short(paragraph: _Paragraph, line: Line) -> bool:
    """Whether the first word of a line would have had room on the last one."""
    widest = max(item.right for item in paragraph.lines[-_LINES:]) if len(paragraph.lines) > 1 else paragraph.right
    return paragraph.lines[-1].right + line.pieces[0].first + 0.3 * line.height < widest


def _block(lines: Sequence[Line], style: _Style, hyphenated: frozenset[str]) -> Block:
    text = join_lines([_printed(line) for line in lines], hyphenated)
    stands_out = lines[0].height > _LARGE * style.height or (not style.bold and all(line.bold for line in lines))
    if stands_out and len(text) <= _HEADING_LENGTH and not has_ended(text) and not text.endswith(","):
        return Block(text, "heading", level=_level(text), page=lines[0].page)
    return Block(text, page=lines[0].page)


def _level(text: str) -> int:
    """The level that the number of a heading gives it; 0 where it has none."""
    number = text.split(None, 1)[0].rstrip(".").split(".")
    return len(number) if all(len(part) < 3 and part.isdecimal() for part in number) else 0


def _printed(line: Line) -> str:
    """The text of a line; pieces of it that are far apart have a tab between them."""
    text = line.pieces[0].text
    for former, piece in pairwise(line.pieces):
        text += (" " if piece.left - former.right < 2 * piece.height else "\t") + piece.text
    return text
