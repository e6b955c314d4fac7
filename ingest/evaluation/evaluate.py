"""How well the pipeline reads: its output against gold, as precision, recall and F1 by label and type.

An entity is found when label and key agree, or else when one of its names is a name of the gold entity; titled ones
(drafts, publications, events …) also by a similar title, events by the same first day and a roughly similar title.
Each gold entity can be found once. A relation is found when its type and both ends are; symmetric types go either way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from spacy.language import Language

from netgov.graph.errors import UnreadableFile
from netgov.graph.export.gold import gold_form
from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.readers.files import MEDIA_TYPES, read_source
from netgov.ingest.statements.batch import build_batch

TITLED = frozenset(["Publication", "Event", "Programme", "Recommendation", "Organization", "Group"])
UNSCORED = frozenset(["Passage", "Topic"])
SIMILAR = 0.88
SIMILAR_ON_SAME_DAY = 0.6

Graph = Mapping[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1 in percent, and the counts they come from."""

    found: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was read that is in the gold."""
        return 100 * self.found / self.predicted if self.predicted else 100.0 * (not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold that was read."""
        return 100 * self.found / self.gold if self.gold else 100.0 * (not self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Scores:
    """Figures by part ("entities", "relations") and by label or type ("ALL" for all), and what went wrong."""

    figures: Mapping[tuple[str, str], Figures]
    section_accuracy: float
    misses: tuple[str, ...]
    rules: Mapping[str, tuple[int, int]]
    """Of each rule, how many of its relations are in the gold, and how many there are."""

    def card(self) -> dict[str, Any]:
        """The figures as one JSON object, in percent."""
        parts: dict[str, Any] = {"entities": {}, "relations": {}}
        for part, name, row in self.table():
            shares = {"precision": row.precision, "recall": row.recall, "f1": row.f1}
            counts = {"found": row.found, "predicted": row.predicted, "gold": row.gold}
            parts[part][name] = {**{key: round(value, 1) for key, value in shares.items()}, **counts}
        return {**parts, "section_accuracy": round(self.section_accuracy, 1)}

    def table(self) -> list[tuple[str, str, Figures]]:
        """(part, label or type, figures), sorted."""
        return [(*key, self.figures[key]) for key in sorted(self.figures)]


def evaluate(
    gold_dir: Path, corpus_dir: Path, nlp: Language, progress: Callable[[str], None] = lambda _: None
) -> Scores:
    """Read each report of `corpus_dir` that has gold in `gold_dir` and score the result.

    Raises UnreadableFile when there is no gold or a report is missing.
    """
    pairs = list(_pairs(gold_dir, corpus_dir))
    if not pairs:
        raise UnreadableFile(f"There is no gold (*.json) in {gold_dir}.")
    tally = _Tally()
    for gold_path, report_path in pairs:
        progress(report_path.name)
        tally.add(gold_form(build_batch(read_source(report_path), nlp)), _load_gold(gold_path))
    return tally.scores()


def _pairs(gold_dir: Path, corpus_dir: Path) -> Iterator[tuple[Path, Path]]:
    for gold in sorted(gold_dir.glob("*.json")):
        candidates = [corpus_dir / f"{gold.stem}{suffix}" for suffix in MEDIA_TYPES]
        report = next((path for path in candidates if path.exists()), None)
        if report is None:
            raise UnreadableFile(f"The gold {gold} has no report {gold.stem}.* in {corpus_dir}.")
        yield gold, report


def _load_gold(path: Path) -> Graph:
    try:
        gold: Graph = json.loads(path.read_text("utf-8"))
        return {"entities": gold["entities"], "relations": gold["relations"], "document": gold["document"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(f"{path} is no gold file: {error}.") from error


class _Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], Counter[str]] = {}
        self.sections: list[bool] = []
        self.misses: list[str] = []
        self.rules: dict[str, Counter[str]] = {}

    def add(self, predicted: Graph, gold: Graph) -> None:
        entities = [item for item in predicted["entities"] if item["label"] not in UNSCORED]
        gold_entities = [item for item in gold["entities"] if item["label"] not in UNSCORED]
        found = match_entities(entities, gold_entities)
        document = str(gold["document"])
        read = {found.get(_ref(item), ("?", *_ref(item))) for item in entities}
        self._count(document, "entities", read, {_ref(item) for item in gold_entities}, -2, {})
        relations = _relations(predicted, lambda end: found.get(end, ("?", *end)))
        gold_relations = _relations(gold, lambda end: end)
        quotes = {key: quote for graph in (relations, gold_relations) for key, (_, quote) in graph.items()}
        self._count(document, "relations", set(relations), set(gold_relations), 0, quotes)
        for relation in predicted["relations"]:
            key = _triple(relation, lambda end: found.get(end, ("?", *end)))
            self.rules.setdefault(relation.get("rule", ""), Counter()).update(read=1, right=int(key in gold_relations))
        for key in relations.keys() & gold_relations.keys():
            self.sections.append(bool(relations[key][0] & gold_relations[key][0]))

    def _count(
        self, document: str, part: str, read: set[Any], gold: set[Any], group: int, quotes: Mapping[Any, str]
    ) -> None:
        for key in sorted(read | gold, key=str):
            for name in (key[group], "ALL"):
                row = self.counts.setdefault((part, name), Counter())
                row.update(found=int(key in read and key in gold), read=int(key in read), gold=int(key in gold))
            if (key in read) != (key in gold):
                what = "missed" if key in gold else "spurious"
                quote = f" — {quotes[key]}" if quotes.get(key) else ""
                self.misses.append(f"{document}: {what} {_show(key)}{quote}")

    def scores(self) -> Scores:
        figures = {key: Figures(row["found"], row["read"], row["gold"]) for key, row in self.counts.items()}
        accuracy = 100 * sum(self.sections) / len(self.sections) if self.sections else 0.0
        rules = {rule: (row["right"], row["read"]) for rule, row in sorted(self.rules.items())}
        return Scores(figures, accuracy, tuple(self.misses), rules)


def match_entities(predicted: list[Graph], gold: list[Graph]) -> dict[Key, Key]:
    """(label, key) of each predicted entity that is in the gold → (label, key) there."""
    found: dict[Key, Key] = {}
    free = {_ref(item): item for item in gold}
    for matches in (_same_key, _shared_name, _similar_title):
        for item in predicted:
            if _ref(item) not in found:
                candidates = [other for other in free.values() if other["label"] == item["label"]]
                if (best := matches(item, candidates)) is not None:
                    found[_ref(item)] = _ref(best)
                    del free[_ref(best)]
    return found


def _same_key(item: Graph, candidates: Iterable[Graph]) -> Graph | None:
    return next((other for other in candidates if _fold(other["key"]) == _fold(item["key"])), None)


def _shared_name(item: Graph, candidates: Iterable[Graph]) -> Graph | None:
    names = {_fold(item["key"]), _fold(item.get("name") or item["key"])}
    return next((other for other in candidates if names & _forms(other)), None)


def _similar_title(item: Graph, candidates: list[Graph]) -> Graph | None:
    if item["label"] not in TITLED or len(_fold(item["key"])) < 12 or not candidates:
        return None
    best = max(candidates, key=lambda other: _similarity(item, other))
    ratio = _similarity(item, best)
    same_day = item["label"] == "Event" and item.get("start_date") and item.get("start_date") == best.get("start_date")
    return best if ratio >= SIMILAR or (same_day and ratio >= SIMILAR_ON_SAME_DAY) else None


def _similarity(item: Graph, other: Graph) -> float:
    return max(SequenceMatcher(None, one, two).ratio() for one in _forms(item) for two in _forms(other))


def _forms(entity: Graph) -> set[str]:
    names = [entity["key"], entity.get("name"), entity.get("title"), *entity.get("aliases", [])]
    return {_fold(name) for name in names if name and _fold(name)}


def _fold(text: str) -> str:
    """One form for spellings that differ in case, width, dashes, quotes or punctuation only."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"^(?:draft:\s*|the\s+)+", "", text)
    return re.sub(r"\W+", " ", text).strip()


def _relations(graph: Graph, rename: Callable[[Key], Key]) -> dict[Any, tuple[set[str], str]]:
    """(type, source, target) → (its sections, a sentence)."""
    found: dict[Any, tuple[set[str], str]] = {}
    for relation in graph["relations"]:
        declared = ONTOLOGY.relations.get(relation["type"])
        if declared and declared.stated:
            sections, _ = found.setdefault(_triple(relation, rename), (set(), relation.get("quote", "")))
            sections.add(_fold(relation.get("section") or ""))
    return found


def _triple(relation: Graph, rename: Callable[[Key], Key]) -> Any:
    """(type, source, target), the ends of a symmetric type in one order."""
    ends = [rename(tuple(relation["source"])), rename(tuple(relation["target"]))]
    symmetric = ONTOLOGY.relations[relation["type"]].symmetric
    return (relation["type"], *(sorted(ends, key=str) if symmetric else ends))


def _ref(item: Graph) -> Key:
    return item["label"], item["key"]


def _show(key: Any) -> str:
    return " | ".join(" ".join(part) if isinstance(part, tuple) else str(part) for part in key)
