"""The store: the graph in a database that speaks Bolt. The only place that knows the driver."""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, Query, Session

from netgov.graph import contribution, search_index, versions
from netgov.graph.contribution import INDEXES, Change, Ingestion
from netgov.graph.deadline import Runner
from netgov.graph.embedded import Engine, attach
from netgov.graph.errors import StoreUnavailable
from netgov.graph.model import GraphBatch
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.reading import Rows, plain
from netgov.graph.refusals import classified, explained, too_slow
from netgov.graph.settings import Settings
from netgov.graph.versions import Version

__all__ = ["Change", "GraphStore", "Ingestion", "Rows", "Status", "Version"]

T = TypeVar("T")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else the driver's warnings go to the console

MINIMUM_NEO4J = (5, 26)
RETRY_SECONDS = 30.0
"""How long a write is tried again, such as while a cluster elects a leader."""
LOCAL_RETRY_SECONDS = 3.0
"""The same for the embedded engine: where it is gone, nobody starts it again meanwhile."""
CREATE_INDEX = {
    "unique": "CREATE CONSTRAINT IF NOT EXISTS FOR (n:{name}) REQUIRE n.{property} IS UNIQUE",
    "node": "CREATE INDEX IF NOT EXISTS FOR (n:{name}) ON (n.{property})",
    "text": "CREATE FULLTEXT INDEX `{name}[{property}]` IF NOT EXISTS FOR (n:{name}) ON EACH [n.{property}]",
    "relationship": "CREATE INDEX IF NOT EXISTS FOR ()-[r:{name}]-() ON (r.{property})",
}
LISTED_AS = {"text": "node"}
"""Kinds that the engines list as another; the embedded one makes its full-text indexes when it starts."""
VERSION_SECONDS = 0.5
"""How long a version is taken to be the newest where another process writes: nearly no request has to look it up."""

_NO_VERSION = (-math.inf, Version())


@dataclass(frozen=True)
class Status:
    """What the store is, and how much it holds: nodes by label, relationships by type."""

    engine: str
    address: str
    version: str
    nodes: dict[str, int]
    relationships: dict[str, int]
    disk_bytes: int | None


@dataclass(frozen=True)
class Connections:
    """An address with a driver to write and one to read; these are two logins where the engine tells them apart."""

    address: str
    writer: Driver
    reader: Driver


class GraphStore:
    """The graph in one database. A context manager; threads can share it."""

    def __init__(
        self, settings: Settings, connections: Connections, *, database: str | None, engine: Engine | None = None
    ) -> None:
        self.settings, self._connections, self._database, self.engine = settings, connections, database, engine
        self._bookmarks = GraphDatabase.bookmark_manager()
        self.runner = Runner()
        self._version = _NO_VERSION

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open the store that the settings name: a Neo4j server, else the embedded engine. Raises StoreUnavailable."""
        if settings.uri is not None:
            login = (settings.user, settings.password.get_secret_value())
            driver = _connect(settings.uri, login, settings.database)
            return cls(settings, Connections(settings.uri, driver, driver), database=settings.database)
        with ExitStack() as undo:
            engine = attach(settings.home)
            undo.callback(engine.detach)
            writer, reader = (
                undo.enter_context(_connect(engine.address, engine.login(user), engine.database, LOCAL_RETRY_SECONDS))
                for user in ("writer", "reader")
            )
            undo.pop_all()
        return cls(settings, Connections(engine.address, writer, reader), database=engine.database, engine=engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections, and of the embedded engine where it is the engine."""
        self.runner.close()
        self._connections.writer.close()
        self._connections.reader.close()
        if self.engine:
            self.engine.detach()

    def apply_schema(self) -> None:
        """Create the constraints and indexes that are not there yet, and fill the index of search."""
        with self._turn(), self._session() as session:
            found = session.run("SHOW INDEXES YIELD entityType, labelsOrTypes, properties, owningConstraint").data()
            existing = {_read_index(row) for row in found if row["labelsOrTypes"]}
            for kind, name, indexed in INDEXES:
                if (LISTED_AS.get(kind, kind), name, indexed) not in existing:
                    session.run(CREATE_INDEX[kind].format(name=name, property=indexed)).consume()
            search_index.index_graph(session, contribution.take_turn)

    def replace_document(self, batch: GraphBatch, ingestion: Ingestion) -> Change:
        """Make a batch the whole contribution of its document, in one transaction.

        Raises NetgovError where the document was ingested from another file with other content.
        """
        return self._write(lambda tx: contribution.replace_part(tx, batch, ingestion))

    def delete_document(self, key: str) -> Change:
        """Take out what a document contributed, as if it had never been ingested. Raises UnknownName."""
        return self._write(lambda tx: contribution.remove_part(tx, key))

    def ingestions(self) -> list[Ingestion]:
        """What was ingested, in the order of document keys."""
        with self._session() as session:
            return session.execute_read(contribution.find_ingestions)

    def version(self) -> Version:
        """The version that the graph is at, or was at VERSION_SECONDS ago where another process wrote since."""
        if (kept := self.kept_version()) is None:
            asked = time.monotonic()
            with self._session(self._connections.reader, default_access_mode=READ_ACCESS) as session:
                kept = versions.read_version(session, self.settings.query_timeout)
            self._version = asked, kept
        return kept

    def kept_version(self) -> Version | None:
        """The version, where it takes no look-up to know it."""
        return self._version[1] if time.monotonic() - self._version[0] < VERSION_SECONDS else None

    def status(self) -> Status:
        """Engine, version, counts and disk use."""
        nodes, relationships = self._counts()
        name, version = _read_agent(self._connections.writer.get_server_info().agent)
        disk_bytes = self.engine.disk_bytes() if self.engine else None
        return Status(name, self._connections.address, version, nodes, relationships, disk_bytes)

    def _counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """Nodes by label and relationships by type; Neo4j keeps count of either, the embedded engine in its own way."""
        if self.engine:
            ((labels, types),) = self.read(self.engine.counts).rows
        else:
            labels = {label: self._count(f"MATCH (n:{label}) RETURN count(n)") for label in ONTOLOGY.nodes}
            types = {name: self._count(f"MATCH ()-[r:{name}]->() RETURN count(r)") for name in ONTOLOGY.relations}
        return (
            {label: labels.get(label, 0) for label in ONTOLOGY.nodes},
            {name: types.get(name, 0) for name in ONTOLOGY.relations},
        )

    def read(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Run a query that only reads: at most `limit` rows, within `timeout` seconds; both default to the settings.

        Raises QueryRejected, QueryTimeout.
        """
        seconds = timeout or self.settings.query_timeout
        with _in_time(seconds):
            return self.runner.within(seconds, self._reading(query, parameters, seconds, limit))

    async def read_async(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """`read` for an event loop."""
        seconds = timeout or self.settings.query_timeout
        with _in_time(seconds):
            return await self.runner.within_async(seconds, self._reading(query, parameters, seconds, limit))

    def _reading(
        self, query: str, parameters: Mapping[str, Any] | None, seconds: float, limit: int | None
    ) -> Callable[[Callable[[Rows], None]], Rows]:
        arguments = (query, dict(parameters or {}), seconds, limit or self.settings.query_limit)
        return lambda publish: self._fetch(*arguments, publish)

    def _fetch(
        self, query: str, parameters: dict[str, Any], seconds: float, limit: int, publish: Callable[[Rows], None]
    ) -> Rows:
        reader = self._connections.reader
        with (
            self._session(reader, default_access_mode=READ_ACCESS, fetch_size=limit + 1) as session,
            classified(seconds),
        ):
            result = session.run(Query(query, timeout=seconds), parameters)  # one round trip; a transaction takes three
            records = result.fetch(limit + 1)
            rows = tuple(tuple(plain(value) for value in record.values()) for record in records[:limit])
            answer = Rows(tuple(result.keys()), rows, len(records) > limit)
            if answer.truncated:  # the embedded engine computes the rest of the rows before it lets go of them
                publish(answer)
        return answer

    @contextmanager
    def reading(self, **config: Any) -> Iterator[Session]:
        """A session for reads of any length, without the limits of `read`; `config` is the driver's."""
        with self._session(self._connections.reader, default_access_mode=READ_ACCESS, **config) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session for writes of any length; others wait for their turn."""
        try:
            with self._turn(), self._session() as session:
                yield session
        finally:
            self._version = _NO_VERSION

    def _write(self, work: Callable[[ManagedTransaction], T]) -> T:
        with self.writing() as session:
            return session.execute_write(work)

    def _turn(self) -> AbstractContextManager[None]:
        return self.engine.turn_to_write() if self.engine else nullcontext()

    def _count(self, query: str) -> int:
        return int(self.read(query).rows[0][0])

    @contextmanager
    def _session(self, driver: Driver | None = None, **config: Any) -> Iterator[Session]:
        """A session that sees what earlier ones wrote; raises StoreUnavailable when the database is gone."""
        driver = driver or self._connections.writer
        with (
            explained(self._connections.address),
            driver.session(database=self._database, bookmark_manager=self._bookmarks, **config) as session,
        ):
            yield session


def _connect(
    address: str, login: tuple[str, str], database: str | None, retry_seconds: float = RETRY_SECONDS
) -> Driver:
    """A driver that has reached its database. Raises StoreUnavailable."""
    if not re.match(r"(bolt|neo4j)(\+s|\+ssc)?://.", address):
        raise StoreUnavailable(f"NETGOV_URI must be an address like bolt://host:7687 or neo4j+s://host, not {address}.")
    with explained(address), ExitStack() as undo:
        settings: dict[str, Any] = {"max_transaction_retry_time": retry_seconds, "notifications_min_severity": "OFF"}
        driver = undo.enter_context(GraphDatabase.driver(address, auth=login, **settings))
        with driver.session(database=database) as session:
            name, version = _read_agent(session.run("RETURN 1").consume().server.agent)
        if name == "Neo4j" and tuple(int(part) for part in version.split(".")[:2]) < MINIMUM_NEO4J:
            raise StoreUnavailable(f"The database at {address} is Neo4j {version}; netgov needs 5.26 or later.")
        undo.pop_all()
        return driver


def _read_index(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """Kind, label or type, and first property of an index as the engine lists it."""
    kind = "unique" if row["owningConstraint"] else row["entityType"].lower()
    return kind, row["labelsOrTypes"][0], row["properties"][0]


def _read_agent(agent: str) -> tuple[str, str]:
    """Name and version of a server: "Neo4j/5.26.20", "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)"."""
    inner = re.search(r"\((\S+) (\S+)\)", agent)
    name, version = inner.groups() if inner else agent.split("/", 1)
    return name, version


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    """Turn the end of our patience into QueryTimeout."""
    try:
        yield
    except TimeoutError:
        raise too_slow(seconds) from None
