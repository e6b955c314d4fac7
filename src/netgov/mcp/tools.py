"""The tools: one for each named query, and those that show an entity and what the graph can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from netgov.graph.answers import Answerer
from netgov.graph.errors import QueryRejected, UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import Column, NamedQuery, Parameter
from netgov.graph.search import Hit, search
from netgov.mcp.answers import CITATION, SOURCE, Answer, cited, fit, searched_in

Schema = dict[str, Any]

DEFAULT_LIMIT = 50
MOST_HITS = 20
LIMIT = "limit"
ANY: Schema = {}
ENTITY = "MATCH (n:{labels}) WHERE n.key = $key RETURN labels(n)[0], properties(n) ORDER BY labels(n)[0] LIMIT $limit"


@dataclass(frozen=True)
class Tool:
    """A tool: what it is for, what it takes and gives (JSON Schema), and how it answers."""

    name: str
    title: str
    description: str
    parameters: Schema
    row: Schema
    answer: Callable[[Answerer, Mapping[str, Any]], Answer]


def make_tools(queries: Mapping[str, NamedQuery], *, tokens: int, rows: int) -> dict[str, Tool]:
    """All tools by name; an answer has at most so many tokens, as they are estimated, and rows."""
    tools = [query_tool(query, tokens=tokens, rows=rows) for query in queries.values()]
    return {tool.name: tool for tool in (*tools, search_tool(tokens), entity_tool(tokens), schema_tool(tokens))}


def query_tool(query: NamedQuery, *, tokens: int, rows: int) -> Tool:
    """The tool that asks a named query."""
    limit = {"type": "integer", "minimum": 1, "maximum": rows, "description": "at most so many rows"}
    parameters = {parameter.name: parameter_schema(parameter, query.example) for parameter in query.parameters}
    parameters[LIMIT] = {**limit, "default": min(DEFAULT_LIMIT, rows)}
    optional = [parameter.name for parameter in query.parameters if not parameter.required]

    def answer(graph: Answerer, arguments: Mapping[str, Any]) -> Answer:
        values = dict(arguments)
        most = values.pop(LIMIT, parameters[LIMIT]["default"])
        if type(most) is not int or not 1 <= most <= rows:
            raise QueryRejected(f"The parameter limit must be an integer from 1 to {rows}, not {most!r}.")
        found = graph.ask(query, values, limit=most)
        named = (cited(dict(zip(found.rows.columns, row, strict=True))) for row in found.rows.rows)
        unused = [name for name in optional if name not in values]
        narrow = f"Narrow it down by {' or '.join(unused)}" if unused else "Ask for something narrower"
        narrow = f"{narrow}, or ask with another limit."
        fitting = fit(named, tokens=tokens, truncated=found.rows.truncated, narrow=narrow)
        return searched_in(fitting, found.searched, found.unknown)

    required = [parameter.name for parameter in query.parameters if parameter.required]
    description = f"{query.title}. {query.description}"
    return Tool(query.name, query.title, description, _object(parameters, required), row_schema(query), answer)


def parameter_schema(parameter: Parameter, example: Mapping[str, object]) -> Schema:
    """A parameter of a query as JSON Schema."""
    kind: Any = {"float": "number", "label": "string", "key": "string"}.get(parameter.type, parameter.type)
    schema: Schema = {"type": kind, "description": parameter.doc}
    if parameter.type == "label":
        schema["enum"] = [*ONTOLOGY.nodes]
    if parameter.name in example:
        schema["examples"] = [example[parameter.name]]
    if not parameter.required and parameter.default is not None:
        schema["default"] = parameter.default
    return schema


def row_schema(query: NamedQuery) -> Schema:
    """A row of a query's answer as JSON Schema; what is null is left out of it."""
    columns = {column.name: column_schema(column) for column in query.columns}
    if "quote" not in columns:
        return _object(columns)
    citation = {name: columns.pop(name) for name in CITATION if name in columns}
    return _object({**columns, "citation": _object(citation)})


def column_schema(column: Column) -> Schema:
    """A column as JSON Schema."""
    kinds = {"float": "number", "list": "array", "map": "object"}
    kind = {} if column.type == "any" else {"type": kinds.get(column.type, column.type)}
    return {**kind, "description": column.doc}


def search_tool(tokens: int) -> Tool:
    """The tool that finds entities and passages by what somebody types."""
    parameters = {
        "text": {"type": "string", "description": "names or words, misspelled or not", "examples": ["study grp 15"]},
        "label": {"type": "string", "description": "only this label", "enum": [*ONTOLOGY.nodes]},
    }
    found = {name: {"type": "string"} for name in ("label", "key", "name", "matched", "text")}
    row = _object({**found, "score": {"type": "number"}, "citation": _object(dict.fromkeys(SOURCE, ANY))})

    def answer(graph: Answerer, arguments: Mapping[str, Any]) -> Answer:
        values = _checked("search", arguments, parameters, required="text")
        label = ONTOLOGY.node(values["label"]).label if "label" in values else None
        hits = search(graph.store, values["text"], label=label, limit=MOST_HITS)
        return fit(map(_hit, hits), tokens=tokens, truncated=False, narrow="Give more words, or a label.")

    description = "Entities by name, alias or title, and passages by their words, best first; forgives misspelling."
    return Tool("search", "Find entities and passages", description, _object(parameters, ["text"]), row, answer)


def _hit(hit: Hit) -> dict[str, Any]:
    """A hit as a row; a passage is cited."""
    row = {"label": hit.label, "key": hit.key, "name": hit.name, "matched": hit.matched, "score": round(hit.score, 2)}
    if hit.label != "Passage":
        return cited({**row, "text": hit.text})
    return cited({**row, "document": hit.key.rpartition("#")[0], "section": hit.section, "quote": hit.text})


def entity_tool(tokens: int) -> Tool:
    """The tool that shows what is known of an entity."""
    parameters = {
        "key": {"type": "string", "description": "its key", "examples": ["IETF", "ITU-T SG15", "PP Resolution 101"]},
        "label": {"type": "string", "description": "its label, where it is known", "enum": [*ONTOLOGY.nodes]},
    }
    row = _object({"label": {"type": "string"}, "key": {"type": "string"}, "properties": {"type": "object"}})

    def answer(graph: Answerer, arguments: Mapping[str, Any]) -> Answer:
        values = _checked("entity", arguments, parameters, required="key")
        key, labels = values["key"], "|".join(ONTOLOGY.nodes)
        if "label" in values:
            labels = ONTOLOGY.node(values["label"]).label
        found = graph.store.read(ENTITY.format(labels=labels), {"key": key, "limit": len(ONTOLOGY.nodes)}).rows
        rows = [{"label": name, "key": key, "properties": properties} for name, properties in found]
        return fit(rows, tokens=tokens, truncated=False, narrow="Give its label.")

    description = "What is known of an entity: name, aliases and other properties. `evidence` gives its statements."
    return Tool("entity", "An entity", description, _object(parameters, ["key"]), row, answer)


def schema_tool(tokens: int) -> Tool:
    """The tool that says what the graph can say."""
    rows: list[Schema] = [
        *({"label": item.label, "what": item.doc, "key": item.key} for item in ONTOLOGY.node_types),
        *(
            {"relationship": item.name, "what": item.doc, "from": [*item.sources], "to": [*item.targets]}
            for item in ONTOLOGY.relation_types
        ),
    ]

    def answer(_graph: Answerer, arguments: Mapping[str, Any]) -> Answer:
        _checked("schema", arguments, {})
        return fit(rows, tokens=tokens, truncated=False, narrow="The resource netgov://schema has all of it.")

    description = "Labels of entities with the form of their keys, and types of relationships; read it before guessing."
    return Tool("schema", "What the graph can say", description, _object({}), ANY, answer)


def _checked(tool: str, arguments: Mapping[str, Any], known: Schema, *, required: str = "") -> Mapping[str, str]:
    """The arguments of a tool that takes strings. Raises UnknownName, QueryRejected."""
    for name, value in arguments.items():
        if name not in known:
            raise UnknownName("parameter", name, known)
        if not isinstance(value, str):
            raise QueryRejected(f"The parameter {name} must be a string, not {value!r}.")
    if required and not arguments.get(required, "").strip():
        raise QueryRejected(f"The tool {tool} needs the parameter {required}.")
    return arguments


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema
