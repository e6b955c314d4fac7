"""What clients see when something fails inside."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.embedded import attach
from netgov.graph.errors import StoreUnavailable
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.api.test_problems import problem_of


def test_a_slow_query_is_a_timeout(store: GraphStore, settings: Settings) -> None:
    app = create_app(settings, store)

    def slow() -> None:
        store.read("UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b RETURN sum(a * b)", timeout=0.1)

    app.add_api_route("/slow", slow)
    with TestClient(app) as client:
        problem = problem_of(client.get("/slow"), 504)
    assert "took longer than 0.1 s" in problem["detail"]


def test_a_rejected_query_is_a_bad_request(store: GraphStore, settings: Settings) -> None:
    app = create_app(settings, store)
    app.add_api_route("/wrong", lambda: store.read("MATCH nothing"))
    with TestClient(app) as client:
        assert problem_of(client.get("/wrong"), 400)["title"] == "Query rejected"


def test_an_unexpected_error_tells_nothing_of_the_inside(store: GraphStore, settings: Settings) -> None:
    app = create_app(settings, store)
    app.add_api_route("/broken", lambda: 1 // 0)
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/broken")
    assert problem_of(response, 500)["title"] == "Internal Server Error"
    assert "ZeroDivision" not in response.text


def test_a_lost_database_is_unavailable(tmp_path: Path, settings: Settings) -> None:
    with GraphStore.open(Settings(home=tmp_path)) as store, TestClient(create_app(settings, store)) as client:
        assert client.get("/ready").status_code == 200
        engine = attach(tmp_path)
        os.kill(engine.pid, signal.SIGKILL)
        psutil.wait_procs([psutil.Process(engine.pid)])
        for path in ("/ready", "/queries/liaisons", "/entities?key=IETF", "/documents"):
            assert problem_of(client.get(path), 503)["title"] == "Store unavailable"
        assert client.get("/health").status_code == 200
        engine.detach()


def test_a_database_that_is_down_stops_the_start() -> None:
    down = TestClient(create_app(Settings(uri="bolt://127.0.0.1:9")))
    with pytest.raises(StoreUnavailable, match=r"bolt://127\.0\.0\.1:9 cannot be reached"), down:
        pass
