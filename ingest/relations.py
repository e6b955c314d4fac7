"""spaCy component: entities in their sentences → statements with evidence, by the rules → doc._.statements."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Evidence, Statement
from ingest.report import Report
from ingest.rules import RULES
from ingest.rules.reading import Found, make_reading


@Language.component("relations", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.statements"])
def set_statements(doc: Doc) -> Doc:
    """Set doc._.statements; the same statement found twice in a passage is kept once, the surer one."""
    report: Report = doc._.report
    reading = make_reading(report, doc._.sentences, doc._.entities)
    best: dict[tuple[object, ...], Found] = {}
    for rule in RULES:
        for found in rule(reading):
            passage = report.passage_at(found.start).ordinal
            identity = (found.type, found.source, found.target, passage, found.start, found.own.get("topic"))
            if identity not in best or best[identity].confidence < found.confidence:
                best[identity] = found
    doc._.statements = tuple(_statement(report, found) for found in best.values())
    return doc


def _statement(report: Report, found: Found) -> Statement:
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
        confidence=found.confidence,
    )
    return Statement(found.type, found.source, found.target, evidence, dict(found.own))
