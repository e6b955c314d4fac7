"""Nodes and relationships per second and peak memory of each export format, against reading the graph alone.

    python -m benchmarks.export --documents 500
    python -m benchmarks.export --documents 50 --engine embedded

Memory is what Python holds at most beyond what it held before; it should not grow with the documents.
"""

from __future__ import annotations

import argparse
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console
from rich.table import Table

from benchmarks.ingest import ENGINES, open_engine, timed
from benchmarks.synthetic import Size, synthesize
from netgov.graph.export.formats import FORMATS, export_graph
from netgov.graph.scan import scan
from netgov.graph.store import GraphStore


def main() -> None:
    """Run on the engines asked for, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500, help="documents in the graph")
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=list(ENGINES))
    options = parser.parse_args()
    console = Console()
    for name in options.engine:
        with TemporaryDirectory() as folder:
            try:
                with open_engine(name, Path(folder)) as store:
                    for batch, ingestion in synthesize(options.documents, Size()):
                        store.replace_document(batch, ingestion)
                    console.print(measure(name, store))
            except pytest.skip.Exception as reason:
                console.print(f"{name}: {reason}")


def measure(name: str, store: GraphStore) -> Table:
    """Rates, memory and sizes of reading alone and of each format."""
    read(store)  # the engine's caches are warm from here on
    with timed() as elapsed:
        count = read(store)
    plain = count / elapsed()
    table = Table(title=f"{name}: {count} nodes and relationships, read at {plain:.0f}/s")
    for heading in ("format", "per second", "ratio to reading", "peak MB", "size MB"):
        table.add_column(heading, justify="right")
    for format in FORMATS:
        with timed() as elapsed:
            size = write(store, format)
        rate = count / elapsed()
        peak = peak_bytes(lambda format=format: write(store, format))
        table.add_row(format, f"{rate:.0f}", f"{rate / plain:.2f}", f"{peak / 1e6:.1f}", f"{size / 1e6:.1f}")
    return table


def read(store: GraphStore) -> int:
    """Read the whole graph; how many nodes and relationships it has."""
    with store.reading() as session, scan(session) as found:
        return length(found.nodes()) + length(found.relationships())


def write(store: GraphStore, format: str) -> int:
    """Make an export and throw it away; how many bytes it has."""
    return sum(len(piece) for _, pieces in export_graph(store, FORMATS[format]) for piece in pieces)


def peak_bytes(work: Callable[[], object]) -> int:
    """The most memory that Python holds during work."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def length(items: Iterable[object]) -> int:
    """How many there are."""
    return sum(1 for _ in items)


if __name__ == "__main__":
    main()
