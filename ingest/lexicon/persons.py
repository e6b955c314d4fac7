"""How persons are named and listed, from data/persons.toml: forms of address, particles, labels of lists."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Roster = Literal["present", "absent", "officers", "front"]
"""Of those at the front of a report ("Chair:", "Scribe:") the label says that they were there."""
_IGNORED = ("the", "of", "from", "were", "was", "a")
_LONGEST_LEAD_IN = 24
_LONG = 8


@dataclass(frozen=True)
class NamingWords:
    """The words around and within a person's name."""

    titles: frozenset[str]
    shy_titles: frozenset[str]
    plural_titles: frozenset[str]
    particles: frozenset[str]
    generations: frozenset[str]
    strangers: frozenset[str]
    strange_endings: tuple[str, ...]

    def is_strange(self, word: str) -> bool:
        """Whether no person's name holds a word: "Committee", "Kenya-based"."""
        parts = word.replace("‑", "-").split("-")
        return any(
            part in self.strangers or (len(part) >= _LONG and part.endswith(self.strange_endings)) for part in parts
        )


@cache
def load_naming() -> NamingWords:
    """The words of data/persons.toml; read once. A title may stand in capitals."""
    table = _table()
    titles = frozenset(table["titles"])
    return NamingWords(
        titles | {title.upper() for title in titles if len(title) > 1},
        frozenset(table["shy_titles"]),
        frozenset(table["plural_titles"]),
        frozenset(table["particles"]),
        frozenset(table["generations"]),
        frozenset(table["strangers"]),
        tuple(table["strange_endings"]),
    )


def roster_of(label: str, *, lead_in: bool = False) -> Roster | None:
    """Which list of persons a heading opens; a lead-in may say it with a verb.

    >>> roster_of("List of Participants:"), roster_of("REGRETS"), roster_of("Agenda")
    ('present', 'absent', None)
    >>> roster_of("The meeting was attended by:", lead_in=True)
    'present'
    """
    words = label.casefold().replace("/", " ").strip(" :.–—-").split()
    words = words[:-1] if words[-1:] and words[-1].isdigit() else words  # "Speaker 2"
    if not 0 < len(words) <= _LONGEST_LEAD_IN:
        return None
    if known := _rosters().get(_plain(words)):
        return known
    if not lead_in or not has_word("attendance", "present", words):
        return None
    return "absent" if has_word("attendance", "absent", words) else "present"


def has_word(table: str, name: str, words: Sequence[str]) -> bool:
    """Whether one of the words is in a list of data/persons.toml."""
    return not _words(table, name).isdisjoint(words)


def column_of(head: str) -> str:
    """What the column of a table holds: "name", "office" or "body"; "" where its head says something else.

    >>> column_of("Affiliation"), column_of("Names"), column_of("Remarks")
    ('body', 'name', '')
    """
    plain = head.strip(" *:").casefold()
    names = (name for name in ("name", "office", "body") if {plain, plain.removesuffix("s")} & _words("columns", name))
    return next(names, "")


def is_header(heads: Sequence[str]) -> bool:
    """Whether cells are the heads of a table of persons: "Name", or two such heads; a cell may well say "Delegate"."""
    kinds = [column_of(head) for head in heads]
    is_name = any(head.strip(" *:").casefold().removesuffix("s").endswith("name") for head in heads)
    return len(heads) > 1 and "name" in kinds and (is_name or sum(map(bool, kinds)) > 1)


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(_table()[table][name])


@cache
def _rosters() -> dict[str, Roster]:
    table: dict[Roster, list[str]] = _table()["rosters"]
    return {_plain(label.split()): kind for kind, labels in table.items() for label in labels}


def _plain(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word not in _IGNORED)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("netgov.data").joinpath("persons.toml").read_text("utf-8"))
