"""What the fingerprint of reading follows: every module and table that reading depends on, and nothing else."""

from __future__ import annotations

from pathlib import Path

from netgov.ingest.fingerprint import modules_behind_reading

ROOT = Path(__file__).parents[2]
NOT_READING = {Path("evaluation"), Path("describe.py"), Path("fingerprint.py")}
"""What of ingest/ looks at what was read."""


def test_every_module_of_reading_is_followed_in_sub_packages_too() -> None:
    followed = {path.resolve() for path in modules_behind_reading().values()}
    missing = {path for path in (ROOT / "ingest").rglob("*.py") if path.resolve() not in followed}
    inside = {path.relative_to(ROOT / "ingest") for path in missing}
    assert {path if path.parent == Path() else path.parent for path in inside} == NOT_READING


def test_of_the_graph_only_the_contract_is_followed() -> None:
    names = {name for name in modules_behind_reading() if name.startswith("netgov.graph")}
    assert names == {f"netgov.graph{module}" for module in ("", ".errors", ".keys", ".model", ".ontology", ".schema")}
