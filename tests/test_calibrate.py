"""The confidence of rules is counted over the documents that are named, and over no others."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from benchmarks import calibrate

ROOT = Path(__file__).parents[1]


def test_counts_of_all_sets_are_smoothed() -> None:
    found = calibrate.calibrate([{"liaise": (8, 8), "host": (0, 1)}, {"liaise": (0, 2)}])
    assert found == {"host": (1 / 3, 0, 1), "liaise": (9 / 12, 8, 10)}


def test_only_the_documents_that_are_named_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folders = [ROOT / "tests" / "gold", ROOT / "tests" / "reports"]
    counted = []
    for number, named in enumerate([folders, folders * 2]):
        table = tmp_path / f"{number}.csv"
        monkeypatch.setattr(sys, "argv", ["calibrate", *map(str, named), "--out", str(table)])
        calibrate.main()
        with table.open(encoding="utf-8") as file:
            counted.append({row["rule"]: int(row["read"]) for row in csv.DictReader(file)})
    once, twice = counted
    assert once
    assert twice == {rule: 2 * count for rule, count in once.items()}


@pytest.mark.parametrize("named", [[], ["gold"], ["gold", "corpus", "gold"]])
def test_documents_have_to_be_named(monkeypatch: pytest.MonkeyPatch, named: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["calibrate", *named])
    with pytest.raises(SystemExit) as ended:
        calibrate.main()
    assert ended.value.code
