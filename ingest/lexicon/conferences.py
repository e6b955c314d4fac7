"""The grammar of conferences that come back, from data/event_series.csv: PP-14, the 14th IGF meeting, IETF 116."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from netgov.graph.model import Ref
from netgov.ingest.lexicon.gazetteer import load_gazetteer, read_table
from netgov.ingest.lexicon.ordinals import ordinal_number

_DASH = r"[\s‑’'-]"
_EDITION = re.compile(r"([A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*),\s+(\d{4})")
_PHASE = re.compile(
    r"""
    (?:\b(?P<both>both|two)\s|\b(?P<first>Geneva)(?:\s\(2003\))?\s(?:and\s(?:the\s)?(?=Tunis))?)?  # the cities in front
    (?:\b(?P<second>Tunis)(?:\s\(2005\))?\s)?
    phases?(?:,?\s\(?Geneva[^()]{0,12}(?:\(2003\))?[^()]{0,9}Tunis(?:,?\s\(?2005\)?)?\)?,?)?       # or behind "phases"
    \sof\s(?:the\s)?(?:WSIS|World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?)
    """,
    re.VERBOSE,
)
_SUMMIT = re.compile(
    r"(?<![\w/-])(?:World\sSummit\son\sthe\sInformation\sSociety(?:\s\(WSIS\))?|WSIS)(?!\+|\sForum|\sAction|\w)"
)
_PHASES = {"Geneva": "2003", "Tunis": "2005"}


@dataclass(frozen=True)
class Series:
    """Events that come back. `form` says how an edition is named: "PP-14" (code), "WTPF-2013" (full), "IGF 2019"
    (year), "IETF 116" (number), "ASTAP-35" (dash)."""

    key: str
    kind: str
    form: str

    def edition(self, number: int) -> str:
        """The key of the edition of a year, or of a number in a series that counts; empty if there is none such."""
        counts = self.form in ("number", "dash")
        if counts == (number > 1900) or not number:
            return ""
        joint = "-" if self.form in ("code", "full", "dash") else " "
        return coded_key(self.key, number) if self.form == "code" else f"{self.key}{joint}{number}"

    @property
    def body(self) -> Ref | None:
        """The body whose meetings they are, where it bears the same name."""
        return _body(self.key) if self.form in ("number", "dash") else None


@dataclass(frozen=True)
class Conference:
    """An edition of a series as the text names it."""

    start: int
    end: int
    key: str
    kind: str
    year: str = ""
    organizer: Ref | None = None


def find_conferences(text: str) -> Iterator[Conference]:
    """As in "PP-14", "2011 session of the Council", "the 14th IGF meeting", "IETF 116", "the Tunis phase of WSIS"."""
    for match in _numbered().finditer(text):
        series = load_series()[match["series"]]
        if number := _number_behind(series, match):
            yield from _editions(match, series, number)
    for match in _counted().finditer(text):
        series = load_series()[match["series"]]
        ordinal = ordinal_number(match["which"])
        counts = series.form in ("number", "dash")
        if ordinal and series.key == "Council":
            continue  # its sessions are known by their years
        number = ordinal if counts else year_of_ordinal(series.key, ordinal) if ordinal else _whole(match["which"])
        yield from _editions(match, series, number)
    for match in _adopted().finditer(text):
        series = load_series()[match["series"]]
        for place, year in _EDITION.findall(match["editions"]) if series.form == "code" else ():
            key = _edition_at(series.key, place, year) or series.edition(int(year))
            yield Conference(*match.span(), key, series.kind, year)
    yield from _summits(text)


def _editions(match: re.Match[str], series: Series, number: int) -> Iterator[Conference]:
    if key := series.edition(number):
        yield Conference(*match.span(), key, series.kind, str(number) if number > 1900 else "", series.body)


def _number_behind(series: Series, match: re.Match[str]) -> int:
    """The year or count behind the name of a series; two digits are a year after a dash only ("PP-14")."""
    digits, joint = match["number"], match["joint"]
    if series.form in ("number", "dash"):
        return int(digits) if len(digits) < 4 else 0
    if len(digits) == 4:
        return int(digits) if digits[:2] in ("18", "19", "20") else 0
    is_code = (series.form in ("code", "full") and joint) or (series.key == "Council" and joint == "-")
    return (2000 if int(digits) < 60 else 1900) + int(digits) if is_code and len(digits) == 2 else 0


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _summits(text: str) -> Iterator[Conference]:
    """As in "the Geneva (2003) and Tunis (2005) phases of WSIS" are two events; the summit by itself is one."""
    for match in _PHASE.finditer(text):
        named = [city for city in (match["first"], match["second"]) if city]
        for city in named or _PHASES:
            yield Conference(*match.span(), f"WSIS {_PHASES[city]}", "conference", _PHASES[city])
    for match in _SUMMIT.finditer(text):
        yield Conference(*match.span(), "WSIS", "summit")


def coded_key(series: str, year: int) -> str:
    """As in "PP", 2014 → "PP-14"; WTPF and the year 2000 are written in full.

    >>> coded_key("WTSA", 2000), coded_key("WTPF", 2013)
    ('WTSA-2000', 'WTPF-2013')
    """
    return f"{series}-{year}" if series == "WTPF" or year == 2000 else f"{series}-{year % 100:02}"


@cache
def _body(key: str) -> Ref | None:
    """A body by its key, as the gazetteers know it."""
    gazetteer = load_gazetteer()
    keys = [key, gazetteer.group_keys.get(key.casefold(), "")]
    refs = [(label, name) for name in keys for label in ("Group", "Organization")]
    return next((ref for ref in refs if gazetteer.find(ref)), None)


@cache
def _known_events() -> dict[str, list[dict[str, str]]]:
    """The rows of data/events.csv with a date, by series and in the order of time."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in sorted(read_table("events"), key=lambda row: row["start_date"]):
        if row["start_date"]:
            found.setdefault(re.split(r"[-\s](?=\d)", row["key"])[0], []).append(row)
    return found


def year_of_ordinal(series: str, number: int) -> int:
    """The year of the n-th event of a series, 0 if it is not known."""
    rows = _known_events().get(series, [])
    return int(rows[number - 1]["start_date"][:4]) if 0 < number <= len(rows) else 0


def _edition_at(series: str, place: str, year: str) -> str:
    """The key of the edition that was held in a city in a year: WTSA in Geneva in 2022 was WTSA-20."""
    rows = _known_events().get(series, [])
    return next((row["key"] for row in rows if row["start_date"][:4] == year and row["place"] == place), "")


@cache
def load_series() -> dict[str, Series]:
    """Each name of a series whose editions are events → the series."""
    return {
        name: Series(row["key"], row["kind"], row["form"])
        for row in read_table("event_series")
        for name in (row["key"], row["name"], *row["aliases"].split("|"))
        if name and row["form"]
    }


@cache
def _names() -> str:
    return "|".join(re.escape(name) for name in sorted(load_series(), key=len, reverse=True))


@cache
def _numbered() -> re.Pattern[str]:
    """As in "WSIS Forum 2017", "EuroDIG-2019", "PP-14", "ICANN76 meeting"."""
    return re.compile(
        rf"(?<![\w/-])(?P<series>{_names()})(?:\s\([A-Z]\w+\))?(?P<joint>{_DASH}?)(?P<number>\d{{1,4}})"
        r"(?!\s?[/\d]|\.\d|\w|\s?(?:Decision|Resolution))(?:\smeeting\b)?"
    )


@cache
def _counted() -> re.Pattern[str]:
    """As in "the 116th IETF meeting", "76th meeting of ICANN (ICANN76)", "2011 session of the Council"."""
    return re.compile(
        rf"""
        (?<![\w/-])(?P<which>(?:\d{{1,3}}|[A-Za-z-]+)(?:st|nd|rd|th)|(?:19|20)\d\d)\s                # which
        (?:(?:annual|public|open|general|global|ordinary|regular)\s)*
        (?:(?:meeting|[Ss]ession|edition)\s(?:of\s)?(?:the\s)?)?(?P<series>{_names()})(?![\w-]|\s[A-Z]\w+ing)  # of what
        (?:\s\((?:{_names()}){_DASH}?\d{{0,4}}\))?(?:(?:\s[Pp]ublic)?\s[Mm]eeting\b)?                        # again
        """,
        re.VERBOSE,
    )


@cache
def _adopted() -> re.Pattern[str]:
    """As in "the Plenipotentiary Conference (Dubai, 2018)"."""
    return re.compile(
        rf"\b(?P<series>{_names()})(?:\s\([A-Z]+\))?(?:\sof\sthe\sInternational\sTelecommunication\sUnion)?"
        r"\s\((?P<editions>[^()]*\d{4}[^()]*)\)"
    )
