"""Whose meeting it is where the noun does not say: the subject of the verb, "its", the group that the text is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.unlisted import body_before

_GROUPS = ("Group", "StudyGroup")
_DEPENDENT = frozenset(["of", "with", "by", "from", "to", "for", "under", "in", "within", "between"])
_PRONOUNS = frozenset(["it", "they", "group", "committee", "jca", "commission", "panel"])
_RECENT = 12
_OPENINGS = frozenset(["at", "during", "in", "since", "after", "following", "before", "prior", "for"])


@dataclass(frozen=True)
class Topic:
    """What the text has been about: the group of the sentence before, and the one whose meeting is reported."""

    last: Mention | None = None
    main: Mention | None = None
    named: tuple[Mention, ...] = ()

    def after(self, atoms: Sequence[Atom]) -> Topic:
        """The topic behind a sentence: the group that it opens with, else the one that it names last."""
        groups = [index for index, atom in enumerate(atoms) if _is_group(atom) and not _is_dependent(atoms, index)]
        groups = groups or [index for index, atom in enumerate(atoms) if _is_group(atom)]
        if not groups:
            return self
        index = groups[0] if groups[0] <= 1 else groups[-1]
        named = (atom.mention for atom in atoms if _is_group(atom))
        return Topic(atoms[index].mention, self.main, (*self.named, *(item for item in named if item))[-_RECENT:])


def owners_of(atoms: Sequence[Atom], index: int, determiner: str, topic: Topic) -> tuple[Mention, ...]:
    """The bodies whose event the noun phrase at an index is, by its determiner."""
    if determiner in ("its", "their"):
        if owners := _nearest_subject(atoms, index - 2, topic):
            return owners
        return subjects(atoms, index - 1, topic) or _subject_behind(atoms, index) or _some(topic.last)
    if determiner in ("a", "an", "another", "one") or determiner in words_of("count"):
        return _holders(atoms, index - 1)
    before = [at for at in range(index) if _is_group(atoms[at])]
    if before:
        return _some(atoms[before[-1]].mention)
    return _subject_behind(atoms, index) or _some(topic.main or topic.last)


def _nearest_subject(atoms: Sequence[Atom], at: int, topic: Topic) -> tuple[Mention, ...]:
    """The subject of the verb before "its" ("… held its third meeting"), or the body before "at its third meeting"."""
    if at < 1:
        return ()
    if atoms[at].text in _OPENINGS:
        body = _skip_back(atoms, at - 1)
        return _some(atoms[body].mention) if body >= 0 and _is_group(atoms[body]) else ()
    return verb_subjects(atoms, at, topic) if atoms[at].text in words_of("hold") else ()


def group_of_kind(atoms: Sequence[Atom], index: int, topic: Topic) -> tuple[Mention, ...] | None:
    """Whose it is "of the focus group": the last group of the kind; None where no such words follow."""
    words = [atom.text for atom in atoms[index : index + 4]]
    if words[:2] not in (["of", "the"], ["of", "this"]) or "group" not in words[2:4]:
        return None
    kind = f"{words[2]} group" if words[2] != "group" else ""
    groups = [item for item in topic.named if kind in _kind_of(item)]
    return _some(groups[-1] if kind and groups else topic.last)


def _kind_of(group: Mention) -> str:
    return "study group" if group.label == "StudyGroup" else str(group.known.get("kind", "group"))


def subject_of_opening(atoms: Sequence[Atom]) -> tuple[Mention, ...]:
    """As in "Meeting in May 2019, SG2 agreed …": the body behind the comma."""
    for index, atom in enumerate(atoms[:20]):
        after = index + 2 if atoms[index + 1 : index + 2] and atoms[index + 1].text == "the" else index + 1
        if atom.text == "," and after < len(atoms) and atoms[after].is_body:
            return _some(atoms[after].mention)
    return ()


def subjects(atoms: Sequence[Atom], index: int, topic: Topic) -> tuple[Mention, ...]:
    """The bodies nearest before an index that depend on no preposition; "It", "The Group" is the one before."""
    for at in range(index - 1, -1, -1):
        atom = atoms[at]
        if atom.text == ";":
            break
        if atom.is_body and not _is_dependent(atoms, at) and _can_act(atoms, at):
            return _listed(atoms, at)
        if atom.text in _PRONOUNS and (at == 0 or atoms[at - 1].text in ("the", "this", ",", "and")):
            return _some(topic.last)
    return ()


def verb_subjects(atoms: Sequence[Atom], verb: int, topic: Topic) -> tuple[Mention, ...]:
    """Who met: the bodies right before the verb, or before an aside; "It" and "The Group" are the one before."""
    at = _skip_back(atoms, verb - 1)
    if at >= 0 and atoms[at].text == ",":
        relative = at + 1 < len(atoms) and atoms[at + 1].text in ("which", "that", "who")
        at = _skip_back(atoms, at - 1) if relative or _is_subject(atoms, at - 1) else _before_aside(atoms, at)
    while at >= 2 and atoms[at].is_body and (head := _head_of(atoms, at)) >= 0:
        at = _skip_back(atoms, head)
    if at < 0:
        return ()
    if atoms[at].is_body:
        return _listed(atoms, at)
    if atoms[at].text in _PRONOUNS and (at == 0 or atoms[at - 1].text in ("the", "this", "and", ",")):
        before = [atom.mention for atom in atoms[:at] if _is_group(atom)]
        return _some(before[-1] if before else topic.last)
    return _some(body_before(atoms, at))


def _head_of(atoms: Sequence[Atom], at: int) -> int:
    """Where the noun ends that a body depends on: "the advisory committee of ICANN"; -1 if it depends on none."""
    before = at - 2 if atoms[at - 1].text == "the" else at - 1
    return before - 1 if before > 0 and atoms[before].text in ("of", "in", "under", "within") else -1


def _skip_back(atoms: Sequence[Atom], at: int) -> int:
    """Leftwards over auxiliaries and short names in brackets."""
    while at >= 0:
        if atoms[at].text == ")":
            opening = [index for index in range(max(0, at - 8), at) if atoms[index].text == "("]
            at = opening[-1] if opening else at
        elif atoms[at].text not in words_of("auxiliary") | {"’", "'", "s"}:
            return at
        at -= 1
    return at


def _is_subject(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the atom before a comma is a body that opens the clause: "SG5, which", "SG5, in turn, met"."""
    at = _skip_back(atoms, at)
    return at >= 0 and atoms[at].is_body and all(atom.text != "," for atom in atoms[:at])


def _before_aside(atoms: Sequence[Atom], comma: int) -> int:
    """The atom before the comma that opens an aside which this one closes."""
    for at in range(comma - 1, 0, -1):
        body = _skip_back(atoms, at - 1) if atoms[at].text == "," else -1
        if body >= 0 and atoms[body].is_body:
            return body
    return -1


def _holders(atoms: Sequence[Atom], index: int) -> tuple[Mention, ...]:
    """Who held it: "TSAG and SG5 held a meeting" is theirs."""
    at = _skip_back(atoms, index - 1)
    while at >= 0 and (atoms[at].text in words_of("hold") or atoms[at].text in ("had", "has", "have")):
        at = _skip_back(atoms, at - 1)
    return _listed(atoms, at) if at >= 0 and atoms[at].is_body and at < index - 1 else ()


def _listed(atoms: Sequence[Atom], at: int) -> tuple[Mention, ...]:
    """The body at an index with those before it in its list: "SG2, SG3 and SG5"."""
    found = [atoms[at].mention]
    while at >= 2:
        before = at - 1
        while before >= 0 and atoms[before].text in ("and", ",", "&", "the"):
            before -= 1
        is_list = (before < at - 1 and atoms[at - 1].text != "the") or atoms[max(0, at - 2)].text in ("and", ",")
        if before < 0 or before == at - 1 or not is_list or not atoms[before].is_body:
            break
        at = before
        found.insert(0, atoms[at].mention)
    return tuple(item for item in found if item)


def _subject_behind(atoms: Sequence[Atom], index: int) -> tuple[Mention, ...]:
    """As in "At its December 2011 meeting SG15 approved": the body that follows the noun phrase of an opening."""
    opening = 0
    while opening < index and atoms[opening].text in words_of("function"):
        opening += 1
    if opening < index - 1 or not atoms or atoms[0].text not in _OPENINGS:
        return ()
    for atom in atoms[index : index + 25]:
        if _is_group(atom) or (atom.is_body and atoms[index - 1].text in ("its", "their")):
            return _some(atom.mention)
        if atom.text in (";", "that"):
            break
    return ()


def _can_act(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a body is followed by a verb rather than by another noun: "SG5 held", not "ITU headquarters"."""
    return at + 1 < len(atoms) and atoms[at + 1].text != "headquarters"


def _is_group(atom: Atom) -> bool:
    return atom.mention is not None and atom.mention.label in _GROUPS


def _is_dependent(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a preposition stands before a body: "with ETSI"."""
    before = at - 1
    while before >= 0 and atoms[before].text in ("the", "a", "an"):
        before -= 1
    return before >= 0 and atoms[before].text in _DEPENDENT | {"("}


def _some(body: Mention | None) -> tuple[Mention, ...]:
    return (body,) if body else ()
