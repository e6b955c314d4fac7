"""The words that structure a text, from data/words.toml: abbreviations, openers, finite verbs, clauses."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

_LAST_WORD = re.compile(r"(?<![\w./-])((?:\w{1,2}\.)*\w+)\.$")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION_LENGTH = 12


@cache
def words(table: str, name: str) -> frozenset[str]:
    """A list of data/words.toml."""
    return frozenset(_tables()[table][name])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("netgov.data").joinpath("words.toml").read_text("utf-8"))


def abbreviation_at_end(text: str) -> Literal["", "before", "after", "initial"]:
    """What the full stop at the end of a text belongs to: an abbreviation by what follows it, or an initial.

    >>> abbreviation_at_end("ITU-T X.509 Amd."), abbreviation_at_end("by J."), abbreviation_at_end("the plan.")
    ('before', 'initial', '')
    """
    match = _LAST_WORD.search(text[-_ABBREVIATION_LENGTH:])
    if not match:
        return ""
    if match[1] in words("abbreviations", "before"):
        return "before"
    if match[1] in words("abbreviations", "after"):
        return "after"
    return "initial" if len(match[1]) == 1 and match[1].isupper() else ""


def words_in(text: str) -> list[str]:
    """The words of a text, without numbers and marks."""
    return _WORD.findall(text)


def has_finite_verb(text: str) -> bool:
    """Whether a line surely has a finite verb, by its form: "met", "is", or a past form in -ed that is no adjective."""
    return any(word in words("verbs", "finite") or _is_past(word) for word in words_in(text))


def _is_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word.capitalize() not in words("verbs", "adjectives")


def behind_clause_opening(text: str) -> str | None:
    """What follows the words that open a clause of a resolution ("further recalling"); None where none do."""
    head, _, tail = text.partition(" ")
    if head in words("clauses", "adverbs"):
        return behind_clause_opening(tail)
    form = next((form for form in _clause_forms() if text.startswith(form)), None)
    if form is None or text[len(form) :][:1].isalnum():
        return None
    return text[len(form) :].lstrip()


@cache
def _clause_forms() -> tuple[str, ...]:
    return tuple(sorted(words("clauses", "preambular") | words("clauses", "operative"), key=len, reverse=True))
