"""What syntax hands on: predications, each with its roles turned round once, whatever form the sentence gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from netgov.ingest.model.marked import Sentence
from netgov.ingest.model.mention import Mention

Modality = Literal["asserted", "planned", "possible", "requested", "aimed", "negated"]
"""How far a clause stands behind what it says; everything but "asserted" and, for events, "planned" states nothing."""


@dataclass(frozen=True)
class Phrase:
    """An argument: its head and what it names, members of a list and those behind "representatives of" included.

    `head` is the lemma of the head noun with its compound ("liaison statement"), `printed` the noun as it stands there,
    in the singular; `start`, `end` and `at`, where the noun stands, are characters of the report's text. `determiner`
    is "the", "a", "its" …; `owner` is who "its", "ITU's" or "BDT" in front stands for.
    """

    head: str
    start: int
    end: int
    at: int
    mentions: tuple[Mention, ...] = ()
    printed: str = ""
    determiner: str = ""
    is_pronoun: bool = False
    is_unknown_name: bool = False
    owner: tuple[Mention, ...] = ()

    @property
    def noun(self) -> str:
        """The head without what stands before it; empty where a name is the head."""
        return self.head.rpartition(" ")[2]

    @property
    def is_named(self) -> bool:
        """Whether it names something, known or not."""
        return bool(self.mentions) or self.is_unknown_name


Roles = Mapping[str, tuple[Phrase, ...]]
"""By "subject", "object", "role" (what someone is called or becomes), or a preposition ("with", "on" …)."""


@dataclass(frozen=True)
class Predication:
    """A verb, noun or adjective of a sentence with its roles: "approved by X" and "X approves" give the same.

    `at` is where it stands, in characters of the report's text; `carrier` is the verb that a noun hangs on ("send" of
    "sent a liaison statement").
    """

    lemma: str
    form: Literal["verb", "noun", "adjective"]
    at: int
    sentence: Sentence
    roles: Roles = field(default_factory=dict, hash=False)
    modality: Modality = "asserted"
    is_passive: bool = False
    understood: tuple[Mention, ...] = ()
    """Who does it where the sentence names no subject."""
    before: tuple[Mention, ...] = ()
    """Who was spoken of before."""
    carrier: str = ""
    manner: frozenset[str] = frozenset()
    is_main: bool = True

    def role(self, *names: str) -> tuple[Phrase, ...]:
        """The phrases in these roles, in their order."""
        return tuple(phrase for name in names for phrase in self.roles.get(name, ()))

    def with_role(self, name: str, phrases: tuple[Phrase, ...]) -> Predication:
        """The same with one role filled."""
        return replace(self, roles={**self.roles, name: phrases})
