"""A dump into an empty graph, which then is the graph that the dump was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction, Session

from netgov.graph.contribution import INTERNAL
from netgov.graph.errors import ExportRefused
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.scan import NodeRecord, Record, gather, shape_of

CHUNK = 1_000
"""Nodes or relationships of one transaction."""


def restore(session: Session, records: Iterable[Record], advance: Callable[[int], None]) -> None:
    """Write records, the ends of a relationship before it; `advance` is told how many were written at a time.

    Raises ExportRefused where the graph is not empty, or the records are not those of a graph.
    """
    if session.execute_read(lambda tx: tx.run("MATCH (n) WHERE NOT n:Turn RETURN 1 LIMIT 1").data()):
        raise ExportRefused("The graph is not empty, and a dump can only be imported into one that is.")
    for _, run in groupby(records, type):
        for shape, group in gather(run, shape_of, CHUNK):
            query, rows = _statement(shape), [_row(record) for record in group]
            session.execute_write(_write, query, rows)
            advance(len(rows))


def _statement(shape: Sequence[str]) -> str:
    if len(shape) == 1:
        (label,) = shape
        if label not in INTERNAL:
            ONTOLOGY.node(label)
        name = INTERNAL.get(label, "key")
        return f"UNWIND $rows AS row MERGE (n:{label} {{{name}: row.key}}) SET n = row.properties RETURN count(n)"
    kind, source, target = ONTOLOGY.relation(shape[0]).name, *(ONTOLOGY.node(label).label for label in shape[1:])
    ends = f"MATCH (a:{source} {{key: row.source}}) MATCH (b:{target} {{key: row.target}})"
    return f"UNWIND $rows AS row {ends} CREATE (a)-[r:{kind}]->(b) SET r = row.properties RETURN count(r)"


def _row(record: Record) -> dict[str, Any]:
    if isinstance(record, NodeRecord):
        return {"key": record.key, "properties": dict(record.properties)}
    return {"source": record.source[1], "target": record.target[1], "properties": dict(record.properties)}


def _write(tx: ManagedTransaction, query: str, rows: list[dict[str, Any]]) -> None:
    (written,) = tx.run(query, rows=rows).single(strict=True)
    if written != len(rows):
        raise ExportRefused("The dump has relationships whose ends it does not have; it is damaged.")
