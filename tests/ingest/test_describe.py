"""Reading for readers: docs/reading.md is what the frames and layouts give today, and a user's frame is read beside."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from netgov.graph.errors import UnreadableFile
from netgov.ingest import describe
from netgov.ingest.layouts.read import LAYOUTS
from netgov.ingest.lexicon.frames import Frame, load_frames
from netgov.ingest.pipeline import COMPONENTS, build_batch, make_nlp
from netgov.ingest.readers.files import source_from_text

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"


def test_the_page_is_not_stale() -> None:
    hint = "run: netgov frames --format markdown > docs/reading.md"
    assert PAGE.read_text("utf-8") == describe.markdown(load_frames().all), hint


def test_the_page_explains_every_stage_key_frame_and_layout() -> None:
    names = {*(f"`{name}`" for name in COMPONENTS), *(f"`{layout.__name__}`" for layout in LAYOUTS)}
    names |= {f"`{field.name}`" for field in fields(Frame)}
    names |= {f"| {frame.rule} |" for frame in load_frames().all}
    text = PAGE.read_text("utf-8")
    assert [name for name in sorted(names) if name not in text] == []
    assert all(describe.stages().values())
    assert describe.field_docs().keys() == {field.name for field in fields(Frame)}


@pytest.fixture
def own_frames(tmp_path: Path) -> Path:
    """The file of frames that the page shows."""
    path = tmp_path / "my-frames.toml"
    path.write_text(describe.EXAMPLE, encoding="utf-8")
    assert describe.EXAMPLE in PAGE.read_text("utf-8")
    return path


def test_the_frame_of_a_user_is_read_beside_the_others(own_frames: Path) -> None:
    (frame,) = tomllib.loads(describe.EXAMPLE)["frame"]
    source = source_from_text(frame["example"], "text")
    without = build_batch(source, make_nlp())
    read = build_batch(source, make_nlp(frames=str(own_frames)))
    said = {(item.evidence.rule, f"{item.source[1]} > {item.target[1]}") for item in read.statements}
    assert said >= {(frame["rule"], says) for says in frame["says"]}
    assert frame["rule"] not in {item.evidence.rule for item in without.statements}
    assert len(load_frames(str(own_frames)).all) == len(load_frames().all) + 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("topic =", "theme =", "unknown fields: theme"),
        ('relation = "COLLABORATES_WITH"', 'relation = "TWINNED"', "TWINNED, which the ontology does not have"),
        (
            'topic = ["@about"]',
            'source_labels = ["Place"]',
            "COLLABORATES_WITH, which cannot have Place as its source",
        ),
        ('["@about"]', '["@around"]', "takes the list @around"),
        ('["@about"]', "[1]", "has no list of words as topic"),
        ('topic = ["@about"]', 'mutual = "yes"', "has 'yes' as mutual"),
        ('topic = ["@about"]', 'accepts = "denied"', "accepts denied, which no clause is"),
        ('topic = ["@about"]', 'target_default = "nobody"', "has an unknown target_default"),
        ("[[frame]]", "[frame]", "each frame begins with [[frame]]"),
        ('target = ["with"]', "", "lacks target"),
        ("[[frame]]", "[[frame]", "is no TOML"),
    ],
)
def test_a_frame_that_is_wrong_says_how(own_frames: Path, old: str, new: str, said: str) -> None:
    own_frames.write_text(describe.EXAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableFile) as raised:
        load_frames(str(own_frames))
    assert said in str(raised.value)
