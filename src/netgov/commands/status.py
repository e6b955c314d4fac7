"""What the graph is, holds, and can say, and by which words that is read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from netgov.commands.console import print_table
from netgov.graph import describe
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.settings import load_settings
from netgov.graph.store import GraphStore


def status() -> None:
    """Show which engine holds the graph, where it is, and what is in it."""
    with GraphStore.open(load_settings()) as store:
        found, documents, version = store.status(), len(store.ingestions()), store.version()
    print(f"{found.engine} {found.version} at {found.address}")
    if found.disk_bytes is not None:
        print(f"{found.disk_bytes / 1e6:.1f} MB on disk")
    print(f"{documents} documents ingested, version {version.number} of the graph")
    counts = {**found.nodes, **found.relationships}
    print_table(("label or type", "count"), [(name, count) for name, count in counts.items() if count])


def schema(
    format: Annotated[Literal["text", "json", "markdown"], typer.Option(help="How to print it.")] = "text",
) -> None:
    """Print what the graph can say: labels, relationship types and their properties."""
    printers = {"text": describe.text, "json": describe.as_json, "markdown": describe.markdown}
    print(printers[format](ONTOLOGY), end="")


def frames(
    format: Annotated[Literal["text", "markdown"], typer.Option(help="How to print it.")] = "text",
) -> None:
    """Print which words state which relation: the frames that come along, and those of NETGOV_FRAMES."""
    from netgov.ingest.describe import FRAME_COLUMNS, frame_rows, markdown
    from netgov.ingest.lexicon.frames import load_frames

    found = load_frames(load_settings().frames).all
    if format == "markdown":
        print(markdown(found), end="")
    else:
        print_table(FRAME_COLUMNS, list(frame_rows(found)))
