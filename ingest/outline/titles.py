"""Titles that are printed in capitals, as a sentence would have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from netgov.ingest.lexicon.dates import MONTH_NAMES
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.lexicon.words import words

_KEYED = ("organizations", "groups", "bodies", "event_series", "programmes")
"""Lists whose keys are names, too."""
_PLACES = ("countries", "cities")
_NO_WORD = re.compile(r"[^AEIOUY]{2,}|.*\d.*|[IVX]+")
_TOKEN = re.compile(r"[\w’'/&-]+")
_LONGEST_NAME = 8
"""Words of a name that is looked for."""


def in_sentence_case(title: str) -> str:
    """A title without its capitals, but for those of names and acronyms that are known.

    >>> in_sentence_case("REPORT OF ITU-T STUDY GROUP 15 ON ITS WORK WITH THE IETF, GENEVA")
    'Report of ITU-T Study Group 15 on its work with the IETF, Geneva'
    """
    tokens = list(_TOKEN.finditer(title))
    text, position, index = "", 0, 0
    while index < len(tokens):
        count, name = _name_at(title, tokens, index)
        end = tokens[index + count - 1].end()
        text += title[position : tokens[index].start()] + (name or _cased(tokens[index][0]))
        position, index = end, index + count
    text += title[position:]
    return text[:1].upper() + text[1:]


def _name_at(title: str, tokens: list[re.Match[str]], index: int) -> tuple[int, str]:
    """How many words from here are a known name, and the name; (1, "") if none are."""
    for count in range(min(_LONGEST_NAME, len(tokens) - index), 0, -1):
        printed = title[tokens[index].start() : tokens[index + count - 1].end()]
        if name := _names().get(_capitals(printed)):
            return count, name
    return 1, ""


def _cased(token: str) -> str:
    return token if token in _acronyms() or _NO_WORD.fullmatch(token) else token.lower()


@cache
def _names() -> dict[str, str]:
    """Names that are no acronyms, by their form in capitals; those of one word only if they are places or months."""
    long = [name for name in _gazetteer(*_KEYED) if " " in name or "-" in name]
    names = [*long, *_gazetteer(*_PLACES), *MONTH_NAMES.split("|"), *words("titles", "names")]
    return {_capitals(name): name for name in names if not name.isupper()}


def _capitals(name: str) -> str:
    return name.upper().replace("’", "'")


@cache
def _acronyms() -> frozenset[str]:
    known = frozenset(name for name in _gazetteer(*_KEYED) if name.isupper() and " " not in name)
    return (known | words("titles", "acronyms")) - words("titles", "no_acronyms")


def _gazetteer(*tables: str) -> Iterator[str]:
    for table in tables:
        for row in read_table(table):
            key = row["key"] if table in _KEYED else ""
            yield from filter(None, [key, row.get("name", ""), *(row.get("aliases") or "").split("|")])
