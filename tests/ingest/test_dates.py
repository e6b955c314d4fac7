"""Dates as reports print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.ingest.lexicon.dates import MONTHS, DateSpan, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 June 2012", DateSpan("2012-06-05")),
        ("on 08 May 2019 in Quito", DateSpan("2019-05-08")),
        ("June 2012", DateSpan("2012-06")),
        ("in Sept. 2021", DateSpan("2021-09")),
        ("18-27 July 2018", DateSpan("2018-07-18", "2018-07-27")),
        ("18 – 27 July 2018", DateSpan("2018-07-18", "2018-07-27")),
        ("from 3 to 6 March 2020", DateSpan("2020-03-03", "2020-03-06")),
        ("25 and 26 January 2018", DateSpan("2018-01-25", "2018-01-26")),
        ("from 30 September to 3 October 2019", DateSpan("2019-09-30", "2019-10-03")),
        ("30 Sep-3 Oct 2019", DateSpan("2019-09-30", "2019-10-03")),
        ("28 December 2020 – 2 January 2021", DateSpan("2020-12-28", "2021-01-02")),
        ("26 February through 2 March 2018", DateSpan("2018-02-26", "2018-03-02")),
        ("no day is given", None),
        ("in 2019", None),
        ("may 12 people come", None),
    ],
)
def test_a_date_is_read(text: str, expected: DateSpan | None) -> None:
    assert parse_date(text) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.booleans())
def test_every_day_reads_as_itself(day: date, short: bool) -> None:
    month = MONTHS[day.month - 1].capitalize()
    printed = month[:3] if short else month
    assert parse_date(f"held on {day.day} {printed} {day.year}.") == DateSpan(day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_every_span_reads_as_itself(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    months = [MONTHS[day.month - 1].capitalize() for day in (first, last)]
    text = f"from {first.day} {months[0]} {first.year} to {last.day} {months[1]} {last.year}"
    assert parse_date(text) == DateSpan(first.isoformat(), last.isoformat())
