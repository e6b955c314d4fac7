"""spaCy component: where sentences start and end → doc._.sentences (characters of the text)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

_END = re.compile(r"\n\0?|[.!?][”\"’)]*[ \t]+(?=[“\"‘(]?[A-Z\d])")
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:No|Nos|Res|Rec|Recs|Rev|Amd|Amend|Cor|Corr|Suppl|Sup|Ed|Doc|Docs|Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sr|Jr|Hon|"
    r"Art|Fig|Vol|Sec|vs|cf|al|Inc|Ltd|Co|Corp|approx|para|pp?|v|V|Q|e\.g|i\.e|U\.S|U\.K|U\.N|H\.E|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)

LONGEST = 3000
"""Characters after which a sentence without a full stop is cut, for the cost of a rule outgrows its sentence."""


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; a newline always ends one, an abbreviation ("Res. 64") never."""
    spans, start = [], 0
    for match in _END.finditer(text):
        parted = match[0][0] == "\n"
        stop = match.start() if parted else match.start() + 1
        if not parted and match[0][0] == "." and _ABBREVIATION.search(text, max(start, stop - 12), stop):
            continue
        end = stop if parted else match.start() + len(match[0].rstrip())
        spans.append((start, end))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(part for span in spans for part in _cut(text, *span) if text[slice(*part)].strip())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of at most LONGEST characters, cut behind a semicolon, a comma or a space where there is one."""
    while end - start > LONGEST:
        stop = start + LONGEST
        found = (text.rfind(mark, start, stop) + 1 for mark in ("; ", ", ", " "))
        cut = next((position for position in found if position > start), stop)
        yield start, cut
        start = cut
    yield start, end


@Language.component("netgov_sentences", assigns=["doc._.sentences"])
def set_sentences(doc: Doc) -> Doc:
    """Set doc._.sentences."""
    doc._.sentences = split_sentences(doc._.report.text)
    return doc
