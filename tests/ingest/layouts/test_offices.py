"""Offices: their names, and who holds them by apposition, in brackets and in lists."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.offices import read_offices
from netgov.ingest.lexicon.offices import find_offices
from tests.ingest.conftest import mark_text, told

Held = set[tuple[str, str, str]]
REPRESENTATIVE = "representative"


def offices(text: str, nlp: Language, body: Ref | None = None, event: Ref | None = None) -> Held:
    """(person, body, role) of what a text says, without who only represents whom."""
    return {row for row in told(read_offices(mark_text(text, nlp, body, event))) if row[2] != REPRESENTATIVE}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the Vice-Chairmen and the Secretaries-General", ["Vice-Chairman", "Secretary-General"]),
        ("a Deputy Director-General", ["Deputy Director-General"]),
        ("two Co-Rapporteurs", ["Co-Rapporteur"]),
        ("VICE-CHAIRMEN", ["VICE-CHAIRMAN"]),
        ("a headline on the chairlift", []),
    ],
)
def test_an_office_is_named_in_the_singular(text: str, roles: list[str]) -> None:
    assert [office.role for office in find_offices(text, 0, len(text))] == roles


@pytest.mark.parametrize("text", ["former Director", "ex-Director", "Chair-elect", "the then Director"])
def test_an_office_that_is_no_longer_or_not_yet_held(text: str) -> None:
    assert [office.is_held for office in find_offices(text, 0, len(text))] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The TSB Director, Ms Ada Quell, spoke.", {("Ada Quell", "TSB", "Director")}, id="body in front"),
        pytest.param(
            "The Deputy Director of BDT, Ms Ada Quell, spoke.", {("Ada Quell", "BDT", "Deputy Director")}, id="deputy"
        ),
        pytest.param(
            "The Director-General of UNESCO, Ms Ada Quell, and the GSMA’s Chief Regulatory Officer, Mr Bo Lind, met.",
            {("Ada Quell", "UNESCO", "Director-General"), ("Bo Lind", "GSMA", "Chief Regulatory Officer")},
            id="body behind and possessive",
        ),
        pytest.param(
            "TSB Director Ada Quell and the ITU Secretary-General, Bo Lind, met.",
            {("Ada Quell", "TSB", "Director"), ("Bo Lind", "ITU", "Secretary-General")},
            id="without form of address",
        ),
        pytest.param(
            "Ms Ada Quell, Chief Executive Officer of APNIC, and Mr Bo Lind, Executive Director, APNIC, met.",
            {("Ada Quell", "APNIC", "Chief Executive Officer"), ("Bo Lind", "APNIC", "Executive Director")},
            id="behind the name",
        ),
        pytest.param(
            "Ms Ada Quell, Vice President, Spectrum Policy, GSMA, met Mr Bo Lind, Head of Numbering at APNIC.",
            {("Ada Quell", "GSMA", "Vice President"), ("Bo Lind", "APNIC", "Head of Numbering")},
            id="what it is for",
        ),
        pytest.param(
            "H.E. Ms Ada Quell, Minister of Posts and Digital Affairs of Chad, and Mr Bo Lind, Minister for ICT, Mali.",
            {("Ada Quell", "TD", "Minister of Posts and Digital Affairs"), ("Bo Lind", "ML", "Minister for ICT")},
            id="ministers",
        ),
        pytest.param(
            "The delegate of Mali, Mr Bo Lind, and the Councillor from Chad, Ms Ada Quell, agreed.",
            {("Bo Lind", "ML", "delegate"), ("Ada Quell", "TD", "Councillor")},
            id="delegates",
        ),
        pytest.param(
            "Mr Bo Lind, Rapporteur for Q5/13, met Ms Ada Quell (Chair, WP1/5) and Ms Ona Velt (IAB Chair).",
            {
                ("Bo Lind", "ITU-T SG13", "Rapporteur"),
                ("Ada Quell", "ITU-T WP1/5", "Chair"),
                ("Ona Velt", "IAB", "Chair"),
            },
            id="brackets",
        ),
        pytest.param(
            "Contacts: Ada Quell (CCAMP WG Chair); Bo Lind (QUIC WG Chair); Ona Velt (IETF Transport Area Director)",
            {
                ("Ada Quell", "IETF CCAMP", "Chair"),
                ("Bo Lind", "IETF QUIC", "Chair"),
                ("Ona Velt", "IETF Transport Area", "Director"),
            },
            id="working groups by acronym",
        ),
        pytest.param(
            "Ms Ada Quell and Mr Bo Lind, Co-Rapporteurs of Q3/13, met Mr Cy Noll, Chad, Chairman of ITU-T SG5.",
            {
                ("Ada Quell", "ITU-T SG13", "Co-Rapporteur"),
                ("Bo Lind", "ITU-T SG13", "Co-Rapporteur"),
                ("Cy Noll", "ITU-T SG5", "Chairman"),
            },
            id="two of them, and a country in between",
        ),
        pytest.param(
            "Mr Bo Lind, Director of BR, Ms Ada Quell, Chairman of TSAG and Rapporteur of Q1/9, and Mr Cy Noll spoke.",
            {
                ("Bo Lind", "BR", "Director"),
                ("Ada Quell", "TSAG", "Chairman"),
                ("Ada Quell", "ITU-T SG9", "Rapporteur"),
            },
            id="each its own, and a chain",
        ),
        pytest.param(
            "Mr Bo Lind, Director General, ARCEP of Togo, spoke.",
            {("Bo Lind", "ARCEP (Togo)", "Director General")},
            id="the country's own",
        ),
        pytest.param(
            "ICANN’s President and CEO, Ms Ada Quell, met Bo Lind, Chief Network Architect at Nokia, who is an Expert.",
            {("Ada Quell", "ICANN", "President and CEO"), ("Bo Lind", "Nokia", "Chief Network Architect")},
            id="two offices in one, and words behind",
        ),
        pytest.param(
            "Ambassador Ada Quell of Chad met Digital Policy Adviser Bo Lind and Cy Noll, Numbering Officer, BDT.",
            {("Ada Quell", "TD", "Ambassador"), ("Cy Noll", "BDT", "Numbering Officer")},
            id="around the name, and words in front",
        ),
        pytest.param(
            "Associate Rapporteurs Ms Ada Quell and Mr Bo Lind of Q7/9 met Mr Cy Noll of Ofcom (UK), Chairman of TSAG.",
            {
                ("Ada Quell", "ITU-T SG9", "Associate Rapporteur"),
                ("Bo Lind", "ITU-T SG9", "Associate Rapporteur"),
                ("Cy Noll", "TSAG", "Chairman"),
            },
            id="the group behind a list",
        ),
        pytest.param(
            "The IETF liaison to ITU-T SG15, Ms Ada Quell, spoke.", {("Ada Quell", "IETF", "liaison")}, id="liaison"
        ),
    ],
)
def test_offices_with_their_body(nlp: Language, text: str, expected: Held) -> None:
    assert offices(text, nlp) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ITU-T SG9 met in Geneva on 3 May 2016. The Chairman, Mr Bo Lind (Chad), was helped by the Vice-Chairmen, "
            "Ms Ada Quell (Mali), Mr Cy Noll (Korea (Rep. of)) and Dr Ona Velt, and by Ms Ida Frey, Counsellor of the "
            "study group.",
            {
                ("Bo Lind", "ITU-T SG9", "Chairman"),
                ("Ada Quell", "ITU-T SG9", "Vice-Chairman"),
                ("Cy Noll", "ITU-T SG9", "Vice-Chairman"),
                ("Ona Velt", "ITU-T SG9", "Vice-Chairman"),
                ("Ida Frey", "ITU-T SG9", "Counsellor"),
            },
            id="of the meeting",
        ),
        pytest.param(
            "FG-XY met in Suva, Fiji, on 4 May 2016. It wrote to ETSI MEC. Its chairman, Mr Bo Lind, closed it.",
            {("Bo Lind", "FG-XY", "chairman")},
            id="its, and not of the body named last",
        ),
        pytest.param("Under its Chair, Ms Ada Quell, FG-XY met.", {("Ada Quell", "FG-XY", "Chair")}, id="its, ahead"),
        pytest.param(
            "FG-XY met. Vice-chairs: Mr Bo Lind from Chad, who led WG1; and Ms Ada Quell from Mali.",
            {("Bo Lind", "FG-XY", "Vice-chair"), ("Ada Quell", "FG-XY", "Vice-chair")},
            id="behind a colon",
        ),
        pytest.param(
            "The Chairman, Mr Bo Lind (Chad), opened the third meeting of FG-MV in Geneva on 3 May 2023.",
            {("Bo Lind", "FG-MV", "Chairman")},
            id="of the meeting that is opened",
        ),
        pytest.param(
            "FG-XY met. Three Vice-Chairs were there, namely Ms Ada Quell (Mali) and Mr Bo Lind (Chad).",
            {("Ada Quell", "FG-XY", "Vice-Chair"), ("Bo Lind", "FG-XY", "Vice-Chair")},
            id="namely",
        ),
        pytest.param(
            "JCA-AHF, whose convener is Ada Quell, met. Its secretaries are Mr Bo Lind and Ms Ona Velt (Mali).",
            {
                ("Ada Quell", "JCA-AHF", "convener"),
                ("Bo Lind", "JCA-AHF", "secretary"),
                ("Ona Velt", "JCA-AHF", "secretary"),
            },
            id="whose, and is",
        ),
        pytest.param(
            "Mr Bo Lind (Chad) was elected Chairman of the ITU Council, and Ms Ada Quell (Mali) Vice-Chairman.",
            {("Ada Quell", "ITU Council", "Vice-Chairman")},
            id="the verb and the body are not said again",
        ),
        pytest.param("Mali spoke; its delegate, Ms Ada Quell, left.", {("Ada Quell", "ML", "delegate")}, id="country"),
        pytest.param(
            "The Secretary-General, Ms Ada Quell, spoke.", {("Ada Quell", "ITU", "Secretary-General")}, id="SG"
        ),
        pytest.param("The Chair, Ms Ada Quell, spoke.", set(), id="of nobody"),
    ],
)
def test_offices_whose_body_is_understood(nlp: Language, text: str, expected: Held) -> None:
    assert offices(text, nlp) == expected


def test_the_group_whose_meeting_the_document_is_of(nlp: Language) -> None:
    text = "Report of the third meeting of FG-MV, Geneva, 3-5 May 2023\n\n1 Opening\n\nThe Chairman, Mr Bo Lind, spoke."
    assert offices(text, nlp, None, ("Event", "FG-MV meeting 3")) == {("Bo Lind", "FG-MV", "Chairman")}


@pytest.mark.parametrize(
    ("event", "holder"), [("WTSA-20", "WTSA-20"), ("Council 2017", "ITU Council"), ("IGF 2019", None)]
)
def test_a_conference_has_a_chairman(nlp: Language, event: str, holder: str | None) -> None:
    found = offices(f"Report of {event}\n\n1 Opening\n\nThe Chairman, Mr Bo Lind, spoke.", nlp, None, ("Event", event))
    assert found == ({("Bo Lind", holder, "Chairman")} if holder else set())


def test_the_documents_own_group(nlp: Language) -> None:
    own: Ref = ("Group", "TSAG")
    text = "The Chairman, Mr Bo Lind, thanked Ms Ada Quell (Vice-Chair, Mali)."
    expected = {("Bo Lind", "TSAG", "Chairman"), ("Ada Quell", "TSAG", "Vice-Chair")}
    assert offices(text, nlp, own, ("Event", "TSAG meeting 3")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ada Quell, former Director of BDT and Vice-Chair of TSAG, was remembered.",
        "ITU-T SG9 met. Mr Bo Lind took the chair next to Ms Ada Quell.",
        "ITU-T SG9 met. With Mr Bo Lind in the chair, Ms Ada Quell spoke.",
        "ITU-T SG9 met. It heard the candidate for Chairman, Ms Ada Quell.",
        "ITU-T SG9 thanked the President of the Olympic Games, Ms Ada Quell.",
        "ITU-T SG9 met. Ms Ada Quell, editor of Recommendation ITU-T Y.4903, spoke.",
        "The Chairman of ITU-T SG9 met Ms Ada Quell. Mr Bo Lind, Director, spoke.",
        "Mr Bo Lind, Manager, Chad, spoke.",
        "The President, Mr Bo Lind, thanked FG-MV.",
        "Mr Bo Lind was nominated Chairman of TSAG, and Ms Ada Quell (Mali) Vice-Chairman.",
    ],
)
def test_no_office(nlp: Language, text: str) -> None:
    assert offices(text, nlp) == set()


def test_affiliation_is_a_representative(nlp: Language) -> None:
    text = "Ms Ada Quell of the African Union Commission, Mr Bo Lind (Nokia, Finland) and Mr Cy Noll (Chad) spoke."
    expected = {("Ada Quell", "AUC", REPRESENTATIVE), ("Bo Lind", "Nokia", REPRESENTATIVE)}
    assert told(read_offices(mark_text(text, nlp))) == expected


def test_a_claim_says_where_its_ends_stand(nlp: Language) -> None:
    marked = mark_text("Thanks went to Ms Ada Quell, Director of TSB. All was well.", nlp)
    (claim,) = read_offices(marked)
    assert claim.source_at and claim.target_at
    spans = (claim.quote, claim.source_at, claim.target_at)
    assert [marked.report.text[start:end] for start, end in spans] == [
        "Thanks went to Ms Ada Quell, Director of TSB.",
        "Ms Ada Quell",
        "Director of TSB",
    ]
