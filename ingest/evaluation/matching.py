"""What in one graph is what in another: entities by key, name or title, relations by their ends.

An entity is found when label and key agree, or else when one of its names is a name of the gold entity; titled ones
(drafts, publications, events …) also by a similar title, events by the same first day and a roughly similar title.
Each gold entity can be found once. A relation is found when its type and both ends are; symmetric types go either way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from netgov.graph.ontology import ONTOLOGY

TITLED = frozenset(["Publication", "Event", "Programme", "Recommendation", "Organization", "Group"])
SIMILAR = 0.88
SIMILAR_ON_SAME_DAY = 0.6

Graph = Mapping[str, Any]
"""A document in the form of gold, or an entity or relation of it."""
Key = tuple[str, ...]
"""Label and key of an entity."""
Triple = tuple[str, Key, Key]
"""Type, source and target."""
Rename = Callable[[Key], Key]
"""What an entity is called in the gold."""


def match_entities(predicted: list[Graph], gold: list[Graph]) -> dict[Key, Key]:
    """(label, key) of each predicted entity that is in the gold → (label, key) there."""
    found: dict[Key, Key] = {}
    free = {ref_of(item): item for item in gold}
    for matches in (_same_key, _shared_name, _similar_title):
        for item in predicted:
            if ref_of(item) not in found:
                candidates = [other for other in free.values() if other["label"] == item["label"]]
                if (best := matches(item, candidates)) is not None:
                    found[ref_of(item)] = ref_of(best)
                    del free[ref_of(best)]
    return found


def _same_key(item: Graph, candidates: Iterable[Graph]) -> Graph | None:
    return next((other for other in candidates if fold(other["key"]) == fold(item["key"])), None)


def _shared_name(item: Graph, candidates: Iterable[Graph]) -> Graph | None:
    names = {fold(item["key"]), fold(item.get("name") or item["key"])}
    return next((other for other in candidates if names & forms_of(other)), None)


def _similar_title(item: Graph, candidates: list[Graph]) -> Graph | None:
    if item["label"] not in TITLED or len(fold(item["key"])) < 12 or not candidates:
        return None
    best = max(candidates, key=lambda other: _similarity(item, other))
    ratio = _similarity(item, best)
    same_day = item["label"] == "Event" and item.get("start_date") and item.get("start_date") == best.get("start_date")
    return best if ratio >= SIMILAR or (same_day and ratio >= SIMILAR_ON_SAME_DAY) else None


def _similarity(item: Graph, other: Graph) -> float:
    return max(SequenceMatcher(None, one, two).ratio() for one in forms_of(item) for two in forms_of(other))


def forms_of(entity: Graph) -> set[str]:
    """Every name of an entity, folded."""
    names = [entity["key"], entity.get("name"), entity.get("title"), *entity.get("aliases", [])]
    return {fold(name) for name in names if name and fold(name)}


def fold(text: str) -> str:
    """One form for spellings that differ in case, width, dashes, quotes or punctuation only."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"^(?:draft:\s*|the\s+)+", "", text)
    return re.sub(r"\W+", " ", text).strip()


def relations_of(graph: Graph, rename: Rename) -> dict[Triple, list[Graph]]:
    """What a graph states: each triple, with the relations that state it."""
    found: dict[Triple, list[Graph]] = {}
    for relation in graph["relations"]:
        declared = ONTOLOGY.relations.get(relation["type"])
        if declared and declared.stated:
            found.setdefault(triple_of(relation, rename), []).append(relation)
    return found


def triple_of(relation: Graph, rename: Rename) -> Triple:
    """(type, source, target), the ends of a symmetric type in one order."""
    ends = [rename(tuple(relation["source"])), rename(tuple(relation["target"]))]
    if ONTOLOGY.relations[relation["type"]].symmetric:
        ends.sort(key=str)
    return relation["type"], ends[0], ends[1]


def ref_of(item: Graph) -> Key:
    """Label and key."""
    return item["label"], item["key"]
