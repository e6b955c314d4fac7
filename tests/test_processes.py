"""netgov as a process of its own: interrupted, killed, serving."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from netgov.graph.store import GraphStore
from tests.engines import Engine, dump, free_port

ROOT = Path(__file__).parents[1]
FILES = 40
PATIENCE = 60.0
"""Seconds after which something that must happen has not happened."""


def start(engine: Engine, *arguments: object) -> subprocess.Popen[str]:
    """Start netgov on an engine."""
    command = [sys.executable, "-m", "netgov", *map(str, arguments)]
    environment = {**os.environ, **engine.environment}
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something that must happen."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Many reports that have much in common."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(FILES):
        sentences = [f"ITU-T SG{number % 20 + 1} liaised with IETF on matter {number}.", "ITU-T SG13 liaised with W3C."]
        (folder / f"report-{number:03}.txt").write_text("\n".join(sentences), encoding="utf-8")
    return folder


def ingest_until(stop: signal.Signals, engine: Engine, store: GraphStore, reports: Path) -> tuple[int, str, str]:
    """Start to ingest, send a signal when there are some documents; exit code, output, errors."""
    process = start(engine, "ingest", reports)
    wait_until(lambda: len(store.ingestions()) >= 3)
    process.send_signal(stop)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def test_a_killed_ingest_is_completed_by_the_same_command(engine: Engine, reports: Path) -> None:
    with GraphStore.open(engine.settings) as store:
        store.apply_schema()
        assert ingest_until(signal.SIGKILL, engine, store, reports)[0] == -signal.SIGKILL
        done = len(store.ingestions())
        assert 3 <= done < FILES
        out, err = start(engine, "ingest", reports).communicate(timeout=PATIENCE)
        assert (out.split(";")[0], err) == (f"{FILES} files ({FILES - done} new, {done} unchanged)", "")
        resumed = dump(store)
        engine.wipe()
        start(engine, "ingest", reports).communicate(timeout=PATIENCE)
        assert dump(store) == resumed


def test_an_interrupted_ingest_finishes_its_file_and_says_how_far_it_came(embedded: Engine, reports: Path) -> None:
    embedded.wipe()
    with GraphStore.open(embedded.settings) as store:
        store.apply_schema()
        code, out, err = ingest_until(signal.SIGINT, embedded, store, reports)
        done = len(store.ingestions())
    assert (code, out.split(";")[0]) == (130, f"{done} files ({done} new)")
    assert 3 <= done < FILES
    assert err == "Interrupted: the graph holds the files counted here; the same command goes on.\n"


def test_serve_answers_and_ends_when_it_is_told_to(embedded: Engine) -> None:
    port = free_port()
    server = start(embedded, "serve", "--port", port)

    def is_up() -> bool:
        assert server.poll() is None
        try:
            with urlopen(f"http://127.0.0.1:{port}/ready") as answer:
                return bool(json.load(answer))
        except URLError:
            return False

    try:
        wait_until(is_up)
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=PATIENCE)
