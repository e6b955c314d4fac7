"""Words per second of extraction on one core, beside blank spaCy with a sentencizer in the same run.

    python -m benchmarks.extraction --words 200000
    python -m benchmarks.extraction --words 50000 --profile 10

The figures that matter are the ratios: to blank spaCy, and of the time per word as a document grows (1.0 is linear).
The shared corpus is measured, too, where it lies beside the repository.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from netgov.ingest.model.blocks import Source
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import build_batch, make_nlp
from netgov.ingest.readers.files import read_source, source_from_text

ROOT = Path(__file__).parents[1]
SAMPLES = (ROOT / "data" / "reports", ROOT / "tests" / "reports")
CORPUS = ROOT.parent / "shared" / "corpus" / "reports"
REPEATS = 3
"""Each figure is the best of so many runs: what else the machine does only ever slows one down."""


def main() -> None:
    """Measure what was asked for, and print it."""
    options = read_options()
    console, nlp = Console(), make_nlp()
    samples = [read_source(path) for folder in SAMPLES for path in sorted(folder.glob("*.txt"))]
    sets = {"samples": repeat(samples, options.words)}
    if CORPUS.exists():
        corpus = [read_source(path) for path in sorted(CORPUS.glob("*.txt"))]
        sets["corpus"] = repeat(corpus, options.words)
    console.print(compare(sets, nlp))
    console.print(grow(samples, options.words, nlp))
    console.print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if options.profile:
        profile(sets["samples"], nlp, options.profile)


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=50_000, help="words in each set, and in the smallest document")
    parser.add_argument("--profile", type=int, default=0, metavar="N", help="list the N functions that take longest")
    return parser.parse_args()


def repeat(sources: Sequence[Source], words: int) -> list[Source]:
    """The same documents over and over, until there are so many words."""
    rounds = max(1, words // count_words(sources))
    return list(sources) * rounds


def count_words(sources: Sequence[Source]) -> int:
    """Words as a reader counts them: what stands between spaces."""
    return sum(len(block.text.split()) for source in sources for block in source.blocks)


def read_all(sources: Sequence[Source], nlp: Language) -> None:
    """Extraction from end to end, without the database."""
    for source in sources:
        build_batch(source, nlp)


def run_all(texts: Sequence[str], nlp: Language) -> None:
    """A pipeline of spaCy over texts."""
    for text in texts:
        nlp(text)


def best_time(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of a few runs."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def compare(sets: dict[str, list[Source]], nlp: Language) -> Table:
    """Words per second of both pipelines over each set."""
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    table = Table(title="words/s on one core")
    for heading in ("set", "documents", "words", "netgov", "blank spaCy", "ratio"):
        table.add_column(heading, justify="right")
    for name, sources in sets.items():
        words = count_words(sources)
        texts = [make_report(source).text for source in sources]
        ours = words / best_time(partial(read_all, sources, nlp))
        theirs = words / best_time(partial(run_all, texts, blank))
        table.add_row(name, str(len(sources)), f"{words:,}", f"{ours:,.0f}", f"{theirs:,.0f}", f"{ours / theirs:.2f}")
    return table


def grow(samples: Sequence[Source], words: int, nlp: Language) -> Table:
    """Time per word of one document made of all samples, at one, two and four times the size."""
    text = "\n".join(block.text for source in samples for block in source.blocks)
    rounds = max(1, words // len(text.split()))
    table = Table(title="one large document")
    for heading in ("size", "words", "MB", "seconds", "µs/word", "against the first"):
        table.add_column(heading, justify="right")
    first = 0.0
    for factor in (1, 2, 4):
        source = source_from_text("\n".join([text] * rounds * factor), "large.txt")
        seconds, size = best_time(partial(read_all, [source], nlp)), count_words([source])
        cost = 1e6 * seconds / size
        first = first or cost
        megabytes = sum(len(block.text) for block in source.blocks) / 1e6
        table.add_row(
            f"{factor}x", f"{size:,}", f"{megabytes:.1f}", f"{seconds:.2f}", f"{cost:.1f}", f"{cost / first:.2f}"
        )
    return table


def profile(sources: Sequence[Source], nlp: Language, count: int) -> None:
    """Print the functions that take longest by themselves."""
    profiler = cProfile.Profile()
    profiler.runcall(read_all, sources, nlp)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(count)


if __name__ == "__main__":
    main()
