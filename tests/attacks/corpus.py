"""The corpus: queries that attack, a file for each family, and queries that only look as if they did."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
REFUSED_FAMILIES = ("writes", "subqueries", "server", "lexing", "costs")
PARAMETERS = {"set": 1, "create": 2, "property": "key", "large": 10_000_000, "n": 3, "procedure": "dbms.listConfig"}
"""Values for the parameters that the queries name."""


def blocks(family: str) -> list[str]:
    """The queries of a file."""
    return (FOLDER / f"{family}.cypher").read_text("utf-8").strip("\n").split("\n\n")


def attacks() -> list[tuple[str, str]]:
    """Queries that must be refused, each with words of the sentence that refuses it: its first line."""
    found = [block.partition("\n") for family in REFUSED_FAMILIES for block in blocks(family)]
    return [(query, header.removeprefix("// ")) for header, _, query in found]
