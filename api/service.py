"""Whether the service is up, and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter

from netgov.api.dependencies import Store
from netgov.api.models import State
from netgov.graph.errors import QueryTimeout, StoreUnavailable

READY_SECONDS = 2.0

router = APIRouter(tags=["Service"])


@router.get("/health")
async def health() -> State:
    """The process is up."""
    return State(status="up")


@router.get("/ready")
async def ready(store: Store) -> State:
    """The database answers; a problem with status 503 says that it does not."""
    try:
        await store.read_async("RETURN 1 AS one", timeout=READY_SECONDS)
    except QueryTimeout as error:
        raise StoreUnavailable(f"The database has not answered for {READY_SECONDS:g} s.") from error
    return State(status="ready")
