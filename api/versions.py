"""Answers bear the graph's version: as a header, as the validator that saves asking twice, and as a permalink.

A router whose answers follow from the graph alone is included with `dependencies=[Depends(at_version)]`. Its routes
then take `version`, answer 304 to `If-None-Match` before they ask the database, and bear `Netgov-Version`, `ETag`,
`Cache-Control` and `Vary`. A route that shows the version in its answer asks for `at: AtVersion`, and its model is a
`Versioned`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netgov.api.dependencies import open_store
from netgov.graph.store import Version

HEADERS = "netgov_version_headers"
"""Where the dependency leaves for the middleware what the answer shall bear."""


class Versioned(BaseModel):
    """An answer that tells the version of the graph that it is from."""

    version: int = Field(description="version of the graph that this is from")


class NotModified(Exception):
    """The client has the answer already."""


VersionParameter = Annotated[
    int | None, Query(ge=0, description="answer only from this version of the graph: 410 when it has gone on")
]


async def at_version(request: Request, version: VersionParameter = None) -> Version:
    """The version that the graph is at when the request comes. Raises HTTPException for another one, NotModified."""
    store = await open_store(request)
    if (current := store.kept_version()) is None:
        current = await run_in_threadpool(store.version)
    tag = _tag(request, current)
    headers = {"Netgov-Version": str(current.number), "ETag": tag, "Cache-Control": "no-cache"}
    setattr(request.state, HEADERS, headers)
    if version is not None and version != current.number:
        raise refuse_version(version, current.number)
    known = ",".join(request.headers.getlist("if-none-match"))
    if tag.removeprefix("W/") in (item.strip().removeprefix("W/") for item in known.split(",")):
        raise NotModified
    return current


AtVersion = Annotated[Version, Depends(at_version)]


def add_not_modified(app: FastAPI) -> None:
    """Make the application answer 304 where the client has the answer already."""

    @app.exception_handler(NotModified)
    def not_modified(_request: Request, _error: NotModified) -> Response:
        return Response(status_code=304)


@dataclass(frozen=True)
class VersionHeaders:
    """Middleware that puts the version's headers on what succeeds, whichever kind of response the route made."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope.setdefault("state", {})

        async def send_with_version(message: Message) -> None:
            found: dict[str, str] = state.get(HEADERS, {})
            if message["type"] == "http.response.start" and message["status"] in (200, 304):
                headers = MutableHeaders(scope=message)
                headers.update(found)
                if found:
                    headers.add_vary_header("Accept")
            await send(message)

        await self.app(scope, receive, send_with_version)


def _tag(request: Request, version: Version) -> str:
    """The validator: weak, since the bytes also depend on the compression, while what they say does not.

    A client gets other tags from another graph at the same number, in another format, and from another release.
    """
    address, accepted = [request.url.path, request.url.query], request.headers.getlist("accept")
    representation = [version.time, _release(), address, accepted]
    return f'W/"{version.number}-{hashlib.sha256(json.dumps(representation).encode()).hexdigest()[:16]}"'


@cache
def _release() -> str:
    """The release of netgov that answers; a checkout that was not installed has none."""
    try:
        return metadata.version("netgov")
    except metadata.PackageNotFoundError:
        return ""


def refuse_version(asked: int, current: int) -> HTTPException:
    headers = {"Netgov-Version": str(current)}
    if asked > current:
        return HTTPException(409, f"The graph is at version {current}; it has no version {asked} yet.", headers)
    detail = f"The graph is at version {current} and no longer at {asked}; /changes?since={asked} tells what changed."
    return HTTPException(410, detail, headers)
