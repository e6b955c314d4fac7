"""spaCy component: what layout states → more of doc._.claims."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.layouts.read import LAYOUTS
from netgov.ingest.model.marked import MarkedReport


@Language.component("netgov_layouts", requires=["doc._.marked", "doc._.claims"], assigns=["doc._.claims"])
def add_claims(doc: Doc) -> Doc:
    """Add to doc._.claims."""
    marked: MarkedReport = doc._.marked
    doc._.claims = (*doc._.claims, *(claim for read in LAYOUTS for claim in read(marked)))
    return doc
