"""Persons who chair a meeting: they take part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.rules.reading import Found, Reading

_CHAIRS = re.compile(
    r"(?:,\s[^;:]{2,90},|\s(?:of|from)\s[^;:,]{2,60},?|\s\([^()]*\))?\s(?:who\s)?(?:had\s|has\s|also\s)?(?:co-)?(?:chaired|moderated|presided\sover)\s(?:the\s)?"
)
_CHAIRED = re.compile(
    r"[”\"’)]?(?:\s?\([^()]*\))?,?\s(?:(?:which|was|and)\s)*(?:co-)?(?:chaired|moderated|presided\sover|facilitated|opened)\sby\s"
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
