"""spaCy component: conferences, meetings and workshops, and where they were held → more of doc._.entities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Ref
from ingest.dates import DATE, DateSpan, date_of, parse_date
from ingest.gazetteer import load_gazetteer, read_table
from ingest.resolver import EntityMention

ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|{'|'.join(word.capitalize() for word in ORDINALS)})"
_CODED = re.compile(
    r"(?<![\w/-])(?P<series>PP|WTSA|WTDC|WRC|RRC|WCIT|WTPF|RA|CPM)[-\s‑’'](?P<year>\d{4}|\d{2})(?![\w/])"
)
_COUNCIL = re.compile(
    r"\b(?:(?:ITU\s)?Council[\s-](?P<year>20\d\d|19\d\d)|(?:the\s)?(?P<year2>\d{4})\s(?:ordinary\s)?[Ss]ession\sof\s(?:the\s)?(?:ITU\s)?Council|"
    r"Council-(?P<short>\d{2}))(?!\s?(?:Decision|Resolution|\d))(?!\w)"
)
_NUMBERED = re.compile(
    r"(?<![\w/-])(?P<series>IETF|ICANN|RIPE|MENOG|NANOG|SANOG|AfNOG|LACNIC|APNIC|AFRINIC|ARIN|LACNOG|APRICOT)[\s-]?(?P<number>\d{1,3})(?!\s?[/.\d]|\w)(?:\smeeting)?"
)
_YEARLY = re.compile(
    r"(?<![\w/-])(?P<series>IGF|WSIS\sForum|APRICOT|EuroDIG|AI\sfor\sGood(?:\sGlobal\sSummit)?|Kaleidoscope|ITU\sTelecom\sWorld|IoT\sWeek|GSR|WTIS)(?:-|\s)(?P<year>(?:19|20)\d\d)(?!\w)"
)
_ORDINAL_EVENT = re.compile(
    rf"(?:\b[Tt]he\s)?(?P<ordinal>{ORDINAL})\s(?:annual\s)?(?P<series>IGF|Internet\sGovernance\sForum(?:\s\(IGF\))?|WTPF|World\sTelecommunication(?:/ICT)?\sPolicy\sForum(?:\s\(WTPF\))?)(?:\smeeting)?\b"
)
_PHASES = re.compile(
    r"(?:the\s)?(?:(?P<one>Geneva)(?:\s\(2003\))?\sand\s(?P<two>Tunis)(?:\s\(2005\))?\sphases|(?:both|two)\sphases|(?P<single>Geneva|Tunis)(?:\s\((?:2003|2005)\))?\sphase)\sof\s(?:the\s)?"
    r"(?:WSIS|World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?)"
)
_SUMMIT = re.compile(
    r"(?<![\w/-])(?:World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?|WSIS)(?!\+|\sForum|\sAction|\w)"
)
_ADOPTED = re.compile(
    r"\b(?P<name>Plenipotentiary\sConference|World\sTelecommunication\sStandardization\sAssembly|World\sTelecommunication\sDevelopment\sConference)(?:\s\((?:PP|WTSA|WTDC)\))?"
    r"(?:\sof\sthe\sInternational\sTelecommunication\sUnion)?\s\((?P<editions>[^()]*\d{4}[^()]*)\)"
)
_KIND = (
    r"(?:[Ww]orkshops?|[Ss]eminars?|[Ss]ymposi(?:um|a)|[Ff]orum|[Cc]onference|[Ss]ummit|[Tt]raining(?:\s(?:[Cc]ourse|[Ww]orkshop|[Pp]rogramme|[Ss]ession))?|[Cc]ourse|[Ww]eek|[Cc]olloquium|"
    r"[Rr]oundtable(?:\sdiscussion)?|[Rr]ound\s[Tt]able|[Ww]ebinar|[Hh]ackathon|[Dd]ialogue|[Cc]yber\s?[Dd]rill|[Ss]ession|[Dd]emo\sDay|[Mm]eeting)"
)
_TITLED = re.compile(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)?(?:(?P<ordinal>{ORDINAL})\s)?(?P<lead>(?:[A-Z][\w/&.-]*\s|[Rr]egional\s|[Jj]oint\s|[Aa]nnual\s|[Ii]nternational\s){{0,5}})(?P<kind>{_KIND})"
    rf"(?:\sand\s[A-Z][\w-]*(?:\s[\w-]+)?)?(?P<for>\sfor\s[^,“\"]{{3,50}}?)?\s(?:on\s|entitled\s|titled\s)(?:the\s)?(?:[“\"](?P<quoted>[^“”\"\n]{{4,220}})[”\"]|(?P<plain>[A-Z][^“”\".;:]{{5,140}}?)(?=,\s(?:organi[sz]ed|held|co-organi[sz]ed|which|in\s|on\s)|\s(?:was|were|is|will)\s|\s\())"
)
_NAMED = re.compile(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)(?:(?P<ordinal>{ORDINAL})\s)?(?P<name>(?:[A-Z][\w/&’'-]*\s){{1,6}}?(?:[a-z]+\s)?(?P<kind>Workshop|Seminar|Symposium|Forum|Conference|Summit|Week|Awards|Dialogue|Hackathon)(?:\sand\s[A-Z][\w-]*(?:\s\w+)?)?)"
    r"(?=,?\s(?:which\swas\s)?(?:organi[sz]ed|held|co-organi[sz]ed|took\splace|was\sheld|was\sorgani[sz]ed|\())"
)
_QUOTED_NAME = re.compile(
    rf"(?:[Tt]he\s)?[“\"](?P<name>[^“”\"\n]{{4,200}}\b(?P<kind>{_KIND})\b[^“”\"\n]{{0,160}})[”\"]"
)
_MEETING = re.compile(rf"(?P<ordinal>{ORDINAL}|[Ll]ast|[Ff]inal|[Nn]ext|[Ll]atest)\s(?:\w+\s)?[Mm]eetings?\b")
_MONTH_MEETING = re.compile(
    r"(?P<date>(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4})\smeetings?\b"
)
_CITY = re.compile(
    r"(?:\bin\s|\bat\s|,\s|\()(?P<city>(?:St\.\s|San\s|New\s|Los\s)?[A-Z][\w’'-]+(?:(?:\s|\sel-|\sde\s)[A-Z][\w’'-]+){0,2}),\s$"
)
_IN_CITY = re.compile(r"\b(?:in|at)\s(?P<city>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)(?!\w|,\s[A-Z])")
_NAMED_CITY = re.compile(r"(?P<city>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*)(?=,?\s+\(?(?:19|20)\d\d)")
_DATE_REACH = 120
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
_SERIES_KINDS = {
    "PP": "conference",
    "WTSA": "assembly",
    "WTDC": "conference",
    "WRC": "conference",
    "RRC": "conference",
    "WCIT": "conference",
    "WTPF": "forum",
    "RA": "assembly",
    "CPM": "meeting",
}
_ADOPTING = {
    "Plenipotentiary Conference": "PP",
    "World Telecommunication Standardization Assembly": "WTSA",
    "World Telecommunication Development Conference": "WTDC",
}


@dataclass(frozen=True)
class _Event:
    """An event as the text names it."""

    start: int
    end: int
    key: str
    kind: str
    dates: DateSpan | None = None
    title: str = ""
    organizer: Ref | None = None


@Language.component("events", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.entities"])
def set_events(doc: Doc) -> Doc:
    """Add the events and places of a report to doc._.entities."""
    text, entities = doc.text, doc._.entities
    events = [*_series(text), *_titled(text), *_meetings(text, doc._.sentences, entities)]
    chosen = _choose(events)
    mentions = [_mention(event, text) for event in chosen]
    taken = [(item.start, item.end) for item in mentions]
    kept = [
        item
        for item in entities
        if item.label != "Event" or not any(start < item.end and item.start < end for start, end in taken)
    ]
    places = list(_places(text, kept, mentions))
    cities = {(item.start, item.key.split(",")[0]) for item in places}
    kept = [
        item
        for item in kept
        if item.label != "Country"
        or not any(start <= item.start < item.end < start + len(city) for start, city in cities)
    ]
    doc._.entities = tuple(sorted([*kept, *mentions, *places], key=lambda item: (item.start, -item.reach)))
    return doc


def _series(text: str) -> Iterator[_Event]:
    """Conferences that come back: "PP-14", "2011 session of the Council", "the 14th IGF meeting", "IETF 116"."""
    for match in _CODED.finditer(text):
        series, year = match["series"], match["year"]
        full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 60 else 1900 + int(year)
        yield _Event(*match.span(), coded_key(series, full), _SERIES_KINDS[series], DateSpan(str(full)))
    for match in _COUNCIL.finditer(text):
        year = match["year"] or match["year2"] or f"20{match['short']}"
        yield _Event(*match.span(), f"Council {year}", "session", DateSpan(year))
    for match in _NUMBERED.finditer(text):
        yield _Event(
            *match.span(),
            f"{match['series']} {match['number']}",
            "meeting",
            _date_after(text, match.end()),
            organizer=_body(match["series"]),
        )
    for match in _YEARLY.finditer(text):
        series = "ITU-T Kaleidoscope" if match["series"] == "Kaleidoscope" else match["series"]
        yield _Event(*match.span(), f"{series} {match['year']}", "forum", _date_after(text, match.end()))
    for match in _ORDINAL_EVENT.finditer(text):
        series = "IGF" if match["series"].startswith(("IGF", "Internet")) else "WTPF"
        if year := year_of_ordinal(series, ordinal_number(match["ordinal"])):
            key = f"{series} {year}" if series == "IGF" else coded_key(series, year)
            yield _Event(*match.span(), key, "forum", _date_after(text, match.end()))
    yield from _summits(text)
    for match in _ADOPTED.finditer(text):
        for place, year in re.findall(r"([A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*),\s+(\d{4})", match["editions"]):
            series = _ADOPTING[match["name"]]
            yield _Event(
                *match.span(),
                coded_key(series, int(year)),
                _SERIES_KINDS[series],
                DateSpan(year),
                title=f"{match['name']} ({place}, {year})",
            )


def _body(key: str) -> Ref | None:
    """A body by its key, as the gazetteers know it."""
    gazetteer = load_gazetteer()
    return next((ref for label in ("Group", "Organization") if gazetteer.find(ref := (label, key))), None)


def _summits(text: str) -> Iterator[_Event]:
    """As in "the Geneva (2003) and Tunis (2005) phases of WSIS" are two events; the summit by itself is one."""
    for match in _PHASES.finditer(text):
        for city, year in (("Geneva", "2003"), ("Tunis", "2005")):
            if match["single"] in (None, city):
                yield _Event(*match.span(), f"WSIS {year}", "conference", DateSpan(year))
    for match in _SUMMIT.finditer(text):
        yield _Event(*match.span(), "WSIS", "summit")


def coded_key(series: str, year: int) -> str:
    """As in "PP", 2014 → "PP-14"; WTPF and the year 2000 are written in full.

    >>> coded_key("WTSA", 2000), coded_key("WTPF", 2013)
    ('WTSA-2000', 'WTPF-2013')
    """
    return f"{series}-{year}" if series == "WTPF" or year == 2000 else f"{series}-{year % 100:02}"


def ordinal_number(text: str) -> int:
    """As in "14th" → 14, "Fifth" → 5; 0 for what is no number ("last")."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS.get(text.casefold(), 0)


@cache
def _years_of_series() -> dict[str, list[int]]:
    years: dict[str, list[int]] = {}
    for row in read_table("events"):
        if row["start_date"]:
            years.setdefault(re.split(r"[-\s](?=\d)", row["key"])[0], []).append(int(row["start_date"][:4]))
    return {series: sorted(found) for series, found in years.items()}


def year_of_ordinal(series: str, number: int) -> int:
    """The year of the n-th event of a series, 0 if it is not known."""
    years = _years_of_series().get(series, [])
    return years[number - 1] if 0 < number <= len(years) else 0


def _titled(text: str) -> Iterator[_Event]:
    """Workshops and courses by their title: "An ITU Workshop on “…”, organized in Hangzhou, China, on 26 May 2017"."""
    for match in _TITLED.finditer(text):
        title = (match["quoted"] or match["plain"]).strip(" ,.")
        yield from _dated(text, match, title, title)
    for pattern in (_NAMED, _QUOTED_NAME):
        for match in pattern.finditer(text):
            name = match["name"].strip()
            yield from _dated(text, match, re.sub(r"^ITU(?:-[TDR])?\s", "", name), name)


def _dated(text: str, match: re.Match[str], title: str, name: str) -> Iterator[_Event]:
    """The event if a date or a place follows in the sentence; without either it is no event that happened at a time."""
    dates = _date_after(text, match.end()) or _date_before(text, match.start())
    stop = re.compile(r"[.;]\s[A-Z]|\n|$").search(text, match.end())
    tail = text[match.end() : stop.start() if stop else len(text)]
    if dates is None and not re.search(r"\b(?:in|at)\s(?:[A-Z][\w-]+,?\s?){1,3}", tail[:_DATE_REACH]):
        return
    key = f"{title} ({dates.start})" if dates else title
    kind = _KINDS.get(
        match["kind"].casefold().rstrip("s"), "training" if "training" in match["kind"].casefold() else "workshop"
    )
    lead = match.groupdict().get("lead") or name
    organizer = ("Organization", "ITU") if re.match(r"ITU\s", lead) else None
    yield _Event(match.start(), match.end(), key, kind, dates, title=title, organizer=organizer)


def _meetings(text: str, sentences: Sequence[tuple[int, int]], entities: Sequence[EntityMention]) -> Iterator[_Event]:
    """Meetings of groups: "held its 13th meeting on … and 14th meeting on …", "its last meeting in May 2017"."""
    groups = [item for item in entities if item.label in ("Group", "StudyGroup")]
    last: EntityMention | None = None
    position = 0
    for start, end in sentences:
        inside: list[EntityMention] = []
        while position < len(groups) and groups[position].start < end:
            inside.append(groups[position])
            position += 1
        for match in _MEETING.finditer(text, start, end):
            owner = _owner(text, match, inside) or last
            if owner:
                yield from _meeting(text, match, end, owner)
        for match in _MONTH_MEETING.finditer(text, start, end):
            owner = _owner(text, match, inside) or last
            dates = parse_date(match["date"])
            if owner and dates:
                yield _Event(
                    match.start(),
                    match.end(),
                    f"{owner.key} meeting ({dates.start})",
                    "meeting",
                    dates,
                    organizer=owner.ref,
                )
        last = inside[-1] if inside else last


def _owner(text: str, match: re.Match[str], groups: Sequence[EntityMention]) -> EntityMention | None:
    """Whose meeting it is: "of the …" right after, else the group named before it in the sentence."""
    after = next((item for item in groups if item.start >= match.end()), None)
    if after and re.fullmatch(r"\s(?:of|by)\s(?:the\s)?(?:[\w-]+\s){0,2}", text[match.end() : after.start]):
        return after
    return next((item for item in reversed(groups) if item.end <= match.end()), None)


def _meeting(text: str, match: re.Match[str], end: int, owner: EntityMention) -> Iterator[_Event]:
    number = ordinal_number(match["ordinal"])
    found = DATE.search(text, match.end(), min(end, match.end() + _DATE_REACH))
    dates = date_of(found) if found else None
    if number:
        yield _Event(match.start(), match.end(), f"{owner.key} meeting {number}", "meeting", dates, organizer=owner.ref)
    elif dates:
        yield _Event(
            match.start(), match.end(), f"{owner.key} meeting ({dates.start})", "meeting", dates, organizer=owner.ref
        )


def _date_after(text: str, position: int) -> DateSpan | None:
    stop = re.compile(r"[.;]\s[A-Z]|\n").search(text, position)
    limit = min(stop.start() if stop else len(text), position + _DATE_REACH)
    match = DATE.search(text, position, limit)
    return date_of(match) if match else None


def _date_before(text: str, position: int) -> DateSpan | None:
    """A row of a schedule: "5 June 2012, tab, First meeting of …"."""
    line = text.rfind("\n", 0, position) + 1
    return parse_date(text[line:position]) if "\t" in text[line:position] else None


def _choose(events: Sequence[_Event]) -> list[_Event]:
    """The longest of those that overlap; the two phases of a summit share one place."""
    kept: list[_Event] = []
    for event in sorted(events, key=lambda item: (item.start, item.start - item.end)):
        if kept and event.start < kept[-1].end and (event.start, event.end) != (kept[-1].start, kept[-1].end):
            continue
        if event not in kept[-3:]:
            kept.append(event)
    return kept


def _mention(event: _Event, text: str) -> EntityMention:
    known = {"name": event.title or event.key, "kind": event.kind}
    stated: dict[str, Any] = {"aliases": [text[event.start : event.end].strip()]}
    if event.dates:
        stated["start_date"] = event.dates.start
        if event.dates.end:
            stated["end_date"] = event.dates.end
    if event.title:
        stated["title"] = event.title
    return EntityMention(
        event.start, event.end, event.end, "Event", event.key, known, stated, {"organizer": event.organizer}
    )


def _places(text: str, entities: Sequence[EntityMention], events: Sequence[EntityMention]) -> Iterator[EntityMention]:
    """As in "in Paramaribo, Suriname": a city stands before its country, a conference's city in its name."""
    known = _cities()
    named = {item.start: item.end for item in entities}
    for item in entities:
        match = _CITY.search(text, max(0, item.start - 60), item.start) if item.label == "Country" else None
        if match and named.get(match.start("city"), -1) < match.end("city"):
            yield _place(match.start("city"), match["city"], item.key, True)
    for match in _IN_CITY.finditer(text):
        if country := known.get(match["city"]):
            yield _place(match.start("city"), match["city"], country, False)
    for event in events:
        for match in _NAMED_CITY.finditer(text, event.start, event.end):
            if country := known.get(match["city"]):
                yield _place(match.start("city"), match["city"], country, False)


def _place(start: int, city: str, country: str, is_printed: bool) -> EntityMention:
    fields = {"country": country} if is_printed else {}
    return EntityMention(
        start, start + len(city), start + len(city), "Place", f"{city}, {country}", {"name": city}, {}, fields
    )


@cache
def _cities() -> dict[str, str]:
    """City → country, of the places where known conferences were held."""
    return {row["place"]: row["country"] for row in read_table("events") if row["place"] and row["country"]}
