"""Fixtures that several test modules share.

`store` is an empty graph with its schema, once on the embedded engine and once on Neo4j. Neo4j needs Java 17 and Maven,
which fetches it once; without them its tests are skipped with the reason, or fail where CI is set. To use a server of
your own set NETGOV_TEST_NEO4J_URI, NETGOV_TEST_NEO4J_USER and NETGOV_TEST_NEO4J_PASSWORD: all that it holds is deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from netgov.graph.store import GraphStore
from tests.engines import Engine, embedded_engine, neo4j_engine


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in os.environ:
        if name.startswith("NETGOV_") and not name.startswith("NETGOV_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The embedded engine, one for all tests."""
    with embedded_engine(tmp_path_factory.mktemp("embedded")) as engine:
        apply_schema(engine)
        yield engine


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Neo4j, one for all tests."""
    with neo4j_engine(tmp_path_factory.mktemp("neo4j")) as engine:
        apply_schema(engine)
        yield engine


@pytest.fixture(params=["embedded", "neo4j"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn, empty."""
    engine: Engine = request.getfixturevalue(request.param)
    engine.wipe()
    return engine


@pytest.fixture
def store(engine: Engine) -> Iterator[GraphStore]:
    """An empty graph with its schema, on each engine in turn."""
    with GraphStore.open(engine.settings) as store:
        yield store


def apply_schema(engine: Engine) -> None:
    """Give an engine the schema, which stays when its graph is emptied."""
    with GraphStore.open(engine.settings) as store:
        store.apply_schema()
