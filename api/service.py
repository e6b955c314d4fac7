"""Whether the service is up, and whether it can answer."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request

from api.dependencies import Store
from api.models import State
from graph.errors import QueryTimeout, StoreUnavailable

READY_SECONDS = 2.0
READY_THREADS = 2

router = APIRouter(tags=["Service"])


async def _readiness(request: Request) -> CapacityLimiter:
    """Threads of its own for /ready, so that it does not wait where slow queries take up all others."""
    return cast(CapacityLimiter, request.app.state.readiness)


@router.get("/health")
async def health() -> State:
    """The process is up."""
    return State(status="up")


@router.get("/ready")
async def ready(store: Store, threads: Annotated[CapacityLimiter, Depends(_readiness)]) -> State:
    """The database answers; a problem with status 503 says that it does not."""
    try:
        await run_sync(partial(store.read, "RETURN 1 AS one", timeout=READY_SECONDS), limiter=threads)
    except QueryTimeout as error:
        raise StoreUnavailable(f"The database has not answered for {READY_SECONDS:g} s.") from error
    return State(status="ready")
