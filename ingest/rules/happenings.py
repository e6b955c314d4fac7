"""Which events a text means that it does not name again: "the meeting", "both meetings", "the meeting in Lima"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.events import held_in
from netgov.ingest.rules.reading import Sentence

_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he\stwo|[Tt]hese\stwo|[Aa]t\seach\sof\sthe)\s(?:of\sthese\s)?(?:meetings|workshops|events|sessions|courses|seminars|trainings)\b"
)
_MEETING_IN = re.compile(
    r"\b(?:the|that)\s(?:meeting|workshop|event|session|course|seminar|training)\s(?:held\s)?(?:in|at)\s$"
)
_RECENT = 8


@dataclass
class Context:
    """The event that "the meeting" means: the last one named in this passage, or in the one before it."""

    event: Mention | None = None
    passage: int = -2
    section: str = ""
    joined: tuple[Mention, ...] = ()
    recent: tuple[Mention, ...] = ()
    held: dict[Ref, Ref] = field(default_factory=dict)

    def at(self, sentence: Sentence) -> Mention | None:
        near = sentence.passage.ordinal - self.passage <= 1 and sentence.passage.section == self.section
        return self.event if near or sentence.passage.ordinal == self.passage else None

    def meant(self, sentence: Sentence, events: Sequence[Mention]) -> tuple[Mention | None, ...]:
        """The event before; for "both meetings" the two before, for "the meeting in Lima" the one held there."""
        last = self.at(sentence)
        if events or not self.recent or _above(sentence.passage.section) != _above(self.section):
            return (last,)
        if _BOTH.search(sentence.text) and len(self.recent) > 1:
            return self.recent[-2:]
        places = [item for item in sentence.mentions if item.label == "Place"]
        if len(places) == 1 and _MEETING_IN.search(sentence.before(places[0].start)):
            return tuple(item for item in self.recent if self.held.get(item.ref) == places[0].ref)[:1] or (None,)
        return (last,)

    def learn(self, sentence: Sentence, events: Sequence[Mention]) -> None:
        if events and _above(sentence.passage.section) != _above(self.section):
            self.recent = ()
        self.recent = (*self.recent, *(item for item in events if item.key not in {old.key for old in self.recent}))[
            -_RECENT:
        ]
        for index, event in enumerate(events):
            stop = events[index + 1].start if index + 1 < len(events) else sentence.end
            self.held.update((found.source, found.target) for found in held_in(sentence, event, stop))
        if events:
            self.event, self.passage, self.section = events[-1], sentence.passage.ordinal, sentence.passage.section


def _above(section: str) -> str:
    """As in "1.2" → "1": the section that a numbered paragraph stands in."""
    return section.rpartition(".")[0] or section
