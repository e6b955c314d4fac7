"""The pipeline, and what it reads in a text, as the tests of extraction compare it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from spacy.language import Language

from netgov.graph.model import Ref
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.clause import Predication
from netgov.ingest.model.marked import MarkedReport, Sentence, Setting
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Report
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import extract, make_nlp, read_report
from netgov.ingest.readers.files import source_from_text
from netgov.ingest.statements.batch import Extraction

Read = Callable[[str], Extraction]
"""A text through the whole pipeline."""
Predications = Callable[[str], tuple[Predication, ...]]
"""A text through the pipeline as far as its predications."""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline, made once: it keeps nothing between documents."""
    return make_nlp()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Read a text as a document of its own, called "note"."""
    return lambda text: extract(source_from_text(text, "note.txt"), nlp)


def statements(extraction: Extraction, *types: str, own: tuple[str, ...] = ()) -> set[tuple[object, ...]]:
    """(type, source key, target key) of each statement of these types, and the values of its properties in `own`."""
    return {
        (item.type, item.source[1], item.target[1], *(item.own.get(name) for name in own))
        for item in extraction.batch.statements
        if not types or item.type in types
    }


def keys(extraction: Extraction, *labels: str) -> set[str]:
    """The keys of the entities that have one of these labels."""
    return {node.key for node in extraction.batch.entities if node.label in labels}


def names(extraction: Extraction) -> list[tuple[str, str, str]]:
    """(label, key, as printed) of each mention, in the order of the text."""
    return [(item.label, item.key, item.text) for item in extraction.mentions]


def mark_text(text: str, nlp: Language, body: Ref | None = None, event: Ref | None = None) -> MarkedReport:
    """A text with its sentences and mentions, as the document of a body and of an event."""
    report = make_report(source_from_text(text, "note.txt"))
    doc = read_report(report, nlp)
    sentences = tuple(_sentences(report, doc._.sentences, doc._.entities))
    return MarkedReport(report, sentences, doc._.entities, Setting(body, event))


def _sentences(report: Report, spans: Iterable[tuple[int, int]], mentions: Sequence[Mention]) -> Iterable[Sentence]:
    for start, end in spans:
        inside = tuple(item for item in mentions if start <= item.start < end)
        yield Sentence(start, end, report.text[start:end], report.passage_at(start), inside)


def told(claims: Iterable[Claim], *types: str) -> set[tuple[str, str, str]]:
    """(source key, target key, role) of claims."""
    return {(item.source[1], item.target[1], item.role) for item in claims if not types or item.type in types}


@pytest.fixture(scope="session")
def predications(nlp: Language) -> Predications:
    """What syntax and discourse make of a text."""
    return lambda text: read_report(make_report(source_from_text(text, "note.txt")), nlp)._.predications
