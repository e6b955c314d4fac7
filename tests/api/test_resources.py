"""Entities, documents, and the state of the service."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from graph.embedded import attach
from graph.engine_process import is_running
from graph.settings import Settings


def keys(client: TestClient, **parameters: str | int) -> list[tuple[str, str]]:
    """Label and key of the entities found."""
    return [(item["label"], item["key"]) for item in client.get("/entities", params=parameters).json()["entities"]]


def test_an_entity_has_its_properties(client: TestClient) -> None:
    answer = client.get("/entities", params={"label": "Group", "key": "IETF SFC"}).json()
    assert answer == {
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
