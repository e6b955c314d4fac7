"""Who may ask, and how often."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import limits
from limits.aio.strategies import FixedWindowRateLimiter
from limits.storage import storage_from_string
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netgov.api.headers import DOCS_FILES
from netgov.api.keys import Keys, presented_key

UNLIMITED = frozenset(("/health", "/ready", "/metrics"))
"""What machines ask that look after the service: they need no key, and are not counted."""
KEYLESS = UNLIMITED | {"/docs", "/openapi.json"}
"""What a browser must be able to load before anybody can enter a key."""


@dataclass(frozen=True)
class RateLimit:
    """How many requests one caller may make in a window of time; where they are counted is up to the storage."""

    item: limits.RateLimitItem
    limiter: FixedWindowRateLimiter

    @classmethod
    def parse(cls, rate: str | None, storage: str) -> Self | None:
        """The limit of NETGOV_RATE_LIMIT, counted in NETGOV_RATE_LIMIT_STORAGE; None: there is none."""
        if rate is None:
            return None
        return cls(limits.parse(rate), FixedWindowRateLimiter(storage_from_string(f"async+{storage}")))

    async def count(self, *caller: str) -> dict[str, str]:
        """Count a request; the answer's headers (draft-ietf-httpapi-ratelimit-headers). Raises HTTPException 429."""
        allowed = await self.limiter.hit(self.item, *caller)
        reset, remaining = await self.limiter.get_window_stats(self.item, *caller)
        seconds = max(1, math.ceil(reset - time.time()))
        headers = {
            "RateLimit-Policy": f'"default";q={self.item.amount};w={self.item.get_expiry()}',
            "RateLimit": f'"default";r={remaining};t={seconds}',
        }
        if not allowed:
            detail = f"More than {self.item.amount} requests per {self.item.get_expiry()} s; try again in {seconds} s."
            raise HTTPException(429, detail, {**headers, "Retry-After": str(seconds)})
        return headers


@dataclass(frozen=True)
class Access:
    """Middleware that asks for a key where there are keys, and counts requests by key, else by address."""

    app: ASGIApp
    keys: Keys
    limit: RateLimit | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in UNLIMITED:
            await self.app(scope, receive, send)
            return
        key = presented_key(Headers(scope=scope))
        holder = self.keys.holder(key) if key else None
        scope.setdefault("state", {})["key"] = holder
        headers = await self._count(scope, holder)
        if self.keys.hashes and not holder and not _needs_no_key(scope["path"]):
            raise _unauthorized(key)
        await self.app(scope, receive, _adding(headers, send) if headers else send)

    async def _count(self, scope: Scope, holder: str | None) -> dict[str, str]:
        if self.limit is None:
            return {}
        address = scope["client"][0] if scope["client"] else "unknown"
        return await self.limit.count(*(("key", holder) if holder else ("address", address)))


def _needs_no_key(path: str) -> bool:
    return path in KEYLESS or path.startswith(f"{DOCS_FILES}/")


def _unauthorized(key: str | None) -> HTTPException:
    detail = "This key is not known here." if key else "Give a key: 'Authorization: Bearer KEY' or 'X-API-Key: KEY'."
    challenge = 'Bearer realm="netgov"' + (', error="invalid_token"' if key else "")
    return HTTPException(401, detail, {"WWW-Authenticate": challenge})


def _adding(headers: Mapping[str, str], send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return send_with_headers
