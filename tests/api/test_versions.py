"""The graph's version on answers: headers, 304, permalinks."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.batches import FIRST, SECOND, ingestion_of

LIAISONS = "/queries/liaisons?with=IETF"
PATHS = (LIAISONS, f"{LIAISONS}&format=csv", "/entities?label=Group", "/documents")


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_from_the_graph_bears_its_version(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["Netgov-Version"] == "2"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Vary"].split(", ").count("Accept") == 1


def test_an_answer_to_a_question_shows_its_version(client: TestClient) -> None:
    assert client.get(LIAISONS).json()["version"] == 2


@pytest.mark.parametrize("path", ["/health", "/ready", "/openapi.json", "/entities?label=Nothing", "/queries/nothing"])
def test_other_answers_bear_none(client: TestClient, path: str) -> None:
    assert not {"etag", "netgov-version"} & client.get(path).headers.keys()


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_that_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    for known in (tag, f'"another", {tag}', tag.removeprefix("W/")):
        response = client.get(path, headers={"If-None-Match": known})
        assert (response.status_code, response.content) == (304, b"")
        assert response.headers["ETag"] == tag
        assert response.headers["Netgov-Version"] == "2"
    assert client.get(path, headers={"If-None-Match": 'W/"2-another"'}).status_code == 200


def test_the_validator_depends_on_the_representation(client: TestClient) -> None:
    requests = [(LIAISONS, "*/*"), (LIAISONS, "text/csv"), (f"{LIAISONS}&format=csv", "*/*"), ("/documents", "*/*")]
    tags = {client.get(path, headers={"Accept": accept}).headers["ETag"] for path, accept in requests}
    assert len(tags) == len(requests)


def test_an_answer_that_the_client_has_costs_no_query(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get(LIAISONS).headers["ETag"]
    monkeypatch.delattr(GraphStore, "read")
    assert client.get(LIAISONS, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("path", PATHS)
def test_a_permalink_answers_while_its_version_is_the_current_one(client: TestClient, path: str) -> None:
    link = f"{path}{'&' if '?' in path else '?'}version="
    assert client.get(f"{link}2").content == client.get(path).content
    gone = client.get(f"{link}1")
    assert (gone.status_code, gone.headers["Netgov-Version"]) == (410, "2")
    assert gone.json()["detail"] == (
        "The graph is at version 2 and no longer at 1; /changes?since=1 tells what changed."
    )
    assert "ETag" not in gone.headers
    assert client.get(f"{link}3").status_code == 409
    assert client.get(f"{link}-1").status_code == 422
    assert client.get(f"{link}x").status_code == 422


def test_a_write_makes_former_answers_old(store: GraphStore) -> None:
    with TestClient(create_app(Settings(), store)) as client:
        assert client.get("/documents").headers["Netgov-Version"] == "0"
        store.replace_document(FIRST, ingestion_of(FIRST))
        tag = client.get("/documents").headers["ETag"]
        store.replace_document(FIRST, ingestion_of(FIRST))
        assert client.get("/documents", headers={"If-None-Match": tag}).status_code == 304
        store.replace_document(SECOND, ingestion_of(SECOND))
        assert client.get("/documents", headers={"If-None-Match": tag}).status_code == 200
        assert client.get("/documents?version=1").status_code == 410
