"""The embedded engine as a process: start, attach, stop, survive."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import psutil
import pytest

from netgov.graph.adhoc import read_adhoc
from netgov.graph.contribution import INDEXES
from netgov.graph.embedded import attach
from netgov.graph.engine_process import CLIENTS, CREDENTIALS, STATE, TEXT_INDEXES, is_running
from netgov.graph.errors import QueryTimeout, StoreUnavailable
from netgov.graph.model import GraphBatch
from netgov.graph.settings import Settings
from netgov.graph.store import Change, GraphStore
from tests.batches import FIRST, SECOND, ingestion_of
from tests.engines import ROOT, dump, run_python

HOLD = """
import sys
from netgov.graph.store import GraphStore
from netgov.graph.settings import Settings
with GraphStore.open(Settings()) as store:
    print(store.status().address, flush=True)
    sys.stdin.read()
"""
"""A client that holds on to the engine until its input ends."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own; whatever runs in it is gone after the test."""
    folder = tmp_path / "home"
    yield folder
    if (folder / STATE).exists():
        server(folder).kill()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, GraphStore]]:
    """A data folder and a store on it, for the tests that only look."""
    folder = tmp_path_factory.mktemp("served") / "home"
    with open_store(folder) as store:
        ingest(store, FIRST)
        yield folder, store


def open_store(home: Path) -> GraphStore:
    return GraphStore.open(Settings(uri=None, home=home))


def ingest(store: GraphStore, *batches: GraphBatch) -> list[Change]:
    store.apply_schema()
    return [store.replace_document(batch, ingestion_of(batch)) for batch in batches]


def server(home: Path) -> psutil.Process:
    return psutil.Process(json.loads((home / STATE).read_text())["pid"])


def hold(home: Path) -> subprocess.Popen[str]:
    """Start a client process; returns when it has opened the store."""
    environment = {**os.environ, "NETGOV_HOME": str(home)}
    command, pipe = [sys.executable, "-c", HOLD], subprocess.PIPE
    client = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)
    assert client.stdout is not None
    assert client.stdout.readline().startswith("bolt://127.0.0.1:")
    return client


def test_the_engine_makes_the_full_text_indexes_of_the_schema() -> None:
    assert set(TEXT_INDEXES) == {(label, name) for kind, label, name in INDEXES if kind == "text"}


def test_data_survives_a_restart(home: Path) -> None:
    with open_store(home) as store:
        ingest(store, FIRST)
        before = dump(store)
    with open_store(home) as store:
        assert dump(store) == before


def test_the_last_one_out_stops_it(home: Path) -> None:
    with open_store(home):
        process = server(home)
        with open_store(home):
            assert server(home) == process
        assert is_running(process.pid)
    assert not is_running(process.pid)
    assert not (home / STATE).exists()
    assert list((home / CLIENTS).iterdir()) == []


def test_a_second_process_attaches(home: Path) -> None:
    with open_store(home) as store:
        process = server(home)
        ingest(store, FIRST)
        with hold(home) as client:
            assert server(home) == process
            store.close()
            assert is_running(process.pid)
            client.communicate("")
    assert not is_running(process.pid)


def test_a_client_that_was_killed_does_not_keep_it_running(home: Path) -> None:
    with hold(home) as client:
        process = server(home)
        client.kill()
    process.wait(30)
    assert not (home / STATE).exists()


def test_a_client_that_was_killed_does_not_stop_it_under_others(home: Path) -> None:
    with open_store(home) as store:
        process = server(home)
        with hold(home) as client:
            client.kill()
        with open_store(home):
            pass  # letting go is when a dead client would be counted, or the engine be stopped
        ingest(store, FIRST)
        assert is_running(process.pid)
    assert not is_running(process.pid)


def test_data_survives_a_kill_of_the_server(home: Path) -> None:
    store = open_store(home)
    ingest(store, FIRST, SECOND)
    before = dump(store)
    server(home).kill()
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        store.delete_document("R1")
    with open_store(home) as reopened:  # while the first client still holds on to the dead one
        assert dump(reopened) == before
        assert ingest(reopened, FIRST) == [Change(added=0, removed=0, kept=5)]
    store.close()


def test_a_state_file_of_a_crash_is_taken_over(home: Path) -> None:
    with open_store(home):
        state = (home / STATE).read_text()
        process = server(home)
    (home / STATE).write_text(state)
    (home / CLIENTS / "1-dead.json").write_text(json.dumps([process.pid, process.create_time()]))
    with open_store(home):
        assert server(home) != process


def test_a_process_that_got_the_number_of_the_server_is_not_taken_for_it(home: Path) -> None:
    with open_store(home):
        state = json.loads((home / STATE).read_text())
    (home / STATE).write_text(json.dumps({**state, "pid": os.getpid()}))
    with open_store(home) as store:
        assert store.read("RETURN 1").rows == ((1,),)
        assert server(home).pid != os.getpid()


def test_processes_that_start_at_once_share_one_engine(home: Path) -> None:
    with hold(home) as first, hold(home) as second:
        assert len({server(home).pid, *(process.pid for process in engines_of(home))}) == 1
        first.communicate("")
        second.communicate("")
    assert engines_of(home) == []


def engines_of(home: Path) -> list[psutil.Process]:
    processes = psutil.process_iter(["cmdline"])
    return [process for process in processes if str(home) in (process.info["cmdline"] or ())]


def test_an_interrupt_of_the_terminal_does_not_reach_it(served: tuple[Path, GraphStore]) -> None:
    home, store = served
    assert os.getpgid(server(home).pid) != os.getpgid(0)
    assert store.read("RETURN 1").rows == ((1,),)


def test_files_are_private(served: tuple[Path, GraphStore]) -> None:
    home, _ = served
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert [path for path in home.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert stat.S_IMODE((home / CREDENTIALS).stat().st_mode) == 0o600


def test_it_listens_on_the_loopback_only(served: tuple[Path, GraphStore]) -> None:
    home, _ = served
    listening = [item.laddr.ip for item in server(home).net_connections() if item.status == psutil.CONN_LISTEN]
    assert listening
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_no_password_is_on_a_command_line(served: tuple[Path, GraphStore]) -> None:
    home, _ = served
    commands = " ".join(server(home).cmdline())
    passwords = json.loads((home / CREDENTIALS).read_text())
    assert len(set(passwords.values())) == 3
    assert not any(password in commands for password in passwords.values())


def test_an_engine_that_does_not_start_names_its_log(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "server-groups.json").mkdir()
    with pytest.raises(StoreUnavailable, match=r"did not start; .*engine.log says why"):
        GraphStore.open(Settings(uri=None, home=home))
    assert "server-groups.json" in (home / "engine.log").read_text()
    assert list((home / CLIENTS).iterdir()) == []


def test_a_data_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="NETGOV_HOME"):
        GraphStore.open(Settings(uri=None, home=tmp_path / "file"))


def test_a_killed_ingest_can_be_repeated(home: Path) -> None:
    """A writer that dies holds no lock that the next one would wait for."""
    script = """
import os, signal
from pathlib import Path
from netgov.graph.embedded import attach
with attach(Path(os.environ["NETGOV_HOME"])).turn_to_write():
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run_python(script, {"NETGOV_HOME": str(home)}).returncode == -signal.SIGKILL
    with open_store(home) as store:
        assert ingest(store, FIRST) == [Change(added=5, removed=0, kept=0)]


def test_a_query_that_cannot_be_stopped_ends_with_a_restart(home: Path) -> None:
    """No data is lost, and clients go on with the connections that they have."""
    endless = "RETURN size([x IN range(1, 100000) WHERE all(y IN range(1, $many) WHERE y > 0)]) AS n"
    ended = Event()
    with open_store(home) as store:
        ingest(store, FIRST)
        before, process = dump(store), server(home)
        with pytest.raises(QueryTimeout):
            read_adhoc(store, endless, {"many": 100_000}, timeout=0.5, done=ended.set)
        assert not ended.is_set()
        assert dump(store) == before
        process.wait(60)
        assert ended.wait(10)
        assert wait_until_served(store)
        assert dump(store) == before
        assert server(home) != process
        assert ingest(store, SECOND)[0].added > 0
    assert engines_of(home) == []


def wait_until_served(store: GraphStore) -> bool:
    """Whether a store answers within a minute."""
    for _ in range(120):
        try:
            return store.read("RETURN 1").rows == ((1,),)
        except StoreUnavailable:
            time.sleep(0.5)
    return False


def test_it_can_be_let_go_twice(home: Path) -> None:
    engine = attach(home)
    engine.detach()
    engine.detach()
    assert engines_of(home) == []
