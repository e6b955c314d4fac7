"""How long a search takes in a graph of many entities, on each engine.

    python -m benchmarks.search --entities 100000 --passages 20000
    python -m benchmarks.search --entities 10000 --engine embedded

The queries are names of the graph's own entities: as they are, misspelled, not finished, and words of passages.
"""

from __future__ import annotations

import argparse
import re
import statistics
from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table

from benchmarks.ingest import ENGINES, timed
from netgov.graph.search import search
from netgov.graph.store import GraphStore
from tests.engines import Engine

CHUNK = 1_000
GIVEN = ("IETFF", "study grp 15", "Y 4903", "Resolut", "ITU", "ITU-T", "Internet", "ITU study group on the Internet")
"""Queries that every run asks: misspelled, unfinished, and of the most frequent words."""


class Names:
    """Names of entities from words of the reports and lists in data/, frequent ones being frequent here too."""

    def __init__(self, random: Random) -> None:
        self._random = random
        texts = [
            path.read_text("utf-8")
            for path in Path(str(files("netgov.data"))).rglob("*")
            if path.suffix in (".csv", ".txt")
        ]
        counts: dict[str, int] = {}
        for word in re.findall(r"[^\W\d_]{2,}", "\n".join(texts)):
            counts[word] = counts.get(word, 0) + 1
        self._words, self._weights = list(counts), list(accumulate(counts.values()))

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))

    def entities(self, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
        """Labels and properties."""
        for number in range(count):
            match number % 5:
                case 0:
                    name = f"ITU-T {self._random.choice('EFGHJKLMPQXY')}.{number}"
                    yield "Recommendation", {"key": name, "name": name, "title": self.words(7)}
                case 1:
                    yield "Organization", {"key": f"{self.words(3)} {number}", "aliases": [self.words(2)]}
                case 2:
                    yield "Event", {"key": f"{self.words(5)} ({number})", "title": self.words(5)}
                case 3:
                    yield "Person", {"key": f"{self.words(2)} {number}"}
                case _:
                    yield "Group", {"key": f"IETF {self.words(2)} {number}", "name": self.words(4)}
        yield "StudyGroup", {"key": "ITU-T SG15", "aliases": ["Study Group 15"]}
        yield "Organization", {"key": "IETF", "name": "Internet Engineering Task Force"}
        yield "Organization", {"key": "ITU", "name": "International Telecommunication Union"}


def main() -> None:
    """Run on the engines asked for, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=list(ENGINES))
    options, console = parser.parse_args(), Console()
    for name in options.engine:
        with TemporaryDirectory() as folder:
            try:
                with ENGINES[name](Path(folder)) as engine, GraphStore.open(engine.settings) as store:
                    queries = fill(engine, store, options)
                    console.print(measure(name, store, queries))
            except pytest.skip.Exception as reason:
                console.print(f"{name}: {reason}")


def fill(engine: Engine, store: GraphStore, options: argparse.Namespace) -> dict[str, list[str]]:
    """Write entities and passages as they are, and let the schema index them; returns queries by kind."""
    random = Random(1)
    names = Names(random)
    store.apply_schema()
    entities = list(names.entities(options.entities))
    for label in {label for label, _ in entities}:
        write(engine, label, [properties for name, properties in entities if name == label])
    write(engine, "Passage", [{"key": f"D#{n}", "text": names.words(40)} for n in range(options.passages)])
    with timed() as indexed:
        store.apply_schema()
    Console().print(f"{engine.id}: {len(entities)} entities indexed in {indexed():.0f} s")
    keys = [properties["key"] for _, properties in random.choices(entities, k=options.queries)]
    return {
        "key": keys,
        "misspelled": [misspell(key, random) for key in keys],
        "unfinished": [key[: max(4, len(key) * 2 // 3)] for key in keys],
        "words": [names.words(3) for _ in keys],
        "given": [*GIVEN] * 10,
    }


def write(engine: Engine, label: str, rows: list[dict[str, Any]]) -> None:
    """Create nodes of a label."""
    for start in range(0, len(rows), CHUNK):
        engine.driver.execute_query(
            f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows=rows[start : start + CHUNK]
        )


def misspell(text: str, random: Random) -> str:
    """A text with one letter of its longest word left out."""
    longest = max(re.findall(r"[^\W\d_]+", text), key=len)
    position = random.randrange(len(longest))
    return text.replace(longest, longest[:position] + longest[position + 1 :], 1)


def measure(name: str, store: GraphStore, queries: dict[str, list[str]]) -> Table:
    """Milliseconds of each kind of query, and how many of those for a name found its entity among the first ten."""
    table = Table(title=f"{name}: milliseconds of a search")
    for heading in ("query", "p50", "p95", "highest", "in the first 10"):
        table.add_column(heading, justify="right")
    for query in (*GIVEN, *queries["misspelled"][:40]):
        search(store, query)
    every: list[float] = []
    for kind, texts in queries.items():
        times, found = [], 0
        for text, key in zip(texts, queries["key"], strict=False):
            with timed() as elapsed:
                hits = search(store, text, limit=10)
            times.append(1000 * elapsed())
            found += key in (hit.key for hit in hits)
        every += times
        share = f"{found / len(texts):.0%}" if kind in ("key", "misspelled", "unfinished") else ""
        table.add_row(kind, *spread(times), share)
    table.add_row("all", *spread(every), "")
    return table


def spread(times: list[float]) -> tuple[str, str, str]:
    """Median, 95th percentile and maximum."""
    return f"{statistics.median(times):.1f}", f"{statistics.quantiles(times, n=20)[-1]:.1f}", f"{max(times):.1f}"


if __name__ == "__main__":
    main()
