"""Versions of the graph: every write that changes it makes one in the same transaction, and says what came and went.

Three kinds of nodes keep them. `Turn` (see graph/contribution.py) bears the number and time of the newest version, so
that asking for it is one look-up. A `Version` holds what one write did to one document, its statements by type and id.
A `Removed` is a statement that went, whole, so that it can be told when it is no more; where it came back and went
again, it is the last one. So a write costs what its document costs, however long the history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Literal

from neo4j import ManagedTransaction, Query, Session

from netgov.graph.stored import StoredStatement

Action = Literal["ingest", "delete"]

INDEXES = (
    ("unique", "Version", "number"),
    ("node", "Version", "document"),
    ("unique", "Removed", "id"),
)
"""Kind, label and property, as those of graph/contribution.py."""
CHUNK = 1_000
"""Rows sent at once; an engine bounds the size of a message."""


@dataclass(frozen=True)
class Version:
    """A state of the graph: its number, and the time (ISO, UTC) at which it came to be; 0 is before any is known."""

    number: int = 0
    time: str = ""


def read_version(session: Session, seconds: float) -> Version:
    """The version that the graph is at."""
    found = session.run(Query("MATCH (n:Turn {id: 'write'}) RETURN n.version, n.time", timeout=seconds)).single()
    return Version(*found) if found and found[0] else Version()


def record_version(
    tx: ManagedTransaction,
    document: str,
    action: Action,
    *,
    added: Mapping[str, str] = MappingProxyType({}),
    removed: Sequence[StoredStatement] = (),
) -> None:
    """Make the next version: what an ingest or delete did to the statements of a document, `added` being types by id.

    The writer holds the turn.
    """
    version = _next_version(tx)
    properties = {
        **asdict(version),
        "document": document,
        "action": action,
        "added": sorted(f"{kind} {id}" for id, kind in added.items()),
        "removed": sorted(f"{item.type} {item.id}" for item in removed),
    }
    # `following` tells which version of a document is its newest one
    former = "MATCH (n:Version) WHERE n.document = $document AND n.following IS NULL SET n.following = $number"
    tx.run(former, document=document, number=version.number).consume()
    tx.run("CREATE (n:Version) SET n = $properties", properties=properties).consume()
    rows = [_flat(item) for item in removed]
    for start in range(0, len(rows), CHUNK):
        query = "UNWIND $rows AS row MERGE (n:Removed {id: row.id}) SET n = row"
        tx.run(query, rows=rows[start : start + CHUNK]).consume()


def _next_version(tx: ManagedTransaction) -> Version:
    query = "MATCH (n:Turn {id: 'write'}) SET n.version = coalesce(n.version, 0) + 1, n.time = $time RETURN n.version"
    time = datetime.now(UTC).isoformat(timespec="microseconds")
    return Version(tx.run(query, time=time).single(strict=True)[0], time)


def _flat(statement: StoredStatement) -> dict[str, Any]:
    (source_label, source), (target_label, target) = statement.source, statement.target
    ends = {"source_label": source_label, "source": source, "target_label": target_label, "target": target}
    return {"type": statement.type, **ends, **statement.properties}
