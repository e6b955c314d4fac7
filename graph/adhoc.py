"""Ad-hoc Cypher: a query of somebody's own, checked, run under limits, answered with named columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from netgov.graph.cypher import column_names
from netgov.graph.errors import QueryRejected, QueryTimeout
from netgov.graph.guard import check_reads
from netgov.graph.reading import Collector, Rows
from netgov.graph.refusals import classified, too_slow
from netgov.graph.store import GraphStore

FETCH_SIZE = 100
"""Rows that are fetched at a time: they may be of any size."""
MAX_DEPTH = 50
"""How deep lists and maps may lie in each other in a parameter."""


def check_adhoc(query: str, parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """Refuse what does not only read, or cannot be sent; gives the columns that the query names, where it does.

    Raises QueryRejected: what, where, what to do.
    """
    _check_value("The query", query)
    for name, value in parameters.items():
        _check_value("The name of a parameter", name)
        _check_value(f"The parameter {name}", value)
    return column_names(check_reads(query, parameters), query)


def read_adhoc(
    store: GraphStore,
    query: str,
    parameters: Mapping[str, Any],
    *,
    timeout: float | None = None,
    limit: int | None = None,
    max_bytes: int | None = None,
    done: Callable[[], None] | None = None,
) -> Rows:
    """Check a query and run it; it is stopped at a limit, and what it gave until then is the answer.

    `done` is called when the engine has let go of it, which can be after this returns. Columns have names also where
    the engine gives none: the embedded one does not for an answer without rows. Raises QueryRejected, QueryTimeout.
    """
    columns = check_adhoc(query, parameters)
    seconds = timeout or store.settings.query_timeout
    found = Collector(limit or store.settings.query_limit, max_bytes)

    def work(publish: Callable[[Rows], None]) -> Rows:
        try:
            return _fetch(store, query, dict(parameters), seconds, found, publish)
        finally:
            if done:
                done()

    try:
        answer = store.runner.within(seconds, work)
    except (TimeoutError, QueryTimeout):
        _stop(store, found)
        if not found.rows:
            raise too_slow(seconds) from None
        answer = found.answer("time")
    return answer if answer.columns else replace(answer, columns=columns)


def _fetch(
    store: GraphStore,
    query: str,
    parameters: dict[str, Any],
    seconds: float,
    found: Collector,
    publish: Callable[[Rows], None],
) -> Rows:
    with (
        store.reading(fetch_size=min(found.limit + 1, FETCH_SIZE)) as session,
        classified(seconds),
        session.begin_transaction(timeout=seconds) as tx,
    ):
        if store.engine:
            found.connection = store.engine.connection_of(tx)
        result = tx.run(query, parameters)
        found.collect(result.keys(), result)
        answer = found.answer()
        if answer.truncated:  # the embedded engine computes the rest of the rows before it lets go of them
            publish(answer)
            _stop(store, found)
    return answer


def _stop(store: GraphStore, found: Collector) -> None:
    """Make the embedded engine stop a query; Neo4j does so when its transaction ends."""
    if store.engine and found.connection:
        with store.reading() as session:
            store.engine.stop(session, found.connection)


def _check_value(what: str, value: object, depth: int = 0) -> None:
    """Refuse what the database's protocol cannot carry."""
    if depth > MAX_DEPTH:
        raise QueryRejected(f"{what} is nested more than {MAX_DEPTH} levels deep. Flatten it.")
    match value:
        case bool() | None | float():
            pass
        case int():
            if not -(2**63) <= value < 2**63:
                raise QueryRejected(f"{what} must fit into 64 bits, unlike {value}.")
        case str():
            if any("\ud800" <= character <= "\udfff" for character in value):
                raise QueryRejected(f"{what} holds half a character (a lone surrogate). Remove it.")
        case Mapping():
            for name, item in value.items():
                _check_value(what, name, depth + 1)
                _check_value(what, item, depth + 1)
        case list():
            for item in value:
                _check_value(what, item, depth + 1)
        case _:
            raise QueryRejected(f"{what} must be what JSON can say, not {type(value).__name__}.")
