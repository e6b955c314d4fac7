"""What frames and layouts hand on: something that the text states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from netgov.graph.model import Ref

Span = tuple[int, int]
"""Start and end, in characters of the report's text."""


@dataclass(frozen=True)
class Claim:
    """A relationship that a stretch of text states: `quote` is the sentence or row that says so.

    `source_at` and `target_at` are where the two ends are named, None where they are understood ("It also approved …").
    """

    type: str
    source: Ref
    target: Ref
    quote: Span
    rule: str
    source_at: Span | None = None
    target_at: Span | None = None
    topic: str = ""
    edition: str = ""
    date: str = ""
    status: str = ""
    role: str = ""
    verb: str = ""
    clause: str = ""
    symbol: str = ""
    revised: bool | None = None
    revision: bool | None = None

    @property
    def own(self) -> dict[str, Any]:
        """The properties that the text gives, without the evidence."""
        values = {
            "topic": self.topic,
            "edition": self.edition,
            "date": self.date,
            "status": self.status,
            "role": self.role,
            "verb": self.verb,
            "clause": self.clause,
            "symbol": self.symbol,
        }
        flags = {"revised": self.revised, "revision": self.revision}
        return {
            **{name: value for name, value in values.items() if value},
            **{name: value for name, value in flags.items() if value is not None},
        }
