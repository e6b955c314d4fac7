"""The examples of the named queries: each is answered from the sample reports, on each engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import COLUMN_TYPES, NamedQuery, load_queries
from netgov.graph.store import GraphStore, Rows
from tests.report_graph import report_store

QUERIES = load_queries()
PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "list": list,
    "map": dict,
    "any": object,
}
KEYS = [(query, item.name) for query in QUERIES.values() for item in query.parameters if item.type == "key"]


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The sample reports on each engine."""
    with report_store(request.getfixturevalue(request.param)) as store:
        yield store


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_example_gives_the_declared_columns(graph: GraphStore, query: NamedQuery) -> None:
    rows = graph.read(query.cypher, query.bind(query.example))
    assert rows.columns == tuple(column.name for column in query.columns)
    assert rows.rows and not rows.truncated
    for column, values in zip(query.columns, zip(*rows.rows, strict=True), strict=True):
        assert column.type in COLUMN_TYPES
        assert all(value is None or isinstance(value, PYTHON_TYPES[column.type]) for value in values), column


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_limit_cuts_and_says_so(graph: GraphStore, query: NamedQuery) -> None:
    everything = graph.read(query.cypher, query.bind(query.example))
    half = len(everything.rows) // 2
    if half:
        cut = graph.read(query.cypher, query.bind(query.example, limit=half), limit=half)
        assert cut == Rows(everything.columns, everything.rows[:half], truncated=True)


@pytest.mark.parametrize(("query", "name"), KEYS, ids=[f"{query.name}-{name}" for query, name in KEYS])
def test_a_key_that_nothing_bears_has_no_rows(graph: GraphStore, query: NamedQuery, name: str) -> None:
    """So where there are rows, no key needs to be looked up to know that it is known."""
    values = {**query.example, name: "no such thing"}
    assert graph.read(query.cypher, query.bind(values)).rows == ()


@pytest.mark.parametrize(("query", "name"), KEYS, ids=[f"{query.name}-{name}" for query, name in KEYS])
def test_a_key_declares_the_labels_that_the_query_matches(query: NamedQuery, name: str) -> None:
    """A key that only narrows an answer is compared with what a statement leads to, and matches no label itself."""
    (parameter,) = (item for item in query.parameters if item.name == name)
    cypher = re.sub(r"\|\s+", "|", query.cypher)
    matched = {*re.findall(rf":([\w|]+)\)\s+WHERE \w+\.key = \${name}\b", cypher)}
    if parameter.labels == tuple(ONTOLOGY.nodes):
        assert len(matched) == 1
    else:
        narrowing = re.search(rf"\${name} IS NULL|IN \[\${name},", cypher)
        assert matched == (set() if narrowing else {"|".join(parameter.labels)})
