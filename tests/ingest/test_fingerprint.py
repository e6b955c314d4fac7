"""What the fingerprint of reading follows: every module and table that reading depends on, and nothing else."""

from __future__ import annotations

from pathlib import Path

from netgov.ingest.fingerprint import START, modules_behind

ROOT = Path(__file__).parents[2]
NOT_READING = {"evaluate.py", "explain.py", "fingerprint.py"}
"""Modules of ingest/ that look at what was read."""


def test_every_module_of_reading_is_followed_in_sub_packages_too() -> None:
    followed = {path.resolve() for path in modules_behind(START).values()}
    missing = {path for path in (ROOT / "ingest").rglob("*.py") if path.resolve() not in followed}
    assert {path.name for path in missing} == NOT_READING


def test_of_the_graph_only_the_contract_is_followed() -> None:
    names = {name for name in modules_behind(START) if name.startswith("netgov.graph")}
    assert names == {f"netgov.graph{module}" for module in ("", ".errors", ".keys", ".model", ".ontology", ".schema")}
