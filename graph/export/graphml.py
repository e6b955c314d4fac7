"""GraphML with typed keys; a list is JSON in its value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from netgov.graph.export.columns import NODE_COLUMNS, RELATIONSHIP_COLUMNS
from netgov.graph.export.files import File, encode
from netgov.graph.model import spell
from netgov.graph.scan import Scan

TYPES = {"string": "string", "integer": "long", "float": "double", "boolean": "boolean", "strings": "string"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
DOMAINS = {
    "node": {"label": "string", **NODE_COLUMNS},
    "edge": {"type": "string", **RELATIONSHIP_COLUMNS},
}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no way to write."""


def write(scan: Scan) -> Iterator[File]:
    """One file; a node's id is its label and key."""
    yield "graph.graphml", encode(_lines(scan))


def _lines(scan: Scan) -> Iterator[str]:
    yield HEAD
    for domain, columns in DOMAINS.items():
        for name, kind in columns.items():
            yield f'<key id="{domain}.{name}" for="{domain}" attr.name="{name}" attr.type="{TYPES[kind]}"/>\n'
    yield '<graph id="netgov" edgedefault="directed">\n'
    for node in scan.nodes():
        data = _data("node", {"label": node.label, **node.properties})
        yield f"<node id={_attribute(spell(node.ref))}>{data}</node>\n"
    for item in scan.relationships():
        ends = f"source={_attribute(spell(item.source))} target={_attribute(spell(item.target))}"
        yield f"<edge {ends}>{_data('edge', {'type': item.type, **item.properties})}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(domain: str, properties: Mapping[str, Any]) -> str:
    texts = ((name, escape(_legal(_text(value)))) for name, value in sorted(properties.items()))
    return "".join(f'<data key="{domain}.{name}">{text}</data>' for name, text in texts)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
