"""Who liaised and who collaborates with whom, on what."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

LIAISONS = [
    pytest.param(
        "ITU-T SG12 liaised with ETSI TC STQ on speech quality.",
        {("ITU-T SG12", "ETSI TC STQ", "speech quality")},
        id="one partner",
    ),
    pytest.param(
        "ITU-T SG17 liaised with IETF LAMPS on certificates, with OASIS on identity, and with FIDO Alliance on tokens.",
        {
            ("ITU-T SG17", "IETF LAMPS", "certificates"),
            ("ITU-T SG17", "OASIS", "identity"),
            ("ITU-T SG17", "FIDO Alliance", "tokens"),
        },
        id="each partner its topic",
    ),
    pytest.param(
        "ITU-T SG9 liaised with CableLabs and SCTE on set-top boxes, and with ETSI on remote control.",
        {
            ("ITU-T SG9", "CableLabs", "set-top boxes"),
            ("ITU-T SG9", "SCTE", "set-top boxes"),
            ("ITU-T SG9", "ETSI", "remote control"),
        },
        id="partners share a topic",
    ),
    pytest.param(
        "Liaison statements were exchanged between IETF and ITU-T SG12 on delay, on loss, ITU-T SG16 on codecs, "
        "and through TSAG on working methods.",
        {
            ("ITU-T SG12", "IETF", "delay; loss"),
            ("ITU-T SG16", "IETF", "codecs"),
            ("TSAG", "IETF", "working methods"),
        },
        id="between one and many",
    ),
    pytest.param(
        "ITU-T SGs 5 and 9 liaised with CENELEC on sockets.",
        {("ITU-T SG5", "CENELEC", "sockets"), ("ITU-T SG9", "CENELEC", "sockets")},
        id="two subjects",
    ),
    pytest.param(
        "1.1\tITU-T SG16:\n·\tapproved ITU-T H.870 “Safe listening”;\n·\tliaised with W3C on captions.",
        {("ITU-T SG16", "W3C", "captions")},
        id="subject of the introduction",
    ),
    pytest.param(
        "1.1\tITU-T SG16 met in May. It also liaised with W3C on captions.",
        {("ITU-T SG16", "W3C", "captions")},
        id="pronoun",
    ),
    pytest.param(
        "1.1\tITU-T SG16 met in May. The Group further liaised with W3C on captions.",
        {("ITU-T SG16", "W3C", "captions")},
        id="the Group",
    ),
    pytest.param(
        "Q6/16 liaised with 3GPP SA4 on payloads.", {("ITU-T SG16", "3GPP SA4", "payloads")}, id="a Question acts as SG"
    ),
    pytest.param(
        "ITU-T SG11 sent a liaison statement to GSMA on stolen devices.",
        {("ITU-T SG11", "GSMA", "stolen devices")},
        id="sent a liaison statement",
    ),
    pytest.param(
        "Coordination through liaisons between ISO/IEC JTC 1/SC 27 and ITU-T SG17 was kept up.",
        {("ITU-T SG17", "ISO/IEC JTC 1/SC 27", None)},
        id="coordination through liaisons",
    ),
    pytest.param(
        "ITU-T SG3 received a liaison statement from BEREC on roaming.",
        {("ITU-T SG3", "BEREC", "roaming")},
        id="received",
    ),
    pytest.param(
        "ITU-T SG13 approved ITU-T Y.3172 “Learning” and liaised with ETSI ENI on intents.",
        {("ITU-T SG13", "ETSI ENI", "intents")},
        id="second verb",
    ),
    pytest.param(
        "TSAG sent liaison statements to ITU-D TDAG and RAG.",
        {("TSAG", "TDAG", None), ("TSAG", "RAG", None)},
        id="without a topic",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LIAISONS)
def test_liaisons(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = statements(read(text), "LIAISED_WITH", own=("topic",))
    assert {row[1:] for row in found} == expected


COLLABORATIONS = [
    pytest.param(
        "ITU-T SG5 is collaborating with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="is collaborating"
    ),
    pytest.param("ITU-T SG5 cooperates with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="cooperates"),
    pytest.param("ITU-T SG5 coordinates with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="coordinates"),
    pytest.param("ITU-T SG5 works closely with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="closely"),
    pytest.param("ITU-T SG5 worked jointly with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="jointly"),
    pytest.param("ITU-T SG5 harmonizes with UNEP on e-waste.", {("ITU-T SG5", "UNEP", "e-waste")}, id="harmonizes"),
    pytest.param(
        "ITU-T SG20 is collaborating with ANSI, GSMA and IEEE on numbering, with W3C on vocabularies.",
        {
            ("ITU-T SG20", "ANSI", "numbering"),
            ("ITU-T SG20", "GSMA", "numbering"),
            ("ITU-T SG20", "IEEE", "numbering"),
            ("ITU-T SG20", "W3C", "vocabularies"),
        },
        id="distributed topics",
    ),
    pytest.param(
        "ITU-T SG13 is collaborating with 3GPP on draft Recommendation ITU-T Y.kettle-arc.",
        {("ITU-T SG13", "3GPP", "draft Recommendation ITU-T Y.kettle-arc")},
        id="on a draft Recommendation",
    ),
    pytest.param(
        "BDT, in partnership with FAO, trains farmers.", {("BDT", "FAO", None)}, id="in partnership with, in apposition"
    ),
    pytest.param(
        "In partnership with FAO and UNDP, BDT trains farmers.",
        {("BDT", "FAO", None), ("BDT", "UNDP", None)},
        id="in partnership with, in front",
    ),
    pytest.param(
        "1.1\tITU-T SG5:\n·\tis collaborating with UNEP on e-waste;\n·\tcooperates with WMO on cables.",
        {("ITU-T SG5", "UNEP", "e-waste"), ("ITU-T SG5", "WMO", "cables")},
        id="bullets",
    ),
    pytest.param(
        "Q4/5 works jointly with ETSI on power.", {("ITU-T SG5", "ETSI", "power")}, id="a Question acts as SG"
    ),
    pytest.param(
        "UNESCO and ITU are working closely on literacy.", {("ITU", "UNESCO", "literacy")}, id="ITU comes first"
    ),
    pytest.param(
        "BDT continues its collaborative activities with UNICEF.",
        {("BDT", "UNICEF", None)},
        id="continues its activities",
    ),
    pytest.param(
        "TSB cooperates with RIPE NCC, APNIC, as well as LACNIC, on statistics.",
        {("TSB", "RIPE NCC", "statistics"), ("TSB", "APNIC", "statistics"), ("TSB", "LACNIC", "statistics")},
        id="as well as",
    ),
    pytest.param(
        "A memorandum of understanding between ITU and UNHCR was signed in 2019.",
        {("ITU", "UNHCR", None)},
        id="memorandum of understanding",
    ),
    pytest.param("FG-AI4H is supported by WHO.", {("FG-AI4H", "WHO", None)}, id="supported by"),
]


@pytest.mark.parametrize(("text", "expected"), COLLABORATIONS)
def test_collaborations(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = statements(read(text), "COLLABORATES_WITH", own=("topic",))
    assert {row[1:] for row in found} == expected


def test_work_on_a_draft_with_a_partner_is_no_development(read: Read) -> None:
    text = "ITU-T SG13 is collaborating with 3GPP on draft Recommendation ITU-T Y.kettle-arc."
    assert statements(read(text), "DEVELOPS") == set()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ITU-T SG5 has not liaised with UNEP on e-waste.", id="negated liaison"),
        pytest.param("ITU-T SG5 does not collaborate with UNEP on e-waste.", id="negated collaboration"),
        pytest.param("ITU-T SG5 never cooperated with UNEP.", id="never"),
        pytest.param("ITU-T SG5 may collaborate with UNEP on e-waste.", id="may"),
        pytest.param("ITU-T SG5 could liaise with UNEP on e-waste.", id="could"),
        pytest.param("ITU-T SG5 plans to collaborate with UNEP on e-waste.", id="plans"),
        pytest.param("ITU-T SG5 explored ways for greater collaboration with UNEP.", id="an aim"),
        pytest.param("ITU-T SG5 hopes for closer cooperation with UNEP.", id="hopes"),
        pytest.param("1.1\tITU-T SG5:\n·\thas not liaised with UNEP on e-waste.", id="negated bullet"),
        pytest.param("ITU-T SG5 read “How UNEP cooperates with WMO”.", id="a quoted title"),
        pytest.param("ITU-T SG5 and UNEP met.", id="merely named together"),
    ],
)
def test_no_tie_is_stated(read: Read, text: str) -> None:
    assert statements(read(text), "LIAISED_WITH", "COLLABORATES_WITH") == set()


def test_a_statement_carries_its_sentence_section_and_rule(read: Read) -> None:
    extraction = read("2\tTies\n2.1\tIt rained. ITU-T SG12 liaised with ETSI TC STQ on speech quality. It stopped.")
    (liaison,) = [item for item in extraction.batch.statements if item.type == "LIAISED_WITH"]
    assert liaison.evidence.quote == "ITU-T SG12 liaised with ETSI TC STQ on speech quality."
    assert (liaison.evidence.section, liaison.evidence.rule) == ("2.1", "read_liaisons")
    assert liaison.evidence.document == extraction.batch.document.key == "note"
    assert 0.5 < liaison.evidence.confidence <= 1


LIAISON_STATEMENT = """LIAISON STATEMENT
Source:\tITU-T SG 12, Q7 and Q9
Title:\tLS on the assessment of speech
{recipients}
Contact:\tMs Ada Quell, TSB"""


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        pytest.param("For action to:\tETSI TC STQ", {"ETSI TC STQ"}, id="action"),
        pytest.param("For information to:\tITU-T SG16; 3GPP SA4", {"ITU-T SG16", "3GPP SA4"}, id="information"),
        pytest.param("To:\tIETF (CCAMP and PCE WGs)\nCc:\tBBF", {"IETF CCAMP", "IETF PCE", "BBF"}, id="to and copy"),
        pytest.param("For action to:\tITU-T SG 15, Q9 and Q11", {"ITU-T SG15"}, id="Questions of a group"),
    ],
)
def test_the_head_of_a_liaison_statement(read: Read, recipients: str, expected: set[str]) -> None:
    found = statements(read(LIAISON_STATEMENT.format(recipients=recipients)), "LIAISED_WITH", own=("topic",))
    assert {row[1:] for row in found} == {("ITU-T SG12", key, "the assessment of speech") for key in expected}
