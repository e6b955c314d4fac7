"""Lists of texts that go on over paragraphs: "SG16 approved two texts: H.625 …", then "H.627.1 describes …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention

WORK = frozenset(["APPROVED", "AGREED", "CONSENTED", "DETERMINED", "STARTED", "DEVELOPS", "PUBLISHED"])
TEXTS = ("Recommendation", "Publication", "Resolution")
RULE = "list of texts"
OPENING = 40
"""Characters within which a paragraph of such a list names its text."""


def continue_lists(marked: MarkedReport, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What each paragraph of such a list adds: the claim that opened it, with the text that it begins with."""
    opened: Claim | None = None
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.quote[0], []).append(claim)
    for sentences in marked.by_passage.values():
        first = sentences[0]
        made = [claim for item in sentences for claim in by_sentence.get(item.start, []) if claim.type in WORK]
        text = _opening_text(first)
        if opened is not None and text is not None and first.passage.kind != "heading":
            if not any(claim.target == text.ref for claim in made) and text.label == opened.target[0]:
                yield replace(
                    opened,
                    target=text.ref,
                    quote=(first.start, first.end),
                    source_at=None,
                    target_at=(text.start, text.end),
                    rule=RULE,
                )
            continue
        opened = next((claim for claim in made if _opens_list(marked, claim)), None)


def _opening_text(sentence: Sentence) -> Mention | None:
    """The text that a paragraph begins with, behind "Approved Recommendation" and the like."""
    texts = sentence.of(*TEXTS)
    if not texts or texts[0].start - sentence.start > OPENING:
        return None
    lead = sentence.between(sentence.start, texts[0].start).casefold().split()
    return (
        texts[0]
        if all(word in word_set("kinds of text") | {"approved", "consented", "agreed"} for word in lead)
        else None
    )


def _opens_list(marked: MarkedReport, claim: Claim) -> bool:
    """Whether a count and a colon stand before the text: "approved seven Recommendations: …"."""
    if claim.target_at is None:
        return False
    words = marked.report.text[claim.quote[0] : claim.target_at[0]].casefold().split()
    return (
        bool(words) and words[-1].endswith(":") and any(word in word_set("counts") or word.isdigit() for word in words)
    )
