"""The process of the embedded engine, run as a script by `graph.embedded`: serves one data folder while it has clients.

python engine_process.py HOME PORT     starts it detached from the terminal, and returns
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock

DATABASE = "netgov"
CREDENTIALS, STATE, LOCK, LOG, CLIENTS = "credentials.json", "engine.json", "engine.lock", "engine.log", "clients"
POLL_SECONDS = 0.2
CLOCK_SECONDS = 5.0
"""How far two processes may differ on when a third began: the kernel counts from a clock that is corrected."""
TEXT_INDEXES = (("Entry", "words"), ("Word", "trigrams"), ("Passage", "text"))
"""Label and property of the full-text indexes, which this engine makes by SQL only, and Bolt does not take SQL."""
COMMAND_SECONDS = 600
"""How long one command may take, whoever sent it: as long as the settings allow a query to be given."""
STUCK_SECONDS = 5.0
"""How long a query may go on after it was told to end."""
RECORD_ACCESS = ("createRecord", "readRecord", "updateRecord", "deleteRecord")


def main() -> None:
    """Launch the server detached, or be it."""
    os.umask(0o077)
    home, port, *run = sys.argv[1:]
    if run:
        serve(Path(home), int(port))
    else:
        print(launch(Path(home), port), flush=True)
        os._exit(0)  # so that nobody waits for it: it outlives the client that needed it first


def launch(home: Path, port: str) -> int:
    """Start the server as a process that no terminal and no parent can take along; gives its number."""
    command = [sys.executable, "-P", __file__, str(home), port, "run"]
    with (home / LOG).open("wb") as log:
        process = subprocess.Popen(
            command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    return process.pid


def serve(home: Path, port: int) -> None:
    """Run the server until no client is left; the state file is there just while it can be used."""
    from arcadedb_embedded.server import ArcadeDBServer

    credentials = json.loads((home / CREDENTIALS).read_text())
    write_groups(home / "config" / "server-groups.json")
    users = ",".join(f"{name}:{credentials[name]}:{name}" for name in ("writer", "reader"))
    options = {
        "mode": "development",
        "host": "127.0.0.1",
        "http_port": 0,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server_defaultDatabases": f"{DATABASE}[{users}]",
        "txWalFlush": 1,
        "bolt_port": port,
        "bolt_defaultDatabase": DATABASE,
        "opencypher_loadCsv_allowFileUrls": False,
        "opencypher_loadCsv_allowRemoteUrls": False,
    }
    jvm = {"heap_size": "1g", "jvm_args": [f"-D{name}={value}" for name, value in jvm_settings(home).items()]}
    server = ArcadeDBServer(str(home), credentials["root"], options, jvm)
    server.start()
    database = server.get_database(DATABASE)
    for label, indexed in TEXT_INDEXES:
        database.command("sql", f"CREATE VERTEX TYPE {label} IF NOT EXISTS")
        database.command("sql", f"CREATE PROPERTY {label}.{indexed} IF NOT EXISTS STRING")
        database.command("sql", f"CREATE INDEX IF NOT EXISTS ON {label} ({indexed}) FULL_TEXT")
    write_state(home, os.getpid(), port)
    terminated: dict[str, float] = {}
    while True:
        time.sleep(POLL_SECONDS)
        if live_clients(home):
            terminated = note_terminated(server, terminated)
            if any(time.monotonic() - since > STUCK_SECONDS for since in terminated.values()):
                restart(home, port)
            continue
        with FileLock(home / LOCK):  # nobody attaches while it goes down
            if not live_clients(home):
                (home / STATE).unlink(missing_ok=True)
                server.stop()
                os._exit(0)  # whatever query still runs in there, nobody waits for it


def note_terminated(server: Any, before: dict[str, float]) -> dict[str, float]:
    """Since when each query that was told to end has not; a few loops of this engine never look whether they should."""
    running = server._java_server.getRunningQueries().getRunning()  # the wrapper has no name for it
    now = time.monotonic()
    return {name: before.get(name, now) for name in (str(query.getId()) for query in running if query.isTerminated())}


def restart(home: Path, port: int) -> None:
    """Give place to a new server at the same port, which recovers what was committed; clients connect again."""
    with FileLock(home / LOCK):
        write_state(home, launch(home, str(port)), port)
        os._exit(1)


def write_state(home: Path, pid: int, port: int) -> None:
    """Say which process serves the folder, and where."""
    state = {"pid": pid, "created": psutil.Process(pid).create_time(), "port": port}
    write_private(home / STATE, json.dumps(state))


def jvm_settings(home: Path) -> dict[str, object]:
    """Settings that the engine takes from its JVM only; the limits are for a query whose client is gone."""
    return {
        "arcadedb.server.logsDirectory": home / "log",
        "arcadedb.command.timeout": COMMAND_SECONDS * 1000,
        "arcadedb.queryMaxConcurrent": -1,  # else a few stuck queries make everybody wait
    }


def write_groups(path: Path) -> None:
    """Declare who may do what: the writer everything but users, the reader nothing but read records."""

    def group(access: tuple[str, ...], records: tuple[str, ...]) -> dict[str, object]:
        return {"access": access, "resultSetLimit": -1, "readTimeout": -1, "types": {"*": {"access": records}}}

    groups = {
        "admin": group(("updateSecurity", "updateSchema", "updateDatabaseSettings"), RECORD_ACCESS),
        "writer": group(("updateSchema",), RECORD_ACCESS),
        "reader": group((), ("readRecord",)),
    }
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(json.dumps({"version": 1, "databases": {"*": {"groups": groups}}}))


def live_clients(home: Path) -> list[Path]:
    """The files of clients that still run; those of dead ones are removed."""
    alive = []
    for path in (home / CLIENTS).glob("*.json"):
        try:
            pid, created = json.loads(path.read_text())
        except FileNotFoundError:
            continue
        if is_running(pid, created):
            alive.append(path)
        else:
            path.unlink(missing_ok=True)
    return alive


def is_running(pid: int, created: float | None = None) -> bool:
    """Whether a process runs; given its time of creation, that very one and not a later one that got its number."""
    try:
        process = psutil.Process(pid)
        same = created is None or abs(process.create_time() - created) < CLOCK_SECONDS
        return same and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def write_private(path: Path, text: str) -> None:
    """Write a file at once, readable for its owner only."""
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)


if __name__ == "__main__":
    main()
