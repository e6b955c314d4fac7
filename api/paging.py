"""Keyset paging: a page says with an opaque cursor where the next one starts, so no page costs more than the first.

A route that lists asks for `cursor: Cursor`, and answers with a model that has the field `next: Next`:

    after = cursor.after(str, str)                  # where the last page ended, as it was told; None: the first page
    …WHERE (n.key, n.label) > after ORDER BY key, label LIMIT limit + 1
    next=cursor.next(last.key, last.label)          # or None where there is no more

The position is up to the route; strings and integers are what it can be made of, and they must order its rows
without ties. A cursor holds for the path and the parameters that it was given out for, but for `limit` and `format`.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import Field

Position = tuple[Any, ...]
"""What a page ends on: strings and integers."""
Next = Annotated[str | None, Field(description="the cursor that gives the next page; null: there is no more")]

FREE = frozenset(("cursor", "format", "limit"))
"""Parameters that may change from page to page."""


@dataclass(frozen=True)
class PageCursor:
    """Where a page starts, `text` being what the client sent, and how to say where the next one does."""

    scope: str
    text: str | None

    def after(self, *kinds: type[str] | type[int]) -> Position | None:
        """The position that the page comes after, of values of these kinds; None: the page is the first."""
        if self.text is None:
            return None
        try:
            scope, *position = json.loads(urlsafe_b64decode(self.text.encode("ascii")))
            fits = [type(value) for value in position] == [*kinds] and all(map(_is_sound, position))
        except (ValueError, TypeError, RecursionError):
            scope, position, fits = None, [], False
        if not fits:
            raise _refusal("This is not a cursor that was given out here")
        if scope != self.scope:
            raise _refusal("This cursor was given out for other parameters; it holds for those of its first page")
        return tuple(position)

    def next(self, *position: str | int) -> str:
        """The cursor for the page after this position."""
        content = json.dumps([self.scope, *position], ensure_ascii=False, separators=(",", ":"))
        return urlsafe_b64encode(content.encode()).decode("ascii")


def _cursor(
    request: Request,
    cursor: Annotated[str | None, Query(max_length=4000, description="`next` of the page before")] = None,
) -> PageCursor:
    fixed = sorted(item for item in request.query_params.multi_items() if item[0] not in FREE)
    scope = hashlib.sha256(json.dumps([request.url.path, fixed]).encode()).hexdigest()[:8]
    return PageCursor(scope, cursor)


Cursor = Annotated[PageCursor, Depends(_cursor)]


def _is_sound(value: str | int) -> bool:
    """Whether the database can take it: no half of a surrogate pair, no more than 64 bits."""
    return value == value.encode(errors="replace").decode() if isinstance(value, str) else abs(value) < 2**63


def _refusal(message: str) -> RequestValidationError:
    return RequestValidationError([{"loc": ("query", "cursor"), "msg": message}])
