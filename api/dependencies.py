"""What routes ask for: the store, the settings, how many rows, in which format.

They are `async` because they wait for nothing: FastAPI runs each plain function in another thread, which takes longer
than the function does. For the same reason they do not depend on each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, cast

from fastapi import Depends, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError

from netgov.graph.errors import StoreUnavailable, UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore

DEFAULT_LIMIT = 100
MEDIA_TYPES = {"json": "application/json", "csv": "text/csv", "ndjson": "application/x-ndjson"}

Format = Literal["json", "csv", "ndjson"]


async def open_store(request: Request) -> GraphStore:
    """The store of the application. Raises StoreUnavailable before it starts and once it stops."""
    store = request.app.state.store
    if store is None:
        raise StoreUnavailable("netgov is starting or stopping; try again in a moment.")
    return cast(GraphStore, store)


async def _settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


Store = Annotated[GraphStore, Depends(open_store)]
Config = Annotated[Settings, Depends(_settings)]


LimitParameter = Annotated[int | None, Query(ge=1, description="at most so many", examples=[10])]
FormatParameter = Annotated[Format | None, Query(description="wins over the Accept header", examples=["json"])]


async def limit_of(request: Request, limit: LimitParameter = None) -> int:
    """How many rows are asked for. Raises RequestValidationError where it is more than the settings allow."""
    highest = request.app.state.settings.query_limit
    if limit and limit > highest:
        error = {"loc": ("query", "limit"), "msg": f"Input should be less than or equal to {highest}"}
        raise RequestValidationError([error])
    return limit or min(DEFAULT_LIMIT, highest)


async def format_of(request: Request, format: FormatParameter = None) -> Format:
    """The form in which the answer is wanted. Raises HTTPException where there is none such."""
    if format:
        return format
    accept = ",".join(request.headers.getlist("accept")) or "*/*"
    accepted = {name: _quality(accept, media_type) for name, media_type in MEDIA_TYPES.items()}
    best = max(accepted, key=lambda name: accepted[name])
    if not accepted[best]:
        raise HTTPException(406, f"The answer comes as {' or '.join(MEDIA_TYPES.values())}, not as {accept}.")
    return cast(Format, best)


def _quality(accept: str, media_type: str) -> float:
    """How much an Accept header wants a media type, 0 to 1: what the most specific range that covers it says."""
    ranges = {}
    for part in accept.split(","):
        name, *parameters = (item.strip().lower() for item in part.split(";"))
        ranges[name] = next((item[2:] for item in parameters if item.startswith("q=")), "1")
    wildcard = media_type.split("/")[0] + "/*"
    value = next((ranges[name] for name in (media_type, wildcard, "*/*") if name in ranges), "0")
    try:
        return float(value)
    except ValueError:
        raise HTTPException(406, f"The Accept header has a q that is no number: {value}.") from None


async def _label(
    label: Annotated[
        str | None,
        Query(
            description="only entities with this label",
            examples=["Organization"],
            json_schema_extra={"enum": [*ONTOLOGY.nodes]},
        ),
    ] = None,
) -> str | None:
    return None if label is None else ONTOLOGY.node(label).label


Limit = Annotated[int, Depends(limit_of)]
AnswerFormat = Annotated[Format, Depends(format_of)]
Label = Annotated[str | None, Depends(_label)]


async def refuse_unknown_parameters(request: Request) -> None:
    """Refuse a query parameter that the route's documentation does not name. Raises UnknownName."""
    if not request.query_params:
        return
    declared = _documented(request)
    for name in request.query_params:
        if name not in declared:
            raise UnknownName("parameter", name, declared)


def _documented(request: Request) -> set[str]:
    paths: Mapping[str, Mapping[str, Mapping[str, list[Mapping[str, str]]]]] = request.app.openapi()["paths"]
    operation = paths.get(request.scope["route"].path_format, {}).get(request.method.lower(), {})
    return {item["name"] for item in operation.get("parameters", []) if item["in"] == "query"}
