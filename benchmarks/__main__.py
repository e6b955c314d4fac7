"""All benchmarks, at sizes that take some seven minutes: `python -m benchmarks`.

Each has options of its own: `python -m benchmarks.api --help`. `python -m benchmarks.soak` takes longer.
"""

from __future__ import annotations

import runpy
import sys

RUNS = (
    ("benchmarks.extraction", ["--words", "25000"]),
    ("benchmarks.reading", ["--words", "10000", "--rounds", "3"]),
    ("benchmarks.ingest", ["--full", "200", "--sample", "20"]),
    ("benchmarks.export", ["--documents", "50"]),
    ("benchmarks.api", ["--requests", "100", "--seconds", "5"]),
    ("benchmarks.search", ["--entities", "5000", "--passages", "2000", "--queries", "100"]),
)

for module, arguments in RUNS:
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__")
