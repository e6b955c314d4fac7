"""What the first lines of a report say about it: symbol, title, date, and the period that it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from netgov.ingest.lexicon.conferences import find_conferences
from netgov.ingest.lexicon.dates import MONTH, date_at, month_number, parse_date
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.outline import Passage
from netgov.ingest.outline.headings import is_cover_heading
from netgov.ingest.outline.titles import in_sentence_case

_SYMBOL = re.compile(
    r"""(?:Document:?\s)?
        ([A-Z][A-Za-z\d]*(?:[-/][A-Za-z\d()]+)*   # CWG-Child/7, T22-TSAG
         [-/][A-Z]{0,3}\d{1,4}                     # /3, -R12
         (?:\(Rev\.?\d*\))?(?:-[A-Z])?)          # its revision, its language
    """,
    re.VERBOSE,
)
_EDITION_DATE = re.compile(r"\((0[1-9]|1[0-2])/((?:19|20)\d\d)\)")
"""What titles of Recommendations and handbooks have behind the number or the name: "(10/2016)"."""
_TITLE_LENGTH = 500
_DATE_LENGTH = 40
"""A line with a date is no longer than this where it dates the document: "Geneva, 15 July 2022"."""
_FRONT = 12
"""How many passages from the top can be the front matter: symbol, date, title."""
_INTRODUCTION = 30
"""How many passages from the top can say what period the report covers."""
_REPORTING = re.compile(
    r"""\b(?:report(?:ing|s)?|document|summary|contribution|period|activities|cover(?:s|ed|ing)?)\b
        [^.;\n]{0,200}?
        \b(?P<since>since|from|between|period(?:\s(?:of|from|between))?:?)\s(?:the\s)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_POINT = re.compile(
    rf"(?P<first_month>{MONTH})(?=\s(?:and|to|until|-|–)\s{MONTH}\s(?P<same_year>\d{{4}}))|"
    rf"(?P<year_only>(?:19|20)\d\d)\b|(?P<conference>[A-Z][\w-]*(?:[ -]\d{{2,4}})\b)"
)
_UNTIL = re.compile(r"\s?(?:-|–|to|till|until|and|through)\s(?:the\s)?|[-–]")


def read_front_matter(passages: Sequence[Passage], title: str) -> dict[str, str]:
    """The properties of a document that its own first lines state; `title` is the one that its file declares."""
    front = [passage for passage in passages[:_FRONT] if not passage.section and not passage.clause]
    cells = [cell.strip() for passage in front for cell in passage.text.split("\t")]
    symbol = next((match[1] for cell in cells if (match := _SYMBOL.fullmatch(cell))), "")
    start, end = next(_periods(passages[:_INTRODUCTION]), ("", ""))
    title = title or _title(front)
    date = next(filter(None, map(_date, [*cells, title])), "")
    properties = {"symbol": symbol, "title": title, "date": date, "period_start": start, "period_end": end}
    return {name: value for name, value in properties.items() if value}


def _date(line: str) -> str:
    """The day or month that a line of the front gives the document; empty where it gives none."""
    if not line.endswith(".") and (edition := _EDITION_DATE.search(line)):
        return f"{edition[2]}-{edition[1]}"
    found = parse_date(line) if len(line) < _DATE_LENGTH else None
    return found.start if found else ""


def _title(front: Sequence[Passage]) -> str:
    """The lines printed in capitals at the top, as one; after "RESOLUTION 101 (…)" the line that follows it.

    Where none is in capitals, it is the heading that the document begins with.
    """
    for index, passage in enumerate(front):
        if passage.text.startswith(("RESOLUTION ", "DECISION ", "OPINION ")):
            return front[index + 1].text if index + 1 < len(front) else ""
    capitals: list[str] = []
    for passage in front:
        if passage.text.isupper() and 12 < len(passage.text) < _TITLE_LENGTH and not _SYMBOL.fullmatch(passage.text):
            capitals.append(passage.text)
        elif capitals:
            break
    if capitals:
        return in_sentence_case(" ".join(capitals))
    headings = (passage for passage in front if passage.kind == "heading" and not is_cover_heading(passage.text))
    return next((passage.text for passage in headings if not passage.above), "")


def _periods(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """As in "describes ITU's activities since February 2017", "covers the period from June 2012 to May 2013"."""
    for passage in passages:
        for match in _REPORTING.finditer(passage.text):
            if first := _point_at(passage.text, match.end()):
                stop, start, end = first
                until = _UNTIL.match(passage.text, stop)
                last = _point_at(passage.text, until.end()) if until and not end else None
                if last:
                    end = max(last[1:])
                if start and (end or match["since"].casefold() != "between"):
                    yield start, end if end >= start else ""


def _point_at(text: str, position: int) -> tuple[int, str, str] | None:
    """Where a date, a year or a conference ("since Council 2019") ends, and its first and last day if known."""
    if found := date_at(text, position):
        return found.end, found.dates.start, found.dates.end
    point = _POINT.match(text, position)
    if point is None:
        return None
    if point["first_month"]:
        return point.end(), f"{point['same_year']}-{month_number(point['first_month'])}", ""
    if point["year_only"]:
        return point.end(), point["year_only"], ""
    key = next((event.key for event in find_conferences(point[0])), "")
    return point.end(), _conference_days().get(key, ""), ""


@cache
def _conference_days() -> dict[str, str]:
    """Key of each known conference → its first day."""
    return {row["key"]: row["start_date"] for row in read_table("events")}
