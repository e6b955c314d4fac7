"""Cities: "in Paramaribo, Suriname", "held in Geneva and Lomé", "(Tunis, 16-18 November 2005)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Spans

_NAME = r"(?P<city>[A-Z][\w’'.-]*\w(?:\s(?:(?:am|d[aeou]|del|el|es|l[ae])\s)?[A-Z][\w’'-]*\w){0,3})"
_BEFORE_COUNTRY = re.compile(
    r"(?:\bin\s|\bat\s|,\s|\()(?P<city>(?:St\.\s|San\s|New\s|Los\s)?[A-Z][\w’'-]+(?:(?:\s|\sel-|\sde\s)[A-Z][\w’'-]+){0,2}),\s$"
)
_COUNTRY_REACH = 60
_AT = re.compile(rf"\b(?:in|at)\s(?:the\scity\sof\s)?{_NAME}(?!\w|,\s[A-Z])")
_ALSO_AT = re.compile(rf",?\s(?:and|or)\s{_NAME}(?!\w|,\s[A-Z])")
_DATED = re.compile(rf"(?:[\t\n(]|,\s){_NAME}(?=,\s(?:from\s)?\d{{1,2}}(?:\s|[-–]\d)[^\n]{{0,30}}(?:19|20)\d\d)")
_OF_EVENT = re.compile(r"(?P<city>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*)(?=,?\s+\(?(?:19|20)\d\d)")


def find_places(text: str, entities: Sequence[Mention], events: Sequence[Mention]) -> list[Mention]:
    """Cities before their country, and known ones where a text says where something is, or names an event by it."""
    printed = list(_before_countries(text, entities))
    taken = Spans((item.start, item.end) for item in [*printed, *entities])
    known = {item.start: item for item in _known(text, events) if not taken.overlap(item.start, item.end)}
    return [*printed, *known.values()]


def _before_countries(text: str, entities: Sequence[Mention]) -> Iterator[Mention]:
    named = {item.start: item.end for item in entities}
    for item in entities:
        if item.label != "Country":
            continue
        match = _BEFORE_COUNTRY.search(text, max(0, item.start - _COUNTRY_REACH), item.start)
        if match and named.get(match.start("city"), -1) < match.end("city"):
            name, country = _cities().get(_fold(match["city"]), ("", ""))
            name = name if country == item.key else match["city"]
            yield _place(match, name, item.key, is_printed=True)


def _known(text: str, events: Sequence[Mention]) -> Iterator[Mention]:
    for match in _AT.finditer(text):
        also: re.Match[str] | None = match
        while also and (city := _cities().get(_fold(also["city"]))):
            yield _place(also, *city)
            also = _ALSO_AT.match(text, also.end())
    matches = [*_DATED.finditer(text)]
    matches += [match for event in events for match in _OF_EVENT.finditer(text, event.start, event.end)]
    for match in matches:
        if city := _cities().get(_fold(match["city"])):
            yield _place(match, *city)


def _place(match: re.Match[str], name: str, country: str, *, is_printed: bool = False) -> Mention:
    start, end = match.span("city")
    stated = {"aliases": [match["city"]]} if match["city"] != name else {}
    fields = {"country": country} if is_printed else {}
    return Mention(start, end, end, "Place", f"{name}, {country}", {"name": name}, stated, fields)


@cache
def _cities() -> dict[str, tuple[str, str]]:
    """Folded name → name and country, of cities whose name says which one is meant."""
    return {
        _fold(form): (row["name"], row["country"])
        for row in read_table("cities")
        for form in (row["name"], *row["aliases"].split("|"))
        if form
    }


def _fold(name: str) -> str:
    """One spelling whatever the accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).translate({0x2019: "'", 0x2018: "'"})
