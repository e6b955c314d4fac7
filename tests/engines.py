"""The two engines that the tests run on, and what a graph holds as one comparable value."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from netgov.graph.embedded import attach
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore

NEO4J = Path(__file__).parent / "neo4j"
POM = NEO4J / "pom.xml"
ROOT = Path(__file__).parent.parent
CACHE = Path("~/.cache/netgov").expanduser()


@dataclass(frozen=True)
class Engine:
    """An engine under test: how to open it, and a connection that may do everything, to arrange and to look."""

    id: str
    settings: Settings
    driver: Driver

    @property
    def environment(self) -> dict[str, str]:
        """The environment that makes netgov use it."""
        if self.settings.uri is None:
            return {"NETGOV_HOME": str(self.settings.home)}
        password = self.settings.password.get_secret_value()
        return {"NETGOV_URI": self.settings.uri, "NETGOV_USER": self.settings.user, "NETGOV_PASSWORD": password}

    def wipe(self) -> None:
        """Empty the graph."""
        self.driver.execute_query("MATCH (n) DETACH DELETE n")


@contextmanager
def embedded_engine(home: Path) -> Iterator[Engine]:
    """The embedded engine on a folder of its own, kept running."""
    engine = attach(home)
    try:
        with GraphDatabase.driver(engine.address, auth=engine.login("writer")) as driver:
            yield Engine("embedded", Settings(uri=None, home=home), driver)
    finally:
        engine.detach()


@contextmanager
def neo4j_engine(data: Path) -> Iterator[Engine]:
    """The Neo4j server that NETGOV_TEST_NEO4J_URI names, else one of our own; skips or fails where there is none."""
    if uri := os.environ.get("NETGOV_TEST_NEO4J_URI"):
        login = os.environ.get("NETGOV_TEST_NEO4J_USER", "neo4j"), os.environ["NETGOV_TEST_NEO4J_PASSWORD"]
        with GraphDatabase.driver(uri, auth=login) as driver:
            yield Engine("neo4j", Settings(uri=uri, user=login[0], password=login[1]), driver)
        return
    libraries = neo4j_libraries()
    port = free_port()
    command = ["java", "-Xmx1g", "-cp", f"{libraries}/*", str(NEO4J / "Neo4jServer.java"), str(data), str(port)]
    log = data / "server.log"
    with log.open("w") as errors, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as server:
        try:
            assert server.stdout is not None
            if b"ready" not in server.stdout.readline():
                pytest.fail(f"Neo4j did not start: {log.read_text()[-2000:]}")
            uri, password = f"bolt://127.0.0.1:{port}", "a password for tests"
            with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
                change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
                driver.execute_query(change, password=password, database_="system")
            with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
                yield Engine("neo4j", Settings(uri=uri, password=password), driver)
        finally:
            server.kill()  # its data is thrown away; a proper shutdown takes ten seconds


def neo4j_libraries() -> Path:
    """The folder with the jars of the Neo4j that pom.xml names; downloaded once."""
    if missing := [tool for tool in ("java", "mvn") if not shutil.which(tool)]:
        give_up(f"{' and '.join(missing)} not found")
    version = re.search(r"<neo4j.version>(.+)</neo4j.version>", POM.read_text())
    assert version is not None
    libraries = CACHE / f"neo4j-{version[1]}"
    if not libraries.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(dir=CACHE))
        command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
        done = subprocess.run([*command, f"-DoutputDirectory={draft}"], capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(draft)
            give_up(f"its download failed: {(done.stdout + done.stderr)[-500:]}")
        draft.rename(libraries)
    return libraries


def give_up(reason: str) -> None:
    """Skip the tests on Neo4j, or fail them where they must run."""
    if os.environ.get("CI"):
        pytest.fail(f"No Neo4j: {reason}.")
    pytest.skip(f"No Neo4j: {reason}.")


def run_python(script: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, as a user would: warnings as they are, nothing set but `environment`."""
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def dump(store: GraphStore) -> dict[str, list[Any]]:
    """All that a graph holds but its versions, the store's own nodes included, in an order that ignores history."""
    nodes = store.read("MATCH (n) WHERE NOT n:Turn AND NOT n:Version AND NOT n:Removed RETURN n", limit=100_000)
    query = "MATCH (a)-[r]->(b) RETURN labels(a)[0], a.key, r, labels(b)[0], b.key"
    relationships = store.read(query, limit=100_000)
    assert not nodes.truncated and not relationships.truncated
    return {
        "nodes": sorted(nodes.rows, key=_canonical),
        "relationships": sorted(relationships.rows, key=_canonical),
    }


def _canonical(row: Any) -> str:
    """A row as text; the engines have the properties of a node in orders of their own."""
    return json.dumps(row, sort_keys=True)
