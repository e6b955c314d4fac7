"""An event as a sentence tells it, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import DateSpan
from netgov.ingest.model.mention import EventDetails, Mention


@dataclass(frozen=True)
class FoundEvent:
    """An event with its place in the text; `is_short` says that it was named before and is only meant here."""

    start: int
    end: int
    reach: int
    key: str
    kind: str
    noun: str = ""
    dates: DateSpan | None = None
    title: str = ""
    organizer: Ref | None = None
    places: tuple[Ref, ...] = ()
    planned: bool = False
    told_by_verb: bool = False
    is_short: bool = False
    is_denied: bool = False
    body: Mention | None = None

    def mention(self, text: str) -> Mention:
        """The mention of it."""
        start, end = (self.dates.start, self.dates.end) if self.dates else ("", "")
        printed = text[self.start : self.end].replace("\n", " ").strip()
        nameless = self.told_by_verb or self.is_short
        told = {"start_date": start, "end_date": end, "title": self.title, "aliases": [] if nameless else [printed]}
        organizer, places = (None, ()) if self.is_denied else (self.organizer, self.places)
        details = EventDetails(
            self.kind, organizer, places, start, end, self.planned, self.told_by_verb, self.is_denied
        )
        known = {"name": self.title or self.key, "kind": self.kind}
        stated = {name: value for name, value in told.items() if value}
        return Mention(self.start, self.end, self.reach, "Event", self.key, known, stated, {}, details)
