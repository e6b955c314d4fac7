"""Statements as the graph holds them: by id, and page by page in an order that no page has to sort the graph for.

The order is document, type, id. An engine finds the statements of one document of one type through an index, and there
are some thousands of documents where there are some million statements; so a page takes documents one after another.
Where the statements of one entity are asked for, and they are few, a page takes them from the entity instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netgov.graph.ontology import ONTOLOGY
from netgov.graph.store import GraphStore
from netgov.graph.stored import STATEMENT, Position, StoredStatement

START: Position = ("", "", "")

FEW = 2_000
"""So many relationships of an entity are sorted for a page; documents are gone through for one that has more."""
DOCUMENTS = 50
"""So many documents are gone through for a page, however little is found in them."""

_IN_YEAR = """
MATCH (d:Document) WHERE d.key = r.document
  AND toInteger(substring(coalesce(r.date, d.period_start, d.date, d.period_end), 0, 4)) <= $year
  AND toInteger(substring(coalesce(r.date, d.period_end, d.date, d.period_start), 0, 4)) >= $year
"""


@dataclass(frozen=True)
class Filter:
    """Which statements are asked for. A source or target is a key, under any label that is not given.

    `year` is that of the date that the text gives, else the document's period or date covers it.
    """

    types: tuple[str, ...] = ONTOLOGY.statements
    source: str | None = None
    source_label: str | None = None
    target: str | None = None
    target_label: str | None = None
    document: str | None = None
    year: int | None = None
    confidence: float | None = None

    @property
    def conditions(self) -> str:
        """Cypher that goes on after WHERE … to keep the relationships r that are asked for."""
        asked = {
            "startNode(r).key = $source": self.source,
            "$source_label IN labels(startNode(r))": self.source_label,
            "endNode(r).key = $target": self.target,
            "$target_label IN labels(endNode(r))": self.target_label,
            "r.confidence >= $confidence": self.confidence,
        }
        kept = "".join(f" AND {condition}" for condition, value in asked.items() if value is not None)
        return kept + (_IN_YEAR if self.year is not None else "")


@dataclass(frozen=True)
class Page:
    """Statements in order; `end` is where the next page starts after, None where there is no more."""

    statements: tuple[StoredStatement, ...]
    end: Position | None


def find_page(store: GraphStore, asked: Filter, *, after: Position = START, limit: int) -> Page:
    """At most `limit` statements that come after a position.

    A page may hold fewer although there are more: where few fit, it ends before it has gone through all documents.
    """
    if asked.document is None and (few := _few(store, asked)):
        return _cut(_from_entities(store, asked, *few, after, limit + 1), limit)
    found: list[StoredStatement] = []
    documents = _documents(store, asked, after[0])
    for document, types in documents[:DOCUMENTS]:
        found += _from_document(store, asked, document, types, after, limit + 1 - len(found))
        if len(found) > limit:
            return _cut(found, limit)
    return Page(tuple(found), (documents[DOCUMENTS][0], "", "") if len(documents) > DOCUMENTS else None)


def find_statement(store: GraphStore, id: str) -> StoredStatement | None:
    """The statement with this id."""
    branches = (f"MATCH ()-[r:{name}]->() WHERE r.id = $id RETURN {STATEMENT} AS found" for name in ONTOLOGY.statements)
    return next(_read(store, " UNION ALL ".join(branches), {"id": id}, limit=1), None)


def find_statements(store: GraphStore, ids: Mapping[str, Sequence[str]]) -> Iterator[StoredStatement]:
    """The statements with these ids, given by type."""
    for name, some in ids.items():
        query = f"MATCH ()-[r:{name}]->() WHERE r.id IN $ids RETURN {STATEMENT} AS found"
        yield from _read(store, query, {"ids": list(some)}, limit=len(some))


def _documents(store: GraphStore, asked: Filter, start: str) -> list[tuple[str, list[str]]]:
    """Ingested documents from one on that state something of the types asked for, and what types they state."""
    one = "i.document >= $start" + ("" if asked.document is None else " AND i.document = $document")
    query = f"MATCH (i:Ingestion) WHERE {one} AND any(name IN i.types WHERE name IN $types) "
    query += "RETURN i.document, i.types ORDER BY i.document LIMIT $limit"
    parameters = {"start": start, "limit": DOCUMENTS + 1, "document": asked.document, "types": list(asked.types)}
    return [(document, types) for document, types in store.read(query, parameters, limit=DOCUMENTS + 1).rows]


def _from_document(
    store: GraphStore, asked: Filter, document: str, types: Iterable[str], after: Position, limit: int
) -> list[StoredStatement]:
    first = after[1] if document == after[0] else ""
    names = sorted(name for name in {*types}.intersection(asked.types) if name >= first)
    branches = []
    for name in names:
        follows = " AND r.id > $after" if name == first else ""
        found = f"MATCH ()-[r:{name}]->() WHERE r.document = $document{follows}{asked.conditions} "
        branches.append(f"{found} WITH r ORDER BY r.id LIMIT $limit RETURN {STATEMENT} AS found")
    if not branches:
        return []
    parameters = {**vars(asked), "document": document, "after": after[2], "limit": limit}
    return sorted(
        _read(store, " UNION ALL ".join(branches), parameters, limit=limit * len(branches)),
        key=lambda statement: statement.position,
    )


def _few(store: GraphStore, asked: Filter) -> tuple[str, list[str]] | None:
    """The end, source or target, that is asked for and has few relationships, with the labels that have its key."""
    types, found = "|".join(asked.types), {}
    for end, arrow in {"source": f"(n)-[:{types}]->()", "target": f"(n)<-[:{types}]-()"}.items():
        if (key := getattr(asked, end)) is not None:
            labels = getattr(asked, f"{end}_label") or "|".join(ONTOLOGY.nodes)
            query = f"MATCH (n:{labels}) WHERE n.key = $key RETURN labels(n)[0], COUNT {{ {arrow} }}"
            rows = store.read(query, {"key": key}).rows
            found[end] = sum(count for _, count in rows), [label for label, _ in rows]
    end = min(found, key=lambda end: found[end][0], default="")
    return (end, found[end][1]) if end and found[end][0] <= FEW else None


def _from_entities(
    store: GraphStore, asked: Filter, end: str, labels: Iterable[str], after: Position, limit: int
) -> list[StoredStatement]:
    types = "|".join(asked.types)
    arrow = f"-[r:{types}]->()" if end == "source" else f"<-[r:{types}]-()"
    branches = [
        f"""MATCH (n:{label} {{key: ${end}}}){arrow} WHERE (r.document > $document OR r.document = $document AND
        (type(r) > $type OR type(r) = $type AND r.id > $after)) {asked.conditions}
        WITH r ORDER BY r.document, type(r), r.id LIMIT $limit RETURN {STATEMENT} AS found"""
        for label in labels
    ]
    if not branches:
        return []
    document, name, id = after
    parameters = {**vars(asked), "document": document, "type": name, "after": id, "limit": limit}
    found = _read(store, " UNION ALL ".join(branches), parameters, limit=limit * len(branches))
    return sorted(found, key=lambda statement: statement.position)


def _cut(found: Sequence[StoredStatement], limit: int) -> Page:
    return Page(tuple(found[:limit]), found[limit - 1].position if len(found) > limit else None)


def _read(store: GraphStore, query: str, parameters: Mapping[str, Any], limit: int) -> Iterator[StoredStatement]:
    return (StoredStatement.read(found) for (found,) in store.read(query, parameters, limit=limit).rows)
