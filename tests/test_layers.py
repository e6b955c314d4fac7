"""The direction of dependency: ingest → graph ← api; only the command line (netgov.py, commands/) sees all three."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "commands", "data", "graph", "ingest", "mcp_server", "queries")
ALLOWED = {
    "api": {"api", "graph"},
    "commands": {"api", "commands", "graph", "ingest", "mcp_server"},
    "data": set(),
    "graph": {"graph"},
    "ingest": {"ingest", "graph"},
    "mcp_server": {"graph", "mcp_server"},
    "queries": set(),
}
EXTRACTION = {"api/extract.py": {"ingest", "spacy"}}
"""The one route that extracts from posted text."""
FOREIGN = {
    "api": {"neo4j", "spacy"},
    "commands": {"neo4j"},
    "graph": {"fastapi", "spacy", "starlette"},
    "ingest": {"fastapi", "neo4j"},
    "mcp_server": {"fastapi", "neo4j", "spacy"},
}
"""Libraries that a package does not know."""
MODULES = [path.relative_to(ROOT).as_posix() for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def imported_packages(module: str) -> Iterator[str]:
    """Top-level packages that a module imports, wherever in it; relative imports count as its own package."""
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0] if node.level == 0 else module.split("/")[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_keep_the_direction_of_dependency(module: str) -> None:
    package = module.split("/")[0]
    imported = set(imported_packages(module)) - EXTRACTION.get(module, set())
    assert imported.intersection((*PACKAGES, "netgov", "tests")) <= ALLOWED[package]
    assert not imported & FOREIGN.get(package, set())


def test_the_reading_of_imports_sees_a_breach() -> None:
    seen = {package for module in MODULES if module.startswith("commands/") for package in imported_packages(module)}
    assert {"graph", "api", "ingest"} <= seen


def test_every_package_is_declared_so_that_it_travels_in_the_wheel() -> None:
    found = {path.parent.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("__init__.py")}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    assert sorted(declared) == sorted(".".join(path.parts) for path in found)
