"""Dates and spans of dates as reports print them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

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
DATE = re.compile(
    rf"(?:(?:from\s)?(?P<day>(?<!\d)\d{{1,2}})(?:\s(?P<month1>{MONTH}))?(?:\s(?P<year1>\d{{4}}))?\s?(?:-|–|to|and|until|through)\s?)?"
    rf"(?:(?P<end_day>\d{{1,2}})\s)?(?P<month>{MONTH})\s(?P<year>\d{{4}})(?!\d)",
)


@dataclass(frozen=True)
class DateSpan:
    """ISO dates of the first and last day; a month or year where the text gives no day."""

    start: str
    end: str = ""


def parse_date(text: str) -> DateSpan | None:
    """The first date or span in a text.

    >>> parse_date("held from 30 Sep-3 Oct 2019")
    DateSpan(start='2019-09-30', end='2019-10-03')
    """
    match = DATE.search(text)
    return date_of(match) if match else None


def date_of(match: re.Match[str]) -> DateSpan:
    """The dates of a match of DATE; the month alone where it has no such day ("45 May 2020")."""
    year, month, end_day = match["year"], month_number(match["month"]), match["end_day"]
    if not end_day:
        return DateSpan(f"{year}-{month}")
    end = _iso(year, month, end_day)
    if not match["day"]:
        return DateSpan(end)
    first_month = month_number(match["month1"]) if match["month1"] else month
    return DateSpan(_iso(match["year1"] or year, first_month, match["day"]), end)


def _iso(year: str, month: str, day: str) -> str:
    known = int(year) and 1 <= int(day) <= monthrange(int(year), int(month))[1]
    return f"{year}-{month}-{int(day):02}" if known else f"{year}-{month}"


def month_number(name: str) -> str:
    """As in "Sept." → "09"."""
    prefix = name[:3].casefold()
    return f"{next(number for number, full in enumerate(MONTHS, 1) if full.startswith(prefix)):02}"
