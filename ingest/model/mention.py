"""What resolution hands on: names that are nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from netgov.graph.model import Ref


@dataclass(frozen=True)
class Mention:
    """A node that a stretch of the report's text names.

    Offsets are characters of the report's text; `reach` is where the naming ends with its title and version marks.
    `known` and `stated` are as in graph.model.Node; `fields` is what rules may need of the name.
    """

    start: int
    end: int
    reach: int
    label: str
    key: str
    known: Mapping[str, Any] = field(default_factory=dict, hash=False)
    stated: Mapping[str, Any] = field(default_factory=dict, hash=False)
    fields: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def is_meeting(self) -> bool:
        """Whether it is the meeting of a body."""
        return self.label == "Event" and self.known.get("kind") == "meeting"

    @property
    def ref(self) -> Ref:
        """Label and key."""
        return self.label, self.key
