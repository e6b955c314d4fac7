"""CSV with the headers of neo4j-admin: nodes.csv and relationships.csv, lists joined by semicolons."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from netgov.graph.export.columns import NODE_COLUMNS, RELATIONSHIP_COLUMNS
from netgov.graph.export.files import File, encode
from netgov.graph.model import spell
from netgov.graph.queries import NamedQuery
from netgov.graph.scan import Scan

TYPES = {"string": "", "integer": ":long", "float": ":double", "boolean": ":boolean", "strings": ":string[]"}


def write(scan: Scan) -> Iterator[File]:
    """Both files; an :ID is the label and the key, since a key is unique within its label only."""
    nodes = ((spell(node.ref), node.label, *_cells(NODE_COLUMNS, node.properties)) for node in scan.nodes())
    yield "nodes.csv", encode(_lines((":ID", ":LABEL", *_header(NODE_COLUMNS)), nodes))
    relationships = (
        (spell(item.source), spell(item.target), item.type, *_cells(RELATIONSHIP_COLUMNS, item.properties))
        for item in scan.relationships()
    )
    header = (":START_ID", ":END_ID", ":TYPE", *_header(RELATIONSHIP_COLUMNS))
    yield "relationships.csv", encode(_lines(header, relationships))


def write_rows(query: NamedQuery, rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The answer to a query; a list or a map is JSON in its cell, null is empty."""
    columns = [column.name for column in query.columns]
    return encode(_lines(columns, ([_cell(value) for value in row] for row in rows)))


def _header(columns: Mapping[str, str]) -> list[str]:
    return [name + TYPES[kind] for name, kind in columns.items()]


def _cells(columns: Mapping[str, str], properties: Mapping[str, Any]) -> Iterator[Any]:
    for name, kind in columns.items():
        value = properties.get(name)
        yield ";".join(value or ()) if kind == "strings" else _cell(value)


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | dict) else value


def _lines(header: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in chain((header,), rows):
        writer.writerow(row)
        yield text.getvalue()
        text.seek(0)
        text.truncate()
