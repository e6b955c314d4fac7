"""A document as passages in a row; offsets are characters of its one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

PARTED = "\n\0"
"""What stands between two passages: `\\s` matches a newline, but no name goes on behind a NUL."""

PassageKind = Literal["paragraph", "heading", "bullet", "item", "clause", "row", "note", "caption"]
"""`item` is an item of a clause of a resolution, `bullet` of any other list; a `caption` states nothing."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, bullet, clause or row, with the place that it has in the report.

    `intro` is the ordinal of the passage that introduces it ("ITU-T SG20:" before its bullets), `above` those of the
    headings that it stands under, the outermost first, `header` that of the header row of its table; `level` is the
    depth of a heading or item, from 1. `clause` is the line of a resolution that it stands under ("instructs the
    Secretary-General"). `page` and `paragraph` (or line) say where in the file it stands, from 1; a file without pages
    has page 0.
    """

    ordinal: int
    text: str
    section: str = ""
    heading: str = ""
    kind: PassageKind = "paragraph"
    intro: int | None = None
    clause: str = ""
    level: int = 0
    above: tuple[int, ...] = ()
    header: int | None = None
    page: int = 0
    paragraph: int = 0


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
