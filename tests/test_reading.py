"""Files read by several processes: order, and a process that dies."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from netgov.commands import reading
from netgov.commands.reading import Job, Reading, read_files


def read_or_die(job: Job) -> Reading:
    """Reads nothing; a file called deadly ends the process."""
    if job.path.name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Reading(job.path, "hash")


def test_a_file_that_ends_its_process_fails_alone_and_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_read", read_or_die)
    names = ["a", "b", "deadly", "c", "d", "e", "deadly", "f"]
    found = list(read_files((Job(Path(name)) for name in names), 2))
    assert [item.path.name for item in found] == names
    assert [item.path.name for item in found if not item.sha256] == ["deadly", "deadly"]
    assert {item.reason for item in found if not item.sha256} == {
        "deadly ended the process that read it; is there enough memory for it?"
    }


def test_a_file_with_the_same_bytes_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("ITU-T SG11 liaised with IETF on signalling.", encoding="utf-8")
    (first,) = read_files([Job(file)], 1)
    assert first.batch is not None
    assert list(read_files([Job(file, unless=first.sha256)], 1)) == [Reading(file, first.sha256)]
