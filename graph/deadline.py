"""Calls that are waited for only so long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")
Job = Callable[[], None]

GRACE_SECONDS = 0.5
"""How long the engine may take to say itself that the time is up, or to let go of rows that nobody asked for."""


class Runner:
    """Threads that are kept from one call to the next: starting one for each costs a fast read a tenth of its time.

    There are as many as calls have gone on at once. They are daemons, so that a call that was given up, and which
    keeps its thread until it ends by itself, does not keep the process.
    """

    def __init__(self) -> None:
        self._idle: list[SimpleQueue[Job | None]] = []

    def within(self, seconds: float, work: Callable[[Callable[[T], None]], T]) -> T:
        """What work returns, or publishes before that; raises TimeoutError when it takes too long."""
        future: Future[T] = Future()
        done = threading.Event()

        def run() -> None:
            try:
                result = work(future.set_result)
                if not future.done():
                    future.set_result(result)
            except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
                if not future.done():
                    future.set_exception(error)
            finally:
                done.set()

        self._take()(run)
        result = future.result(seconds + GRACE_SECONDS)
        done.wait(GRACE_SECONDS)
        return result

    def close(self) -> None:
        """End the threads that have nothing to do."""
        while self._idle:
            self._idle.pop().put(None)

    def _take(self) -> Callable[[Job], None]:
        try:
            return self._idle.pop().put
        except IndexError:
            jobs: SimpleQueue[Job | None] = SimpleQueue()
            threading.Thread(target=self._serve, args=(jobs,), name="netgov-read", daemon=True).start()
            return jobs.put

    def _serve(self, jobs: SimpleQueue[Job | None]) -> None:
        while job := jobs.get():
            job()
            self._idle.append(jobs)
