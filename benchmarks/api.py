"""Five questions through the API against the same Cypher through the bare driver, in one run, on each engine.

    python -m benchmarks.api --documents 60 --requests 300
    python -m benchmarks.api --engine embedded --seconds 10

Both are asked in turn by one client, so that whatever else the machine does falls on both; the figures that matter are
the ratios. Then several clients ask as much as they can of one worker and of two. Clients, workers and database share
the machine's cores here, so that two workers on two cores cannot be twice as fast.
"""

from __future__ import annotations

import argparse
import http.client
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import pytest
from neo4j import READ_ACCESS
from rich.console import Console
from rich.table import Table

from api.dependencies import DEFAULT_LIMIT
from benchmarks.ingest import ENGINES
from benchmarks.serving import QUESTIONS, fill, get, path_of, serving
from graph.queries import load_queries
from graph.store import GraphStore
from tests.engines import Engine

WARM_UP = 30
CLIENTS = 4


def main() -> None:
    """Run on the engines asked for, and print what was measured."""
    options = read_options()
    console = Console()
    for name in options.engine:
        with TemporaryDirectory() as folder:
            try:
                with ENGINES[name](Path(folder)) as engine:
                    with GraphStore.open(engine.settings) as store:
                        fill(store, options.documents)
                    with serving(engine) as (port, _):
                        console.print(compare(name, engine, port, options.requests))
                    for workers in (1, 2):
                        with serving(engine, workers=workers) as (port, _):
                            rate = throughput(port, options.seconds)
                        cores = f"{os.cpu_count()} cores shared by all"
                        console.print(f"{name}: {workers} workers, {CLIENTS} clients, {cores}: {rate:.0f} requests/s")
            except pytest.skip.Exception as reason:
                console.print(f"{name}: {reason}")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60, help="synthetic documents in the graph")
    parser.add_argument("--requests", type=int, default=300, help="requests measured for each question")
    parser.add_argument("--seconds", type=float, default=10, help="how long to measure throughput")
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=list(ENGINES))
    return parser.parse_args()


def compare(name: str, engine: Engine, port: int, requests: int) -> Table:
    """Milliseconds of each question both ways, asked in turn by one client."""
    table = Table(title=f"{name}: milliseconds, bare driver and API, {requests} requests each")
    for heading in (
        "question",
        "bare p50",
        "bare p95",
        "API p50",
        "API p95",
        "p50 ratio",
        "p95 ratio",
        "API requests/s",
    ):
        table.add_column(heading, justify="right")
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for question in QUESTIONS:
        through_api = _asking(connection, path_of(question))
        through_driver = _running(engine, question)
        for _ in range(WARM_UP):
            through_driver(), through_api()
        pairs = [(_milliseconds(through_driver), _milliseconds(through_api)) for _ in range(requests)]
        bare, api = ([pair[side] for pair in pairs] for side in (0, 1))
        (bare50, bare95), (api50, api95) = _percentiles(bare), _percentiles(api)
        figures = (bare50, bare95, api50, api95, api50 / bare50, api95 / bare95)
        table.add_row(question, *(f"{figure:.2f}" for figure in figures), f"{1000 * requests / sum(api):.0f}")
    return table


def throughput(port: int, seconds: float) -> float:
    """Requests per second that several clients, each a process of its own, get answered."""
    with ProcessPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(_hammer, [port] * CLIENTS, [seconds] * CLIENTS)) / seconds


def _hammer(port: int, seconds: float) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for _ in range(WARM_UP):
        get(connection, path_of("approvals"))
    deadline, count = time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        assert get(connection, path_of("approvals")) == 200
        count += 1
    return count


def _asking(connection: http.client.HTTPConnection, path: str) -> Callable[[], None]:
    def ask() -> None:
        assert get(connection, path) == 200

    return ask


def _running(engine: Engine, question: str) -> Callable[[], None]:
    """The least that the driver can do: one round trip, and the values."""
    query = load_queries()[question]
    parameters = query.bind(QUESTIONS[question], limit=DEFAULT_LIMIT)

    def run() -> None:
        with engine.driver.session(default_access_mode=READ_ACCESS) as session:
            session.run(query.cypher, parameters).values()

    return run


def _milliseconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _percentiles(values: list[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 stay below."""
    cuts = quantiles(values, n=20)
    return cuts[9], cuts[18]


if __name__ == "__main__":
    main()
