"""Scores: perfect against itself, and each mistake moves the figure that it should."""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from spacy.language import Language

from netgov.graph.errors import UnreadableFile
from netgov.graph.export.gold import gold_form
from netgov.ingest.evaluation.evaluate import Figures, Scores, evaluate
from netgov.ingest.evaluation.matching import Graph, match_entities
from netgov.ingest.pipeline import build_batch
from netgov.ingest.readers.files import source_from_text

ROOT = Path(__file__).parents[3]
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
Folders = tuple[Path, Path]
TEXT = """1.1\tITU-T SG15 liaised with IETF CCAMP on optical control.
1.2\tITU-T SG15 approved ITU-T G.709 “Interfaces for the optical transport network”.
1.3\tBDT organized a workshop on “Cables for islands” in Suva, Fiji, on 4 May 2016."""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A gold folder and a corpus folder with one report."""
    gold, corpus = tmp_path / "gold", tmp_path / "corpus"
    gold.mkdir()
    corpus.mkdir()
    (corpus / "note.txt").write_text(TEXT, encoding="utf-8")
    return gold, corpus


@pytest.fixture
def graph(nlp: Language) -> dict[str, Any]:
    """What the pipeline reads in the report, in the form of gold."""
    form: dict[str, Any] = gold_form(build_batch(source_from_text(TEXT, "note.txt"), nlp))
    return form


def score(folders: Folders, nlp: Language, gold: dict[str, Any]) -> Scores:
    """The scores of the report against this gold."""
    (folders[0] / "note.json").write_text(json.dumps(gold), encoding="utf-8")
    return evaluate(*folders, nlp)


def relation(graph: dict[str, Any], type_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in graph["relations"] if item["type"] == type_)
    return found


def test_what_is_read_is_perfect_against_itself(folders: Folders, nlp: Language, graph: dict[str, Any]) -> None:
    scores = score(folders, nlp, graph)
    assert {(figures.precision, figures.recall, figures.f1) for *_, figures in scores.table()} == {(100, 100, 100)}
    assert scores.section_accuracy == 100
    assert scores.misses == ()
    assert scores.figures["relations", "ALL"].gold == len(graph["relations"])


def test_what_the_gold_lacks_is_spurious(folders: Folders, nlp: Language, graph: dict[str, Any]) -> None:
    graph["relations"].remove(relation(graph, "APPROVED"))
    scores = score(folders, nlp, graph)
    assert scores.figures["relations", "APPROVED"] == Figures(found=0, predicted=1, gold=0)
    assert scores.figures["relations", "ALL"].recall == 100 > scores.figures["relations", "ALL"].precision
    assert scores.figures["entities", "ALL"].f1 == 100
    (miss,) = scores.misses
    assert "spurious APPROVED" in miss and "approved ITU-T G.709" in miss


def test_what_is_not_read_is_missed(folders: Folders, nlp: Language, graph: dict[str, Any]) -> None:
    graph["entities"].append({"label": "Organization", "key": "ATIS", "aliases": []})
    graph["relations"].append(
        {**relation(graph, "LIAISED_WITH"), "target": ["Organization", "ATIS"], "quote": "With ATIS."}
    )
    scores = score(folders, nlp, graph)
    assert scores.figures["relations", "LIAISED_WITH"] == Figures(found=1, predicted=1, gold=2)
    assert scores.figures["entities", "ALL"].precision == 100 > scores.figures["entities", "ALL"].recall
    assert [miss.split(" | ")[0] for miss in scores.misses] == [
        "note: missed Organization",
        "note: missed LIAISED_WITH",
    ]


def test_a_wrong_section_counts_apart(folders: Folders, nlp: Language, graph: dict[str, Any]) -> None:
    relation(graph, "APPROVED")["section"] = "9.9"
    scores = score(folders, nlp, graph)
    assert scores.figures["relations", "ALL"].f1 == 100
    count = scores.figures["relations", "ALL"].gold
    assert scores.section_accuracy == pytest.approx(100 * (count - 1) / count)


@pytest.mark.parametrize(("type_", "found"), [("LIAISED_WITH", 1), ("APPROVED", 0), ("ORGANIZED", 0)])
def test_only_symmetric_types_go_either_way(
    folders: Folders, nlp: Language, graph: dict[str, Any], type_: str, found: int
) -> None:
    item = relation(graph, type_)
    item["source"], item["target"] = item["target"], item["source"]
    assert score(folders, nlp, graph).figures["relations", type_].found == found


@pytest.mark.parametrize(
    ("gold", "is_found"),
    [
        ({"label": "Organization", "key": "WHO"}, True),
        ({"label": "Organization", "key": "who"}, True),
        ({"label": "Organization", "key": "World Health Organization", "aliases": ["WHO"]}, True),
        ({"label": "Organization", "key": "WTO", "name": "WHO"}, True),
        ({"label": "Organization", "key": "WTO"}, False),
        ({"label": "Group", "key": "WHO"}, False),
    ],
)
def test_an_entity_is_found_by_key_or_name_under_its_label(gold: dict[str, Any], is_found: bool) -> None:
    assert bool(match_entities([{"label": "Organization", "key": "WHO"}], [gold])) is is_found


@pytest.mark.parametrize(
    ("read", "gold", "is_found"),
    [
        ("Handbook on cables for islands", "The handbook on cables for island", True),
        ("Handbook on cables for islands", "Handbook of kettles and their uses", False),
        ("Cables one", "Cables two", False),
    ],
)
def test_a_similar_title_is_the_same(read: str, gold: str, is_found: bool) -> None:
    found = match_entities([{"label": "Publication", "key": read}], [{"label": "Publication", "key": gold}])
    assert bool(found) is is_found


def test_each_gold_entity_is_found_once() -> None:
    read: list[Graph] = [
        {"label": "Organization", "key": "WHO"},
        {"label": "Organization", "key": "W.H.O.", "name": "WHO"},
    ]
    assert match_entities(read, [{"label": "Organization", "key": "WHO"}]) == {
        ("Organization", "WHO"): ("Organization", "WHO")
    }


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (Figures(0, 0, 0), (100, 100, 100)),
        (Figures(0, 3, 0), (0, 0, 0)),
        (Figures(0, 0, 3), (0, 0, 0)),
        (Figures(1, 2, 1), (50, 100, pytest.approx(66.67, abs=0.01))),
    ],
)
def test_figures(figures: Figures, expected: tuple[Any, ...]) -> None:
    assert (figures.precision, figures.recall, figures.f1) == expected


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"document": "note", "entities": []}', "null"])
def test_gold_that_is_none_is_refused_with_its_name(folders: Folders, nlp: Language, content: str) -> None:
    (folders[0] / "note.json").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"note\.json is no gold file"):
        evaluate(*folders, nlp)


def test_gold_without_a_report_is_refused(folders: Folders, nlp: Language) -> None:
    (folders[0] / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"other\.json has no report other\.\*"):
        evaluate(*folders, nlp)


def test_a_folder_without_gold_is_refused(folders: Folders, nlp: Language) -> None:
    with pytest.raises(UnreadableFile, match="There is no gold"):
        evaluate(*folders, nlp)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The contract's own scorer."""
    if not SCORER.exists():
        pytest.skip(f"There is no scorer of the contract at {SCORER}.")
    spec = spec_from_file_location("contract_score", SCORER)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("gold_dir", "corpus_dir"),
    [
        pytest.param(ROOT / "data" / "gold", ROOT / "data" / "reports", id="samples"),
        pytest.param(ROOT / "tests" / "gold", ROOT / "tests" / "reports", id="test reports"),
    ],
)
def test_figures_are_those_of_the_contract(scorer: ModuleType, nlp: Language, gold_dir: Path, corpus_dir: Path) -> None:
    theirs = scorer.Score()
    for path in sorted(gold_dir.glob("*.json")):
        text = (corpus_dir / f"{path.stem}.txt").read_text("utf-8")
        predicted = json.loads(json.dumps(gold_form(build_batch(source_from_text(text, f"{path.stem}.txt"), nlp))))
        theirs.add(predicted, deepcopy(json.loads(path.read_text("utf-8"))))
    report, ours = theirs.report(), evaluate(gold_dir, corpus_dir, nlp)
    assert ours.section_accuracy == pytest.approx(report["section_accuracy"], abs=0.06)
    for part, name, figures in ours.table():
        row = report[part][name]
        assert (figures.found, figures.predicted, figures.gold) == (row["hit"], row["predicted"], row["gold"]), name
