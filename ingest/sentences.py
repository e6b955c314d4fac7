"""spaCy component: where sentences start and end → doc._.sentences (characters of the text)."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

_END = re.compile(r"\n\0?|[.!?][”\"’)]*[ \t]+(?=[“\"‘(]?[A-Z\d])")
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:No|Nos|Res|Rec|Recs|Rev|Amd|Amend|Cor|Corr|Suppl|Sup|Ed|Doc|Docs|Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sr|Jr|Hon|"
    r"Art|Fig|Vol|Sec|vs|cf|al|Inc|Ltd|Co|Corp|approx|para|pp?|v|V|Q|e\.g|i\.e|U\.S|U\.K|U\.N|H\.E|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; a newline always ends one, an abbreviation ("Res. 64") never."""
    spans, start = [], 0
    for match in _END.finditer(text):
        parted = match[0][0] == "\n"
        stop = match.start() if parted else match.start() + 1
        if not parted and match[0][0] == "." and _ABBREVIATION.search(text, max(start, stop - 12), stop):
            continue
        end = stop if parted else match.start() + len(match[0].rstrip())
        if text[start:end].strip():
            spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


@Language.component("sentences", assigns=["doc._.sentences"])
def set_sentences(doc: Doc) -> Doc:
    """Set doc._.sentences."""
    doc._.sentences = split_sentences(doc._.report.text)
    return doc
