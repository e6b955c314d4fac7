"""Entities by label and key."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError

from api.dependencies import Label, Limit, Store
from api.models import Entities, Entity, entity_fields
from graph.ontology import ONTOLOGY

router = APIRouter(tags=["Entities"])


@router.get("/entities")
def list_entities(
    store: Store,
    limit: Limit,
    label: Label = None,
    key: Annotated[str | None, Query(description="only the entity with exactly this key", examples=["IETF"])] = None,
) -> Entities:
    """Entities of a label, or those that bear a key, or both."""
    if label is None and key is None:
        raise RequestValidationError([{"loc": ("query",), "msg": "Give a label, a key or both"}])
    labels = label or "|".join(ONTOLOGY.nodes)
    where = "" if key is None else "WHERE entity.key = $key"
    rows = store.read(
        f"MATCH (entity:{labels}) {where} WITH labels(entity)[0] AS label, entity "
        "RETURN label, properties(entity) AS properties ORDER BY entity.key, label LIMIT $limit",
        {"key": key, "limit": limit + 1},
        limit=limit,
    )
    found = [Entity(**entity_fields(label, properties)) for label, properties in rows.rows]
    return Entities(entities=found, truncated=rows.truncated)
