"""Dates and spans of dates as reports print them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS)
"""The months as a pattern."""
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:[-–—/,&]|to|and|until|through)\s?{_DAY}(?!\d))*"
_PART = re.compile(
    rf"""
    (?<![\d.-])(?P<iso>\d{{4}}-\d\d-\d\d)(?![\d-])                           # 2021-05-28
    | (?<![\d./-])(?P<numeric>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})(?!\d)          # 28/05/2021
    | (?<![\w.])(?:(?P<days>{_DAYS})\s?(?:of\s)?)?(?P<month>{MONTH})            # 3 to 5 May 2021, May 2021
      (?:\s?,?\s?(?P<year>\d{{4}}))?(?![\w])(?!\s{_DAY}(?:\s?(?:[-–]|to|and)\s?{_DAY})?,?\s\d{{4}})
    | \b(?P<month_first>{MONTH})\s(?P<days_after>{_DAYS})(?:,?\s(?P<year_after>\d{{4}}))?(?!\w)  # May 3rd-5th, 2021
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r",?\s?(?P<link>-|–|—|/|to|till|until|through|and|,)\s?(?:the\s|on\s)?")
_YEAR_SAID = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Oo]f|[Yy]ear)\s(?P<year>(?:19|20)\d\d)\b")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_NEAR = 3
"""How many days apart two dates that "and" joins are still one event's: "30 June and 1 July"."""


@dataclass(frozen=True)
class DateSpan:
    """ISO dates of the first and last day; a month or year where the text gives no day."""

    start: str
    end: str = ""


@dataclass(frozen=True)
class FoundDate:
    """A date with its place in the text."""

    start: int
    end: int
    dates: DateSpan


@dataclass(frozen=True)
class _Part:
    """One stretch of days in a month; `year` is empty where the text leaves it out."""

    start: int
    end: int
    year: str
    month: str
    days: tuple[str, ...]

    def span(self, year: str) -> DateSpan:
        """The first and last day, the month alone where it has no such day ("45 May 2020")."""
        if not self.month:
            return DateSpan(year)
        if not self.days:
            return DateSpan(f"{year}-{self.month}")
        first, last = _iso(year, self.month, self.days[0]), _iso(year, self.month, self.days[-1])
        return DateSpan(first, last if last != first else "")


def parse_date(text: str) -> DateSpan | None:
    """The first date or span in a text.

    >>> parse_date("held from 30 Sep-3 Oct 2019")
    DateSpan(start='2019-09-30', end='2019-10-03')
    """
    return next((found.dates for found in find_dates(text)), None)


def date_at(text: str, position: int) -> FoundDate | None:
    """The date that starts at a position, or after "from"."""
    position += len("from ") if text.startswith("from ", position) else 0
    found = next(find_dates(text[position : position + 80]), None)
    return replace(found, start=position, end=position + found.end) if found and found.start == 0 else None


def find_dates(text: str, year: str = "") -> Iterator[FoundDate]:
    """Every date of a sentence; one without a year has that of the date before, or of "In 2018".

    A day without any has `year`; a month by itself does not say enough.
    """
    parts = list(_parts(text))
    index = 0
    while index < len(parts):
        last = index
        while last + 1 < len(parts) and _are_joined(text, parts[last], parts[last + 1]):
            last += 1
        told = parts[last].year or _year_told(text, parts, index, last)
        if told or (year and parts[last].days):
            yield _found(parts[index], parts[last], told or year)
        year = told or year
        index = last + 1


def _found(first: _Part, last: _Part, year: str) -> FoundDate:
    opening, closing = first.span(first.year or year), last.span(year)
    if first is last:
        return FoundDate(first.start, last.end, opening)
    return FoundDate(first.start, last.end, DateSpan(opening.start, closing.end or closing.start))


def _parts(text: str) -> Iterator[_Part]:
    folded = _CAPITALS.sub(lambda match: match[0].capitalize(), text)
    for match in _PART.finditer(folded):
        if match["iso"]:
            year, month, day = match["iso"].split("-")
            known = 1 <= int(month) <= len(MONTHS)
            yield _Part(*match.span(), year, month if known else "", (day,) if known else ())
        elif match["numeric"]:
            yield _numeric(match)
        elif match["month"]:
            yield _written(match, match["year"], match["month"], match["days"])
        else:
            yield _written(match, match["year_after"], match["month_first"], match["days_after"])


def _written(match: re.Match[str], year: str | None, month: str, days: str | None) -> _Part:
    return _Part(*match.span(), year or "", month_number(month), tuple(re.findall(r"\d+", days or "")))


def _numeric(match: re.Match[str]) -> _Part:
    """As in "25/05/2021"; of "04/05/2021" nobody knows which is the month, so only the year is sure."""
    first, second, year = re.split(r"[./]", match["numeric"])
    if int(first) > len(MONTHS) >= int(second) >= 1 or first == second:
        return _Part(*match.span(), year, f"{int(second):02}", (first,))
    if int(second) > len(MONTHS) >= int(first) >= 1:
        return _Part(*match.span(), year, f"{int(first):02}", (second,))
    return _Part(*match.span(), year, "", ())


def _are_joined(text: str, before: _Part, after: _Part) -> bool:
    """Whether two parts are one span: "30 June - 2 July 2019", "29 June and 1 July", but not two dates with "and"."""
    link = _BETWEEN.fullmatch(text, before.end, after.start)
    if link is None:
        return False
    if link["link"] in ("and", ","):
        return not before.year and _days_between(before, after) <= _NEAR
    return bool(after.year) or not before.year


def _days_between(before: _Part, after: _Part) -> int:
    """How many days lie between two parts; many where the text does not say."""
    year = after.year or "2000"
    opening, closing = before.span(year), after.span(year)
    last, first = opening.end or opening.start, closing.start
    if len(last) < len("2000-01-01") or len(first) < len("2000-01-01"):
        return 1000
    return abs((date.fromisoformat(first) - date.fromisoformat(last)).days)


def _year_told(text: str, parts: list[_Part], first: int, last: int) -> str:
    """The year of a part without one: said before it, or by the next date ("on 12 May and 3 June 2019")."""
    for before, after in zip(parts[last:], parts[last + 1 :], strict=False):
        if not _BETWEEN.fullmatch(text, before.end, after.start):
            break
        if after.year:
            return after.year
    return _year_said(text, parts[first].start)


def _year_said(text: str, stop: int) -> str:
    """The year that the sentence said last before a position: of a date or after "In"."""
    said = [(match.start(), match["year"]) for match in _YEAR_SAID.finditer(text, 0, stop)]
    said += [(part.start, part.year) for part in _parts(text[:stop]) if part.year]
    return max(said)[1] if said else ""


def _iso(year: str, month: str, day: str) -> str:
    known = int(year) and 1 <= int(day) <= monthrange(int(year), int(month))[1]
    return f"{year}-{month}-{int(day):02}" if known else f"{year}-{month}"


def month_number(name: str) -> str:
    """As in "Sept." → "09"."""
    prefix = name[:3].casefold()
    return f"{next(number for number, full in enumerate(MONTHS, 1) if full.startswith(prefix)):02}"
