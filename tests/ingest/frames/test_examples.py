"""Every frame of data/frames.toml says what its example says."""

from __future__ import annotations

import pytest

from netgov.ingest.lexicon.frames import Frame, load_frames
from tests.ingest.conftest import Read

FRAMES = load_frames().all
WITH_EXAMPLES = [frame for frame in FRAMES if frame.example]


def names(frame: Frame) -> str:
    """How a frame is called in what pytest prints."""
    return f"{frame.relation} {frame.rule}"


@pytest.mark.parametrize("frame", WITH_EXAMPLES, ids=names)
def test_a_frame_says_what_its_example_says(read: Read, frame: Frame) -> None:
    """Another frame may say more of the sentence, and a layout may say the same: the surer of two is kept."""
    stated = [item for item in read(frame.example).batch.statements if item.type == frame.relation]
    by_frame = {f"{item.source[1]} > {item.target[1]}" for item in stated if item.evidence.rule == frame.rule}
    assert by_frame <= set(frame.says) <= {f"{item.source[1]} > {item.target[1]}" for item in stated}


def test_a_relation_has_no_two_frames_of_one_name() -> None:
    called = [names(frame) for frame in FRAMES]
    assert len(set(called)) == len(called)


def test_an_example_comes_with_what_it_says() -> None:
    assert [frame.rule for frame in FRAMES if bool(frame.example) != bool(frame.says)] == []
