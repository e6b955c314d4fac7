"""What an event is called: "TSAG meeting 3", "SG5 meeting (2021-05-11)", "Kettles at sea (2015-03-02)", "PRF-24"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from netgov.ingest.lexicon.conferences import Series, load_series
from netgov.ingest.lexicon.dates import DateSpan
from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.occasions.naming import Naming
from netgov.ingest.resolution.phrases import print_atoms

OF_BODIES = frozenset(["meeting", "session"])
_PLAIN_MEETINGS = frozenset(["meeting", "e-meeting", "plenary", "plenary meeting"])
_ITU = frozenset(["ITU", "ITU-T", "ITU-D", "ITU-R"])


def is_of_body(naming: Naming) -> bool:
    """Whether it is by its nature the event of a body: a meeting or session, or one that its group counts."""
    counted = bool(naming.numbers and naming.bodies) and not naming.title
    return (naming.head.kind in OF_BODIES and not naming.title) or counted


def numbered_key(body: Mention, naming: Naming, number: int) -> str:
    """As in "TSAG meeting 3"; "IETF 116" and "AWG-25" where the body's meetings are a series that counts."""
    series = _series_of(body.key)
    label = _label(naming, body)
    if series and label == "meeting":
        return series.edition(number)
    return f"{body.key} {label} {number}"


def dated_key(body: Mention, naming: Naming | None, dates: DateSpan) -> str:
    """As in "ITU-T SG5 meeting (2021-05-11)"; a session of the Council is known by its year."""
    label = _label(naming, body) if naming else "meeting"
    if body.key == "ITU Council" and label == "session":
        return f"Council {dates.start[:4]}"
    return f"{body.key} {label} ({dates.start})"


def series_key(atoms: Sequence[Atom], naming: Naming, dates: DateSpan | None) -> str:
    """As in "the ITU-T Kaleidoscope event on …": the edition of the series that stands before the noun."""
    if dates is None or naming.noun_at == naming.first:
        return ""
    name = " ".join(atom.printed for atom in atoms[naming.first : naming.noun_at] if not _is_passed_over(atom))
    series = _series_names().get(name.casefold())
    return series.edition(int(dates.start[:4])) if series else ""


def titled_key(title: str, dates: DateSpan | None) -> str:
    """As in "Kettles at sea (2015-03-02)"; a series that comes back has its own way."""
    series = _series_names().get(title.casefold())
    if series:
        return series.edition(int(dates.start[:4])) if dates and series.form != "number" else ""
    return f"{title} ({dates.start})" if dates else title


def title_of(atoms: Sequence[Atom], naming: Naming) -> str:
    """The title of an event: what it is on, or its name; of a meeting both, as "meeting" is part of what it is."""
    if naming.title and (naming.is_quoted or naming.head.kind not in (*OF_BODIES, "consultation")):
        return naming.title
    name = [atom for atom in atoms[naming.first : naming.noun_at + 1] if not _is_passed_over(atom)]
    words = [atom.printed for atom in name]
    if words and words[0].casefold() in words_of("generic") and not any(atom.is_capital for atom in name[1:-1]):
        words = words[1:]
    if name and name[0].is_body and words[0] in _ITU:
        words = words[1:]
    tail = print_atoms(atoms[naming.noun_at + 1 : naming.last + 1]) if naming.title else naming.suffix
    if [word.casefold() for word in words] == [naming.head.noun] and naming.numbers and not tail:
        words = [atoms[at].printed for at in range(naming.first, naming.noun_at) if atoms[at].number] + words
    title = " ".join(word for word in (*words, tail) if word)
    return title[:1].upper() + title[1:] if naming.title else title


def _is_passed_over(atom: Atom) -> bool:
    """Whether an atom before the head is no part of a title: its number, its date, "last"."""
    is_generic = atom.text in words_of("generic") and not atom.is_capital
    return atom.kind in ("ordinal", "date", "mark") or is_generic or atom.text in ("and", "s", "’s", "'s")


def _label(naming: Naming, body: Mention) -> str:
    """What stands between the body and the number: "meeting", "session", "annual meeting", "workshop"."""
    noun = "meeting" if naming.head.noun in _PLAIN_MEETINGS else naming.head.noun
    noun = "session" if naming.head.noun == "plenary session" else noun
    passed_over = words_of("generic") | {word.casefold() for word in body.key.split()}
    passed_over |= {"joint"} if naming.is_of_bodies and naming.head.is_plural else set()
    telling = [word for word in naming.adjectives if word.casefold() not in passed_over]
    if not naming.is_capital:
        telling = [word.lower() if word[1:].islower() else word for word in telling]
    if not telling and not naming.suffix:
        return noun
    noun = noun if not naming.is_capital else " ".join(word.capitalize() for word in noun.split())
    return " ".join(word for word in (*telling, noun, naming.suffix) if word)


@cache
def _series_names() -> dict[str, Series]:
    return {name.casefold(): series for name, series in load_series().items()}


def _series_of(key: str) -> Series | None:
    """The series that counts a body's meetings: of IETF, and of the "APT AWG" by its last word."""
    series = load_series().get(key) or load_series().get(key.rpartition(" ")[2])
    return series if series and series.form in ("number", "dash") else None
