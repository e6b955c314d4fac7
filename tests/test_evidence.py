"""The evidence of a statement: where its quote names the two ends, and what that has no influence on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgov.graph.errors import InvalidGraph
from netgov.graph.export.gold import gold_form
from netgov.graph.model import Evidence, Statement
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.store import GraphStore
from tests.batches import FIRST, ingestion_of

QUOTE = "SG15 liaised with IETF."
EVIDENCE = Evidence("R1", "R1#0", "1", QUOTE, 0, len(QUOTE), "by hand", 1.0)
PLACED = replace(EVIDENCE, source_start=0, source_end=4, target_start=18, target_end=22)
PLACES = {"source_start": 0, "source_end": 4, "target_start": 18, "target_end": 22}


@pytest.mark.parametrize(
    "places",
    [
        {"source_start": -1, "source_end": 4},
        {"source_start": 4, "source_end": 4},
        {"target_start": 18, "target_end": len(QUOTE) + 1},
        {"source_start": 0},
        {"target_end": 4},
    ],
)
def test_an_end_that_is_no_place_in_the_quote_is_refused(places: dict[str, int]) -> None:
    with pytest.raises(InvalidGraph, match="no place in its quote"):
        replace(EVIDENCE, **places)  # type: ignore[arg-type]


def test_every_property_of_evidence_is_declared_and_one_that_is_not_known_is_left_out() -> None:
    assert [*PLACED.properties] == [item.name for item in ONTOLOGY.evidence_properties if item.name != "id"]
    assert PLACED.properties.items() - EVIDENCE.properties.items() == PLACES.items()
    assert not EVIDENCE.properties.keys() & PLACES.keys()


def test_the_places_make_no_other_statement() -> None:
    plain, placed = (
        Statement("LIAISED_WITH", ("StudyGroup", "ITU-T SG15"), ("Organization", "IETF"), evidence)
        for evidence in (EVIDENCE, PLACED)
    )
    assert plain.id == placed.id


def test_a_store_keeps_the_places_and_takes_them_over_when_they_become_known(store: GraphStore) -> None:
    store.replace_document(FIRST, ingestion_of(FIRST))
    first = FIRST.statements[0]
    placed = replace(first, evidence=replace(first.evidence, **PLACES))  # type: ignore[arg-type]
    known = replace(FIRST, statements=(placed, *FIRST.statements[1:]))
    change = store.replace_document(known, ingestion_of(known))
    assert (change.added, change.removed) == (0, 0)
    query = "MATCH ()-[r:LIAISED_WITH]->() RETURN r.source_start, r.source_end, r.target_start, r.target_end"
    assert store.read(query).rows == (tuple(PLACES.values()),)
    (relation,) = [item for item in gold_form(known)["relations"] if item["type"] == "LIAISED_WITH"]
    assert {name: relation.get(name) for name in PLACES} == PLACES
