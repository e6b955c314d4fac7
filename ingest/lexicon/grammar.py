"""Small word lists of syntax and modality, from data/grammar.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of data/grammar.toml by its name. Raises KeyError where there is none."""
    return frozenset(_tables()[name])


def word_lists() -> dict[str, frozenset[str]]:
    """All lists of data/grammar.toml by their names."""
    return {name: frozenset(words) for name, words in _tables().items() if isinstance(words, list)}


def irregular_forms(lemma: str) -> list[str]:
    """The forms of a verb that no rule makes: "take" → "took", "taken"."""
    forms: dict[str, list[str]] = _tables()["irregular"]
    return forms.get(lemma, [])


def surrogates() -> dict[str, list[str]]:
    """Form of a rare verb → form of a familiar one and the lemma that it stands for."""
    forms: dict[str, list[str]] = _tables()["surrogates"]
    return forms


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("netgov.data").joinpath("grammar.toml").read_text("utf-8"))
