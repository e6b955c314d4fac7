"""Reports as they were read, each beside its gold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from spacy.language import Language

from netgov.graph.errors import UnreadableFile
from netgov.graph.export.gold import gold_form
from netgov.ingest.evaluation.matching import Graph, Key, Triple, match_entities, relations_of
from netgov.ingest.pipeline import extract
from netgov.ingest.readers.files import MEDIA_TYPES, read_source
from netgov.ingest.statements.batch import Extraction

UNSCORED = frozenset(["Passage", "Topic"])
UNKNOWN = "?"
"""Stands before an entity that is not in the gold."""


@dataclass(frozen=True)
class Pair:
    """What was read in a report, and what its gold says."""

    extraction: Extraction
    gold: Graph

    @property
    def document(self) -> str:
        """The name of the report."""
        return str(self.gold["document"])

    @cached_property
    def read(self) -> Graph:
        """What was read, in the form of gold."""
        return gold_form(self.extraction.batch)

    @cached_property
    def names(self) -> Mapping[Key, Key]:
        """What each entity that was read, and is in the gold, is called there."""
        return match_entities(scored(self.read), scored(self.gold))

    @cached_property
    def read_relations(self) -> Mapping[Triple, list[Graph]]:
        """What was read, under the names of the gold."""
        return relations_of(self.read, self.rename)

    @cached_property
    def gold_relations(self) -> Mapping[Triple, list[Graph]]:
        """What the gold states."""
        return relations_of(self.gold, lambda end: end)

    def rename(self, end: Key) -> Key:
        """What an entity that was read is called in the gold, which may not have it."""
        return self.names.get(end, (UNKNOWN, *end))


def read_pairs(gold_dir: Path, corpus_dir: Path, nlp: Language) -> Iterator[Pair]:
    """Read each report of `corpus_dir` that has gold in `gold_dir`.

    Raises UnreadableFile when there is no gold or a report is missing.
    """
    paths = [(gold, _report_of(gold, corpus_dir)) for gold in sorted(gold_dir.glob("*.json"))]
    if not paths:
        raise UnreadableFile(f"There is no gold (*.json) in {gold_dir}.")
    for gold, report in paths:
        yield Pair(extract(read_source(report), nlp), _load_gold(gold))


def scored(graph: Graph) -> list[Graph]:
    """The entities that count."""
    return [item for item in graph["entities"] if item["label"] not in UNSCORED]


def _report_of(gold: Path, corpus_dir: Path) -> Path:
    candidates = (corpus_dir / f"{gold.stem}{suffix}" for suffix in MEDIA_TYPES)
    report = next((path for path in candidates if path.exists()), None)
    if report is None:
        raise UnreadableFile(f"The gold {gold} has no report {gold.stem}.* in {corpus_dir}.")
    return report


def _load_gold(path: Path) -> Graph:
    try:
        gold: Graph = json.loads(path.read_text("utf-8"))
        return {"entities": gold["entities"], "relations": gold["relations"], "document": gold["document"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(f"{path} is no gold file: {error}.") from error
