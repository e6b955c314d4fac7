"""Search: from what people type, misspelled or not finished, to entities by their names and passages by their text.

Words are looked up in the vocabulary first (graph/search_index.py): a word that it lacks stands for those that begin
with it and those that it resembles. The engine's full-text index then finds candidates by the rarest of these words,
since what it costs is the length of their lists, and Python ranks the candidates. Both engines run the same queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from netgov.graph.model import spell
from netgov.graph.search_index import ENTITIES, find_words, label_word, label_words, trigrams, words_of
from netgov.graph.store import GraphStore

Match = Literal["key", "name", "title", "alias", "text"]

CANDIDATES = 100
"""How many entities or passages are ranked, and half as many passages beside entities; more are not found."""
WORDS = 12
"""Words of a query that count."""
GUESSES = 3
"""How many words of a query may be misspelled, and for how many others each of them may stand."""
SIMILAR = 0.84
"""Jaro-Winkler similarity from which one word may be another misspelled: "grp" and "group" have 0.89."""
COMPLETIONS = 10
"""How many words the beginning of one may stand for."""
POSTINGS = 15_000
"""Entries that a query may look through, unless its rarest word has more: some 12 ms of the embedded engine."""
ENOUGH = 0.6
"""The share of a query's letters that a hit must have."""
PASSAGE_WORDS = 3
"""The rarest words of a query, by which passages are looked for."""
SNIPPET = 240
BEFORE = 60
"""Characters of a snippet, and of what stands in it before the first word that was found."""
FILLERS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "to", "with")
)
"""Words that are looked for only where there is no other."""
WEIGHTS: Mapping[Match, float] = {"key": 1.0, "name": 0.98, "alias": 0.97, "title": 0.94, "text": 0.6}

_EXACT = "UNWIND $words AS word MATCH (n:Word {text: word}) RETURN n.text, n.entries"
_BEGINNING = """MATCH (n:Word) WHERE n.text STARTS WITH $start
RETURN n.text, n.entries ORDER BY n.entries DESC, n.text LIMIT $limit"""
_SIMILAR = """CALL db.index.fulltext.queryNodes('Word[trigrams]', $query, {limit: $limit}) YIELD node
RETURN node.text, node.entries"""
_ENTRIES = """CALL db.index.fulltext.queryNodes('Entry[words]', $query, {limit: $limit}) YIELD node
RETURN properties(node)"""
_EXACT_ENTRIES = "UNWIND $entities AS entity MATCH (n:Entry {entity: entity}) RETURN properties(n)"
_PASSAGES = """CALL db.index.fulltext.queryNodes('Passage[text]', $query, {limit: $limit}) YIELD node, score
RETURN properties(node), score"""


@dataclass(frozen=True)
class Term:
    """A word of the query, with the words of the vocabulary that it may stand for: how well, and their entries."""

    word: str
    fit: Mapping[str, float] = field(default_factory=dict)
    entries: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """The words of a query."""

    terms: tuple[Term, ...]

    @cached_property
    def fitting(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """Each word that terms may stand for: the places of these terms, and how well it fits each, 0 to 1."""
        found: dict[str, list[tuple[int, float]]] = {}
        for place, term in enumerate(self.terms):
            for word, fit in {**term.fit, term.word: 1.0}.items():
                found.setdefault(word, []).append((place, fit))
        return found

    def share(self, words: Iterable[str]) -> float:
        """How much of the terms, by their letters, some words fit, 0 to 1."""
        best = [0.0] * len(self.terms)
        for word in words:
            for place, fit in self.fitting.get(word, ()):
                best[place] = max(best[place], fit)
        letters = [len(term.word) for term in self.terms]
        return sum(count * fit for count, fit in zip(letters, best, strict=True)) / sum(letters)

    def marks(self, words: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int], ...]:
        """The offsets of the words that fit a term."""
        return tuple((start, end) for start, end, word in words if word in self.fitting)


@dataclass(frozen=True)
class Hit:
    """Something found: `text` is the name that matched or a snippet of the passage, `marks` offsets into it."""

    label: str
    key: str
    name: str | None
    score: float
    matched: Match
    text: str
    marks: tuple[tuple[int, int], ...]
    section: str | None = None
    start: int = 0
    """Offset of the snippet in the passage."""


def search(store: GraphStore, text: str, *, label: str | None = None, limit: int = CANDIDATES) -> list[Hit]:
    """The best hits for a text, best first; without a label entities and passages."""
    terms = read_terms(store, text)
    if not terms.terms:
        return []
    if label == "Passage":
        hits = find_passages(store, terms, text, CANDIDATES)
    elif label:
        hits = find_entities(store, terms, label)
    else:
        passages = store.runner.aside(lambda: find_passages(store, terms, text, CANDIDATES // 2))
        hits = find_entities(store, terms, label) + passages.result()
    hits.sort(key=lambda hit: (-hit.score, hit.key, hit.label))
    return hits[:limit]


def read_terms(store: GraphStore, text: str) -> Terms:
    """The words of a query as terms, fillers only where there is nothing else."""
    words = list(dict.fromkeys(words_of(text)))
    words = ([word for word in words if word not in FILLERS] or words)[:WORDS]
    if not words:
        return Terms(())
    known = dict(store.read(_EXACT, {"words": words}, limit=WORDS).rows)
    guesses, terms = GUESSES, []
    for word in words:
        entries = {word: known[word]} if word in known else {}
        fit: dict[str, float] = {}
        if len(word) > 1 and (word not in known or word == words[-1]):
            begun = _begin_with(store, word)
            entries |= begun
            fit |= {other: 0.8 + 0.2 * len(word) / len(other) for other in begun}
        if word not in known and guesses and not word.isdigit():
            guesses -= 1
            similar = _resemble(store, word)
            entries |= {other: count for other, (_, count) in similar.items()}
            fit = {**{other: 0.95 * likeness for other, (likeness, _) in similar.items()}, **fit}
        terms.append(Term(word, fit, entries))
    return Terms(tuple(terms))


def find_entities(store: GraphStore, terms: Terms, label: str | None) -> list[Hit]:
    """Entities whose names have most of the terms."""
    wanted = _affordable({word: count for term in terms.terms for word, count in term.entries.items()})
    if not wanted:
        return []
    query = " ".join(wanted)
    if label:
        query = f"+{label_word(label)} +({query})"
    rows = store.read(_ENTRIES, {"query": query, "limit": CANDIDATES}, limit=CANDIDATES).rows
    if acronyms := _acronyms(terms):
        exact = [spell((name, key)) for name in ([label] if label else ENTITIES) for key in acronyms]
        rows += store.read(_EXACT_ENTRIES, {"entities": exact}, limit=CANDIDATES).rows
    entries = {entry["entity"]: entry for (entry,) in rows}
    return [hit for entry in entries.values() if (hit := _rank_entity(entry, terms))]


def find_passages(store: GraphStore, terms: Terms, text: str, candidates: int) -> list[Hit]:
    """Passages whose text has most of the terms, among so many that are looked for by the rarest ones."""
    rarest = sorted(terms.terms, key=lambda term: sum(term.entries.values()))[:PASSAGE_WORDS]
    words = {word for term in rarest for word in (term.word, *list(term.fit)[:GUESSES])}
    query = " ".join(sorted(words | _as_printed(text, words)))
    found = store.read(_PASSAGES, {"query": query, "limit": candidates}, limit=candidates)
    highest = max((score for _, score in found.rows), default=1.0)
    return [hit for passage, score in found.rows if (hit := _rank_passage(passage, score / highest, terms))]


def _acronyms(terms: Terms) -> list[str]:
    """Keys that a single word may be meant for: candidates by the words of "ITU" are too many to be sure of ITU."""
    return [word.upper() for word in terms.fitting] if len(terms.terms) == 1 else []


def _begin_with(store: GraphStore, start: str) -> dict[str, int]:
    parameters = {"start": start, "limit": COMPLETIONS}
    return dict(store.read(_BEGINNING, parameters, limit=COMPLETIONS).rows)


def _resemble(store: GraphStore, word: str) -> dict[str, tuple[float, int]]:
    """The words of the vocabulary that a word is most like, with likeness and entries."""
    parameters = {"query": " ".join(trigrams(word)), "limit": CANDIDATES}
    found = store.read(_SIMILAR, parameters, limit=CANDIDATES)
    likeness = ((JaroWinkler.similarity(word, other), count, other) for other, count in found.rows)
    best = sorted((item for item in likeness if item[0] >= SIMILAR), reverse=True)[:GUESSES]
    return {other: (similarity, count) for similarity, count, other in best}


def _affordable(entries: Mapping[str, int]) -> list[str]:
    """The rarest words, as many as one query may look through, and always one."""
    chosen: list[str] = []
    total = 0
    for word, count in sorted(entries.items(), key=lambda item: (item[1], item[0])):
        total += count
        if chosen and total > POSTINGS:
            break
        chosen.append(word)
    return chosen


def _as_printed(text: str, words: set[str]) -> set[str]:
    """Words that a text joins where we part them: "IPv6" and "SG15", also where the query writes "SG 15"."""
    found = find_words(text)
    pairs = pairwise(found)
    joined = {first[2] + then[2] for first, then in pairs if then[0] - first[1] <= 1 and {first[2], then[2]} & words}
    return {word for word in joined if not word.isalpha() and not word.isdigit()}


def _rank_entity(entry: Mapping[str, Any], terms: Terms) -> Hit | None:
    """The name of an entity that the terms fit best."""
    label, implied = entry["label"], label_words(entry["label"])
    best: Hit | None = None
    for matched, text in _names(entry):
        score, marks = _compare(text, terms, implied)
        score *= WEIGHTS[matched]
        if score and (best is None or score > best.score):
            best = Hit(label, entry["key"], entry.get("name"), score, matched, text, marks)
    return best


def _names(entry: Mapping[str, Any]) -> Iterable[tuple[Match, str]]:
    yield "key", entry["key"]
    for alias in entry.get("aliases", ()):
        yield "alias", alias
    if "name" in entry:
        yield "name", entry["name"]
    if "title" in entry:
        yield "title", entry["title"]


def _compare(text: str, terms: Terms, implied: Sequence[str]) -> tuple[float, tuple[tuple[int, int], ...]]:
    """How well a name fits the terms, 0 to 1, and where; the words of its label count as said."""
    found = find_words(text)
    words = [word for _, _, word in found]
    share, marks = terms.share((*words, *implied)), terms.marks(found)
    if share < ENOUGH or not marks:
        return 0.0, ()
    likeness = ratio(" ".join(term.word for term in terms.terms), " ".join(words)) / 100
    return share * (0.75 + 0.25 * likeness), marks


def _rank_passage(passage: Mapping[str, Any], relevance: float, terms: Terms) -> Hit | None:
    text, found = passage["text"], find_words(passage["text"])
    share, marks = terms.share(word for _, _, word in found), terms.marks(found)
    if share < ENOUGH or not marks:
        return None
    start = _snippet_start(text, marks[0][0])
    end = min(len(text), start + SNIPPET)
    inside = tuple((first - start, last - start) for first, last in marks if start <= first and last <= end)
    score = WEIGHTS["text"] * share * (0.75 + 0.25 * relevance)
    section = passage.get("section")
    return Hit("Passage", passage["key"], None, score, "text", text[start:end], inside, section, start)


def _snippet_start(text: str, first: int) -> int:
    """Where a snippet starts that shows the first mark: not in the middle of a word."""
    if first <= BEFORE or len(text) <= SNIPPET:
        return 0
    start = min(first - BEFORE, len(text) - SNIPPET)
    blank = text.find(" ", start, first)
    return start if blank < 0 else blank + 1
