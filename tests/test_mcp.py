"""The MCP server as a client sees it: in memory on both engines, and as a process of its own over stdio and HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp_types import CallToolResult

from netgov.graph.queries import load_queries
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from netgov.mcp.server import make_server
from tests.engines import ROOT, Engine, free_port
from tests.report_graph import report_store
from tests.sample_graph import sample_store

Session = Callable[[Client], Awaitable[Any]]


@pytest.fixture(params=["embedded", "neo4j"], scope="module")
def sample(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The sample graph, on each engine."""
    with sample_store(request.getfixturevalue(request.param)) as store:
        yield store


def connected(store: GraphStore, work: Session, **settings: Any) -> Any:
    """What work returns with a client of a server in this process."""

    async def run() -> Any:
        async with Client(make_server(Settings(**settings), store)) as client:
            return await work(client)

    return anyio.run(run)


def call(store: GraphStore, name: str, arguments: dict[str, Any] | None = None, **settings: Any) -> CallToolResult:
    """The answer of a tool; the client checks it against the schema that the tool declares."""
    return connected(store, lambda client: client.call_tool(name, arguments or {}), **settings)


def text_of(result: CallToolResult) -> str:
    return "".join(item.text for item in result.content)


def test_every_query_is_a_tool_with_its_typed_parameters(sample: GraphStore) -> None:
    tools = {tool.name: tool for tool in connected(sample, lambda client: client.list_tools()).tools}
    queries = load_queries()
    assert tools.keys() == {*queries, "search", "entity", "schema"}
    for query in queries.values():
        schema = tools[query.name].input_schema
        assert schema["properties"].keys() == {parameter.name for parameter in query.parameters} | {"limit"}
        assert schema.get("required", []) == [item.name for item in query.parameters if item.required]
        assert tools[query.name].annotations.read_only_hint
    assert tools["liaisons"].input_schema["properties"]["with"] == {
        "type": "string",
        "description": "key of the organization or group",
        "default": "IETF",
        "examples": ["IETF"],
    }


@pytest.mark.parametrize("engine_name", ["embedded", "neo4j"])
def test_the_example_of_every_query_is_answered_as_declared(request: pytest.FixtureRequest, engine_name: str) -> None:
    async def ask_all(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        for query in load_queries().values():
            arguments = dict(query.example)
            result = await client.call_tool(query.name, arguments)
            assert not result.is_error, (query.name, result)
            assert result.structured_content["rows"], query.name
            jsonschema.validate(arguments, tools[query.name].input_schema)
            jsonschema.validate(result.structured_content, tools[query.name].output_schema)

    with report_store(request.getfixturevalue(engine_name)) as store:
        connected(store, ask_all)


def test_an_answer_cites_document_section_and_sentence(sample: GraphStore) -> None:
    result = call(sample, "liaisons", {"with": "IETF SFC"})
    first = result.structured_content["rows"][0]
    quote = 'SG11 liaised with "IETF SFC", with its IPPM and, IETF says, its measuring team; IPPM told SFC.'
    assert {"document": "C18/33", "section": "2.6", "quote": quote} in [
        row["citation"] for row in result.structured_content["rows"]
    ]
    assert "quote" not in first
    assert f'"{quote}" (C18/33, 2.6)' in text_of(result)


def test_an_entity_is_shown_and_its_evidence_is_a_tool(sample: GraphStore) -> None:
    rows = call(sample, "entity", {"key": "IETF SFC"}).structured_content["rows"]
    assert [(row["label"], row["properties"]["name"]) for row in rows] == [("Group", "Service Function Chaining")]
    both = call(sample, "entity", {"key": "TSAG"}).structured_content["rows"]
    assert [row["label"] for row in both] == ["Group", "Organization"]
    assert call(sample, "entity", {"key": "Nobody"}).structured_content["note"] == "Nothing found."
    rows = call(sample, "evidence", {"key": "ITU-T SG17"}).structured_content["rows"]
    (citation,) = [row["citation"] for row in rows]
    assert citation["quote"][citation["target_start"] : citation["target_end"]] == "IETF"
    assert "source_start" not in citation, "the sentence writes SG17 otherwise"


def test_nothing_found_is_told_from_not_covered(sample: GraphStore) -> None:
    found = call(sample, "approvals", {"body": "ITU-T SG20", "year": 1999})
    assert found.structured_content["searched"]["documents"] == 2
    assert text_of(found).startswith("Nothing found. Searched 2 documents, ")
    unknown = call(sample, "approvals", {"body": "ITU-T SG99"})
    assert "There is no 'ITU-T SG99' in the graph (body)." in text_of(unknown)
    assert "searched" not in call(sample, "entity", {"key": "IETF"}).structured_content


def test_search_finds_entities_and_cites_passages(sample: GraphStore) -> None:
    rows = call(sample, "search", {"text": "IETFF"}).structured_content["rows"]
    assert ("Organization", "IETF") in [(row["label"], row["key"]) for row in rows]
    passages = call(sample, "search", {"text": "handbook", "label": "Passage"}).structured_content["rows"]
    assert [(row["citation"]["document"], row["citation"]["section"]) for row in passages] == [("C18/33", "3")]
    assert "handbook" in passages[0]["citation"]["quote"]


def test_what_the_graph_can_say_is_a_tool_and_a_resource(sample: GraphStore) -> None:
    result = call(sample, "schema")
    assert "relationship: LIAISED_WITH" in text_of(result)
    assert not result.structured_content["truncated"]

    async def read(client: Client) -> str:
        (resource,) = (await client.list_resources()).resources
        with pytest.raises(MCPError, match="no resource 'netgov://other'"):
            await client.read_resource("netgov://other")
        return (await client.read_resource(resource.uri)).contents[0].text

    assert connected(sample, read).startswith("Labels\n")


def test_a_long_answer_is_cut_at_the_cap_and_says_how_to_narrow_it(sample: GraphStore) -> None:
    whole = call(sample, "evidence", {"key": "ITU-T SG11"})
    cut = call(sample, "evidence", {"key": "ITU-T SG11"}, mcp_tokens=200)
    assert len(json.dumps(cut.structured_content["rows"], ensure_ascii=False)) <= 200 * 4
    assert 0 < len(cut.structured_content["rows"]) < len(whole.structured_content["rows"])
    assert (cut.structured_content["truncated"], whole.structured_content["truncated"]) == (True, False)
    assert "Narrow it down by label" in text_of(cut)
    one = call(sample, "liaisons", {"limit": 1})
    assert (len(one.structured_content["rows"]), one.structured_content["truncated"]) == (1, True)


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("approvals", {}, "The query approvals needs the parameter body"),
        ("approvals", {"body": "ITU-T SG20", "year": "soon"}, "The parameter year must be"),
        ("liaisons", {"limit": 0}, "The parameter limit must be an integer from 1 to 1000, not 0."),
        ("liaisons", {"limit": True}, "The parameter limit must be an integer"),
        ("liaisons", {"whith": "IETF"}, "There is no parameter 'whith'. Did you mean with?"),
        ("entity", {}, "The tool entity needs the parameter key"),
        ("search", {"text": " "}, "The tool search needs the parameter text"),
        ("search", {"text": 1}, "The parameter text must be a string, not 1."),
        ("entity", {"key": "IETF", "label": "Groop"}, "There is no label 'Groop'. Did you mean Group"),
        ("schema", {"x": 1}, "There is no parameter 'x'"),
        ("liasons", {}, "There is no tool 'liasons'. Did you mean liaisons"),
    ],
)
def test_what_is_wrong_is_an_error_of_the_tool_in_a_sentence(
    sample: GraphStore, name: str, arguments: dict[str, Any], sentence: str
) -> None:
    result = call(sample, name, arguments)
    assert result.is_error
    assert text_of(result).startswith(sentence)


async def _liaisons(server: Any) -> list[str]:
    async with Client(server) as client:
        result = await client.call_tool("liaisons", {"with": "IETF SFC"})
        return [row["body"] for row in result.structured_content["rows"]]


@pytest.fixture
def command(embedded: Engine) -> Iterator[tuple[list[str], dict[str, str]]]:
    """The command line over the sample graph, and its environment."""
    with sample_store(embedded):
        yield ["-m", "netgov", "mcp"], {**embedded.environment, "PYTHONPATH": str(ROOT / "src")}


def test_a_client_starts_it_over_stdio(command: tuple[list[str], dict[str, str]]) -> None:
    arguments, environment = command
    server = StdioServerParameters(command=sys.executable, args=arguments, env=environment)
    assert "ITU-T SG11" in anyio.run(_liaisons, server)


def test_nothing_but_messages_is_on_its_standard_output(command: tuple[list[str], dict[str, str]]) -> None:
    arguments, environment = command
    ping = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"}) + "\n"
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, input=ping, capture_output=True, text=True, check=False
    )
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1]


def test_it_serves_this_machine_over_http(command: tuple[list[str], dict[str, str]], tmp_path: Path) -> None:
    arguments, environment = command
    port = free_port()
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            [sys.executable, *arguments, "--http", "--port", str(port)], env=environment, stdout=log, stderr=log
        ) as server,
    ):
        try:
            deadline = time.monotonic() + 60
            while "running on" not in (tmp_path / "log").read_text() and time.monotonic() < deadline:
                time.sleep(0.1)
            assert "ITU-T SG11" in anyio.run(_liaisons, f"http://127.0.0.1:{port}/mcp")
        finally:
            server.terminate()
