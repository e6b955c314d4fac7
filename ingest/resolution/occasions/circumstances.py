"""When and where an event was: the dates and places that belong to its noun or verb, and whether it is yet to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import DateSpan
from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.lines import is_labelled

_LEADS = frozenset(["in", "at", "(", ":", "\t", "\0", ",", "–", "—", "-", "from", "and"])
_AGENTS = frozenset(["by", "of", "and", ",", "at", "the", "with", "hosted"])
_PASSIVE = frozenset(["held", "took", "takes", "taking", "organized", "organised", "hosted", "convened", "scheduled"])
_MARGINS = frozenset(["back-to-back", "conjunction", "margins", "parallel", "sidelines"])
_ASIDES = frozenset(["with", "under", "as", "including", "jointly"])
_DONE_BY = frozenset(
    [
        "supported",
        "hosted",
        "co-hosted",
        "chaired",
        "attended",
        "organized",
        "organised",
        "co-organized",
        "co-organised",
    ]
)
_GOES_ON = frozenset(["in", "on", "at", "from", "will", "was", "were", "is", "took", "which"])
_WISHES = frozenset(["proposed", "proposes", "suggested", "suggests", "requested", "recommended", "asked"])
_UNTIL = frozenset(["since", "before", "until", "till", "after", "by", "following", "than"])


@dataclass(frozen=True)
class Occurrence:
    """One time and place of an event; `body` is another one that the verb serves too ("… and SG3 on 7 May")."""

    places: tuple[Ref, ...] = ()
    dates: DateSpan | None = None
    date_at: int = -1
    body: Mention | None = None


@dataclass(frozen=True)
class Circumstances:
    """All that the text says of when and where; `is_denied` where it says that it was not."""

    occurrences: tuple[Occurrence, ...] = ()
    is_planned: bool = False
    is_denied: bool = False
    is_respective: bool = False

    @property
    def first(self) -> Occurrence:
        """The first occurrence, empty if the text tells none."""
        return self.occurrences[0] if self.occurrences else Occurrence()


@dataclass
class _Walk:
    """The state of reading on from an event: `is_attached` while what is read still belongs to it."""

    atoms: Sequence[Atom]
    start: int
    is_attached: bool = True
    is_of_audience: bool = False
    is_planned: bool = False
    is_held: bool = False
    is_denied: bool = False
    opens_with_date: bool | None = None
    found: list[Occurrence] = field(default_factory=list)

    def add_date(self, dates: DateSpan, index: int) -> None:
        """A date opens an occurrence of its own where the one before has its date already."""
        self.opens_with_date = True if self.opens_with_date is None else self.opens_with_date
        last = self.found[-1] if self.found else None
        if last and last.dates is None:
            self.found[-1] = replace(last, dates=dates, date_at=index)
        else:
            places = last.places if last and not self.opens_with_date else ()
            self.found.append(Occurrence(places, dates, index))

    def add_place(self, ref: Ref, *, of_all: bool = False) -> None:
        """A place belongs to the date before it, or opens an occurrence where places come first."""
        if of_all:
            self.found = [replace(item, places=(ref,)) for item in self.found]
            return
        self.opens_with_date = False if self.opens_with_date is None else self.opens_with_date
        last = self.found[-1] if self.found else None
        if last is None or (last.dates and last.places and ref not in last.places):
            self.found.append(Occurrence((ref,)))
        elif ref not in last.places:
            self.found[-1] = replace(last, places=(*last.places, ref))

    def add_body(self, body: Mention) -> None:
        """The verb serves for a further body: what follows is its own."""
        self.found.append(Occurrence(body=body))


def read_circumstances(atoms: Sequence[Atom], start: int, stop: int) -> Circumstances:
    """What belongs to the event that ends before `start`; nothing from `stop` on, where another begins."""
    walk = _Walk(atoms, start)
    aside = -1
    for index in range(start, stop):
        atom = atoms[index]
        aside = _end_of_aside(atoms, index, stop) if index > aside else aside
        if index < aside:
            continue
        if atom.text == ";" or _opens_margin(atoms, index):
            break
        walk.is_attached |= atom.text == "\0"
        if walk.is_attached or atom.text in _PASSIVE:
            _read(walk, atom, index, stop)
    occurrences = [item for item in walk.found if item.dates or (item.places and not item.body)]
    is_respective = any(atom.text == "respectively" for atom in atoms[start:stop])
    planned = walk.is_planned and not walk.is_held
    return Circumstances(tuple(occurrences), planned, walk.is_denied, is_respective)


def _end_of_aside(atoms: Sequence[Atom], index: int, stop: int) -> int:
    """Where an aside ends that a comma opens and another closes: ", with Chad as co-host, on 4 May"; -1 for none."""
    if index + 2 >= stop or atoms[index].text != ",":
        return -1
    opening, after = atoms[index + 1].text, atoms[index + 2].text
    if opening not in _ASIDES and not (opening in _DONE_BY and after in ("by", "with", "jointly")):
        return -1
    for at in range(index + 2, min(index + 30, stop - 1)):
        if atoms[at].text in (",", ":") and (atoms[at + 1].text in _GOES_ON or atoms[at + 1].dates):
            return at
    return -1


def _opens_margin(atoms: Sequence[Atom], index: int) -> bool:
    """As in "back to back with", "in conjunction with", "on the margins of": what follows is another event's."""
    text = atoms[index].text
    following = [atom.text for atom in atoms[index : index + 3]]
    return text in _MARGINS or following == ["back", "to", "back"]


def _read(walk: _Walk, atom: Atom, index: int, stop: int) -> None:
    """Take in one atom that belongs to the event, or notice that what follows does not."""
    before = walk.atoms[index - 1].text if index else ""
    walk.is_denied |= atom.text in words_of("denied")
    walk.is_planned |= atom.text in words_of("planned")
    walk.is_held |= atom.text in ("was", "were", "took") and not walk.is_planned
    if atom.dates:
        if before not in _UNTIL:
            walk.add_date(atom.dates, index)
    elif atom.is_place and atom.mention:
        if _is_place_of_event(walk, atom, index):
            of_all = any(item.text in ("times", "cases") for item in walk.atoms[max(0, index - 3) : index])
            walk.add_place(atom.mention.ref, of_all=of_all)
    elif atom.is_body and atom.mention:
        if _serves_for(walk, index, stop):
            walk.add_body(atom.mention)
        else:
            is_relative = (
                before in ("that", "which") and index + 1 < stop and walk.atoms[index + 1].text in words_of("hold")
            )
            walk.is_attached = before in _AGENTS or is_relative
    elif atom.text in _PASSIVE:
        walk.is_attached = walk.is_attached or (before != "to" and not _has_subject(walk.atoms, index))
    elif _is_passed_over(walk, atom, index) or is_labelled(walk.atoms, index):
        pass
    elif atom.kind in ("quoted", "mention", "head") or (atom.kind == "word" and atom.text not in _joining()):
        walk.is_attached = False


def _is_passed_over(walk: _Walk, atom: Atom, index: int) -> bool:
    """Whether a word leads nowhere else: "for the 2018 study period", "with BDT", "for the Arab region in …"."""
    atoms = walk.atoms
    after = index + 2 if index + 1 < len(atoms) and atoms[index + 1].text == "the" else index + 1
    if atom.text == "with":
        return after < len(atoms) and atoms[after].is_body
    if atom.text == "for" and index + 1 < len(atoms) and atoms[index + 1].dates:
        return True
    if atom.text == "for" and atoms[after - 1].text in ("for", "the") and after < len(atoms) and atoms[after].is_place:
        return atoms[index - 1].text in words_of("planned") | words_of("hold")
    if atom.text == "for" and ((walk.found == [] and index == walk.start) or _is_of_period(atoms, index)):
        walk.is_of_audience = True
        return True
    if atom.kind == "word" and atom.is_capital and index and _names_unknown_city(atoms, index - 1):
        return True
    if walk.is_of_audience:
        walk.is_of_audience = atom.text not in ("in", "at", "on", "from", ",", "(") and not atom.text.endswith("ed")
        return walk.is_of_audience
    return False


def _names_unknown_city(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a capital behind an atom belongs to the name of a place that no list holds: "in Saint Foo"."""
    while index > 0 and atoms[index].kind == "word" and atoms[index].is_capital:
        index -= 1
    return atoms[index].text in ("in", "at")


def _is_of_period(atoms: Sequence[Atom], index: int) -> bool:
    """As in "for the 2014-2017 study period"."""
    return any(atom.text in ("period", "cycle") for atom in atoms[index : index + 8])


@cache
def _joining() -> frozenset[str]:
    """Words behind which a date or place still belongs to the event."""
    return words_of("glue") | words_of("hold") | words_of("planned")


def _has_subject(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the verb at an index has a body as its subject: "… and TSAG held"."""
    return index > 0 and atoms[index - 1].is_body


def _serves_for(walk: _Walk, index: int, stop: int) -> bool:
    """Whether a body takes over the verb: "SG2 met on 3 May 2021 and SG3 on 7 May 2021"."""
    before = walk.atoms[index - 1].text
    if (
        not walk.found
        or not walk.found[-1].dates
        or before not in ("and", ",", "while", "whereas", "the", "that", "of")
    ):
        return False
    rest = walk.atoms[index + 1 : min(stop, index + 8)]
    date = next((at for at, atom in enumerate(rest) if atom.dates), None)
    between = rest[:date] if date is not None else ()
    allowed = words_of("glue") | {"did", "so", "too", "also", "likewise"}
    return date is not None and all(atom.text in allowed or atom.is_place or atom.kind == "mark" for atom in between)


def _is_place_of_event(walk: _Walk, atom: Atom, index: int) -> bool:
    """Whether a city or country says where: behind a preposition, comma or bracket, and not as somebody's country."""
    atoms = walk.atoms
    before = atoms[index - 1].text if index else ""
    if before == "the" and index > 1:
        before = atoms[index - 2].text
    if before == "for" and index > 1 and atoms[index - 2].text in words_of("planned") | words_of("hold"):
        before = "in"
    if before not in _LEADS or atom.mention is None:
        return False
    if atom.mention.label == "Place":
        return before not in ("from", "and") or bool(walk.found and walk.found[-1].places)
    city = atoms[index - 2].mention if index > 1 else None
    is_of_city = city is not None and city.label == "Place" and before in (",", "(")
    goes_on = bool(walk.found) and bool(walk.found[-1].places) and before in (",", "and")
    return not is_of_city and (before in ("in", "at", "(", ":", "\t", "\0") or goes_on)


def opening_places(atoms: Sequence[Atom], stop: int) -> tuple[Ref, ...]:
    """The city that a sentence opens with: "In Nairobi, Kenya, a course on … was given"."""
    if stop < 3 or atoms[0].text not in ("in", "at") or not atoms[1].is_place or atoms[1].mention is None:
        return ()
    return (atoms[1].mention.ref,) if atoms[2].text == "," else ()


def opening_dates(atoms: Sequence[Atom], stop: int) -> DateSpan | None:
    """The date or year that a sentence or a row opens with: "On 5 May 2017 BDT held …", "In 2017, …"."""
    index = 0
    while index < min(stop, 6) and atoms[index].text in ("on", "from", "in", "during", "the", "between", "of", "week"):
        index += 1
    if index >= stop:
        return None
    atom = atoms[index]
    behind = index + 4 if [item.text for item in atoms[index + 1 : index + 4 : 2]] == ["(", ")"] else index + 1
    is_row = behind < len(atoms) and atoms[behind].text == "\t"
    if atom.dates and (index or is_row):
        return atom.dates
    is_year = atom.kind == "number" and len(atom.text) == 4 and atom.text[:2] in ("19", "20") and bool(index)
    return DateSpan(atom.text) if is_year else None


def is_announced(atoms: Sequence[Atom], index: int, floor: int) -> bool:
    """Whether the verb before a noun phrase says that it is to come: "will hold its next meeting"."""
    return _has_before(atoms, index, floor, "planned")


def is_ruled_out(atoms: Sequence[Atom], index: int, floor: int) -> bool:
    """Whether the verb before a noun phrase says that it was not, or only might be: "did not hold a meeting"."""
    return (
        atoms[0].text in ("if", "unless")
        or _is_of_wish(atoms, index, floor)
        or _has_before(atoms, index, floor, "denied")
    )


def _is_of_wish(atoms: Sequence[Atom], index: int, floor: int) -> bool:
    """As in "was to have met in", "proposed that SG5 hold its meeting in"."""
    before = [atom.text for atom in atoms[max(floor, index - 10) : index]]
    return any(pair == ("to", "have") or (pair[0] in _WISHES and pair[1] == "that") for pair in pairwise(before))


def _has_before(atoms: Sequence[Atom], index: int, floor: int, role: str) -> bool:
    window = []
    for atom in reversed(atoms[max(floor, index - 10) : index]):
        if atom.text in (",", ";", ":", "that"):
            break
        window.append(atom.text)
    is_verb = any(text in words_of("hold") for text in window)
    return is_verb and any(text in words_of(role) for text in window)
