"""Servers over the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from netgov.graph.errors import NetgovError
from netgov.graph.settings import load_settings


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer; a core each is plenty.")] = 1,
) -> None:
    """Serve the graph over HTTP, with documentation to try out at /docs."""
    from netgov.api.serve import serve

    serve(load_settings(), host=host, port=port, workers=workers)


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP, at /mcp, and not over stdio.")] = False,
    host: Annotated[str, typer.Option(help="With --http: address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="With --http: port to listen on.")] = 8001,
) -> None:
    """Serve the graph to a language model, as tools of the Model Context Protocol."""
    try:
        from netgov.mcp.server import serve_http, serve_stdio
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise NetgovError(
            "The MCP server needs the library mcp: install netgov with its extra, netgov[mcp]."
        ) from error
    if http:
        serve_http(load_settings(), host=host, port=port)
    else:
        serve_stdio(load_settings())
