"""The quality card: figures by set of texts, each with what kind of text it is and whether it had been looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netgov.graph.errors import UnreadableFile
from netgov.ingest.evaluation.evaluate import Figures, Scores


@dataclass(frozen=True)
class TextSet:
    """The texts that figures were measured on; `looked_at` says whether the grammar was written with them in view."""

    name: str
    text: str
    looked_at: bool


def write_card(path: Path, measured: TextSet, scores: Scores) -> None:
    """Put the figures of a set into the card, where those of other sets stay. Raises UnreadableFile."""
    card = {"sets": {**_load_sets(path), measured.name: card_of(measured, scores)}}
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def card_of(measured: TextSet, scores: Scores) -> dict[str, Any]:
    """The figures of one set, in percent."""
    parts: dict[str, dict[str, Any]] = {"entities": {}, "relations": {}}
    for part, name, figures in scores.table():
        parts[part][name] = _row(figures)
    accuracy = round(scores.section_accuracy, 1)
    return {"text": measured.text, "looked_at": measured.looked_at, **parts, "section_accuracy": accuracy}


def _row(figures: Figures) -> dict[str, float]:
    shares = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
    counts = {"found": figures.found, "predicted": figures.predicted, "gold": figures.gold}
    return {**{name: round(value, 1) for name, value in shares.items()}, **counts}


def _load_sets(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return dict(json.loads(path.read_text("utf-8"))["sets"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(f"{path} is no quality card: {error}.") from error
