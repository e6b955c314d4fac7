"""What the API answers with."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from netgov.api.paging import Next
from netgov.api.versions import Versioned
from netgov.graph.model import Node
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.stored import StoredStatement


class ParameterInfo(BaseModel):
    """A parameter of a named query."""

    name: str
    type: str
    required: bool
    default: Any = Field(description="what is taken when it is left out; null: it narrows nothing down")
    description: str = Field(validation_alias="doc")
    labels: list[str] = Field(description="of a key: labels of the nodes that it can be the key of")


class ColumnInfo(BaseModel):
    """A column of a named query's answer."""

    name: str
    type: str
    description: str = Field(validation_alias="doc")


class QueryInfo(BaseModel):
    """A named query, and how to ask it."""

    name: str
    title: str
    description: str
    parameters: list[ParameterInfo]
    columns: list[ColumnInfo]
    example: dict[str, Any] = Field(description="parameters that have an answer in the demo data")
    url: str = Field(description="path that asks the example")


class Searched(BaseModel):
    """What an answer was searched in, so that nothing found is told from not covered."""

    model_config = ConfigDict(from_attributes=True)

    documents: int = Field(description="how many documents are ingested")
    undated: int = Field(description="how many of them have no date; a question for a year does not reach these")
    period_start: str | None = Field(description="first date that they report on, or else bear")
    period_end: str | None = Field(description="last date that they report on, or else bear")


class Unknown(BaseModel):
    """A key that was asked for, but that nothing in the graph bears."""

    model_config = ConfigDict(from_attributes=True)

    parameter: str
    value: str


class QueryAnswer(Versioned):
    """The answer to a named query."""

    query: str
    parameters: dict[str, Any] = Field(description="as they were used, defaults filled in")
    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool = Field(description="whether the limit cut rows off")
    searched: Searched
    unknown: list[Unknown] = Field(description="keys in the parameters that nothing in the graph bears")


class Reference(BaseModel):
    """An entity by label and key."""

    label: str
    key: str


class Entity(Reference):
    """An entity and what is known of it."""

    name: str | None
    aliases: list[str]
    properties: dict[str, Any] = Field(description="the properties of its label")


class Facets(BaseModel):
    """How many entities there are; of those that fit a text, the best are counted, 100 at most."""

    labels: dict[str, int] = Field(description="by label")
    kinds: dict[str, int] = Field(description="by kind, of one label or of those that fit a text")


class Entities(Versioned):
    """Entities, ordered by key, or by how well they fit the text that was asked for."""

    entities: list[Entity]
    truncated: bool = Field(description="whether the limit cut entities off")
    next: Next
    facets: Facets | None = Field(description="counts, where they were asked for")


class StatementInfo(BaseModel):
    """What a sentence of a document states of two entities."""

    id: str = Field(description="hash of its content: the same statement of the same passage always has it")
    type: str
    source: Reference
    target: Reference
    properties: dict[str, Any] = Field(description="topic, edition, date and the like, where the text gives them")
    document: str
    passage: str
    section: str
    quote: str = Field(description="the sentence that says so")
    start: int = Field(description="where the quote starts in the passage, in characters")
    end: int = Field(description="where the quote ends in the passage")
    rule: str = Field(description="what found it")
    confidence: float = Field(description="how sure that is, 0 to 1")
    source_start: int | None = Field(None, description="where the quote names the source, in characters of it")
    source_end: int | None = Field(None, description="where that name ends")
    target_start: int | None = Field(None, description="where the quote names the target")
    target_end: int | None = Field(None, description="where that name ends")


class DocumentInfo(Entity):
    """An ingested document."""

    passages: int = Field(description="how many passages it has")
    mentioned: int = Field(description="how many entities it names")


class Documents(Versioned):
    """Ingested documents, ordered by key."""

    documents: list[DocumentInfo]
    truncated: bool = Field(description="whether the limit cut documents off")
    next: Next


class State(BaseModel):
    """What state the service is in."""

    status: Literal["up", "ready"]


class Figures(BaseModel):
    """How well something is read: percent, and the counts they come from."""

    precision: float = Field(description="share of what was read that is right")
    recall: float = Field(description="share of what is right that was read")
    f1: float = Field(description="harmonic mean of the two")
    found: int = Field(description="how many were read and are right")
    predicted: int = Field(description="how many were read")
    gold: int = Field(description="how many are right")


class QualitySet(BaseModel):
    """How well one set of texts is read."""

    text: str = Field(description="what kind of text it is")
    looked_at: bool = Field(description="whether the grammar was written with these texts in view")
    entities: dict[str, Figures] = Field(description="by label, ALL for all")
    relations: dict[str, Figures] = Field(description="by type, ALL for all")
    section_accuracy: float = Field(description="percent of the relations found that are in the right section")


class QualityCard(BaseModel):
    """How well the extraction reads."""

    sets: dict[str, QualitySet] = Field(description="sets of texts by name")


def entity_fields(label: str, properties: dict[str, Any]) -> dict[str, Any]:
    """The fields of an Entity from a node's properties; what the ontology does not declare stays out."""
    declared = [item.name for item in ONTOLOGY.node(label).properties]
    return {
        "label": label,
        "key": properties["key"],
        "name": properties.get("name"),
        "aliases": list(properties.get("aliases") or ()),
        "properties": {name: properties[name] for name in declared if properties.get(name) is not None},
    }


def statement_info(statement: StoredStatement) -> StatementInfo:
    """A statement of the graph as the API shows it."""
    evidence = {item.name for item in ONTOLOGY.evidence_properties}
    own = {name: value for name, value in statement.properties.items() if name not in evidence}
    source, target = (Reference(label=label, key=key) for label, key in (statement.source, statement.target))
    return StatementInfo(
        type=statement.type, source=source, target=target, **{**statement.properties, "properties": own}
    )


def entity_of(node: Node) -> Entity:
    """A node of a batch as an Entity."""
    return Entity(**entity_fields(node.label, {**node.properties, "key": node.key}))
