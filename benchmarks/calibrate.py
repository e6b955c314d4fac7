"""Calibrate the confidence of rules: the share of what each reads that is in the gold, written to data/confidence.csv.

    python -m benchmarks.calibrate GOLD_DIR:CORPUS_DIR …

With few statements a share says little, so each rule is given one right and one wrong statement on top.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from netgov.ingest.evaluation.evaluate import evaluate
from netgov.ingest.pipeline import make_nlp

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "data" / "confidence.csv"
SAMPLES = (
    ("data/gold", "data/reports"),
    ("tests/gold", "tests/reports"),
    ("tests/unseen/gold", "tests/unseen/reports"),
)


def main() -> None:
    """Score every set of gold and write the table."""
    given = [tuple(argument.split(":", 1)) for argument in sys.argv[1:]]
    nlp, right, read = make_nlp(), Counter[str](), Counter[str]()
    for gold, corpus in [*((str(ROOT / one), str(ROOT / two)) for one, two in SAMPLES), *given]:
        for rule, (hits, total) in evaluate(Path(gold), Path(corpus), nlp).rules.items():
            right[rule] += hits
            read[rule] += total
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("rule", "confidence", "right", "read"))
        for rule in sorted(read):
            rows.writerow((rule, f"{(right[rule] + 1) / (read[rule] + 2):.2f}", right[rule], read[rule]))


if __name__ == "__main__":
    main()
