"""The direction of dependency: ingest → graph ← api; only src/netgov (the command line) sees all three."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = {name: ROOT / name for name in ("api", "data", "graph", "ingest", "queries")}
PACKAGES = {**FOLDERS, **{name: ROOT / "src" / "netgov" / name for name in ("commands", "mcp")}}
ALLOWED = {
    "api": {"api", "graph"},
    "commands": {"api", "commands", "graph", "ingest", "mcp"},
    "data": set(),
    "graph": {"graph"},
    "ingest": {"ingest", "graph"},
    "mcp": {"graph", "mcp"},
    "queries": set(),
}
EXTRACTION = {"netgov.api.extract": {"ingest"}}
"""The one route that extracts from posted text."""
FOREIGN = {
    "api": {"neo4j", "spacy"},
    "commands": {"neo4j"},
    "graph": {"fastapi", "spacy", "starlette"},
    "ingest": {"fastapi", "neo4j"},
    "mcp": {"fastapi", "neo4j", "spacy"},
}
"""Libraries that a package does not know."""

STAGES = frozenset(
    ["readers", "outline", "mentions", "resolution", "syntax", "frames", "layouts", "statements", "evaluation"]
)
"""The folders of reading, each a stage."""
SHARED = frozenset(["model", "lexicon"])
"""What every stage may know of reading beside its own folder."""
COMPOSING = tuple(f"netgov.ingest.{name}" for name in ("pipeline", "describe", "evaluation", "fingerprint"))
"""What sees several stages."""


def module_name(package: str, path: Path) -> str:
    parts = path.relative_to(PACKAGES[package]).with_suffix("").parts
    return ".".join(("netgov", package, *(part for part in parts if part != "__init__")))


MODULES = {
    module_name(package, path): path
    for package, folder in PACKAGES.items()
    for path in sorted(folder.rglob("*.py"))
    if "__pycache__" not in path.parts
}


def imports(module: str) -> Iterator[str]:
    """Full names of what a module imports, wherever in it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield full if full in MODULES else str(node.module)


@pytest.mark.parametrize("module", MODULES)
def test_imports_keep_the_direction_of_dependency(module: str) -> None:
    package = module.split(".")[1]
    imported = set(imports(module))
    own = {name.split(".")[1] for name in imported if name.startswith("netgov.")} - EXTRACTION.get(module, set())
    assert own <= ALLOWED[package]
    libraries = {name.split(".")[0] for name in imported}
    assert not libraries & (FOREIGN.get(package, set()) - ({"spacy"} if module in EXTRACTION else set()))
    assert not libraries & set(FOLDERS), "the folders' bare names load modules a second time"


def test_modules_import_in_no_circle() -> None:
    graph = networkx.DiGraph(
        (module, name) for module in MODULES for name in imports(module) if name in MODULES and name != module
    )
    assert [sorted(circle) for circle in networkx.strongly_connected_components(graph) if len(circle) > 1] == []


def between_stages() -> set[tuple[str, str]]:
    """Imports from one stage of reading into another, or into what composes them."""
    return {
        (module, name)
        for module in MODULES
        if module.startswith("netgov.ingest.") and not module.startswith(COMPOSING)
        for name in imports(module)
        if name.startswith("netgov.ingest.") and name.split(".")[2] not in {module.split(".")[2], *SHARED}
    }


def test_a_stage_of_reading_knows_no_other() -> None:
    assert between_stages() == set()


def test_what_is_taken_for_a_stage_is_one() -> None:
    folders = {path.name for path in FOLDERS["ingest"].iterdir() if (path / "__init__.py").exists()}
    assert folders == STAGES | SHARED


def test_the_reading_of_imports_sees_a_breach() -> None:
    commands = [module for module in MODULES if module.startswith("netgov.commands")]
    seen = {name.split(".")[1] for module in commands for name in imports(module) if name.startswith("netgov.")}
    assert {"graph", "api", "ingest"} <= seen


def test_every_folder_is_linked_so_that_it_travels_in_the_wheel() -> None:
    for name, folder in FOLDERS.items():
        assert (ROOT / "src" / "netgov" / name).resolve() == folder
    for path in MODULES.values():
        assert (path.parent / "__init__.py").exists()
