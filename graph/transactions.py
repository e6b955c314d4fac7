"""What every step of a write needs: running Cypher in chunks, and grouping what goes into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from neo4j import ManagedTransaction

T = TypeVar("T")

CHUNK = 1_000
"""Rows sent at once; an engine bounds the size of a message."""


def run_rows(tx: ManagedTransaction, query: str, rows: Sequence[Any], **parameters: Any) -> list[dict[str, Any]]:
    """Run a query that unwinds $rows, in chunks; without rows it is not run."""
    chunks = (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))
    return [row for chunk in chunks for row in run(tx, query, rows=chunk, **parameters)]


def run(tx: ManagedTransaction, query: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run a query, and give its rows."""
    return tx.run(query, parameters).data()


def grouped(items: Iterable[T], key: Callable[[T], Any]) -> Iterator[tuple[Any, list[T]]]:
    """Items by key, both in the order in which they come."""
    groups: dict[Any, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return iter(groups.items())
