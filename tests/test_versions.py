"""Versions of the graph, on both engines: which writes make one, and what it says."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest

from netgov.graph import changes
from netgov.graph.changes import find_changes
from netgov.graph.errors import UnknownName
from netgov.graph.model import GraphBatch, Node
from netgov.graph.settings import Settings
from netgov.graph.store import VERSION_SECONDS, GraphStore, Version
from netgov.graph.stored import StoredStatement
from tests.batches import FIRST, FIRST_CHANGED, SECOND, ingestion_of
from tests.engines import Engine


def put(store: GraphStore, *batches: GraphBatch) -> int:
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
    with GraphStore.open(engine.settings) as later:
        assert later.version() == Version()
        assert put(later, FIRST) == 0
        assert put(later, SECOND) == 1


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


def told(store: GraphStore, since: int, until: int | None = None, *, limit: int = 100) -> list[tuple[str, str]]:
    """Action and id of every change since a version, read page by page."""
    until = store.version().number if until is None else until
    pages, end = [], None
    while not pages or end is not None:
        page = find_changes(store, since=since, until=until, after=end, limit=limit)
        assert len(page.changes) <= limit
        pages.append([(change.action, change.statement.id) for change in page.changes])
        end = page.end
    return [change for page in pages for change in page]


def ids(batch: GraphBatch) -> set[str]:
    return {statement.id for statement in batch.statements}


def test_changes_tell_what_was_added_and_removed(store: GraphStore) -> None:
    put(store, FIRST, SECOND, FIRST_CHANGED)
    assert sorted(told(store, 2)) == sorted(
        [("added", id) for id in ids(FIRST_CHANGED) - ids(FIRST)]
        + [("removed", id) for id in ids(FIRST) - ids(FIRST_CHANGED)]
    )
    assert set(told(store, 0)) == {("added", id) for id in ids(FIRST_CHANGED) | ids(SECOND)}
    assert told(store, 3) == []


def test_a_change_shows_its_statement_whole_even_when_that_is_gone(store: GraphStore) -> None:
    put(store, FIRST, FIRST_CHANGED)
    expected = {statement.id: statement for statement in (*FIRST.statements, *FIRST_CHANGED.statements)}
    for since in (0, 1):
        for change in find_changes(store, since=since, until=2, limit=100).changes:
            was = expected[change.statement.id]
            assert change.statement == StoredStatement(was.type, was.source, was.target, was.properties)
            assert change.version.number == 2 or was.id in ids(FIRST)


def test_what_came_and_went_again_is_not_told(store: GraphStore) -> None:
    put(store, SECOND, FIRST)
    store.delete_document("R1")
    assert told(store, 1) == []
    assert set(told(store, 2)) == {("removed", id) for id in ids(FIRST)}
    put(store, FIRST)
    assert told(store, 2) == []
    assert set(told(store, 3)) == {("added", id) for id in ids(FIRST)}


def test_pages_together_are_the_whole(store: GraphStore) -> None:
    put(store, FIRST, SECOND, FIRST_CHANGED)
    whole = told(store, 0)
    assert len(whole) == len(set(whole)) == 9
    assert all(told(store, 0, limit=limit) == whole for limit in (1, 2, 3, 9))


def test_pages_go_on_to_the_version_that_they_began_with(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    whole = told(store, 0)
    first = find_changes(store, since=0, until=2, limit=3)
    store.delete_document("R1")
    store.delete_document("R2")
    rest = find_changes(store, since=0, until=2, after=first.end, limit=100)
    assert [(change.action, change.statement.id) for change in (*first.changes, *rest.changes)] == whole
    assert told(store, 0) == []


def test_a_page_ends_after_many_versions_that_tell_nothing(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "SPAN", 2)
    monkeypatch.setattr(changes, "STEP", 1)
    put(store, FIRST)
    store.delete_document("R1")
    put(store, SECOND, FIRST)
    page = find_changes(store, since=0, until=4, limit=100)
    assert (page.changes, page.end) == ((), (3, ""))
    assert set(told(store, 0)) == {("added", id) for id in ids(FIRST) | ids(SECOND)}


def test_changes_applied_to_a_version_give_any_later_one(store: GraphStore) -> None:
    states: list[set[str]] = [set()]
    for batch in (FIRST, SECOND, FIRST_CHANGED, FIRST):
        put(store, batch)
        states.append({id for (id,) in store.read("MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN r.id").rows})
    for since, until in combinations(range(5), 2):
        found = told(store, since, until)
        added, removed = ({id for action, id in found if action == kind} for kind in ("added", "removed"))
        assert not added & states[since]
        assert removed <= states[since]
        assert (states[since] | added) - removed == states[until]


def test_a_version_is_seen_by_other_stores_in_a_moment(engine: Engine, store: GraphStore) -> None:
    before = store.version()
    with GraphStore.open(engine.settings) as other:
        assert put(other, FIRST) == before.number + 1
    time.sleep(VERSION_SECONDS)
    assert store.version().number == before.number + 1
