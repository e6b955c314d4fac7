"""POST /cypher: forms, limits, and what is said when it is refused."""

from __future__ import annotations

import csv
import io
import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import Any

import pytest
from fastapi import HTTPException
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.settings import Settings

STUDY_GROUPS = "MATCH (g:StudyGroup) RETURN g.key AS key, [g.key] AS keys ORDER BY key"
KEYS = ["ITU-T SG11", "ITU-T SG17", "ITU-T SG20"]
SLOW = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x + y < 0 RETURN count(*) AS n"


def ask(client: TestClient, query: str, headers: dict[str, str] | None = None, form: str = "", **body: Any) -> Any:
    path = f"/cypher?format={form}" if form else "/cypher"
    return client.post(path, json={"query": query, **body}, headers=headers)


def test_rows_come_with_their_columns(client: TestClient) -> None:
    response = ask(client, STUDY_GROUPS)
    assert response.json()["columns"] == ["key", "keys"]
    assert [row["key"] for row in response.json()["rows"]] == KEYS
    assert (response.json()["truncated"], response.json()["reason"]) == (False, None)
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(("headers", "form"), [({"Accept": "text/csv"}, ""), ({}, "csv")])
def test_rows_come_as_csv(client: TestClient, headers: dict[str, str], form: str) -> None:
    response = ask(client, STUDY_GROUPS, headers, form, limit=2)
    rows = list(csv.reader(io.StringIO(response.text)))
    assert rows[0] == ["key", "keys"]
    assert [row[0] for row in rows[1:]] == KEYS[:2]
    assert json.loads(rows[1][1]) == KEYS[:1]
    assert response.headers["Content-Type"].startswith("text/csv")
    assert (response.headers["Netgov-Truncated"], response.headers["Netgov-Truncated-Reason"]) == ("true", "rows")


@pytest.mark.parametrize(("headers", "form"), [({"Accept": "application/x-ndjson"}, ""), ({}, "ndjson")])
def test_rows_come_as_one_object_per_line(client: TestClient, headers: dict[str, str], form: str) -> None:
    response = ask(client, STUDY_GROUPS, headers, form)
    assert [json.loads(line)["key"] for line in response.text.splitlines()] == KEYS
    assert (response.headers["Content-Type"], response.headers["Netgov-Truncated"]) == ("application/x-ndjson", "false")


def test_a_named_query_comes_as_one_object_per_line(client: TestClient) -> None:
    response = client.get("/queries/liaison_partners", params={"body": "ITU-T SG17", "format": "ndjson"})
    assert [json.loads(line)["partner"] for line in response.text.splitlines()] == ["IETF"]


def test_nodes_relationships_and_paths_have_one_form(client: TestClient) -> None:
    query = (
        "MATCH p = (g:StudyGroup {key: 'ITU-T SG17'})-[r:LIAISED_WITH]->(o) RETURN g, r, p, [o] AS list, {o: o} AS map"
    )
    (row,) = ask(client, query).json()["rows"]
    assert (row["g"]["label"], row["g"]["key"]) == ("StudyGroup", "ITU-T SG17")
    assert (row["r"]["type"], row["r"]["topic"]) == ("LIAISED_WITH", "OAuth")
    assert [node["key"] for node in row["p"]["nodes"]] == ["ITU-T SG17", "IETF"]
    assert row["p"]["relationships"] == [row["r"]]
    assert row["list"] == [row["map"]["o"]]
    assert not {"element_id", "elementId", "@rid", "identity"} & (row["g"].keys() | row["r"].keys())


def test_numbers_that_json_lacks_are_text(client: TestClient) -> None:
    assert ask(client, "RETURN 0.0 / 0.0 AS a, -1 / 0.0 AS b").json()["rows"] == [{"a": "NaN", "b": "-Infinity"}]


def test_an_empty_answer_names_its_columns(client: TestClient) -> None:
    answer = ask(client, "MATCH (n:StudyGroup) WHERE n.key = 'none' RETURN n.key, count {(n)--()} AS `a b`").json()
    assert (answer["columns"], answer["rows"]) == (["n.key", "a b"], [])


def test_rows_are_cut_off_at_the_limit(client: TestClient) -> None:
    answer = ask(client, "UNWIND range(1, 100000) AS x RETURN x", limit=3).json()
    assert (answer["rows"], answer["truncated"], answer["reason"]) == ([{"x": 1}, {"x": 2}, {"x": 3}], True, "rows")


def test_rows_are_cut_off_at_the_limit_of_bytes(client: TestClient, settings: Settings) -> None:
    text = "x" * (settings.cypher_bytes // 10)
    answer = ask(client, "UNWIND range(1, 100) AS x RETURN $text AS text", parameters={"text": text}).json()
    assert (len(answer["rows"]), answer["truncated"], answer["reason"]) == (9, True, "bytes")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"query": "RETURN 1", "limit": 151}, "body.limit"),
        ({"query": "RETURN 1", "limit": 0}, "body.limit"),
        ({"query": "RETURN 1", "timeout": 100000}, "body.timeout"),
        ({"query": "RETURN 1", "timeout": 0}, "body.timeout"),
        ({"query": 1}, "body.query"),
        ({}, "body.query"),
        ({"query": "RETURN 1", "parameters": []}, "body.parameters"),
        ({"query": "RETURN 1", "other": 1}, "body.other"),
    ],
)
def test_limits_and_form_of_the_body_are_checked(client: TestClient, body: dict[str, Any], place: str) -> None:
    response = client.post("/cypher", json=body)
    assert (response.status_code, list(response.json()["errors"])) == (422, [place])


@pytest.mark.parametrize(
    "body",
    [
        r'{"query": "RETURN \"\ud800\""}',
        r'{"query": "RETURN $a", "parameters": {"a": "\ud800"}}',
        r'{"query": "RETURN $a", "parameters": {"a": [{"\udfff": 1}]}}',
        r'{"query": "RETURN $a", "parameters": {"a": 9223372036854775808}}',
        '{"query": "RETURN $a", "parameters": {"a": ' + "[" * 60 + "]" * 60 + "}}",
        '{"query": "RETURN $missing"}',
        '{"query": "RETURN 1 / 0"}',
        '{"query": "MATCH (n) RETURN"}',
    ],
)
def test_what_the_database_cannot_take_is_the_callers_mistake(client: TestClient, body: str) -> None:
    response = client.post("/cypher", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_query_that_takes_too_long_is_a_timeout(client: TestClient) -> None:
    response = ask(client, SLOW, timeout=0.2)
    assert (response.status_code, response.json()["title"]) == (504, "Query timeout")


def test_what_came_before_the_time_was_up_is_answered(client: TestClient) -> None:
    query = "UNWIND [1, 2, 1000000000] AS x UNWIND range(1, x % 1000 + 1) AS y RETURN x, y"
    assert len(ask(client, query).json()["rows"]) == 6


def test_more_queries_at_once_than_allowed_are_sent_away(client: TestClient) -> None:
    answered_in_the_end(client)  # what an earlier test gave up may still run
    with ThreadPoolExecutor() as threads:
        asked = [threads.submit(ask, client, SLOW, timeout=5) for _ in range(4)]
        assert client.get("/queries").status_code == 200
    answers = Counter((one.result().status_code, one.result().headers.get("Retry-After")) for one in asked)
    assert answers == {(429, "5"): 2, (504, None): 2}
    answered_in_the_end(client)


def answered_in_the_end(client: TestClient) -> None:
    """Wait until as many queries at once are answered again as may be."""
    app: Any = client.app
    slots, deadline = app.state.cypher_slots, time.monotonic() + 30
    while time.monotonic() < deadline:
        with suppress(HTTPException), ExitStack() as taken:
            for _ in range(2):
                taken.callback(slots.take())
            return
        time.sleep(0.1)
    raise TimeoutError("Ad-hoc queries still run.")


def test_a_refusal_takes_no_slot(client: TestClient) -> None:
    assert [ask(client, "MATCH (n) DELETE n").status_code for _ in range(5)] == [400] * 5
    assert ask(client, "RETURN 1 AS x").status_code == 200


def test_it_can_be_switched_off(client: TestClient) -> None:
    app: Any = client.app
    with TestClient(create_app(Settings(cypher_concurrency=0), app.state.store)) as off:
        assert off.post("/cypher", json={"query": "RETURN 1"}).status_code == 403
