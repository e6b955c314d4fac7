"""Persons: which office they hold, and what takes place in the meeting that a document reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Ref
from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_CHAIRS = re.compile(
    r"(?:,\s[^;:]{2,90},|\s(?:of|from)\s[^;:,]{2,60},?|\s\([^()]*\))?\s(?:who\s)?(?:had\s|has\s|also\s)?(?:co-)?(?:chaired|moderated|presided\sover)\s(?:the\s)?"
)
_CHAIRED = re.compile(
    r"[”\"’)]?(?:\s?\([^()]*\))?,?\s(?:(?:which|was|and)\s)*(?:co-)?(?:chaired|moderated|presided\sover|facilitated|opened)\sby\s"
)
_SPEAKS = re.compile(
    r"\b(?:opened|thanked|pledged|wished|presented|noted|highlighted|stressed|welcomed|informed|said|stated|clarified|observed|urged|introduced|reported|addressed|concurred|responded|explained|"
    r"spoke|recalled|outlined|expressed|proposed|asked|drew|offered)\b"
)
_EARLIER = re.compile(r"\b(?:had|will|would)\s(?:\w+\s)?$")
_ONLY_THE = re.compile(r"(?:[Tt]he\s)?(?:ITU\s)?")
_PRESENTS = re.compile(
    r"\s(?:then\s|also\s|further\s)?(?:presented|introduced|explained|outlined|recalled|clarified|stressed|proposed)\b"
)
_DELEGATE = re.compile(
    r"\b(?:delegates?|representatives?|delegations?|delegation|on\sbehalf)\s(?:from|of)\s(?:the\s)?$"
)


def read_chairs(reading: Reading) -> Iterator[Found]:
    """As in "Mr. X chaired the 10th meeting": who chairs a meeting takes part in it."""
    for sentence in reading.sentences:
        events = [item for item in sentence.mentions if item.label == "Event"]
        for person in sentence.mentions if events else ():
            if person.label == "Person":
                behind = next((item for item in events if item.start >= person.reach), None)
                before = next((item for item in reversed(events) if item.reach <= person.start), None)
                if behind and _CHAIRS.fullmatch(sentence.between(person.reach, behind.start)):
                    yield sentence.states("PARTICIPATED_IN", person.ref, behind.ref, "read_chairs")
                elif before and _CHAIRED.fullmatch(sentence.between(before.reach, person.start)):
                    yield sentence.states("PARTICIPATED_IN", person.ref, before.ref, "read_chairs")


def read_speakers(reading: Reading) -> Iterator[Found]:
    """In the report of a meeting, who opens, presents or notes something took part in it; once each."""
    meeting = reading.own_meeting
    seen: set[Ref] = set()
    for sentence in reading.sentences if meeting else ():
        for item in _speakers(sentence):
            if meeting and item.ref not in seen and not sentence.is_hypothetical(sentence.start, item.start):
                seen.add(item.ref)
                yield sentence.states("PARTICIPATED_IN", item.ref, meeting, "read_speakers")


def _speakers(sentence: Sentence) -> Iterator[EntityMention]:
    for item in sentence.mentions:
        tail = sentence.after(item.reach)[:200]
        if item.label == "Person":
            spoke = _SPEAKS.search(tail) if len(sentence.before(item.start)) < 120 else None
            if spoke and not _EARLIER.search(tail[: spoke.start()]):
                yield item
        elif item.label in ("Country", "Organization"):
            lead = sentence.before(item.start)
            if _DELEGATE.search(lead) or (_ONLY_THE.fullmatch(lead) and _PRESENTS.match(tail)):
                yield item
