"""What resolution hands on: names that are nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from netgov.graph.model import Ref


@dataclass(frozen=True)
class EventDetails:
    """What the naming of an event says of it: whose it is, when and where.

    `organizer` is the body whose meeting it is by its name; `told_by_verb` says that no noun names it ("SG5 met on …"),
    so that the mention covers the verb or the date; `is_denied` says that it was not held, or only might be.
    """

    kind: str
    organizer: Ref | None = None
    places: tuple[Ref, ...] = ()
    start_date: str = ""
    end_date: str = ""
    planned: bool = False
    told_by_verb: bool = False
    is_denied: bool = False


@dataclass(frozen=True)
class Mention:
    """A node that a stretch of the report's text names.

    Offsets are characters of the report's text; `reach` is where the naming ends with its title and version marks.
    `known` and `stated` are as in graph.model.Node; `fields` is what later stages may need of the name, `event` what it
    says of an event.
    """

    start: int
    end: int
    reach: int
    label: str
    key: str
    known: Mapping[str, Any] = field(default_factory=dict, hash=False)
    stated: Mapping[str, Any] = field(default_factory=dict, hash=False)
    fields: Mapping[str, Any] = field(default_factory=dict, hash=False)
    event: EventDetails | None = None

    @property
    def is_told_by_verb(self) -> bool:
        """Whether a verb or a date tells it ("SG5 met in May 2021"), so that no noun stands there."""
        return self.event is not None and self.event.told_by_verb

    @property
    def is_meeting(self) -> bool:
        """Whether it is the meeting of a body."""
        return self.label == "Event" and self.known.get("kind") == "meeting"

    @property
    def organizer(self) -> Ref | None:
        """The body whose event it is, if its name says so."""
        return self.event.organizer if self.event else None

    @property
    def ref(self) -> Ref:
        """Label and key."""
        return self.label, self.key
