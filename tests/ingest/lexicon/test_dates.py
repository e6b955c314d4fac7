"""Dates as reports print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.ingest.lexicon.dates import MONTHS, DateSpan, find_dates, parse_date


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("met in Bern, 04/05/2021", DateSpan("2021"), id="day and month not told apart"),
        pytest.param("met in Bern, 24/05/2021", DateSpan("2021-05-24"), id="numeric"),
        pytest.param("on May 3rd–5th, 2021", DateSpan("2021-05-03", "2021-05-05"), id="month first"),
        pytest.param("2021-05-28/2021-06-04", DateSpan("2021-05-28", "2021-06-04"), id="ISO"),
        pytest.param("29 and 30 June and 1 July 2022", DateSpan("2022-06-29", "2022-07-01"), id="over a month's end"),
        pytest.param("28thto 30th October 2013", DateSpan("2013-10-28", "2013-10-30"), id="lost blank"),
        pytest.param("on 24-25September 2019", DateSpan("2019-09-24", "2019-09-25"), id="lost blank before the month"),
        pytest.param("30 MAY - 3 JUNE 1999", DateSpan("1999-05-30", "1999-06-03"), id="capitals"),
        pytest.param("In 2018 they met on 13-14 March", DateSpan("2018-03-13", "2018-03-14"), id="year said before"),
        pytest.param("on 12 May and 3 June 2019", DateSpan("2019-05-12"), id="year said behind"),
        pytest.param("on 29 February 2021", DateSpan("2021-02"), id="no such day"),
        pytest.param("on 3 May", None, id="no year"),
    ],
)
def test_forms_of_dates(text: str, expected: DateSpan | None) -> None:
    assert parse_date(text) == expected


def test_two_dates_with_a_year_each_are_two() -> None:
    found = [item.dates.start for item in find_dates("on 18-19 May 2024 and 10 to 11 June 2025")]
    assert found == ["2024-05-18", "2025-06-10"]
