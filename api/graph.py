"""One entity: its profile, and what is around it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi import Path as PathParameter
from pydantic import BaseModel, Field

from netgov.api.dependencies import Limit, Store
from netgov.api.models import Entity, Reference, entity_fields
from netgov.api.statements import Types, statement_types
from netgov.api.versions import AtVersion, Versioned
from netgov.graph.entities import find_neighbours, find_profile
from netgov.graph.ontology import ONTOLOGY

router = APIRouter(tags=["Entities"])

PathLabel = Annotated[str, PathParameter(examples=["Group"], json_schema_extra={"enum": list(ONTOLOGY.nodes)})]
Key = Annotated[str, Query(description="its key", examples=["IETF SFC"])]


class Count(BaseModel):
    """How many relationships of a type an entity has."""

    type: str
    direction: Literal["out", "in"] = Field(description="out: from the entity; in: to it")
    count: int


class EntityProfile(Entity, Versioned):
    """An entity, when it was seen, and how often what is said of it."""

    first_seen: str | None = Field(description="date of the oldest document that mentions it or states something of it")
    last_seen: str | None = Field(description="date of the newest one")
    relationships: list[Count] = Field(description="counts by type and direction, those that are not 0")


class Neighbour(Reference):
    """An entity in the neighbourhood of another."""

    name: str | None
    depth: int = Field(description="how many relationships away; 0: the entity itself")


class Edge(BaseModel):
    """What is stated of two entities, once for all documents."""

    type: str
    source: Reference
    target: Reference
    statements: list[str] = Field(description="ids of the statements that say so, for GET /statements/{id}")


class Neighbourhood(Versioned):
    """An entity with what is around it."""

    nodes: list[Neighbour]
    edges: list[Edge]
    truncated: bool = Field(description="whether the limit left statements out")


@router.get("/entities/{label}")
def show_entity(store: Store, at: AtVersion, label: PathLabel, key: Key) -> EntityProfile:
    """What is known of one entity, when it was first and last seen, and its relationships counted by type."""
    profile = find_profile(store, (ONTOLOGY.node(label).label, key))
    if profile is None:
        raise _unknown(label, key)
    first, last = profile.seen
    counts = [Count(type=name, direction=way, count=count) for (name, way), count in profile.counts.items()]
    fields = entity_fields(label, dict(profile.properties))
    return EntityProfile(version=at.number, first_seen=first, last_seen=last, relationships=counts, **fields)


@router.get("/entities/{label}/neighbours")
def list_neighbours(
    store: Store,
    at: AtVersion,
    limit: Limit,
    label: PathLabel,
    key: Key,
    depth: Annotated[int, Query(ge=1, le=2, description="how many relationships away", examples=[2])] = 1,
    types: Types = None,
) -> Neighbourhood:
    """What is around an entity, as nodes and edges, from at most `limit` statements.

    Where there are more, which ones are taken is up to the database; each entity of depth 1 has an equal share of
    those for depth 2.
    """
    ref = (ONTOLOGY.node(label).label, key)
    found = find_neighbours(store, ref, types=statement_types(types), depth=depth, limit=limit)
    if not found.edges and find_profile(store, ref) is None:
        raise _unknown(label, key)
    nodes = sorted((reached, *node) for node, reached in found.depths.items())
    return Neighbourhood(
        version=at.number,
        nodes=[Neighbour(label=a, key=b, name=found.names.get((a, b)), depth=reached) for reached, a, b in nodes],
        edges=[
            Edge(
                type=kind,
                source=Reference(label=source[0], key=source[1]),
                target=Reference(label=target[0], key=target[1]),
                statements=sorted(ids),
            )
            for (kind, source, target), ids in sorted(found.edges.items())
        ],
        truncated=found.truncated,
    )


def _unknown(label: str, key: str) -> HTTPException:
    return HTTPException(404, f"There is no {label} {key!r}.")
