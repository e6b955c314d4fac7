"""Names by their shape: groups, bodies outside the lists, titles, persons; and what is no name."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ITU-T Focus Group on Quantum Kettles (FG-QK) met.", {"FG-QK"}),
        ("FG QK of ITU-T met.", {"FG-QK"}),
        ("JCA-QK and CWG-Kettles met.", {"JCA-QK", "CWG-Kettles"}),
        ("The Joint Coordination Activity on Quantum Kettles (JCA-QK) met.", {"JCA-QK"}),
        ("ISO/IEC JTC1 SC27 met.", {"ISO/IEC JTC 1/SC 27"}),
        ("ISO/IEC JTC 1/SC 29/WG 1 met.", {"ISO/IEC JTC 1/SC 29/WG 1"}),
        ("ISO TC 268 met.", {"ISO/TC 268"}),
        ("IETF QUIC met.", {"IETF QUIC"}),
        ("IETF quic met.", {"IETF QUIC"}),
        ("the IETF QUIC, TLS and HTTPBIS WGs met.", {"IETF QUIC", "IETF TLS", "IETF HTTPBIS"}),
        ("IETF (PCE, TEAS and DETNET WGs) met.", {"IETF PCE", "IETF TEAS", "IETF DETNET"}),
        ("ETSI TC CYBER met.", {"ETSI TC CYBER"}),
        ("ETSI ISG NFV met.", {"ETSI NFV"}),
        ("Correspondence Group 3 met.", {"Correspondence Group 3"}),
        ("ETSI published ETSI TS 103 701.", set()),
        ("IETF met.", set()),
    ],
)
def test_groups(read: Read, text: str, expected: set[str]) -> None:
    assert {key for label, key, _ in names(read(text)) if label == "Group"} == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Ministry of Communications and Works spoke.", "Ministry of Communications and Works"),
        ("The Ministry of Posts and Telecommunications (MPT) spoke.", "MPT"),
        ("The Department for Science, Innovation and Technology (DSIT) spoke.", "DSIT"),
        ("ITU and the University of Ljubljana spoke.", "University of Ljubljana"),
        ("The Technical University of Crete (TUC) spoke.", "TUC"),
    ],
)
def test_bodies_outside_the_lists(read: Read, text: str, key: str) -> None:
    assert key in keys(read(text), "Organization")


def test_an_unknown_acronym_between_bodies_of_a_list_is_a_body(read: Read) -> None:
    extraction = read("ITU-T SG20 is collaborating with GSMA, QKFORUM, and oneM2M on kettles.")
    assert keys(extraction, "Organization") >= {"GSMA", "QKFORUM", "oneM2M"}


def test_a_full_name_and_its_acronym_are_one(read: Read) -> None:
    mentions = names(read("The Internet Society (ISOC) spoke. ISOC was heard, as was the Internet Society."))
    assert [key for label, key, _ in mentions if label == "Organization"] == ["ISOC", "ISOC", "ISOC"]
    assert mentions[0][2] == "Internet Society (ISOC)"


def test_an_acronym_that_the_text_defines_otherwise_is_not_the_known_one(read: Read) -> None:
    extraction = read("The Wide Household Operators (WHO) spoke to ITU. The WHO was heard.")
    assert "WHO" not in keys(extraction, "Organization")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mr. Aurelio Quispe spoke.", "Aurelio Quispe"),
        ("Ms Ingrid van Berg spoke.", "Ingrid van Berg"),
        ("H.E. Mr. Bo Lindqvist spoke.", "Bo Lindqvist"),
        ("Dr. Zoë Brânză-Ilie spoke.", "Zoë Brânză-Ilie"),
        ("Prof. J. Okonjo spoke.", "J. Okonjo"),
    ],
)
def test_persons_are_named_without_their_titles(read: Read, text: str, key: str) -> None:
    assert keys(read(text), "Person") == {key}


def test_a_surname_is_the_person_named_in_full_before(read: Read) -> None:
    assert keys(read("Mr. Aurelio Quispe spoke. Mr. Quispe was thanked."), "Person") == {"Aurelio Quispe"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "SG5 agreed a technical report on “Energy use of kettles”.",
            {"Energy use of kettles"},
            id="technical report",
        ),
        pytest.param(
            "SG5 agreed reports on “Kettles at home” and on “Kettles at work”.",
            {"Kettles at home", "Kettles at work"},
            id="two titles",
        ),
        pytest.param('SG5 agreed a handbook "Kettles at sea".', {"Kettles at sea"}, id="straight quotes"),
    ],
)
def test_texts_known_by_title_only(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(f"ITU-T {text}"), "Publication") == expected


def test_a_draft_known_by_title_only_is_a_draft(read: Read) -> None:
    extraction = read("ITU-T SG5 consented two draft Recommendations: on “Kettles at home” and on “Kettles at work”.")
    assert keys(extraction, "Recommendation") == {"draft: Kettles at home", "draft: Kettles at work"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ITU-T Y.2060 “How IETF and ISO see SG13”.", id="after a name"),
        pytest.param("Resolution 135 (Rev. Dubai, 2018), “How IETF and ISO see SG13”, applies.", id="a resolution"),
        pytest.param("A technical report on “How IETF and ISO see SG13” is ready.", id="title only"),
        pytest.param('A technical report on "How IETF and ISO see SG13" is ready.', id="straight quotes"),
    ],
)
def test_a_quoted_title_holds_no_names(read: Read, text: str) -> None:
    assert keys(read(text), "Organization") & {"IETF", "ISO"} == set()
    assert keys(read(text), "StudyGroup") == set()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ITU\u2011T SG13", "ITU-T SG13"),
        ("ITU-TSG13", "ITU-T SG13"),
        ("ITU-T\u00a0SG13", "ITU-T SG13"),
        ("ITU-T[bookmark: _Toc1] SG13", "ITU-T SG13"),
        ("ITU-T SG13[footnoteRef:3]", "ITU-T SG13"),
    ],
)
def test_debris_hides_no_name(read: Read, printed: str, expected: str) -> None:
    assert keys(read(f"{printed} met."), "StudyGroup") == {expected}


def test_offsets_point_at_the_name_in_its_passage(read: Read) -> None:
    extraction = read("1\tScope\n1.1\tITU\u2011TSG13 met W3C\u00a0and  IETF.\n·\tSo did ISO.")
    texts = {node.key: node.known["text"] for node in extraction.batch.passages}
    for mention in extraction.mentions:
        assert texts[mention.passage][mention.start : mention.end] == mention.text
    assert {mention.text for mention in extraction.mentions} >= {"ITU-T SG13", "W3C", "IETF", "ISO"}
