"""The declaration checks itself, and says what the ontology of the project says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netgov.graph.errors import OntologyError, UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.schema import NodeType, Ontology, Property, RelationType

LABEL = NodeType("Body", "a body", "its name")


def declare(**changes: Any) -> Ontology:
    """A small ontology, with changes."""
    knows = RelationType("KNOWS", "knows", ("Body",), ("Body",))
    return replace(Ontology((LABEL,), (knows,), (Property("key", "its key"),), (), ()), **changes)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"relation_types": (RelationType("KNOWS", "", ("Body",), ("Person",)),)}, "refers to the label 'Person'"),
        ({"relation_types": (RelationType("KNOWS", "", ("Nobody",), ("Body",)),)}, "refers to the label 'Nobody'"),
        ({"relation_types": (RelationType("KNOWS", "", (), ("Body",)),)}, "no source or no target"),
        ({"relation_types": (RelationType("knows", "", ("Body",), ("Body",)),)}, "is not spelled like one"),
        ({"node_types": (LABEL, LABEL)}, "'Body' is declared twice"),
        ({"node_types": (replace(LABEL, label="body"),)}, "is not spelled like one"),
        ({"node_types": (replace(LABEL, properties=(Property("key", ""),)),)}, "'key' is declared twice"),
        ({"node_types": (replace(LABEL, properties=(Property("Kind", ""),)),)}, "is not spelled like one"),
        ({"evidence_properties": (Property("id", ""), Property("id", ""))}, "'id' is declared twice"),
    ],
)
def test_a_wrong_declaration_fails_when_it_is_built(changes: dict[str, Any], reason: str) -> None:
    assert declare().node("Body") is LABEL
    with pytest.raises(OntologyError, match=reason):
        declare(**changes)


def test_labels_and_types() -> None:
    assert set(ONTOLOGY.nodes) == {
        "Document", "Passage", "Resolution", "Edition", "Recommendation", "Publication", "StudyGroup", "Question",
        "Group", "Organization", "Country", "Place", "Event", "Person", "Programme", "Topic",
    }  # fmt: skip
    assert len(ONTOLOGY.relations) == 29
    assert set(ONTOLOGY.relations) - set(ONTOLOGY.statements) == {"HAS_PASSAGE", "MENTIONS", "ABOUT"}
    assert {name for name, item in ONTOLOGY.relations.items() if item.symmetric} == {
        "LIAISED_WITH",
        "COLLABORATES_WITH",
        "EQUIVALENT_TO",
    }


@pytest.mark.parametrize(
    ("relation", "source", "target"),
    [
        ("REPORTS_ON", "Document", "Resolution"),
        ("APPROVED", "StudyGroup", "Recommendation"),
        ("LIAISED_WITH", "StudyGroup", "Organization"),
        ("COLLABORATES_WITH", "Organization", "Programme"),
        ("PART_OF", "Place", "Country"),
        ("PARTICIPATED_IN", "Person", "Event"),
        ("HELD_IN", "Event", "Place"),
        ("DIRECTS", "Resolution", "Organization"),
        ("EQUIVALENT_TO", "Recommendation", "Publication"),
    ],
)
def test_endpoints(relation: str, source: str, target: str) -> None:
    assert source in ONTOLOGY.relation(relation).sources
    assert target in ONTOLOGY.relation(relation).targets


def test_unknown_names_are_refused_with_what_would_have_been_right() -> None:
    with pytest.raises(UnknownName, match=r"no label 'Studygroup'. Did you mean .*StudyGroup"):
        ONTOLOGY.node("Studygroup")
    with pytest.raises(UnknownName, match=r"no relationship type 'LIASED_WITH'. Did you mean LIAISED_WITH"):
        ONTOLOGY.relation("LIASED_WITH")


def test_properties_belong_to_their_label_or_type() -> None:
    assert ONTOLOGY.node_property("Edition", "year") == Property("year", "when it was adopted", "integer")
    assert ONTOLOGY.node_property("Edition", "homepage") is None
    assert ONTOLOGY.relation_property("DIRECTS", "verb") is not None
    assert ONTOLOGY.relation_property("MENTIONS", "quote") is None


@pytest.mark.parametrize(
    ("type", "value", "accepted"),
    [
        ("string", "x", True),
        ("string", 1, False),
        ("integer", 1, True),
        ("integer", True, False),
        ("integer", 1.5, False),
        ("float", 1, True),
        ("boolean", False, True),
        ("strings", ["a"], True),
        ("strings", ["a", 1], False),
        ("strings", "a", False),
    ],
)
def test_a_property_accepts_its_type_only(type: Any, value: object, accepted: bool) -> None:
    assert Property("name", "", type).accepts(value) is accepted
