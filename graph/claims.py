"""What documents say of entities, counted: an entity's properties follow from its claims and from nothing else.

So a document that goes takes back just what it said, whoever else said it, at a cost that does not depend on them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netgov.graph.model import GraphBatch, Node, Ref
from netgov.graph.ontology import ONTOLOGY

KNOWN = "known"
"""Stands for all that is known of an entity whoever mentions it, as one value: a JSON object."""


@dataclass(frozen=True)
class Claim:
    """One value of one property of an entity (of a list: one item)."""

    entity: Ref
    property: str
    value: Any

    @cached_property
    def id(self) -> str:
        """Hash of the content."""
        content = json.dumps([self.entity, self.property, self.value], ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()[:24]


Counts = Mapping[Claim, int]
"""How many documents make each claim."""


def claims_of(batch: GraphBatch, entities: Iterable[Node]) -> list[Claim]:
    """What a batch says of its document and of entities; all that it says of the document goes with its file."""
    claims = _stated(batch.document, batch.document.properties)
    for node in entities:
        claims |= _stated(node, node.stated)
        if node.known:
            claims.add(Claim(node.ref, KNOWN, json.dumps(dict(node.known), sort_keys=True, ensure_ascii=False)))
    return sorted(claims, key=lambda claim: claim.id)


def recount(counts: Counts, taken_back: Mapping[str, int], made: Iterable[Claim]) -> dict[Claim, int]:
    """Counts after claims were taken back, so many of each id, and others made; what nobody claims is gone."""
    after = {claim: count - taken_back.get(claim.id, 0) for claim, count in counts.items()}
    for claim in made:
        after[claim] = after.get(claim, 0) + 1
    return {claim: count for claim, count in after.items() if count > 0}


def settle(counts: Counts) -> dict[str, Any]:
    """The properties of an entity.

    What is known comes first. Else a value is the one that most documents claim, of equals the smallest; a list is
    its known items, then the claimed ones in order.
    """
    ranked = sorted(counts, key=lambda claim: (claim.property, -counts[claim], claim.value))
    known: dict[str, Any] = next((json.loads(claim.value) for claim in ranked if claim.property == KNOWN), {})
    properties = dict(known)
    lists: dict[str, set[str]] = {}
    for claim in ranked:
        if _is_list(claim):
            lists.setdefault(claim.property, set()).add(claim.value)
        elif claim.property != KNOWN:
            properties.setdefault(claim.property, claim.value)
    for name, items in lists.items():
        first = known.get(name, [])
        properties[name] = [*first, *sorted(items.difference(first))]
    return properties


def _stated(node: Node, properties: Mapping[str, Any]) -> set[Claim]:
    claims = set()
    for name, value in properties.items():
        items = value if isinstance(value, list | tuple) else [value]
        claims |= {Claim(node.ref, name, item) for item in items}
    return claims


def _is_list(claim: Claim) -> bool:
    declared = ONTOLOGY.node_property(claim.entity[0], claim.property)
    return declared is not None and declared.type == "strings"
