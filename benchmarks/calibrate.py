"""Calibrate the confidence of frames and layouts, data/confidence.csv: which share of what each reads is in the gold.

    python -m benchmarks.calibrate GOLD_DIR CORPUS_DIR [GOLD_DIR CORPUS_DIR …]

The documents must be held apart: ones that nobody looked at when the grammar, the gazetteers or the lists of words were
written. Documents that a frame was written on say that it is always right, which of others it is not. With few
statements a share says little, so each is given one right and one wrong statement on top.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from netgov.ingest.evaluation.evaluate import evaluate
from netgov.ingest.pipeline import make_nlp

TABLE = Path(__file__).parents[1] / "data" / "confidence.csv"
Counted = Mapping[str, tuple[int, int]]
"""Of each frame and layout, how many of its relations are right, and how many there are."""


def main() -> None:
    """Score the documents that are named and write the table."""
    options = read_options()
    if len(options.folders) % 2:
        raise SystemExit("Name a corpus folder behind each folder of gold.")
    nlp = make_nlp()
    pairs = zip(options.folders[::2], options.folders[1::2], strict=True)
    write_table(options.out, calibrate(evaluate(gold, corpus, nlp).rules for gold, corpus in pairs))


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD_DIR CORPUS_DIR", help="documents held apart")
    parser.add_argument("--out", type=Path, default=TABLE, help="another file than data/confidence.csv")
    return parser.parse_args()


def calibrate(sets: Iterable[Counted]) -> dict[str, tuple[float, int, int]]:
    """Confidence of each frame and layout, with what it rests on: how many were right, and how many were read."""
    right, read = Counter[str](), Counter[str]()
    for counted in sets:
        for rule, (hits, total) in counted.items():
            right[rule] += hits
            read[rule] += total
    return {rule: ((right[rule] + 1) / (read[rule] + 2), right[rule], read[rule]) for rule in sorted(read)}


def write_table(path: Path, calibrated: Mapping[str, tuple[float, int, int]]) -> None:
    """Write the table that reading takes its confidence from."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("rule", "confidence", "right", "read"))
        for rule, (confidence, right, read) in calibrated.items():
            rows.writerow((rule, f"{confidence:.2f}", right, read))


if __name__ == "__main__":
    main()
