"""Errors as RFC 9457 problems: the one place where an exception becomes an HTTP status."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netgov.graph.errors import (
    ExportRefused,
    GraphChanged,
    NetgovError,
    QueryRejected,
    QueryTimeout,
    StoreUnavailable,
    UnknownName,
    UnreadableFile,
)

_log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

PROBLEMS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    UnknownName: (HTTPStatus.UNPROCESSABLE_ENTITY, "Unknown name"),
    UnreadableFile: (HTTPStatus.UNPROCESSABLE_ENTITY, "Unreadable text"),
    RequestValidationError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Invalid request"),
    ExportRefused: (HTTPStatus.BAD_REQUEST, "Export refused"),
    GraphChanged: (HTTPStatus.CONFLICT, "Graph changed"),
    QueryRejected: (HTTPStatus.BAD_REQUEST, "Query rejected"),
    QueryTimeout: (HTTPStatus.GATEWAY_TIMEOUT, "Query timeout"),
    StoreUnavailable: (HTTPStatus.SERVICE_UNAVAILABLE, "Store unavailable"),
    NetgovError: (HTTPStatus.INTERNAL_SERVER_ERROR, "Failure"),
}
"""Status and title of each exception; the first that fits counts."""


class Problem(BaseModel):
    """What went wrong, and what to do about it."""

    type: str = Field(description="kind of problem; about:blank: what the status says")
    title: str = Field(description="the kind of problem in words")
    status: int = Field(description="the HTTP status")
    detail: str = Field(description="what is wrong with this request")
    instance: str = Field(description="path of this request")
    id: str = Field(description="id of this request, as in its header X-Request-ID and in the log")
    choices: list[str] | None = Field(default=None, description="the names that would have been right")
    errors: dict[str, str] | None = Field(
        default=None, description="by place, such as query.limit or body.text: what is wrong with the value there"
    )


RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {"description": "A problem (RFC 9457)", "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
}
"""What every route declares; it takes the place of FastAPI's own form of a validation error."""


def add_problem_handlers(app: FastAPI) -> None:
    """Make every error that a route raises a problem; `Problems` sees to those of middlewares, and to failures."""

    async def respond(request: Request, error: Exception) -> JSONResponse:
        return problem_response(request, error)

    for kind in (NetgovError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, respond)


@dataclass(frozen=True)
class Problems:
    """Middleware that answers with a problem whatever goes wrong inside it."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        except Exception as error:
            if started or scope["type"] != "http":
                raise  # the server cuts the answer off, so that nobody takes it for whole, and logs why
            await problem_response(Request(scope), error)(scope, receive, send)


def problem_response(request: Request, error: Exception) -> JSONResponse:
    """An exception as a problem; one that is nobody's mistake is logged, and tells nothing of the inside."""
    match error:
        case RequestValidationError():
            errors = {".".join(str(part) for part in item["loc"]): item["msg"] for item in error.errors()}
            detail = "; ".join(f"{place}: {message}" for place, message in errors.items()) + "."
            return _respond(request, *_kind(error), detail, errors=errors)
        case NetgovError():
            choices = list(error.choices) if isinstance(error, UnknownName) else None
            status, title = _kind(error)
            if status == HTTPStatus.INTERNAL_SERVER_ERROR:
                _log.error("request failed", exc_info=error)
            return _respond(request, status, title, str(error), choices=choices)
        case HTTPException():
            status, detail = HTTPStatus(error.status_code), error.detail
            if detail == status.phrase:
                detail = f"{request.method} {request.url.path}: {status.description}. See /docs for what there is."
            return _respond(request, status, status.phrase, detail, headers=error.headers)
        case _:
            _log.error("request failed", exc_info=error)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            return _respond(request, status, status.phrase, "Something failed in netgov itself; its log tells what.")


def _kind(error: Exception) -> tuple[HTTPStatus, str]:
    return next(kind for exception, kind in PROBLEMS.items() if isinstance(error, exception))


def _respond(
    request: Request,
    status: HTTPStatus,
    title: str,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> JSONResponse:
    problem = Problem(
        type="about:blank" if title == status.phrase else f"urn:netgov:problem:{title.lower().replace(' ', '-')}",
        title=title,
        status=status,
        detail=detail,
        instance=request.url.path,
        id=request.state.request_id,
        **more,
    )
    return JSONResponse(problem.model_dump(exclude_none=True), status, headers=headers, media_type=MEDIA_TYPE)
