"""spaCy component: claims → statements with their evidence → doc._.statements."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.statements.evidence import statement_of

UNTRIED = 0.5
"""The confidence of a frame or layout that found nothing in the gold data yet."""


@cache
def load_confidence() -> Mapping[str, float]:
    """How sure each frame and layout is, from data/confidence.csv: the smoothed share of its statements in the gold."""
    return {row["rule"]: float(row["confidence"]) for row in read_table("confidence")}


@Language.component("netgov_statements", requires=["doc._.marked", "doc._.claims"], assigns=["doc._.statements"])
def set_statements(doc: Doc) -> Doc:
    """Set doc._.statements; what a sentence states twice is kept once, the surer and fuller one."""
    marked: MarkedReport = doc._.marked
    confidence = load_confidence()

    def worth(claim: Claim) -> tuple[float, int]:
        return confidence.get(claim.rule, UNTRIED), len(claim.own)

    best: dict[tuple[object, ...], Claim] = {}
    for claim in doc._.claims:
        identity = (claim.type, claim.source, claim.target, claim.quote)
        if identity not in best or worth(best[identity]) < worth(claim):
            best[identity] = claim
    doc._.statements = tuple(
        statement_of(marked.report, claim, confidence.get(claim.rule, UNTRIED)) for claim in best.values()
    )
    return doc
