"""A file of frames of the user's: what it adds, and what is said of each kind of error in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgov.graph.errors import UnreadableFile
from netgov.ingest.lexicon.frames import load_frames
from netgov.ingest.pipeline import extract, make_nlp
from netgov.ingest.readers.files import source_from_text

TWINNING = """
[[frame]]
rule = "twin"
relation = "COLLABORATES_WITH"
verbs = ["twin", "pair"]
source = ["subject"]
target = ["with"]
topic = ["@about"]
"""
SENTENCE = "ITU-T SG5 paired with UNEP on e-waste."


def stated(frames: str | None, text: str = SENTENCE) -> set[tuple[str, ...]]:
    """What the pipeline with these frames reads in a text."""
    extraction = extract(source_from_text(text, "note.txt"), make_nlp(frames=frames))
    return {
        (item.source[1], item.target[1], str(item.own.get("topic")), item.evidence.rule)
        for item in extraction.batch.statements
        if item.type == "COLLABORATES_WITH"
    }


def test_a_frame_of_the_users_adds_a_way_to_say_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TWINNING, encoding="utf-8")
    assert stated(None) == set()
    assert stated(str(path)) == {("ITU-T SG5", "UNEP", "e-waste", "twin")}
    text = "ITU-T SG5 cooperates with UNEP on e-waste."
    assert stated(str(path), text) == {("ITU-T SG5", "UNEP", "e-waste", "collaborate")}


FRAME = '[[frame]]\nrule = "twin"\nrelation = "COLLABORATES_WITH"\nsource = "subject"\ntarget = ["with"]\n'
ERRORS = [
    pytest.param("[[frame]", ["is no TOML"], id="no TOML"),
    pytest.param(FRAME + 'verb = ["twin"]', ["'twin'", "unknown fields: verb."], id="unknown field"),
    pytest.param('[[frame]]\nrule = "twin"\nsource = "subject"', ["'twin'", "lacks relation, target."], id="missing"),
    pytest.param(FRAME.replace("COLLABORATES_WITH", "TWINNED_WITH"), ["'twin'", "TWINNED_WITH"], id="relation"),
    pytest.param(FRAME + 'source_labels = ["Place"]', ["'twin'", "Place as its source."], id="label of the source"),
    pytest.param(FRAME + 'target_labels = ["Topic"]', ["'twin'", "Topic as its target."], id="label of the target"),
    pytest.param(FRAME + 'source_default = "him"', ["'twin'", "unknown source_default."], id="default"),
]


@pytest.mark.parametrize(("text", "parts"), ERRORS)
def test_an_error_names_the_file_and_the_frame(tmp_path: Path, text: str, parts: list[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile) as raised:
        load_frames(str(path))
    said = str(raised.value)
    assert said.count("\n") == 0 and said.endswith(".")
    assert all(part in said for part in [str(path), *parts])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"nowhere\.toml"):
        load_frames(str(tmp_path / "nowhere.toml"))
