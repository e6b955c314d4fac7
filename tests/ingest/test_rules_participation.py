"""Who took part in what, and which meetings a verb or a group's name tells."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

WORKSHOP = "The ITU Workshop on “Cables for islands” was held in Suva, Fiji, on 4 May 2016."
CABLES = "Cables for islands (2016-05-04)"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Speakers came from ISOC, APNIC and Norway.", {"ISOC", "APNIC", "NO"}, id="speakers from"),
        pytest.param("The keynote was given by Ms Ada Quell of ENISA.", {"Ada Quell"}, id="keynote by"),
        pytest.param("Mr. Bo Lind of AFRINIC was among the panellists.", {"Bo Lind"}, id="among the panellists"),
        pytest.param("It was attended by delegates from Chile and Peru.", {"CL", "PE"}, id="attended by"),
        pytest.param("ISOC and GSMA attended the workshop; so did Kenya.", {"ISOC", "GSMA", "KE"}, id="so did"),
        pytest.param("APNIC provided lecturers.", {"APNIC"}, id="provided lecturers"),
        pytest.param("At the workshop, ISOC presented a study.", {"ISOC"}, id="at the workshop"),
        pytest.param("Mr. Bo Lind, Director of BDT, gave the opening address.", {"Bo Lind"}, id="gave an address"),
        pytest.param(
            "Ms. Ada Quell, Secretary-General of ITU, spoke, and Mr. Bo Lind, of ENISA, moderated the policy sessions.",
            {"Bo Lind"},
            id="the nearest subject of two",
        ),
        pytest.param(
            "It was attended by the Vice-chairmen Ms. Ada Quell and Mr. Bo Lind.",
            {"Ada Quell", "Bo Lind"},
            id="officers",
        ),
        pytest.param("Mr. Bo Lind will be asked to give the opening address.", set(), id="to be asked"),
        pytest.param("ISOC was unable to attend the workshop.", set(), id="unable"),
        pytest.param("Peru had been invited to the workshop.", set(), id="invited"),
        pytest.param("The workshop was not attended by GSMA.", set(), id="not attended"),
    ],
)
def test_who_took_part_in_the_event_before(read: Read, text: str, who: set[str]) -> None:
    found = statements(read(f"{WORKSHOP} {text}"), "PARTICIPATED_IN")
    assert found == {("PARTICIPATED_IN", item, CABLES) for item in who}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "IGF 2018, at which ISOC and ICANN presented their studies, was long.",
            {("ISOC", "IGF 2018", None), ("ICANN", "IGF 2018", None)},
            id="at which",
        ),
        pytest.param(
            "FG-AN met on 12 October 2021 with IEC and IEEE taking part as members and GSMA as an observer.",
            {(who, "FG-AN meeting (2021-10-12)", None) for who in ("IEC", "IEEE", "GSMA")},
            id="with … taking part",
        ),
        pytest.param(
            "ITU-T SG9 met in Lima, Peru, on 4 March 2019, and in Geneva, Switzerland, on 14 October 2019.\n"
            "Both meetings were chaired by Mr. Bo Lind.",
            {("Bo Lind", f"ITU-T SG9 meeting ({date})", None) for date in ("2019-03-04", "2019-10-14")},
            id="both",
        ),
        pytest.param(
            "ITU-T SG9 met in Lima, Peru, on 4 March 2019, and in Geneva, Switzerland, on 14 October 2019.\n"
            "ETSI attended the meeting in Lima; the Director of ISOC addressed it.",
            {(who, "ITU-T SG9 meeting (2019-03-04)", None) for who in ("ETSI", "ISOC")},
            id="the meeting in a place",
        ),
        pytest.param("During RIPE 70, BDT presented its data.", {("BDT", "RIPE 70", None)}, id="during"),
        pytest.param(
            "Ms. Ada Quell, Director of BDT, addressed the opening session of IGF 2018.",
            {("Ada Quell", "IGF 2018", None)},
            id="addressed",
        ),
        pytest.param(
            "SG9 was represented at IGF 2018 by its Chairman, Mr. Bo Lind.",
            {("ITU-T SG9", "IGF 2018", None), ("Bo Lind", "IGF 2018", None)},
            id="represented by",
        ),
        pytest.param(
            "ITU will participate in IGF 2046.", {("ITU", "IGF 2046", "planned")}, id="will participate, as planned"
        ),
        pytest.param("Peru wished to attend IGF 2018.", set(), id="wished"),
        pytest.param("ISOC had been invited to IGF 2018 but did not take part.", set(), id="did not"),
    ],
)
def test_who_took_part(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert {row[1:] for row in statements(read(text), "PARTICIPATED_IN", own=("status",))} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ITU-T SG9, which met in Geneva from 1 to 10 May 2019, agreed a plan.",
            {("ITU-T SG9", "ITU-T SG9 meeting (2019-05-01)")},
            id="which met",
        ),
        pytest.param(
            "JCA-AHF, chaired by Ms. Ada Quell, met virtually on 8 November 2023.",
            {("JCA-AHF", "JCA-AHF meeting (2023-11-08)")},
            id="behind an aside",
        ),
        pytest.param(
            "The TSAG meeting held in Geneva on 22-26 January 2024 was short.",
            {("TSAG", "TSAG meeting (2024-01-22)")},
            id="by the group's name",
        ),
        pytest.param("ITU-T SG9 did not meet in May 2019.", set(), id="did not meet"),
        pytest.param("ITU-T SG9 met the needs of May 2019.", set(), id="met needs"),
    ],
)
def test_meetings_that_a_verb_tells(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "ORGANIZED")} == expected


@pytest.mark.parametrize(
    ("text", "organizers"),
    [
        pytest.param("ISOC and APNIC jointly held the course “Roots” in {}.", {"ISOC", "APNIC"}, id="jointly held"),
        pytest.param("ISOC co-organized with APNIC a seminar called “Roots” in {}.", {"ISOC", "APNIC"}, id="with"),
        pytest.param("A seminar on “Roots” was hosted by the Government of Chile in {}.", {"CL"}, id="hosted by"),
        pytest.param("A seminar on “Roots” was not hosted by ISOC in {}.", set(), id="not hosted"),
    ],
)
def test_who_organized_together(read: Read, text: str, organizers: set[str]) -> None:
    found = statements(read(text.format("Suva, Fiji, on 4 May 2016")), "ORGANIZED")
    assert found == {("ORGANIZED", body, "Roots (2016-05-04)") for body in organizers}


def test_the_date_in_front_is_that_of_the_event(read: Read) -> None:
    text = "In 2017, ISOC organized the workshop “Roots” in Abuja, Nigeria; Mr. Bo Lind was among the panellists."
    found = statements(read(text), "ORGANIZED", "PARTICIPATED_IN")
    assert found == {("ORGANIZED", "ISOC", "Roots (2017)"), ("PARTICIPATED_IN", "Bo Lind", "Roots (2017)")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Study Group 9 (SG9) of ITU-T met twice: in Lima, Peru, from 4 to 14 March 2019, and then in Oslo, "
            "on 2-4 December 2019.",
            {("ITU-T SG9 meeting (2019-03-04)", "Lima, PE"), ("ITU-T SG9 meeting (2019-12-02)", "Oslo, NO")},
            id="twice",
        ),
        pytest.param(
            "The Telecommunication Development Advisory Group (TDAG), meeting in Geneva on 3-5 May 2021, noted it.",
            {("TDAG meeting (2021-05-03)", "Geneva, CH")},
            id="meeting, a participle",
        ),
        pytest.param(
            "ITU-T SG8 will meet in Rome on 4 May 2020, and will report to WTSA-20 (Oslo, Norway, 1-9 December 2020).",
            {("ITU-T SG8 meeting (2020-05-04)", "Rome, IT"), ("WTSA-20", "Oslo, NO")},
            id="the date of another event",
        ),
        pytest.param(
            "BDT joined the 105th meeting of the IETF (IETF 105) in Montreal, Canada.",
            {("IETF 105", "Montréal, CA")},
            id="ordinal of a series",
        ),
    ],
)
def test_where_groups_met(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "HELD_IN")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ITU-T SG2 met on 3 May 2021 and ITU-T SG3 on 7 May 2021.",
            {("ITU-T SG2", "ITU-T SG2 meeting (2021-05-03)"), ("ITU-T SG3", "ITU-T SG3 meeting (2021-05-07)")},
            id="elided verb",
        ),
        pytest.param(
            "FG-AN reports to ITU-T SG13. At its meeting of 3 to 7 May 2021, ITU-T SG5 agreed on a report.",
            {("ITU-T SG5", "ITU-T SG5 meeting (2021-05-03)")},
            id="its stands before the group",
        ),
        pytest.param(
            "ITU-D SG1 works in liaison with ITU-T SG12. At its fifth meeting, held on 3 May 2021, it agreed it.",
            {("ITU-D SG1", "ITU-D SG1 meeting 5")},
            id="its is the subject's",
        ),
        pytest.param(
            "ITU-T SG13 established FG-QXX. The first meeting of the focus group took place on 4 May 2022.",
            {("FG-QXX", "FG-QXX meeting 1")},
            id="of the focus group",
        ),
        pytest.param(
            "TSAG took note. BDT attended the 12th meeting of the Board of Foo in Rome.", set(), id="another's"
        ),
    ],
)
def test_whose_meeting_it_was(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "ORGANIZED")} == expected
