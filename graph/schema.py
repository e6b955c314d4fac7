"""The words to declare an ontology with; the declaration checks itself when it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from netgov.graph.errors import OntologyError, UnknownName

PropertyType = Literal["string", "integer", "float", "boolean", "strings"]

PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "float": (int, float),
    "boolean": bool,
    "strings": (list, tuple),
}


@dataclass(frozen=True)
class Property:
    """A named, typed value of a node or relationship."""

    name: str
    doc: str
    type: PropertyType = "string"

    def accepts(self, value: object) -> bool:
        """Whether a value has the declared type; a boolean is no number here."""
        if isinstance(value, bool) and self.type != "boolean":
            return False
        if not isinstance(value, PYTHON_TYPES[self.type]):
            return False
        return self.type != "strings" or all(isinstance(item, str) for item in value)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class NodeType:
    """A label: what its nodes are, how their key reads, which properties they may have."""

    label: str
    doc: str
    key: str
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True)
class RelationType:
    """A relationship type between sets of labels; `own` are the properties beyond the common ones."""

    name: str
    doc: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    own: tuple[Property, ...] = ()
    symmetric: bool = False
    stated: bool = True
    """Whether it carries evidence; HAS_PASSAGE and MENTIONS are structure and carry none."""


@dataclass(frozen=True)
class Ontology:
    """Every label and relationship type. Raises OntologyError when one of them refers to what is not declared."""

    node_types: tuple[NodeType, ...]
    relation_types: tuple[RelationType, ...]
    node_properties: tuple[Property, ...]
    evidence_properties: tuple[Property, ...]
    statement_properties: tuple[Property, ...]

    def __post_init__(self) -> None:
        labels = [node.label for node in self.node_types]
        _check_names("label", labels, r"[A-Z][A-Za-z]*")
        _check_names("relationship type", [relation.name for relation in self.relation_types], r"[A-Z][A-Z_]*")
        for node in self.node_types:
            names = [item.name for item in self.node_properties + node.properties]
            _check_names(f"property of {node.label}", names, r"[a-z][a-z0-9_]*")
        for relation in self.relation_types:
            names = [item.name for item in self.properties_of_relation(relation)]
            _check_names(f"property of {relation.name}", names, r"[a-z][a-z0-9_]*")
            if not relation.sources or not relation.targets:
                raise OntologyError(f"{relation.name} has no source or no target.")
            for label in (*relation.sources, *relation.targets):
                if label not in labels:
                    raise OntologyError(f"{relation.name} refers to the label {label!r}, which is not declared.")

    def properties_of_relation(self, relation: RelationType) -> tuple[Property, ...]:
        """All properties that a relationship of this type may carry."""
        common = self.evidence_properties + self.statement_properties if relation.stated else ()
        return common + relation.own

    @cached_property
    def nodes(self) -> MappingProxyType[str, NodeType]:
        """Node types by label."""
        return MappingProxyType({node.label: node for node in self.node_types})

    @cached_property
    def relations(self) -> MappingProxyType[str, RelationType]:
        """Relationship types by name."""
        return MappingProxyType({relation.name: relation for relation in self.relation_types})

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Names of the relationship types that carry evidence."""
        return tuple(relation.name for relation in self.relation_types if relation.stated)

    def node(self, label: str) -> NodeType:
        """The node type of a label; raises UnknownName."""
        if label not in self.nodes:
            raise UnknownName("label", label, self.nodes)
        return self.nodes[label]

    def relation(self, name: str) -> RelationType:
        """The relationship type of a name; raises UnknownName."""
        if name not in self.relations:
            raise UnknownName("relationship type", name, self.relations)
        return self.relations[name]

    def node_property(self, label: str, name: str) -> Property | None:
        """The declared property of a label, if there is one."""
        self.node(label)
        return self._node_properties[label].get(name)

    def relation_property(self, relation: str, name: str) -> Property | None:
        """The declared property of a relationship type, if there is one."""
        return self._relation_properties[self.relation(relation).name].get(name)

    @cached_property
    def _node_properties(self) -> dict[str, dict[str, Property]]:
        return {
            node.label: {item.name: item for item in self.node_properties + node.properties} for node in self.node_types
        }

    @cached_property
    def _relation_properties(self) -> dict[str, dict[str, Property]]:
        return {
            relation.name: {item.name: item for item in self.properties_of_relation(relation)}
            for relation in self.relation_types
        }


def _check_names(kind: str, names: list[str], pattern: str) -> None:
    for name in names:
        if not re.fullmatch(pattern, name):
            raise OntologyError(f"The {kind} {name!r} is not spelled like one ({pattern}).")
        if names.count(name) > 1:
            raise OntologyError(f"The {kind} {name!r} is declared twice.")
