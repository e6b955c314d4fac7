"""How well the pipeline reads: its output against gold, as precision, recall and F1 by label and type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from netgov.ingest.evaluation.matching import fold, ref_of
from netgov.ingest.evaluation.pairs import Pair, read_pairs, scored


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
    """Of each frame and layout, how many of its relations are in the gold, and how many there are."""

    def table(self) -> list[tuple[str, str, Figures]]:
        """(part, label or type, figures), sorted."""
        return [(*key, self.figures[key]) for key in sorted(self.figures)]


def evaluate(gold_dir: Path, corpus_dir: Path, nlp: Language) -> Scores:
    """Read each report of `corpus_dir` that has gold in `gold_dir` and score the result. Raises UnreadableFile."""
    return score(read_pairs(gold_dir, corpus_dir, nlp))


def score(pairs: Iterable[Pair]) -> Scores:
    """Score reports that were read."""
    tally = _Tally()
    for pair in pairs:
        tally.add(pair)
    return tally.scores()


def show(key: Any) -> str:
    """An entity or a triple in one line."""
    return " | ".join(" ".join(part) if isinstance(part, tuple) else str(part) for part in key)


class _Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], Counter[str]] = {}
        self.sections: list[bool] = []
        self.misses: list[str] = []
        self.rules: dict[str, Counter[str]] = {}

    def add(self, pair: Pair) -> None:
        entities = {pair.rename(ref_of(item)) for item in scored(pair.read)}
        self._count(pair.document, "entities", entities, {ref_of(item) for item in scored(pair.gold)}, -2, {})
        read, gold = pair.read_relations, pair.gold_relations
        quotes = {key: some[0].get("quote", "") for graph in (read, gold) for key, some in graph.items()}
        self._count(pair.document, "relations", set(read), set(gold), 0, quotes)
        for key, some in read.items():
            for relation in some:
                self.rules.setdefault(relation.get("rule", ""), Counter()).update(read=1, right=int(key in gold))
        for key in read.keys() & gold.keys():
            sections = ({fold(item.get("section") or "") for item in graph[key]} for graph in (read, gold))
            self.sections.append(bool(set.intersection(*sections)))

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
                self.misses.append(f"{document}: {what} {show(key)}{quote}")

    def scores(self) -> Scores:
        figures = {key: Figures(row["found"], row["read"], row["gold"]) for key, row in self.counts.items()}
        accuracy = 100 * sum(self.sections) / len(self.sections) if self.sections else 0.0
        rules = {rule: (row["right"], row["read"]) for rule, row in sorted(self.rules.items())}
        return Scores(figures, accuracy, tuple(self.misses), rules)
