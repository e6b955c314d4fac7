"""Ad-hoc Cypher: the questions that no named query asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field

from netgov.api.dependencies import DEFAULT_LIMIT, AnswerFormat, Config, Store
from netgov.api.formats import TABLE_CONTENT, table_response
from netgov.graph.adhoc import check_adhoc, read_adhoc
from netgov.graph.reading import Reason
from netgov.graph.settings import Settings

router = APIRouter(tags=["Queries"])

RETRY_SECONDS = 5
"""When to come back where all slots are taken."""
EXAMPLE = "MATCH (g:StudyGroup)-[s:APPROVED]->(r:Recommendation) RETURN g.key AS body, count(DISTINCT r) AS texts"


class CypherQuery(BaseModel):
    """A query that only reads, and its limits."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(description="openCypher that both engines understand", examples=[EXAMPLE])
    parameters: dict[str, Any] = Field(default_factory=dict, description="values of $name", examples=[{}])
    limit: int | None = Field(None, ge=1, description="at most so many rows", examples=[100])
    timeout: float | None = Field(None, gt=0, description="at most so many seconds", examples=[5])


class CypherAnswer(BaseModel):
    """Rows of an ad-hoc query.

    A node is {"label", and its properties: "key", "name" …}, a relationship {"type", and its properties}, a path
    {"nodes", "relationships"}; times are ISO 8601 text. The numbers that an engine gives to nodes are not shown.
    """

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool = Field(description="whether a limit cut the answer off")
    reason: Reason | None = Field(description="which limit it was: rows, bytes or time")


class Slots:
    """How many ad-hoc queries may run at once in this process; one that the engine cannot stop keeps its slot."""

    def __init__(self, number: int) -> None:
        self._number, self._free = number, BoundedSemaphore(number) if number else None

    def take(self) -> Callable[[], None]:
        """Take a slot; what is returned gives it back. Raises HTTPException where there is none."""
        if self._free is None:
            raise HTTPException(403, "Ad-hoc queries are switched off here; see GET /queries for those that are asked.")
        if not self._free.acquire(blocking=False):
            busy = f"{self._number} ad-hoc queries are running, which is the limit. Try again in a few seconds."
            raise HTTPException(429, busy, {"Retry-After": str(RETRY_SECONDS)})
        return self._free.release


async def _slots(request: Request) -> Slots:
    return cast(Slots, request.app.state.cypher_slots)


@router.post("/cypher", response_model=CypherAnswer, responses={200: {"content": TABLE_CONTENT}})
def cypher(
    asked: CypherQuery,
    store: Store,
    settings: Config,
    slots: Annotated[Slots, Depends(_slots)],
    format: AnswerFormat,
    response: Response,
) -> Any:
    """Ask in Cypher. Only what reads is let through, within limits of time, rows and bytes."""
    check_adhoc(asked.query, asked.parameters)
    limits = _limits(asked, settings)
    rows = read_adhoc(store, asked.query, asked.parameters, **limits, done=slots.take())
    if format != "json":
        headers = {"Vary": "Accept", "Netgov-Truncated": json.dumps(rows.truncated)}
        if rows.reason:
            headers["Netgov-Truncated-Reason"] = rows.reason
        return table_response(format, "cypher", rows.columns, rows.rows, headers)
    response.headers["Vary"] = "Accept"
    objects = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    return CypherAnswer(columns=list(rows.columns), rows=objects, truncated=rows.truncated, reason=rows.reason)


def _limits(asked: CypherQuery, settings: Settings) -> dict[str, Any]:
    """The limits of an answer: those asked for, where the settings allow them."""
    for name, value, highest in (
        ("limit", asked.limit, settings.query_limit),
        ("timeout", asked.timeout, settings.cypher_timeout),
    ):
        if value and value > highest:
            message = f"Input should be less than or equal to {highest:g}"
            raise RequestValidationError([{"loc": ("body", name), "msg": message}])
    return {
        "limit": asked.limit or min(DEFAULT_LIMIT, settings.query_limit),
        "timeout": asked.timeout or min(settings.query_timeout, settings.cypher_timeout),
        "max_bytes": settings.cypher_bytes,
    }
