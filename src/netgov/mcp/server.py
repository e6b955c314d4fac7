"""The MCP server: lists the tools, runs them, turns errors into tool errors; over stdio or streamable HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anyio
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)
from pydantic import TypeAdapter

from netgov.graph import describe
from netgov.graph.answers import Answerer, Coverage
from netgov.graph.errors import NetgovError, UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import load_queries
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from netgov.mcp import tools
from netgov.mcp.tools import make_tools

SCHEMA_URI = "netgov://schema"
SEARCHED = TypeAdapter(Coverage).json_schema()
"""What was searched, in the answer to a question."""
INSTRUCTIONS = """What reports of Internet governance bodies say, with the sentence that says it. Entities are named by
keys such as ITU-T SG15, IETF, PP Resolution 101; the tool `schema` tells their forms. Cite document and section of what
you use."""
Context = ServerRequestContext[Any]


class Handlers:
    """Answers the requests of a client."""

    def __init__(self, settings: Settings, store: GraphStore) -> None:
        self._graph = Answerer(store)
        self._tools = make_tools(load_queries(), tokens=settings.mcp_tokens, rows=settings.query_limit)

    async def list_tools(self, _context: Context, _params: PaginatedRequestParams | None) -> ListToolsResult:
        """The tools."""
        return ListToolsResult(tools=[_declare(tool) for tool in self._tools.values()])

    async def call_tool(self, _context: Context, params: CallToolRequestParams) -> CallToolResult:
        """The answer of a tool; what is wrong with the call, or with the database, is an error of the tool."""
        try:
            return await anyio.to_thread.run_sync(self._call, params.name, params.arguments or {})
        except NetgovError as error:
            return CallToolResult(content=[TextContent(type="text", text=str(error))], is_error=True)

    def _call(self, name: str, arguments: Mapping[str, Any]) -> CallToolResult:
        if name not in self._tools:
            raise UnknownName("tool", name, self._tools)
        answer = self._tools[name].answer(self._graph, arguments)
        return CallToolResult(
            content=[TextContent(type="text", text=answer.text)], structured_content=answer.structured
        )

    async def list_resources(self, _context: Context, _params: PaginatedRequestParams | None) -> ListResourcesResult:
        """The ontology is the one resource."""
        title = "Labels, relationship types and their properties"
        resource = Resource(name="schema", title=title, uri=SCHEMA_URI, mime_type="text/plain")
        return ListResourcesResult(resources=[resource])

    async def read_resource(self, _context: Context, params: ReadResourceRequestParams) -> ReadResourceResult:
        """The ontology as text."""
        if params.uri != SCHEMA_URI:
            raise MCPError(INVALID_PARAMS, str(UnknownName("resource", params.uri, [SCHEMA_URI])))
        text = describe.text(ONTOLOGY)
        return ReadResourceResult(contents=[TextResourceContents(uri=SCHEMA_URI, mime_type="text/plain", text=text)])


def make_server(settings: Settings, store: GraphStore) -> Server[Any]:
    """The server over a store."""
    handlers = Handlers(settings, store)
    return Server(
        "netgov",
        title="netgov",
        instructions=INSTRUCTIONS,
        on_list_tools=handlers.list_tools,
        on_call_tool=handlers.call_tool,
        on_list_resources=handlers.list_resources,
        on_read_resource=handlers.read_resource,
    )


def serve_stdio(settings: Settings) -> None:
    """Serve one client over standard input and output, until it leaves."""

    async def run(server: Server[Any]) -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    with GraphStore.open(settings) as store:
        anyio.run(run, make_server(settings, store))


def serve_http(settings: Settings, *, host: str, port: int) -> None:
    """Serve many clients over streamable HTTP, at /mcp."""
    import uvicorn

    with GraphStore.open(settings) as store:
        app = make_server(settings, store).streamable_http_app(stateless_http=True, json_response=True, host=host)
        uvicorn.run(app, host=host, port=port)


def _declare(tool: tools.Tool) -> Tool:
    output = {
        "type": "object",
        "properties": {
            "rows": {"type": "array", "items": tool.row},
            "truncated": {"type": "boolean", "description": "whether there are more rows"},
            "note": {"type": "string", "description": "what was searched, and how to narrow the question down"},
            "searched": SEARCHED,
        },
        "required": ["rows", "truncated", "note"],
    }
    return Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.parameters,
        output_schema=output,
        annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
    )
