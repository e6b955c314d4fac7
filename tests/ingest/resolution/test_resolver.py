"""Which thing a name means: the sector by context, one node per thing, parties of liaison statements."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, names, statements


def read_keys(read: Read, text: str, *labels: str) -> list[str]:
    return [key for label, key, _ in names(read(text)) if label in labels]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("SG12 met.", ["ITU-T SG12"], id="without context ITU-T"),
        pytest.param("ITU-D met in May.\nSG1 was busy.", ["ITU-D SG1"], id="the sector named last"),
        pytest.param("ITU-D SG2 met. SG1 did not.", ["ITU-D SG2", "ITU-D SG1"], id="the group named last"),
        pytest.param("ITU-D SG1 met.\nITU-T SG5 met.\nSG1 rested.", ["ITU-D SG1", "ITU-T SG5", "ITU-D SG1"], id="own"),
        pytest.param("ITU-R SG5 met and SG6 did too.", ["ITU-R SG5", "ITU-R SG6"], id="same sentence"),
        pytest.param("ITU-D SG1 met.\nSG17 helped.", ["ITU-D SG1", "ITU-T SG17"], id="ITU-D has no SG17"),
        pytest.param("Study Group 1 of ITU-D met.\nStudy Group 1 rested.", ["ITU-D SG1"] * 2, id="sector after"),
    ],
)
def test_context_decides_the_sector(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "StudyGroup") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU-D SG2 met.\nQ5/2 goes on.", ["ITU-D Q5/2"], id="sector of its group"),
        pytest.param("ITU-T SG12: Q9 and Q13 go on.", ["ITU-T Q9/12", "ITU-T Q13/12"], id="group of the sentence"),
        pytest.param("Q9 goes on.", [], id="no group is known"),
    ],
)
def test_context_decides_the_group_of_a_question(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Question") == expected


PARTIES = [
    (
        "ITU-T SG 15, Q9, Q11, Q12 and Q14",
        ["ITU-T SG15", "ITU-T Q9/15", "ITU-T Q11/15", "ITU-T Q12/15", "ITU-T Q14/15"],
    ),
    ("SG-13, Q.3/13, Q.9/13 and TSAG", ["ITU-T SG13", "ITU-T Q3/13", "ITU-T Q9/13", "TSAG"]),
    ("IETF (CCAMP, PCE and MPLS WGs)", ["IETF CCAMP", "IETF PCE", "IETF MPLS"]),
    ("IETF CCAMP and PCE WGs", ["IETF CCAMP", "IETF PCE"]),
    ("IETF/TEAS", ["IETF TEAS"]),
    ("the IETF TEAS Working Group", ["IETF TEAS"]),
    ("ITU-T Study Group 12 (Q.14/12)", ["ITU-T SG12", "ITU-T Q14/12"]),
    ("ITU-T Q6/16 & Q21/16", ["ITU-T Q6/16", "ITU-T Q21/16"]),
    ("ITU-T SG2, SG11 and SG17", ["ITU-T SG2", "ITU-T SG11", "ITU-T SG17"]),
    ("ITU-T SGs 5, 9 & 20", ["ITU-T SG5", "ITU-T SG9", "ITU-T SG20"]),
    ("ITU-R WP 5D, WP 4B", ["ITU-R WP5D", "ITU-R WP4B"]),
    ("ITU-T SG 5 WP2/5", ["ITU-T SG5", "ITU-T WP2/5"]),
    ("3GPP SA2 and 3GPP CT4", ["3GPP SA2", "3GPP CT4"]),
    ("ISO/IEC JTC1/SC29/WG11", ["ISO/IEC JTC 1/SC 29/WG 11"]),
    ("ETSI TC STQ; ETSI TC INT", ["ETSI TC STQ", "ETSI TC INT"]),
    ("IEEE 802.1, IEEE 802.3", ["IEEE 802.1", "IEEE 802.3"]),
    ("FG-AI4H; JCA-AHF", ["FG-AI4H", "JCA-AHF"]),
    ("BBF, MEF and OIF", ["BBF", "MEF", "OIF"]),
]


@pytest.mark.parametrize(("party", "expected"), PARTIES, ids=[party for party, _ in PARTIES])
def test_parties_of_liaison_statements(read: Read, party: str, expected: list[str]) -> None:
    found = read_keys(read, f"Liaison statement to:\t{party}", "StudyGroup", "Question", "Group", "Organization")
    assert [key for key in expected if key not in found] == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("ITU-T SG13 met.", "ITU-T SG1"),
        ("ITU-T SG13 met.", "ITU-T SG15"),
        ("Resolution 101 (Rev. Dubai, 2018) applies.", "PP Resolution 10"),
        ("ITU-T Q14/15 met.", "ITU-T Q4/15"),
    ],
)
def test_numbers_must_agree(read: Read, text: str, absent: str) -> None:
    found = keys(read(text), "StudyGroup", "Resolution", "Question")
    assert found and absent not in found


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("BDT and the Telecommunication Development Bureau met the Director of BDT.", "Organization", "BDT"),
        ("TSAG met. The Telecommunication Standardization Advisory Group (TSAG) rested.", "Group", "TSAG"),
        ("CWG-Internet met.\nThe Council Working Group on Internet (CWG-Internet) rested.", "Group", "CWG-Internet"),
        ("ITU-T SG5, Study Group 5 and SG-5 are one.", "StudyGroup", "ITU-T SG5"),
        ("ITU-T X.509, Recommendation X.509 and Rec. ITU-T X.509 V2 are one.", "Recommendation", "ITU-T X.509"),
    ],
)
def test_a_thing_is_one_node_whatever_it_is_called(read: Read, text: str, kind: str, key: str) -> None:
    assert keys(read(text), kind) == {key}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU-T SG5 met.", {("ITU-T SG5", "ITU-T")}, id="study group"),
        pytest.param("Q5/9 met.", {("ITU-T Q5/9", "ITU-T SG9")}, id="Question"),
        pytest.param("WP2/5 of ITU-T met.", {("ITU-T WP2/5", "ITU-T SG5")}, id="working party"),
        pytest.param("SG5RG-ARB met.", {("ITU-T SG5RG-ARB", "ITU-T SG5")}, id="regional group"),
        pytest.param("TSAG met.", {("TSAG", "ITU-T")}, id="advisory group"),
        pytest.param("JCA-AHF met.", {("JCA-AHF", "ITU-T")}, id="joint coordination activity"),
        pytest.param("CWG-COP met.", {("CWG-COP", "ITU Council")}, id="council working group"),
        pytest.param("IETF QUIC met.", {("IETF QUIC", "IETF")}, id="working group of a body"),
        pytest.param(
            "ISO/IEC JTC 1/SC 27 met.", {("ISO/IEC JTC 1/SC 27", "ISO/IEC JTC 1")}, id="subcommittee of a committee"
        ),
        pytest.param("They met in Quito, Ecuador.", {("Quito, EC", "EC")}, id="city"),
        pytest.param("TSB of ITU met.", set(), id="an organization only where the text says so"),
    ],
)
def test_parents(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(source, target) for _, source, target in statements(read(text), "PART_OF")} >= expected
    if not expected:
        assert statements(read(text), "PART_OF") == set()


def test_parents_are_given_once_at_the_first_mention(read: Read) -> None:
    extraction = read("1.1\tITU-T SG5 met.\n1.2\tITU-T SG5 met again, and so did SG5.")
    parts = [item for item in extraction.batch.statements if item.type == "PART_OF"]
    assert [item.evidence.section for item in parts] == ["1.1"]


def test_other_spellings_become_aliases(read: Read) -> None:
    extraction = read("Study Group 5 met.\nStudy Question 5/9 goes on.\nThe Director of BDT came.")
    aliases = {node.key: set(node.properties.get("aliases", ())) for node in extraction.batch.entities}
    assert {"Study Group 5", "SG5"} <= aliases["ITU-T SG5"]
    assert "Study Question 5/9" in aliases["ITU-T Q5/9"]
