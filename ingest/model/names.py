"""What the grammar and the gazetteers find in a text, before context decides which thing it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Name:
    """A stretch of text that names something: offsets are characters of the document's text.

    `extent` is where the naming ends, with the version marks and the title that follow the name. `fields` holds what
    the text says (a sector, a number, a title) or a `key` where that is certain already.
    """

    start: int
    end: int
    label: str
    fields: Mapping[str, Any] = field(default_factory=dict, hash=False)
    extent: int = 0

    @property
    def reach(self) -> int:
        """The end of the naming, with its title."""
        return max(self.end, self.extent)

    @property
    def length(self) -> int:
        """How much text the name itself covers."""
        return self.end - self.start


class Spans:
    """Stretches of text, to ask which of others overlap them; in logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def overlap(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with this stretch."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._reach[index - 1] > start
