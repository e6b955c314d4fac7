"""What comes back from a read: plain values, as many rows as asked for, within the time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite, isnan
from typing import Any, Literal

from neo4j import Record
from neo4j.graph import Node, Path, Relationship

Reason = Literal["rows", "bytes", "time"]


@dataclass(frozen=True)
class Rows:
    """The answer to a read; `truncated` says that there was more, and `reason` which limit cut it off."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool
    reason: Reason | None = None


@dataclass
class Collector:
    """Takes rows as they arrive, so that those before a limit are kept."""

    limit: int
    max_bytes: int | None
    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    reason: Reason | None = None
    connection: str | None = None
    """What the engine calls the connection that the query runs on, where it must be told to stop."""

    def collect(self, columns: Sequence[str], records: Iterable[Record]) -> None:
        """Take rows up to the limit of rows or of bytes; bytes are those of the rows as JSON."""
        self.columns, size = tuple(columns), 0
        for record in records:
            if len(self.rows) == self.limit:
                self.reason = "rows"
                return
            row = tuple(plain(value) for value in record.values())
            if self.max_bytes is not None:
                size += len(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))
                if size > self.max_bytes:
                    self.reason = "bytes"
                    return
            self.rows.append(row)

    def answer(self, reason: Reason | None = None) -> Rows:
        """What was collected."""
        cut = reason or self.reason
        return Rows(self.columns, tuple(self.rows), cut is not None, cut)


def plain(value: Any) -> Any:
    """A value of the driver as plain Python: nodes and relationships as dicts, points as lists, times as ISO text.

    What the engine numbers its nodes with stays out: it says nothing, and changes with every dump.
    """
    match value:
        case float() if not isfinite(value):  # JSON has no such numbers
            return "NaN" if isnan(value) else "Infinity" if value > 0 else "-Infinity"
        case str() | int() | float() | bool() | None:  # early, for these are nearly all
            return value
        case list() | tuple():
            return [plain(item) for item in value]
        case Node():
            return {"label": next(iter(value.labels), None), **{name: plain(item) for name, item in value.items()}}
        case Relationship():
            return {"type": value.type, **{name: plain(item) for name, item in value.items()}}
        case Path():
            return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
        case Mapping():
            return {name: plain(item) for name, item in value.items()}
        case _:
            return value.iso_format() if hasattr(value, "iso_format") else str(value)
