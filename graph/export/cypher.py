"""Cypher that makes the graph again on an empty database, of either engine.

One statement a line, and its rows are JSON, which is Cypher as well. So the import reads them as data and runs no text
of the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from netgov.graph.contribution import INDEXES, INTERNAL
from netgov.graph.errors import ExportRefused
from netgov.graph.export.files import File, encode
from netgov.graph.scan import NodeRecord, Record, RelationshipRecord, Scan, gather, shape_of
from netgov.graph.store import CREATE_INDEX

ROWS = 200
"""Nodes or relationships in one statement."""
WHOLE, PART = "// netgov: the whole graph\n", "// netgov: what one document says\n"
_STATEMENT = re.compile(
    r"UNWIND (?P<rows>\[.*\]) AS row "
    r"(?:MERGE \(n:(?P<label>\w+) \{\w+: row\[0\]\}\) SET n \+= \{(?P<properties>[^{}]*)\}"
    r"|MATCH \(a:(?P<source>\w+) \{key: row\[0\]\}\) MATCH \(b:(?P<target>\w+) \{key: row\[1\]\}\) "
    r"CREATE \(a\)-\[:(?P<type>\w+) \{(?P<own>[^{}]*)\}\]->\(b\));\n"
)


def write(scan: Scan) -> Iterator[File]:
    """One file: constraints and indexes, nodes, relationships; of a whole graph the store's own nodes, too."""
    yield "graph.cypher", encode(_lines(scan))


def read(path: Path) -> Iterator[Record]:
    """The nodes and relationships of such a file. Raises ExportRefused."""
    with path.open(encoding="utf-8", newline="\n") as file:
        if file.readline() != WHOLE:
            raise ExportRefused(f"{path} is not a dump of a whole graph that `netgov export --format cypher` wrote.")
        for number, line in enumerate(file, 2):
            if not line.startswith("CREATE "):
                yield from _records(line, f"{path}, line {number}")


def _lines(scan: Scan) -> Iterator[str]:
    yield PART if scan.document else WHOLE
    for kind, name, indexed in INDEXES:
        if kind != "text":  # the embedded engine knows no statement for a full-text index, and the import makes them
            yield CREATE_INDEX[kind].format(name=name, property=indexed) + ";\n"
    yield from _statements(scan.nodes())
    yield from _statements(scan.relationships())
    if not scan.document:
        yield from _statements(scan.internal())


def _statements(records: Iterable[Record]) -> Iterator[str]:
    for shape, group in gather(records, shape_of, ROWS):
        ends = [_identity(record) for record in group]
        first = len(ends[0])
        names = sorted({name for record in group for name in record.properties})
        rows = [[*end, *map(record.properties.get, names)] for end, record in zip(ends, group, strict=True)]
        values = ", ".join(f"{name}: row[{place}]" for place, name in enumerate(names, first))
        if first == 1:
            name = INTERNAL.get(shape[0], "key")
            what = f"MERGE (n:{shape[0]} {{{name}: row[0]}}) SET n += {{{values}}}"
        else:
            kind, a, b = shape
            what = f"MATCH (a:{a} {{key: row[0]}}) MATCH (b:{b} {{key: row[1]}}) CREATE (a)-[:{kind} {{{values}}}]->(b)"
        yield f"UNWIND {json.dumps(rows, ensure_ascii=False)} AS row {what};\n"


def _identity(record: Record) -> list[Any]:
    return [record.key] if isinstance(record, NodeRecord) else [record.source[1], record.target[1]]


def _records(line: str, place: str) -> Iterator[Record]:
    found = _STATEMENT.fullmatch(line)
    if not found:
        raise ExportRefused(f"{place}: this is not a statement of a dump that netgov wrote.")
    names = re.findall(r"(\w+): row", found["properties"] or found["own"] or "")
    for row in json.loads(found["rows"]):
        if found["label"]:
            key, *values = row
        else:
            source, target, *values = row
        properties = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        if found["label"]:
            yield NodeRecord(found["label"], key, properties)
        else:
            yield RelationshipRecord(found["type"], (found["source"], source), (found["target"], target), properties)
