"""Lists of persons: participants, those who were absent, officers, appointments, tables by their heads."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.rosters import read_listed_speakers, read_rosters
from netgov.ingest.lexicon.persons import roster_of
from netgov.ingest.model.claim import Claim
from tests.ingest.conftest import mark_text, told

EVENT: Ref = ("Event", "FG-MV meeting 3")
GROUP: Ref = ("Group", "FG-MV")


def claims(text: str, nlp: Language) -> list[Claim]:
    """What the rosters of the report of a meeting say."""
    return list(read_rosters(mark_text(text, nlp, GROUP, EVENT)))


def present(text: str, nlp: Language) -> set[str]:
    """Who took part in the document's own event."""
    return {person for person, event, _ in told(claims(text, nlp), "PARTICIPATED_IN") if event == EVENT[1]}


def roles(text: str, nlp: Language) -> set[tuple[str, str, str]]:
    """(person, body, role) of the rosters of a text that is of no meeting."""
    found = told(read_rosters(mark_text(text, nlp)), "HOLDS_ROLE")
    return {row for row in found if row[2] != "representative"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "PRESENT\n\nQuirin Tavo (Nokia)\nOna Velt - IAB Chair\nREGRETS\nBo Lind\nAda Quell (ISOC)\nGUESTS\nWei Qx",
            {"Quirin Tavo", "Ona Velt", "Wei Qx"},
            id="headings",
        ),
        pytest.param(
            "Attendees: Ms Ada Quell (Chair, Mali), Quirin Tavo; Wei Qx.\nApologies: Mr Cy Noll (GSMA), Bo Lind.",
            {"Ada Quell", "Quirin Tavo", "Wei Qx"},
            id="in a row",
        ),
        pytest.param(
            "The meeting was attended by:\n- Ms Ada Quell, ISOC\n- Mr Bo Lind/Chad\n"
            "Members who sent apologies or could not attend:\n- Mr Cy Noll, Mali",
            {"Ada Quell", "Bo Lind"},
            id="lead-ins with a verb",
        ),
        pytest.param(
            "List of participants\nName\tOrganization\tRole\nAda Quell\tNokia\tDelegate\nQuirin Tavo\tGSMA\tObserver",
            {"Ada Quell", "Quirin Tavo"},
            id="table",
        ),
        pytest.param(
            "Moderator: Ada Quell, Civil Society\nSpeaker 1: Quirin Tavo, GSMA\nSpeaker 2: Ona Velt (UNESCO)",
            {"Ada Quell", "Quirin Tavo", "Ona Velt"},
            id="each with a label",
        ),
        pytest.param("1 Agenda\nMr Bo Lind, Chad\nMs Ada Quell, Mali", set(), id="another list"),
        pytest.param("Participants\n\nThey thanked Mr Bo Lind for his long work.", set(), id="prose"),
    ],
)
def test_who_was_present(nlp: Language, text: str, expected: set[str]) -> None:
    assert present(text, nlp) == expected


def test_the_event_of_the_lead_in(nlp: Language) -> None:
    text = "The second meeting of FG-XY took place in Suva, Fiji, on 4 May 2016. Members present:\n- Mr Bo Lind, Chad"
    found = told(read_rosters(mark_text(text, nlp)), "PARTICIPATED_IN")
    assert found == {("Bo Lind", "FG-XY meeting 2", "")} or found == {("Bo Lind", "FG-XY meeting (2016-05-04)", "")}


def test_no_body_takes_part_for_its_delegate(nlp: Language) -> None:
    found = claims("Participants:\n- Ms Ada Quell, Nokia, Finland\n- Mr Bo Lind (GSMA)", nlp)
    assert {item.source[0] for item in found} == {"Person"}
    assert {(item.source[1], item.target[1]) for item in found if item.role == "representative"} == {
        ("Ada Quell", "Nokia"),
        ("Bo Lind", "GSMA"),
    }


def test_offices_in_a_roster_are_of_the_group_that_meets(nlp: Language) -> None:
    text = "Name\tOrganization\tRole\nMs Ada Quell\tNokia\tChair\nMr Bo Lind\tGSMA\tDirector"
    found = told(read_rosters(mark_text(f"Participants\n{text}", nlp, GROUP, EVENT)), "HOLDS_ROLE")
    assert {row for row in found if row[2] != "representative"} == {
        ("Ada Quell", "FG-MV", "Chair"),
        ("Bo Lind", "GSMA", "Director"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Structure of ITU-T SG9\nQuestion\tTitle\tRapporteur\nQ1/9\tSignals\tMs Ada Quell (Chad)\n"
            "Q2/9\tRights\tMr Bo Lind, Mr Cy Noll",
            {(name, "ITU-T SG9", "Rapporteur") for name in ("Ada Quell", "Bo Lind", "Cy Noll")},
            id="column of an office",
        ),
        pytest.param(
            "Structure of ITU-T SG9\nWP1/9\tCables\tQ1/9\tMs Ada Quell (Chad)\nWP2/9\tCodecs\tQ2/9\tMr Bo Lind\n"
            "Mr Cy Noll (NTT, Japan)\nThe chairmen of working parties stand in the last column.",
            {
                ("Ada Quell", "ITU-T WP1/9", "chairman"),
                ("Bo Lind", "ITU-T WP2/9", "chairman"),
                ("Cy Noll", "ITU-T WP2/9", "chairman"),
            },
            id="without heads, and a row that goes on",
        ),
        pytest.param(
            "Structure of ITU-T SG9\nWP1/9\tCables\tMs Ada Quell (Chad)\nThe table lists names.", set(), id="no office"
        ),
        pytest.param(
            "Vice-Chairmen of ITU-T SG9:\n- Mr Bo Lind (Mali)\n- Ms Ada Quell",
            {("Bo Lind", "ITU-T SG9", "Vice-Chairman"), ("Ada Quell", "ITU-T SG9", "Vice-Chairman")},
            id="lead-in",
        ),
        pytest.param(
            "Appointments\n- Quirin Tavo, reappointed by the IAB as IRTF Chair\n- Ona Velt, who stays IAB Chair\n"
            "- Wei Qx, who stepped down as IETF Chair",
            {("Quirin Tavo", "IRTF", "Chair"), ("Ona Velt", "IAB", "Chair")},
            id="appointments",
        ),
        pytest.param("Regrets:\n- Mr Bo Lind", set(), id="absent"),
        pytest.param(
            "Rapporteurs: Q1/9: Ms Ada Quell (Mali); Q2/9: Mr Bo Lind; Q3/9: vacant",
            {("Ada Quell", "ITU-T SG9", "Rapporteur"), ("Bo Lind", "ITU-T SG9", "Rapporteur")},
            id="in a row, by Question",
        ),
    ],
)
def test_offices_of_lists(nlp: Language, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert roles(text, nlp) == expected


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("The following members were present:", "present"),
        ("Participants in the second meeting were:", "present"),
        ("The following experts were not present:", "absent"),
        ("The meeting approved the following texts:", None),
    ],
)
def test_a_lead_in_says_what_its_list_is(label: str, kind: str | None) -> None:
    assert roster_of(label, lead_in=True) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The registries reported at RIPE 66: Ada Quell from AFRINIC, Quirin Tavo from APNIC and Bo Lind from ARIN.",
            {"Ada Quell", "Quirin Tavo", "Bo Lind"},
            id="told",
        ),
        pytest.param("Speakers at IGF 2019: Ms Ada Quell (ISOC); Mr Bo Lind.", {"Ada Quell", "Bo Lind"}, id="noun"),
        pytest.param("Speakers unable to come to IGF 2019: Ms Ada Quell (ISOC).", set(), id="absent"),
        pytest.param("IGF 2019 honoured two pioneers: Ms Ada Quell and Mr Bo Lind.", set(), id="another list"),
    ],
)
def test_who_is_listed_as_a_speaker(nlp: Language, text: str, expected: set[str]) -> None:
    assert {person for person, _, _ in told(read_listed_speakers(mark_text(text, nlp)))} == expected
