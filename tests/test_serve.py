"""`netgov serve` as a process: its log, several workers, and how it stops."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.engines import ROOT, Engine, free_port

START_SECONDS = 120


@dataclass(frozen=True)
class Server:
    """A running `netgov serve`."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def lines(self) -> list[dict[str, Any]]:
        """Its log; every line is an object."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def stop(self) -> int:
        """Ask it to stop; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


@contextmanager
def serving(engine: Engine, log: Path, *options: str) -> Iterator[Server]:
    """A server on an engine, once it is ready."""
    port = str(free_port())
    command = [sys.executable, "-m", "netgov", "serve", "--port", port, *options]
    environment = {**os.environ, **engine.environment, "PYTHONPATH": str(ROOT / "src")}
    with log.open("wb") as output, subprocess.Popen(command, cwd=ROOT, env=environment, stderr=output) as process:
        try:
            server = Server(process, f"http://127.0.0.1:{port}", log)
            wait_until_ready(server)
            yield server
        finally:
            process.kill()


def wait_until_ready(server: Server) -> None:
    """Return once it can answer."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            if httpx2.get(f"{server.url}/ready").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail(f"The server did not start: {server.log.read_text()[-2000:]}")


def test_requests_under_way_end_before_the_server_does(embedded: Engine, tmp_path: Path) -> None:
    with serving(embedded, tmp_path / "log") as server, ThreadPoolExecutor(1) as pool:
        # the first extraction loads the language model, which takes long enough
        text = {"text": "ITU-T SG11 liaised with IETF on signalling."}
        under_way = pool.submit(httpx2.post, f"{server.url}/extract", json=text, timeout=60)
        time.sleep(0.5)
        assert not under_way.done()
        assert server.stop() == 0
        assert under_way.result().status_code == 200
    requests = [line for line in server.lines() if line["event"] == "request"]
    assert requests[-1].items() >= {"method": "POST", "path": "/extract", "status": 200}.items()
    assert all(set(line) >= {"event", "level", "logger", "timestamp"} for line in server.lines())
    assert not [line for line in server.lines() if line["level"] not in ("info", "warning")]


def test_an_answer_does_not_tell_what_serves_it(embedded: Engine, tmp_path: Path) -> None:
    with serving(embedded, tmp_path / "log") as server:
        assert "server" not in httpx2.get(f"{server.url}/health").headers


def test_workers_share_their_figures(embedded: Engine, tmp_path: Path) -> None:
    with serving(embedded, tmp_path / "log", "--workers", "2") as server:
        for _ in range(20):  # each over a connection of its own, so that both workers get some
            assert httpx2.get(f"{server.url}/queries").status_code == 200
        counted = re.findall(r'netgov_http_requests_total{.*route="/queries",.*} (\S+)', metrics(server))
        assert [float(count) for count in counted] == [20]
        assert "netgov_store_up 1.0" in metrics(server)
        assert server.stop() == 0


def metrics(server: Server) -> str:
    """What it tells Prometheus."""
    return httpx2.get(f"{server.url}/metrics").text


def test_a_database_that_is_down_is_told_in_a_sentence() -> None:
    environment = {**os.environ, "NETGOV_URI": "bolt://127.0.0.1:9"}
    for workers in ("1", "2"):
        command = [sys.executable, "-m", "netgov", "serve", "--port", str(free_port()), "--workers", workers]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert re.fullmatch(r"netgov: The database at bolt://127\.0\.0\.1:9 cannot be reached; .*\n", done.stderr)
