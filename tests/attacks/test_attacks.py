"""The corpus through POST /cypher, on both engines: nothing gets through, and the server goes on answering."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.errors import NetgovError
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.attacks.corpus import PARAMETERS, attacks, blocks
from tests.engines import dump
from tests.sample_graph import sample_store

LIMITS = Settings(cypher_bytes=200_000, cypher_concurrency=2)
SECONDS = 0.4
PATIENCE = 3.0
"""How long an answer may take beyond the time given to it, on a busy machine."""


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The sample graph."""
    with sample_store(request.getfixturevalue(request.param)) as store:
        yield store


@pytest.fixture(scope="module")
def client(graph: GraphStore) -> Iterator[TestClient]:
    """The API over it."""
    with TestClient(create_app(LIMITS, graph)) as client:
        yield client


def ask(client: TestClient, query: str, **body: Any) -> Any:
    return client.post("/cypher", json={"query": query, "parameters": PARAMETERS, **body})


def test_no_attack_gets_through(client: TestClient, graph: GraphStore) -> None:
    before = dump(graph)
    for query, sentence in attacks():
        response = ask(client, query)
        assert (response.status_code, sentence in response.json()["detail"]) == (400, True), query
    assert dump(graph) == before


def test_the_layers_below_keep_the_graph_as_it_is_by_themselves(graph: GraphStore) -> None:
    before = dump(graph)
    for block in (*blocks("writes"), *blocks("subqueries")):
        query = block.partition("\n")[2]
        with suppress(NetgovError):  # a few are let run where they find nothing to change
            graph.read(query, PARAMETERS, timeout=5)
    assert dump(graph) == before


@pytest.mark.parametrize("query", blocks("innocent"))
def test_what_only_reads_is_answered(client: TestClient, query: str) -> None:
    response = ask(client, query)
    assert response.status_code == 200, response.text
    assert response.json()["columns"]


@pytest.mark.parametrize("query", blocks("bombs"))
def test_a_bomb_ends_at_a_limit_and_others_are_served(client: TestClient, query: str) -> None:
    begun = time.monotonic()
    response = ask(client, query, timeout=SECONDS)
    assert time.monotonic() - begun < SECONDS + PATIENCE
    if response.status_code == 200:
        assert len(response.content) < 3 * LIMITS.cypher_bytes
    else:
        assert response.status_code in (400, 503, 504), response.text
    assert wait_for_a_slot(client).json()["rows"] == [{"x": 1}]


def wait_for_a_slot(client: TestClient) -> Any:
    """An answer as soon as a slot is free: a query keeps its slot until the engine has let go of it."""
    for _ in range(100):
        response = ask(client, "RETURN 1 AS x", timeout=5)
        if response.status_code != 429:
            return response
        time.sleep(0.1)
    pytest.fail("The engine never let go of a query.")
