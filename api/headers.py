"""What every answer tells browsers: what it may load, and who may read it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netgov.api.observe import REQUEST_ID_HEADER

COMMON = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
NOTHING = b"default-src 'none'; frame-ancestors 'none'"
DOCS_FILES = "/docs-files"
"""Where the scripts and styles of /docs are."""
DOCS = (
    b"default-src 'none'; script-src 'unsafe-inline' 'self'; connect-src 'self'; style-src 'unsafe-inline' 'self'; "
    b"img-src data: 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""What the page /docs needs: a script in the page itself starts Swagger UI."""
EXPOSED = [
    REQUEST_ID_HEADER,
    "ETag",
    "Link",
    "Netgov-Truncated",
    "Netgov-Version",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
]
"""Headers that scripts of other origins may read."""


@dataclass(frozen=True)
class SecurityHeaders:
    """Middleware that gives every answer its security headers."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = (b"content-security-policy", DOCS if scope["path"] == "/docs" else NOTHING)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *COMMON, policy]
            await send(message)

        await self.app(scope, receive, send_with_headers)
