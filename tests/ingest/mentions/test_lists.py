"""Lists, ranges, parts and provisional names: each member by itself, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from netgov.ingest.mentions.identifiers import find_identifiers
from tests.ingest.conftest import Read, keys, names, statements


def approved(read: Read, objects: str) -> list[str]:
    """The keys that SG5 approved, in the order of their mentions."""
    extraction = read(f"ITU-T SG5 approved {objects}.")
    found = {target for _, _, target in statements(extraction, "APPROVED")}
    return list(dict.fromkeys(key for _, key, _ in names(extraction) if key in found))


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ("K.44-Amd.1, K.Suppl.7 to K.50-series and K.120", ["K.44 Amd.1", "K Suppl.7", "K.120"]),
        ("L.1310.2 Amd.3 Appendix I and L.1350 Annex B", ["L.1310.2 Amd.3 Appendix I", "L.1350 Annex B"]),
        ("Rec. K. 121, L.1380 (Rev.) and L.1400 (2011) Amd.1 (new)", ["K.121", "L.1380", "L.1400 Amd.1"]),
        ("L.1410 to L.1412 and the K.90-series", ["L.1410", "L.1411", "L.1412", "K.90-series"]),
        ("L.1500/Y.4500 Cor.2 and K.20", ["L.1500 Cor.2", "Y.4500 Cor.2", "K.20"]),
        ("K.91 | IEC 62110 and K.92", ["K.91", "K.92"]),
        ("Amendment 2 to ITU-T K.61", ["K.61 Amd.2"]),
        ("Amendments 2 and 3 to ITU-T K.61", ["K.61 Amd.2", "K.61 Amd.3"]),
        ("a Corrigendum to ITU-T K.61", []),
        ("K.130 (ex K.DS-EMF)", ["K.130"]),
        ("K.130 (formerly known as K.cab-test)", ["K.130"]),
    ],
)
def test_each_member_is_approved(read: Read, objects: str, expected: list[str]) -> None:
    assert approved(read, objects) == [f"ITU-T {key}" for key in expected]


def test_a_part_of_a_part_amends_that_part(read: Read) -> None:
    amended = statements(read("ITU-T L.1310 Amd.3 Appendix I is in force."), "AMENDS")
    assert amended == {("AMENDS", "ITU-T L.1310 Amd.3 Appendix I", "ITU-T L.1310 Amd.3")}


@pytest.mark.parametrize("aside", ["", " (TD 61)"])
def test_a_symbol_behind_a_reply_leaves_it_a_reply(read: Read, aside: str) -> None:
    extraction = read(f"ITU-T SG5 sent a response{aside} and copied it to ETSI.")
    assert ("LIAISED_WITH", "ITU-T SG5", "ETSI") in statements(extraction, "LIAISED_WITH")


def test_the_print_of_a_range_is_the_name_of_none_of_it(read: Read) -> None:
    nodes = [node for node in read("Questions 4/5 to 6/5 and ITU-T K.1 to K.3 go on.").batch.entities if node.stated]
    assert not [node.key for node in nodes if any(" to " in str(name) for name in node.stated.get("aliases", ()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.XR-EC, F.VWB and Q.NSMQTF go on.", {"ITU-T H.XR-EC", "ITU-T F.VWB", "ITU-T Q.NSMQTF"}),
        ("Y.QKD-arch and F.LLM-eval go on.", {"ITU-T Y.QKD-arch", "ITU-T F.LLM-eval"}),
        ("In the U.S. and in D.C., e.g. at the P.O.Box, it is Plan B.ITU agrees.", set()),
        ("A.McKay and J.R.Stone spoke with B.Lind.", set()),
    ],
)
def test_provisional_names(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Recommendation") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Radiocommunication Study Group 4 met.", {"ITU-R SG4"}),
        ("Telecommunication Standardization Study Group 9 met.", {"ITU-T SG9"}),
        ("ITU-D STUDY GROUPS 1 AND 2", {"ITU-D SG1", "ITU-D SG2"}),
        ("Study Group 6 of CCIR met, as did JTC 1 Study Group 4 and APT Study Group 2.", set()),
        ("The Q4 of 2019 was good for ITU-T SG13.", {"ITU-T SG13"}),
    ],
)
def test_study_groups_of_itu(read: Read, text: str, expected: set[str]) -> None:
    found = read(text)
    assert keys(found, "StudyGroup") == expected
    assert not keys(found, "Question")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Working Party 3L met.", {"ITU-R WP3L"}),
        ("WORKING PARTIES 6A AND 6C", {"ITU-R WP6A", "ITU-R WP6C"}),
        ("TG 5/1 and JTG 4-5-6-7 met.", {"ITU-R TG 5/1", "ITU-R JTG 4-5-6-7"}),
        ("Working Group 4B-2 met, and so did WG 3.", {"ITU-R WG 4B-2"}),
    ],
)
def test_working_parties_of_itu_r(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Group") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ETSI GS ZSM 002 and ETSI EN 303 645-1 apply.", {"ETSI GS ZSM 002", "ETSI EN 303 645-1"}),
        ("3GPP TS 38.300 and 38.331 apply.", {"3GPP TS 38.300", "3GPP TS 38.331"}),
        ("RFCs 4271, 4760 and 8205 apply.", {"RFC 4271", "RFC 4760", "RFC 8205"}),
        ("RFC 4271 and 2016 mark the start.", {"RFC 4271"}),
        ("IEEE 802.1AX and IEEE Std 1588-2019 apply.", {"IEEE 802.1AX", "IEEE 1588"}),
        ("The IEEE 802.1 group met.", set()),
        ("APT/AWG/REC-03 and APT/ASTAP/REPT-7 apply.", {"APT/AWG/REC-03", "APT/ASTAP/REPT-7"}),
        ("ECC Report 127 and CEPT T/R 22-06 apply.", {"ECC Report 127", "CEPT T/R 22-06"}),
        ("ERC/REC 74-01 applies.", {"ERC Recommendation 74-01"}),
        ("ECC/REC (11)04 applies.", {"ECC Recommendation (11)04"}),
    ],
)
def test_families_of_standards(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Publication") == expected


def test_a_list_is_read_once() -> None:
    assert len(list(find_identifiers("Questions 1/5, " * 400 + "WP 5A, " * 400))) == 800
