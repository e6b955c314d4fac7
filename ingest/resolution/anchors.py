"""What in a sentence may tell an event: a noun phrase, the name of a conference, a verb of meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from netgov.ingest.lexicon.event_heads import EventHead, load_heads, words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.lines import is_labelled
from netgov.ingest.resolution.occasions.naming import Naming, read_naming

ORGANIZED = frozenset(["co-organized", "co-organised", "organized", "organised", "co-hosted", "hosted"])
"""Words for what an organizer did, before "by" or "with"."""

_SESSION = EventHead("session", "session", is_plural=False, is_weak=False)
_WHO = frozenset(["by", "with", "jointly", "together"])
_HELD = frozenset(["held", "scheduled", "planned", "organized", "organised", "conducted", "delivered"])
_MEETING_AGAIN = frozenset(["in", "at", "on", "from", "(", ",", "for", "to", "between", "during", "."])
_ASIDE = frozenset(["with", "for", "of", "during", "in", "after", "before", "following", "including", "per", "by"])


@dataclass(frozen=True)
class Anchor:
    """What tells an event: the atoms from `first` to `last`; a noun phrase, a known conference, or a verb."""

    first: int
    last: int
    naming: Naming | None = None
    conference: Mention | None = None


def find_anchors(atoms: Sequence[Atom]) -> Iterator[Anchor]:
    """What may tell an event, in order; a name inside another is part of it."""
    reached, counted = -1, None
    for index, atom in enumerate(atoms):
        if index <= reached or is_labelled(atoms, index):
            continue
        naming = _naming_at(atoms, index) or _elided(atoms, index, counted)
        counted = naming if naming and naming.numbers else counted
        anchor = None
        if naming and naming.first > reached:
            if _completes(atoms, reached, naming):
                reached = naming.last
                continue
            anchor = Anchor(naming.first, naming.last, naming)
        elif atom.is_event and atom.mention:
            anchor = _conference_at(atoms, index, atom.mention)
        elif _is_meeting_verb(atoms, index):
            anchor = Anchor(index, index)
        if anchor:
            yield anchor
            reached = anchor.last


def _elided(atoms: Sequence[Atom], index: int, counted: Naming | None) -> Naming | None:
    """As in "its seventh meeting was held in Lima and its eighth in Rome": the noun is printed once."""
    before = atoms[index - 1].text if index else ""
    if counted is None or atoms[index].kind != "ordinal" or before not in ("its", "the", "their"):
        return None
    after = atoms[index + 1].text if index + 1 < len(atoms) else ""
    if after not in _MEETING_AGAIN | {"was", "took", "will", "online", "virtually"}:
        return None
    numbers = (atoms[index].number,)
    return replace(counted, first=index, last=index, noun_at=index, numbers=numbers, dates=(), determiner=before)


def _completes(atoms: Sequence[Atom], reached: int, naming: Naming) -> bool:
    """Whether a noun phrase belongs to the one before it: "the first meeting of … for the Policy Forum"."""
    between = [atom.text for atom in atoms[reached + 1 : naming.first]]
    return reached >= 0 and between in (["for", "the"], ["of", "the"]) and not naming.dates


def _conference_at(atoms: Sequence[Atom], index: int, conference: Mention) -> Anchor | None:
    """A conference with the noun and title behind it ("IGF 2019 meeting"); None if it only qualifies another noun."""
    if index + 1 >= len(atoms) or atoms[index + 1].kind != "head":
        return Anchor(index, index, None, conference)
    naming = _naming_at(atoms, index + 1)
    is_same = naming and naming.head.noun in ("meeting", "event", "conference", conference.known.get("kind"))
    return Anchor(index, naming.last, None, conference) if naming and is_same else None


def _naming_at(atoms: Sequence[Atom], index: int) -> Naming | None:
    """The naming whose head stands at an index: the last of adjoining heads, or a quoted name that holds one."""
    atom = atoms[index]
    if atom.kind == "quoted":
        heads = [load_heads().get(word.strip(",:;").casefold()) for word in atom.text.split()]
        strong = [head for head in heads if head and not head.is_weak and not head.is_plural]
        head = strong[0] if strong and atom.is_capital else _SESSION if is_organized(atoms, index) else None
        return Naming(index, index, head, index, True, title=atom.printed, is_quoted=True) if head else None
    if atom.kind != "head" or (index + 1 < len(atoms) and atoms[index + 1].kind == "head"):
        return None
    naming = read_naming(atoms, index)
    if naming is None or not naming.is_bare:
        return naming
    following = {atom.text for atom in atoms[naming.last + 1 : naming.last + 5]}
    is_many = naming.head.is_plural and not following & _HELD
    return None if is_many or atoms[max(0, naming.first - 1)].text in _ASIDE else naming


def is_organized(atoms: Sequence[Atom], last: int) -> bool:
    """Whether its organizers follow: "“Women and cables”, co-organized by BDT"."""
    following = [atom.text for atom in atoms[last + 1 : last + 4]]
    return len(following) == 3 and following[0] in (",", "(") and following[1] in ORGANIZED and following[2] in _WHO


def _is_meeting_verb(atoms: Sequence[Atom], index: int) -> bool:
    """As in "met in", "will meet from", ", meeting in": a verb of meeting without an object."""
    atom = atoms[index]
    before = {item.text for item in atoms[max(0, index - 4) : index]}
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if atom.text == "meet" and not before & {"will", "to", "shall"}:
        return False
    if atom.text == "meeting" and index == 0 and after is not None and after.text in ("in", "on", "from", "at"):
        return True
    if atom.text == "convened" and before & {"was", "were", "be", "been", "by"}:
        return False
    is_verb = atom.text in words_of("meet") or (atom.text == "meeting" and index and atoms[index - 1].text == ",")
    goes_on = after is None or after.dates is not None or after.text in _MEETING_AGAIN
    return bool(is_verb) and (goes_on or (after is not None and after.text in words_of("glue") - {"the", "a", "its"}))
