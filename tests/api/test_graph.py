"""The profile of an entity, and what is around it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from netgov.graph import entities
from tests.sample_graph import sample_batches

SFC = {"key": "IETF SFC"}
STATED = [statement for batch, _ in sample_batches() for statement in batch.statements]


def test_a_profile_tells_what_is_known(client: TestClient) -> None:
    assert client.get("/entities/Group", params=SFC).json() == {
        "version": 2,
        "label": "Group",
        "key": "IETF SFC",
        "name": "Service Function Chaining",
        "aliases": ["SFC", "Service Function Chaining"],
        "properties": {"parent": "IETF"},
        "first_seen": "2019-01",
        "last_seen": "2020-06-09",
        "relationships": [
            {"type": "MENTIONS", "direction": "in", "count": 2},
            {"type": "LIAISED_WITH", "direction": "in", "count": 3},
        ],
    }


@pytest.mark.parametrize(
    ("label", "key", "seen"),
    [
        ("Organization", "IETF", ("2019-01", "2019-01")),
        ("Organization", "TSAG", ("2020-06-09", "2020-06-09")),
        ("Group", "IETF SFC", ("2019-01", "2020-06-09")),
        ("Document", "C18/33", ("2019-01", "2019-01")),
        ("Passage", "C18/33#0", (None, None)),
    ],
)
def test_an_entity_was_seen_from_one_date_to_another(
    client: TestClient, label: str, key: str, seen: tuple[str | None, str | None]
) -> None:
    answer = client.get(f"/entities/{label}", params={"key": key}).json()
    assert (answer["first_seen"], answer["last_seen"]) == seen


@pytest.mark.parametrize("documents", [0, 1, 2])
def test_a_hub_is_sought_in_the_documents(client: TestClient, monkeypatch: pytest.MonkeyPatch, documents: int) -> None:
    expected = [client.get("/entities/Organization", params={"key": key}).json() for key in ("IETF", "TSAG")]
    monkeypatch.setattr(entities, "FEW", 0)
    monkeypatch.setattr(entities, "DATED_DOCUMENTS", documents)
    assert [client.get("/entities/Organization", params={"key": key}).json() for key in ("IETF", "TSAG")] == expected


def edges(answer: dict[str, Any]) -> set[str]:
    """The ids of the statements of all edges."""
    return {id for edge in answer["edges"] for id in edge["statements"]}


def test_neighbours_are_nodes_and_edges(client: TestClient) -> None:
    answer = client.get("/entities/Group/neighbours", params=SFC).json()
    assert [(node["depth"], node["key"]) for node in answer["nodes"]] == [
        (0, "IETF SFC"),
        (1, "IETF IPPM"),
        (1, "ITU-T SG11"),
    ]
    assert answer["nodes"][0]["name"] == "Service Function Chaining"
    assert [(edge["source"]["key"], edge["target"]["key"], len(edge["statements"])) for edge in answer["edges"]] == [
        ("IETF IPPM", "IETF SFC", 1),
        ("ITU-T SG11", "IETF SFC", 2),
    ]
    assert edges(answer) == {item.id for item in STATED if item.target[1] == "IETF SFC"}
    assert (answer["version"], answer["truncated"]) == (2, False)


def test_neighbours_of_neighbours(client: TestClient) -> None:
    answer = client.get("/entities/Group/neighbours", params={**SFC, "depth": 2}).json()
    depths = {node["key"]: node["depth"] for node in answer["nodes"]}
    assert depths == {
        "IETF SFC": 0,
        "ITU-T SG11": 1,
        "IETF IPPM": 1,
        "IETF": 2,
        "IETF IPPM measuring team": 2,
    }
    near = {"ITU-T SG11", "IETF IPPM", "IETF SFC"}
    assert edges(answer) == {item.id for item in STATED if {item.source[1], item.target[1]} & near}
    assert answer["truncated"] is False


def test_neighbours_by_type(client: TestClient) -> None:
    parameters = {"key": "IETF IPPM", "type": ["PART_OF", "APPROVED"]}
    answer = client.get("/entities/Group/neighbours", params=parameters).json()
    assert [node["key"] for node in answer["nodes"]] == ["IETF IPPM", "IETF"]


@pytest.mark.parametrize(("depth", "limit", "truncated"), [(1, 2, True), (1, 3, False), (2, 3, True), (2, 100, False)])
def test_neighbours_are_capped(client: TestClient, depth: int, limit: int, truncated: bool) -> None:
    answer = client.get("/entities/Group/neighbours", params={**SFC, "depth": depth, "limit": limit}).json()
    assert len(edges(answer)) <= limit
    assert answer["truncated"] is truncated


def test_an_entity_without_statements_has_no_neighbours(client: TestClient) -> None:
    answer = client.get("/entities/Passage/neighbours", params={"key": "C18/33#0"}).json()
    assert [node["key"] for node in answer["nodes"]] == ["C18/33#0"]
    assert answer["edges"] == []


@pytest.mark.parametrize("path", ["/entities/Group", "/entities/Group/neighbours"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path, params={"key": "nobody"}).status_code == 404
    assert client.get(path).status_code == 422
    assert client.get(path.replace("Group", "Body"), params={"key": "nobody"}).status_code == 422
