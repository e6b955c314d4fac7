"""How much a request may bring."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

URL_BYTES = 8192
"""What proxies and browsers carry; a key or text to look for takes a few hundred."""
HEADER_BYTES = 32_768


@dataclass(frozen=True)
class HeadLimit:
    """Middleware that refuses a URL that is too long with status 414, and headers that are with 431."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > URL_BYTES:
                raise HTTPException(414, f"The URL is longer than {URL_BYTES} bytes; POST routes take longer texts.")
            if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADER_BYTES:
                raise HTTPException(431, f"The headers are longer than {HEADER_BYTES} bytes.")
        await self.app(scope, receive, send)


@dataclass(frozen=True)
class BodyLimit:
    """Middleware that stops reading a body, with status 413, once it is longer than `limit` bytes."""

    app: ASGIApp
    limit: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.limit:
                raise HTTPException(413, f"The request is longer than {self.limit} bytes.")
            return message

        await self.app(scope, receive_counted, send)
