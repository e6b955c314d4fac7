"""Work on texts: who approved, agreed, consented, determined, started, develops and published what."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements

WORK = ("APPROVED", "AGREED", "CONSENTED", "DETERMINED", "STARTED", "DEVELOPS", "PUBLISHED", "RESPONSIBLE_FOR")
SG9 = "ITU-T SG9"

CASES = [
    pytest.param(
        "ITU-T SG9 approved ITU-T J.1600 “Premium cable” and ITU-T J.1601 “Requirements”.",
        {("APPROVED", SG9, "ITU-T J.1600"), ("APPROVED", SG9, "ITU-T J.1601")},
        id="approved two",
    ),
    pytest.param(
        "ITU-T SG9 approved ITU-T J.1600/Y.2600 “Premium cable”.",
        {("APPROVED", SG9, "ITU-T J.1600"), ("APPROVED", SG9, "ITU-T Y.2600")},
        id="approved a double number",
    ),
    pytest.param(
        "ITU-T SG9 approved three Recommendations: ITU-T J.1600 “Premium cable”; ITU-T J.1601 “Requirements”; "
        "and ITU-T J.1602 “Framework”.",
        {("APPROVED", SG9, f"ITU-T J.160{digit}") for digit in "012"},
        id="list after a colon",
    ),
    pytest.param(
        "1.1\tITU-T SG9 approved the following Recommendations:\n·\tITU-T J.1600 “Premium”\n·\tITU-T J.1601 “Why”",
        {("APPROVED", SG9, "ITU-T J.1600"), ("APPROVED", SG9, "ITU-T J.1601")},
        id="list over bullets",
    ),
    pytest.param(
        "1.1\tITU-T SG9 determined the following draft Recommendations:\nITU-T J.1600 “Premium cable” has two parts."
        "\nITU-T J.1601 “Requirements” has three.\nSG16 rested.\n1.2\tITU-T H.222 “Streams” is older.",
        {("DETERMINED", SG9, "ITU-T J.1600"), ("DETERMINED", SG9, "ITU-T J.1601")},
        id="list over paragraphs",
    ),
    pytest.param(
        "1.1\tOn cables, ITU-T SG9:\n·\tapproved ITU-T J.1600 “A”;\n·\tconsented ITU-T J.1601 “B”;\n·\tdetermined "
        "ITU-T J.1602 “C”;\n·\tagreed a technical report on “Cable in space”;\n·\tstarted work on ITU-T J.cable-sea;\n"
        "·\tis developing draft Recommendation ITU-T J.cable-ai;\n·\tpublished the handbook “Cables for all”.",
        {
            ("APPROVED", SG9, "ITU-T J.1600"),
            ("CONSENTED", SG9, "ITU-T J.1601"),
            ("DETERMINED", SG9, "ITU-T J.1602"),
            ("AGREED", SG9, "Cable in space"),
            ("STARTED", SG9, "ITU-T J.cable-sea"),
            ("DEVELOPS", SG9, "ITU-T J.cable-ai"),
            ("PUBLISHED", SG9, "Cables for all"),
        },
        id="bullets of one subject",
    ),
    pytest.param(
        "On cables, ITU-T SG9 approved ITU-T J.1600, consented ITU-T J.1601 and determined ITU-T J.1602.",
        {("APPROVED", SG9, "ITU-T J.1600"), ("CONSENTED", SG9, "ITU-T J.1601"), ("DETERMINED", SG9, "ITU-T J.1602")},
        id="three verbs",
    ),
    pytest.param(
        "2.3\tITU-T SG9 met. It approved ITU-T J.1600 “A”. It further started work on ITU-T J.1601 and is progressing "
        "ITU-T J.1602. The Group also agreed ITU-T J Suppl.11.",
        {
            ("APPROVED", SG9, "ITU-T J.1600"),
            ("STARTED", SG9, "ITU-T J.1601"),
            ("DEVELOPS", SG9, "ITU-T J.1602"),
            ("AGREED", SG9, "ITU-T J Suppl.11"),
        },
        id="pronouns",
    ),
    pytest.param(
        "ITU-T J.1600 “Cables” was approved by SG9 in 2019.", {("APPROVED", SG9, "ITU-T J.1600")}, id="passive"
    ),
    pytest.param(
        "ITU-T J.1600 and ITU-T J.1601 were consented by SG9.",
        {("CONSENTED", SG9, "ITU-T J.1600"), ("CONSENTED", SG9, "ITU-T J.1601")},
        id="passive of two",
    ),
    pytest.param(
        "1.1\tITU-T SG9 met.\nRecommendation ITU-T J.1600 was approved.",
        {("APPROVED", SG9, "ITU-T J.1600")},
        id="passive without an agent",
    ),
    pytest.param(
        "ITU-T SG9 gave its consent to ITU-T J.1601 and gave its approval to ITU-T J.1600.",
        {("CONSENTED", SG9, "ITU-T J.1601"), ("APPROVED", SG9, "ITU-T J.1600")},
        id="noun phrases",
    ),
    pytest.param(
        "ITU-T SG9 and SG16 jointly developed ITU-T J.1600.",
        {("DEVELOPS", SG9, "ITU-T J.1600"), ("DEVELOPS", "ITU-T SG16", "ITU-T J.1600")},
        id="two subjects",
    ),
    pytest.param("Q3/9 is drafting ITU-T J.1600.", {("DEVELOPS", SG9, "ITU-T J.1600")}, id="a Question acts as SG"),
    pytest.param(
        "ITU-T SG9 approved ITU-T J.94 Cor.1 and started revision works on ITU-T J.112 Amd.2.",
        {("APPROVED", SG9, "ITU-T J.94 Cor.1"), ("STARTED", SG9, "ITU-T J.112 Amd.2")},
        id="parts are texts of their own",
    ),
    pytest.param(
        "ITU-T SG9 agreed Supplement 11 to the ITU-T J-series Recommendations, “Guide”.",
        {("AGREED", SG9, "ITU-T J Suppl.11")},
        id="supplement to a series",
    ),
    pytest.param(
        "ITU-T SG9 consented two draft Recommendations: on “Kettles at home” and on “Kettles at work”.",
        {("CONSENTED", SG9, "draft: Kettles at home"), ("CONSENTED", SG9, "draft: Kettles at work")},
        id="drafts by title",
    ),
    pytest.param("ITU-T SG9 prepared a report on “Sea”.", {("DEVELOPS", SG9, "Sea")}, id="prepared a report"),
    pytest.param(
        "The Council adopted Resolution 1386.", {("APPROVED", "ITU Council", "Council Resolution 1386")}, id="adopted"
    ),
    pytest.param(
        "ITU-R approved Recommendation ITU-R BT.2100-2 “HDR” and Report ITU-R BT.2420-3 “Immersion”.",
        {("APPROVED", "ITU-R", "ITU-R BT.2100"), ("APPROVED", "ITU-R", "ITU-R BT.2420")},
        id="a Report of ITU-R",
    ),
    pytest.param("IETF published RFC 9000 “QUIC”.", {("PUBLISHED", "IETF", "RFC 9000")}, id="an outside body"),
    pytest.param(
        "ITU-T SG9, which has responsibility for ITU-T J.112, met.",
        {("RESPONSIBLE_FOR", SG9, "ITU-T J.112")},
        id="responsibility",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_work(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert statements(read(text), *WORK) == expected


@pytest.mark.parametrize(
    ("text", "type_", "property_", "value"),
    [
        ("ITU-T SG9 consented ITU-T J.1601 “Why” (under approval).", "CONSENTED", "status", "under approval"),
        (
            "ITU-T SG9 consented one draft Recommendation (currently under approval): ITU-T J.1601 “Why”.",
            "CONSENTED",
            "status",
            "under approval",
        ),
        ("ITU-T SG9 approved ITU-T J.1602 (revised) “How”.", "APPROVED", "revised", True),
        ("ITU-T SG9 approved revised Recommendation ITU-T J.1602 “How”.", "APPROVED", "revised", True),
        ("ITU-T SG9 approved ITU-T J.1602 “How”.", "APPROVED", "revised", None),
        ("ITU-T SG9 approved ITU-T J.1602 V2 “How”.", "APPROVED", "edition", "V2"),
        ("ITU-R approved Recommendation ITU-R M.2083-0.", "APPROVED", "edition", "-0"),
        ("ITU-R approved Recommendation ITU-R M.1457-14.", "APPROVED", "edition", "-14"),
        ("ITU-T SG9 started revision works on ITU-T J.94.", "STARTED", "revision", True),
        ("ITU-T SG9 started the revision of ITU-T J.94.", "STARTED", "revision", True),
        ("ITU-T SG9 started new work on ITU-T J.cable-sea.", "STARTED", "revision", None),
    ],
)
def test_what_the_verb_phrase_adds(read: Read, text: str, type_: str, property_: str, value: object) -> None:
    assert {row[3] for row in statements(read(text), type_, own=(property_,))} == {value}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ITU-T SG9 approved more than 20 new and revised Recommendations.", id="a count"),
        pytest.param("ITU-T SG9 approved one regional Recommendation for Africa and an essential guide.", id="unnamed"),
        pytest.param("ITU-T SG9 has not approved ITU-T J.1600 “Premium cable”.", id="negated"),
        pytest.param("ITU-T SG9 may approve ITU-T J.1600 in future.", id="may"),
        pytest.param("ITU-T SG9 plans to determine ITU-T J.1602.", id="plan"),
        pytest.param("ITU-T SG9 will be invited to approve ITU-T J.1602.", id="invitation"),
        pytest.param("ITU-T SG9 failed to approve ITU-T J.1601.", id="failed"),
        pytest.param("It was proposed that ITU-T SG9 approve ITU-T J.1601.", id="proposed"),
        pytest.param("1.1\tITU-T SG9:\n·\thas not completed ITU-T J.1601.", id="negated bullet"),
        pytest.param("ITU-T SG9 read “Why SG16 approved ITU-T H.222”.", id="within a quoted title"),
        pytest.param("New Recommendation ITU-T J.1600 was approved.", id="no body at all"),
        pytest.param("ITU-T SG9 used ITU-T J.1600, one of the recently approved Recommendations.", id="participle"),
    ],
)
def test_nothing_is_stated(read: Read, text: str) -> None:
    assert statements(read(text), *WORK) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T J.94 Amd.2 is new.", {("AMENDS", "ITU-T J.94 Amd.2", "ITU-T J.94")}),
        ("ITU-T J.94 (1998) Corrigendum 1 is new.", {("AMENDS", "ITU-T J.94 Cor.1", "ITU-T J.94")}),
        ("ITU-T G.729 Annex B is new.", {("AMENDS", "ITU-T G.729 Annex B", "ITU-T G.729")}),
        ("ITU-T E.156 Suppl. 2 is new.", {("SUPPLEMENTS", "ITU-T E.156 Suppl.2", "ITU-T E.156")}),
        (
            "Supplement 12 to ITU-T E.800-series Recommendations is new.",
            {("SUPPLEMENTS", "ITU-T E Suppl.12", "ITU-T E.800-series")},
        ),
        ("ITU-T Q.Suppl.71 is new.", set()),
        ("ITU-T L.1603/Y.4903 is new.", {("EQUIVALENT_TO", "ITU-T L.1603", "ITU-T Y.4903")}),
        (
            "ITU-T G.780/Y.1351 (2004) Amend. 1 is new.",
            {
                ("AMENDS", "ITU-T G.780 Amd.1", "ITU-T G.780"),
                ("AMENDS", "ITU-T Y.1351 Amd.1", "ITU-T Y.1351"),
                ("EQUIVALENT_TO", "ITU-T G.780 Amd.1", "ITU-T Y.1351 Amd.1"),
            },
        ),
        ("ITU-T J.94 and ITU-T J.112 are new.", set()),
    ],
)
def test_what_identifiers_say_of_one_another(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert statements(read(text), "AMENDS", "SUPPLEMENTS", "EQUIVALENT_TO") == expected


def test_a_part_brings_its_parent_along(read: Read) -> None:
    assert keys(read("ITU-T SG9 approved ITU-T J.94 Amd.2."), "Recommendation") == {"ITU-T J.94", "ITU-T J.94 Amd.2"}
