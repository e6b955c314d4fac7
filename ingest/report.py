"""A report as one text: its passages in a row, and what its first lines say about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from netgov.ingest.document import Passage, segment
from netgov.ingest.front_matter import read_front_matter
from netgov.ingest.reader import Source

PARTED = "\n\0"
"""What stands between two passages: `\\s` matches a newline, but no name goes on behind a NUL."""


@dataclass(frozen=True)
class Report:
    """The passages of one document; offsets are characters of `text`, in which PARTED stands between passages."""

    key: str
    passages: tuple[Passage, ...]
    properties: dict[str, str]

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
    properties = read_front_matter(passages, source.title)
    return Report(properties.get("symbol") or PurePath(source.name).stem, passages, properties)
