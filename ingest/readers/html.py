"""Web pages into blocks, as a browser shows them: no scripts, no menus, list items with their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree, html

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block, Kind
from netgov.ingest.readers.encoding import decode
from netgov.ingest.readers.joining import LONGEST_REPEATED
from netgov.ingest.readers.numbering import BULLET, letters, roman

DROPPED = {
    "head", "script", "style", "template", "noscript", "nav", "footer", "form", "button", "select", "input",
    "textarea", "svg", "math", "canvas", "iframe", "object", "audio", "video", "img", "map", "del", "s",
    "strike",
}  # fmt: skip
DROPPED_ROLES = {"navigation", "banner", "contentinfo", "search", "menu", "dialog"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CAPTIONS = {"caption", "figcaption"}
LISTS = {"ol", "ul", "menu", "dir"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "header", "hgroup", "hr", "html", "li", "main", "p", "pre",
    "section", "summary", "tbody", "tfoot", "thead", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "menu",
    "dir",
}  # fmt: skip
MARKERS: dict[str | None, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE
)
"""Styles of text that does not show, or is struck through: that is deleted text."""
NOTE_MARK = re.compile(r"\[\w{1,3}\]|\(\d{1,3}\)|[*†‡]{1,3}")
CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f]+")
MAX_COLUMNS = 50
MAX_ROWS = 1000
"""Columns and rows that a cell can reach over."""
LINE_BREAK = "\v"
"""Stands for a line break while the newlines of the source are taken for the spaces that they are."""

LINE = "data-line"
"""The attribute by which `markdown` says on which line of its file an element stands."""


def read_html(data: bytes, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of a web page. Raises UnreadableFile."""
    return parse(_text(data, path), path)


def parse(text: str, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of the text of a web page, or of a part of one."""
    try:
        page = html.document_fromstring(text.encode(), html.HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise UnreadableFile(f"{path} holds no text ({error}).") from error
    title = SPACES.sub(" ", page.findtext(".//title") or "").strip()
    mains = [element for element in page.iter("main") if not _is_dropped(element)]
    root = mains[0] if len(mains) == 1 and mains[0].text_content().strip() else page
    return title, tuple(_Page().blocks(root))


def _text(data: bytes, path: Path) -> str:
    declared = CHARSET.search(data[:4096])
    return decode(data, str(path), declared[1].decode() if declared else "")


@dataclass
class _Text:
    """The text of a block as it is gathered, and what the block is."""

    parts: list[str] = field(default_factory=list)
    kind: Kind = "paragraph"
    number: str = ""
    level: int = 0
    line: int = 0

    def block(self) -> Block:
        """Without the spaces that do not show, and those around line breaks."""
        lines = SPACES.sub(" ", "".join(self.parts)).split(LINE_BREAK)
        text = "\n".join(line.strip(" ") for line in lines).strip("\n")
        return Block(text, self.kind, self.number, self.level, locator=self.line)


class _Page:
    """One walk over a page, which knows the block that it is in."""

    def __init__(self, tables: Iterator[int] | None = None) -> None:
        self._current = _Text()
        self._tables = tables or count(1)
        self._numbers: dict[Any, str] = {}

    def blocks(self, root: Any) -> Iterator[Block]:
        """Every block with text in it, in the order of the page."""
        yield from self._walk(root, depth=0)
        yield from self._flush(_Text())

    def _flush(self, following: _Text) -> Iterator[Block]:
        """The block so far, if it has text; without text, an item's number goes on to the paragraph within it."""
        block, former, self._current = self._current.block(), self._current, following
        if block.text:
            yield block
        elif former.kind == "item" and following.kind == "paragraph" and following.line:
            self._current = replace(former, parts=[], line=following.line)

    def _walk(self, element: Any, depth: int) -> Iterator[Block]:
        if not isinstance(element.tag, str) or _is_dropped(element) or _is_note_mark(element):
            return
        if element.tag == "table":
            yield from self._table(element)
        elif element.tag in BLOCKS:
            self._numbers.update(_numbers(element) if element.tag == "ol" else {})
            yield from self._flush(self._opened(element, depth))
            yield from self._inside(element, depth + (element.tag in LISTS))
            yield from self._flush(_Text())
        elif element.tag == "br":
            self._current.parts.append(LINE_BREAK)
        else:
            yield from self._inside(element, depth)

    def _inside(self, element: Any, depth: int) -> Iterator[Block]:
        self._add(element.text, element, element)
        for child in element:
            yield from self._walk(child, depth)
            self._add(child.tail, element, child)

    def _add(self, text: str | None, parent: Any, near: Any) -> None:
        if text and text.strip():
            self._current.line = self._current.line or _line(near)
        if text:
            self._current.parts.append(text.replace("\n", LINE_BREAK) if parent.tag == "pre" else text)

    def _opened(self, element: Any, depth: int) -> _Text:
        """The block that an element opens."""
        line = _line(element)
        if element.tag in HEADINGS:
            return _Text([], "heading", "", HEADINGS[element.tag], line)
        if element.tag in CAPTIONS:
            return _Text([], "caption", line=line)
        if element.tag == "dd":
            return _Text([], "item", level=depth + 1, line=line)
        if element.tag == "li":
            return _Text([], "item", self._numbers.get(element, BULLET), max(depth, 1), line)
        return _Text(line=line)

    def _table(self, table: Any) -> Iterator[Block]:
        """A table's rows; those of tables within it follow the row that they are in, as tables of their own."""
        yield from self._flush(_Text())
        number = next(self._tables)
        for caption in table.iterchildren("caption"):
            yield from self._part(caption)
        spanning: dict[int, _Spanning] = {}
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is table:
                yield from self._row(row, number, spanning)

    def _part(self, element: Any) -> list[Block]:
        """The blocks of a part of the page that is read on its own."""
        return list(_Page(self._tables).blocks(element))

    def _row(self, row: Any, table: int, spanning: dict[int, _Spanning]) -> Iterator[Block]:
        """A row as one block; a row with but one cell in use is a frame around paragraphs and gives those.

        `spanning` are the cells of former rows that reach into this one, by their column.
        """
        texts, own, column = list[str](), list[list[Block]](), 0
        for cell in row.iterchildren("td", "th"):
            column = _take_over(spanning, column, texts)
            blocks = self._part(cell)
            own.append(blocks)
            text = "\n".join(_cell_text(item) for item in blocks if item.kind != "row")
            width, rows = _span(cell, "colspan", MAX_COLUMNS), _span(cell, "rowspan", MAX_ROWS)
            if rows > 1:
                spanning[column] = _Spanning(text[:LONGEST_REPEATED], width, rows - 1)
            texts += [text, *[""] * (width - 1)]
            column += width
        _take_over(spanning, column, texts)
        used = [cell for cell in own if cell]
        if sum(map(bool, texts)) > 1:
            yield Block("\t".join(texts), "row", locator=used[0][0].locator if used else _line(row), table=table)
            yield from (block for cell in own for block in cell if block.kind == "row")
        elif used:
            yield from (block for cell in used for block in cell)


@dataclass
class _Spanning:
    """A cell that reaches into further rows."""

    text: str
    width: int
    rows: int


def _take_over(spanning: dict[int, _Spanning], column: int, texts: list[str]) -> int:
    """Add the cells that reach down from former rows into a row at this column; the column behind them."""
    while column in spanning:
        cell = spanning[column]
        cell.rows -= 1
        if not cell.rows:
            del spanning[column]
        texts += [cell.text, *[""] * (cell.width - 1)]
        column += cell.width
    return column


def _span(cell: Any, name: str, most: int) -> int:
    return min(max(_integer(cell.get(name), 1), 1), most)


def _cell_text(block: Block) -> str:
    return f"{block.number} {block.text}".strip().replace("\t", " ")


def _numbers(ordered: Any) -> Iterator[tuple[Any, str]]:
    """The items of a list with the label that each one has."""
    number = _integer(ordered.get("start"), 1)
    for item in ordered.iterchildren("li"):
        number = _integer(item.get("value"), number)
        yield item, f"{MARKERS.get(ordered.get('type'), str)(number)}."
        number += 1


def _integer(text: str | None, default: int) -> int:
    return int(digits) if len(digits := (text or "").strip()) < 7 and digits.removeprefix("-").isdecimal() else default


def _line(element: Any) -> int:
    lines = (given for item in (element, *element.iterancestors()) if (given := item.get(LINE)))
    return _integer(next(lines, None), element.sourceline or 0)


def _is_dropped(element: Any) -> bool:
    return (
        element.tag in DROPPED
        or element.get("role") in DROPPED_ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def _is_note_mark(element: Any) -> bool:
    """Whether it is the raised number that leads to a note; without link or brackets it may be an exponent."""
    if element.tag != "sup":
        return False
    return element.find(".//a") is not None or bool(NOTE_MARK.fullmatch("".join(element.itertext()).strip()))
