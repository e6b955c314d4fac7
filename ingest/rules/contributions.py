"""Contributions: who submitted what to which meeting or document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Ref
from ingest.resolver import EntityMention
from ingest.rules.reading import BODIES, Found, Reading, Sentence

_RECEIVED = re.compile(
    r"\b(?:[Cc]ontributions?|[Cc]omments|[Ii]nputs?|[Ss]ubmissions?)\b[^.;]{0,100}?\b(?:received|submitted|provided|made)\b(?:\sby\sthe\s\w+)?[^.;]{0,40}?\b(?:from|by)\s(?:the\s)?(?!Secretariat)"
)
_DRAFT = re.compile(r"\b(?:draft|report)\b[^.;]{0,60}$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?$")
_GLUE = re.compile(r"(?:[\s,;]|\([^()]*\)|\b(?:and|the|as|well|also|from|one|both|jointly|with|Republic|of)\b)*")
_PRESENTS = re.compile(
    r"\b(?:[Pp]resent(?:ed|ing|s)|[Ii]ntroduc(?:ed|ing|es)|[Ss]ubmitted)\s(?:its\s|the\s|a\s|their\s)?(?:written\s)?[Cc]ontributions?\s(?:\()?$"
)
_DELEGATE = re.compile(r"\b(?:delegates?|representatives?)\s(?:from|of)\s(?:the\s)?$")


def read_contributions(reading: Reading) -> Iterator[Found]:
    """As in "contributions had been received from the United Kingdom and ISOC …"."""
    draft: Ref | None = None
    if reading.own_meeting is None:
        return
    for sentence in reading.sentences:
        drafts = [
            item.ref
            for item in sentence.mentions
            if item.label == "Document" and _DRAFT.search(sentence.before(item.start))
        ]
        draft = drafts[-1] if drafts else draft
        for match in _RECEIVED.finditer(sentence.text):
            target = _meeting_of(sentence) or draft or reading.own_meeting
            for item in _contributors(sentence, sentence.start + match.end()):
                yield sentence.states("CONTRIBUTED_TO", item.ref, target, "read_contributions")
        yield from _presented(sentence, reading.own_meeting)


def _meeting_of(sentence: Sentence) -> Ref | None:
    """The meeting that a sentence names."""
    return next(
        (item.ref for item in sentence.mentions if item.label == "Event" and item.known.get("kind") == "meeting"), None
    )


def _contributors(sentence: Sentence, position: int) -> Iterator[EntityMention]:
    bodies: Sequence[EntityMention] = [
        item for item in sentence.actors if item.label in BODIES and item.start >= position
    ]
    for item in bodies:
        gap = sentence.between(position, item.start)
        if not (_GLUE.fullmatch(gap) or _FROM.search(gap)):
            return
        position = item.reach
        yield item


def _presented(sentence: Sentence, meeting: Ref) -> Iterator[Found]:
    """As in "The representative from ARIN presented contribution IEG/1/5": a contribution to the meeting."""
    for item in sentence.mentions:
        if item.label != "Document" or not _PRESENTS.search(sentence.before(item.start)):
            continue
        speaker = (
            next((body for body in sentence.actors if _DELEGATE.search(sentence.before(body.start))), None)
            or sentence.agent
        )
        if speaker:
            own = {"symbol": item.key}
            yield sentence.states("CONTRIBUTED_TO", speaker.ref, meeting, "read_contributions", own)
