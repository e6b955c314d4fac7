"""The pipeline: a blank English tokenizer and netgov's own components."""

from __future__ import annotations

import gc
import re

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from netgov.ingest.model.outline import Report

COMPONENTS = tuple(
    f"netgov_{stage}" for stage in ("sentences", "mentions", "resolver", "events", "relations", "topics")
)
_ATTRIBUTES = ("report", "sentences", "candidates", "entities", "statements", "topics")


def make_nlp() -> Language:
    """The components in order; tokens are words and single marks, so that any name ends at a token's end."""
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
    for component in COMPONENTS:
        nlp.add_pipe(component)
    gc.freeze()  # the gazetteers stay: collecting garbage around them took a sixth of the time
    return nlp


def read_report(report: Report, nlp: Language) -> Doc:
    """Run the pipeline over one report."""
    doc = nlp.make_doc(report.text)
    doc._.report = report
    return nlp(doc)
