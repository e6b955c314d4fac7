"""Claims become statements: the quote in its passage, and the two ends in the quote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgov.graph.model import Evidence, Ref
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.outline import Passage, Report
from netgov.ingest.statements.evidence import evidence_of, statement_of
from tests.ingest.conftest import Read

REPORT = Report(
    "note",
    (Passage(0, "Work on tariffs"), Passage(1, "SG3 met. It then liaised with OECD, OECD having asked.", "2.1")),
    {},
)
SG3: Ref = ("StudyGroup", "ITU-T SG3")
OECD: Ref = ("Organization", "OECD")


def place(text: str) -> Span:
    """Where the report first has a text."""
    start = REPORT.text.index(text)
    return start, start + len(text)


CLAIM = Claim(
    "LIAISED_WITH", SG3, OECD, place("It then liaised with OECD, OECD having asked."), "liaise", target_at=place("OECD")
)


def named(evidence: Evidence) -> tuple[str | None, str | None]:
    """What the quote prints for the two ends."""
    source = evidence.quote[evidence.source_start : evidence.source_end] if evidence.source_end else None
    target = evidence.quote[evidence.target_start : evidence.target_end] if evidence.target_end else None
    return source, target


def test_a_claim_is_quoted_from_its_passage() -> None:
    statement = statement_of(REPORT, replace(CLAIM, topic="tariffs"), 0.75)
    evidence = statement.evidence
    assert (statement.type, statement.source, statement.target) == ("LIAISED_WITH", SG3, OECD)
    assert statement.own == {"topic": "tariffs"}
    assert (evidence.document, evidence.passage, evidence.section) == ("note", "note#1", "2.1")
    assert REPORT.passages[1].text[evidence.start : evidence.end] == evidence.quote
    assert (evidence.rule, evidence.confidence) == ("liaise", 0.75)


def test_an_end_is_placed_in_the_quote_and_one_that_is_understood_nowhere() -> None:
    assert named(evidence_of(REPORT, CLAIM, 1.0)) == (None, "OECD")


def test_an_end_that_another_sentence_names_is_nowhere_in_the_quote() -> None:
    assert named(evidence_of(REPORT, replace(CLAIM, source_at=place("SG3")), 1.0)) == (None, "OECD")


def test_an_end_that_reaches_over_the_quote_is_nowhere_in_it() -> None:
    start, _ = place("OECD")
    assert named(evidence_of(REPORT, replace(CLAIM, target_at=(start, len(REPORT.text) + 1)), 1.0)) == (None, None)


@pytest.mark.parametrize(
    ("text", "type_", "rule", "ends"),
    [
        ("ITU-T SG3 liaised with OECD on tariffs.", "LIAISED_WITH", "liaise", ("ITU-T SG3", "OECD")),
        ("ITU-T SG3 met. It liaised with ISOC.", "LIAISED_WITH", "liaise", (None, "ISOC")),
        (
            "The approval of ITU-T D.50 by ITU-T SG3 came late.",
            "APPROVED",
            "approval by",
            ("ITU-T SG3", "ITU-T D.50"),
        ),
        ("ITU-T SG3:\n·\tliaised with OECD.", "LIAISED_WITH", "liaise", (None, "OECD")),
    ],
)
def test_a_statement_names_its_frame_and_where_its_ends_stand(
    read: Read, text: str, type_: str, rule: str, ends: tuple[str | None, str | None]
) -> None:
    (evidence,) = {item.evidence for item in read(text).batch.statements if item.type == type_}
    assert (evidence.rule, named(evidence)) == (rule, ends)


def test_a_statement_of_a_layout_names_the_layout(read: Read) -> None:
    text = "LIAISON STATEMENT\nSource:\tITU-T SG3\nTitle:\tLS on tariffs\nFor action to:\tOECD"
    (evidence,) = [item.evidence for item in read(text).batch.statements if item.type == "LIAISED_WITH"]
    assert evidence.rule == "read_liaison_header"


def test_a_statement_carries_its_sentence_and_section(read: Read) -> None:
    extraction = read("2\tTies\n2.1\tIt rained. ITU-T SG12 liaised with ETSI TC STQ on speech quality. It stopped.")
    (liaison,) = [item for item in extraction.batch.statements if item.type == "LIAISED_WITH"]
    assert liaison.evidence.quote == "ITU-T SG12 liaised with ETSI TC STQ on speech quality."
    assert liaison.evidence.section == "2.1"
    assert liaison.evidence.document == extraction.batch.document.key == "note"
    assert 0.5 <= liaison.evidence.confidence <= 1
