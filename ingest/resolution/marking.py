"""spaCy component: report, sentences and mentions as one → doc._.marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Report
from netgov.ingest.resolution.setting import find_setting


@Language.component("netgov_marking", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.marked"])
def set_marked(doc: Doc) -> Doc:
    """Set doc._.marked."""
    report: Report = doc._.report
    mentions: tuple[Mention, ...] = doc._.entities
    sentences = tuple(mark_sentences(report, doc._.sentences, mentions))
    doc._.marked = MarkedReport(report, sentences, mentions, find_setting(sentences))
    return doc


def mark_sentences(report: Report, spans: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """Each sentence with the mentions that start in it."""
    position = 0
    for start, end in spans:
        while position < len(mentions) and mentions[position].start < start:
            position += 1
        stop = position
        while stop < len(mentions) and mentions[stop].start < end:
            stop += 1
        yield Sentence(start, end, report.text[start:end], report.passage_at(start), tuple(mentions[position:stop]))
