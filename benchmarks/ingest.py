"""Documents per second into each engine: into an empty graph, and again into one that is full.

    python -m benchmarks.ingest --full 5000 --sample 100
    python -m benchmarks.ingest --full 200 --sample 20 --engine embedded

The figures that matter are the ratios within one run: 1.0 means that the cost does not depend on what the graph holds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console
from rich.table import Table

from benchmarks.synthetic import Size, synthesize
from netgov.graph.model import GraphBatch
from netgov.graph.store import GraphStore, Ingestion
from tests.engines import embedded_engine, neo4j_engine

ENGINES = {"embedded": embedded_engine, "neo4j": neo4j_engine}


def main() -> None:
    """Run on the engines asked for, and print what was measured."""
    options = read_options()
    size = Size(options.passages, options.mentions, options.statements)
    console = Console()
    for name in options.engine:
        with TemporaryDirectory() as folder:
            try:
                with timed() as start, open_engine(name, Path(folder)) as store:
                    console.print(f"{name}: start-up {start():.1f} s")
                    console.print(measure(name, store, options, size))
            except pytest.skip.Exception as reason:
                console.print(f"{name}: {reason}")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", type=int, default=5000, help="documents in the full graph")
    parser.add_argument("--sample", type=int, default=100, help="documents measured")
    parser.add_argument("--passages", type=int, default=Size.passages, help="passages of a document")
    parser.add_argument("--mentions", type=int, default=Size.mentions, help="mentions in a document")
    parser.add_argument("--statements", type=int, default=Size.statements, help="statements of a document")
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=list(ENGINES))
    return parser.parse_args()


@contextmanager
def open_engine(name: str, folder: Path) -> Iterator[GraphStore]:
    """An engine with an empty graph."""
    with ENGINES[name](folder) as engine, GraphStore.open(engine.settings) as store:
        store.apply_schema()
        yield store


def measure(name: str, store: GraphStore, options: argparse.Namespace, size: Size) -> Table:
    """Rates of each step with little and with much in the graph."""
    sample(store, options.sample, size, "warm")
    empty = sample(store, options.sample, size, "empty")
    with timed() as filled:
        for batch, ingestion in synthesize(options.full, size):
            store.replace_document(batch, ingestion)
    full = sample(store, options.sample, size, "full")
    table = Table(title=f"{name}: documents/s ({options.full} documents filled in at {options.full / filled():.1f}/s)")
    for heading in ("step", "empty graph", "full graph", "ratio"):
        table.add_column(heading, justify="right")
    for step in empty:
        table.add_row(step, f"{empty[step]:.1f}", f"{full[step]:.1f}", f"{full[step] / empty[step]:.2f}")
    return table


def sample(store: GraphStore, count: int, size: Size, prefix: str) -> dict[str, float]:
    """Documents per second of each step; the documents are gone afterwards."""
    documents = list(synthesize(count, size, prefix=prefix))
    steps: dict[str, Callable[[GraphBatch, Ingestion], object]] = {
        "create": store.replace_document,
        "unchanged": store.replace_document,
        "replace": lambda batch, ingestion: store.replace_document(
            replace(batch, statements=batch.statements[1:]), ingestion
        ),
        "delete": lambda batch, _: store.delete_document(batch.document.key),
    }
    rates = {}
    for step, work in steps.items():
        with timed() as elapsed:
            for batch, ingestion in documents:
                work(batch, ingestion)
        rates[step] = count / elapsed()
    return rates


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """A stopwatch: seconds since it was started, or that it took in all."""
    start = time.perf_counter()
    end: list[float] = []
    yield lambda: (end[0] if end else time.perf_counter()) - start
    end.append(time.perf_counter())


if __name__ == "__main__":
    main()
