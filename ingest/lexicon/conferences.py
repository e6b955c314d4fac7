"""The grammar of conferences that come back: PP-14, the 14th IGF meeting, IETF 116, the phases of WSIS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import DATE, DateSpan, date_of
from netgov.ingest.lexicon.gazetteer import load_gazetteer, read_table

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
_COUNCIL = re.compile(r"\bCouncil[\s-](?P<year>20\d\d|19\d\d|(?<=-)\d\d)(?!\s?(?:Decision|Resolution|\d)|\w)")
_COUNCIL_SESSION = re.compile(r"\b(?P<year>\d{4})\s(?:ordinary\s)?[Ss]ession\sof\s(?:the\s)?(?:ITU\s)?Council\b")
_SERIES_BODY = r"(?:IETF|ICANN|RIPE|MENOG|NANOG|SANOG|AfNOG|LACNIC|APNIC|AFRINIC|ARIN|LACNOG|APRICOT)"
_NUMBERED = re.compile(
    rf"(?<![\w/-])(?P<series>{_SERIES_BODY})[\s-]?(?P<number>\d{{1,3}})(?!\s?(?:/|\.\d|\d)|\w)(?:\smeeting)?"
)
_NUMBERED_BY_WORD = re.compile(
    rf"\b(?:[Tt]he\s)?(?P<ordinal>{ORDINAL})\s(?:(?:annual|public|general|open)\s)?"
    rf"(?:[Mm]eeting\s(?:of\s)?(?:the\s)?(?P<after>{_SERIES_BODY})|(?P<before>{_SERIES_BODY})(?:\s(?:[Pp]ublic\s)?[Mm]eeting))"
    rf"(?!\s?[\w/-])(?:\s\((?:{_SERIES_BODY})[\s-]?\d{{1,3}}\))?"
)
_ORDINAL_EVENT = re.compile(
    r"\b(?P<series>IGF|Internet\sGovernance\sForum(?:\s\(IGF\))?|WTPF|World\sTelecommunication(?:/ICT)?\sPolicy\sForum(?:\s\(WTPF\))?)(?:\smeeting)?\b"
)
_WHICH = re.compile(rf"(?:\b[Tt]he\s)?\b(?P<ordinal>{ORDINAL})\s(?:annual\s)?$")
_WHICH_LENGTH = 30
_PHASES = re.compile(
    r"(?:the\s)?(?:(?:Geneva)(?:\s\(2003\))?\sand\s(?:Tunis)(?:\s\(2005\))?\sphases|(?:both|two)\sphases(?:,?\s\(?Geneva(?:\s\(2003\)|,?\s2003)?\s?(?:and|,)\s(?:in\s)?Tunis(?:\s\(2005\)|,?\s2005)?\)?,?)?|(?P<single>Geneva|Tunis)(?:\s\((?:2003|2005)\))?\sphase)\sof\s(?:the\s)?"
    r"(?:WSIS|World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?)"
)
_SUMMIT = re.compile(
    r"(?<![\w/-])(?:World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?|WSIS)(?!\+|\sForum|\sAction|\w)"
)
_ADOPTED = re.compile(
    r"\b(?P<name>Plenipotentiary\sConference|World\sTelecommunication\sStandardization\sAssembly|World\sTelecommunication\sDevelopment\sConference)(?:\s\((?:PP|WTSA|WTDC)\))?"
    r"(?:\sof\sthe\sInternational\sTelecommunication\sUnion)?\s\((?P<editions>[^()]*\d{4}[^()]*)\)"
)
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
DATE_REACH = 120
"""How many characters after the name of an event its date may stand."""


@dataclass(frozen=True)
class NamedEvent:
    """An event as the text names it."""

    start: int
    end: int
    key: str
    kind: str
    dates: DateSpan | None = None
    title: str = ""
    organizer: Ref | None = None
    country: str = ""
    nameless: bool = False
    """Whether a verb or a date tells it, which is no name to find it by."""


def find_conferences(text: str) -> Iterator[NamedEvent]:
    """Conferences that come back: "PP-14", "2011 session of the Council", "the 14th IGF meeting", "IETF 116"."""
    for match in _CODED.finditer(text):
        series, year = match["series"], match["year"]
        full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 60 else 1900 + int(year)
        yield NamedEvent(*match.span(), coded_key(series, full), _SERIES_KINDS[series], DateSpan(str(full)))
    for pattern in (_COUNCIL, _COUNCIL_SESSION):
        for match in pattern.finditer(text):
            year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
            yield NamedEvent(*match.span(), f"Council {year}", "session", DateSpan(year))
    yield from _numbered(text)
    for match in _yearly().finditer(text):
        series, kind = _series()[match["series"]]
        key = coded_key(series, int(match["year"])) if series in _coded_series() else f"{series} {match['year']}"
        yield NamedEvent(*match.span(), key, kind, date_after(text, match.end()))
    for match in _ORDINAL_EVENT.finditer(text):
        which = _WHICH.search(text, max(0, match.start() - _WHICH_LENGTH), match.start())
        series = "IGF" if match["series"].startswith(("IGF", "Internet")) else "WTPF"
        if which and (year := year_of_ordinal(series, ordinal_number(which["ordinal"]))):
            key = f"{series} {year}" if series == "IGF" else coded_key(series, year)
            yield NamedEvent(which.start(), match.end(), key, "forum", date_after(text, match.end()))
    yield from _summits(text)
    for match in _ADOPTED.finditer(text):
        for place, year in re.findall(r"([A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*),\s+(\d{4})", match["editions"]):
            series = _ADOPTING[match["name"]]
            yield NamedEvent(
                *match.span(),
                coded_key(series, int(year)),
                _SERIES_KINDS[series],
                DateSpan(year),
                title=f"{match['name']} ({place}, {year})",
            )


def _numbered(text: str) -> Iterator[NamedEvent]:
    """As in "IETF 116", "ICANN76", "the 76th meeting of ICANN (ICANN76)", "the 116th IETF meeting"."""
    for match in _NUMBERED.finditer(text):
        series, number = match["series"], int(match["number"])
        yield _of_body(match, series, number, date_after(text, match.end()))
    for match in _NUMBERED_BY_WORD.finditer(text):
        series = match["after"] or match["before"]
        yield _of_body(match, series, ordinal_number(match["ordinal"]), date_after(text, match.end()))


def _of_body(match: re.Match[str], series: str, number: int, dates: DateSpan | None) -> NamedEvent:
    return NamedEvent(*match.span(), f"{series} {number}", "meeting", dates, organizer=_body(series))


def _body(key: str) -> Ref | None:
    """A body by its key, as the gazetteers know it."""
    gazetteer = load_gazetteer()
    return next((ref for label in ("Group", "Organization") if gazetteer.find(ref := (label, key))), None)


def _summits(text: str) -> Iterator[NamedEvent]:
    """As in "the Geneva (2003) and Tunis (2005) phases of WSIS" are two events; the summit by itself is one."""
    for match in _PHASES.finditer(text):
        for city, year in (("Geneva", "2003"), ("Tunis", "2005")):
            if match["single"] in (None, city):
                yield NamedEvent(*match.span(), f"WSIS {year}", "conference", DateSpan(year))
    for match in _SUMMIT.finditer(text):
        yield NamedEvent(*match.span(), "WSIS", "summit")


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


@cache
def _series() -> dict[str, tuple[str, str]]:
    """Each name of a series of events whose events are named by their year → its key and kind."""
    rows = [row for row in read_table("event_series") if row["key"] not in {*_SERIES_KINDS, "Council", "WSIS"}]
    return {
        name: (row["key"], row["kind"])
        for row in rows
        for name in (row["key"], row["name"], *row["aliases"].split("|"))
        if name
    }


@cache
def _coded_series() -> frozenset[str]:
    """The series whose events are known by a code: "GSR-14"."""
    codes = (re.fullmatch(r"(\w+)-\d\d", row["key"]) for row in read_table("events"))
    return frozenset(code[1] for code in codes if code)


@cache
def _yearly() -> re.Pattern[str]:
    """As in "WSIS Forum 2017", "EuroDIG-2019"."""
    names = "|".join(re.escape(name) for name in sorted(_series(), key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])(?P<series>{names})(?:-|\s)(?P<year>(?:19|20)\d\d)(?!\w)")


def date_after(text: str, position: int) -> DateSpan | None:
    stop = re.compile(r"[.;]\s[A-Z]|\n").search(text, position)
    limit = min(stop.start() if stop else len(text), position + DATE_REACH)
    match = DATE.search(text, position, limit)
    return date_of(match) if match else None
