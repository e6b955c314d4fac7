"""Floors under the figures, so that quality cannot slip; about two points below what was measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.language import Language

from netgov.graph.model import GraphBatch
from netgov.ingest.evaluation.evaluate import Figures, Scores, evaluate
from netgov.ingest.pipeline import build_batch
from netgov.ingest.readers.files import read_source

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "reports"
WHOLE_PATH = (
    *("REPORTS_ON", "APPROVED", "AGREED", "CONSENTED", "DETERMINED", "LIAISED_WITH", "COLLABORATES_WITH"),
    *("PART_OF", "EDITION_OF", "AMENDS"),
)
"""The relationship types that the named queries rest on, which have a floor of their own."""

SAMPLES = sorted([*(ROOT / "data" / "reports").glob("*.txt"), *(ROOT / "tests" / "reports").glob("*.txt")])


@dataclass(frozen=True)
class Floors:
    """Percent that the figures must reach."""

    entities: float
    relations: float
    precision: float
    section: float
    whole_path: float


SETS = [
    pytest.param(ROOT / "data" / "gold", ROOT / "data" / "reports", Floors(97, 92.6, 93.7, 98, 97.5), id="samples"),
    pytest.param(ROOT / "tests" / "gold", ROOT / "tests" / "reports", Floors(95.2, 88.6, 93.6, 97.6, 92.7), id="tests"),
    pytest.param(
        ROOT / "tests" / "unseen" / "gold",
        ROOT / "tests" / "unseen" / "reports",
        Floors(96.7, 90, 96, 96.8, 92),
        id="unseen",
    ),
    pytest.param(
        ROOT / "tests" / "held" / "gold",
        ROOT / "tests" / "held" / "reports",
        Floors(90.6, 72.4, 87.1, 96.8, 80.7),
        id="held",
    ),
    pytest.param(SHARED / "gold", CORPUS, Floors(96.8, 86.8, 95.4, 97.6, 92), id="shared"),
]


def joined(scores: Scores, types: tuple[str, ...]) -> Figures:
    """The figures of several relationship types together."""
    rows = [scores.figures[key] for type_ in types if (key := ("relations", type_)) in scores.figures]
    return Figures(*(sum(getattr(row, name) for row in rows) for name in ("found", "predicted", "gold")))


@pytest.mark.parametrize(("gold_dir", "corpus_dir", "floors"), SETS)
def test_quality_does_not_slip(nlp: Language, gold_dir: Path, corpus_dir: Path, floors: Floors) -> None:
    if not (gold_dir.exists() and corpus_dir.exists()):
        pytest.skip(f"There is no gold in {gold_dir}, or no corpus in {corpus_dir}.")
    scores = evaluate(gold_dir, corpus_dir, nlp)
    found = {
        "entities": scores.figures["entities", "ALL"].f1,
        "relations": scores.figures["relations", "ALL"].f1,
        "precision": scores.figures["relations", "ALL"].precision,
        "section": scores.section_accuracy,
        "whole_path": joined(scores, WHOLE_PATH).f1,
    }
    slipped = {name: round(value, 1) for name, value in found.items() if value < getattr(floors, name)}
    assert slipped == {}, "\n".join(scores.misses)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_run_gives_the_same(nlp: Language, path: Path) -> None:
    first, second = (build_batch(read_source(path), nlp) for _ in range(2))
    assert first == second
    assert [statement.id for statement in first.statements] == [statement.id for statement in second.statements]


def shared_report(number: str, nlp: Language) -> GraphBatch:
    """A report of the shared corpus by the number that its name starts with."""
    path = next(iter(CORPUS.glob(f"{number}_*")), None)
    if path is None:
        pytest.skip(f"There is no report {number} in {CORPUS}.")
    return build_batch(read_source(path), nlp)


def liaisons(batch: GraphBatch, section: str) -> dict[tuple[str, str], str]:
    """(one side, other side) → topic, of the liaisons that a section states."""
    return {
        (item.source[1], item.target[1]): str(item.own.get("topic", ""))
        for item in batch.statements
        if item.type == "LIAISED_WITH" and item.evidence.section == section
    }


def test_liaisons_of_a_distributed_list(nlp: Language) -> None:
    """Report 001, 2.1: one partner, four bodies, each with topics of its own."""
    found = liaisons(shared_report("001", nlp), "2.1")
    topics = {body: topic for (body, partner), topic in found.items() if partner == "IETF"}
    assert topics.keys() == {"ITU-T SG15", "ITU-T SG17", "ITU-T SG20", "TSAG"}
    words = {
        "ITU-T SG15": "FlexE|Flex Ethernet|SOAM",
        "ITU-T SG17": "SDN",
        "ITU-T SG20": "structure",
        "TSAG": "migration",
    }
    for body, pattern in words.items():
        assert [other for other, topic in topics.items() if re.search(pattern, topic)] == [body]


def test_liaisons_of_one_body_with_working_groups(nlp: Language) -> None:
    """Report 002, 2.6: one body, three partners, each with a topic of its own."""
    found = liaisons(shared_report("002", nlp), "2.6")
    assert found.keys() == {("ITU-T SG11", partner) for partner in ("IETF SFC", "IETF IPPM", "RIPE NCC")}
    assert "SFC" in found["ITU-T SG11", "IETF SFC"]
    assert found["ITU-T SG11", "IETF IPPM"] == "ITU-T Q.Suppl.71"
    assert found["ITU-T SG11", "RIPE NCC"] == "ITU-T Q.3916"


def test_partners_of_ietf_are_not_invented(nlp: Language) -> None:
    """Report 001: whoever liaised with IETF there is one of four."""
    batch = shared_report("001", nlp)
    bodies = {
        item.source[1]
        for item in batch.statements
        if item.type == "LIAISED_WITH" and item.target[1].split(" ")[0] == "IETF"
    }
    assert bodies == {"ITU-T SG15", "ITU-T SG17", "ITU-T SG20", "TSAG"}
