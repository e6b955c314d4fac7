"""A client of the API over the sample graph, on each engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.settings import Settings
from tests.sample_graph import sample_store


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Limits low enough to run into."""
    return Settings(query_limit=150, extract_limit=500, query_timeout=60, cypher_bytes=20_000)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def client(request: pytest.FixtureRequest, settings: Settings) -> Iterator[TestClient]:
    """The API over the sample graph, which no request can change."""
    engine = request.getfixturevalue(request.param)
    with sample_store(engine) as store, TestClient(create_app(settings, store)) as client:
        yield client
