"""Reading from the store on both engines: values, limits, and what is refused."""

from __future__ import annotations

import asyncio

import pytest

from netgov.graph.errors import QueryRejected, QueryTimeout
from netgov.graph.store import GraphStore
from tests.batches import FIRST, ingestion_of
from tests.engines import Engine, dump, run_python

ENDLESS = "UNWIND range(1, 5000000) AS x UNWIND range(1, 200) AS y WITH x, y WHERE x + y < 0 RETURN count(*)"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("[1, 2.5, 'x', true, null]", [1, 2.5, "x", True, None]),
        ("{a: [1], b: {c: 2}}", {"a": [1], "b": {"c": 2}}),
        ("date('2020-02-03')", "2020-02-03"),
        ("$given", ["ä", {"b": 1}]),
    ],
)
def test_values_come_back_as_plain_python(store: GraphStore, expression: str, value: object) -> None:
    assert store.read(f"RETURN {expression} AS value", {"given": ["ä", {"b": 1}]}).rows == ((value,),)


def test_a_path_comes_back_as_its_nodes_and_relationships(store: GraphStore) -> None:
    store.replace_document(FIRST, ingestion_of(FIRST))
    rows = store.read("MATCH p = (:Document)-[:HAS_PASSAGE]->(:Passage {ordinal: 0}) RETURN p").rows
    assert [node["key"] for node in rows[0][0]["nodes"]] == ["R1", "R1#0"]
    assert rows[0][0]["relationships"] == [{"type": "HAS_PASSAGE"}]


@pytest.mark.parametrize(("limit", "truncated"), [(2, True), (4, False), (5, False)])
def test_a_read_stops_at_its_limit(store: GraphStore, limit: int, truncated: bool) -> None:
    store.replace_document(FIRST, ingestion_of(FIRST))
    rows = store.read("MATCH (p:Passage) RETURN p.key AS key ORDER BY key", limit=limit)
    assert rows.columns == ("key",)
    assert rows.rows == tuple((f"R1#{ordinal}",) for ordinal in range(min(limit, 4)))
    assert rows.truncated == truncated


def test_a_read_does_not_wait_for_rows_beyond_its_limit(store: GraphStore) -> None:
    endless = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x, y"
    assert store.read(endless, limit=2, timeout=5).rows == ((1, 1), (1, 2))


def test_a_read_that_takes_too_long_is_given_up(store: GraphStore) -> None:
    with pytest.raises(QueryTimeout, match=r"longer than 0.2 s.*NETGOV_QUERY_TIMEOUT"):
        store.read(ENDLESS, timeout=0.2)
    assert store.read("RETURN 1").rows == ((1,),)


def test_an_event_loop_reads_the_same(store: GraphStore) -> None:
    store.replace_document(FIRST, ingestion_of(FIRST))
    query = "MATCH (p:Passage) WHERE p.key <> $not RETURN p.key AS key ORDER BY key"
    for limit in (2, 10):
        assert asyncio.run(store.read_async(query, {"not": "R1#0"}, limit=limit)) == store.read(
            query, {"not": "R1#0"}, limit=limit
        )
    with pytest.raises(QueryRejected):
        asyncio.run(store.read_async("MATCH nothing"))
    with pytest.raises(QueryTimeout, match=r"longer than 0.2 s"):
        asyncio.run(store.read_async(ENDLESS, timeout=0.2))


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Organization {key: 'X'}) RETURN n",
        "MERGE (n:Organization {key: 'X'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Organization) SET n.name = 'X'",
        "MATCH (n:Organization) REMOVE n.name",
        "MATCH (n:Organization) SET n:Country",
        "MATCH (a:StudyGroup), (b:Organization) CREATE (a)-[:RUNS]->(b)",
        "MATCH (n:Organization) CALL { WITH n DETACH DELETE n }",
        "CREATE INDEX FOR (n:Organization) ON (n.name)",
        "CREATE CONSTRAINT FOR (n:Organization) REQUIRE n.name IS UNIQUE",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "CREATE USER mallory SET PASSWORD 'a long password'",
    ],
)
def test_a_read_cannot_write(store: GraphStore, query: str) -> None:
    store.replace_document(FIRST, ingestion_of(FIRST))
    before = dump(store)
    with pytest.raises(QueryRejected):
        store.read(query)
    assert dump(store) == before


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("FETCH ALL", "FETCH"),
        ("MATCH (n) RETURN $missing", "missing"),
        ("RETURN 1 / 0", "zero"),
        ("CALL no.such()", "no.such"),
    ],
)
def test_a_query_is_rejected_with_the_reason_of_the_engine(store: GraphStore, query: str, reason: str) -> None:
    with pytest.raises(QueryRejected, match=reason):
        store.read(query)


def test_nothing_reaches_the_console(engine: Engine) -> None:
    script = "from graph.store import GraphStore; from graph.settings import Settings\n"
    script += "with GraphStore.open(Settings()) as store: store.read('MATCH (n:NoSuchLabel) RETURN n.nothing, id(n)')"
    done = run_python(script, engine.environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
