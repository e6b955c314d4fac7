"""Calls that are waited for only so long."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")
Job = Callable[[], None]
Work = Callable[[Callable[[T], None]], T]
"""It may call what it is given with a result that it has before its end."""

GRACE_SECONDS = 0.5
"""How long the engine may take to say itself that the time is up, or to let go of rows that nobody asked for."""


class Runner:
    """Threads that are kept from one call to the next: starting one for each costs a fast read a tenth of its time.

    There are as many as calls have gone on at once. They are daemons, so that a call that was given up, and which
    keeps its thread until it ends by itself, does not keep the process.
    """

    def __init__(self) -> None:
        self._idle: list[SimpleQueue[Job | None]] = []

    def within(self, seconds: float, work: Work[T]) -> T:
        """What work returns, or publishes before that; raises TimeoutError when it takes too long."""
        future, done = self._start(work)
        result = future.result(seconds + GRACE_SECONDS)
        done.wait(GRACE_SECONDS)
        return result

    async def within_async(self, seconds: float, work: Work[T]) -> T:
        """The same for an event loop, which goes on meanwhile: work is handed to another thread once, and not twice."""
        async with asyncio.timeout(seconds + GRACE_SECONDS):
            return await asyncio.wrap_future(self._start(work)[0])

    def aside(self, work: Callable[[], T]) -> Future[T]:
        """The result to be of work that goes on while the caller does other things."""
        return self._start(lambda _publish: work())[0]

    def _start(self, work: Work[T]) -> tuple[Future[T], threading.Event]:
        """The result of work that goes on in another thread, and the event of its end."""
        future: Future[T] = Future()
        done = threading.Event()

        def run() -> None:
            try:
                result = work(future.set_result)
                if not future.done():
                    future.set_result(result)
            except BaseException as error:  # noqa: BLE001 - handed to who waits for it
                if not future.done():
                    future.set_exception(error)
            finally:
                done.set()

        self._take()(run)
        return future, done

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
