"""Tables of texts and of what they state, for the tests of reading.

A line that starts in the first column is a text; each line below it that is set in is a statement of it, `source TYPE
target`, with what it must carry in braces: `{topic: cables; status: -}`, a dash for nothing. A text without such lines
states nothing of the kinds that the test looks at. In a text `\\n` and `\\t` are a line break and a tab; a line that
ends in a backslash goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.statements.batch import Extraction

Told = frozenset[tuple[object, ...]]
"""(type, source key, target key, (property, value) …) of statements."""

STATEMENT = re.compile(r"(.+?) ([A-Z_]{4,}) (.+?)(?: \{(.+)\})?")


def cases(table: str, before: str = "") -> list[object]:
    """Parameters (text, expected) of a table, for `parametrize`; `before` is put before each text."""
    return [pytest.param(before + text, expected, id=text[-60:]) for text, expected in _rows(table)]


def _rows(table: str) -> Iterator[tuple[str, Told]]:
    blocks: list[tuple[str, list[str]]] = []
    for line in table.replace("\\\n", "").strip("\n").splitlines():
        if line.startswith("  "):
            blocks[-1][1].append(line.strip())
        elif line:
            blocks.append((line.replace("\\n", "\n").replace("\\t", "\t"), []))
    for text, lines in blocks:
        rows = [_statement(line) for line in lines]
        names = sorted({name for *_, own in rows for name in own})
        yield (
            text,
            frozenset(
                (type_, source, target, *((name, own.get(name, "-")) for name in names))
                for type_, source, target, own in rows
            ),
        )


def _statement(line: str) -> tuple[str, str, str, dict[str, str]]:
    match = STATEMENT.fullmatch(line)
    assert match is not None and match[2] in ONTOLOGY.relations, f"no statement: {line}"
    own = dict(item.split(": ", 1) for item in match[4].split("; ")) if match[4] else {}
    return match[2], match[1], match[3], own


def found(extraction: Extraction, expected: Told, *types: str) -> Told:
    """What a text states of some types, with the properties that are expected."""
    names = sorted({pair[0] for row in expected for pair in row[3:] if isinstance(pair, tuple)})
    return frozenset(
        (item.type, item.source[1], item.target[1], *((name, str(item.own.get(name, "-"))) for name in names))
        for item in extraction.batch.statements
        if item.type in types
    )
