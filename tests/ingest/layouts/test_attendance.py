"""What lists and labels of a report of a meeting say: who was there, who was host, where and when it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from netgov.graph.export.gold import gold_form
from netgov.ingest.pipeline import build_batch, make_nlp
from netgov.ingest.readers.files import source_from_text

Facts = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def facts() -> Callable[[str], Facts]:
    nlp = make_nlp()

    def read(text: str) -> Facts:
        found = gold_form(build_batch(source_from_text(text, "report.txt"), nlp))
        return {(item["source"][1], item["type"], item["target"][1]) for item in found["relations"]}

    return read


def test_lines_under_a_title_say_when_and_where(facts: Callable[[str], Facts]) -> None:
    found = facts(
        "Report of the 5th meeting of CEPT CPG PTA\n\nDate: 14-17 March 2017\nVenue: Congress Centre, Budapest, Hungary"
        "\n"
        "Chair: Ms Karolina Weiss (Germany)\nParticipants: delegates from Austria and Norway and from EUMETSAT\n"
        "Apologies: Croatia\n\n1 Opening of the meeting\nThe agenda was adopted.\n"
    )
    own = "CEPT CPG PTA meeting 5"
    assert (own, "HELD_IN", "Budapest, HU") in found
    assert {source for source, type_, target in found if (type_, target) == ("PARTICIPATED_IN", own)} == {
        "Karolina Weiss", "AT", "NO", "EUMETSAT",
    }  # fmt: skip


def test_the_day_of_a_report_is_not_that_of_its_meeting(facts: Callable[[str], Facts]) -> None:
    found = facts(
        "REPORT OF THE CHAIRMAN ON\nTHE MEETING OF ITU-T STUDY GROUP 20\n\n2 November 2021\n\n"
        "ITU-T Study Group 20 (SG20) met from 11 to 21 October 2021.\n"
    )
    assert ("ITU-T SG20", "ORGANIZED", "ITU-T SG20 meeting (2021-10-11)") in found
    assert not any("2021-11-02" in target for _, _, target in found)


def test_a_session_by_its_labelled_title(facts: Callable[[str], Facts]) -> None:
    found = facts(
        "WSIS Forum 2022\nSession report\n\nTitle of session: Digital skills for rural women\nOrganized by: UNICEF\n"
        "Date: 1 June 2022\nVenue: Geneva, Switzerland\nModerator: Ms. Alba Ruiz, ITU\n"
    )
    own = "Digital skills for rural women (2022-06-01)"
    assert {
        ("Alba Ruiz", "PARTICIPATED_IN", own),
        (own, "HELD_IN", "Geneva, CH"),
        ("UNICEF", "ORGANIZED", own),
    } <= found


def test_a_table_of_meetings(facts: Callable[[str], Facts]) -> None:
    found = facts(
        "Calendar of meetings\n\nMeeting\tDates\tPlace\nTSAG\t10-14 December 2018\tGeneva, Switzerland\n"
        "ITU-T SG5\t11-21 September 2018\tNairobi, Kenya\n"
    )
    assert {
        ("TSAG", "ORGANIZED", "TSAG meeting (2018-12-10)"),
        ("ITU-T SG5 meeting (2018-09-11)", "HELD_IN", "Nairobi, KE"),
    } <= found


@pytest.mark.parametrize(
    "text",
    [
        "The APT Policy Forum that was to have been held in Suva, Fiji, on 4-6 May 2020 was postponed.",
        "The Council was to have met in Geneva from 9 to 19 June 2020.",
        "If no host is found, RAG will meet in Geneva from 4 to 6 May 2022.",
        "Tunisia proposed that SG17 hold its next meeting in Tunis, Tunisia, in March 2021.",
        "The resolution was discussed at IETF 104.",
        "ISOC provided PP-18 with a paper on routing.",
    ],
)
def test_what_was_not_held_or_only_named(facts: Callable[[str], Facts], text: str) -> None:
    assert not {item for item in facts(f"Report on activities\n\n{text}\n") if item[1] in ("HELD_IN", "ORGANIZED")}


def test_who_invited_is_a_host(facts: Callable[[str], Facts]) -> None:
    found = facts(
        "Report on activities\n\nAt the kind invitation of the Government of Chile, the fifth meeting of TSAG was held"
        " in Santiago, Chile. ITU attended IGF 2019 in Berlin, Germany, at the invitation of ISOC.\n"
    )
    assert ("CL", "ORGANIZED", "TSAG meeting 5") in found
    assert ("ISOC", "ORGANIZED", "IGF 2019") not in found
