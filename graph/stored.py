"""A statement as the graph holds it, and the Cypher that gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from netgov.graph.model import Ref

Position = tuple[str, str, str]
"""Document, type and id of a statement."""

STATEMENT = """{ type: type(r), source: [labels(startNode(r))[0], startNode(r).key],
                 target: [labels(endNode(r))[0], endNode(r).key], properties: properties(r) }"""
"""Cypher for a relationship r as StoredStatement.read takes it."""


@dataclass(frozen=True)
class StoredStatement:
    """A statement as the graph holds it; `properties` are its id, its evidence and what it has of its own."""

    type: str
    source: Ref
    target: Ref
    properties: dict[str, Any]

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> Self:
        """A statement from what STATEMENT gives."""
        (source_label, source), (target_label, target) = found["source"], found["target"]
        return cls(found["type"], (source_label, source), (target_label, target), found["properties"])

    @property
    def id(self) -> str:
        """Hash of its content."""
        return str(self.properties["id"])

    @property
    def position(self) -> Position:
        """Its place in the order of statements."""
        return self.properties["document"], self.type, self.id
