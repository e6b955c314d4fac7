"""The bank of small cases, where it lies beside the repository: its own runner, over the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "cases"
LEAST, MOST = 90, 3
"""Percent of the facts that must be found, and of the cases that may have a wrong statement."""


def test_the_cases_are_read_as_well_as_before() -> None:
    runner = CASES / "run_cases.py"
    if not runner.exists():
        pytest.skip(f"There is no bank of cases in {CASES}.")
    netgov = Path(sys.executable).with_name("netgov")
    if not netgov.exists():
        pytest.skip(f"netgov is not installed beside {sys.executable}.")
    command = [sys.executable, str(runner), "--misses", "--least", str(LEAST), "--most", str(MOST)]
    environment = {**os.environ, "NETGOV": str(netgov)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
