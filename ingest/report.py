"""A report as one text: its passages in a row, and what its first lines say about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from ingest.dates import parse_date
from ingest.document import Passage, segment
from ingest.reader import Source

_SYMBOL = re.compile(
    r"(?:Document\s)?([A-Z][A-Za-z\d]*(?:[-/][A-Za-z\d()]+)*[-/][A-Z]{0,3}\d{1,4}(?:\(Rev\.?\d*\))?(?:-[A-Z])?)"
)
PARTED = "\n\0"
"""What stands between two passages: `\\s` matches a newline, but no name goes on behind a NUL."""
_FRONT = 12
"""How many passages from the top can be the front matter: symbol, date, title."""


@dataclass(frozen=True)
class Report:
    """The passages of one document; offsets are characters of `text`, in which PARTED stands between passages."""

    key: str
    passages: tuple[Passage, ...]
    properties: dict[str, Any]

    @cached_property
    def text(self) -> str:
        """The passages' texts, a line each."""
        return PARTED.join(passage.text.replace("\n", " ") for passage in self.passages)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each passage starts in `text`."""
        starts, position = [], 0
        for passage in self.passages:
            starts.append(position)
            position += len(passage.text) + len(PARTED)
        return starts

    def passage_at(self, offset: int) -> Passage:
        """The passage that a character of `text` belongs to."""
        return self.passages[bisect_right(self.starts, offset) - 1]

    def span(self, passage: Passage) -> tuple[int, int]:
        """Where a passage starts and ends in `text`."""
        start = self.starts[passage.ordinal]
        return start, start + len(passage.text)


def make_report(source: Source) -> Report:
    """Segment a source and read its front matter: the symbol is the key, else the file's stem is."""
    passages = segment(source)
    front = [passage for passage in passages[:_FRONT] if not passage.section and not passage.clause]
    properties: dict[str, Any] = {}
    symbol = next((match[1] for passage in front if (match := _SYMBOL.fullmatch(passage.text))), "")
    date = next((found for passage in front if len(passage.text) < 40 and (found := parse_date(passage.text))), None)
    title = source.title or _title(front)
    for name, value in (("symbol", symbol), ("title", title), ("date", date.start if date else "")):
        if value:
            properties[name] = value
    return Report(symbol or PurePath(source.name).stem, passages, properties)


def _title(front: Sequence[Passage]) -> str:
    """The lines printed in capitals at the top, as one; after "RESOLUTION 101 (…)" the line that follows it."""
    for index, passage in enumerate(front):
        if re.match(r"(?:RESOLUTION|DECISION|OPINION)\s", passage.text):
            return front[index + 1].text if index + 1 < len(front) else ""
    capitals: list[str] = []
    for passage in front:
        if passage.text.isupper() and len(passage.text) > 12 and not _SYMBOL.fullmatch(passage.text):
            capitals.append(passage.text)
        elif capitals:
            break
    return " ".join(capitals).capitalize()
