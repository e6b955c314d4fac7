"""HTTP over the graph."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import Depends, FastAPI

from api import documents, entities, extract, service
from api.dependencies import refuse_unknown_parameters
from api.extract import Extractor
from api.limits import BodyLimit
from api.problems import RESPONSES, add_problem_handlers
from api.queries import queries_router
from api.versions import add_versions, at_version
from graph.queries import load_queries
from graph.settings import Settings
from graph.store import GraphStore

DESCRIPTION = """Who works with whom on what in Internet governance, and where it is said.

Every answer carries the sentence that it rests on. Errors are problems as of RFC 9457."""

ESCAPED_CHARACTER_BYTES = 12
"""The most bytes that JSON needs for one character: two escapes such as `\\ud83d`."""
ENVELOPE_BYTES = 4096


def create_app(settings: Settings | None = None, store: GraphStore | None = None) -> FastAPI:
    """The application over a store; without one it opens the one that the settings name, and closes it."""
    settings = settings or Settings()
    app = FastAPI(
        title="netgov",
        description=DESCRIPTION,
        lifespan=_lifespan(settings, store),
        dependencies=[Depends(refuse_unknown_parameters)],
        responses=RESPONSES,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.state.extractor = Extractor()
    body_limit = settings.extract_limit * ESCAPED_CHARACTER_BYTES + ENVELOPE_BYTES
    app.add_middleware(BodyLimit, limit=body_limit)
    add_versions(app)
    add_problem_handlers(app)
    for router in (queries_router(load_queries()), entities.router, documents.router):  # they answer from the graph
        app.include_router(router, dependencies=[Depends(at_version)])
    for router in (extract.router, service.router):
        app.include_router(router)
    return app


def _lifespan(settings: Settings, store: GraphStore | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if store:
            app.state.store = store
            yield
        else:
            with GraphStore.open(settings) as opened:
                app.state.store = opened
                yield

    return lifespan
