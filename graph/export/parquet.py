"""Parquet: nodes.parquet and relationships.parquet with typed columns; of a whole graph, internal.parquet, too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from netgov.graph.contribution import INTERNAL
from netgov.graph.errors import ExportRefused
from netgov.graph.export.columns import NODE_COLUMNS, RELATIONSHIP_COLUMNS
from netgov.graph.export.files import File, Sink
from netgov.graph.queries import NamedQuery
from netgov.graph.scan import NodeRecord, Record, RelationshipRecord, Scan, gather

GROUP = 5_000
"""Rows of a row group."""
FILES = ("nodes.parquet", "relationships.parquet", "internal.parquet")
ENDS = ("source_label", "source", "target_label", "target")


def write(scan: Scan) -> Iterator[File]:
    """The files; internal.parquet holds what the import needs beside the graph, each node's properties as JSON."""
    nodes = ({"label": node.label, **node.properties} for node in scan.nodes())
    yield "nodes.parquet", _table({"label": "string", **NODE_COLUMNS}, nodes)
    relationships = (
        {"type": item.type, **dict(zip(ENDS, (*item.source, *item.target), strict=True)), **item.properties}
        for item in scan.relationships()
    )
    columns = {"type": "string", **dict.fromkeys(ENDS, "string"), **RELATIONSHIP_COLUMNS}
    yield "relationships.parquet", _table(columns, relationships)
    if not scan.document:
        internal = (
            {"label": node.label, "properties": json.dumps(node.properties, ensure_ascii=False, sort_keys=True)}
            for node in scan.internal()
        )
        yield "internal.parquet", _table({"label": "string", "properties": "string"}, internal)


def write_rows(query: NamedQuery, rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The answer to a query; lists, maps and columns of any type are JSON."""
    columns = {column.name: column.type for column in query.columns}
    return _table(columns, (dict(zip(columns, map(_scalar, columns.values(), row), strict=True)) for row in rows))


def read(path: Path) -> Iterator[Record]:
    """The nodes and relationships of a folder with such files. Raises ExportRefused."""
    if not (path / "internal.parquet").is_file():
        raise ExportRefused(f"{path} is not a dump of a whole graph that `netgov export --format parquet` wrote.")
    for row in _rows(path / "nodes.parquet"):
        yield NodeRecord(row.pop("label"), row["key"], row)
    for row in _rows(path / "relationships.parquet"):
        name, a, source, b, target = (row.pop(column) for column in ("type", *ENDS))
        yield RelationshipRecord(name, (a, source), (b, target), row)
    for row in _rows(path / "internal.parquet"):
        properties = json.loads(row["properties"])
        yield NodeRecord(row["label"], properties[INTERNAL[row["label"]]], properties)


def _table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    arrow, parquet = _libraries()
    types = {
        "integer": arrow.int64(),
        "float": arrow.float64(),
        "boolean": arrow.bool_(),
        "strings": arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(name, types.get(kind, arrow.string())) for name, kind in columns.items()])
    sink = Sink()
    with parquet.ParquetWriter(sink, schema) as writer:
        for _, group in gather(rows, lambda _: (), GROUP):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            yield from sink.take()
    yield from sink.take()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    _, parquet = _libraries()
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(GROUP):
            for row in batch.to_pylist():
                yield {name: value for name, value in row.items() if value is not None}


def _scalar(kind: str, value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if kind in ("list", "map", "any") and value is not None else value


def _libraries() -> tuple[Any, Any]:
    """pyarrow and its Parquet part. Raises ExportRefused where they are not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExportRefused("Parquet needs pyarrow: install netgov with its extra, netgov[parquet].") from error
    return pyarrow, pyarrow.parquet
