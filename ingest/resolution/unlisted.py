"""Bodies that meet and that no list or form of name tells: "the Pacific Numbering Panel", "… Steering Board (WSB)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from netgov.ingest.lexicon.event_heads import words_of
from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.atoms import Atom

_ACRONYM = re.compile(r"(?=(?:[\W\da-z]*[A-Z]){2})[A-Z][A-Za-z\d]*(?:[-&/][A-Z\d][A-Za-z\d]*)*")
_SMALL = frozenset(["of", "and", "the", "on", "for", "&", "to", "in", "-", "/", ","])
_LONGEST = 14
_SHORT = 6


def body_from(atoms: Sequence[Atom], index: int) -> tuple[Mention, int] | None:
    """The body whose name starts at an index, with the index where the name ends."""
    end = index + 1 if index < len(atoms) and atoms[index].is_body else index
    while end < min(index + _LONGEST, len(atoms)) and _is_of_name(atoms[end]):
        end += 1
    if end + 2 < len(atoms) and atoms[end].text == "(" and atoms[end + 2].text == ")":
        acronym = atoms[end + 1].printed
        if end > index + 1 and atoms[end + 1].kind == "word" and _is_acronym(acronym):
            return _body(atoms[index:end], acronym), end + 2
    while end > index and atoms[end - 1].text in _SMALL:
        end -= 1
    stop = next((at for at in range(end - 1, index - 1, -1) if atoms[at].text in words_of("group")), -1)
    if stop > index and atoms[stop].is_capital and not atoms[stop].printed.isupper():
        return _body(atoms[index : stop + 1], ""), stop
    if index < len(atoms) and _is_acronym(atoms[index].printed) and atoms[index].kind == "word":
        return _body(atoms[index : index + 1], atoms[index].printed), index
    return None


def part_of_body(atoms: Sequence[Atom], index: int) -> Mention | None:
    """The part that a short name behind a body's names: "ETSI NFV IFA", "CEPT CPG PTA"."""
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    body = atoms[index].mention
    if body is None or after is None or after.kind != "word" or after.start != atoms[index].end + 1:
        return None
    is_short = after.printed.isupper() and len(after.printed) <= _SHORT and _is_acronym(after.printed)
    key = f"{body.key} {after.printed}"
    known = {"name": key, "kind": "group"}
    return Mention(atoms[index].start, after.end, after.end, "Group", key, known) if is_short else None


def body_before(atoms: Sequence[Atom], index: int) -> Mention | None:
    """The body whose name ends at an index, before a verb: "The Pacific Numbering Panel met in …"."""
    start = index
    while start > 0 and _is_of_name(atoms[start - 1]) and index - start < _LONGEST:
        start -= 1
    while start < index and (atoms[start].text in _SMALL or not atoms[start].is_capital):
        start += 1
    found = body_from(atoms, start)
    return found[0] if found and found[1] == index else None


def _is_of_name(atom: Atom) -> bool:
    return (atom.kind == "word" and (atom.is_capital or atom.text in _SMALL)) or atom.text in _SMALL


def _is_acronym(printed: str) -> bool:
    """Whether a word is the short name of a body rather than of a subject ("IPv6")."""
    return 1 < len(printed) < 15 and bool(_ACRONYM.fullmatch(printed)) and printed not in _subjects()


def _body(atoms: Sequence[Atom], acronym: str) -> Mention:
    """The body by its short name, else by its full name; a standing house is an organization, any other a group."""
    name = " ".join(atom.printed for atom in atoms).replace(" ,", ",").replace(" - ", "-")
    label = "Organization" if {atom.text for atom in atoms} & words_of("house") else "Group"
    known = {"name": name if not name.isupper() else acronym, "kind": "group" if label == "Group" else ""}
    key = acronym or name
    return Mention(atoms[0].start, atoms[-1].end, atoms[-1].end, label, key, {k: v for k, v in known.items() if v})


@cache
def _subjects() -> frozenset[str]:
    """Short names of subjects, which meet nowhere: "IoT", "ICT"."""
    rows = read_table("topics")
    names = {name for row in rows for name in (row["key"], *row.get("aliases", "").split("|"))}
    return frozenset({*names, "ICT", "ICTs", "SDG", "SDGs", "CEO", "ID", "UN", "TD", "TV", "LS", "AOB"})
