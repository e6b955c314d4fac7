"""Servers over the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.settings import load_settings


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer; a core each is plenty.")] = 1,
) -> None:
    """Serve the graph over HTTP, with documentation to try out at /docs."""
    from api.serve import serve

    serve(load_settings(), host=host, port=port, workers=workers)
