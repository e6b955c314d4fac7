"""Errors as RFC 9457 problems: the one place where an exception becomes an HTTP status."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graph.errors import (
    NetgovError,
    QueryRejected,
    QueryTimeout,
    StoreUnavailable,
    UnknownName,
    UnreadableFile,
)

MEDIA_TYPE = "application/problem+json"

PROBLEMS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    UnknownName: (HTTPStatus.UNPROCESSABLE_ENTITY, "Unknown name"),
    UnreadableFile: (HTTPStatus.UNPROCESSABLE_ENTITY, "Unreadable text"),
    RequestValidationError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Invalid request"),
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
    choices: list[str] | None = Field(default=None, description="the names that would have been right")
    errors: dict[str, str] | None = Field(
        default=None, description="by place, such as query.limit or body.text: what is wrong with the value there"
    )


RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {"description": "A problem (RFC 9457)", "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
}
"""What every route declares; it takes the place of FastAPI's own form of a validation error."""


def add_problem_handlers(app: FastAPI) -> None:
    """Make every error of the application a problem."""

    @app.exception_handler(NetgovError)
    def known(request: Request, error: NetgovError) -> JSONResponse:
        choices = error.choices if isinstance(error, UnknownName) else None
        return _respond(request, *_kind(error), str(error), choices=choices)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        errors = {".".join(str(part) for part in item["loc"]): item["msg"] for item in error.errors()}
        detail = "; ".join(f"{place}: {message}" for place, message in errors.items()) + "."
        return _respond(request, *_kind(error), detail, errors=errors)

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> JSONResponse:
        status, detail = HTTPStatus(error.status_code), error.detail
        if detail == status.phrase:
            detail = f"{request.method} {request.url.path}: {status.description}. See /docs for what there is."
        return _respond(request, status, status.phrase, detail, headers=error.headers)

    @app.exception_handler(Exception)
    def unexpected(request: Request, _error: Exception) -> JSONResponse:
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
    named = "about:blank" if title == status.phrase else f"urn:netgov:problem:{title.lower().replace(' ', '-')}"
    problem = Problem(type=named, title=title, status=status, detail=detail, instance=request.url.path, **more)
    return JSONResponse(problem.model_dump(exclude_none=True), status, headers=headers, media_type=MEDIA_TYPE)
