"""Exports on both engines: the graph in every form, as the tools of the field read it, and back again."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pyarrow.parquet
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from netgov.graph.errors import ExportRefused, GraphChanged, QueryRejected, UnknownName
from netgov.graph.export.dump import read_dump
from netgov.graph.export.files import write_file, write_folder, zipped
from netgov.graph.export.formats import FORMATS, export_graph, export_rows, query_of
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.restore import restore
from netgov.graph.scan import scan
from netgov.graph.store import GraphStore
from tests.engines import Engine, dump
from tests.sample_graph import sample_batches, sample_store

SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(params=["embedded", "neo4j"], scope="module")
def sample(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The sample graph, which no test of this module changes, on each engine."""
    with sample_store(request.getfixturevalue(request.param)) as store:
        yield store


def contents(store: GraphStore, format: str, document: str | None = None) -> dict[str, bytes]:
    """The files of an export."""
    return {name: b"".join(pieces) for name, pieces in export_graph(store, FORMATS[format], document)}


def expected(store: GraphStore) -> tuple[Counter[str], Counter[str]]:
    """How many nodes of each label and relationships of each type there are."""
    status = store.status()
    return +Counter(status.nodes), +Counter(status.relationships)


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("format", FORMATS)
def test_two_exports_of_one_graph_are_the_same(sample: GraphStore, format: str) -> None:
    assert b"".join(zipped(export_graph(sample, FORMATS[format]))) == b"".join(
        zipped(export_graph(sample, FORMATS[format]))
    )


def test_csv_holds_every_node_and_relationship_under_the_headers_of_neo4j_admin(sample: GraphStore) -> None:
    files = contents(sample, "csv")
    nodes, relationships = read_csv(files["nodes.csv"]), read_csv(files["relationships.csv"])
    assert (Counter(row[":LABEL"] for row in nodes), Counter(row[":TYPE"] for row in relationships)) == expected(sample)
    ids = {row[":ID"] for row in nodes}
    assert len(ids) == len(nodes)
    assert {row[end] for row in relationships for end in (":START_ID", ":END_ID")} <= ids
    group = next(row for row in nodes if row[":ID"] == "Group IETF SFC")
    assert (group["key"], group["aliases:string[]"]) == ("IETF SFC", "SFC;Service Function Chaining")
    approved = [row for row in relationships if row[":TYPE"] == "APPROVED" and row["edition"] == "V2"]
    assert [(row["revised:boolean"], row["start:long"], row["confidence:double"]) for row in approved] == [
        ("true", "0", "0.9")
    ]


def test_graphml_is_read_by_networkx_with_its_types(sample: GraphStore) -> None:
    graph = networkx.parse_graphml(contents(sample, "graphml")["graph.graphml"].decode(), force_multigraph=True)
    counted = Counter(label for _, label in graph.nodes(data="label")), Counter(t for *_, t in graph.edges(data="type"))
    assert counted == expected(sample)
    edges = [data for *_, data in graph.edges(data=True) if data["type"] == "APPROVED" and data.get("edition") == "V2"]
    assert [(data["revised"], data["start"], data["confidence"]) for data in edges] == [(True, 0, 0.9)]
    assert graph.nodes["Publication draft handbook, “cities”"]["key"] == "draft handbook, “cities”"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # by rdflib's own parser
def test_json_ld_is_read_by_rdflib_with_the_evidence_of_every_statement(sample: GraphStore) -> None:
    graph = rdflib.Graph().parse(data=contents(sample, "jsonld")["graph.jsonld"], format="json-ld")
    statements = set(graph.subjects(RDF.type, RDF.Statement))
    _, relationships = expected(sample)
    assert len(statements) == sum(relationships[name] for name in ONTOLOGY.statements)
    for statement in statements:
        passage, document = graph.value(statement, PROV.wasQuotedFrom), graph.value(statement, PROV.wasDerivedFrom)
        assert (document, SCHEMA.hasPart, passage) in graph
        assert str(graph.value(statement, PROV.value)) in str(graph.value(passage, SCHEMA.text))
        triple = (graph.value(statement, name) for name in (RDF.subject, RDF.predicate, RDF.object))
        assert tuple(triple) in graph
    ietf = rdflib.URIRef("urn:netgov:Organization:IETF")
    assert (ietf, RDF.type, SCHEMA.Organization) in graph
    assert {term for term in graph.predicates() if "netgov" not in term} >= {SCHEMA.mentions, SCHEMA.identifier}


def test_parquet_has_a_typed_column_for_every_property(sample: GraphStore) -> None:
    files = {name: pyarrow.parquet.read_table(io.BytesIO(data)) for name, data in contents(sample, "parquet").items()}
    nodes, relationships = files["nodes.parquet"], files["relationships.parquet"]
    counted = Counter(nodes["label"].to_pylist()), Counter(relationships["type"].to_pylist())
    assert counted == expected(sample)
    assert {
        str(relationships.schema.field(name).type) for name in ("start", "target_end", "confidence", "revised")
    } == {
        "int64",
        "double",
        "bool",
    }


@pytest.mark.parametrize("format", ["csv", "graphml", "jsonld"])
def test_what_the_store_keeps_for_itself_stays_out(sample: GraphStore, format: str) -> None:
    text = b"".join(contents(sample, format).values())
    assert b"/reports/C18-33.txt" not in text
    assert b"Claim" not in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_is_exported_alone_and_must_be_there(sample: GraphStore, format: str) -> None:
    with sample.reading() as session, scan(session, "C20/33") as part:
        nodes, relationships = list(part.nodes()), list(part.relationships())
    batch, _ = sample_batches()[1]
    assert {node.ref for node in nodes} == {node.ref for node in batch.nodes}
    assert {item.properties["id"] for item in relationships if "id" in item.properties} == {
        statement.id for statement in batch.statements
    }
    text = b"".join(contents(sample, format, "C20/33").values())
    assert b"C18/33" not in text
    with pytest.raises(UnknownName, match="Did you mean C20/33"):
        contents(sample, format, "C20/34")


def test_the_answer_to_a_query_is_exported_whole_whatever_the_limit(sample: GraphStore) -> None:
    query = query_of("liaisons")
    columns = [column.name for column in query.columns]
    rows = [dict(zip(columns, row, strict=True)) for row in sample.read(query.cypher, query.bind({})).rows]
    assert len(rows) > 1
    listed = read_csv(b"".join(export_rows(sample, "csv", query, {})))
    assert [{name: value or None for name, value in row.items()} for row in listed] == rows
    table = pyarrow.parquet.read_table(io.BytesIO(b"".join(export_rows(sample, "parquet", query, {"with": "IETF"}))))
    assert table.to_pylist() == rows


def test_what_cannot_be_exported_is_refused(sample: GraphStore) -> None:
    with pytest.raises(ExportRefused, match="comes as csv or parquet; jsonld is for the graph"):
        list(export_rows(sample, "jsonld", query_of("liaisons"), {}))
    with pytest.raises(UnknownName, match="liaisons"):
        query_of("liasons")
    with pytest.raises(QueryRejected, match="needs the parameter"):
        list(export_rows(sample, "csv", query_of("approvals"), {}))


def test_a_write_during_an_export_makes_it_fail(store: GraphStore) -> None:
    (first, ingestion), later = sample_batches()
    store.replace_document(first, ingestion)
    with pytest.raises(GraphChanged, match="try again"):
        for _, pieces in export_graph(store, FORMATS["csv"]):
            next(pieces)
            store.replace_document(*later)


def whole(store: GraphStore) -> list[Any]:
    """All that a graph holds, and what it answers."""
    query = query_of("liaisons")
    return [dump(store), store.read(query.cypher, query.bind({})).rows, store.ingestions(), store.status().nodes]


def bring_in(store: GraphStore, path: Path) -> int:
    """Import a dump; how many nodes and relationships there were."""
    counts: list[int] = []
    with store.writing() as session, read_dump(path) as records:
        restore(session, records, counts.append)
    return sum(counts)


@pytest.mark.parametrize("form", ["cypher", "parquet", "zip"])
@pytest.mark.parametrize(("source", "target"), [("embedded", "neo4j"), ("neo4j", "embedded")])
def test_a_dump_makes_the_same_graph_on_the_other_engine(
    request: pytest.FixtureRequest, tmp_path: Path, form: str, source: str, target: str
) -> None:
    path = tmp_path / "dump"
    with sample_store(request.getfixturevalue(source)) as store:
        before = whole(store)
        parts = export_graph(store, FORMATS["cypher" if form == "cypher" else "parquet"])
        if form == "cypher":
            write_file(path, next(parts)[1])
        elif form == "zip":
            write_file(path, zipped(parts))
        else:
            write_folder(path, parts)
    other: Engine = request.getfixturevalue(target)
    other.wipe()
    with GraphStore.open(other.settings) as store:
        store.apply_schema()
        assert bring_in(store, path) > 50
        assert whole(store) == before
        again = [store.replace_document(batch, ingestion) for batch, ingestion in sample_batches()]
        assert [(change.added, change.removed) for change in again] == [(0, 0), (0, 0)]
        for batch, _ in sample_batches():
            store.delete_document(batch.document.key)
        assert sum(store.status().nodes.values()) == 0
        with pytest.raises(ExportRefused, match="not empty"):
            store.replace_document(*sample_batches()[0])
            bring_in(store, path)


@pytest.mark.parametrize(("source", "target"), [("embedded", "neo4j"), ("neo4j", "embedded")])
def test_the_cypher_dump_runs_as_it_stands(request: pytest.FixtureRequest, source: str, target: str) -> None:
    with sample_store(request.getfixturevalue(source)) as store:
        before = dump(store)
        text = contents(store, "cypher")["graph.cypher"].decode()
    other: Engine = request.getfixturevalue(target)
    other.wipe()
    for statement in text.split(";\n"):
        if statement := statement.removeprefix("// netgov: the whole graph\n").strip():
            other.driver.execute_query(statement)
    with GraphStore.open(other.settings) as store:
        assert dump(store) == before
