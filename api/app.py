"""HTTP over the graph."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from fastapi import Depends, FastAPI
from fastapi_offline import FastAPIOffline
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette_compress import CompressMiddleware

from netgov.api import (
    cypher,
    declarations,
    documents,
    entities,
    exports,
    extract,
    graph,
    metrics,
    search,
    service,
    statements,
)
from netgov.api.access import Access, RateLimit
from netgov.api.answer_cache import AnswerCache
from netgov.api.dependencies import refuse_unknown_parameters
from netgov.api.extract import Extractor
from netgov.api.headers import DOCS_FILES, EXPOSED, SecurityHeaders
from netgov.api.keys import SCHEMES, Keys
from netgov.api.limits import BodyLimit, HeadLimit
from netgov.api.metrics import GraphFigures, Metrics
from netgov.api.observe import Observe
from netgov.api.problems import RESPONSES, Problems, add_problem_handlers
from netgov.api.queries import READS, queries_router
from netgov.api.versions import VersionHeaders, add_not_modified, at_version
from netgov.graph.answers import Answerer
from netgov.graph.queries import load_queries
from netgov.graph.settings import Settings, load_settings
from netgov.graph.store import GraphStore

DESCRIPTION = """Who works with whom on what in Internet governance, and where it is said. What is stated of two
entities carries the sentence that states it, with document and section.

**Formats.** JSON; named queries and `/cypher` also CSV and NDJSON, by `format` or by the `Accept` header.

**Pages.** A list that goes on has a `next` cursor, which is given as `cursor` for the page that follows. `limit` is
how many at most; `truncated` says that there are more.

**Versions.** Every ingest that changes something makes a version of the graph, in `version` and `Netgov-Version`.
With `?version=` an answer is from that version or refused: 410 where the graph has gone on, 409 where it has not come
so far. An answer that is still the same is 304 to `If-None-Match`. `/changes` tells what came and went since.

**Nothing found.** Named queries say in `searched` how many documents they looked in, and from which period, and in
`unknown` which keys nothing in the graph bears.

**Errors** are problems as of RFC 9457, `application/problem+json`: what is wrong and what to do, and an `id` that is
in the log, too. A parameter that does not exist is an error.

**Requests** have an id, `X-Request-ID`, yours or a new one. Where keys are asked for, they come as `Authorization:
Bearer` or `X-API-Key`. More requests than allowed are 429 with `Retry-After`."""

ESCAPED_CHARACTER_BYTES = 12
"""The most bytes that JSON needs for one character: two escapes such as `\\ud83d`."""
ENVELOPE_BYTES = 4096


def create_app(settings: Settings | None = None, store: GraphStore | None = None) -> FastAPI:
    """The application over a store; without one it opens the one that the settings name, and closes it."""
    settings = settings or load_settings()
    keys, requests = Keys.parse(settings.api_keys), Metrics()
    app = FastAPIOffline(
        title="netgov",
        description=DESCRIPTION,
        lifespan=_lifespan(settings, store),
        dependencies=[Depends(refuse_unknown_parameters)],
        middleware=_middleware(settings, keys, requests),
        responses=RESPONSES,
        generate_unique_id_function=lambda route: route.name,
        redoc_url=None,
        static_url=DOCS_FILES,
    )
    app.state.settings, app.state.store = settings, None
    app.state.extractor = Extractor(settings)
    app.state.answers, app.state.reads = AnswerCache(settings.answer_cache), asyncio.Semaphore(READS)
    app.state.cypher_slots = cypher.Slots(settings.cypher_concurrency)
    app.state.metrics, app.state.figures = requests, GraphFigures()
    add_problem_handlers(app)
    add_not_modified(app)
    app.include_router(queries_router(load_queries()))
    for module in (entities, graph, documents, search, statements, exports):  # what they answer follows from the graph
        app.include_router(module.router, dependencies=[Depends(at_version)])
    for module in (cypher, extract, declarations, service, metrics):
        app.include_router(module.router)
    document = app.openapi()  # takes half a second, which the first request would have to wait for
    _declare_limit(document, settings.query_limit)
    if keys.hashes:
        _declare_keys(document)
    return app


def _declare_limit(document: dict[str, Any], highest: int) -> None:
    """Say in the OpenAPI document how high a limit may be: each route has the same, and it is a setting."""
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    for parameter in [item for operation in operations for item in operation.get("parameters", ())]:
        if parameter["name"] == "limit":
            integer, _null = parameter["schema"]["anyOf"]
            integer["maximum"] = highest


def _declare_keys(document: dict[str, Any]) -> None:
    """Say in the OpenAPI document how to give a key; /docs then asks for it."""
    document["components"]["securitySchemes"] = SCHEMES
    document["security"] = [{name: []} for name in SCHEMES]


def _middleware(settings: Settings, keys: Keys, requests: Metrics) -> list[Middleware]:
    """From the outside in: what is further out sees also what those further in refuse."""
    rate = RateLimit.parse(settings.rate_limit, settings.rate_limit_storage)
    return [
        Middleware(SecurityHeaders),
        Middleware(Observe, requests),
        *_cross_origin(settings.cors_origins),
        Middleware(CompressMiddleware),
        Middleware(Problems),
        Middleware(HeadLimit),
        Middleware(Access, keys, rate),
        Middleware(BodyLimit, settings.extract_limit * ESCAPED_CHARACTER_BYTES + ENVELOPE_BYTES),
        Middleware(VersionHeaders),
    ]


def _cross_origin(origins: str | None) -> list[Middleware]:
    if origins is None:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins.split(","),
            allow_methods=["GET", "POST"],
            allow_headers=["*"],
            expose_headers=EXPOSED,
        )
    ]


def _lifespan(settings: Settings, store: GraphStore | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with nullcontext(store) if store else GraphStore.open(settings) as opened:
            app.state.store, app.state.answerer = opened, Answerer(opened)
            yield
            app.state.store = None

    return lifespan
