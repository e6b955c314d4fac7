"""Statements with their evidence, page by page and by id, and what changed between versions."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph import statements
from netgov.graph.model import Statement
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.batches import FIRST, FIRST_CHANGED, SECOND, ingestion_of
from tests.sample_graph import sample_batches

STATED = [statement for batch, _ in sample_batches() for statement in batch.statements]


def read(client: TestClient, path: str, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """The items of all pages."""
    items: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while cursor is not None:
        response = client.get(path, params={**parameters, **cursor})
        assert response.status_code == 200, response.text
        answer = response.json()
        assert len(answer[name]) <= parameters.get("limit", 100)
        items += answer[name]
        cursor = {"cursor": answer["next"]} if answer["next"] else None  # type: ignore[assignment]
    return items


def order(statement: Statement) -> tuple[str, str, str]:
    return statement.evidence.document, statement.type, statement.id


CASES: dict[str, tuple[dict[str, Any], Any]] = {
    "all": ({}, lambda _: True),
    "a type": ({"type": "APPROVED"}, lambda item: item.type == "APPROVED"),
    "types": ({"type": ["PART_OF", "REPORTS_ON"]}, lambda item: item.type in ("PART_OF", "REPORTS_ON")),
    "a source": ({"source": "ITU-T SG11"}, lambda item: item.source[1] == "ITU-T SG11"),
    "a target": ({"target": "IETF"}, lambda item: item.target[1] == "IETF"),
    "both": (
        {"source": "ITU-T SG11", "target": "IETF SFC"},
        lambda item: (item.source[1], item.target[1]) == ("ITU-T SG11", "IETF SFC"),
    ),
    "a label": ({"target": "TSAG", "target_label": "Group"}, lambda item: item.target == ("Group", "TSAG")),
    "a label alone": ({"source_label": "Document"}, lambda item: item.source[0] == "Document"),
    "a document": ({"document": "C20/33"}, lambda item: item.evidence.document == "C20/33"),
    "a target in a document": (
        {"document": "C20/33", "target": "IETF SFC"},
        lambda item: item.evidence.document == "C20/33" and item.target[1] == "IETF SFC",
    ),
    "a year of the text": (
        {"year": 2018, "type": "APPROVED"},
        lambda item: item.type == "APPROVED" and item.evidence.document == "C18/33",
    ),
    "a year of the document": (
        {"year": 2020},
        lambda item: item.evidence.document == "C20/33",
    ),
    "a year that only a date rules out": (
        {"year": 2017, "target": "IETF"},
        lambda item: item.target[1] == "IETF" and "date" not in item.own,
    ),
    "sure ones": ({"confidence": 0.9}, lambda _: True),
    "surer ones": ({"confidence": 0.95}, lambda _: False),
    "an unknown one": ({"source": "nobody"}, lambda _: False),
    "another unknown one": ({"document": "no document"}, lambda _: False),
}


@pytest.mark.parametrize("few", [statements.FEW, 0], ids=["from the entity", "from the documents"])
@pytest.mark.parametrize("case", CASES)
def test_statements_are_found_by_what_they_say(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, case: str, few: int
) -> None:
    monkeypatch.setattr(statements, "FEW", few)
    parameters, fits = CASES[case]
    expected = [item.id for item in sorted(filter(fits, STATED), key=order)]
    for limit in (1, 2, 100):
        found = read(client, "/statements", "statements", limit=limit, **parameters)
        assert [item["id"] for item in found] == expected


def test_a_page_ends_after_many_documents_that_say_nothing_of_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "DOCUMENTS", 1)
    answer = client.get("/statements", params={"source_label": "Group", "type": "COLLABORATES_WITH"}).json()
    assert len(answer["statements"]) == 1
    answer = client.get("/statements", params={"year": 2020}).json()
    assert answer["statements"] == []
    answer = client.get("/statements", params={"year": 2020, "cursor": answer["next"]}).json()
    assert len(answer["statements"]) == 4
    assert answer["next"] is None


def test_a_statement_has_its_evidence(client: TestClient) -> None:
    (expected,) = [item for item in STATED if item.own.get("topic") == "OAuth"]
    (found,) = client.get("/statements", params={"source": "ITU-T SG17"}).json()["statements"]
    evidence = vars(expected.evidence)
    assert found == {
        "id": expected.id,
        "type": "LIAISED_WITH",
        "source": {"label": "StudyGroup", "key": "ITU-T SG17"},
        "target": {"label": "Organization", "key": "IETF"},
        "properties": {"topic": "OAuth"},
        **evidence,
    }
    assert client.get(f"/statements/{expected.id}").json() == {"version": 2, "statement": found}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"type": "MENTIONS"}, "There is no type of statement 'MENTIONS'"),
        ({"source_label": "Body"}, "There is no label 'Body'"),
        ({"year": 0}, "query.year"),
        ({"confidence": 2}, "query.confidence"),
        ({"cursor": "abc"}, "not a cursor that was given out here"),
    ],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, parameters: dict[str, Any], reason: str) -> None:
    response = client.get("/statements", params=parameters)
    assert response.status_code == 422
    assert reason in response.json()["detail"]


def test_a_cursor_holds_for_its_own_question(client: TestClient) -> None:
    cursor = client.get("/statements", params={"limit": 2, "type": "LIAISED_WITH"}).json()["next"]
    other = client.get("/statements", params={"limit": 2, "type": "APPROVED", "cursor": cursor})
    assert other.status_code == 422
    assert "for other parameters" in other.json()["detail"]


def test_an_id_that_nobody_knows_is_not_found(client: TestClient) -> None:
    assert client.get("/statements/nothing").status_code == 404


def test_changes_lead_from_one_version_to_another(store: GraphStore) -> None:
    with TestClient(create_app(Settings(), store)) as client:
        assert client.get("/changes?since=0").json() == {"version": 0, "since": 0, "changes": [], "next": None}
        for batch in (FIRST, SECOND, FIRST_CHANGED):
            store.replace_document(batch, ingestion_of(batch))
        assert client.get("/changes?since=4").status_code == 409
        assert client.get("/changes?since=-1").status_code == 422
        found = read(client, "/changes", "changes", since=1, limit=2)
        was, now = ({item.id for item in batch.statements} for batch in (FIRST, FIRST_CHANGED))
        added = {item.id for item in SECOND.statements} | (now - was)
        assert {item["statement"]["id"] for item in found if item["action"] == "added"} == added
        assert {item["statement"]["id"] for item in found if item["action"] == "removed"} == was - now
        assert {item["version"] for item in found} == {2, 3}
        first = client.get("/changes?since=1&limit=2").json()
        store.delete_document("R2")
        rest = client.get("/changes", params={"since": 1, "cursor": first["next"]}).json()
        assert (first["version"], rest["version"]) == (3, 3)
        assert first["changes"] + rest["changes"] == found


def test_a_statement_that_was_removed_is_gone(store: GraphStore) -> None:
    with TestClient(create_app(Settings(), store)) as client:
        store.replace_document(FIRST, ingestion_of(FIRST))
        path = f"/statements/{FIRST.statements[0].id}"
        assert client.get(path).status_code == 200
        store.delete_document("R1")
        gone = client.get(path)
        assert (gone.status_code, gone.headers["content-type"]) == (410, "application/problem+json")
        assert "R1 no longer says so" in gone.json()["detail"]
