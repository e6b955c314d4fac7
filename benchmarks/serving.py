"""A real server on a loopback port, and what to ask it."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlencode

from benchmarks.synthetic import Size, synthesize
from graph.store import GraphStore
from tests.engines import ROOT, Engine, free_port
from tests.sample_graph import sample_batches

QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "approvals": {"body": "ITU-T SG20"},
    "liaisons": {"with": "IETF"},
    "document_overview": {"document": "S3"},
    "liaison_partners": {"body": "ITU-T SG3"},
    "evidence": {"key": "ITU-T SG3"},
}
"""Named queries with parameters, from those that have few rows to those that have as many as the limit lets through."""
START_SECONDS = 60


def fill(store: GraphStore, documents: int) -> None:
    """The two sample reports and so many synthetic ones."""
    store.apply_schema()
    for batch, ingestion in (*sample_batches(), *synthesize(documents, Size())):
        store.replace_document(batch, ingestion)


def path_of(question: str) -> str:
    """What to GET for a question."""
    return f"/queries/{question}?{urlencode(QUESTIONS[question])}"


@contextmanager
def serving(engine: Engine, *, workers: int = 1) -> Iterator[tuple[int, int]]:
    """`netgov serve` on an engine: its port and its process id."""
    port = free_port()
    command = [sys.executable, "netgov.py", "serve", "--port", str(port), "--workers", str(workers)]
    environment = {**os.environ, **engine.environment}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_until_ready(port)
            yield port, server.pid
        finally:
            server.terminate()


def get(connection: http.client.HTTPConnection, path: str) -> int:
    """The status of one request over a connection that is kept alive."""
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response.status


def _wait_until_ready(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if get(http.client.HTTPConnection("127.0.0.1", port), "/ready") == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"The server was not ready within {START_SECONDS} s.")
