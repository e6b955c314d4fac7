"""A real server on a loopback port, and what to ask it."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlencode

from benchmarks.synthetic import Size, synthesize
from netgov.graph.store import GraphStore
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
RECEIVE_BYTES = 65536


def fill(store: GraphStore, documents: int) -> None:
    """The two sample reports and so many synthetic ones."""
    store.apply_schema()
    for batch, ingestion in (*sample_batches(), *synthesize(documents, Size())):
        store.replace_document(batch, ingestion)


def path_of(question: str) -> str:
    """What to GET for a question."""
    return f"/queries/{question}?{urlencode(QUESTIONS[question])}"


@contextmanager
def serving(engine: Engine, *, workers: int = 1, **settings: object) -> Iterator[tuple[int, int]]:
    """`netgov serve` on an engine with other settings than the usual: its port and its process id."""
    port = free_port()
    command = [sys.executable, "-m", "netgov", "serve", "--port", str(port), "--workers", str(workers)]
    others = {f"NETGOV_{name.upper()}": str(value) for name, value in settings.items()}
    environment = {**os.environ, **engine.environment, **others}
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


class LeanClient:
    """Asks one path over a connection that is kept alive, with next to no work of its own: it shares the cores."""

    def __init__(self, port: int, path: str) -> None:
        self._request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
        self._socket = socket.create_connection(("127.0.0.1", port))

    def ask(self) -> None:
        """One request; raises ValueError where the answer is not one with status 200."""
        self._socket.sendall(self._request)
        answer = self._socket.recv(RECEIVE_BYTES)
        while (end := answer.find(b"\r\n\r\n")) < 0:
            answer += self._socket.recv(RECEIVE_BYTES)
        length = re.search(rb"\r\ncontent-length: (\d+)", answer[:end])
        if not (answer.startswith(b"HTTP/1.1 200") and length):
            raise ValueError(answer)
        missing = end + len(b"\r\n\r\n") + int(length[1]) - len(answer)
        while missing > 0:
            missing -= len(self._socket.recv(RECEIVE_BYTES))

    def close(self) -> None:
        """Let go of the connection."""
        self._socket.close()


def _wait_until_ready(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if get(http.client.HTTPConnection("127.0.0.1", port), "/ready") == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"The server was not ready within {START_SECONDS} s.")
