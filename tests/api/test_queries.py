"""GET /queries and the route of each named query."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from graph.queries import NamedQuery, load_queries

QUERIES = load_queries()


def read_csv(response: Response) -> list[list[str]]:
    """The cells of a CSV answer."""
    return list(csv.reader(io.StringIO(response.text, newline="")))


def test_queries_are_listed_with_examples_that_have_answers(client: TestClient) -> None:
    listed = client.get("/queries").json()
    assert [item["name"] for item in listed] == sorted(QUERIES)
    for item in listed:
        answer = client.get(item["url"]).json()
        assert answer["rows"], item["url"]
        assert answer["columns"] == [column["name"] for column in item["columns"]]
    liaisons = next(item for item in listed if item["name"] == "liaisons")
    assert liaisons["parameters"] == [
        {
            "name": "with",
            "type": "string",
            "required": False,
            "default": "IETF",
            "description": "key of the organization or group",
        }
    ]


def test_an_answer_says_what_was_asked(client: TestClient) -> None:
    answer = client.get("/queries/approvals", params={"body": "ITU-T SG20"}).json()
    assert answer["query"] == "approvals"
    assert answer["parameters"] == {"body": "ITU-T SG20", "year": None}
    assert answer["truncated"] is False
    assert [row["text"] for row in answer["rows"]] == ["ITU-T Y.4903", "ITU-T Y.4903", "draft handbook, “cities”"]
    assert answer["rows"][0] == {
        "text": "ITU-T Y.4903",
        "text_label": "Recommendation",
        "title": "Indicators for smart cities",
        "edition": "V2",
        "revised": True,
        "status": None,
        "document": "C18/33",
        "date": "2018-05",
        "section": "3",
        "quote": "SG20 approved Y.4903 in 2018, and a handbook; PP Resolution 101 recalls itself.",
    }


def test_a_parameter_narrows_the_answer(client: TestClient) -> None:
    answer = client.get("/queries/approvals", params={"body": "ITU-T SG20", "year": 2020}).json()
    assert answer["parameters"]["year"] == 2020
    assert [row["document"] for row in answer["rows"]] == ["C20/33"]


def test_the_limit_cuts_and_says_so(client: TestClient) -> None:
    answer = client.get("/queries/liaisons", params={"limit": 2}).json()
    assert (len(answer["rows"]), answer["truncated"]) == (2, True)
    answer = client.get("/queries/liaisons", params={"limit": 7}).json()
    assert (len(answer["rows"]), answer["truncated"]) == (7, False)


def test_csv_quotes_what_needs_it(client: TestClient) -> None:
    response = client.get("/queries/approvals", params={"body": "ITU-T SG20", "format": "csv", "limit": 2})
    assert response.headers["content-type"].startswith("text/csv")
    assert response.headers["netgov-truncated"] == "true"
    assert response.content.endswith(b"\r\n")
    header, first, second = read_csv(response)
    assert header == [column.name for column in QUERIES["approvals"].columns]
    assert first[:6] == ["ITU-T Y.4903", "Recommendation", "Indicators for smart cities", "V2", "true", ""]
    assert second[:6] == ["ITU-T Y.4903", "Recommendation", "Indicators for smart cities", "", "", ""]
    quote = read_csv(client.get("/queries/liaisons", params={"format": "csv"}))[1][-1]
    assert quote == 'SG11 liaised with "IETF SFC", with its IPPM and, IETF says, its measuring team; IPPM told SFC.'


def test_csv_writes_lists_as_json(client: TestClient) -> None:
    rows = read_csv(client.get("/queries/liaison_partners", params={"of": "ITU-T SG11", "format": "csv"}))
    assert rows[1] == ["IETF SFC", "Group", "2", '["service chains", "network slices"]', '["C18/33", "C20/33"]']


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_an_empty_answer_has_its_columns(client: TestClient, query: NamedQuery) -> None:
    columns = [column.name for column in query.columns]
    nothing = {query.parameters[0].name: "no such thing"}
    answer = client.get(f"/queries/{query.name}", params=nothing).json()
    assert (answer["columns"], answer["rows"]) == (columns, [])
    assert read_csv(client.get(f"/queries/{query.name}", params={**nothing, "format": "csv"})) == [columns]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("application/json;q=0.2, text/csv;q=0.8", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("", "application/json"),
    ],
)
def test_the_accept_header_decides(client: TestClient, accept: str, media_type: str) -> None:
    response = client.get("/queries/liaisons", headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].split(";")[0] == media_type
    assert "Accept" in response.headers["vary"].split(", ")


def test_the_format_parameter_wins(client: TestClient) -> None:
    response = client.get("/queries/liaisons", params={"format": "csv"}, headers={"Accept": "application/json"})
    assert response.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    "accept", ["application/xml", "text/html", "text/csv;q=0, application/json;q=0", "text/csv;q=high", ";"]
)
def test_an_unknown_media_type_is_not_acceptable(client: TestClient, accept: str) -> None:
    response = client.get("/queries/liaisons", headers={"Accept": accept})
    assert response.status_code == 406
    assert response.headers["content-type"] == "application/problem+json"
