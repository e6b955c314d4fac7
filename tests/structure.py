"""What the linters do not measure: `python -m tests.structure` is part of `make lint`.

Lines: ruff lets a line pass that has no blank, which is how patterns grow. Patterns: a regular expression is for the
form of a name, number or date; who did what to whom is for the grammar. Folders: a stage of reading that has more
modules than one can keep in mind is several.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("api", "benchmarks", "data", "graph", "ingest", "src/netgov", "tests")
COLUMNS = 120
PATTERN = 120
"""Characters that a pattern may have, unless it is verbose, which has room for a comment on each part."""
MODULES = 15
FUNCTIONS = frozenset(["compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"])


@dataclass(frozen=True)
class Measures:
    """How much there is of what should be rare."""

    long_lines: int
    long_patterns: int
    patterns: int
    pattern_characters: int
    crowded_folders: int


GOALS = Measures(long_lines=0, long_patterns=0, patterns=219, pattern_characters=21_999, crowded_folders=0)
MARKS = Measures(long_lines=0, long_patterns=12, patterns=219, pattern_characters=21_999, crowded_folders=0)
"""Where a goal is not reached yet, what there is today; a mark may only fall."""


@dataclass(frozen=True)
class Pattern:
    """A regular expression in a module: its characters, whether it is compiled, and whether it is verbose."""

    line: int
    characters: int
    used: bool
    verbose: bool


def main() -> None:
    """Say what there is too much of; exit 1 if it is more than the marks allow."""
    found = measure(ROOT)
    excess = [
        f"{field.name}: {value}, {mark} at most"
        for field in fields(Measures)
        if (value := getattr(found, field.name)) > (mark := max(getattr(MARKS, field.name), getattr(GOALS, field.name)))
    ]
    slack = [
        f"{field.name}: {value}, so lower its mark in tests/structure.py from {mark}"
        for field in fields(Measures)
        if getattr(GOALS, field.name) < (mark := getattr(MARKS, field.name))
        if (value := getattr(found, field.name)) < mark
    ]
    for line in (*excess, *slack):
        print(line)
    if excess:
        print(*list_findings(ROOT), sep="\n")
    sys.exit(bool(excess))


def measure(root: Path) -> Measures:
    """Measure a project."""
    patterns = [pattern for path in modules(root / "ingest") for pattern in find_patterns(path.read_text("utf-8"))]
    used = [pattern for pattern in patterns if pattern.used]
    return Measures(
        long_lines=sum(len(find_long_lines(path)) for path in all_modules(root)),
        long_patterns=sum(map(is_long, patterns)),
        patterns=len(used),
        pattern_characters=sum(pattern.characters for pattern in used),
        crowded_folders=len(find_crowded(root / "ingest")),
    )


def list_findings(root: Path) -> Iterator[str]:
    """The places of what is too long or too crowded, as an editor opens them."""
    for path in all_modules(root):
        yield from (f"{path.relative_to(root)}:{line}: over {COLUMNS} columns" for line in find_long_lines(path))
    for path in modules(root / "ingest"):
        for pattern in filter(is_long, find_patterns(path.read_text("utf-8"))):
            yield f"{path.relative_to(root)}:{pattern.line}: a pattern of {pattern.characters} characters"
    for folder in find_crowded(root / "ingest"):
        yield f"{folder.relative_to(root)}: over {MODULES} modules"


def is_long(pattern: Pattern) -> bool:
    """Whether a pattern is longer than one can read at a glance."""
    return not pattern.verbose and pattern.characters >= PATTERN


def find_long_lines(path: Path) -> list[int]:
    """Numbers of the lines that are too long."""
    return [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > COLUMNS]


def find_patterns(source: str) -> list[Pattern]:
    """What is given to the functions of `re`; and raw strings elsewhere, which are parts of patterns."""
    lines = source.splitlines()
    found: list[Pattern] = []
    inside: set[ast.AST] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _is_of_re(node.func):
            found.append(Pattern(node.lineno, _count(node.args[0]), True, _is_verbose(node)))
            inside.update(ast.walk(node.args[0]))
        elif isinstance(node, ast.Constant | ast.JoinedStr) and node not in inside:
            inside.update(ast.walk(node))
            prefix, quote = _opening(lines[node.lineno - 1].encode()[node.col_offset :])
            if "r" in prefix:
                found.append(Pattern(node.lineno, _count(node), False, len(quote) == 3))
    return found


def find_crowded(folder: Path) -> list[Path]:
    """Folders with too many modules."""
    folders = {path.parent for path in modules(folder)}
    return sorted(one for one in folders if sum(path.name != "__init__.py" for path in one.glob("*.py")) > MODULES)


def all_modules(root: Path) -> Iterable[Path]:
    """Every module of the project, by the folder that it lies in and not by a link to that."""
    return (path for folder in FOLDERS for path in modules(root / folder))


def modules(folder: Path) -> list[Path]:
    """The modules in a folder and below."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def _is_of_re(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(value=ast.Name(id="re"), attr=name):
            return name in FUNCTIONS
        case _:
            return False


def _is_verbose(call: ast.Call) -> bool:
    flags = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    return any(
        isinstance(node, ast.Attribute) and node.attr in ("VERBOSE", "X") for flag in flags for node in ast.walk(flag)
    )


def _count(node: ast.AST) -> int:
    """Characters of the strings in an expression."""
    strings = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return sum(len(value) for value in strings if isinstance(value, str))


def _opening(text: bytes) -> tuple[str, str]:
    """The letters in front of a string, such as r or rf, and the one or three quotation marks that it starts with."""
    opening = re.match(r"""(\w*)(\"{3}|'{3}|["'])""", text.decode())
    return (opening[1].lower(), opening[2]) if opening else ("", "")


if __name__ == "__main__":
    main()
