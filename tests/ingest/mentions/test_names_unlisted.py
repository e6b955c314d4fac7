"""Bodies that no list holds: by definition, by head, as parts of a house; and what is no body."""

from __future__ import annotations

import pytest

from netgov.ingest.mentions.company import find_unknown_subjects
from netgov.ingest.mentions.words import Words
from tests.ingest.conftest import Read, names

BODIES = ("Organization", "Group", "Programme", "StudyGroup")


def found(read: Read, text: str) -> set[tuple[str, str]]:
    """(label, key) of the bodies that a text names."""
    return {(label, key) for label, key, _ in names(read(text)) if label in BODIES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Alpine Numbering Review Panel (ANRP) met. ANRP agreed.", {("Group", "ANRP")}),
        ("ALTU (Alpine Lakes Telecommunication Union) met, and ALTU agreed.", {("Organization", "ALTU")}),
        ("The 7G Cables and Masts Industry Association (7G-CMA) met.", {("Organization", "7G-CMA")}),
        ("The Joint Kettle Experts Team (JKET) met. JKET agreed.", {("Group", "JKET")}),
        ("The Group on Kettle Safety Rules (GKSR) met.", {("Group", "GKSR")}),
        ("The Lamps for Schools Initiative (LSI) grew. LSI spread.", {("Programme", "LSI")}),
        ("Brass Kettles Incorporated (BKI) attended.", {("Organization", "BKI")}),
        ("The Kettle Safety Group attended.", {("Group", "Kettle Safety Group")}),
        ("Acme Kettles Ltd and Lamps of Oslo GmbH attended.", {("Organization", "Acme Kettles Ltd")}),
        ("The Ministry of ICT of Rwanda attended.", {("Organization", "Ministry of ICT of Rwanda")}),
        ("Makerere University attended.", {("Organization", "Makerere University")}),
        ("The Chad IGF and the Alpine Internet Governance Forum attended.",
         {("Organization", "Chad IGF"), ("Organization", "Alpine Internet Governance Forum")}),
    ],
)  # fmt: skip
def test_bodies_by_definition_and_head(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert found(read, text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "The Drafting Group met, as did a Working Group and the Editorial Committee.",
        "Key Kettle Indicators (KKI) and the Internet of Things (IoT) were discussed.",
        "The World Kettle Policy Summit (WKPS) was held.",
        "The Committee met. The Panel agreed. Its Task Force reported.",
    ],
)
def test_what_is_no_body(read: Read, text: str) -> None:
    assert found(read, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CCSA TC6 and CCSA TC6/WG3 met.", {"CCSA TC6", "CCSA TC6/WG3"}),
        ("IETF TEAS Working Group met.", {"IETF TEAS"}),
        ("3GPP SA3 and CT1 met.", {"3GPP SA3", "3GPP CT1"}),
        ("ISO/IEC JTC 1/SC 27 met. SC 27 agreed.", {"ISO/IEC JTC 1/SC 27"}),
        ("TG 5/1 and JTG 4-5-6-7 met.", {"ITU-R TG 5/1", "ITU-R JTG 4-5-6-7"}),
        ("FG-QK WG1 and WG2 met, as did Working Group 3 of FG-QK.", {"FG-QK WG1", "FG-QK WG2", "FG-QK WG3"}),
    ],
)
def test_parts_of_houses(read: Read, text: str, expected: set[str]) -> None:
    groups = {key for label, key, _ in names(read(text)) if label == "Group"}
    assert groups >= expected


@pytest.mark.parametrize(
    "text", ["JTC 1 Study Group 4 met.", "APT Study Group 2 met.", "Study Group 5 of CCITT met.", "CCIR SG 4 met."]
)
def test_study_groups_of_others_are_none_of_itu(read: Read, text: str) -> None:
    assert "StudyGroup" not in {label for label, _ in found(read, text)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ARCEP of Togo met ITU.", "ARCEP (Togo)"),
        ("TRA (Oman) met ITU.", "TRA (Oman)"),
        ("Oman’s TRA met ITU.", "TRA (Oman)"),
    ],
)
def test_bodies_that_share_an_acronym_are_told_by_country(read: Read, text: str, key: str) -> None:
    assert ("Organization", key) in found(read, text)


def test_an_acronym_of_many_is_none_of_them(read: Read) -> None:
    assert {key for _, key in found(read, "ITU, TRA and IEC attended.")} == {"ITU", "TRA", "IEC"}


def test_an_unknown_subject_is_a_subject_all_the_same() -> None:
    words = Words("QXZP liaised with IETF. MPLS is used, and the XDR format too.")
    assert [words.text[name.start : name.end] for name in find_unknown_subjects(words, [])] == ["QXZP"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its resolution 59/12 was recalled.", {"UNGA Resolution 59/12"}),
        ("The resolution was recalled.", set()),
        (
            "The Council adopted Resolution 1500; Decision 700 was noted.",
            {"Council Resolution 1500", "Council Decision 700"},
        ),
    ],
)
def test_resolutions_in_prose(read: Read, text: str, expected: set[str]) -> None:
    assert {key for label, key, _ in names(read(text)) if label == "Resolution"} == expected


def test_a_doubtful_text_is_one_in_a_list_of_texts(read: Read) -> None:
    mentions = names(read("Work on Y.abc-req, F.KTL and H.KTL-AC went on."))
    found = [key for label, key, _ in mentions if label == "Recommendation"]
    assert found == ["ITU-T Y.abc-req", "ITU-T F.KTL", "ITU-T H.KTL-AC"]


@pytest.mark.parametrize(
    ("text", "is_body"),
    [("ITU-R SG6 liaises regularly with ABU.", True), ("The letters ABU stand on the cable.", False)],
)
def test_a_weak_name_needs_a_tie(read: Read, text: str, is_body: bool) -> None:
    assert (("Organization", "ABU") in found(read, text)) == is_body
