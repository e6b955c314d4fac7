"""spaCy component: conferences, meetings and workshops, and where they were held → more of doc._.entities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.conferences import DATE_REACH, ORDINAL, NamedEvent, date_after, find_conferences
from netgov.ingest.lexicon.dates import DATE, DateSpan, date_of, parse_date
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Spans
from netgov.ingest.resolution.meetings import find_meetings
from netgov.ingest.resolution.occasions import find_occasions
from netgov.ingest.resolution.places import find_places
from netgov.ingest.resolution.sessions import find_sessions

_KIND = (
    r"(?:[Ww]orkshops?|[Ss]eminars?|[Ss]ymposi(?:um|a)|[Ff]orum|[Cc]onference|[Ss]ummit|[Tt]raining(?:\s(?:[Cc]ourse|[Ww]orkshop|[Pp]rogramme|[Ss]ession))?|[Cc]ourse|[Ww]eek|[Cc]olloquium|"
    r"[Rr]oundtable(?:\sdiscussion)?|[Rr]ound\s[Tt]able|[Ww]ebinar|[Hh]ackathon|[Dd]ialogue|[Cc]yber\s?[Dd]rill|[Ss]ession|[Mm]eeting)"
)
_TITLED = re.compile(
    rf"\b(?P<kind>{_KIND})(?:\sand\s[A-Z][\w-]*(?:\s[\w-]+)?)?(?:\sfor\s[^,“\"]{{3,50}}?)?\s(?:(?:on|entitled|titled|called|named)\s(?:the\s)?|(?=[“\"]))"
    r"(?:[“\"](?P<quoted>[^“”\"\n]{4,220})[”\"]|(?P<plain>[A-Z][^“”\".;:]{5,140}?)"
    r"(?=,\s(?:organi[sz]ed|held|co-organi[sz]ed|which|in\s|on\s)|\s(?:was|were|is|will)\s|\s\())"
)
_LEAD = re.compile(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)?(?:(?P<ordinal>{ORDINAL})\s)?"
    r"(?P<lead>(?:[A-Z][\w/&-]*(?:\.[\w/&-]+)*\s|[Rr]egional\s|[Jj]oint\s|[Aa]nnual\s|[Ii]nternational\s){0,5})$"
)
_LEAD_LENGTH = 80
_NAMED = re.compile(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)(?:(?P<ordinal>{ORDINAL})\s)?(?P<name>(?:[A-Z][\w/&’'-]*\s){{1,6}}?(?:[a-z]+\s)?(?P<kind>Workshop|Seminar|Symposium|Forum|Conference|Summit|Week|Awards|Dialogue|Hackathon)(?:\sand\s[A-Z][\w-]*(?:\s\w+)?)?)"
    r"(?=,?\s(?:which\swas\s)?(?:organi[sz]ed|held|co-organi[sz]ed|took\splace|was\sheld|was\sorgani[sz]ed|\(|in\s[A-Z]|on\s\d))"
)
_QUOTED_NAME = re.compile(
    rf"(?:[Tt]he\s)?[“\"](?P<name>[^“”\"\n]{{0,200}}\b(?P<kind>{_KIND})\b[^“”\"\n]{{0,160}})[”\"]"
)
_IN_FRONT = re.compile(r"[.\s]*(?:In|On|From|During)\s")
_YEAR = re.compile(r"(?:19|20)\d\d(?=,?\s)")
_KINDS = {
    "workshop": "workshop",
    "seminar": "seminar",
    "symposium": "symposium",
    "forum": "forum",
    "conference": "conference",
    "summit": "summit",
    "training": "training",
    "course": "training",
    "week": "conference",
    "roundtable": "roundtable",
    "round table": "roundtable",
    "session": "session",
    "dialogue": "dialogue",
    "awards": "awards",
    "meeting": "meeting",
    "webinar": "webinar",
    "hackathon": "hackathon",
}


@Language.component("netgov_events", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.entities"])
def set_events(doc: Doc) -> Doc:
    """Add the events and places of a report to doc._.entities."""
    text, entities = doc._.report.text, doc._.entities
    events = [*find_conferences(text), *_titled(text), *find_meetings(text, doc._.sentences, entities)]
    events += find_sessions(text, entities)
    chosen = _choose([*events, *find_occasions(text, entities, events)])
    mentions = [_mention(event, text) for event in chosen]
    taken = Spans((item.start, item.end) for item in mentions)
    kept = [item for item in entities if item.label != "Event" or not taken.overlap(item.start, item.end)]
    places = find_places(text, kept, mentions)
    cities = Spans((item.start, item.end) for item in places)
    kept = [item for item in kept if item.label != "Country" or not cities.overlap(item.start, item.end)]
    doc._.entities = tuple(sorted([*kept, *mentions, *places], key=lambda item: (item.start, -item.reach)))
    return doc


def _titled(text: str) -> Iterator[NamedEvent]:
    """Workshops and courses by their title: "An ITU Workshop on “…”, organized in Hangzhou, China, on 26 May 2017"."""
    for match in _TITLED.finditer(text):
        lead = _LEAD.search(text, max(0, match.start() - _LEAD_LENGTH), match.start())
        start = lead.start() if lead else match.start()
        title = (match["quoted"] or match["plain"]).strip(" ,.")
        yield from _dated(text, start, match, title, is_of_itu=bool(lead and lead["lead"].startswith("ITU ")))
    for pattern in (_NAMED, _QUOTED_NAME):
        for match in pattern.finditer(text):
            name = match["name"].strip()
            title = re.sub(r"^ITU(?:-[TDR])?\s", "", name)
            yield from _dated(text, match.start(), match, title, is_of_itu=name.startswith("ITU "))


def _dated(text: str, start: int, match: re.Match[str], title: str, *, is_of_itu: bool) -> Iterator[NamedEvent]:
    """The event if a date or a place follows in the sentence; without either it is no event that happened at a time."""
    dates = date_after(text, match.end()) or _date_before(text, start) or _date_in_front(text, start)
    stop = re.compile(r"[.;]\s[A-Z]|\n|$").search(text, match.end())
    tail = text[match.end() : stop.start() if stop else len(text)]
    if title.casefold() in _series_names() and match.groupdict().get("ordinal") and dates:
        yield NamedEvent(start, match.end(), f"{title} {dates.start[:4]}", "forum", dates, title=title)
        return
    if title.casefold() in _series_names() or (
        dates is None and not re.search(r"\b(?:in|at)\s(?:[A-Z][\w-]+,?\s?){1,3}", tail[:DATE_REACH])
    ):
        return
    key = f"{title} ({dates.start})" if dates else title
    kind = _KINDS.get(
        match["kind"].casefold().rstrip("s"), "training" if "training" in match["kind"].casefold() else "workshop"
    )
    organizer = ("Organization", "ITU") if is_of_itu else None
    yield NamedEvent(start, match.end(), key, kind, dates, title=title, organizer=organizer)


def _date_before(text: str, position: int) -> DateSpan | None:
    """A row of a schedule: "5 June 2012, tab, First meeting of …"."""
    line = text.rfind("\n", 0, position) + 1
    return parse_date(text[line:position]) if "\t" in text[line:position] else None


def _date_in_front(text: str, position: int) -> DateSpan | None:
    """As in "In 2017 BDT organized the workshop “…” in Abuja": the date that the sentence opens with."""
    opening = max(text.rfind(". ", 0, position), text.rfind("\n", 0, position), text.rfind("\t", 0, position))
    lead = _IN_FRONT.match(text, max(opening, 0), position) if position - opening < DATE_REACH * 2 else None
    dated = DATE.match(text, lead.end(), position) if lead else None
    if dated or lead is None:
        return date_of(dated) if dated else None
    year = _YEAR.match(text, lead.end(), position)
    return DateSpan(year[0]) if year else None


def _choose(events: Sequence[NamedEvent]) -> list[NamedEvent]:
    """The longest of those that overlap; the two phases of a summit share one place."""
    kept: list[NamedEvent] = []
    for event in sorted(events, key=lambda item: (item.start, item.start - item.end)):
        if kept and event.start < kept[-1].end and (event.start, event.end) != (kept[-1].start, kept[-1].end):
            continue
        if event not in kept[-3:]:
            kept.append(event)
    return kept


def _mention(event: NamedEvent, text: str) -> Mention:
    known = {"name": event.title or event.key, "kind": event.kind}
    stated: dict[str, Any] = {} if event.nameless else {"aliases": [text[event.start : event.end].strip()]}
    if event.dates:
        stated["start_date"] = event.dates.start
        if event.dates.end:
            stated["end_date"] = event.dates.end
    if event.title:
        stated["title"] = event.title
    return Mention(
        event.start,
        event.end,
        event.end,
        "Event",
        event.key,
        known,
        stated,
        {"organizer": event.organizer, "country": event.country, "nameless": event.nameless},
    )


@cache
def _series_names() -> frozenset[str]:
    """Names of events that come back, case folded: by themselves they name no single event."""
    rows = read_table("event_series")
    return frozenset(name.casefold() for row in rows for name in (row["key"], row["name"], *row["aliases"].split("|")))
