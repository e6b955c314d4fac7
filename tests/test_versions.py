"""Versions of the graph, on both engines: which writes make one, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graph.errors import UnknownName
from graph.model import Node
from graph.settings import Settings
from graph.store import GraphStore, Version
from tests.batches import FIRST, FIRST_CHANGED, SECOND, ingestion_of
from tests.engines import Engine


def put(store: GraphStore, *batches: Any) -> int:
    """Ingest batches; the number of the version after that."""
    for batch in batches:
        store.replace_document(batch, ingestion_of(batch))
    return store.version().number


def recorded(store: GraphStore) -> list[tuple[Any, ...]]:
    """Number, document, action and how many statements came and went, of each version."""
    query = "MATCH (n:Version) RETURN n.number, n.document, n.action, size(n.added), size(n.removed) ORDER BY n.number"
    return list(store.read(query).rows)


def test_a_graph_without_a_write_is_at_version_0(store: GraphStore) -> None:
    assert store.version() == Version(0, "")


def test_a_database_that_knows_no_versions_is_at_version_0(engine: Engine, tmp_path: Any) -> None:
    settings = engine.settings if engine.settings.uri else Settings(home=tmp_path)
    with GraphStore.open(settings) as store:
        assert store.version() == Version()


def test_a_graph_from_before_there_were_versions_goes_on_from_0(engine: Engine, store: GraphStore) -> None:
    put(store, FIRST)
    engine.driver.execute_query("MATCH (n) WHERE n:Version OR n:Removed DELETE n")
    engine.driver.execute_query("MATCH (n:Turn) REMOVE n.version, n.time")
    assert store.version() == Version()
    assert put(store, FIRST) == 0
    assert put(store, SECOND) == 1


def test_every_ingest_that_changes_something_and_every_delete_makes_a_version(store: GraphStore) -> None:
    assert put(store, FIRST) == 1
    assert put(store, SECOND) == 2
    assert put(store, FIRST, SECOND) == 2
    assert put(store, FIRST_CHANGED) == 3
    store.delete_document("R2")
    assert recorded(store) == [
        (1, "R1", "ingest", 5, 0),
        (2, "R2", "ingest", 6, 0),
        (3, "R1", "ingest", 2, 4),
        (4, "R2", "delete", 0, 6),
    ]


def test_a_version_bears_the_time_at_which_it_was_made(store: GraphStore) -> None:
    put(store, FIRST)
    first = datetime.fromisoformat(store.version().time)
    assert timedelta(0) <= datetime.now(UTC) - first < timedelta(minutes=5)
    put(store, SECOND)
    assert datetime.fromisoformat(store.version().time) > first


def test_what_changes_no_statement_but_a_property_makes_a_version_too(store: GraphStore) -> None:
    put(store, FIRST)
    retitled = replace(FIRST, document=Node("Document", "R1", stated={"title": "Another title"}))
    assert put(store, retitled) == 2
    assert recorded(store)[1] == (2, "R1", "ingest", 0, 0)


def test_a_file_that_becomes_another_document_deletes_the_former_one(store: GraphStore) -> None:
    path = "/reports/report.txt"
    store.replace_document(FIRST, ingestion_of(FIRST, path))
    store.replace_document(SECOND, ingestion_of(SECOND, path))
    assert recorded(store) == [
        (1, "R1", "ingest", 5, 0),
        (2, "R1", "delete", 0, 5),
        (3, "R2", "ingest", 6, 0),
    ]


def test_a_write_that_fails_makes_no_version(store: GraphStore) -> None:
    put(store, FIRST)
    with pytest.raises(UnknownName):
        store.delete_document("R9")
    assert store.version().number == 1
    assert len(recorded(store)) == 1
