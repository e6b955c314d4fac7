"""Why a relation was missed, and what is wrong about one that was invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.evaluation.evaluate import show
from netgov.ingest.evaluation.matching import Graph, Key, Triple, fold, forms_of, ref_of
from netgov.ingest.evaluation.pairs import UNKNOWN, Pair, scored
from netgov.ingest.outline.sentences import split_sentences
from netgov.ingest.statements.batch import PlacedMention

NEAR = 3
"""So many sentences apart, an end can be meant by "it" or "the Group"."""


class Missed(StrEnum):
    """How far reading came with a relation that it did not find."""

    ABSENT = "not in the text"
    BOTH = "neither end known"
    SUBJECT = "subject not known"
    OBJECT = "object not known"
    SENTENCE = "both known, in one sentence"
    NEAR = "both known, within three sentences"
    FAR = "both known, further apart"


class Wrong(StrEnum):
    """What is wrong about a relation that is not in the gold.

    Of the sentence that it was read in, the gold states the same of another subject or of another partner, or states
    something else of the two. Where it states nothing of the kind, the sentence only wishes, denies or plans it.
    """

    NAME = "a name that is not in the gold"
    SUBJECT = "wrong subject"
    PARTNER = "wrong partner"
    TYPE = "wrong type"
    MODALITY = "nothing of the kind stated there"


@dataclass(frozen=True)
class Mistake:
    """A relation that was missed or invented, with its cause and its sentence."""

    document: str
    relation: str
    cause: Missed | Wrong
    sentence: str


def find_mistakes(pair: Pair) -> Iterator[Mistake]:
    """What was missed, then what was invented, in the order of types."""
    read, gold, text = pair.read_relations, pair.gold_relations, _Text(pair)
    for key in sorted(gold.keys() - read.keys(), key=str):
        relation = gold[key][0]
        yield Mistake(pair.document, show(key), text.why_missed(relation), relation.get("quote", ""))
    stated = [relation for some in gold.values() for relation in some]
    for key in sorted(read.keys() - gold.keys(), key=str):
        relation = read[key][0]
        ends = pair.rename(tuple(relation["source"])), pair.rename(tuple(relation["target"]))
        cause = why_wrong((relation["type"], *ends), relation["quote"], stated)
        yield Mistake(pair.document, show(key), cause, relation["quote"])


def why_wrong(triple: Triple, quote: str, gold: Sequence[Graph]) -> Wrong:
    """What is wrong about a relation, going by what the gold states in the same sentence."""
    kind, source, target = triple
    if UNKNOWN in (source[0], target[0]):
        return Wrong.NAME
    there = [item for item in gold if _share_words(item.get("quote", ""), quote)]
    same_kind = [_ends(item) for item in there if item["type"] == kind]
    if any(source in sources for sources, _ in same_kind):
        return Wrong.PARTNER
    if any(target in targets for _, targets in same_kind):
        return Wrong.SUBJECT
    if any({source, target} == {tuple(item["source"]), tuple(item["target"])} for item in there):
        return Wrong.TYPE
    return Wrong.MODALITY


def _ends(relation: Graph) -> tuple[set[Key], set[Key]]:
    """What can be its source, and what its target: either end, where the type goes either way."""
    source, target = {tuple(relation["source"])}, {tuple(relation["target"])}
    return (source | target,) * 2 if ONTOLOGY.relations[relation["type"]].symmetric else (source, target)


def _share_words(one: str, other: str) -> bool:
    """Whether two quotes are of one sentence: the gold may quote a part of it, or more than it."""
    a, b = fold(one), fold(other)
    return bool(a and b) and (a in b or b in a)


class _Text:
    """The sentences of a report, and in which of them each entity of the gold is named."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._gold = {ref_of(item): item for item in scored(pair.gold)}
        self._known = set(pair.names.values())

    def why_missed(self, relation: Graph) -> Missed:
        """How far reading came with this relation of the gold."""
        ends: list[Key] = [tuple(relation["source"]), tuple(relation["target"])]
        if not all(self._places(end) for end in ends):
            return Missed.ABSENT
        match [end in self._known for end in ends]:
            case [False, False]:
                return Missed.BOTH
            case [False, True]:
                return Missed.SUBJECT
            case [True, False]:
                return Missed.OBJECT
        one, other = (self._places(end) for end in ends)
        if one & other:
            return Missed.SENTENCE
        near = any(place + step in other for place in one for step in range(-NEAR, NEAR + 1))
        return Missed.NEAR if near else Missed.FAR

    def _places(self, ref: Key) -> frozenset[int]:
        """The sentences that name an entity, as it was read or else by its names; all are the document's own."""
        if ref == self._document:
            return frozenset(range(len(self._sentences)))
        return self._mentioned.get(ref) or self._printed(ref)

    @cached_property
    def _document(self) -> Key | None:
        return self._pair.names.get(self._pair.extraction.batch.document.ref)

    @cached_property
    def _sentences(self) -> Sequence[tuple[str, int, int, str]]:
        """Passage, start, end and folded text of each sentence."""
        return [
            (node.key, start, end, f" {fold(node.known['text'][start:end])} ")
            for node in self._pair.extraction.batch.passages
            for start, end in split_sentences(node.known["text"])
        ]

    @cached_property
    def _mentioned(self) -> dict[Key, frozenset[int]]:
        by_passage: dict[str, list[PlacedMention]] = {}
        for item in self._pair.extraction.mentions:
            by_passage.setdefault(item.passage, []).append(item)
        found: dict[Key, set[int]] = {}
        for number, (passage, start, end, _) in enumerate(self._sentences):
            for item in by_passage.get(passage, ()):
                if start <= item.start < end:
                    found.setdefault(self._pair.rename((item.label, item.key)), set()).add(number)
        return {ref: frozenset(numbers) for ref, numbers in found.items()}

    def _printed(self, ref: Key) -> frozenset[int]:
        forms = [f" {form} " for form in forms_of(self._gold.get(ref, {"key": ref[1]}))]
        return frozenset(
            number for number, (*_, text) in enumerate(self._sentences) if any(form in text for form in forms)
        )
