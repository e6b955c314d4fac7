"""Request ids, the log and the metrics."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client import REGISTRY

from netgov.api.app import create_app
from netgov.api.serve import json_formatter
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.api.test_access import ALICE, ALICE_ENTRY
from tests.api.test_problems import problem_of


def figures(client: TestClient) -> dict[str, float]:
    """What /metrics says, by name and labels."""
    response = client.get("/metrics")
    assert response.status_code == 200
    lines = [line for line in response.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


@pytest.fixture
def log() -> Iterator[StringIO]:
    """The log as it is printed."""
    printed, logger = StringIO(), logging.getLogger("netgov.api")
    handler = logging.StreamHandler(printed)
    handler.setFormatter(json_formatter())
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.INFO)
    yield printed
    logger.setLevel(level)
    logger.removeHandler(handler)


def lines_of(log: StringIO) -> list[dict[str, Any]]:
    """The lines of the log; each is an object."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.parametrize("given", ["a", "7f3c-11.B_2:x/y+z=", "x" * 64])
def test_the_id_of_the_client_is_kept(client: TestClient, given: str) -> None:
    response = client.get("/nope", headers={"X-Request-ID": given})
    assert response.headers["x-request-id"] == given
    assert problem_of(response, 404)["id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", 'a"b', "ä", "<script>"])
def test_an_id_that_is_not_sane_is_replaced(client: TestClient, given: str) -> None:
    found = client.get("/health", headers={"X-Request-ID": given.encode()}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", found)


def test_a_request_is_one_line_of_the_log(log: StringIO) -> None:
    client = TestClient(create_app(Settings(api_keys=ALICE_ENTRY)))
    client.get("/queries", headers={"X-API-Key": ALICE, "X-Request-ID": "seven"})
    (line,) = lines_of(log)
    expected = {"request_id": "seven", "method": "GET", "path": "/queries", "status": 200, "key": "alice"}
    assert line.items() >= {**expected, "event": "request", "level": "info"}.items()
    assert 0 < line["milliseconds"] < 60_000
    assert ALICE not in json.dumps(line)


def test_a_failure_is_logged_with_its_traceback_and_id(log: StringIO) -> None:
    app = create_app(Settings())
    app.add_api_route("/broken", lambda: 1 // 0)
    problem = problem_of(TestClient(app).get("/broken"), 500)
    (line,) = [line for line in lines_of(log) if line["level"] == "error"]
    assert line["request_id"] == problem["id"]
    assert "ZeroDivisionError" in line["exception"] and "Traceback" in line["exception"]
    assert "ZeroDivisionError" not in json.dumps(problem)


def test_requests_are_counted_by_route(client: TestClient) -> None:
    name = 'netgov_http_requests_total{method="GET",route="%s",status="%d"}'
    before = figures(client)
    client.get("/queries/liaisons", params={"with": "IETF"})
    client.get("/queries/liaisons", params={"limit": 0})
    client.get("/made/up")
    client.request("MADE-UP", "/made/up")
    after = figures(client)
    for series in (name % ("/queries/liaisons", 200), name % ("/queries/liaisons", 422), name % ("unmatched", 404)):
        assert after[series] == before.get(series, 0) + 1
    assert after['netgov_http_requests_total{method="other",route="unmatched",status="404"}'] >= 1
    assert after['netgov_http_request_duration_seconds_count{method="GET",route="/queries/liaisons"}'] >= 2
    assert after["netgov_http_requests_in_progress"] == 1  # the one that asks
    assert "made" not in "".join(after)


def test_the_graph_has_its_size_and_freshness(client: TestClient) -> None:
    found = figures(client)
    assert found["netgov_store_up"] == 1
    assert found["netgov_graph_documents"] == 2
    assert found['netgov_graph_nodes{label="Group"}'] == 4
    day = 24 * 3600
    assert found["netgov_newest_document_age_seconds"] > 365 * day
    assert 0 <= found["netgov_last_ingest_age_seconds"] < day
    assert any(name.startswith("netgov_build_info{version=") for name in found)


def test_a_query_that_takes_too_long_is_counted(store: GraphStore, settings: Settings) -> None:
    app = create_app(settings, store)
    endless = "UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b RETURN sum(a * b)"
    app.add_api_route("/slow", lambda: store.read(endless, timeout=0.1))
    with TestClient(app) as client:
        assert figures(client)["netgov_query_timeouts_total"] == 0
        problem_of(client.get("/slow"), 504)
        assert figures(client)["netgov_query_timeouts_total"] == 1


def test_an_empty_graph_has_no_age(store: GraphStore, settings: Settings) -> None:
    with TestClient(create_app(settings, store)) as client:
        found = figures(client)
    assert found["netgov_graph_documents"] == 0
    assert "netgov_newest_document_age_seconds" not in found


def test_applications_have_figures_of_their_own(client: TestClient, settings: Settings) -> None:
    client.get("/health")
    other = create_app(settings)
    TestClient(other).get("/health")
    assert b'route="/health",status="200"} 1.0' in other.state.metrics.render(other.state.figures)
    assert not [metric.name for metric in REGISTRY.collect() if metric.name.startswith("netgov")]
