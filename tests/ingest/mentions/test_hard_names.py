"""Names that were read wrongly once: each a sentence and what a careful reader makes of it."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys


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
    ],
)
def test_parties(read: Read, party: str, expected: set[str]) -> None:
    assert expected <= keys(read(f"Liaison statement to:\t{party}"), "StudyGroup", "Question", "Group")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BDT met the Kenya University of Science and Technology of Nairobi.",
            "Kenya University of Science and Technology of Nairobi",
        ),
        ("BDT met Fraunhofer HHI.", "Fraunhofer HHI"),
    ],
)
def test_names_of_universities(read: Read, text: str, expected: str) -> None:
    assert expected in keys(read(text), "Organization")


def test_the_gap_in_standardization_is_no_programme(read: Read) -> None:
    assert keys(read("Resolution 44 (Rev. Geneva, 2022), on bridging the standardization gap"), "Programme") == set()


def test_the_secretary_general_of_others(read: Read) -> None:
    text = "ITU sent it to the United Nations Secretary-General."
    assert "ITU Secretary-General" not in keys(read(text), "Organization")
