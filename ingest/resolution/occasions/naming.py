"""How a noun names an event: its number, body, adjectives, title and code, around the head of the noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from netgov.ingest.lexicon.dates import DateSpan
from netgov.ingest.lexicon.event_heads import EventHead, words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.phrases import CODE, FINITE, ends_title, print_atoms, skip, text_at
from netgov.ingest.resolution.unlisted import body_from, part_of_body

_TITLING = frozenset(["on", "entitled", "titled", "called", "named", "about", "themed", ":"])
_NUMBERING = frozenset(["no", "no.", "nr", "number", "#"])
_DETERMINERS = frozenset(["the", "this", "that"])
_LONGEST_TITLE = 30


@dataclass(frozen=True)
class Naming:
    """A noun phrase that may name an event; `first` and `last` are the indices of its outermost atoms.

    `determiner` is the word in front ("the", "its", "a", "three"), `adjectives` what stands before the head as printed,
    `bodies` whose event it is, `title` what it is on, `suffix` what completes the name ("of Ministers", "for PP-14").
    """

    first: int
    last: int
    head: EventHead
    noun_at: int
    is_capital: bool
    determiner: str = ""
    numbers: tuple[int, ...] = ()
    adjectives: tuple[str, ...] = ()
    bodies: tuple[Mention, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    title: str = ""
    is_quoted: bool = False
    suffix: str = ""
    code: str = ""
    year: str = ""
    is_of_bodies: bool = field(default=False)

    @property
    def is_definite(self) -> bool:
        """Whether the text speaks of it as known: "the meeting"."""
        return self.determiner in _DETERMINERS

    @property
    def is_bare(self) -> bool:
        """Whether it is a short form that says nothing of its own: "the meeting", "the Workshop"."""
        told = self.bodies or self.title or self.suffix or self.code or self.numbers or self.dates or self.adjectives
        return not told and not self.year


def read_naming(atoms: Sequence[Atom], index: int) -> Naming | None:
    """The noun phrase around the head at an index, None where the noun is no event there ("of course", "per week")."""
    atom = atoms[index]
    if atom.head is None or _is_verb(atoms, index):
        return None
    naming = Naming(index, index, atom.head, index, atom.is_capital)
    naming = _read_behind(atoms, _read_front(atoms, naming))
    told = naming.is_quoted or naming.numbers or naming.code or (naming.bodies and naming.first < index)
    if atom.head.needs_title and not naming.is_quoted:
        return None
    return None if atom.head.is_weak and not (atom.is_capital or told) else naming


def _is_verb(atoms: Sequence[Atom], index: int) -> bool:
    """As in "after meeting the Minister", "the group, meeting in Oslo": the form in -ing without a noun phrase."""
    if atoms[index].text not in ("meeting", "training"):
        return False
    before, after = text_at(atoms, index - 1), atoms[index + 1] if index + 1 < len(atoms) else None
    has_object = after is not None and (after.text in ("the", "a", "an", "its", "their", "with", "all"))
    return has_object or (before in (",", "") and after is not None and after.text in ("in", "at", "from", "virtually"))


def _read_front(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """Leftwards over adjectives, numbers, dates and the body, up to the determiner."""
    index = naming.first - 1
    while index >= 0:
        atom = atoms[index]
        if atom.kind == "ordinal" or (atom.kind == "mark" and atom.text in ",/" and naming.numbers):
            if atom.kind == "mark" and not (index and atoms[index - 1].kind == "ordinal"):
                break
            numbers = (atom.number, *naming.numbers) if atom.number else naming.numbers
            naming = replace(naming, first=index, numbers=numbers)
        elif atom.text in ("and", "&") and naming.numbers and index and atoms[index - 1].kind == "ordinal":
            pass
        elif atom.kind == "date" and atom.dates and not naming.dates and any(map(str.isdigit, atom.text)):
            naming = replace(naming, first=index, dates=(atom.dates,))
        elif atom.kind == "number" and _is_count_of_title(atoms, index, naming):
            naming = replace(naming, first=index, numbers=(atom.number,))
        elif atom.kind == "number" and len(atom.text) == 4 and atom.text[:2] in ("19", "20"):
            naming = replace(naming, first=index, year=atom.text)
        elif atom.is_body:
            return _determined(atoms, _bodies_in_front(atoms, replace(naming, first=index), index))
        elif _is_possessive(atoms, index):
            pass
        elif _is_modifier(atom, atoms, index) or _joins_name(atoms, index, naming):
            naming = replace(naming, first=index, adjectives=(atom.printed, *naming.adjectives))
        else:
            break
        index -= 1
    return _determined(atoms, naming)


def _is_count_of_title(atoms: Sequence[Atom], index: int, naming: Naming) -> bool:
    """As in "32 Meeting of the Permanent Committee": a number in front of a name in capitals, for an ordinal."""
    is_front = not index or atoms[index - 1].text in ("the", "\t", "\0", "–", "-", ":")
    return (
        is_front
        and naming.is_capital
        and not naming.head.is_plural
        and not naming.numbers
        and atoms[index].number < 300
    )


def _is_possessive(atoms: Sequence[Atom], index: int) -> bool:
    """The ’s behind a body: "TSAG’s third meeting"."""
    mark = atoms[index].text
    body = index - 1 if mark in ("’s", "'s", "’", "'") else index - 2 if mark == "s" else -1
    return body >= 0 and atoms[body].is_body


def _bodies_in_front(atoms: Sequence[Atom], naming: Naming, index: int) -> Naming:
    """The body before the head, and those it is listed with: "the joint SG13 and SG20 workshop"."""
    bodies = [atoms[index].mention]
    while index >= 2 and atoms[index - 1].text in ("and", "/", "-", "&") and atoms[index - 2].is_body:
        index -= 2
        bodies.insert(0, atoms[index].mention)
    naming = replace(naming, first=index, bodies=tuple(item for item in bodies if item))
    dates = atoms[index - 1].dates if index else None
    if dates and not naming.dates and len(dates.start) > len("2019-05"):
        return replace(naming, first=index - 1, dates=(dates,))
    while index and (atoms[index - 1].kind == "ordinal" or _is_front_word(atoms[index - 1])):
        index -= 1
        number = atoms[index].number
        numbers = (number,) if number and not naming.numbers else naming.numbers
        naming = replace(naming, first=index, numbers=numbers)
    return naming


def _is_front_word(atom: Atom) -> bool:
    """An adjective before a body: "the third regular TSAG meeting"."""
    return atom.kind == "word" and atom.text in ("joint", "annual", "regular", "first", "last", "next", "final")


def _joins_name(atoms: Sequence[Atom], index: int, naming: Naming) -> bool:
    """A small word inside a name in capitals: "the Women in Tech Awards"."""
    is_small = atoms[index].text in ("in", "of", "&") and naming.is_capital and bool(naming.adjectives) and index > 1
    before = atoms[index - 1]
    return is_small and before.is_capital and before.kind == "word" and before.text not in words_of("function")


def _is_modifier(atom: Atom, atoms: Sequence[Atom], index: int) -> bool:
    """Whether a word can stand before the head of a name as part of it."""
    if atom.kind not in ("word", "head") or atom.text in words_of("function") or atom.text in words_of("count"):
        return atom.kind == "mention" and atom.is_place and index + 1 < len(atoms)
    if atom.is_capital or atom.text in words_of("generic"):
        return True
    return not atom.text.endswith(("ed", "ly")) and not (index and atoms[index - 1].text in (",", "to"))


def _determined(atoms: Sequence[Atom], naming: Naming) -> Naming:
    return replace(naming, determiner=text_at(atoms, naming.first - 1))


def _read_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """Rightwards over number, body, code and title, in any order."""
    steps = (_number_behind, _code_behind, _bodies_behind, _date_behind, _title_behind, _suffix_behind)
    before = None
    while naming != before:
        before = naming
        for step in steps:
            naming = step(atoms, naming)
    return naming


def _number_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "workshop 8", "meeting No. 5"."""
    index = naming.last + 1
    while text_at(atoms, index) in _NUMBERING or (index > naming.last + 1 and text_at(atoms, index) == "."):
        index += 1
    if naming.numbers or naming.last != naming.noun_at or index >= len(atoms) or atoms[index].kind != "number":
        return naming
    if atoms[index].number > 300 or text_at(atoms, index + 1) in (
        "%",
        "participants",
        "countries",
        "experts",
        ":",
        "/",
    ):
        return naming
    return replace(naming, last=index, numbers=(atoms[index].number,))


def _code_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "(PP14-2)", "(PRF-24)": the short name that the event has of its own; other short names are passed over."""
    index = naming.last + 1
    if text_at(atoms, index) != "(":
        return naming
    close = next((at for at in range(index + 1, min(index + 5, len(atoms))) if atoms[at].text == ")"), 0)
    inside = atoms[index + 1 : close] if close else ()
    printed = "".join(atom.printed for atom in inside)
    if inside and CODE.fullmatch(printed) and not naming.code:
        return replace(naming, last=close, code=printed.replace("#", "-"))
    is_acronym = len(inside) == 1 and inside[0].kind in ("word", "mention") and printed.replace("-", "").isalpha()
    if is_acronym and printed[:1].isupper() and sum(map(str.isupper, printed)) > 1 and not inside[0].is_place:
        return replace(naming, last=close)
    return naming


def _bodies_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "of the TSAG", "of ITU-T SG9 and ITU-T SG16"."""
    index = naming.last + 1
    if naming.is_of_bodies or text_at(atoms, index) not in ("of", "by", "for") or naming.title:
        return naming
    start = skip(atoms, index + 1, ("the", "this"))
    index = _body_at(atoms, start)
    if index < 0:
        return _unlisted_behind(atoms, naming, start)
    if text_at(atoms, naming.last + 1) != "of" and (naming.bodies or not naming.numbers):
        return naming
    if (part := part_of_body(atoms, index)) and not atoms[naming.noun_at].printed.isupper():
        return replace(naming, last=index + 1, bodies=(part,), is_of_bodies=True)
    bodies, last = [atoms[index].mention], _past_bracket(atoms, index)
    while text_at(atoms, last + 1) in ("and", ",", "&"):
        following = skip(atoms, last + 1, ("and", ",", "&", "the", "of", "that"))
        if following >= len(atoms) or not atoms[following].is_body:
            break
        bodies.append(atoms[following].mention)
        last = _past_bracket(atoms, following)
    found = tuple(item for item in bodies if item)
    return replace(naming, last=last, bodies=found, is_of_bodies=True)


def _unlisted_behind(atoms: Sequence[Atom], naming: Naming, start: int) -> Naming:
    """The body of a meeting or session that only this text names."""
    is_meeting = naming.head.kind in ("meeting", "session") or naming.numbers
    found = body_from(atoms, start) if is_meeting and text_at(atoms, naming.last + 1) == "of" else None
    if found is None or naming.bodies:
        return naming
    return replace(naming, last=found[1], bodies=(found[0],), is_of_bodies=True)


def _body_at(atoms: Sequence[Atom], index: int) -> int:
    """Where the body stands that a noun phrase names: at once, behind adjectives, or as its short name in brackets."""
    for at in range(index, min(index + _LONGEST_TITLE, len(atoms))):
        atom = atoms[at]
        if atom.is_body and (at <= index + 2 or atoms[at - 1].text == "(") and not _goes_on(atoms, at):
            return at
        if atom.kind not in ("word", "mention", "number") and atom.text not in ("(", ",", "/", "&"):
            return -1
        if atom.text in words_of("hold") | FINITE or (atom.text == "(" and text_at(atoms, at + 2) != ")"):
            return -1
    return -1


def _goes_on(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a body only opens the name of another: "the TSAG Rapporteur Group on …"."""
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    is_group = any(atom.text in words_of("group") and atom.is_capital for atom in atoms[at + 1 : at + 6])
    return after is not None and after.kind == "word" and after.is_capital and is_group


def _past_bracket(atoms: Sequence[Atom], index: int) -> int:
    """The index behind a short name in brackets: "Advisory Group (TAG)"."""
    if text_at(atoms, index + 1) == ")" and "(" in atoms[index].printed:
        return index + 1
    if text_at(atoms, index - 1) == "(" and text_at(atoms, index + 1) == ")":
        return index + 1
    if text_at(atoms, index + 1) == "(" and text_at(atoms, index + 3) == ")" and not atoms[index + 2].dates:
        return index if atoms[index + 2].is_place or atoms[index + 2].number else index + 3
    return index


def _date_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "the TSAG meeting of 12-16 December 2022"."""
    index = naming.last + 2
    dates = atoms[index].dates if index < len(atoms) and text_at(atoms, index - 1) == "of" else None
    return naming if dates is None or naming.dates else replace(naming, last=index, dates=(dates,))


def _label_end(atoms: Sequence[Atom], naming: Naming) -> int:
    """Where the colon stands behind "Session title:" or "Title of the session:"; 0 if it is no such label."""
    after = naming.last + 1
    if not naming.first and text_at(atoms, after) in ("title", "name", "theme") and text_at(atoms, after + 1) == ":":
        return after + 1
    opens = atoms[0].text in ("title", "name", "theme") and all(
        atom.text in ("of", "the") for atom in atoms[1 : naming.first]
    )
    return after if opens and naming.first and text_at(atoms, after) == ":" else 0


def _title_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "workshop on cables", "seminar “Kettles at sea”", "course entitled …"."""
    index = naming.last + 1
    if naming.title or index >= len(atoms):
        return naming
    if atoms[index].kind == "quoted":
        return replace(naming, last=index, title=atoms[index].printed, is_quoted=True)
    if colon := _label_end(atoms, naming):
        index = colon - 1
        stop = next((at for at in range(index + 2, len(atoms)) if atoms[at].text == "\0"), len(atoms))
        title = print_atoms(atoms[index + 2 : stop]).strip('“”"')
        return replace(naming, last=stop - 1, title=title, is_quoted=True) if title else naming
    start = skip(atoms, index, (*_TITLING, ",", "the"))
    has_lead = any(text_at(atoms, at) in _TITLING - {":"} for at in range(index, start))
    if start < len(atoms) and has_lead and atoms[start].kind == "quoted":
        return replace(naming, last=start, title=atoms[start].printed, is_quoted=True)
    if text_at(atoms, index) not in _TITLING - {":"} or start >= len(atoms) or ends_title(atoms, start):
        return naming
    return _extended(atoms, naming, start, is_title=True)


def _suffix_behind(atoms: Sequence[Atom], naming: Naming) -> Naming:
    """As in "Conference of Ministers", "Preparatory Meeting for PP-14", "workshop for the Americas"."""
    index = naming.last + 1
    if naming.title or naming.suffix or naming.is_of_bodies:
        return naming
    if text_at(atoms, index) == "and" and naming.is_capital and (twin := _twin_head(atoms, index + 1)):
        return replace(naming, last=twin, suffix=print_atoms(atoms[index : twin + 1]))
    if text_at(atoms, index) not in ("for", "of"):
        return naming
    if naming.head.is_weak and not naming.is_capital:
        return naming
    start = skip(atoms, index + 1, ("the", "a", "an"))
    is_name = start < len(atoms) and (atoms[start].is_capital or naming.is_capital) and not ends_title(atoms, start)
    if not is_name or atoms[start].kind in ("date", "number"):
        return naming
    return _extended(atoms, naming, start, is_title=False)


def _twin_head(atoms: Sequence[Atom], index: int) -> int:
    """As in "Workshop and Demo Day": the second head of one event, 0 if there is none."""
    for at in range(index, min(index + 2, len(atoms))):
        if atoms[at].kind == "head" and atoms[at].is_capital:
            return at
        if not atoms[at].is_capital or atoms[at].kind != "word":
            return 0
    return 0


def _extended(atoms: Sequence[Atom], naming: Naming, start: int, *, is_title: bool) -> Naming:
    """The naming with its title or suffix, that goes on until a verb, place, date or mark ends it."""
    end = start
    while end + 1 < len(atoms) and end - start < _LONGEST_TITLE and not ends_title(atoms, end + 1):
        if not is_title and text_at(atoms, end + 1) in ("on", "and", "about"):
            break
        end += 1
    while end > start and atoms[end].text in words_of("function") | {","}:
        end -= 1
    first = start if is_title else naming.last + 1
    printed = print_atoms(atoms[first : end + 1])
    if is_title:
        return replace(naming, last=end, title=printed) if len(printed) > 1 else naming
    return replace(naming, last=end, suffix=printed)
