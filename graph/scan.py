"""Reading all of a graph, or what one document contributed to it, page by page, in an order that the graph decides.

What is held at a time is the keys of one label and the statements of a few documents. The engines offer no snapshot
over many reads, so a scan looks before and after at what was ingested: it gives one state of the graph, or it fails.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from neo4j import Session

from netgov.graph.contribution import INTERNAL
from netgov.graph.errors import GraphChanged, UnknownName
from netgov.graph.model import Ref, read_ref
from netgov.graph.ontology import ONTOLOGY

T = TypeVar("T")

PAGE = 1_000
"""Nodes read at once."""
DOCUMENTS = 20
"""Documents whose passages or relationships are read at once."""
PASSAGES = """
UNWIND $page AS document MATCH (d:Document {key: document})-[r:HAS_PASSAGE]->(p:Passage)
RETURN document, type(r), 'Document', d.key, properties(r), 'Passage', p.key
"""
MENTIONS = """
UNWIND $page AS document MATCH (d:Document {key: document})-[:HAS_PASSAGE]->(p:Passage)-[r]->(e)
RETURN document, type(r), 'Passage', p.key, properties(r), labels(e)[0], e.key
"""
STATEMENTS = """
MATCH (a)-[r:{type}]->(b) WHERE r.document IN $page
RETURN r.document, type(r), labels(a)[0], a.key, properties(r), labels(b)[0], b.key
"""
"""The index of a type is used where its documents come as a list, and not where they come one by one."""


@dataclass(frozen=True)
class NodeRecord:
    """A node as it is stored; one of the store's own has the value of its unique property as its key."""

    label: str
    key: Any
    properties: Mapping[str, Any]

    @property
    def ref(self) -> Ref:
        """Label and key."""
        return self.label, self.key


@dataclass(frozen=True)
class RelationshipRecord:
    """A relationship as it is stored."""

    type: str
    source: Ref
    target: Ref
    properties: Mapping[str, Any]


Record = NodeRecord | RelationshipRecord


@dataclass(frozen=True)
class Part:
    """What tells one contribution of a document from another, and the types of its statements."""

    digest: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class State:
    """What tells one state of a graph from another: its documents, and what the last writer left."""

    documents: Mapping[str, Part]
    turn: Sequence[Any]


class Scan:
    """A graph, or the part of it that one document made. Raises UnknownName where that was not ingested."""

    def __init__(self, session: Session, document: str | None = None) -> None:
        self._session, self.document = session, document
        self._state = self._read_state()
        known = self._state.documents
        if document is not None and document not in known:
            raise UnknownName("document", document, known)
        self._documents = sorted(known) if document is None else [document]

    def check(self) -> None:
        """Raise GraphChanged where a write came in between."""
        if self._read_state() != self._state:
            raise GraphChanged("The graph was written to while it was read, which would mix two states; try again.")

    def nodes(self) -> Iterator[NodeRecord]:
        """Nodes of the ontology: by label and key; after them the passages, document by document."""
        for label, keys in self._entities():
            yield from self._nodes(label, "key", keys)
        query = "UNWIND $page AS key MATCH (:Document {key: key})-[:HAS_PASSAGE]->(p:Passage) RETURN key, properties(p)"
        for page in _pages(self._documents, DOCUMENTS):
            for _, found in sorted(self._run(query, page=page), key=lambda row: (row[0], row[1]["ordinal"])):
                yield NodeRecord("Passage", found["key"], found)

    def relationships(self) -> Iterator[RelationshipRecord]:
        """Relationships of the ontology: document by document, by type, by id or else by their ends."""
        for page in _pages(self._documents, DOCUMENTS):
            rows = self._run(PASSAGES, page=page) + self._run(MENTIONS, page=page)
            for name in sorted({name for document in page for name in self._state.documents[document].types}):
                rows += self._run(STATEMENTS.format(type=name), page=page)
            for _, kind, a, source, properties, b, target in sorted(rows, key=_place):
                yield RelationshipRecord(kind, (a, source), (b, target), properties)

    def internal(self) -> Iterator[NodeRecord]:
        """The store's own nodes, without which a copy of the graph could not be written to as this one can."""
        for label, name in INTERNAL.items():
            yield from self._nodes(label, name, self._keys(label, name))

    def _entities(self) -> Iterator[tuple[str, list[str]]]:
        """Labels, passages apart, with the keys of their nodes in order."""
        if self.document is None:
            yield from ((label, self._keys(label, "key")) for label in ONTOLOGY.nodes if label != "Passage")
            return
        by_label: dict[str, list[str]] = defaultdict(list)
        query = "MATCH (n:Ingestion {document: $document}) UNWIND n.entities AS entity RETURN entity"
        for (entity,) in self._run(query, document=self.document):
            label, key = read_ref(entity)
            by_label[label].append(key)
        yield from ((label, sorted(by_label[label])) for label in ONTOLOGY.nodes if label in by_label)

    def _keys(self, label: str, name: str) -> list[Any]:
        return sorted(key for (key,) in self._run(f"MATCH (n:{label}) RETURN n.{name}"))

    def _nodes(self, label: str, name: str, keys: Sequence[Any]) -> Iterator[NodeRecord]:
        query = f"UNWIND $page AS key MATCH (n:{label} {{{name}: key}}) RETURN properties(n)"
        for page in _pages(keys, PAGE):
            found = {row[0][name]: row[0] for row in self._run(query, page=page)}
            yield from (NodeRecord(label, key, found[key]) for key in page if key in found)

    def _read_state(self) -> State:
        rows = self._run("MATCH (n:Ingestion) RETURN n.document, n.digest, n.types")
        documents = {document: Part(digest, tuple(types)) for document, digest, types in rows}
        return State(documents, self._run("MATCH (n:Turn) RETURN properties(n)"))

    def _run(self, query: str, **parameters: Any) -> list[list[Any]]:
        return self._session.execute_read(lambda tx: [record.values() for record in tx.run(query, parameters)])


@contextmanager
def scan(session: Session, document: str | None = None) -> Iterator[Scan]:
    """Scan a graph, or what one document contributed. Raises UnknownName, and GraphChanged at the end."""
    found = Scan(session, document)
    yield found
    found.check()


def gather(items: Iterable[T], shape: Callable[[T], tuple[str, ...]], size: int) -> Iterator[tuple[Any, list[T]]]:
    """Items of one shape together, at most `size` of them; what is waiting for company is bounded by the shapes."""
    waiting: dict[tuple[str, ...], list[T]] = {}
    for item in items:
        group = waiting.setdefault(shape(item), [])
        group.append(item)
        if len(group) == size:
            yield shape(item), waiting.pop(shape(item))
    yield from waiting.items()


def shape_of(record: Record) -> tuple[str, ...]:
    """What records that are written alike have in common: a label, or a type with the labels of its ends."""
    match record:
        case NodeRecord():
            return (record.label,)
        case RelationshipRecord():
            return record.type, record.source[0], record.target[0]


def _pages(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _place(row: Sequence[Any]) -> tuple[str, ...]:
    """Where a relationship stands among those of a page; a statement's id makes it unique, else its ends do."""
    document, kind, _, source, properties, label, target = row
    return document, kind, properties.get("id", ""), source, label, target
