"""Conferences, meetings and workshops: their keys, dates and places."""

from __future__ import annotations

import pytest

from netgov.ingest.lexicon.conferences import coded_key, ordinal_number, year_of_ordinal
from tests.ingest.conftest import Read, keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PP-18 decided.", {"PP-18"}),
        ("WTSA-20, WTDC-22 and WRC-23 decided.", {"WTSA-20", "WTDC-22", "WRC-23"}),
        ("WTPF-21 decided.", {"WTPF-2021"}),
        ("WTPF-2013 decided.", {"WTPF-2013"}),
        ("WTSA-2000 decided.", {"WTSA-2000"}),
        ("Council 2019 decided.", {"Council 2019"}),
        ("Council-19 decided.", {"Council 2019"}),
        ("The 2019 session of the Council decided.", {"Council 2019"}),
        ("ITU came to the 12th IGF meeting.", {"IGF 2017"}),
        ("ITU came to the Fifth World Telecommunication/ICT Policy Forum.", {"WTPF-2013"}),
        ("ITU came to IGF 2018.", {"IGF 2018"}),
        ("ITU came to IETF 104 and ICANN 63.", {"IETF 104", "ICANN 63"}),
        ("ITU came to RIPE 77 and APNIC 46 in Asia.", {"RIPE 77", "APNIC 46"}),
        ("ITU came to WSIS Forum 2017.", {"WSIS Forum 2017"}),
        ("ITU came to the Geneva and Tunis phases of WSIS.", {"WSIS 2003", "WSIS 2005"}),
        ("ITU came to the Tunis (2005) phase of the World Summit on the Information Society.", {"WSIS 2005"}),
        ("The Plenipotentiary Conference (Dubai, 2018) decided.", {"PP-18"}),
        ("The IGF is a forum, as are IETF and RIPE.", set()),
        ("Council 584 is not a year.", set()),
    ],
)
def test_conferences_that_come_back(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Event") == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("The seventh meeting of CWG-COP took place.", "CWG-COP meeting 7", id="ordinal in words"),
        pytest.param("The 12th meeting of FG-AI4H took place.", "FG-AI4H meeting 12", id="ordinal in digits"),
        pytest.param("ITU-T SG16 held its last meeting in October 2019.", "ITU-T SG16 meeting (2019-10)", id="month"),
        pytest.param("TSAG held its next meeting from 1 to 5 March 2021.", "TSAG meeting (2021-03-01)", id="first day"),
        pytest.param(
            "ITU-T SG5 agreed, at the May 2019 meeting, on a plan.", "ITU-T SG5 meeting (2019-05)", id="month in front"
        ),
    ],
)
def test_meetings_of_groups(read: Read, text: str, key: str) -> None:
    assert keys(read(text), "Event") == {key}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(
            "An ITU Workshop on “Cables for islands”, organized in Suva, Fiji, on 4 May 2016, was lively.",
            "Cables for islands (2016-05-04)",
            id="the title without what it is",
        ),
        pytest.param(
            "BDT organized the training course on “E-farming” in Bangkok, Thailand, from 3 to 7 June 2019.",
            "E-farming (2019-06-03)",
            id="training",
        ),
        pytest.param(
            'A seminar on "Kettles at sea" was held in Lima, Peru, on 2-3 March 2015.',
            "Kettles at sea (2015-03-02)",
            id="seminar",
        ),
    ],
)
def test_workshops_by_title_and_first_day(read: Read, text: str, key: str) -> None:
    extraction = read(text)
    assert keys(extraction, "Event") == {key}
    (event,) = [node for node in extraction.batch.entities if node.label == "Event"]
    assert event.properties["title"] == key.split(" (")[0]
    assert event.properties["start_date"] == key.split(" (")[1].rstrip(")")


@pytest.mark.parametrize(
    "text",
    [
        "Trainings were provided in many countries.",
        "A workshop is useful.",
        "The next meeting has no date.",
        "Workshops on cables and meetings of groups are held each year.",
    ],
)
def test_an_event_without_date_and_place_is_none(read: Read, text: str) -> None:
    assert keys(read(text), "Event") == set()


def test_an_event_says_when_it_was(read: Read) -> None:
    extraction = read("FG-AI4H held the third meeting of FG-AI4H in Lausanne, Switzerland, from 22 to 25 January 2019.")
    (event,) = [node for node in extraction.batch.entities if node.label == "Event"]
    expected = {"kind": "meeting", "start_date": "2019-01-22", "end_date": "2019-01-25"}
    assert expected.items() <= event.properties.items()


@pytest.mark.parametrize(
    ("ordinal", "number"), [("14th", 14), ("Fifth", 5), ("first", 1), ("23rd", 23), ("last", 0), ("next", 0)]
)
def test_ordinals(ordinal: str, number: int) -> None:
    assert ordinal_number(ordinal) == number


@pytest.mark.parametrize(
    ("series", "year", "key"),
    [("PP", 2014, "PP-14"), ("PP", 1998, "PP-98"), ("WTSA", 2008, "WTSA-08"), ("WTPF", 2021, "WTPF-2021")],
)
def test_keys_of_conferences(series: str, year: int, key: str) -> None:
    assert coded_key(series, year) == key


def test_the_year_of_an_ordinal_is_that_of_the_series() -> None:
    assert [year_of_ordinal("IGF", number) for number in (1, 2, 12)] == [2006, 2007, 2017]
    assert year_of_ordinal("IGF", 0) == year_of_ordinal("IGF", 999) == year_of_ordinal("no such series", 1) == 0
