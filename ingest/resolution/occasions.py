"""Events that the text tells by their company: one training in several countries, sessions "co-organized by" bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.lexicon.conferences import ORDINAL, NamedEvent, date_after
from netgov.ingest.lexicon.dates import DATE, DateSpan, date_of
from netgov.ingest.model.mention import Mention

_PLURAL = re.compile(
    r"\b(?P<kind>[Ww]orkshop|[Tt]raining|[Ss]eminar|[Cc]ourse)s\s(?:(?:are|were|have\sbeen|will\sbe|being)\s)?"
    r"(?:scheduled|planned|organi[sz]ed|held|conducted|delivered)\s(?:for|in)\s(?:the\s)?$"
)
_LIST = re.compile(r"\s?(?:,|,?\sand|\()\s?(?:and\s|the\s)*")
_TITLE_IN = re.compile(
    r"(?:\b(?:including|on|as|entitled|titled)\s|[:,]\s)(?P<title>[A-Z][^,;:()]{5,100}?)\sin\s(?:the\s)?$"
)
_TITLE_AT = re.compile(r"(?:\b(?:including|on|as|and)\s|[:,]\s)(?P<title>[A-Za-z][^,;:()“”]{1,80}?)\s\($")
_CO_ORGANIZED = re.compile(
    r"(?:[“\"](?P<quoted>[^“”\"\n]{4,200})[”\"]|(?P<plain>(?:[A-Z][\w-]*\s){0,3}[Ff]orum\son\s[A-Z][^;:()“”]{5,140}?)),?\s\(?(?=co-?organi[sz]ed\sby)"
)
_NAMED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:annual\s)?(?P<name>(?:[A-Z][\w-]*\s(?:in\s|of\s|on\s)?){1,5}(?P<kind>Awards|Dialogue|Ceremony|Hackathon))(?!\w|\s[A-Z])"
)
_UNTITLED = re.compile(
    rf"\b[Tt]he\s(?P<name>(?:{ORDINAL}\s)(?P<kind>workshop|seminar|training|course|forum|conference))\s(?:took\splace|was\s(?:held|organi[sz]ed))\b"
)
_REACH = 100


def find_occasions(text: str, entities: Sequence[Mention], events: Sequence[NamedEvent]) -> Iterator[NamedEvent]:
    """Events beside those that grammar knows by themselves; `events` tell the year of one that has no date."""
    countries = [item for item in entities if item.label == "Country"]
    yield from _in_countries(text, countries)
    yield from _with_dates(text, countries)
    for pattern in (_CO_ORGANIZED, _NAMED, _UNTITLED):
        for match in pattern.finditer(text):
            if dates := date_after(text, match.end()) or _year_before(match.start(), events):
                names = match.groupdict()
                title = (names.get("quoted") or names.get("plain") or names.get("name") or "").strip(" ,.")
                kind = (names.get("kind") or "session").casefold()
                yield NamedEvent(match.start(), match.end(), f"{title} ({dates.start})", kind, dates, title=title)


def _in_countries(text: str, countries: Sequence[Mention]) -> Iterator[NamedEvent]:
    """As in "other workshops are scheduled for Argentina, Senegal and Tunisia": one in each."""
    kind, reached = "", 0
    for country in countries:
        if match := _PLURAL.search(text, max(0, country.start - _REACH), country.start):
            kind = match["kind"].casefold()
        elif not _LIST.fullmatch(text, reached, country.start):
            kind = ""
        reached = country.end
        if kind:
            printed = text[country.start : country.end]
            yield NamedEvent(country.start, country.end, f"{kind} ({printed})", kind, country=country.key)


def _with_dates(text: str, countries: Sequence[Mention]) -> Iterator[NamedEvent]:
    """As in "Certified … Professionals in Vietnam (14-18 Oct 2019), Indonesia (9-13 Dec 2019)"."""
    title, reached = "", -1
    for country in countries:
        opening = re.compile(r"\s\(").match(text, country.end)
        dated = DATE.match(text, opening.end()) if opening else None
        if dated and text[dated.end() : dated.end() + 1] == ")":
            lead = _TITLE_IN.search(text, max(0, country.start - _REACH), country.start)
            title = lead["title"] if lead else title if _LIST.fullmatch(text, reached, country.start) else ""
            reached = dated.end() + 1
            if title:
                yield _training(country.start, reached, title, date_of(dated), country)
        line = max(0, country.start - 2 * _REACH)
        for found in DATE.finditer(text, line, country.start):
            bracket = text[found.end() : country.start] == ", " and text[country.end : country.end + 1] == ")"
            lead = _TITLE_AT.search(text, line, found.start()) if bracket else None
            if lead:
                yield _training(lead.start("title"), country.start, lead["title"], date_of(found), country)


def _training(start: int, end: int, title: str, dates: DateSpan, country: Mention) -> NamedEvent:
    return NamedEvent(start, end, f"{title} ({dates.start})", "training", dates, title=title, country=country.key)


def _year_before(position: int, events: Sequence[NamedEvent]) -> DateSpan | None:
    """The year of the event that was named last."""
    dated = [event for event in events if event.dates and event.start < position]
    return DateSpan(max(dated, key=lambda event: event.start).dates.start[:4]) if dated else None  # type: ignore[union-attr]
