"""What reading depends on, as one short hash: its modules, the tables of data/, spaCy and its English pipeline."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points, version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from netgov.ingest.lexicon.frames import read_frames
from netgov.ingest.lexicon.model import model_fingerprint

START = "netgov.ingest.pipeline"
"""The module that reads a document; its components it finds as entry points."""
TABLES = (".csv", ".toml")


@cache
def pipeline_version(model: str | None = None, frames: str | None = None) -> str:
    """Twelve hex digits: where they change, files are read anew. `model` and `frames` are those of `make_nlp`."""
    digest = hashlib.sha256(version("spacy").encode())
    digest.update(model_fingerprint(model))
    if frames:
        digest.update(read_frames(frames).encode())
    for _, path in sorted(modules_behind_reading().items()):
        digest.update(path.read_bytes())
    for file in sorted(files("netgov.data").iterdir(), key=lambda item: item.name):
        if file.name.endswith(TABLES):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def modules_behind_reading() -> dict[str, Path]:
    """Name and file of each module of netgov's that reading imports, itself and by way of others."""
    found: dict[str, Path] = {}
    components = (item.module for item in entry_points(group="spacy_factories"))
    waiting = [START, "netgov.ingest.readers.files", *(name for name in components if name.startswith("netgov."))]
    while waiting:
        name = waiting.pop()
        if name in found or (path := _file_of(name)) is None:
            continue
        found[name] = path
        waiting.extend(imported for imported in imports_of(path) if imported.startswith("netgov."))
        waiting.append(name.rpartition(".")[0])
    return found


def imports_of(path: Path) -> Iterator[str]:
    """Every name that may be a module: of "from graph import keys" both graph and graph.keys."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{item.name}" for item in node.names)


def _file_of(name: str) -> Path | None:
    if not name:
        return None
    try:
        spec = find_spec(name)
    except ModuleNotFoundError:  # a name inside a module, such as a class
        return None
    return Path(spec.origin) if spec and spec.origin else None
