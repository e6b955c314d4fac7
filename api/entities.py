"""Entities by label, key and text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError

from netgov.api.dependencies import Label, Limit, Store
from netgov.api.models import Entities, Entity, Facets, entity_fields
from netgov.api.paging import Cursor, PageCursor
from netgov.api.search import SearchText
from netgov.api.versions import AtVersion
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.search import CANDIDATES, find_entities, read_terms
from netgov.graph.store import GraphStore

router = APIRouter(tags=["Entities"])

Page = tuple[list[Entity], str | None]
"""Entities, and the cursor of those that follow."""


@router.get("/entities")
def list_entities(
    store: Store,
    at: AtVersion,
    limit: Limit,
    cursor: Cursor,
    label: Label = None,
    key: Annotated[str | None, Query(description="only the entity with exactly this key", examples=["IETF"])] = None,
    q: Annotated[str | None, SearchText] = None,
    facets: Annotated[bool, Query(description="whether to count by label and kind")] = False,
) -> Entities:
    """Entities of a label, those that bear a key, or those whose names fit a text (as in /search, best first)."""
    if label is None and key is None and q is None:
        raise RequestValidationError([{"loc": ("query",), "msg": "Give a label, a key or a text (q)"}])
    if q is None:
        page, following = _page_by_key(store, label, key, limit, cursor)
        counts = _count_all(store, label) if facets else None
    else:
        found = _find(store, q, label, key)
        page, following = _page_of(found, limit, cursor)
        counts = _count_found(found) if facets else None
    return Entities(version=at.number, entities=page, truncated=following is not None, next=following, facets=counts)


def _page_by_key(store: GraphStore, label: str | None, key: str | None, limit: int, cursor: PageCursor) -> Page:
    after = cursor.after(str, str) or ("", "")
    labels = label or "|".join(ONTOLOGY.nodes)
    where = "entity.key >= $after" if key is None else "entity.key = $key"
    rows = store.read(
        f"MATCH (entity:{labels}) WHERE {where} WITH labels(entity)[0] AS label, entity "
        "WHERE entity.key > $after OR label > $after_label "
        "RETURN label, properties(entity) AS properties ORDER BY entity.key, label LIMIT $limit",
        {"key": key, "after": after[0], "after_label": after[1], "limit": limit + 1},
        limit=limit,
    )
    found = [_entity(label, properties) for label, properties in rows.rows]
    return found, cursor.next(found[-1].key, found[-1].label) if rows.truncated else None


def _find(store: GraphStore, text: str, label: str | None, key: str | None) -> list[Entity]:
    """The entities that fit a text, best first: at most CANDIDATES."""
    hits = find_entities(store, read_terms(store, text), label)
    ranked = sorted((hit for hit in hits if key in (None, hit.key)), key=lambda hit: (-hit.score, hit.key, hit.label))
    found: dict[tuple[str, str], Entity] = {}
    for name in {hit.label for hit in ranked}:
        query = f"UNWIND $keys AS key MATCH (entity:{name} {{key: key}}) RETURN properties(entity)"
        rows = store.read(query, {"keys": [hit.key for hit in ranked if hit.label == name]}, limit=CANDIDATES)
        found |= {(name, properties["key"]): _entity(name, properties) for (properties,) in rows.rows}
    return [found[hit.label, hit.key] for hit in ranked if (hit.label, hit.key) in found]


def _page_of(found: list[Entity], limit: int, cursor: PageCursor) -> Page:
    (given,) = cursor.after(int) or (0,)
    start = max(given, 0)
    return found[start:][:limit], cursor.next(start + limit) if len(found) > start + limit else None


def _count_all(store: GraphStore, label: str | None) -> Facets:
    labels = {name: count for name, count in store.status().nodes.items() if count and label in (None, name)}
    if label is None or not any(item.name == "kind" for item in ONTOLOGY.node(label).properties):
        return Facets(labels=labels, kinds={})
    query = (
        f"MATCH (n:{label}) WHERE n.kind IS NOT NULL RETURN n.kind AS kind, count(*) AS found ORDER BY found DESC, kind"
    )
    return Facets(labels=labels, kinds=dict(store.read(query).rows))


def _count_found(found: Iterable[Entity]) -> Facets:
    entities = list(found)
    kinds = (str(entity.properties["kind"]) for entity in entities if "kind" in entity.properties)
    return Facets(labels=_ranked(entity.label for entity in entities), kinds=_ranked(kinds))


def _ranked(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _entity(label: str, properties: dict[str, Any]) -> Entity:
    return Entity(**entity_fields(label, properties))
