"""One entity: how often it is stated what of it, when it was first and last seen, and what is around it.

None of it walks the relationships of a hub: counts are asked of the engine, which keeps or quickly makes them; dates
come from the documents, oldest and newest first; neighbours are as many as were asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from netgov.graph.model import Ref
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.statements import FEW
from netgov.graph.store import GraphStore
from netgov.graph.stored import STATEMENT, StoredStatement

Direction = Literal["out", "in"]
Triple = tuple[str, Ref, Ref]
"""Type, source and target, whoever states it."""

DATE = "coalesce(d.date, d.period_end, d.period_start)"
DATED_DOCUMENTS = 50
"""So many of the oldest documents, and of the newest, are asked whether they mention a hub; only then its mentions are
gone through."""


@dataclass(frozen=True)
class Profile:
    """An entity: `counts` by relationship type and direction, those that are not 0; `seen` by dates of documents."""

    properties: Mapping[str, Any]
    counts: Mapping[tuple[str, Direction], int]
    seen: tuple[str | None, str | None]


@dataclass(frozen=True)
class Neighbourhood:
    """What is around an entity: nodes by distance, their names, and the ids of the statements between them."""

    depths: Mapping[Ref, int]
    names: Mapping[Ref, str | None]
    edges: Mapping[Triple, Sequence[str]]
    truncated: bool


def find_profile(store: GraphStore, ref: Ref) -> Profile | None:
    """The profile of an entity, if there is one."""
    label, key = ref
    arrows: dict[tuple[str, Direction], str] = {}
    for relation in ONTOLOGY.relation_types:
        if label in relation.sources:
            arrows[relation.name, "out"] = f"(n)-[:{relation.name}]->()"
        if label in relation.targets:
            arrows[relation.name, "in"] = f"(n)<-[:{relation.name}]-()"
    counted = ", ".join(f"COUNT {{ {arrow} }}" for arrow in arrows.values())
    query = f"MATCH (n:{label} {{key: $key}}) RETURN properties(n), [{counted}]"
    for properties, degrees in store.read(query, {"key": key}).rows:
        counts = {arrow: count for arrow, count in zip(arrows, degrees, strict=True) if count}
        return Profile(properties, counts, _seen(store, ref, counts))
    return None


def find_neighbours(store: GraphStore, ref: Ref, *, types: Sequence[str], depth: int, limit: int) -> Neighbourhood:
    """What at most `limit` statements tell of an entity, and of its neighbours where depth is 2."""
    depths, names = {ref: 0}, dict[Ref, str | None]()
    found: dict[str, StoredStatement] = {}
    truncated = False
    for distance in range(1, depth + 1):
        border = [node for node, reached in depths.items() if reached == distance - 1]
        share = (limit - len(found)) // max(len(border), 1) + 1
        rows = _around(store, border, types, share)
        truncated |= any(len(some) >= share for some in rows.values())
        for statement, its_names in (row for some in rows.values() for row in some[: share - 1]):
            found[statement.id] = statement
            names |= its_names
            for node in (statement.source, statement.target):
                depths.setdefault(node, distance)
    edges: defaultdict[Triple, list[str]] = defaultdict(list)
    for statement in found.values():
        edges[statement.type, statement.source, statement.target].append(statement.id)
    return Neighbourhood(depths, names, edges, truncated)


Around = tuple[StoredStatement, dict[Ref, str | None]]
"""A statement, and the names of its two ends."""


def _around(store: GraphStore, nodes: Sequence[Ref], types: Sequence[str], share: int) -> Mapping[Ref, list[Around]]:
    """At most `share` statements of each node."""
    found: defaultdict[Ref, list[Around]] = defaultdict(list)
    for label in sorted({label for label, _ in nodes}):
        keys = [key for its_label, key in nodes if its_label == label]
        query = f"""
        UNWIND $keys AS key MATCH (n:{label} {{key: key}})
        CALL (n) {{ MATCH (n)-[r:{"|".join(types)}]-() RETURN r LIMIT $share }}
        RETURN key, {STATEMENT} AS found, startNode(r).name AS source, endNode(r).name AS target
        """
        rows = store.read(query, {"keys": keys, "share": share}, limit=len(keys) * share).rows
        for key, statement, source, target in rows:
            told = StoredStatement.read(statement)
            found[label, key].append((told, {told.source: source, told.target: target}))
    return found


def _seen(store: GraphStore, ref: Ref, counts: Mapping[tuple[str, Direction], int]) -> tuple[str | None, str | None]:
    """The first and the last date of a document that mentions an entity or states something of it."""
    mentioning = [name for name in ("MENTIONS", "ABOUT") if (name, "in") in counts]
    stating = sorted({name for name, _ in counts if name in ONTOLOGY.statements})
    mentions = sum(count for (name, _), count in counts.items() if name in mentioning)
    if mentions > FEW:
        ends = [_seen_in_documents(store, ref, mentioning, order) for order in ("ASC", "DESC")]
        if None not in ends:
            return ends[0] or None, ends[1] or None
    label, key = ref
    start = f"MATCH (n:{label} {{key: $key}})"
    ways = []
    if mentioning:
        ways.append(f"{start}<-[:{'|'.join(mentioning)}]-()<-[:HAS_PASSAGE]-(d) WITH DISTINCT d")
    if stating and sum(counts.values()) - mentions <= FEW:
        documents = f"{start}-[r:{'|'.join(stating)}]-() WITH DISTINCT r.document AS document"
        ways.append(f"{documents} MATCH (d:Document) WHERE d.key = document")
    dates = []
    for way in ways:
        ((first, last),) = store.read(f"{way} RETURN min({DATE}), max({DATE})", {"key": key}).rows
        dates += [date for date in (first, last) if date]
    return min(dates, default=None), max(dates, default=None)


def _seen_in_documents(store: GraphStore, ref: Ref, mentioning: Sequence[str], order: str) -> str | None:
    """The date of the first of the oldest (ASC) or newest (DESC) documents that mentions an entity.

    Empty: none does. None: none of those that were asked does.
    """
    dated = f"MATCH (d:Document) WITH d, {DATE} AS date WHERE date IS NOT NULL "
    dated += f"RETURN d.key, date ORDER BY date {order}, d.key LIMIT $limit"
    mentions = f"""
    MATCH (d:Document {{key: $document}})-[:HAS_PASSAGE]->(p) WITH p
    MATCH (p)-[:{"|".join(mentioning)}]->(n) WHERE n.key = $key AND $label IN labels(n) RETURN 1 LIMIT 1
    """
    label, key = ref
    rows = store.read(dated, {"limit": DATED_DOCUMENTS + 1}, limit=DATED_DOCUMENTS + 1).rows
    for document, date in rows[:DATED_DOCUMENTS]:
        if store.read(mentions, {"document": document, "label": label, "key": key}).rows:
            return str(date)
    return None if len(rows) > DATED_DOCUMENTS else ""
