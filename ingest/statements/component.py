"""spaCy component: entities in their sentences → statements with evidence, by the rules → doc._.statements."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from netgov.graph.model import Evidence, Statement
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.outline import Report
from netgov.ingest.rules import RULES
from netgov.ingest.rules.reading import Found, make_reading

UNTRIED = 0.5
"""The confidence of a rule that found nothing in the gold data yet."""


@cache
def load_confidence() -> Mapping[str, float]:
    """How sure each rule is, from data/confidence.csv: the smoothed share of its statements that are in gold data."""
    return {row["rule"]: float(row["confidence"]) for row in read_table("confidence")}


@Language.component("netgov_relations", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.statements"])
def set_statements(doc: Doc) -> Doc:
    """Set doc._.statements; the same statement found twice in a passage is kept once, the surer one."""
    report: Report = doc._.report
    reading = make_reading(report, doc._.sentences, doc._.entities)
    confidence = load_confidence()

    def sure(found: Found) -> float:
        return confidence.get(found.rule, UNTRIED)

    best: dict[tuple[object, ...], Found] = {}
    for rule in RULES:
        for found in rule(reading):
            passage = report.passage_at(found.start).ordinal
            identity = (found.type, found.source, found.target, passage, found.start, found.own.get("topic"))
            if identity not in best or sure(best[identity]) < sure(found):
                best[identity] = found
    doc._.statements = tuple(_statement(report, found, sure(found)) for found in best.values())
    return doc


def _statement(report: Report, found: Found, confidence: float) -> Statement:
    passage = report.passage_at(found.start)
    start, _ = report.span(passage)
    evidence = Evidence(
        document=report.key,
        passage=f"{report.key}#{passage.ordinal}",
        section=passage.section,
        quote=report.text[found.start : found.end],
        start=found.start - start,
        end=found.end - start,
        rule=found.rule,
        confidence=confidence,
    )
    return Statement(found.type, found.source, found.target, evidence, dict(found.own))
