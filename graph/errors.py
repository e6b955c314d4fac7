"""What can go wrong, each with a sentence that a user can act on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class NetgovError(Exception):
    """The root of every error that netgov raises on purpose; its text is meant for the user."""


class OntologyError(NetgovError):
    """The declaration of the ontology, or a reference to it, is wrong."""


class InvalidGraph(NetgovError):
    """A batch says something that the ontology does not allow."""


class UnreadableFile(NetgovError):
    """A file cannot be read as a report."""


class StoreUnavailable(NetgovError):
    """The database cannot be reached, refuses the login, or did not start."""


class QueryRejected(NetgovError):
    """A query was refused: bad syntax, a write where only reading is allowed, a wrong parameter."""


class GraphChanged(NetgovError):
    """The graph was written to while it was being read as a whole."""


class ExportRefused(NetgovError):
    """What was asked for cannot be exported in that form, or a dump cannot be brought in."""


class QueryTimeout(NetgovError):
    """A query ran past its time limit."""


class UnknownName(NetgovError):
    """A name (query, label, parameter, document) that does not exist; says what would have been right."""

    def __init__(self, kind: str, name: str, choices: Iterable[str]) -> None:
        self.kind, self.name, self.choices = kind, name, sorted(choices)
        close = get_close_matches(name, self.choices, n=3, cutoff=0.5)
        shown = close or self.choices[:20]
        hint = ("Did you mean " if close else "Known: ") + ", ".join(shown) + ("?" if close else ".")
        super().__init__(f"There is no {kind} {name!r}. {hint}" if shown else f"There is no {kind} {name!r}.")
