"""A passage with all that was read in it: what it names and states, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from netgov.graph.model import Ref
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.search_index import find_words, label_words, words_of
from netgov.graph.store import GraphStore
from netgov.graph.stored import STATEMENT, StoredStatement

Span = tuple[int, int]

_PASSAGE = """MATCH (d:Document)-[:HAS_PASSAGE]->(p:Passage {key: $key})
RETURN properties(p) AS passage, d.key AS document"""
_NAMED = """MATCH (:Passage {key: $key})-[m:MENTIONS|ABOUT]->(n)
RETURN labels(n)[0] AS label, properties(n) AS properties, coalesce(m.count, 1) AS count ORDER BY label, n.key"""
_STATED = "MATCH ()-[r:{name}]->() WHERE r.document = $document AND r.passage = $passage RETURN {found} AS found"
MOST = 1_000
"""Mentions and statements of one passage that are read."""


@dataclass(frozen=True)
class Named:
    """An entity that a passage names: how often, and where its names stand, in characters."""

    ref: Ref
    properties: dict[str, Any]
    count: int
    places: tuple[Span, ...]


@dataclass(frozen=True)
class AnnotatedPassage:
    """A passage, what it names and what it states."""

    document: str
    properties: dict[str, Any]
    named: tuple[Named, ...]
    stated: tuple[StoredStatement, ...]


def read_passage(store: GraphStore, key: str) -> AnnotatedPassage | None:
    """The passage of a key, None where there is none."""
    found = store.read(_PASSAGE, {"key": key}, limit=1).rows
    if not found:
        return None
    properties, document = found[0]
    rows = store.read(_NAMED, {"key": key}, limit=MOST).rows
    text = properties["text"]
    named = tuple(Named((label, item["key"]), item, count, locate(text, label, item)) for label, item, count in rows)
    return AnnotatedPassage(document, properties, named, _read_statements(store, document, key))


def _read_statements(store: GraphStore, document: str, passage: str) -> tuple[StoredStatement, ...]:
    """The statements of a passage, found by the document's index of each type that the document has."""
    ingested = store.read("MATCH (n:Ingestion {document: $document}) RETURN n.types", {"document": document}, limit=1)
    types = [name for (names,) in ingested.rows for name in names if name in ONTOLOGY.statements]
    if not types:
        return ()
    query = " UNION ALL ".join(_STATED.format(name=name, found=STATEMENT) for name in types)
    rows = store.read(query, {"document": document, "passage": passage}, limit=MOST).rows
    stated = (StoredStatement.read(found) for (found,) in rows)
    return tuple(sorted(stated, key=lambda statement: (statement.properties["start"], statement.position)))


def locate(text: str, label: str, properties: dict[str, Any]) -> tuple[Span, ...]:
    """Where a text has a name of an entity, word by word, the longest names first.

    The graph keeps how often a passage names an entity but not where. What the text leaves out, such as the second
    head of "SGs 11 and 13", is not found.
    """
    found = find_words(text)
    words = [word for _, _, word in found]
    taken: set[int] = set()
    places: list[Span] = []
    for name in sorted(_spellings(label, properties), key=len, reverse=True):
        for first in range(len(words) - len(name) + 1):
            span = range(first, first + len(name))
            if taken.isdisjoint(span) and tuple(words[first : span.stop]) == name:
                taken.update(span)
                places.append((found[first][0], found[span.stop - 1][1]))
    return tuple(sorted(places))


def _spellings(label: str, properties: dict[str, Any]) -> set[tuple[str, ...]]:
    """The names as words; a text of ITU often leaves the sector out of a key, and may write the label before it."""
    key = properties["key"]
    short = key.removeprefix(sector).strip() if (sector := properties.get("sector")) else key
    numbered = [*label_words(label), *words_of(properties["number"])] if "number" in properties else []
    names: Iterable[str | None] = (key, short, properties.get("name"), properties.get("title"))
    spellings = {tuple(words_of(name)) for name in (*names, *properties.get("aliases", ())) if name}
    return {spelling for spelling in (*spellings, tuple(numbered)) if spelling}
