"""Answers that are kept for as long as the graph stays at its version: what dashboards ask again takes no look-up."""

from __future__ import annotations

from collections.abc import Hashable

from cachetools import LRUCache
from fastapi import Response

LARGEST_SHARE = 8
"""One answer may take up so great a part of the room: an eighth."""


class AnswerCache:
    """The last answers within a number of bytes, for one event loop; 0 keeps none.

    The key of an answer must tell the version of the graph: then nothing in here is ever wrong, only out of use.
    """

    def __init__(self, max_bytes: int) -> None:
        self._kept: LRUCache[Hashable, Response] = LRUCache(max_bytes, getsizeof=lambda answer: len(answer.body))

    def get(self, key: Hashable) -> Response | None:
        """The answer that was kept, to send once more."""
        answer = self._kept.get(key)
        return None if answer is None else _copy(answer)

    def keep(self, key: Hashable, answer: Response) -> Response:
        """Keep an answer, unless it is so large that it would displace many; gives it, to send."""
        if len(answer.body) <= self._kept.maxsize // LARGEST_SHARE:
            self._kept[key] = _copy(answer)
        return answer


def _copy(answer: Response) -> Response:
    """The same again: middleware adds to the headers of what is sent."""
    return Response(answer.body, answer.status_code, dict(answer.headers))
