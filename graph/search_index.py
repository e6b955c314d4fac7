"""The search index: what each entity can be found by, kept in the transaction that changes the entity.

An `Entry` holds an entity's names, and their words for the engine's full-text index. A `Word` is one of these words:
how many entries have it, and its trigrams, which a misspelled word shares with it. The engines' own fuzzy search would
do without, but the embedded one walks its whole index for it (0.4 s at 100,000 entities; a word's trigrams take 5 ms).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from neo4j import ManagedTransaction, Session

from netgov.graph.model import Ref, spell
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.transactions import CHUNK, grouped, run_rows

INDEXES = (
    ("unique", "Entry", "entity"),
    ("unique", "Word", "text"),
    ("text", "Entry", "words"),
    ("text", "Word", "trigrams"),
    ("text", "Passage", "text"),
)
"""Kind, label and property, as those of graph/contribution.py."""
ENTITIES = tuple(label for label in ONTOLOGY.nodes if label != "Passage")
"""The labels that have entries; passages are found by their text."""
FIELDS = ("key", "name", "title", "aliases")
WORD = re.compile(r"[^\W\d_]+|\d+")
"""Letters or digits, so that "SG15", "SG 15" and "SG-15" are the same two words."""
LONGEST_WORD = 40
"""Letters of a word that count; an index bounds the size of its keys."""


def find_words(text: str) -> list[tuple[int, int, str]]:
    """The words of a text with their offsets, in the form in which words are compared."""
    found = ((match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text))
    return [(start, end, word) for start, end, word in found if word]


def words_of(text: str) -> list[str]:
    """The words of a text, in the form in which words are compared."""
    return [word for _, _, word in find_words(text)]


@lru_cache(maxsize=2**16)
def fold(text: str) -> str:
    """Letters and digits without case and accents; nothing that could be an operator of a full-text query remains."""
    if text.isascii() and text.isalnum():
        return text.lower()[:LONGEST_WORD]
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())[:LONGEST_WORD]


def trigrams(word: str) -> list[str]:
    """Each three letters of a word, its ends marked; a number has none, since one misprint makes it another."""
    marked = f"_{word}_"
    return [] if word.isdigit() else [marked[start : start + 3] for start in range(len(marked) - 2)]


def label_word(label: str) -> str:
    """The word that every entry of a label has, and no name."""
    return f"label{label.casefold()}"


@cache
def label_words(label: str) -> tuple[str, ...]:
    """As in "StudyGroup" → study, group: what people write before a number."""
    return tuple(words_of(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)))


def index_entities(tx: ManagedTransaction, refs: Collection[Ref]) -> None:
    """Make the entries of these entities, and the counts of words, follow the entities as they now are."""
    after: dict[str, dict[str, Any]] = {}
    for label, group in grouped(sorted(refs), lambda ref: ref[0]):
        query = f"UNWIND $rows AS row MATCH (n:{label} {{key: row}}) RETURN properties(n) AS found"
        for row in run_rows(tx, query, [key for _, key in group]):
            entry = _make_entry(label, row["found"])
            after[entry["entity"]] = entry
    query = "UNWIND $rows AS row MATCH (n:Entry {entity: row}) RETURN properties(n) AS found"
    before = {row["found"]["entity"]: row["found"] for row in run_rows(tx, query, [spell(ref) for ref in refs])}
    _replace(tx, before, after)


def index_graph(session: Session, take_turn: Callable[[ManagedTransaction], None]) -> None:
    """Index all entities of a graph where some have no entry, such as one that is older than the index."""
    counts = {label: _count(session, label) for label in ENTITIES}
    if _count(session, "Entry") == sum(counts.values()):
        return
    for label in ENTITIES:
        refs = [(label, row["key"]) for row in session.run(f"MATCH (n:{label}) RETURN n.key AS key").data()]
        for start in range(0, len(refs), CHUNK):
            session.execute_write(_index_chunk, refs[start : start + CHUNK], take_turn)


def _index_chunk(tx: ManagedTransaction, refs: Sequence[Ref], take_turn: Callable[[ManagedTransaction], None]) -> None:
    take_turn(tx)
    index_entities(tx, refs)


def _count(session: Session, label: str) -> int:
    return int(session.run(f"MATCH (n:{label}) RETURN count(n) AS found").data()[0]["found"])


def _make_entry(label: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    names = {field: properties[field] for field in FIELDS if properties.get(field)}
    texts = [names["key"], names.get("name", ""), names.get("title", ""), *names.get("aliases", ())]
    words = dict.fromkeys(
        [label_word(label), *label_words(label), *(word for text in texts for word in words_of(text))]
    )
    return {"entity": spell((label, names["key"])), "label": label, **names, "words": " ".join(words)}


def _replace(
    tx: ManagedTransaction, before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> None:
    """Put entries in the place of others, and count their words."""
    changed = [entry for entity, entry in after.items() if before.get(entity) != entry]
    gone = [entity for entity in before if entity not in after]
    counts: Counter[str] = Counter()
    for entry in changed:
        counts.update(entry["words"].split())
    for entity in [*(entry["entity"] for entry in changed if entry["entity"] in before), *gone]:
        counts.subtract(before[entity]["words"].split())
    run_rows(tx, "UNWIND $rows AS row MERGE (n:Entry {entity: row.entity}) SET n = row", changed)
    run_rows(tx, "UNWIND $rows AS row MATCH (n:Entry {entity: row}) DELETE n", gone)
    _count_words(tx, counts)


def _count_words(tx: ManagedTransaction, counts: Mapping[str, int]) -> None:
    """Add to the counts of words; one that no entry has any more goes."""
    changes = {word: change for word, change in sorted(counts.items()) if change}
    rows = [{"text": word, "change": change, "trigrams": " ".join(trigrams(word))} for word, change in changes.items()]
    query = """UNWIND $rows AS row MERGE (n:Word {text: row.text}) ON CREATE SET n.trigrams = row.trigrams
               SET n.entries = coalesce(n.entries, 0) + row.change"""
    run_rows(tx, query, rows)
    query = "UNWIND $rows AS row MATCH (n:Word {text: row}) WITH n WHERE n.entries <= 0 DELETE n"
    run_rows(tx, query, [word for word, change in changes.items() if change < 0])
