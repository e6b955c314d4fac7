"""Entities, documents, and the state of the service."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.embedded import attach
from netgov.graph.engine_process import is_running
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.settings import Settings


def keys(client: TestClient, **parameters: str | int) -> list[tuple[str, str]]:
    """Label and key of the entities found."""
    return [(item["label"], item["key"]) for item in client.get("/entities", params=parameters).json()["entities"]]


def test_an_entity_has_its_properties(client: TestClient) -> None:
    answer = client.get("/entities", params={"label": "Group", "key": "IETF SFC"}).json()
    assert answer == {
        "version": 2,
        "entities": [
            {
                "label": "Group",
                "key": "IETF SFC",
                "name": "Service Function Chaining",
                "aliases": ["SFC", "Service Function Chaining"],
                "properties": {"parent": "IETF"},
            }
        ],
        "truncated": False,
        "next": None,
        "facets": None,
    }


def test_a_key_alone_finds_it_under_every_label(client: TestClient) -> None:
    assert keys(client, key="TSAG") == [("Group", "TSAG"), ("Organization", "TSAG")]


def test_a_label_lists_its_entities_by_key(client: TestClient) -> None:
    expected = ["IETF IPPM", "IETF IPPM measuring team", "IETF SFC", "TSAG"]
    assert keys(client, label="Group") == [("Group", key) for key in expected]
    assert client.get("/entities", params={"label": "Group", "limit": 4}).json()["truncated"] is False
    cut = client.get("/entities", params={"label": "Group", "limit": 3}).json()
    assert ([item["key"] for item in cut["entities"]], cut["truncated"]) == (expected[:3], True)


def test_what_is_not_there_is_an_empty_list(client: TestClient) -> None:
    assert keys(client, label="Country") == []
    assert keys(client, label="Country", key="TSAG") == []
    assert keys(client, key="' OR true //") == []


def test_documents_come_with_counts(client: TestClient) -> None:
    answer = client.get("/documents").json()
    assert [(item["key"], item["passages"], item["mentioned"]) for item in answer["documents"]] == [
        ("C18/33", 3, 11),
        ("C20/33", 1, 7),
    ]
    assert answer["documents"][1]["properties"]["date"] == "2020-06-09"
    assert answer["truncated"] is False
    cut = client.get("/documents", params={"limit": 1}).json()
    assert ([item["key"] for item in cut["documents"]], cut["truncated"]) == (["C18/33"], True)


def test_documents_come_page_by_page(client: TestClient) -> None:
    first = client.get("/documents", params={"limit": 1}).json()
    second = client.get("/documents", params={"limit": 1, "cursor": first["next"]}).json()
    assert [item["key"] for page in (first, second) for item in page["documents"]] == ["C18/33", "C20/33"]
    assert (second["next"], second["truncated"]) == (None, False)


@pytest.mark.parametrize(("year", "expected"), [(2017, ["C18/33"]), (2019, ["C18/33"]), (2020, ["C20/33"]), (2021, [])])
def test_documents_of_a_year_bear_it_or_report_on_it(client: TestClient, year: int, expected: list[str]) -> None:
    answer = client.get("/documents", params={"year": year}).json()
    assert [item["key"] for item in answer["documents"]] == expected


def test_documents_of_a_kind(client: TestClient) -> None:
    assert client.get("/documents", params={"kind": "report"}).json()["documents"] == []


def test_passages_come_in_reading_order(client: TestClient) -> None:
    first = client.get("/documents/C18/33/passages", params={"limit": 2}).json()
    second = client.get("/documents/C18/33/passages", params={"limit": 2, "cursor": first["next"]}).json()
    passages = [*first["passages"], *second["passages"]]
    assert [(item["ordinal"], item["section"]) for item in passages] == [(0, "2.1"), (1, "2.6"), (2, "3")]
    assert passages[0]["text"].startswith("SG17 liaises with IETF")
    assert second["next"] is None


def test_passages_of_what_was_not_ingested_are_a_problem(client: TestClient) -> None:
    response = client.get("/documents/C99/1/passages")
    assert (response.status_code, "C99/1" in response.json()["detail"]) == (404, True)
    assert client.get("/passages", params={"key": "C18/33#9"}).status_code == 404


def test_a_passage_has_its_mentions_and_statements_in_place(client: TestClient) -> None:
    passage = client.get("/passages", params={"key": "C18/33#1"}).json()
    text = passage["text"]
    named = {
        item["key"]: [text[mark["start"] : mark["end"]] for mark in item["occurrences"]] for item in passage["mentions"]
    }
    assert named["IETF SFC"] == ["IETF SFC", "SFC"]
    assert named["IETF"] == ["IETF", "IETF"]
    assert passage["document"] == "C18/33"
    assert len(passage["statements"]) == 5
    for statement in passage["statements"]:
        assert text[statement["start"] : statement["end"]] == statement["quote"]
        assert statement["passage"] == "C18/33#1"


def test_the_ontology_and_the_quality_card_can_be_read(client: TestClient) -> None:
    ontology = client.get("/ontology").json()
    assert [item["label"] for item in ontology["node_types"]] == list(ONTOLOGY.nodes)
    assert {item["name"] for item in ontology["relation_types"]} == set(ONTOLOGY.relations)
    sets = client.get("/quality").json()["sets"]
    for measured in sets.values():
        assert measured["text"] and isinstance(measured["looked_at"], bool)
        assert 0 < measured["entities"]["ALL"]["precision"] <= 100
    assert "APPROVED" in sets["samples"]["relations"]


def test_the_service_is_up_and_ready(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "up"}
    assert client.get("/ready").json() == {"status": "ready"}


def test_the_application_closes_the_store_that_it_opened(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(home=tmp_path))) as client:
        assert client.get("/queries/liaisons").json()["rows"] == []
        engine = attach(tmp_path)
        engine.detach()
        assert is_running(engine.pid, engine.created)
    assert not is_running(engine.pid, engine.created)
