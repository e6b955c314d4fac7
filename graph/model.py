"""What one document contributes to the graph. Whatever the ontology forbids is refused here, with the reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from netgov.graph.errors import InvalidGraph
from netgov.graph.ontology import ONTOLOGY

Ref = tuple[str, str]
"""A node by label and key."""


def spell(ref: Ref) -> str:
    """A reference as one string; labels have no blanks."""
    return f"{ref[0]} {ref[1]}"


def read_ref(text: str) -> Ref:
    """A reference from one string."""
    label, key = text.split(" ", 1)
    return label, key


@dataclass(frozen=True)
class Node:
    """A node of the graph.

    `known` holds what is true of it whoever mentions it (from the key or a gazetteer), `stated` what this document
    says of it: a title, dates, names it uses. The store keeps the two apart, so that deleting a document takes back
    just what it said.
    """

    label: str
    key: str
    known: Mapping[str, Any] = field(default_factory=dict, hash=False)
    stated: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not self.key.strip():
            raise InvalidGraph(f"A {self.label} has an empty key.")
        ONTOLOGY.node(self.label)
        for name, value in {**self.known, **self.stated}.items():
            declared = ONTOLOGY.node_property(self.label, name)
            if declared is None or name == "key":
                raise InvalidGraph(f"{self.label} {self.key!r} cannot have the property {name!r}.")
            if not declared.accepts(value):
                raise InvalidGraph(f"{name} of {self.label} {self.key!r} must be a {declared.type}, not {value!r}.")

    @property
    def ref(self) -> Ref:
        """Label and key."""
        return self.label, self.key

    @property
    def properties(self) -> dict[str, Any]:
        """Known and stated properties as one, lists joined, the known value first."""
        merged = {**self.stated, **self.known}
        for name in self.known.keys() & self.stated.keys():
            if isinstance(self.known[name], list | tuple):
                merged[name] = list(dict.fromkeys([*self.known[name], *self.stated[name]]))
        return merged


@dataclass(frozen=True)
class Evidence:
    """Where a statement is made: offsets are characters of the passage's text, `confidence` is 0 to 1.

    `source_…` and `target_…` are offsets of the quote, where it names the two ends; they are None where an end is
    understood, such as the subject of "It also approved the draft."
    """

    document: str
    passage: str
    section: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    source_start: int | None = None
    source_end: int | None = None
    target_start: int | None = None
    target_end: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or not 0 <= self.confidence <= 1 or not self.quote.strip():
            raise InvalidGraph(f"Evidence of rule {self.rule!r} in {self.passage} is malformed.")
        for start, end in ((self.source_start, self.source_end), (self.target_start, self.target_end)):
            if not self._holds(start, end):
                raise InvalidGraph(
                    f"Evidence of rule {self.rule!r} in {self.passage} has an end of its statement at "
                    f"{start} to {end}, which is no place in its quote."
                )

    @property
    def properties(self) -> dict[str, Any]:
        """What the relationship carries of it; places that are not known are left out."""
        return {name: value for name, value in vars(self).items() if value is not None}

    def _holds(self, start: int | None, end: int | None) -> bool:
        if start is None or end is None:
            return start is end
        return 0 <= start < end <= len(self.quote)


@dataclass(frozen=True)
class Statement:
    """One relationship, made in one passage, with the sentence that makes it."""

    type: str
    source: Ref
    target: Ref
    evidence: Evidence
    own: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        relation = ONTOLOGY.relation(self.type)
        if not relation.stated:
            raise InvalidGraph(f"{self.type} is structure and cannot be stated.")
        for (label, key), allowed in ((self.source, relation.sources), (self.target, relation.targets)):
            if label not in allowed:
                raise InvalidGraph(f"{self.type} cannot have {label} {key!r} at this end, only {', '.join(allowed)}.")
        for name, value in self.own.items():
            declared = ONTOLOGY.relation_property(self.type, name)
            if declared is None or declared in ONTOLOGY.evidence_properties or not declared.accepts(value):
                raise InvalidGraph(f"{self.type} cannot have {name} = {value!r}.")

    @cached_property
    def id(self) -> str:
        """Hash of the content: the same statement of the same passage has the same id in every run."""
        parts: list[Any] = [self.type, self.source, self.target, dict(sorted(self.own.items()))]
        parts += [self.evidence.passage, self.evidence.start, self.evidence.end, self.evidence.quote]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:24]

    @property
    def properties(self) -> dict[str, Any]:
        """Everything that the relationship carries."""
        return {"id": self.id, **self.evidence.properties, **self.own}


@dataclass(frozen=True)
class Mention:
    """A passage names an entity, `count` times."""

    passage: str
    entity: Ref
    count: int


@dataclass(frozen=True)
class GraphBatch:
    """One document's contribution: refuses references to nodes that it does not bring along."""

    document: Node
    passages: tuple[Node, ...]
    entities: tuple[Node, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]

    def __post_init__(self) -> None:
        refs = [node.ref for node in self.nodes]
        if len(known := set(refs)) != len(refs):
            twice = next(ref for ref in refs if refs.count(ref) > 1)
            raise InvalidGraph(f"{' '.join(twice)} comes twice in the batch of {self.document.key}.")
        texts = {passage.key: passage.known["text"] for passage in self.passages}
        for mention in self.mentions:
            if mention.passage not in texts or mention.entity not in known:
                raise InvalidGraph(f"A mention refers to {mention}, which the batch does not hold.")
        for statement in self.statements:
            for ref in (statement.source, statement.target):
                if ref not in known:
                    raise InvalidGraph(
                        f"{statement.type} refers to {ref[0]} {ref[1]!r}, which the batch does not hold."
                    )
            evidence = statement.evidence
            if texts.get(evidence.passage, "")[evidence.start : evidence.end] != evidence.quote:
                raise InvalidGraph(f"The quote of {statement.type} is not what stands in {evidence.passage}.")

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Document, passages and entities."""
        return (self.document, *self.passages, *self.entities)
