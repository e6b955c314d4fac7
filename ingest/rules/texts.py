"""Texts that speak of texts: what a document reports on, and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_REPORTS = re.compile(
    r"\b[Tt]his\s(?:report|document|contribution|paper|note)\s(?:\w+\s){0,3}?(?:summari[sz]es|describes|reports|presents|provides|covers|outlines|gives|contains|highlights|responds|informs)\b"
)


def read_report_subject(reading: Reading) -> Iterator[Found]:
    """"This report summarizes ITU’s activities related to Plenipotentiary Conference (PP) Resolution 101 (Rev. …)"."""
    for sentence in reading.sentences:
        match = _REPORTS.search(sentence.text)
        if not match:
            continue
        for item in sentence.mentions:
            if item.label == "Resolution" and item.start > sentence.start + match.end():
                own = {"edition": str(mark)} if (mark := _edition(sentence, item)) else {}
                yield Found("REPORTS_ON", reading.document, item.ref, sentence.start, sentence.end, "read_report_subject", 0.95, own)


def read_references(reading: Reading) -> Iterator[Found]:
    """A document cited by its symbol: "Information on SG17 is available in Council Document C20/18"."""
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Document" and item.ref != reading.document:
                yield Found("REFERENCES", reading.document, item.ref, sentence.start, sentence.end, "read_references", 0.9)


def _edition(sentence: Sentence, resolution: EntityMention) -> str:
    """The newest edition that the text names with a resolution."""
    marks = [item.fields["mark"] for item in sentence.mentions if item.label == "Edition" and item.start == resolution.start]
    return str(marks[-1]) if marks else ""
