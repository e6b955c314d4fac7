"""Named queries: one question per file in `queries/`, its header checked, its parameters typed."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from types import MappingProxyType

from netgov.graph.errors import QueryRejected, UnknownName
from netgov.graph.guard import check_reads
from netgov.graph.ontology import ONTOLOGY

PARAMETER_TYPES: Mapping[str, type] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "label": str,
    "key": str,
}
"""Types of parameters; a label is one that the ontology declares, a key names a node."""
COLUMN_TYPES = ("string", "integer", "float", "boolean", "list", "map", "any")
DEFAULT_LIMIT = 1000
HEADER_KEYS = ("title", "description", "param", "column", "example")

_HEADER = re.compile(r"// (?P<key>\w+):? (?P<value>.+)")
_PARAMETER = re.compile(
    r"(?P<name>[a-z]\w*): (?P<type>\w+)(?: of (?P<labels>[\w|]+))?(?: = (?P<default>.+?))? — (?P<doc>.+)"
)
_COLUMN = re.compile(r"(?P<name>[a-z]\w*): (?P<type>\w+) — (?P<doc>.+)")


@dataclass(frozen=True)
class Parameter:
    """A value that a query asks for. One that is not required may be left out; its default may be null.

    A key has the labels of the nodes that it can be the key of.
    """

    name: str
    type: str
    default: object
    required: bool
    doc: str
    labels: tuple[str, ...] = ()

    def parse(self, value: object) -> object:
        """The value in the declared type, read from text where it is text. Raises QueryRejected or UnknownName."""
        if value is None and not self.required and self.default is None:
            return None
        kind = PARAMETER_TYPES[self.type]
        if isinstance(value, str) and kind is not str:
            value = _parse_json(value)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise QueryRejected(f"The parameter {self.name} must be {_article(self.type)}, not {value!r}.")
        if type(value) is int and abs(value) >= 2**63:
            raise QueryRejected(f"The parameter {self.name} must fit into 64 bits, unlike {value}.")
        return ONTOLOGY.node(str(value)).label if self.type == "label" else value


@dataclass(frozen=True)
class Column:
    """A column of the answer."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True)
class NamedQuery:
    """A question that the graph answers: what it asks for, what it gives, an example, and the Cypher."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, object]
    cypher: str

    def bind(self, values: Mapping[str, object], *, limit: int = DEFAULT_LIMIT) -> dict[str, object]:
        """Parameters for the Cypher, typed, defaults filled. Raises UnknownName or QueryRejected.

        The Cypher's own limit is one row more than asked for, so that the store can tell when rows are left out.
        """
        declared = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in declared:
                raise UnknownName("parameter", name, declared)
        bound: dict[str, object] = {"limit": limit + 1}
        for name, parameter in declared.items():
            if name not in values and parameter.required:
                raise QueryRejected(f"The query {self.name} needs the parameter {name}: {parameter.doc}.")
            bound[name] = parameter.parse(values[name]) if name in values else parameter.default
        return bound


def load_queries() -> Mapping[str, NamedQuery]:
    """Every query of the package `queries`, by name. Raises QueryRejected for a file that breaks a rule."""
    files = sorted(resources.files("netgov.queries").iterdir(), key=lambda file: file.name)
    texts = {file.name.removesuffix(".cypher"): file for file in files if file.name.endswith(".cypher")}
    return MappingProxyType({name: parse_query(name, file.read_text("utf-8")) for name, file in texts.items()})


def parse_query(name: str, text: str) -> NamedQuery:
    """Read one query file: header comments, an empty line, Cypher. Raises QueryRejected with the reason."""
    try:
        header, _, cypher = text.partition("\n\n")
        lines = list(_header_lines(header))
        parameters = tuple(_parameter(value) for key, value in lines if key == "param")
        columns = tuple(_column(value) for key, value in lines if key == "column")
        _check_names("param", [parameter.name for parameter in parameters])
        _check_names("column", [column.name for column in columns])
        _check_cypher(cypher, {parameter.name for parameter in parameters})
        title, description, example = (_single(key, lines) for key in ("title", "description", "example"))
        query = NamedQuery(name, title, description, parameters, columns, {}, cypher.strip())
        return _with_example(query, example)
    except (QueryRejected, UnknownName, ValueError) as error:  # ValueError: an open quotation mark in the example
        raise QueryRejected(f"queries/{name}.cypher: {error}") from error


def _header_lines(header: str) -> Iterator[tuple[str, str]]:
    for line in header.splitlines():
        found = _HEADER.fullmatch(line.rstrip())
        if not found:
            raise QueryRejected(f"The header line {line!r} is not '// title: …', '// param …' or the like.")
        if found["key"] not in HEADER_KEYS:
            raise UnknownName("header line", found["key"], HEADER_KEYS)
        yield found["key"], found["value"]


def _single(key: str, lines: list[tuple[str, str]]) -> str:
    values = [value for found, value in lines if found == key]
    if len(values) != 1:
        raise QueryRejected(f"The header has {len(values)} lines '{key}', it needs one.")
    return values[0]


def _parameter(line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if not found:
        raise QueryRejected(f"The param {line!r} is not written 'name: TYPE = default — text'.")
    if found["type"] not in PARAMETER_TYPES:
        raise UnknownName("parameter type", found["type"], PARAMETER_TYPES)
    required = found["default"] is None
    default = None if required else _parse_json(found["default"])
    labels = _labels(found["type"], found["labels"])
    parameter = Parameter(found["name"], found["type"], None, required, found["doc"], labels)
    return parameter if default is None else _with_default(parameter, default)


def _labels(kind: str, listed: str | None) -> tuple[str, ...]:
    """The labels of 'key of Event|Group'; a key that lists none may be any node's."""
    if kind == "key":
        return tuple(ONTOLOGY.node(label).label for label in listed.split("|")) if listed else tuple(ONTOLOGY.nodes)
    if listed:
        raise QueryRejected(f"Only a key can be 'of {listed}'.")
    return ()


def _with_default(parameter: Parameter, default: object) -> Parameter:
    if isinstance(default, str) and parameter.type not in ("string", "key"):
        raise QueryRejected(f"The default of {parameter.name} must be {_article(parameter.type)}, not {default!r}.")
    return replace(parameter, default=parameter.parse(default))


def _column(line: str) -> Column:
    found = _COLUMN.fullmatch(line)
    if not found:
        raise QueryRejected(f"The column {line!r} is not written 'name: TYPE — text'.")
    if found["type"] not in COLUMN_TYPES:
        raise UnknownName("column type", found["type"], COLUMN_TYPES)
    return Column(found["name"], found["type"], found["doc"])


def _check_names(key: str, names: list[str]) -> None:
    if len(set(names)) != len(names) or (key == "column" and not names) or "limit" in names:
        raise QueryRejected(f"The '{key}' lines must name each thing once, and not 'limit': {', '.join(names)}.")


def _check_cypher(cypher: str, declared: set[str]) -> None:
    tokens = check_reads(cypher)
    if [token.text.upper() for token in tokens[-2:]] != ["LIMIT", "$LIMIT"]:
        raise QueryRejected("The query must end with 'LIMIT $limit'.")
    used = {token.name for token in tokens if token.kind == "parameter"} - {"limit"}
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise QueryRejected(f"The parameters used and those declared must be the same, but differ in: {odd}.")


def _with_example(query: NamedQuery, line: str) -> NamedQuery:
    pairs = [pair.partition("=") for pair in shlex.split(line)]
    if not all(separator for _, separator, _ in pairs):
        raise QueryRejected(f"The example {line!r} is not written 'name=value …'.")
    bound = query.bind({name: value for name, _, value in pairs})
    return replace(query, example=MappingProxyType({name: bound[name] for name, _, _ in pairs}))


def read_assignment(text: str) -> tuple[str, object]:
    """NAME=VALUE, the value read as JSON where it is that. Raises QueryRejected."""
    name, separator, value = text.partition("=")
    if not separator:
        raise QueryRejected(f"The parameter {text!r} is not written NAME=VALUE.")
    return name, _parse_json(value)


def _parse_json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # no JSON, or a number or nesting beyond what Python reads
        return text


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
