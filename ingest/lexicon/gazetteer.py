"""The lists of names in data/*.csv, as patterns of spaCy whose id says which node they stand for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from netgov.graph.model import Ref
from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.model.names import Name

LABELS = {
    "organizations": "Organization",
    "groups": "Group",
    "countries": "Country",
    "events": "Event",
    "programmes": "Programme",
    "publications": "Publication",
}


@dataclass(frozen=True)
class Entry:
    """One thing that a gazetteer knows; weak names are its own only in a context that says so."""

    label: str
    key: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...]
    parent: str = ""
    known: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def ref(self) -> Ref:
        """Label and key."""
        return self.label, self.key


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of data/<name>.csv."""
    with files("netgov.data").joinpath(f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Gazetteer:
    """All entries, by reference."""

    def __init__(self) -> None:
        entries = [entry for table, label in LABELS.items() for entry in _entries(table, label)]
        self.entries: Mapping[Ref, Entry] = {entry.ref: entry for entry in entries}

    def known(self, ref: Ref) -> Mapping[str, Any]:
        """What is known of a thing beyond its key, if anything."""
        entry = self.entries.get(ref)
        return entry.known if entry else {}

    def find(self, ref: Ref) -> Entry | None:
        """The entry of a label and key."""
        return self.entries.get(ref)

    @cached_property
    def group_keys(self) -> Mapping[str, str]:
        """Keys of groups by any of their names, case folded, where just one group has it."""
        found: dict[str, set[str]] = {}
        for entry in self.entries.values():
            if entry.label == "Group":
                for name in (*entry.names, *entry.weak_names):
                    found.setdefault(name.casefold(), set()).add(entry.key)
        return {name: keys.pop() for name, keys in found.items() if len(keys) == 1}

    @cached_property
    def names(self) -> Mapping[str, Entry]:
        """Entries by strong name, case folded; the first of those that share one."""
        found: dict[str, Entry] = {}
        for entry in self.entries.values():
            for name in (*entry.names, entry.key):
                found.setdefault(name.casefold(), entry)
        return found


class GazetteerMatcher:
    """Finds the names of a gazetteer in a Doc: acronyms as spelled ("ETSI AT", not "at"), longer names in any case."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._weak = PhraseMatcher(nlp.vocab, attr="ORTH")
        for entry in gazetteer.entries.values():
            for name in entry.names:
                matcher = self._exact if is_one_word(name) or name.isupper() else self._folded
                matcher.add("\t".join(entry.ref), [nlp.make_doc(form) for form in _spellings(name)])
            for name in entry.weak_names:
                self._weak.add("\t".join(entry.ref), [nlp.make_doc(form) for form in _spellings(name)])

    def __call__(self, doc: Doc) -> Iterator[Name]:
        """Every name that occurs, overlapping ones too; of a weak name `fields` says so, and whose parent it needs."""
        for matcher in (self._exact, self._folded):
            for identity, start, end in matcher(doc):
                yield self._candidate(doc, identity, start, end, {})
        for identity, start, end in self._weak(doc):
            parent = self.gazetteer.entries[self._ref(doc, identity)].parent
            yield self._candidate(doc, identity, start, end, {"weak": True, "parent": parent})

    def _candidate(self, doc: Doc, identity: int, start: int, end: int, fields: dict[str, Any]) -> Name:
        label, key = self._ref(doc, identity)
        first, last = doc[start], doc[end - 1]
        return Name(first.idx, last.idx + len(last), label, {"key": key, **fields})

    @staticmethod
    def _ref(doc: Doc, identity: int) -> Ref:
        label, key = doc.vocab.strings[identity].split("\t")
        return label, key


def is_one_word(name: str) -> bool:
    """Whether a name must be spelled just so: it is one word, and "Council" is no "council"."""
    return " " not in name


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package data; read once."""
    return Gazetteer()


def _entries(table: str, label: str) -> Iterator[Entry]:
    for row in read_table(table):
        weak = _split(row.get("weak_aliases", ""))
        names = (
            [row["key"], row["name"], *_split(row["aliases"])]
            if label != "Country"
            else [row["name"], *_split(row["aliases"])]
        )
        names = [name for name in dict.fromkeys(names) if name and name not in weak]
        known: dict[str, Any] = {
            name: value
            for name, value in row.items()
            if value and name != "key" and ONTOLOGY.node_property(label, name)
        }
        known["aliases"] = [name for name in names if name not in (row["key"], known.get("name"))]
        yield Entry(label, row["key"], tuple(names), tuple(weak), row.get("parent", ""), known)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _spellings(name: str) -> set[str]:
    """A name with either apostrophe."""
    return {name, name.replace("'", "’"), name.replace("’", "'")}
