"""The grammar of identifiers, read through the pipeline: what is named, in which normal form."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, names


def read_keys(read: Read, text: str, *labels: str) -> list[str]:
    """The keys of the mentions with one of these labels, in the order of the text."""
    return [key for label, key, _ in names(read(text)) if label in labels]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T SG16 met.", ["ITU-T SG16"]),
        ("ITU-T Study Group 16 met.", ["ITU-T SG16"]),
        ("ITU-T SG 16 met.", ["ITU-T SG16"]),
        ("ITU-T SG-16 met.", ["ITU-T SG16"]),
        ("ITU\u2011TSG16 met.", ["ITU-T SG16"]),
        ("Study Group 2 of ITU-D met.", ["ITU-D SG2"]),
        ("Study Group 5 of the ITU-R met.", ["ITU-R SG5"]),
        ("ITU-R Study Groups 4, 5 and 6 met.", ["ITU-R SG4", "ITU-R SG5", "ITU-R SG6"]),
        ("ITU-T SGs 9, 12 and 16 met.", ["ITU-T SG9", "ITU-T SG12", "ITU-T SG16"]),
        ("ITU-T SGs 2/3 met.", ["ITU-T SG2", "ITU-T SG3"]),
        ("ITU-T SG9, SG12, and SG16 met.", ["ITU-T SG9", "ITU-T SG12", "ITU-T SG16"]),
        ("ITU-T Study Groups 5 & 20 met.", ["ITU-T SG5", "ITU-T SG20"]),
        ("ITU-T Study Groups 3 and 5 met, 9 to 12 May 2016.", ["ITU-T SG3", "ITU-T SG5"]),
        ("Both ITU-D SG1 and ITU-D SG2 met.", ["ITU-D SG1", "ITU-D SG2"]),
        ("Document SG16-TD12 was noted.", []),
        ("MSG16 is a message.", []),
    ],
)
def test_study_groups(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "StudyGroup") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T Q7/16 met.", ["ITU-T Q7/16"]),
        ("ITU-T Question 7/16 met.", ["ITU-T Q7/16"]),
        ("ITU-T Q.7/16 met.", ["ITU-T Q7/16"]),
        ("ITU-T Q. 7/16 met.", ["ITU-T Q7/16"]),
        ("ITU-D Question 2/2 goes on.", ["ITU-D Q2/2"]),
        ("ITU-T Questions 4/12, 7/12, and 13/12 met.", ["ITU-T Q4/12", "ITU-T Q7/12", "ITU-T Q13/12"]),
        ("ITU-T Q6/16 and Q21/16 met.", ["ITU-T Q6/16", "ITU-T Q21/16"]),
        ("ITU-T Questions 6 and 21/16 met.", ["ITU-T Q6/16", "ITU-T Q21/16"]),
        ("ITU-T SG 12, Q7, Q9 and Q13", ["ITU-T Q7/12", "ITU-T Q9/12", "ITU-T Q13/12"]),
        ("SG-12, Q.7/12, Q.9/12 and TSAG", ["ITU-T Q7/12", "ITU-T Q9/12"]),
        ("ITU-T Q6/16, Q8/16, and Q21/16 met.", ["ITU-T Q6/16", "ITU-T Q8/16", "ITU-T Q21/16"]),
        ("Recommendation ITU-T Q.850 was noted.", []),
        ("ITU-T Questions 2/16 to 4/16 met.", ["ITU-T Q2/16", "ITU-T Q3/16", "ITU-T Q4/16"]),
        ("ITU-D Question 19-2/1 is old.", []),
        ("In Q4 2019 sales rose.", []),
    ],
)
def test_questions(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Question") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WP3/12 met.", ["ITU-T WP3/12"]),
        ("Working Party 3/12 met.", ["ITU-T WP3/12"]),
        ("Working Parties 1/5 and 2/5 met.", ["ITU-T WP1/5", "ITU-T WP2/5"]),
        ("WP 4A met.", ["ITU-R WP4A"]),
        ("Working Parties 4A, 4B and 4C met.", ["ITU-R WP4A", "ITU-R WP4B", "ITU-R WP4C"]),
        ("SG13RG-AFR met.", ["ITU-T SG13RG-AFR"]),
        ("the ITU-T Study Group 5 Regional Group for the Arab Region (SG5RG-ARB) met.", ["ITU-T SG5RG-ARB"]),
    ],
)
def test_working_parties_and_regional_groups(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Group") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T Y.2060 is in force.", ["ITU-T Y.2060"]),
        ("Y.2060 is in force.", ["ITU-T Y.2060"]),
        ("Recommendations ITU-T Y.11 to Y.13 apply.", ["ITU-T Y.11", "ITU-T Y.12", "ITU-T Y.13"]),
        ("The references go from ITU-T Y.11 to Y.13.", ["ITU-T Y.11", "ITU-T Y.13"]),
        ("ITU-T Y.2060 (ex Y.iot-over) “Things” is in force.", ["ITU-T Y.2060"]),
        ("F.AI-CHAT “Needs of chat” was noted.", ["ITU-T F.AI-CHAT"]),
        ("Recs. ITU-T E.800, ITU-T E.802 and P.10 apply.", ["ITU-T E.800", "ITU-T E.802", "ITU-T P.10"]),
        ("ITU-T Y.4401/Y.2068 is in force.", ["ITU-T Y.4401", "ITU-T Y.2068"]),
        ("ITU-T G.9960 (2018) Amd. 2 is in force.", ["ITU-T G.9960 Amd.2"]),
        ("ITU-T X.1051 Cor. 1 is in force.", ["ITU-T X.1051 Cor.1"]),
        ("ITU-T H Suppl. 1 is in force.", ["ITU-T H Suppl.1"]),
        ("ITU-T K Supplement 14 is in force.", ["ITU-T K Suppl.14"]),
        (
            "Supplement 12 to ITU-T E.800-series Recommendations is in force.",
            ["ITU-T E Suppl.12", "ITU-T E.800-series"],
        ),
        ("Supplement 9 to the ITU-T A-series Recommendations is in force.", ["ITU-T A Suppl.9"]),
        ("ITU-T Q.Supplement 62 is in force.", ["ITU-T Q Suppl.62"]),
        ("ITU-T E.156 Suppl. 2 is in force.", ["ITU-T E.156 Suppl.2"]),
        ("ITU-T G.Imp712 is in force.", ["ITU-T G.Imp712"]),
        ("Draft Recommendation ITU-T X.sec-grp-mov goes on.", ["ITU-T X.sec-grp-mov"]),
        ("Draft Recommendation ITU-T Y.IoT-SPWE goes on.", ["ITU-T Y.IoT-SPWE"]),
        ("Recommendation ITU-R BT.2100-2 is in force.", ["ITU-R BT.2100"]),
        ("Recommendation ITU-R P.452-16 is in force.", ["ITU-R P.452"]),
        ("ITU-R M.1036-6 and ITU-R M.1457-14 are in force.", ["ITU-R M.1036", "ITU-R M.1457"]),
        ("Paragraph A.1 was noted, as was D.2.", []),
        ("Mr. J.Smith spoke, and so did B. Miller.", []),
        ("It costs 5.10 francs, cf. p.7.", []),
    ],
)
def test_recommendations(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Recommendation") == expected


def test_a_recommendation_says_what_it_is(read: Read) -> None:
    text = "Draft Recommendation ITU-T X.1254 Amd.1, “Entity authentication”, goes on."
    (node,) = [node for node in read(text).batch.entities if node.key == "ITU-T X.1254 Amd.1"]
    expected = {"sector": "ITU-T", "series": "X", "number": "X.1254 Amd.1", "kind": "amendment", "draft": True}
    assert expected.items() <= node.properties.items()
    assert node.properties["title"] == "Entity authentication"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ETSI TS 103 701 is in force.", ["ETSI TS 103 701"]),
        ("ETSI TS 129 165 V10.21.0 (2016-01) is in force.", ["ETSI TS 129 165"]),
        ("ETSI EN 303 645 is in force.", ["ETSI EN 303 645"]),
        ("oneM2M TS-0004 and IEEE 1588 apply.", ["oneM2M TS-0004", "IEEE 1588"]),
        ("BBF TR-069 and GSMA NG.114 apply.", ["BBF TR-069", "GSMA NG.114"]),
        ("The paper ZSTR-Abc is out.", ["ITU-T ZSTR-Abc"]),
        ("ETSI GS MEC 003 is in force.", ["ETSI GS MEC 003"]),
        ("3GPP TS 23.501 version 16.4.0 Release 16 is in force.", ["3GPP TS 23.501"]),
        ("IETF RFC 8200 is in force.", ["RFC 8200"]),
        ("RFC8200 and RFC 791 are in force.", ["RFC 8200", "RFC 791"]),
        ("draft-ietf-quic-transport expired.", ["draft-ietf-quic-transport"]),
        ("ISO/IEC 27001:2013 is in force.", ["ISO/IEC 27001"]),
        ("ISO/IEC 14496-10 is in force.", ["ISO/IEC 14496-10"]),
        ("ISO 37122 is in force.", ["ISO 37122"]),
        ("MEF 38.1 and 39.1 are in force.", ["MEF 38.1", "MEF 39.1"]),
        ("Report ITU-R SM.2352-0 is in force.", ["ITU-R SM.2352"]),
        ("ITU-R Report BT.2420-3 is in force.", ["ITU-R BT.2420"]),
        ("Reports ITU-R M.2376-0 and ITU-R M.2370-0 are in force.", ["ITU-R M.2376", "ITU-R M.2370"]),
        ("ITU-T OB No. 1096 lists them.", ["ITU-T OB No. 1096"]),
        ("ITU-T GSTR-TN5G is in force.", ["ITU-T GSTR-TN5G"]),
        ("ITU-T TR.AI4IoT is in force.", ["ITU-T TR.AI4IoT"]),
    ],
)
def test_standards_and_papers(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Publication") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Document C19/41.", ["C19/41"]),
        ("See Council Document C19/INF/12.", ["C19/INF/12"]),
        ("See Doc. C19/41(Rev.1).", ["C19/41(Rev.1)"]),
        ("See DM19/1007.", ["DM19/1007"]),
        ("See TSAG-TD433 and SG17-TD1210.", ["TSAG-TD433", "SG17-TD1210"]),
        ("See Doc. CWG-COP-7/2.", ["CWG-COP-7/2"]),
        ("See CWG-COP/7/2.", ["CWG-COP/7/2"]),
        ("They are open 24/7.", []),
        ("See TCP/IP and ISO/IEC.", []),
    ],
)
def test_documents(read: Read, text: str, expected: list[str]) -> None:
    assert read_keys(read, text, "Document") == expected


def test_a_short_symbol_continues_that_of_the_document(read: Read) -> None:
    text = "WTPF-EXP/2/9\nThe Group noted EXP 2/3 and WTPF-EXP/2/5."
    assert read_keys(read, text, "Document") == ["WTPF-EXP/2/3", "WTPF-EXP/2/5"]


@pytest.mark.parametrize(
    ("text", "key", "title"),
    [
        ("ITU-T Y.2060 “Overview of things” is in force.", "ITU-T Y.2060", "Overview of things"),
        ("ITU-T Y.2060: “Overview of things”.", "ITU-T Y.2060", "Overview of things"),
        ("ITU-T Y.2060, on “Overview of things,” applies.", "ITU-T Y.2060", "Overview of things"),
        ('ITU-T Y.2060 "Overview of things" is in force.', "ITU-T Y.2060", "Overview of things"),
        ("ITU-T Y.2060 (revised) “Overview of things” is in force.", "ITU-T Y.2060", "Overview of things"),
        ("ITU-T Y.2060 “Overview of things", "ITU-T Y.2060", "Overview of things"),
        ("ITU-T Y.2060 “Overview of things. The text is new.", "ITU-T Y.2060", "Overview of things"),
        ("ETSI EN 303 645 “Consumer IoT” is in force.", "ETSI EN 303 645", "Consumer IoT"),
    ],
)
def test_titles_are_printed_without_their_marks(read: Read, text: str, key: str, title: str) -> None:
    (node,) = [node for node in read(text).batch.entities if node.key == key]
    assert node.properties["title"] == title
