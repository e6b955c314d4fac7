"""A report with its sentences and the mentions in them: what frames and layouts read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage, Report


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a row of a table; offsets are characters of the report's text."""

    start: int
    end: int
    text: str
    passage: Passage
    mentions: tuple[Mention, ...]

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the report's text."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions with one of these labels."""
        return tuple(item for item in self.mentions if item.label in labels)


@dataclass(frozen=True)
class Setting:
    """What the document itself is: the body that speaks in it, and the event that it is the report or minutes of."""

    body: Ref | None = None
    event: Ref | None = None


@dataclass(frozen=True)
class MarkedReport:
    """A report, its sentences in order, all mentions in order, and its setting."""

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    setting: Setting = field(default_factory=Setting)

    @property
    def document(self) -> Ref:
        """The document itself."""
        return "Document", self.report.key

    @cached_property
    def by_passage(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each passage, by its ordinal."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.passage.ordinal, []).append(sentence)
        return {ordinal: tuple(sentences) for ordinal, sentences in found.items()}

    def event_before(self, offset: int) -> Mention | None:
        """The last event named before an offset in the same section: what "the meeting" there may be."""
        passage = self.report.passage_at(offset)
        for item in reversed(self.mentions[: bisect_left(self._starts, offset)]):
            if self.report.passage_at(item.start).section != passage.section:
                return None
            if item.label == "Event":
                return item
        return None

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [item.start for item in self.mentions]
