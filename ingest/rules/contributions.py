"""Contributions: who submitted what to which meeting or document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Ref
from ingest.resolver import EntityMention
from ingest.rules.reading import BODIES, Found, Reading, Sentence

_RECEIVED = re.compile(r"\b(?:[Cc]ontributions?|[Cc]omments|[Ii]nputs?|[Ss]ubmissions?|[Pp]roposals?|technologies)\b[^.;]{0,100}?\b(?:received|submitted|provided|made)\b[^.;]{0,40}?\b(?:from|by)\s(?:the\s)?(?!Secretariat)")
_FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?$")
_GLUE = re.compile(r"(?:[\s,;]|\([^()]*\)|\b(?:and|the|as|well|also|from|one|both|jointly|with|Republic|of)\b)*")
_PRESENTS = re.compile(r"\b(?:[Pp]resent(?:ed|ing|s)|[Ii]ntroduc(?:ed|ing|es)|[Ss]ubmitted)\s(?:its\s|the\s|a\s|their\s)?(?:written\s)?[Cc]ontributions?\s(?:\()?$")
_DELEGATE = re.compile(r"\b(?:delegates?|representatives?)\s(?:from|of)\s(?:the\s)?$")


def read_contributions(reading: Reading) -> Iterator[Found]:
    """"contributions had been received from the United Kingdom and ISOC …"; "ARIN presented contribution IEG/1/5"."""
    document: Ref | None = None
    for sentence in reading.sentences:
        named = [item.ref for item in sentence.mentions if item.label == "Document" and not _PRESENTS.search(sentence.before(item.start))]
        for match in _RECEIVED.finditer(sentence.text):
            target = _target(sentence, document) or reading.own_meeting
            for item in _contributors(sentence, sentence.start + match.end()) if target else ():
                yield Found("CONTRIBUTED_TO", item.ref, target, sentence.start, sentence.end, "read_contributions", 0.8)
        document = named[0] if named and not sentence.passage.clause else document
        yield from _presented(sentence, reading.own_meeting)


def _target(sentence: Sentence, document: Ref | None) -> Ref | None:
    """What the contributions went to: a meeting of the sentence, or the draft that was spoken of before."""
    event = next((item.ref for item in sentence.mentions if item.label == "Event" and item.known.get("kind") == "meeting"), None)
    return event or (document if re.search(r"\bdraft|report\b", sentence.text, re.IGNORECASE) or document else None)


def _contributors(sentence: Sentence, position: int) -> Iterator[EntityMention]:
    bodies: Sequence[EntityMention] = [item for item in sentence.actors if item.label in BODIES and item.start >= position]
    for item in bodies:
        gap = sentence.between(position, item.start)
        if not (_GLUE.fullmatch(gap) or _FROM.search(gap)):
            return
        position = item.reach
        yield item


def _presented(sentence: Sentence, meeting: Ref | None) -> Iterator[Found]:
    """"The representative from ARIN presented contribution IEG/1/5": a contribution to the meeting reported on."""
    for item in sentence.mentions if meeting else ():
        if item.label != "Document" or not _PRESENTS.search(sentence.before(item.start)):
            continue
        speaker = next((body for body in sentence.actors if _DELEGATE.search(sentence.before(body.start))), None) or sentence.agent
        if meeting and speaker:
            own = {"symbol": item.key}
            yield Found("CONTRIBUTED_TO", speaker.ref, meeting, sentence.start, sentence.end, "read_contributions", 0.85, own)
