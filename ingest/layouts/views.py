"""A passage as layouts see it: with its mentions, its cells, and what stands over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from netgov.graph.model import Ref
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage

_LONGEST_CAPTION = 140
BODIES = frozenset(["StudyGroup", "Group", "Organization"])
"""Labels of what can send, receive, own or be addressed."""
TEXTS = frozenset(["Recommendation", "Publication", "Resolution"])
"""Labels of what can be approved."""


@dataclass(frozen=True)
class Cell:
    """A stretch of a passage with its mentions; offsets are characters of the report's text."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return words_of(self.text)

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions with one of these labels."""
        return tuple(item for item in self.mentions if item.label in labels)

    def before(self, offset: int) -> str:
        """Its text up to an offset."""
        return self.text[: max(0, offset - self.start)]

    def after(self, offset: int) -> str:
        """Its text from an offset on."""
        return self.text[max(0, offset - self.start) :]


@dataclass(frozen=True)
class View(Cell):
    """A whole passage."""

    passage: Passage

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells, which tabs part."""
        return tuple(self._cut(self.text.split("\t")))

    def _cut(self, parts: list[str]) -> Iterator[Cell]:
        start = self.start
        for part in parts:
            end = start + len(part)
            mentions = tuple(item for item in self.mentions if start <= item.start < end)
            yield Cell(start, end, part, mentions)
            start = end + 1

    @property
    def is_row(self) -> bool:
        """Whether it has cells."""
        return "\t" in self.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def claim(
        self,
        type_: str,
        source: Mention | Ref,
        target: Mention | Ref,
        rule: str,
        *,
        topic: str = "",
        edition: str = "",
        verb: str = "",
        clause: str = "",
        symbol: str = "",
    ) -> Claim:
        """What it states; where an end is a mention within it, the claim says where."""
        places = self._place(source), self._place(target)
        claim = Claim(type_, _ref(source), _ref(target), self.span, rule, *places)
        return replace(claim, topic=topic, edition=edition, verb=verb, clause=clause, symbol=symbol)

    def _place(self, end: Mention | Ref) -> Span | None:
        named = isinstance(end, Mention) and self.start <= end.start < self.end
        return (end.start, end.end) if named and isinstance(end, Mention) else None


def _ref(end: Mention | Ref) -> Ref:
    return end.ref if isinstance(end, Mention) else end


class Layout:
    """A report as views, by ordinal."""

    def __init__(self, marked: MarkedReport) -> None:
        self.marked = marked
        starts = [item.start for item in marked.mentions]
        self.views: tuple[View, ...] = tuple(self._view(passage, starts) for passage in marked.report.passages)

    def _view(self, passage: Passage, starts: list[int]) -> View:
        report = self.marked.report
        start, end = report.span(passage)
        mentions = self.marked.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        return View(start, end, report.text[start:end], mentions, passage)

    def over(self, view: View) -> Iterator[View]:
        """What stands over a passage, the nearest first: its lead-in, then its headings from the inmost out."""
        passage = view.passage
        if passage.intro is not None:
            yield self.views[passage.intro]
        elif view.is_row and (caption := self._caption(view)):
            yield caption
        for ordinal in reversed(passage.above):
            if ordinal != passage.intro:
                yield self.views[ordinal]

    def _first_row(self, view: View) -> View:
        """The row that opens the rows among which a row stands."""
        ordinal = view.passage.ordinal
        while ordinal and self.views[ordinal - 1].is_row:
            ordinal -= 1
        return self.views[ordinal]

    def _caption(self, view: View) -> View | None:
        """The line that stands right over rows, where it is no sentence: "Liaison statements of ITU-T SG12"."""
        ordinal = self._first_row(view).passage.ordinal
        over = self.views[ordinal - 1] if ordinal else None
        is_line = over is not None and len(over.text) < _LONGEST_CAPTION and over.text.rstrip()[-1:] not in (".", ";")
        return over if is_line else None

    def header(self, view: View) -> tuple[str, ...]:
        """The heads of the columns of a row, in lower case; () where its table has none."""
        ordinal, own = view.passage.header, view.passage.ordinal
        if ordinal is None and view.is_row:
            first = self._first_row(view)
            ordinal = first.passage.ordinal if _is_header(first) else None
        if ordinal is None or ordinal == own:
            return ()
        return tuple(" ".join(cell.words) for cell in self.views[ordinal].cells)

    def body_over(self, view: View) -> Mention | Ref | None:
        """The one study group or group that the headings over a passage name, else the body that the document is of."""
        for lead in self.over(view):
            bodies = {item.ref: item for item in lead.of("StudyGroup", "Group")}
            if bodies:
                return next(iter(bodies.values())) if len(bodies) == 1 else None
        return self.marked.setting.body


def _is_header(row: View) -> bool:
    """Whether a row can be a header: short cells without a name or a number, two of them a known head of columns."""
    heads = [load_words(table, name) for table, name in _COLUMNS]
    known = [cell for cell in row.cells if any(words.holds(cell.words) for words in heads)]
    plain = all(0 < len(cell.words) < 5 and not any(map(str.isdigit, cell.text)) for cell in row.cells)
    return plain and not row.mentions and len(known) > 1


_COLUMNS = (
    *(("liaison", name) for name in ("partners", "bodies", "topics")),
    *(("outcomes", name) for name in ("columns", "texts")),
    ("contributions", "columns"),
)
"""The lists of heads of columns in data/layouts.toml."""
