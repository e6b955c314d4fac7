"""The ontology for people and programs to read: plain text, JSON, and the Markdown of docs/ontology.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from netgov.graph.schema import Ontology, Property, RelationType


def text(ontology: Ontology) -> str:
    """Labels and relationship types, a few lines each, for a terminal."""
    lines = ["Labels", ""]
    for node in ontology.node_types:
        lines += [f"{node.label}: {node.doc}", f"    key: {node.key}"]
        lines += [f"    properties: {_names(node.properties)}"] if node.properties else []
    lines += ["", "Relationship types", ""]
    for relation in ontology.relation_types:
        lines += [f"{relation.name}: {relation.doc}", f"    {_ends(relation)}"]
        lines += [f"    properties: {_names(relation.own)}"] if relation.own else []
    lines += ["", f"Every label: {_names(ontology.node_properties)}"]
    lines += [f"Every stated relationship: {_names(ontology.evidence_properties + ontology.statement_properties)}"]
    return "\n".join(lines) + "\n"


def as_json(ontology: Ontology) -> str:
    """The whole declaration."""
    return json.dumps(asdict(ontology), ensure_ascii=False, indent=2) + "\n"


def markdown(ontology: Ontology) -> str:
    """The page docs/ontology.md."""
    return "\n".join(_page(ontology)) + "\n"


def _page(ontology: Ontology) -> Iterator[str]:
    yield from ("# Ontology", "", "Made by `netgov schema --format markdown` from `graph/ontology.py`; do not edit.")
    yield from ("", "## Labels", "")
    rows = ((f"`{node.label}`", node.doc, node.key, _names(node.properties)) for node in ontology.node_types)
    yield from _table(("label", "what it is", "key", "own properties"), rows)
    yield from ("", "## Relationship types", "")
    relations = ((f"`{item.name}`", _ends(item), item.doc, _names(item.own)) for item in ontology.relation_types)
    yield from _table(("type", "from → to", "what it says", "own properties"), relations)
    yield from ("", "Stated in either direction: " + ", ".join(_symmetric(ontology)) + ".")
    yield from _properties("Properties of every label", ontology.node_properties)
    yield from _properties("Properties of labels", _distinct(node.properties for node in ontology.node_types))
    yield from _properties("Evidence, on every stated relationship", ontology.evidence_properties)
    yield from _properties("Where the text gives them", ontology.statement_properties)
    yield from _properties("Properties of relationship types", _distinct(item.own for item in ontology.relation_types))


def _properties(title: str, properties: Iterable[Property]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield from _table(("property", "type", "what it is"), ((f"`{p.name}`", p.type, p.doc) for p in properties))


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (header, ("---",) * len(header), *rows):
        yield "| " + " | ".join(re.sub(r"[|<]", r"\\\g<0>", cell) for cell in row) + " |"


def _distinct(groups: Iterable[tuple[Property, ...]]) -> Iterable[Property]:
    return dict.fromkeys(item for group in groups for item in group)


def _names(properties: tuple[Property, ...]) -> str:
    return ", ".join(item.name for item in properties)


def _ends(relation: RelationType) -> str:
    return f"{', '.join(relation.sources)} → {', '.join(relation.targets)}"


def _symmetric(ontology: Ontology) -> list[str]:
    return [f"`{relation.name}`" for relation in ontology.relation_types if relation.symmetric]
