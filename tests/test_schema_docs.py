"""The ontology for readers: docs/ontology.md is what the declaration gives today, and nothing in it is left out."""

from __future__ import annotations

import json
from pathlib import Path

from netgov.graph import describe
from netgov.graph.ontology import ONTOLOGY

PAGE = Path(__file__).parents[1] / "docs" / "ontology.md"


def test_the_page_is_not_stale() -> None:
    hint = "run: netgov schema --format markdown > docs/ontology.md"
    assert PAGE.read_text("utf-8") == describe.markdown(ONTOLOGY), hint


def test_every_form_names_every_label_type_and_property() -> None:
    names = {node.label for node in ONTOLOGY.node_types} | set(ONTOLOGY.relations)
    names |= {item.name for node in ONTOLOGY.node_types for item in node.properties}
    names |= {item.name for relation in ONTOLOGY.relation_types for item in ONTOLOGY.properties_of_relation(relation)}
    for form in (describe.text, describe.as_json, describe.markdown):
        written = form(ONTOLOGY)
        assert [name for name in sorted(names) if name not in written] == []


def test_json_is_the_declaration() -> None:
    declared = json.loads(describe.as_json(ONTOLOGY))
    assert [node["label"] for node in declared["node_types"]] == list(ONTOLOGY.nodes)
    liaison = next(item for item in declared["relation_types"] if item["name"] == "LIAISED_WITH")
    assert liaison["symmetric"] is True
    assert liaison["sources"] == list(ONTOLOGY.relation("LIAISED_WITH").sources)


def test_markdown_shows_placeholders_and_keeps_its_columns() -> None:
    row = next(line for line in describe.markdown(ONTOLOGY).splitlines() if line.startswith("| `Resolution`"))
    assert r"\<body> Resolution\|Decision\|Opinion \<number>" in row
