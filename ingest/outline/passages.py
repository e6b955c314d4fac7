"""Segmentation: which passages a report has, and what each one stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.ingest.lexicon.event_heads import load_heads
from netgov.ingest.model.blocks import Block, Source
from netgov.ingest.model.outline import Passage, PassageKind
from netgov.ingest.outline.clauses import opens_clause
from netgov.ingest.outline.headings import (
    Heading,
    Headings,
    is_bare_heading,
    is_cover_heading,
    is_numbered_heading,
)
from netgov.ingest.outline.labels import (
    DATE_LINE,
    annex_of,
    is_caption,
    is_section,
    letter_of,
    list_number,
    nested_label,
    split_mark,
    split_number,
)
from netgov.ingest.outline.lists import Lists, Position
from netgov.ingest.outline.normalize import clean_block
from netgov.ingest.outline.tables import is_header, is_listed, rows_among

_TAB = 8
_FEW = 9
"""No document begins with a section of a higher number."""

_COVER_LINES = 8
"""Lines of a cover, before its title comes at the latest."""


@dataclass(frozen=True)
class _Line:
    """The clean text of a block or of a note in it, and the label that Word computes for it."""

    text: str
    block: Block
    kind: str
    number: str = ""

    @property
    def indent(self) -> int:
        """How deep an item stands: its level, else the blanks before it."""
        printed = self.block.text.expandtabs(_TAB)
        return self.block.level or len(printed) - len(printed.lstrip())


def segment(source: Source) -> tuple[Passage, ...]:
    """Cut a report into passages; headings are passages too, and notes follow the paragraph that cites them."""
    return tuple(_Outliner(_with_rows(list(_lines(source.blocks)))).passages())


def _lines(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    """Each block that has text, and each note in one.

    Flattened tables print a date cell as a line of its own and the other cells of the row on the lines after it:
    each of those lines becomes "date, tab, cell".
    """
    date, row_end = "", 0
    for block in blocks:
        clean = clean_block(block.text)
        text = clean.text.strip()
        if block.kind != "row" and block.text.startswith("\t") and DATE_LINE.fullmatch(text):
            date, row_end = text, block.locator
        elif date and block.locator == row_end + 1:
            row_end = block.locator
            yield _Line(f"{date}\t{text}", block, "row")
        elif any(map(str.isalnum, text)):
            yield _Line(text, block, block.kind, clean_block(block.number).text)
        for note in clean.notes:
            yield _Line(note, block, "note")


def _with_rows(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, those as rows that tabs make a table."""
    bare = [
        split_mark(split_number(line.text, line.number)[1])[1] if line.kind == "paragraph" else "" for line in lines
    ]
    rows = rows_among(bare)
    return [_Line(line.text, line.block, "row") if index in rows else line for index, line in enumerate(lines)]


class _Outliner:
    """One pass over the lines of a document, which knows where in its outline it stands."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._passages: list[Passage] = []
        self._headings = Headings()
        self._lists = Lists()
        self._section = self._clause = self._item = ""
        self._table: int | None = None
        self._header: int | None = None

    def passages(self) -> list[Passage]:
        """All passages, in order."""
        for index, line in enumerate(self._lines):
            self._read(line, self._lines[index + 1] if index + 1 < len(self._lines) else None)
        return self._passages

    @property
    def _ordinal(self) -> int:
        return len(self._passages)

    def _read(self, line: _Line, following: _Line | None) -> None:
        after = following.text if following and following.kind not in ("row", "note") else ""
        text = line.text if line.kind == "row" else " ".join(part.strip(" ") for part in line.text.split("\n"))
        if line.kind == "note":
            return self._add(line, "note", text)
        if line.kind == "row":
            return self._add_row(line, following)
        self._table = None
        if line.kind == "caption" or is_caption(text):
            return self._add(line, "caption", text)
        if annex := annex_of(line.text):
            return self._add_heading(line, text, annex)
        if opens_clause(text, after):
            self._clause, self._item = text.rstrip(" ,:"), ""
            return self._begin(line, "clause", text, following)
        self._read_labelled(line, text, following)

    def _read_labelled(self, line: _Line, text: str, following: _Line | None) -> None:
        """A line that can begin with a number, a letter or a bullet."""
        number, rest = split_number(text, line.number)
        mark, item_text = split_mark(text)
        styled = line.kind == "heading" and line.block.level > 0
        if self._clause and not styled and (item := number or letter_of(text)):
            self._item = nested_label(self._item, item)
            return self._add_item(line, "item", rest if number else text, "1" if number else mark)
        if not styled and (listed := self._list_number(text)):
            return self._add_item(line, "bullet", listed, "1")
        if number and is_section(number) and not self._counts_event(number, rest):
            self._section, self._clause, self._item = number, "", ""
            if line.kind == "heading" or is_numbered_heading(rest, split_mark(following.text)[1] if following else ""):
                return self._add_heading(line, rest, number)
            self._headings.number(number)
            return self._begin(line, "paragraph", rest, following)
        if mark or line.kind == "item":
            return self._add_item(line, "bullet", item_text, mark or line.number[-1:])
        if self._is_heading(line, text, following):
            return self._add_heading(line, text, "")
        if self._is_unmarked_item(text):
            return self._add_item(line, "bullet", text, "")
        self._begin(line, "paragraph", text, following)

    def _counts_event(self, number: str, rest: str) -> bool:
        """Whether the number before the first title counts a meeting: "42 MEETING OF …" opens no section 42."""
        is_first = not self._section and number.isdigit() and int(number) > _FEW
        return is_first and rest.partition(" ")[0].casefold() in load_heads()

    def _list_number(self, text: str) -> str:
        """The text of "1) …" or "2. …" where a list begins or goes on, not a section."""
        found = list_number(text)
        begins = found and found[0] == 1 and self._passages and self._passages[-1].text.endswith(":")
        if not found or not (begins or (self._lists.last_number and found[0] == self._lists.last_number + 1)):
            return ""
        self._lists.last_number = found[0]
        return found[1]

    def _is_heading(self, line: _Line, text: str, following: _Line | None) -> bool:
        if line.kind == "heading" or is_cover_heading(text):
            return True
        former = self._passages[-1] if self._passages else None
        if self._clause or following is None or following.kind in ("row", "note"):
            return False
        return (former is None or self._can_precede(former, line)) and is_bare_heading(
            text, following.text, is_first=former is None
        )

    def _can_precede(self, former: Passage, line: _Line) -> bool:
        """Whether a heading can follow a passage: it has ended, stands apart, or is of the lines that open a cover."""
        if former.text[-1] == ":":
            return False
        has_ended = former.kind in ("heading", "row", "caption") or former.text[-1] in ".;?!”)"
        on_cover = self._ordinal < _COVER_LINES and not self._headings.ordinals
        return has_ended or on_cover or line.block.locator > former.paragraph + 1

    def _is_unmarked_item(self, text: str) -> bool:
        """Whether a line is one of a list without marks, as of names under "Members present:"."""
        lead_in = self._lists.lead_in
        if self._clause or lead_in is None or self._lists.mark:
            return False
        return self._passages[lead_in].text.endswith(":") and is_listed(text)

    def _begin(self, line: _Line, kind: PassageKind, text: str, following: _Line | None) -> None:
        """A passage that leaves the lists above it, and can introduce one."""
        introduces = text.endswith(":") or (not text.endswith((".", ";", "?", "!")) and _is_item(following))
        self._lists.begin(self._ordinal if introduces else None)
        self._add(line, kind, text)

    def _add_heading(self, line: _Line, text: str, number: str) -> None:
        styled = line.block.level if line.kind == "heading" else 0
        if annex_of(number) or (styled and not number and styled <= self._section.count(".") + 1):
            self._section = number
        if number or styled:
            self._clause = self._item = ""
        self._lists.begin(None)
        above = self._headings
        heading = above.enter(Heading.read(self._ordinal, text, number, styled))
        self._add(line, "heading", text, level=heading.level)

    def _add_item(self, line: _Line, kind: PassageKind, text: str, mark: str) -> None:
        position: Position = line.indent, mark
        level, intro = self._lists.add(self._ordinal, position, text)
        self._add(line, kind, text, level=level, intro=intro)

    def _add_row(self, line: _Line, following: _Line | None) -> None:
        if self._table != line.block.table:
            self._table = line.block.table
            goes_on = following is not None and following.kind == "row" and following.block.table == self._table
            self._header = self._ordinal if goes_on and is_header(line.text) else None
        self._add(line, "row", line.text, intro=self._lists.lead_in)

    def _add(self, line: _Line, kind: PassageKind, text: str, level: int = 0, intro: int | None = None) -> None:
        above = self._headings.ordinals
        passage = Passage(
            ordinal=self._ordinal,
            text=text,
            section=f"{self._clause} {self._item}".strip() if self._clause else self._section,
            heading=self._clause or self._headings.title,
            kind=kind,
            intro=intro,
            clause=self._clause,
            level=level,
            above=above[:-1] if kind == "heading" else above,
            header=self._header if kind == "row" else None,
            page=line.block.page,
            paragraph=line.block.locator,
        )
        self._passages.append(passage)


def _is_item(line: _Line | None) -> bool:
    return (
        line is not None
        and line.kind in ("item", "paragraph")
        and (line.kind == "item" or bool(split_mark(line.text)[0]))
    )
