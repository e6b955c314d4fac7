"""Events and the people behind the work: organizers, participants, offices, assistance, members, contributions."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

CABLES = "Cables for islands (2016-05-04)"
PLACE_AND_DATE = "in Suva, Fiji, on 4 May 2016"


@pytest.mark.parametrize(
    ("text", "organizers"),
    [
        pytest.param(f"BDT organized a workshop on “Cables for islands” {PLACE_AND_DATE}.", {"BDT"}, id="subject"),
        pytest.param(f"An ITU Workshop on “Cables for islands” was held {PLACE_AND_DATE}.", {"ITU"}, id="ITU Workshop"),
        pytest.param(
            f"The SG9 Workshop on “Cables for islands” was held {PLACE_AND_DATE}.", {"ITU-T SG9"}, id="of SG9"
        ),
        pytest.param(
            f"A workshop on “Cables for islands” was co-organized by BDT, ISOC and APNIC {PLACE_AND_DATE}.",
            {"BDT", "ISOC", "APNIC"},
            id="co-organizers",
        ),
        pytest.param(
            f"In partnership with FAO, BDT organized a workshop on “Cables for islands” {PLACE_AND_DATE}.",
            {"BDT"},
            id="after a phrase",
        ),
    ],
)
def test_who_organized(read: Read, text: str, organizers: set[str]) -> None:
    extraction = read(text)
    assert statements(extraction, "ORGANIZED", own=("status",)) == {
        ("ORGANIZED", body, CABLES, None) for body in organizers
    }
    assert statements(extraction, "HELD_IN") == {("HELD_IN", CABLES, "Suva, FJ")}
    assert ("PART_OF", "Suva, FJ", "FJ") in statements(extraction, "PART_OF")


def test_co_organizers_collaborate_with_the_first(read: Read) -> None:
    found = statements(read("WSIS Forum 2018 was co-organized by ITU, UNESCO and UNCTAD."), "COLLABORATES_WITH")
    assert found == {("COLLABORATES_WITH", "ITU", "UNESCO"), ("COLLABORATES_WITH", "ITU", "UNCTAD")}


def test_a_future_event_is_planned(read: Read) -> None:
    text = "BDT will be organizing a workshop on “Cables for reefs” in Suva, Fiji, on 4 May 2046."
    found = statements(read(text), "ORGANIZED", own=("status",))
    assert found == {("ORGANIZED", "BDT", "Cables for reefs (2046-05-04)", "planned")}


def test_a_group_organizes_its_meeting(read: Read) -> None:
    found = statements(
        read("The seventh meeting of CWG-COP took place in Geneva on 3 May 2017."), "ORGANIZED", "HELD_IN"
    )
    assert found == {
        ("ORGANIZED", "CWG-COP", "CWG-COP meeting 7"),
        ("HELD_IN", "CWG-COP meeting 7", "Geneva, CH"),
    }


def test_rows_of_a_schedule_are_events(read: Read) -> None:
    text = "Annex 1\n\t5 June 2012\n\tFirst meeting of CWG-COP\n\n\t20-22 March 2013\n\tSecond meeting of CWG-COP"
    assert statements(read(text), "ORGANIZED") == {
        ("ORGANIZED", "CWG-COP", "CWG-COP meeting 1"),
        ("ORGANIZED", "CWG-COP", "CWG-COP meeting 2"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU participated in the 12th IGF meeting.", {("ITU", "IGF 2017")}, id="participated"),
        pytest.param("BDT attended APNIC 44 in Taichung, China.", {("BDT", "APNIC 44")}, id="attended"),
        pytest.param("ITU was represented at ICANN 60.", {("ITU", "ICANN 60")}, id="was represented"),
        pytest.param("IGF 2017 was long, and ITU is large.", set(), id="merely named together"),
    ],
)
def test_who_took_part(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "PARTICIPATED_IN")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The TSB Director, Mr. Aurelio Quispe, spoke.", ("Aurelio Quispe", "TSB", "Director"), id="before"
        ),
        pytest.param(
            "Ms. Ada Quell, Chairman of ITU-T SG9, spoke.", ("Ada Quell", "ITU-T SG9", "Chairman"), id="after"
        ),
        pytest.param(
            "Dr. Eva Sand, Secretary-General of ITU, spoke.", ("Eva Sand", "ITU", "Secretary-General"), id="of ITU"
        ),
        pytest.param(
            "Mr. Bo Lind, Director of the Radiocommunication Bureau, spoke.", ("Bo Lind", "BR", "Director"), id="bureau"
        ),
        pytest.param(
            "Mr. Bo Lind, Chief Executive Officer of APNIC, spoke.",
            ("Bo Lind", "APNIC", "Chief Executive Officer"),
            id="chief",
        ),
    ],
)
def test_offices(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert {row[1:] for row in statements(read(text), "HOLDS_ROLE", own=("role",))} == {expected}


@pytest.mark.parametrize("text", ["Mr. Bo Lind and ISOC spoke.", "Mr. Bo Lind saw a Chairman near ISOC."])
def test_a_person_near_a_body_holds_no_office(read: Read, text: str) -> None:
    assert statements(read(text), "HOLDS_ROLE") == set()


@pytest.mark.parametrize(
    ("text", "countries", "topic"),
    [
        pytest.param(
            "BDT has provided assistance to Fiji, Tonga and Samoa on cables.", {"FJ", "TO", "WS"}, "cables", id="list"
        ),
        pytest.param(
            "Technical support was provided by BDT to Chad and Niger on numbering.",
            {"TD", "NE"},
            "numbering",
            id="passive",
        ),
        pytest.param(
            "BDT assisted Bhutan in drafting a cable plan.", {"BT"}, "drafting a cable plan", id="assisted in"
        ),
        pytest.param(
            "1.1\tBDT trains teams. It also provided assistance to Peru on routing.", {"PE"}, "routing", id="pronoun"
        ),
        pytest.param("BDT has not provided assistance to Chad.", set(), None, id="negated"),
        pytest.param("BDT may assist Chad.", set(), None, id="may"),
        pytest.param("Chad asked for assistance.", set(), None, id="asked for"),
    ],
)
def test_assistance(read: Read, text: str, countries: set[str], topic: str | None) -> None:
    found = statements(read(text), "ASSISTED", own=("topic",))
    assert found == {("ASSISTED", "BDT", country, topic) for country in countries}


@pytest.mark.parametrize(
    ("text", "whole", "members", "status"),
    [
        pytest.param(
            "JCA-AHF coordinates work on access among participating ITU-T Study Groups 2, 9 and 16, G3ict and WFD.",
            "JCA-AHF",
            {"ITU-T SG2", "ITU-T SG9", "ITU-T SG16", "G3ict", "WFD"},
            None,
            id="among participating",
        ),
        pytest.param("ITU is an observer in ICANN GAC.", "ICANN GAC", {"ITU"}, "observer", id="observer"),
        pytest.param(
            "EQUALS is a partnership composed of ITU, UN Women and GSMA.",
            "EQUALS",
            {"ITU", "UN Women", "GSMA"},
            None,
            id="composed of",
        ),
        pytest.param("ISOC joined U4SSC.", "U4SSC", {"ISOC"}, None, id="joined"),
        pytest.param("ISOC has not joined U4SSC.", "U4SSC", set(), None, id="negated"),
        pytest.param("ISOC may join U4SSC.", "U4SSC", set(), None, id="may"),
    ],
)
def test_memberships(read: Read, text: str, whole: str, members: set[str], status: str | None) -> None:
    found = statements(read(text), "MEMBER_OF", own=("status",))
    assert found == {("MEMBER_OF", member, whole, status) for member in members}


MEETING = """CWG-COP/7/3
REPORT OF THE CHAIRMAN ON
THE SEVENTH MEETING OF CWG-COP
4 May 2017
The seventh meeting of CWG-COP took place in Geneva on 3 May 2017.
1.\tOpening
1.1\tThe Chairman, Mr. Bo Lind, opened the meeting.
1.2\tMs. Ada Quell highlighted the need for care. Ms. Quell also noted the time.
2.\tContributions
2.1\tContributions were received from Norway, from Chile and from GSMA.
2.2\tThe representative from ARIN presented contribution CWG-COP/7/5. A contribution from Peru was not received."""
SEVENTH = "CWG-COP meeting 7"


def test_who_speaks_at_a_meeting_took_part_once(read: Read) -> None:
    extraction = read(MEETING)
    took_part = [item.source[1] for item in extraction.batch.statements if item.type == "PARTICIPATED_IN"]
    assert {"Bo Lind", "Ada Quell"} <= set(took_part)
    assert len(took_part) == len(set(took_part))
    assert {item.target[1] for item in extraction.batch.statements if item.type == "PARTICIPATED_IN"} == {SEVENTH}


def test_the_chairman_is_that_of_the_group_that_met(read: Read) -> None:
    found = statements(read(MEETING), "HOLDS_ROLE", own=("role",))
    assert found == {("HOLDS_ROLE", "Bo Lind", "CWG-COP", "Chairman")}


def test_contributions_go_to_the_meeting(read: Read) -> None:
    found = statements(read(MEETING), "CONTRIBUTED_TO", own=("symbol",))
    assert found == {
        ("CONTRIBUTED_TO", "NO", SEVENTH, None),
        ("CONTRIBUTED_TO", "CL", SEVENTH, None),
        ("CONTRIBUTED_TO", "GSMA", SEVENTH, None),
        ("CONTRIBUTED_TO", "ARIN", SEVENTH, "CWG-COP/7/5"),
    }
