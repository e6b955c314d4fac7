"""Names outside the gazetteers, by their shape: "Ministry of …", "University of …", "… Foundation (XYZ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.names import Name

_WORD = r"[A-Z][\w’'-]*\w"
_ACRONYM = r"(?:\s?\((?P<acronym>[A-Z][a-z&-]{0,4}[A-Z][A-Za-z&-]{0,8})\))?"
_PROPER = r"(?:[A-Z][a-z][\w’'-]*|ICTs?|IT)"
_GOVERNMENT = re.compile(
    rf"(?P<name>(?:(?:Federal|State|National|Royal|Union)\s)?(?:Ministry|Department|Ministère|Ministerio|Ministério)\s(?:of|for|des?|du|da)(?:\s(?:the|and|of|for))?\s{_PROPER}"
    rf"(?:(?:\sand\s(?:of\s)?|,\sand\s|\sof\s(?:the\s)?|\s&\s|,\s(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\sand\s)|\s){_PROPER}){{0,7}})"
    rf"(?:,\s{_PROPER}(?:\s{_PROPER})?(?=\s\([A-Z]))?{_ACRONYM}"
)
_UNIVERSITY_OF = re.compile(
    rf"(?<![\w’'-])(?P<name>(?!The\s)(?:{_WORD}\s){{0,2}}University\sof\s(?:the\s)?{_WORD}(?:(?:\sand\s(?!(?!Technology\sof\b|Economics\sof\b|Telecommunications\sof\b){_WORD}\sof\s)|\sof\s|,\s|\s){_WORD}){{0,4}}){_ACRONYM}"
)
_DEMONYM = re.compile(
    r"\b[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?(?=\s(?:contributions?|delegat\w+|[Gg]overnment|[Aa]dministration|proposals?|regulator|operator|[A-Z]{2,}\b))"
)
_PLAN = re.compile(
    r"(?<![\w&/-])(?!The\s)(?:[A-Z][\w&/-]*\w\s){1,5}(?P<kind>Work\sPlan|Action\sPlan|[Rr]oadmap|Declaration|Implementation\sAgreement)(?!\w)"
)
_PERSON = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Prof|Eng|H\.E|Messrs|Sir|Amb|Ambassador|Professor|Minister|Madame?|His\sExcellency|Her\sExcellency)\.?\s)+"
    r"(?P<name>(?:[A-Z]\.|[A-Z][^\W\d_][\w’'-]*)(?:\s(?:(?:de|van|von|der|den|bin|ben|el|al|da|dos|la|le)\s)*[A-Z](?:[^\W\d_][\w’'-]*|\.)){0,3})"
)


def find_demonyms(text: str) -> Iterator[Name]:
    """ "the Brazilian contribution": the country, where it is one that acts and not a language."""
    countries = _countries_by_demonym()
    for match in _DEMONYM.finditer(text):
        name = match[0] if match[0] in countries else match[0].split()[-1]
        if key := countries.get(name):
            yield Name(match.end() - len(name), match.end(), "Country", {"key": key})


@cache
def _countries_by_demonym() -> dict[str, str]:
    return {name: row["key"] for row in read_table("demonyms") for name in row["aliases"].split("|") if name}


def find_plans(text: str) -> Iterator[Name]:
    """ "OTNT Standardization Work Plan", "IMT-2020 roadmap": texts whose name says what they are."""
    for match in _PLAN.finditer(text):
        yield Name(match.start(), match.end(), "Publication", {"key": match[0], "kind": match["kind"].casefold()})


def find_persons(text: str) -> Iterator[Name]:
    """As in "Dr. Hamadoun Touré", "Mr. Kantchev": a name after a form of address; the key is the name without it."""
    for match in _PERSON.finditer(text):
        yield Name(match.start(), match.end(), "Person", {"key": match["name"]})


def find_names(text: str) -> Iterator[Name]:
    """Organizations whose name says what they are; an acronym in parentheses is the key, else the name."""
    for match in _GOVERNMENT.finditer(text):
        yield _candidate(match, match["name"], "government")
    for match in _UNIVERSITY_OF.finditer(text):
        yield _candidate(match, match["name"], "academia")


def _candidate(match: re.Match[str], name: str, kind: str) -> Name:
    fields = {"key": match["acronym"] or name, "full_name": name, "kind": kind}
    return Name(match.start(), match.end(), "Organization", fields)
