"""The formats of an export, and what is exported: the graph, a document, or the answer to a named query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from netgov.graph.errors import ExportRefused, UnknownName
from netgov.graph.export import csv, cypher, graphml, jsonld, parquet
from netgov.graph.export.files import File
from netgov.graph.queries import NamedQuery, load_queries
from netgov.graph.scan import Scan, scan
from netgov.graph.store import GraphStore

T = TypeVar("T")
FormatName = Literal["csv", "graphml", "jsonld", "parquet", "cypher"]
RowFormatName = Literal["csv", "parquet"]

MOST_ROWS = 1_000_000
"""Rows of an answer; a query has to have a limit, and the embedded engine makes room for as many before it starts."""


@dataclass(frozen=True)
class Format:
    """A form of the graph: how it is written, and how the file, or the zip of its files, is called and typed."""

    name: str
    write: Callable[[Scan], Iterator[File]]
    suffix: str
    media_type: str
    zipped: bool = False


@dataclass(frozen=True)
class RowFormat:
    """A form of a query's answer."""

    write: Callable[[NamedQuery, Iterator[list[Any]]], Iterator[bytes]]
    media_type: str


FORMATS: Mapping[str, Format] = {
    item.name: item
    for item in (
        Format("csv", csv.write, "zip", "application/zip", zipped=True),
        Format("graphml", graphml.write, "graphml", "application/graphml+xml"),
        Format("jsonld", jsonld.write, "jsonld", "application/ld+json"),
        Format("parquet", parquet.write, "zip", "application/zip", zipped=True),
        Format("cypher", cypher.write, "cypher", "text/plain; charset=utf-8"),
    )
}
ROW_FORMATS: Mapping[str, RowFormat] = {
    "csv": RowFormat(csv.write_rows, "text/csv; charset=utf-8; header=present"),
    "parquet": RowFormat(parquet.write_rows, "application/vnd.apache.parquet"),
}


def query_of(name: str) -> NamedQuery:
    """The query of a name. Raises UnknownName."""
    queries = load_queries()
    if name not in queries:
        raise UnknownName("query", name, queries)
    return queries[name]


def export_graph(store: GraphStore, form: Format, document: str | None = None) -> Iterator[File]:
    """The graph, or what one document contributed. Raises UnknownName, GraphChanged, StoreUnavailable."""
    with store.reading() as session, scan(session, document) as found:
        yield from form.write(found)


def export_rows(store: GraphStore, format: str, query: NamedQuery, values: Mapping[str, object]) -> Iterator[bytes]:
    """The whole answer to a named query, whatever the settings say of limits. Raises ExportRefused, QueryRejected."""
    if format not in ROW_FORMATS:
        raise ExportRefused(f"The answer to a query comes as {' or '.join(ROW_FORMATS)}; {format} is for the graph.")
    parameters = query.bind(values, limit=MOST_ROWS)
    with store.reading() as session, session.begin_transaction() as tx:
        rows = (record.values() for record in tx.run(query.cypher, parameters))
        yield from ROW_FORMATS[format].write(query, _counted(rows))


def _counted(rows: Iterable[T]) -> Iterator[T]:
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            raise ExportRefused(f"The answer has more than {MOST_ROWS} rows; narrow the question down.")
        yield row
