"""Frames: which verbs and nouns state which relation, and who fills its ends. They are data, data/frames.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from netgov.graph.errors import UnreadableFile
from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.lexicon.grammar import irregular_forms, word_lists
from netgov.ingest.model.clause import Modality

DEFAULTS = frozenset(["", "body", "event", "own event", "document", "event of group", "event's group", "group"])


@dataclass(frozen=True)
class Frame:
    """One way to state a relation; the text below each field is what docs/reading.md says of it."""

    rule: str
    """The name of the frame, which its statements carry as their rule."""
    relation: str
    """The relationship type that it states."""
    source: tuple[str, ...]
    """Roles of the clause that may name the source; the first that is filled counts."""
    target: tuple[str, ...]
    """Roles of the clause that may name the target; the first that is filled counts."""
    verbs: frozenset[str] = frozenset()
    """Verbs that call it up, as they stand in a dictionary; "*" is any, "team_up" a verb with its particle."""
    nouns: frozenset[str] = frozenset()
    """Nouns that call it up: "liaison", "memorandum of understanding"."""
    adjectives: frozenset[str] = frozenset()
    """Adjectives that call it up: "responsible"."""
    carriers: frozenset[str] = frozenset()
    """Verbs that a noun may hang on, as "send" carries a "liaison"; empty: any."""
    about: frozenset[str] = frozenset()
    """Nouns of which the verb must carry one: "send" a "liaison"."""
    source_labels: frozenset[str] = frozenset()
    """Labels that the source may have; those that the ontology allows, unless fewer are named."""
    target_labels: frozenset[str] = frozenset()
    """Labels that the target may have, likewise."""
    source_default: str = ""
    """Who is the source where none is printed: the "body" spoken of, the "event" before …"""
    target_default: str = ""
    """Who is the target where none is printed, likewise."""
    topic: tuple[str, ...] = ()
    """Prepositions behind which the topic stands."""
    accepts: frozenset[Modality] = frozenset(["asserted"])
    """How a clause may be meant for the frame to state anything; what is merely planned gets that as its status."""
    manner: frozenset[str] = frozenset()
    """Adverbs of which one must stand by: "jointly", "closely"."""
    source_heads: frozenset[str] = frozenset()
    """Nouns of which one must head the source: "the delegate of Kenya" speaks at a meeting, Kenya anywhere."""
    target_heads: frozenset[str] = frozenset()
    """Nouns of which one must head the target: "in countries such as Kenya" is not "in Kenya"."""
    carries: frozenset[str] = frozenset()
    """Labels of which one must be what the verb carries or says it in: "introduced C18/4", "in C18/4 Egypt asked"."""
    main: bool = False
    """Whether it must stand in the main clause: "the text proposed by Kenya" says nothing of where."""
    passive: bool | None = None
    """Whether the clause must be in the passive, or must not."""
    unless_about: frozenset[str] = frozenset()
    """Nouns that must not stand by: "coordination through liaisons" is liaison."""
    unless_known: str = ""
    """A property that the source must not have: the parent of a focus group is in its name."""
    unless: tuple[str, ...] = ()
    """Roles that must be open: "works with X on Y" does not say that anyone develops Y."""
    mutual: bool = False
    """Whether the ends may both be the subject: "SG2 and SG3 cooperate"."""
    role: str = ""
    """The office that the relation gives, or the role of the clause that names it."""
    set: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Properties of the relationship that the frame gives by itself."""
    example: str = ""
    """A sentence that the frame reads."""
    says: tuple[str, ...] = ()
    """What it reads there: "SOURCE > TARGET", and behind "||" another key that is as good."""

    @property
    def words(self) -> frozenset[str]:
        """Every lemma that calls the frame up."""
        return self.verbs | self.nouns | self.adjectives


@dataclass(frozen=True)
class Frames:
    """All frames, by the lemma and form that calls them up."""

    all: tuple[Frame, ...]
    by_word: Mapping[tuple[str, str], tuple[Frame, ...]] = field(hash=False)
    triggers: frozenset[str] = frozenset()
    """Forms of the words, lower case: a sentence without any of them states nothing."""

    def nouns(self) -> frozenset[str]:
        """The nouns and adjectives that call a frame up."""
        return frozenset(word for frame in self.all for word in frame.nouns | frame.adjectives)


@cache
def load_frames(extra: str | None = None) -> Frames:
    """The frames of data/frames.toml and of a user's file. Raises UnreadableFile where one breaks the ontology."""
    text = files("netgov.data").joinpath("frames.toml").read_text("utf-8")
    found = [*_read(text, "frames.toml"), *(_read(read_frames(extra), extra) if extra else ())]
    by_word: dict[tuple[str, str], list[Frame]] = {}
    for frame in found:
        for form, words in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
            for word in words:
                by_word.setdefault((form, word), []).append(frame)
    triggers = frozenset(shape for frame in found for word in frame.words | frame.manner for shape in _forms(word))
    return Frames(tuple(found), {key: tuple(value) for key, value in by_word.items()}, triggers)


def read_frames(path: str) -> str:
    """The text of a user's file of frames. Raises UnreadableFile."""
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"The frames of NETGOV_FRAMES cannot be read: {error}.") from error


def _read(text: str, name: str) -> Iterator[Frame]:
    try:
        rows = tomllib.loads(text).get("frame", [])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(f"{name} is no TOML: {error}.") from error
    if not isinstance(rows, list):
        raise UnreadableFile(f"{name} has [frame] where each frame begins with [[frame]].")
    for row in rows:
        try:
            yield _frame(row)
        except ValueError as error:
            raise UnreadableFile(f"The frame {row.get('rule', 'without a rule')!r} in {name} {error}.") from error


def _frame(row: Mapping[str, Any]) -> Frame:
    """A frame, checked against the ontology. Raises ValueError with what is wrong, as the end of a sentence."""
    if unknown := row.keys() - {item.name for item in fields(Frame)}:
        raise ValueError(f"has unknown fields: {', '.join(sorted(unknown))}")
    if missing := {"rule", "relation", "source", "target"} - row.keys():
        raise ValueError(f"lacks {', '.join(sorted(missing))}")
    values = {key: _value(key, value) for key, value in row.items()}
    relation = ONTOLOGY.relations.get(values["relation"])
    if relation is None:
        raise ValueError(f"states {values['relation']}, which the ontology does not have")
    if unknown := values.get("accepts", frozenset()) - set(get_args(Modality)):
        raise ValueError(f"accepts {', '.join(sorted(unknown))}, which no clause is")
    for end, allowed in (("source", relation.sources), ("target", relation.targets)):
        labels = values.get(f"{end}_labels", frozenset(allowed))
        if forbidden := labels - set(allowed):
            raise ValueError(f"states {relation.name}, which cannot have {', '.join(sorted(forbidden))} as its {end}")
        if values.get(f"{end}_default", "") not in DEFAULTS:
            raise ValueError(f"has an unknown {end}_default")
        values[f"{end}_labels"] = labels
    return Frame(**values)


def _value(name: str, value: Any) -> Any:
    """A value in the type that its field has; a single word does for a list of one. Raises ValueError."""
    kind = _KINDS[name]
    if kind not in (frozenset, tuple):
        if not isinstance(value, kind):
            raise ValueError(f"has {value!r} as {name}")
        return value
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(f"has no list of words as {name}")
    return kind(word for item in items for word in _words(item))


def _words(item: str) -> list[str]:
    """A word, or those of the list that it names."""
    if not item.startswith("@"):
        return [item]
    if item[1:] not in word_lists():
        raise ValueError(f"takes the list {item}, which data/grammar.toml does not have")
    return sorted(word_lists()[item[1:]])


_KINDS: Mapping[str, type] = {
    item.name: next(
        (kind for kind in (frozenset, tuple, bool, Mapping) if str(item.type).startswith(kind.__name__)), str
    )
    for item in fields(Frame)
}
"""The type of each field, as far as what a file gives is checked against it."""


def _forms(lemma: str) -> Iterator[str]:
    """The forms in which a lemma may be printed, as far as looking for it needs: regular ones and those of the list."""
    word = lemma.split("_")[0].split(" ")[-1]
    yield from (
        word,
        f"{word}s",
        f"{word}es",
        f"{word}ed",
        f"{word}d",
        f"{word}ing",
        f"{word}{word[-1]}ed",
        f"{word}{word[-1]}ing",
    )
    if word.endswith("e"):
        yield f"{word[:-1]}ing"
    if word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
    yield from irregular_forms(word)
