"""What the first lines of a report say about it: symbol, title, date, and the period that it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from netgov.ingest.lexicon.conferences import find_conferences
from netgov.ingest.lexicon.dates import DATE, MONTH, date_of, month_number, parse_date
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.outline import Passage

_SYMBOL = re.compile(
    r"(?:Document\s)?([A-Z][A-Za-z\d]*(?:[-/][A-Za-z\d()]+)*[-/][A-Z]{0,3}\d{1,4}(?:\(Rev\.?\d*\))?(?:-[A-Z])?)"
)
_FRONT = 12
"""How many passages from the top can be the front matter: symbol, date, title."""
_INTRODUCTION = 30
"""How many passages from the top can say what period the report covers."""
_REPORTING = re.compile(
    r"\b(?:[Rr]eport(?:ing|s)?|[Dd]ocument|[Ss]ummary|[Cc]ontribution|[Pp]eriod|[Aa]ctivities|[Cc]over(?:s|ed|ing)?)\b[^.;\n]{0,200}?"
    r"(?:\b(?P<since>[Ss]ince|[Ff]rom|[Bb]etween|[Pp]eriod(?:\s(?:of|from|between))?:?)\s)(?:the\s)?"
)
_POINT = re.compile(
    rf"(?P<date>{DATE.pattern})|(?P<first_month>{MONTH})(?=\s(?:and|to|until|-|–)\s{MONTH}\s(?P<same_year>\d{{4}}))|"
    rf"(?P<year_only>(?:19|20)\d\d)\b|(?P<conference>[A-Z][\w-]*(?:[ -]\d{{2,4}})\b)"
)
_UNTIL = re.compile(r"\s?(?:-|–|to|till|until|and|through)\s(?:the\s)?|[-–]")


def read_front_matter(passages: Sequence[Passage], title: str) -> dict[str, str]:
    """The properties of a document that its own first lines state; `title` is the one that its file declares."""
    front = [passage for passage in passages[:_FRONT] if not passage.section and not passage.clause]
    symbol = next((match[1] for passage in front if (match := _SYMBOL.fullmatch(passage.text))), "")
    dates = (parse_date(passage.text) for passage in front if len(passage.text) < 40)
    start, end = next(_periods(passages[:_INTRODUCTION]), ("", ""))
    date = next((found.start for found in dates if found), "")
    properties = {"symbol": symbol, "title": title or _title(front), "date": date}
    properties |= {"period_start": start, "period_end": end}
    return {name: value for name, value in properties.items() if value}


def _title(front: Sequence[Passage]) -> str:
    """The lines printed in capitals at the top, as one; after "RESOLUTION 101 (…)" the line that follows it."""
    for index, passage in enumerate(front):
        if re.match(r"(?:RESOLUTION|DECISION|OPINION)\s", passage.text):
            return front[index + 1].text if index + 1 < len(front) else ""
    capitals: list[str] = []
    for passage in front:
        if passage.text.isupper() and len(passage.text) > 12 and not _SYMBOL.fullmatch(passage.text):
            capitals.append(passage.text)
        elif capitals:
            break
    return " ".join(capitals).capitalize()


def _periods(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """As in "describes ITU's activities since February 2017", "covers the period from June 2012 to May 2013"."""
    for passage in passages:
        for match in _REPORTING.finditer(passage.text):
            if first := _POINT.match(passage.text, match.end()):
                start, end = _dates_of(first)
                until = _UNTIL.match(passage.text, first.end())
                last = _POINT.match(passage.text, until.end()) if until and not end else None
                if last:
                    end = max(_dates_of(last))
                if start and (end or match["since"].casefold() != "between"):
                    yield start, end if end >= start else ""


def _dates_of(point: re.Match[str]) -> tuple[str, str]:
    """First and last day of a date, a year or a conference ("since Council 2019"); empty where it has none."""
    if point["date"]:
        dates = date_of(point)
        return dates.start, dates.end
    if point["first_month"]:
        return f"{point['same_year']}-{month_number(point['first_month'])}", ""
    if point["year_only"]:
        return point["year_only"], ""
    key = next((event.key for event in find_conferences(point[0])), "")
    return _conference_days().get(key, ""), ""


@cache
def _conference_days() -> dict[str, str]:
    """Key of each known conference → its first day."""
    return {row["key"]: row["start_date"] for row in read_table("events")}
