"""A claim with its evidence: offsets of the report become offsets of the passage and of the quote."""

from __future__ import annotations

from netgov.graph.model import Evidence, Statement
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.outline import Report

NOWHERE = (None, None)


def statement_of(report: Report, claim: Claim, confidence: float) -> Statement:
    """The statement that the graph keeps of a claim. Raises InvalidGraph if the claim breaks the ontology."""
    return Statement(claim.type, claim.source, claim.target, evidence_of(report, claim, confidence), claim.own)


def evidence_of(report: Report, claim: Claim, confidence: float) -> Evidence:
    """Where a claim is made, and where its quote names the two ends."""
    start, end = claim.quote
    passage = report.passage_at(start)
    offset, _ = report.span(passage)
    source_start, source_end = _within(claim.quote, claim.source_at)
    target_start, target_end = _within(claim.quote, claim.target_at)
    return Evidence(
        document=report.key,
        passage=f"{report.key}#{passage.ordinal}",
        section=passage.section,
        quote=report.text[start:end],
        start=start - offset,
        end=end - offset,
        rule=claim.rule,
        confidence=confidence,
        source_start=source_start,
        source_end=source_end,
        target_start=target_start,
        target_end=target_end,
    )


def _within(quote: Span, place: Span | None) -> tuple[int, int] | tuple[None, None]:
    """A place relative to the quote; one outside of it, such as a subject of the sentence before, is none."""
    if place is None or not quote[0] <= place[0] < place[1] <= quote[1]:
        return NOWHERE
    return place[0] - quote[0], place[1] - quote[0]
