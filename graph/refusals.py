"""What the driver says when a database does not serve us, as errors of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DatabaseError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from netgov.graph.errors import QueryRejected, QueryTimeout, StoreUnavailable


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn what the driver says about a database that does not serve us into StoreUnavailable."""
    try:
        yield
    except AuthError as error:
        hint = "check NETGOV_USER and NETGOV_PASSWORD"
        raise StoreUnavailable(f"The database at {address} refuses the login; {hint}.") from error
    except Neo4jError as error:
        raise StoreUnavailable(f"The database at {address} failed: {_sentence(error)}") from error
    except (ServiceUnavailable, SessionExpired) as error:
        hint = "check that it runs and that NETGOV_URI is its address"
        raise StoreUnavailable(f"The database at {address} cannot be reached; {hint}.") from error
    except ConfigurationError as error:
        raise StoreUnavailable(f"{address} cannot be used as NETGOV_URI: {error}") from error


@contextmanager
def classified(seconds: float) -> Iterator[None]:
    """Turn the engine's refusal of a query into QueryRejected or QueryTimeout."""
    try:
        yield
    except (ClientError, DatabaseError) as error:
        if isinstance(error, AuthError):
            raise
        if "TimedOut" in (error.code or ""):
            raise too_slow(seconds) from error
        raise QueryRejected(_sentence(error)) from error


def too_slow(seconds: float) -> QueryTimeout:
    return QueryTimeout(f"The query took longer than {seconds:g} s. Narrow it down, or raise NETGOV_QUERY_TIMEOUT.")


def _sentence(error: Neo4jError) -> str:
    return " ".join((error.message or str(error)).split())
