"""What was done to texts that the sentence before names: "Both were approved", "The first two were published"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.deeds import Deed
from netgov.ingest.rules.passives import ADVERBS, agents_of
from netgov.ingest.rules.reading import Sentence
from netgov.ingest.rules.work_words import PARTICIPLE, TARGETS, TEXTS

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NOUN = r"(?:Recommendations?|texts?|documents?|drafts?|reports?|Supplements?|standards?|publications?|deliverables?)"
_OF = rf"(?:\sof\s(?:these|those|them|which|the(?:se)?\s{_NOUN}))?"
_PHRASE = re.compile(
    rf"(?:(?:[Tt]he\s(?P<end>first|last|former|latter)(?:\s(?P<some>{'|'.join(_NUMBERS)}))?(?:\s{_NOUN})?{_OF})"
    rf"|(?P<both>[Bb]oth(?:\s(?:{_NOUN}|of\s(?:them|these)))?)"
    rf"|(?P<every>[Aa]ll(?:\s(?P<count>{'|'.join(_NUMBERS)}))?(?:\s{_NOUN}|\sof\s(?:them|these))?|They|These(?:\s(?:(?P<these>{'|'.join(_NUMBERS)})\s)?{_NOUN})?)"
    rf"|(?P<single>It|This\s{_NOUN}))"
    rf"(?P<verb>\s(?:(?:has|have|had)\s{ADVERBS}been|was|were)\s{ADVERBS})(?:{PARTICIPLE})(?!\w|\s(?:to|that|upon)\b)"
)
_TYPES = ("APPROVED", "AGREED", "CONSENTED", "DETERMINED", "PUBLISHED")


def said_of_them(sentence: Sentence, before: Sentence | None) -> Iterator[Deed]:
    """As in "The first two were approved by SG13 in the meantime"; nothing where the numbers do not agree."""
    match = _PHRASE.match(sentence.text)
    if match is None or before is None or before.passage.section != sentence.passage.section:
        return
    type_ = str(match.lastgroup)
    texts = _texts(before)
    works = tuple(item for item in _chosen(texts, match) if item.label in TARGETS.get(type_, ()))
    end = sentence.start + match.end()
    agents = agents_of(sentence, end) if works and type_ in _TYPES else ()
    if agents and not sentence.is_hypothetical(sentence.start, end):
        yield Deed(type_, agents, works, end, "read_anaphora")


def _texts(sentence: Sentence) -> list[Mention]:
    """The texts that a sentence names, without those within the naming of another."""
    texts = [item for item in sentence.mentions if item.label in TEXTS]
    return [item for item in texts if not any(other.start < item.start < other.reach for other in texts)]


def _chosen(texts: list[Mention], match: re.Match[str]) -> list[Mention]:
    number = _NUMBERS.get(match["some"] or match["count"] or match["these"] or "", 0)
    if match["both"]:
        return texts if len(texts) == 2 else []
    if match["single"]:
        return texts if len(texts) == 1 else []
    if match["every"]:
        return texts if len(texts) > 1 and number in (0, len(texts)) else []
    number = number or 1
    if len(texts) <= number:
        return []
    return texts[:number] if match["end"] in ("first", "former") else texts[-number:]
