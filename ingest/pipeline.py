"""The pipeline: a blank English tokenizer and netgov's own components; and one document through it."""

from __future__ import annotations

import gc
import re

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from netgov.graph.model import GraphBatch
from netgov.ingest.model.blocks import Source
from netgov.ingest.model.outline import Report
from netgov.ingest.outline.report import make_report
from netgov.ingest.statements.batch import Extraction, make_extraction

COMPONENTS = tuple(
    f"netgov_{stage}"
    for stage in (
        *("sentences", "mentions", "resolver", "events", "marking"),
        *("syntax", "discourse", "frames", "layouts", "statements", "topics"),
    )
)
_ATTRIBUTES = (
    *("report", "sentences", "candidates", "entities", "marked"),
    *("predications", "claims", "statements", "topics"),
)


def make_nlp(model: str | None = None, frames: str | None = None) -> Language:
    """The components in order; tokens are words and single marks, so that any name ends at a token's end.

    `model` names the pipeline of spaCy's that parses, else one that is installed; `frames` is a file with frames of the
    user's. Raises MissingModel, and UnreadableFile for such a file.
    """
    for name in _ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = spacy.blank("en")
    mark = r"[^\w\s]|_"
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=re.compile(rf"^(?:{mark})").search,
        suffix_search=re.compile(rf"(?:{mark})$").search,
        infix_finditer=re.compile(mark).finditer,
    )
    nlp.max_length = 100_000_000
    settings = {"model": model, "frames": frames}
    for component in COMPONENTS:
        taken = nlp.get_factory_meta(component).default_config or {}
        nlp.add_pipe(component, config={name: value for name, value in settings.items() if name in taken})
    gc.freeze()  # the gazetteers stay: collecting garbage around them took a sixth of the time
    return nlp


def read_report(report: Report, nlp: Language) -> Doc:
    """Run the pipeline over one report."""
    doc = nlp.make_doc(report.text)
    doc._.report = report
    return nlp(doc)


def extract(source: Source, nlp: Language) -> Extraction:
    """Read one document with `nlp` (from `make_nlp`). Raises InvalidGraph if a frame or layout broke the ontology."""
    report = make_report(source)
    return make_extraction(source, report, read_report(report, nlp))


def build_batch(source: Source, nlp: Language) -> GraphBatch:
    """The contribution of one document. Raises InvalidGraph if a frame or layout broke the ontology."""
    return extract(source, nlp).batch
