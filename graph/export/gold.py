"""A batch in the form of the gold data: entities listed once, relations once per section."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from netgov.graph.model import GraphBatch, Node, Statement

PLACES = ("source_start", "source_end", "target_start", "target_end")
"""Where the quote names the two ends, in characters of it."""


def gold_form(batch: GraphBatch) -> dict[str, Any]:
    """The JSON form of gold data: passages and mentions are left out."""
    relations: dict[tuple[object, ...], dict[str, Any]] = {}
    for statement in batch.statements:
        identity = (statement.type, statement.source, statement.target, statement.evidence.section)
        relations.setdefault(identity, _relation(statement))
    return {
        "document": PurePath(str(batch.document.properties.get("source", batch.document.key))).stem,
        "document_key": batch.document.key,
        "entities": [_entity(node) for node in (batch.document, *batch.entities)],
        "relations": list(relations.values()),
    }


def _entity(node: Node) -> dict[str, Any]:
    properties = {name: list(value) if isinstance(value, tuple) else value for name, value in node.properties.items()}
    return {"label": node.label, "key": node.key, "name": node.key, "aliases": [], **properties}


def _relation(statement: Statement) -> dict[str, Any]:
    evidence = statement.evidence.properties
    return {
        "type": statement.type,
        "source": list(statement.source),
        "target": list(statement.target),
        "section": statement.evidence.section,
        **dict(statement.own),
        "rule": statement.evidence.rule,
        "confidence": statement.evidence.confidence,
        "quote": statement.evidence.quote,
        **{name: evidence[name] for name in PLACES if name in evidence},
    }
