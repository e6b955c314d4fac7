"""A server under load for minutes: how many requests it answers, and whether its memory stays bounded.

    python -m benchmarks.soak            ten minutes on each engine
    python -m benchmarks.soak 2 --engine embedded

Exits with 1 where a request fails, or where the server has grown by more than --growth MB since it had warmed up.
"""

from __future__ import annotations

import argparse
import http.client
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest

from benchmarks.ingest import ENGINES
from benchmarks.serving import QUESTIONS, fill, get, path_of, serving
from netgov.graph.store import GraphStore

CLIENTS = 4
WARM_UP = 0.2
"""Share of the time after which the server counts as warm."""
REQUESTS: tuple[tuple[str, int], ...] = (
    *((f"{path_of(question)}&limit={{limit}}", 200) for question in QUESTIONS),
    *((f"{path_of(question)}&limit={{limit}}&format=csv", 200) for question in QUESTIONS),
    ("/entities?label=StudyGroup", 200),
    ("/documents?limit=5", 200),
    ("/openapi.json", 200),
    ("/metrics", 200),
    ("/queries/liaisons?limit=0", 422),
    ("/nothing/here", 404),
)
"""What is asked for, and the status that must come."""
LIMITS = 999
"""How many limits are asked for in turn, so that answers that were kept serve some of the requests only."""


def main() -> None:
    """Run on the engines asked for; print figures as they come."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minutes", type=float, nargs="?", default=10)
    parser.add_argument("--growth", type=float, default=50, help="MB that the server may grow by")
    parser.add_argument("--documents", type=int, default=60, help="synthetic documents in the graph")
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=list(ENGINES))
    options = parser.parse_args()
    good = [soak(name, options.minutes * 60, options.growth, options.documents) for name in options.engine]
    sys.exit(not all(good))


def soak(name: str, seconds: float, growth: float, documents: int) -> bool:
    """Whether every request was answered as it must be and memory stayed bounded."""
    with TemporaryDirectory() as folder:
        try:
            with ENGINES[name](Path(folder)) as engine:
                with GraphStore.open(engine.settings) as store:
                    fill(store, documents)
                with serving(engine) as (port, pid):
                    return _load(name, port, psutil.Process(pid), seconds, growth)
        except pytest.skip.Exception as reason:
            print(f"{name}: {reason}")
            return True


def _load(name: str, port: int, server: psutil.Process, seconds: float, growth: float) -> bool:
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(_ask_until, port, end, offset) for offset in range(CLIENTS)]
        memory = _watch(server, end)
        outcomes = sum((client.result() for client in clients), Counter[str]())
    warm = memory[int(len(memory) * WARM_UP)]
    wrong = {outcome: count for outcome, count in outcomes.items() if outcome != "right"}
    print(
        f"{name}: {outcomes['right']} requests answered as they must be in {seconds:.0f} s, wrong: {wrong or 'none'}; "
        f"server MB at start {memory[0]:.0f}, warm {warm:.0f}, highest {max(memory):.0f}, end {memory[-1]:.0f}"
    )
    return not wrong and memory[-1] - warm <= growth


def _ask_until(port: int, end: float, offset: int) -> Counter[str]:
    outcomes = Counter[str]()
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number, (path, expected) in enumerate(cycle(_rotated(REQUESTS, offset * len(REQUESTS) // CLIENTS))):
        if time.monotonic() > end:
            return outcomes
        status = get(connection, path.format(limit=1 + number % LIMITS))
        outcomes["right" if status == expected else f"{path}: {status}"] += 1
    return outcomes


def _watch(server: psutil.Process, end: float) -> list[float]:
    """Resident memory in MB, every second."""
    memory = []
    while time.monotonic() < end:
        memory.append(server.memory_info().rss / 1e6)
        time.sleep(1)
    return memory


def _rotated(items: Sequence[tuple[str, int]], by: int) -> Sequence[tuple[str, int]]:
    return (*items[by:], *items[:by])


if __name__ == "__main__":
    main()
