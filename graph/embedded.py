"""The embedded engine: start it, attach to the one that runs, let go of it."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock, Timeout
from neo4j import Session, Transaction

from netgov.graph import engine_process
from netgov.graph.engine_process import CLIENTS, CREDENTIALS, DATABASE, LOCK, LOG, STATE
from netgov.graph.errors import StoreUnavailable

START_SECONDS = 60.0
STOP_SECONDS = 30.0
POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Engine:
    """A running embedded engine, as one of its clients sees it."""

    home: Path
    pid: int
    created: float
    port: int
    client: Path

    @property
    def address(self) -> str:
        """Its Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def database(self) -> str:
        """Name of its database."""
        return DATABASE

    @property
    def counts(self) -> str:
        """The query for its counts of nodes by label and relationships by type; to count a type it walks all nodes."""
        return "CALL apoc.meta.stats() YIELD value RETURN value.labels, value.relTypes"

    def login(self, user: str) -> tuple[str, str]:
        """Name and password of the user `writer` or `reader`."""
        return user, json.loads((self.home / CREDENTIALS).read_text())[user]

    def connection_of(self, transaction: Transaction) -> str:
        """What the engine calls the connection of a transaction; the driver does not say."""
        mark = secrets.token_hex(8)
        shown = f"SHOW TRANSACTIONS YIELD connectionId, currentQuery WHERE currentQuery CONTAINS '{mark}'"
        (found,) = transaction.run(f"{shown} RETURN connectionId")
        return str(found["connectionId"])

    def stop(self, session: Session, connection: str) -> None:
        """Stop what runs on a connection; the engine's own time limit holds for whole commands of all users alike."""
        shown = session.run("SHOW TRANSACTIONS YIELD transactionId, connectionId WHERE connectionId = $c", c=connection)
        if running := [row["transactionId"] for row in shown]:
            session.run("TERMINATE TRANSACTIONS $running", running=running).consume()

    @contextmanager
    def turn_to_write(self) -> Iterator[None]:
        """Make writers of all processes take turns: this engine would otherwise let them collide and start over."""
        with FileLock(self.home / "write.lock", mode=0o600):
            yield

    def disk_bytes(self) -> int:
        """What the data folder takes up."""
        return sum(_size(path) for path in self.home.rglob("*"))

    def detach(self) -> None:
        """Let go; where no other client is left, wait until the engine has stopped."""
        state = _running(self.home) or {}  # it is another process than at first where it had to restart
        pid, created = state.get("pid", self.pid), state.get("created", self.created)
        self.client.unlink(missing_ok=True)
        deadline = time.monotonic() + STOP_SECONDS
        while engine_process.is_running(pid, created) and time.monotonic() < deadline:
            if engine_process.live_clients(self.home):
                return
            time.sleep(POLL_SECONDS)


def attach(home: Path) -> Engine:
    """Attach to the engine of a data folder, starting it where it does not run. Raises StoreUnavailable."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / CLIENTS).mkdir(mode=0o700, exist_ok=True)
        with FileLock(home / LOCK, START_SECONDS, mode=0o600), ExitStack() as undo:
            client = _register(home)
            undo.callback(client.unlink)
            engine = Engine(home, client=client, **(_running(home) or _start(home)))
            undo.pop_all()
            return engine
    except Timeout as error:
        busy = f"Another netgov has been starting or stopping the engine in {home} for {START_SECONDS:g} s"
        raise StoreUnavailable(f"{busy}; {home / LOG} may say why.") from error
    except (OSError, subprocess.SubprocessError) as error:
        hint = "set NETGOV_HOME to another"
        raise StoreUnavailable(f"The data folder {home} cannot be used ({error}); {hint}.") from error


def _register(home: Path) -> Path:
    """Leave word that this process uses the engine; one file per attachment."""
    path = home / CLIENTS / f"{os.getpid()}-{secrets.token_hex(4)}.json"
    engine_process.write_private(path, json.dumps([os.getpid(), psutil.Process().create_time()]))
    return path


def _running(home: Path) -> dict[str, Any] | None:
    """State of the engine if it runs; a file that a crash left behind does not count."""
    try:
        state: dict[str, Any] = json.loads((home / STATE).read_text())
    except FileNotFoundError:
        return None
    return state if engine_process.is_running(state["pid"], state["created"]) else None


def _start(home: Path) -> dict[str, Any]:
    (home / STATE).unlink(missing_ok=True)
    if not (home / CREDENTIALS).exists():
        users = {user: secrets.token_urlsafe(24) for user in ("root", "writer", "reader")}
        engine_process.write_private(home / CREDENTIALS, json.dumps(users))
    command = [sys.executable, "-P", engine_process.__file__, str(home.resolve()), str(_free_port())]
    pid = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and engine_process.is_running(pid):
        if state := _running(home):
            return state
        time.sleep(POLL_SECONDS)
    raise StoreUnavailable(f"The embedded engine did not start; {home / LOG} says why.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:  # the engine replaces files as it works
        return 0
