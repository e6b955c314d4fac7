"""GET /queries and the route of each named query."""

from __future__ import annotations

import csv
import io
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from netgov.api.queries import READS
from netgov.graph.queries import NamedQuery, load_queries

QUERIES = load_queries()
NOTHING = {"key": "no such thing", "label": "Edition", "integer": 9999}
"""By type of parameter, a value for which there is no answer."""


def read_csv(response: Response) -> list[list[str]]:
    """The cells of a CSV answer."""
    return list(csv.reader(io.StringIO(response.text, newline="")))


def test_queries_are_listed_with_examples_to_ask(client: TestClient) -> None:
    listed = client.get("/queries").json()
    assert [item["name"] for item in listed] == sorted(QUERIES)
    for item in listed:
        answer = client.get(item["url"]).json()
        assert answer["columns"] == [column["name"] for column in item["columns"]]
        assert {name: answer["parameters"][name] for name in item["example"]} == item["example"]
    liaisons = next(item for item in listed if item["name"] == "liaisons")
    assert liaisons["parameters"][0] == {
        "name": "with",
        "type": "key",
        "required": False,
        "default": "IETF",
        "description": "key of the organization or group",
        "labels": ["Organization", "Group", "StudyGroup", "Programme", "Country"],
    }
    assert liaisons["parameters"][1]["labels"] == []


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
    rows = read_csv(client.get("/queries/liaison_partners", params={"body": "ITU-T SG11", "format": "csv"}))
    assert rows[1] == ["IETF SFC", "Group", "2", '["service chains", "network slices"]', '["C18/33", "C20/33"]']


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_an_empty_answer_has_its_columns(client: TestClient, query: NamedQuery) -> None:
    columns = [column.name for column in query.columns]
    first = query.parameters[0]
    nothing = {**query.example, first.name: NOTHING[first.type]}
    answer = client.get(f"/queries/{query.name}", params=nothing).json()
    assert (answer["columns"], answer["rows"]) == (columns, [])
    assert read_csv(client.get(f"/queries/{query.name}", params={**nothing, "format": "csv"})) == [columns]


def test_an_answer_says_what_was_searched(client: TestClient) -> None:
    """The first report covers 2017-02 to 2019-01, the other is of 2020-06-09."""
    searched = {"documents": 2, "undated": 0, "period_start": "2017-02", "period_end": "2020-06-09"}
    found = client.get("/queries/liaisons", params={"with": "IETF"}).json()
    assert found["rows"] and (found["searched"], found["unknown"]) == (searched, [])
    nothing = client.get("/queries/approvals", params={"body": "ITU-T SG17"}).json()
    assert (nothing["rows"], nothing["searched"], nothing["unknown"]) == ([], searched, [])


@pytest.mark.parametrize(
    ("query", "values", "unknown"),
    [
        ("liaisons", {"with": "IETFF"}, {"with": "IETFF"}),
        ("approvals", {"body": "PP Resolution 101"}, {"body": "PP Resolution 101"}),
        ("evidence", {"key": "PP Resolution 101", "label": "Person"}, {}),
        ("shortest_path", {"from": "IETF", "to": "IETFF"}, {"to": "IETFF"}),
        ("shortest_path", {"from": "X", "to": "“Y”"}, {"from": "X", "to": "“Y”"}),
        ("document_changes", {"document": "C20/33", "against": "C17/33"}, {"against": "C17/33"}),
        ("liaison_timeline", {"with": "IETF"}, {}),
        ("liaison_timeline", {"with": "IETF", "body": "SG17"}, {"body": "SG17"}),
        ("events", {"kind": "no such thing"}, {}),
    ],
)
def test_a_key_that_nothing_bears_is_said(
    client: TestClient, query: str, values: dict[str, str], unknown: dict[str, str]
) -> None:
    answer = client.get(f"/queries/{query}", params=values)
    assert answer.status_code == 200
    assert {item["parameter"]: item["value"] for item in answer.json()["unknown"]} == unknown
    headers = client.get(f"/queries/{query}", params={**values, "format": "csv"}).headers
    assert headers.get("netgov-unknown") == (", ".join(unknown) or None)


def test_csv_says_beside_the_rows_what_was_searched(client: TestClient) -> None:
    headers = client.get("/queries/liaisons", params={"format": "csv"}).headers
    names = ("netgov-truncated", "netgov-documents", "netgov-undated", "netgov-period")
    assert [headers[name] for name in names] == ["false", "2", "0", "2017-02/2020-06-09"]


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


def test_many_questions_at_once_wait_for_their_turn(client: TestClient) -> None:
    def readers() -> int:
        return sum(thread.name == "netgov-read" for thread in threading.enumerate())

    before = readers()
    with ThreadPoolExecutor(3 * READS) as clients:
        asked = [clients.submit(client.get, "/queries/ties", params={"limit": n}) for n in range(1, 3 * READS + 1)]
        assert {answer.result().status_code for answer in asked} == {200}
    assert readers() - before <= READS
