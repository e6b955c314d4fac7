"""The properties of nodes and of relationships as columns, with the types that the ontology declares."""

from __future__ import annotations

from collections.abc import Iterable

from netgov.graph.ontology import ONTOLOGY
from netgov.graph.schema import Property


def _columns(properties: Iterable[Property]) -> dict[str, str]:
    return {item.name: item.type for item in properties}


NODE_COLUMNS = _columns(item for node in ONTOLOGY.node_types for item in (*ONTOLOGY.node_properties, *node.properties))
"""Type by name of every property that a node can have."""
RELATIONSHIP_COLUMNS = _columns(
    item for relation in ONTOLOGY.relation_types for item in ONTOLOGY.properties_of_relation(relation)
)
"""Type by name of every property that a relationship can have."""
