"""Search over HTTP, and the text filter and facets of entities."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from netgov.graph.ontology import ONTOLOGY


def search(client: TestClient, q: str, **more: str | int) -> dict[str, Any]:
    """The answer to a search."""
    response = client.get("/search", params={"q": q, **more})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_hit_says_what_matched_and_where(client: TestClient) -> None:
    best = search(client, "servise function chaining")["hits"][0]
    assert best.pop("score") > 0.9
    marks = [{"start": 0, "end": 7}, {"start": 8, "end": 16}, {"start": 17, "end": 25}]
    assert best == {
        "label": "Group",
        "key": "IETF SFC",
        "name": "Service Function Chaining",
        "matched": "name",
        "text": "Service Function Chaining",
        "highlights": marks,
        "section": None,
        "start": 0,
    }


def test_passages_are_found_by_their_text(client: TestClient) -> None:
    answer = search(client, "measuring team", label="Passage")
    (hit,) = answer["hits"]
    assert (hit["key"], hit["matched"], hit["section"]) == ("C18/33#1", "text", "2.6")
    assert [hit["text"][mark["start"] : mark["end"]] for mark in hit["highlights"]] == ["measuring", "team"]


def test_the_limit_cuts_the_worst_hits_off(client: TestClient) -> None:
    every = search(client, "IETF", limit=100)
    assert every["truncated"] is False
    cut = search(client, "IETF", limit=2)
    assert (cut["hits"], cut["truncated"]) == (every["hits"][:2], True)
    assert cut["hits"][0]["key"] == "IETF"


def test_what_is_no_search_is_a_problem(client: TestClient) -> None:
    for parameters in ({}, {"q": ""}, {"q": "x" * 501}, {"q": "IETF", "label": "Organisation"}):
        response = client.get("/search", params=parameters)
        assert response.status_code == 422, parameters
        assert response.headers["content-type"] == "application/problem+json"


@settings(max_examples=40, deadline=None)
@given(
    q=st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
        st.text('ab4 +-&|!(){}[]^"~*?:\\/$`%', min_size=1, max_size=25),
        st.lists(
            st.sampled_from(["AND", "OR", "NOT", "TO", "[", "]", "*", "~2", "label:x", '"', "ITU", "15"]), min_size=1
        ).map(" ".join),
    )
)
def test_no_text_is_a_failure(client: TestClient, q: str) -> None:
    assert client.get("/search", params={"q": q}).status_code in (200, 422)
    assert client.get("/entities", params={"q": q}).status_code in (200, 422)


def test_entities_are_filtered_by_text(client: TestClient) -> None:
    answer = client.get("/entities", params={"q": "ippm"}).json()
    assert [item["key"] for item in answer["entities"]] == ["IETF IPPM", "IETF IPPM measuring team"]
    answer = client.get("/entities", params={"q": "ietf", "label": "Organization"}).json()
    assert [item["key"] for item in answer["entities"]] == ["IETF"]
    assert client.get("/entities", params={"q": "ietf", "key": "IETF SFC"}).json()["entities"][0]["key"] == "IETF SFC"


@pytest.mark.parametrize("parameters", [{"q": "ietf ippm"}, {"label": "StudyGroup"}, {"key": "TSAG"}])
def test_pages_make_up_the_whole(client: TestClient, parameters: dict[str, str]) -> None:
    whole = client.get("/entities", params=parameters).json()
    assert (whole["next"], whole["truncated"]) == (None, False)
    found, cursor = [], {}
    for _ in whole["entities"]:
        page = client.get("/entities", params={**parameters, **cursor, "limit": 1}).json()
        found += page["entities"]
        cursor = {"cursor": page["next"]}
    assert page["next"] is None
    assert found == whole["entities"]
    assert len(found) > 1


def test_facets_count_by_label_and_kind(client: TestClient) -> None:
    counted = client.get("/entities", params={"label": "Resolution", "facets": True}).json()["facets"]
    assert counted == {"labels": {"Resolution": 1}, "kinds": {"resolution": 1}}
    counted = client.get("/entities", params={"key": "TSAG", "facets": True}).json()["facets"]
    assert counted["labels"]["StudyGroup"] == 3
    assert counted["labels"].keys() <= set(ONTOLOGY.nodes)
    counted = client.get("/entities", params={"q": "PP Resolution 101", "facets": True}).json()["facets"]
    assert counted == {"labels": {"Resolution": 1}, "kinds": {"resolution": 1}}
    assert client.get("/entities", params={"q": "TSAG"}).json()["facets"] is None
