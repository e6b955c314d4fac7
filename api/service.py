"""Whether the service is up, and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import Store
from api.models import State

router = APIRouter(tags=["Service"])


@router.get("/health")
def health() -> State:
    """The process is up."""
    return State(status="up")


@router.get("/ready")
def ready(store: Store) -> State:
    """The database answers; a problem with status 503 says that it does not."""
    store.read("RETURN 1 AS one")
    return State(status="ready")
