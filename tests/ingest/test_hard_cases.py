"""Hard cases that were read wrongly once: each a sentence and what a careful reader makes of it."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Study Question 3/2 of ITU-D SG2 goes on.", {"ITU-D Q3/2"}),
        ("Question 5/1 of ITU-D SG1 goes on.", {"ITU-D Q5/1"}),
    ],
)
def test_questions(read: Read, text: str, expected: set[object]) -> None:
    assert keys(read(text), "Question") == expected


def test_misprint_alias(read: Read) -> None:
    extraction = read("PP Resolution 30 (Rev. Bucharest, 202) applies.")
    (edition,) = [node for node in extraction.batch.entities if node.label == "Edition"]
    assert any("(Rev. Bucharest, 202)" in alias for alias in edition.properties["aliases"])


def test_the_university(read: Read) -> None:
    assert keys(read("The University of Ljubljana spoke."), "Organization") == {"University of Ljubljana"}


def test_two_particles(read: Read) -> None:
    assert keys(read("Ms Ingrid van der Berg spoke."), "Person") == {"Ingrid van der Berg"}


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("ITU-T SG16 Q6 and Q21", {"ITU-T SG16", "ITU-T Q6/16", "ITU-T Q21/16"}),
        ("ITU-T SG20/Q4", {"ITU-T SG20", "ITU-T Q4/20"}),
    ],
)
def test_parties(read: Read, party: str, expected: set[str]) -> None:
    assert expected <= keys(read(f"Liaison statement to:\t{party}"), "StudyGroup", "Question", "Group")


@pytest.mark.parametrize(
    "text",
    [
        "ITU-T SG5 invited UNEP to collaborate with ISO on e-waste.",
        "It was proposed that ITU-T SG5 cooperate with UNEP.",
    ],
)
def test_no_tie(read: Read, text: str) -> None:
    assert statements(read(text), "LIAISED_WITH", "COLLABORATES_WITH") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "ITU-T SG12 has exchanged liaison statements with ETSI TC STQ, as well as with 3GPP SA4, on "
                "speech quality."
            ),
            {
                ("LIAISED_WITH", "ITU-T SG12", "ETSI TC STQ", "speech quality"),
                ("LIAISED_WITH", "ITU-T SG12", "3GPP SA4", "speech quality"),
            },
        ),
        (
            "The work of SG16 on captions is carried out in cooperation with the EBU and SMPTE.",
            {("COLLABORATES_WITH", "ITU-T SG16", "EBU", None), ("COLLABORATES_WITH", "ITU-T SG16", "SMPTE", None)},
        ),
        (
            "Liaison statements were sent by ITU-T SG11 to GSMA on stolen devices and to ETSI TC INT on testing.",
            {
                ("LIAISED_WITH", "ITU-T SG11", "GSMA", "stolen devices"),
                ("LIAISED_WITH", "ITU-T SG11", "ETSI TC INT", "testing"),
            },
        ),
        (
            "ITU-T SG20 did not collaborate with ISO but it cooperated with IEC on meters.",
            {("COLLABORATES_WITH", "ITU-T SG20", "IEC", "meters")},
        ),
        ("If ITU-T SG2 liaised with IETF on ENUM, time would be saved.", set()),
        (
            "1.1\tITU-T SG2 met. This Group, together with ITU-T SG11, cooperates with ATIS on numbering.",
            {
                ("COLLABORATES_WITH", "ITU-T SG2", "ATIS", "numbering"),
                ("COLLABORATES_WITH", "ITU-T SG11", "ATIS", "numbering"),
            },
        ),
        (
            "ITU is working with the World Bank and the African Development Bank on financing.",
            {
                ("COLLABORATES_WITH", "ITU", "World Bank", "financing"),
                ("COLLABORATES_WITH", "ITU", "AfDB", "financing"),
            },
        ),
    ],
)
def test_ties(read: Read, text: str, expected: set[object]) -> None:
    assert {
        row
        for row in statements(read(text), "LIAISED_WITH", "COLLABORATES_WITH", own=("topic",))
        if row[2] != "ITU-T SG11"
    } == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.1\tITU-T SG9 met in May. Draft Recommendation ITU-T J.1601 is under approval.",
            {("DEVELOPS", "ITU-T SG9", "ITU-T J.1601", "under approval")},
        ),
        (
            "ITU-T SG9 is responsible for Questions 1/9 and 2/9.",
            {
                ("RESPONSIBLE_FOR", "ITU-T SG9", "ITU-T Q1/9", None),
                ("RESPONSIBLE_FOR", "ITU-T SG9", "ITU-T Q2/9", None),
            },
        ),
    ],
)
def test_work(read: Read, text: str, expected: set[object]) -> None:
    assert statements(read(text), "DEVELOPS", "RESPONSIBLE_FOR", own=("status",)) == expected


def test_endorses_is_its_own(read: Read) -> None:
    assert statements(read("ITU-T Q.3630 endorses ETSI TS 129 165."), "REFERENCES") == {
        ("REFERENCES", "ITU-T Q.3630", "ETSI TS 129 165")
    }


def test_resolves_to_instruct(read: Read) -> None:
    text = (
        "RESOLUTION 12 (Antalya, 2006)\nOn roaming\nThe Plenipotentiary Conference of the International "
        "Telecommunication Union (Antalya, 2006),\nnoting\nthat it is so,\nresolves to instruct the "
        "Council\nto consider it."
    )
    assert statements(read(text), "DIRECTS", own=("clause", "topic")) == {
        ("DIRECTS", "PP Resolution 12", "ITU Council", "resolves to instruct the Council", "to consider it")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CWG-Internet held its 9th meeting in Geneva, Switzerland, from 7 to 8 February 2017.",
            {"CWG-Internet meeting 9"},
        ),
        (
            (
                "FG-AI4H had its first meeting in Geneva, Switzerland, on 25-27 September 2018 and its second "
                "meeting in New York, USA, from 14 to 16 November 2018."
            ),
            {"FG-AI4H meeting 1", "FG-AI4H meeting 2"},
        ),
        ("ITU came to RIPE 77 and APNIC 46.", {"RIPE 77", "APNIC 46"}),
        (
            "BDT will be organizing the “Forum on Cables” on 22 September 2027 in Quito, Ecuador.",
            {"Forum on Cables (2027-09-22)"},
        ),
    ],
)
def test_events(read: Read, text: str, expected: set[object]) -> None:
    assert keys(read(text), "Event") == expected


@pytest.mark.parametrize(
    "text",
    [
        "ITU has not participated in IGF 2017.",
        "ITU may attend IGF 2017.",
        "ITU did not attend IETF 104 in Prague, Czechia.",
        "BDT has not organized a workshop on “Cables for islands” in Suva, Fiji, on 4 May 2016.",
    ],
)
def test_no_participation(read: Read, text: str) -> None:
    assert statements(read(text), "PARTICIPATED_IN", "ORGANIZED") - {("ORGANIZED", "IETF", "IETF 104")} == set()


def test_two_events(read: Read) -> None:
    assert {
        r[1:] for r in statements(read("ITU was represented at ICANN 60 and at RIPE 75 in Dubai."), "PARTICIPATED_IN")
    } == {("ITU", "ICANN 60"), ("ITU", "RIPE 75")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Aurelio Quispe, TSB Director, opened.", ("Aurelio Quispe", "TSB", "Director")),
        ("Mr. Aurelio Quispe, the TSB Director, opened.", ("Aurelio Quispe", "TSB", "Director")),
        ("Under the chairmanship of Mr. Bo Lind, ITU-T SG9 met.", ("Bo Lind", "ITU-T SG9", "Chairman")),
        ("ITU-T SG9, chaired by Mr. Bo Lind, met.", ("Bo Lind", "ITU-T SG9", "Chairman")),
    ],
)
def test_roles(read: Read, text: str, expected: set[object]) -> None:
    assert {r[1:] for r in statements(read(text), "HOLDS_ROLE", own=("role",))} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Mr. Bo Lind\nTransport was discussed.",
        "They thanked the University of Oslo\nNorway was thanked.",
        "A report of the Ministry of Works\nTransport was discussed.",
        "Cooperation between ITU\nSG13 met.",
        "He thanked Mr. Lind\nThe Group closed.",
        "See ITU-T X.509\nAnnex B lists them.",
        "ITU-T SGs 2,\n3 apples were eaten.",
        "Resolution 12\n(Dubai, 2018) was a year.",
        "Technical report on\n“Cables” is here.",
    ],
)
def test_no_name_crosses_a_passage(read: Read, text: str) -> None:
    extraction = read(text)
    texts = {passage.key: passage.known["text"] for passage in extraction.batch.passages}
    for mention in extraction.mentions:
        assert texts[mention.passage][mention.start : mention.end] == mention.text
        assert "\n" not in mention.key
