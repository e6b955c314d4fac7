"""What the names themselves say: the parent of a group, the work of an edition, the parent of an amendment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from graph.keys import RecommendationName
from graph.model import Ref
from ingest.gazetteer import load_gazetteer
from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading

_SECTORS = ("ITU-T", "ITU-D", "ITU-R")


def read_members_of_bodies(reading: Reading) -> Iterator[Found]:
    """PART_OF, once, where a study group, Question or group is first named: "ITU-T SG15" is part of ITU-T."""
    seen: set[Ref] = set()
    for sentence in reading.sentences:
        for item in sentence.mentions:
            for child, parent in _chain(item):
                if child in seen:
                    break
                seen.add(child)
                yield sentence.states("PART_OF", child, parent, "read_members_of_bodies", 1.0)


def _chain(item: EntityMention) -> Iterator[tuple[Ref, Ref]]:
    """(child, parent) from a named body up to the one that its name contains."""
    if item.label == "StudyGroup":
        yield item.ref, ("Organization", str(item.known["sector"]))
    elif item.label == "Question":
        group = str(item.known["group"])
        yield item.ref, ("StudyGroup", group)
    elif item.label == "Group" and item.known.get("parent"):
        parent = ref_of_body(str(item.known["parent"]))
        yield item.ref, parent


def ref_of_body(key: str) -> Ref:
    """Label and key of a parent that a name or gazetteer gives by key only."""
    if key.startswith(_SECTORS) and " SG" in key:
        return ("Group", key) if "RG-" in key else ("StudyGroup", key)
    return (
        ("Group", key)
        if load_gazetteer().find(("Group", key)) or "Group" in key.split() or "JTC" in key or key.startswith("FG-")
        else ("Organization", key)
    )


def read_editions(reading: Reading) -> Iterator[Found]:
    """EDITION_OF, where an edition is named: "Resolution 101 (Rev. Busan, 2014)"."""
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Edition":
                target = ("Resolution", str(item.fields["resolution"]))
                yield sentence.states("EDITION_OF", item.ref, target, "read_editions", 1.0)


def read_parts(reading: Reading) -> Iterator[Found]:
    """AMENDS, SUPPLEMENTS and EQUIVALENT_TO as identifiers say them: "Y.1540 Amd.2", "Y.4903/L.1603"."""
    for sentence in reading.sentences:
        for item, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
            name = item.fields.get("name")
            if item.label != "Recommendation" or not isinstance(name, RecommendationName):
                continue
            span = (sentence.start, sentence.end, "read_parts", 1.0)
            if name.parent:
                type_ = "SUPPLEMENTS" if name.kind == "supplement" else "AMENDS"
                yield Found(type_, item.ref, ("Recommendation", name.parent.key), *span)
            if supplemented := item.fields.get("supplements"):
                yield Found("SUPPLEMENTS", item.ref, ("Recommendation", supplemented.key), *span)
            if following and following.start == item.start and following.label == "Recommendation":
                yield Found("EQUIVALENT_TO", item.ref, following.ref, *span)
