"""Five questions through the API against the same Cypher through the bare driver, in one run, on each engine.

    python -m benchmarks.api --documents 60 --requests 300
    python -m benchmarks.api --engine embedded --seconds 10

All are asked in turn by one client, so that whatever else the machine does falls on each; the figures that matter are
the ratios. "Anew" is a server that keeps no answers, "again" one that has given the answer before, at the same version
of the graph. Then several clients ask as much as they can of one worker and of two: "anew" shows what engine and
workers do together, "again" what the workers do. All share the machine's cores here, the clients too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import pytest
from neo4j import READ_ACCESS
from rich.console import Console
from rich.table import Table

from benchmarks.ingest import ENGINES
from benchmarks.serving import QUESTIONS, LeanClient, fill, path_of, serving
from netgov.api.dependencies import DEFAULT_LIMIT
from netgov.graph.queries import load_queries
from netgov.graph.store import GraphStore
from tests.engines import Engine

WIDTH = 120
WARM_UP = 30
WARM_UP_SECONDS = 8.0
REQUESTS_PER_CONNECTION = 50
CLIENTS = 4


def main() -> None:
    """Run on the engines asked for, and print what was measured."""
    options = read_options()
    console = Console(width=WIDTH)
    for name in options.engine:
        with TemporaryDirectory() as folder:
            try:
                with ENGINES[name](Path(folder)) as engine:
                    with GraphStore.open(engine.settings) as store:
                        fill(store, options.documents)
                    with serving(engine, answer_cache=0) as (anew, _), serving(engine) as (again, _):
                        console.print(compare(name, engine, {"anew": anew, "again": again}, options.requests))
                    for what, settings in (("anew", {"answer_cache": 0}), ("again", {})):
                        for workers in (1, 2):
                            with serving(engine, workers=workers, **settings) as (port, _):
                                rate = throughput(port, options.seconds)
                            console.print(f"{name}: {what}, {workers} workers: {rate:.0f} requests/s")
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


def compare(name: str, engine: Engine, ports: Mapping[str, int], requests: int) -> Table:
    """Milliseconds of each question every way, asked in turn by one client."""
    table = Table(title=f"{name}: milliseconds at p50 / p95, {requests} requests each, and ratio to the bare driver")
    for heading in ("question", "bare driver", *(f"{part} {what}" for what in ports for part in ("API", "ratio"))):
        table.add_column(heading, justify="right")
    for question in QUESTIONS:
        ways = [_running(engine, question), *(LeanClient(port, path_of(question)).ask for port in ports.values())]
        for _ in range(WARM_UP):
            for way in ways:
                way()
        rounds = [[_milliseconds(way) for way in ways] for _ in range(requests)]
        bare, *api = (_percentiles(times) for times in zip(*rounds, strict=True))
        row = [_pair(bare)]
        for times in api:
            row += [_pair(times), _pair(tuple(time / reference for time, reference in zip(times, bare, strict=True)))]
        table.add_row(question, *row)
    return table


def throughput(port: int, seconds: float) -> float:
    """Requests per second that several clients, each a process of its own, get answered by a server that is warm."""
    with ProcessPoolExecutor(CLIENTS) as pool:
        for measured in (WARM_UP_SECONDS, seconds):
            answered = sum(pool.map(_hammer, [port] * CLIENTS, [measured] * CLIENTS))
    return answered / seconds


def _hammer(port: int, seconds: float) -> int:
    """Requests answered; each connection is for some of them only, so that all workers get their share."""
    deadline, count = time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        client = LeanClient(port, path_of("approvals"))
        for _ in range(REQUESTS_PER_CONNECTION):
            client.ask()
        client.close()
        count += REQUESTS_PER_CONNECTION
    return count


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


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 stay below."""
    cuts = quantiles(values, n=20)
    return cuts[9], cuts[18]


def _pair(values: tuple[float, ...]) -> str:
    return " / ".join(f"{value:.2f}" for value in values)


if __name__ == "__main__":
    main()
