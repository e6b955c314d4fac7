"""Every error is a problem as of RFC 9457 that says what to do."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from hypothesis import given, settings
from hypothesis import strategies as st

from netgov.graph.ontology import ONTOLOGY


def problem_of(response: Response, status: int) -> dict[str, Any]:
    """The problem in a response, checked for what every problem has."""
    problem: dict[str, Any] = response.json()
    assert response.status_code == problem["status"] == status, problem
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["instance"] == response.request.url.path
    assert problem["title"] and problem["detail"] and problem["type"].startswith(("about:blank", "urn:netgov:problem:"))
    return problem


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/nope", 404, "GET /nope: Nothing matches the given URI. See /docs"),
        ("/queries/liaison", 404, "There is no query 'liaison'. Did you mean liaisons, "),
        ("/queries/liaisons/more", 404, "See /docs"),
        ("/extract", 405, "GET /extract: "),
        ("/queries/liaisons?wiht=IETF", 422, "There is no parameter 'wiht'. Did you mean with?"),
        ("/queries/liaisons?limit=3&limits=4", 422, "There is no parameter 'limits'. Did you mean limit?"),
        ("/queries?name=liaisons", 422, "There is no parameter 'name'."),
        ("/health?verbose", 422, "There is no parameter 'verbose'."),
        ("/documents?key=C18/33", 422, "There is no parameter 'key'. Known: cursor, kind, limit, version, year."),
        ("/queries/liaisons?limit=0", 422, "query.limit: Input should be greater than or equal to 1"),
        ("/queries/liaisons?limit=-1", 422, "query.limit: Input should be greater than or equal to 1"),
        ("/queries/liaisons?limit=151", 422, "query.limit: Input should be less than or equal to 150"),
        ("/queries/liaisons?limit=many", 422, "query.limit: Input should be a valid integer"),
        ("/queries/liaisons?limit=", 422, "query.limit: Input should be a valid integer"),
        ("/entities?label=Group&limit=99999999999999999999", 422, "query.limit: "),
        ("/queries/liaisons?format=xml", 422, "query.format: Input should be 'json', 'csv' or 'ndjson'"),
        ("/queries/approvals", 422, "query.body: Field required"),
        ("/queries/approvals?body_=ITU", 422, "There is no parameter 'body_'. Did you mean body?"),
        ("/queries/approvals?body=ITU&year=soon", 422, "query.year: Input should be a valid integer"),
        ("/queries/approvals?body=ITU&year=99999999999999999999", 400, "year must fit into 64 bits"),
        ("/entities", 422, "Give a label, a key or a text (q)"),
        ("/entities?label=Organisation", 422, "There is no label 'Organisation'. Did you mean Organization"),
        ("/entities?label=organization", 422, "Did you mean Organization"),
        ("/entities?label=Group)%20DETACH%20DELETE%20n%20//", 422, "There is no label"),
        ("/entities?label=", 422, "There is no label ''"),
        ("/queries/evidence?key=TSAG&label=Grup", 422, "There is no label 'Grup'. Did you mean Group"),
    ],
)
def test_bad_requests(client: TestClient, path: str, status: int, detail: str) -> None:
    assert detail in problem_of(client.get(path), status)["detail"]


def test_unknown_names_list_the_choices(client: TestClient) -> None:
    problem = problem_of(client.get("/queries/evidence?keys=TSAG"), 422)
    assert (problem["type"], problem["title"]) == ("urn:netgov:problem:unknown-name", "Unknown name")
    assert problem["choices"] == ["format", "key", "label", "limit", "version"]


def test_every_wrong_value_is_named(client: TestClient) -> None:
    problem = problem_of(client.get("/queries/approvals?year=x&limit=y&format=z"), 422)
    assert set(problem["errors"]) == {"query.body", "query.year", "query.limit", "query.format"}


def test_a_wrong_method_names_the_right_one(client: TestClient) -> None:
    response = client.delete("/queries/liaisons")
    assert problem_of(response, 405)["type"] == "about:blank"
    assert response.headers["allow"] == "GET"


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
@settings(max_examples=40, deadline=None)
def test_any_text_is_just_a_value(client: TestClient, key: str, label: str) -> None:
    assert client.get("/queries/evidence", params={"key": key}).status_code == 200
    assert client.get("/entities", params={"key": key}).status_code == 200
    assert client.get("/entities", params={"label": label}).status_code == (200 if label in ONTOLOGY.nodes else 422)
