"""Cities: "in Paramaribo, Suriname", "held in Geneva and Lomé", "(Tunis, 16-18 November 2005)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from netgov.ingest.lexicon.dates import MONTH
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Spans

_WORD = r"[A-Z][\w’'.-]*\w"
_NAME = rf"(?P<city>(?:St\.\s)?{_WORD}(?:\s(?:(?:am|d[aeou]|del|el|es|l[ae]|of)\s|el-)?{_WORD}){{0,3}})"
_BEFORE_COUNTRY = re.compile(rf"(?P<lead>\b(?:[Ii]n|[Aa]t|and)\s|[,:]\s|\(|\t|\0){_NAME}(?:,\s|\s\()$")
_COUNTRY_REACH = 70
_AT = re.compile(
    r"(?<!Done\s)(?<!Signed\s)(?<!signed\s)\b(?:[Ii]n|[Aa]t)\s(?:the\scity\sof\s)?"
    rf"{_NAME}(?!\w|,\s(?!on\b|from\b)[A-Z])"
)
_ALSO_AT = re.compile(rf"(?:,?\s(?:and|or)|,)\s{_NAME}(?!\w)")
_DATED = re.compile(
    rf"""
    (?:[\t\n\0(]|[,:–—]\s){_NAME}                       # after a tab, break, bracket, comma or colon
    (?=,?\s(?:\(|on\s|from\s|the\s)*                  # and before a date:
       (?:\d{{1,2}}(?:\w\w)?(?:\s|[-–]\d)[^\n\t]{{0,30}}\d{{4}}
       |\d{{1,2}}[^\n\d]{{0,4}}\d{{0,2}}\s?(?i:{MONTH})|(?i:{MONTH})\s\d))
    """,
    re.VERBOSE,
)
_CELL = re.compile(rf"(?<=\t){_NAME}(?=\t|\n|$)")
_OF_EVENT = re.compile(r"(?P<city>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*)(?=,?\s+\(?(?:19|20)\d\d)")


def find_places(text: str, mentions: Sequence[Mention], events: Sequence[tuple[int, int]]) -> list[Mention]:
    """Cities before their country, and known ones where a text says where something is, or names an event by it."""
    printed = list(_before_countries(text, mentions))
    taken = _taken([*printed, *mentions])
    countries = {(item.start, item.end) for item in mentions if item.label == "Country"}
    known = {
        item.start: item
        for item in _known(text, events)
        if not taken.overlap(item.start, item.end) and (item.start, item.end) not in countries
    }
    return [*printed, *known.values()]


def _before_countries(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = _taken(mentions)
    countries = {(item.start, item.end) for item in mentions if item.label == "Country"}
    for item in mentions:
        if item.label != "Country":
            continue
        match = _BEFORE_COUNTRY.search(text, max(0, item.start - _COUNTRY_REACH), item.start)
        if match and not taken.overlap(*match.span("city")) and match.span("city") not in countries:
            name, country = city if (city := find_city(match["city"])) else ("", "")
            is_known = country == item.key
            if is_known or match["lead"] in ("in ", "at ", "In ", "At ", "(", "\t"):
                yield _place(match, name if is_known else match["city"], item.key)


def _taken(mentions: Sequence[Mention]) -> Spans:
    """Where other names stand; the name of a country may be part of that of a city ("Mexico City")."""
    return Spans((item.start, item.end) for item in mentions if item.label != "Country" and not is_city(item))


def is_city(item: Mention) -> bool:
    """Whether what was taken for a person is a city: "Sophia Antipolis, France"."""
    return item.label == "Person" and find_city(item.key) is not None


def _known(text: str, events: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    for match in _AT.finditer(text):
        also: re.Match[str] | None = match
        while also and (city := find_city(also["city"])):
            yield _place(also, *city)
            also = _ALSO_AT.match(text, also.end())
    matches = [*_DATED.finditer(text), *_CELL.finditer(text)]
    matches += [match for start, end in events for match in _OF_EVENT.finditer(text, start, end)]
    for match in matches:
        if city := find_city(match["city"]):
            yield _place(match, *city)


def _place(match: re.Match[str], name: str, country: str) -> Mention:
    start, end = match.span("city")
    stated = {"aliases": [match["city"]]} if match["city"] != name else {}
    return Mention(start, end, end, "Place", f"{name}, {country}", {"name": name}, stated)


def find_city(printed: str) -> tuple[str, str] | None:
    """Name and country of a city by any of its spellings, or in capitals throughout."""
    if not printed[:1].isupper():
        return None
    return _cities().get(_fold(printed)) or (_capitals().get(_fold(printed)) if printed.isupper() else None)


@cache
def _cities() -> dict[str, tuple[str, str]]:
    """Folded name → name and country, of cities whose name says which one is meant."""
    return {
        _fold(form): (row["name"], row["country"])
        for row in read_table("cities")
        for form in (row["name"], *row["aliases"].split("|"))
        if form
    }


@cache
def _capitals() -> dict[str, tuple[str, str]]:
    """The same by the name in capitals."""
    return {name.upper(): city for name, city in _cities().items()}


def _fold(name: str) -> str:
    """One spelling whatever the accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).translate({0x2019: "'", 0x2018: "'"})
