"""Answers to named queries, with what was searched: so that nothing found is told from not covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from netgov.graph.queries import NamedQuery
from netgov.graph.store import GraphStore, Rows, Version

_COVERAGE = """\
MATCH (document:Document) WHERE document.sha256 IS NOT NULL
WITH coalesce(document.period_start, document.date, document.period_end) AS first,
     coalesce(document.period_end, document.date, document.period_start) AS last
RETURN count(*) AS documents, count(*) - count(first) AS undated, min(first) AS period_start, max(last) AS period_end
"""


@dataclass(frozen=True)
class Coverage:
    """What there is to search: how many ingested documents, how many of them without a date, and their period."""

    documents: int
    undated: int
    period_start: str | None
    period_end: str | None

    def __str__(self) -> str:
        period = f", {self.period_start} to {self.period_end}" if self.period_start else ""
        undated = f"; {self.undated} without a date" if self.undated else ""
        return f"{self.documents} documents{period}{undated}"


@dataclass(frozen=True)
class UnknownKey:
    """A key that was asked for and that no node bears."""

    parameter: str
    value: str


@dataclass(frozen=True)
class Answer:
    """The answer to a named query: the parameters as they were used, the rows, and what they were searched in."""

    parameters: Mapping[str, Any]
    rows: Rows
    searched: Coverage
    unknown: tuple[UnknownKey, ...]


class Answerer:
    """Asks a store named queries; threads can share it. It remembers the coverage for as long as the graph stays."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self._coverage: tuple[Version, Coverage] | None = None

    def ask(
        self, query: NamedQuery, values: Mapping[str, object], *, limit: int, version: Version | None = None
    ) -> Answer:
        """The answer to a query, at most `limit` rows; who knows the version of the graph saves looking it up.

        Raises what NamedQuery.bind and GraphStore.read raise.
        """
        bound = query.bind(values, limit=limit)
        rows = self.store.read(query.cypher, bound, limit=limit)
        return self.complete(query, bound, rows, version or self.store.version())

    def complete(self, query: NamedQuery, bound: Mapping[str, Any], rows: Rows, version: Version) -> Answer:
        """What `ask` makes of rows; it asks the store only where `is_complete` says that something is missing."""
        parameters = {name: value for name, value in bound.items() if name != "limit"}
        # each key that is given narrows the answer, so where there are rows every key is known
        unknown = () if rows.rows else find_unknown(self.store, query, parameters)
        return Answer(parameters, rows, self._covered(version), unknown)

    def is_complete(self, rows: Rows, version: Version) -> bool:
        """Whether all is known that belongs to an answer with these rows."""
        return bool(rows.rows) and self._kept(version) is not None

    def _covered(self, version: Version) -> Coverage:
        covered = self._kept(version) or find_coverage(self.store)
        self._coverage = version, covered
        return covered

    def _kept(self, version: Version) -> Coverage | None:
        known = self._coverage
        return known[1] if known and known[0] == version else None


def find_coverage(store: GraphStore) -> Coverage:
    """What a store covers: the period of a document is that which it reports on, else its date."""
    return Coverage(*store.read(_COVERAGE).rows[0])


def find_unknown(store: GraphStore, query: NamedQuery, parameters: Mapping[str, Any]) -> tuple[UnknownKey, ...]:
    """The keys among the parameters of a query that no node bears which the query could be about."""
    given = [item for item in query.parameters if item.type == "key" and parameters[item.name] is not None]
    return tuple(
        UnknownKey(item.name, parameters[item.name])
        for item in given
        if not store.read(_exists(item.labels), {"key": parameters[item.name]}, limit=1).rows
    )


def _exists(labels: tuple[str, ...]) -> str:
    return f"MATCH (node:{'|'.join(labels)}) WHERE node.key = $key RETURN true LIMIT 1"
