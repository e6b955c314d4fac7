"""Calls that are waited for only so long."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from netgov.graph import deadline
from netgov.graph.deadline import Runner


def test_calls_one_after_the_other_share_a_thread() -> None:
    runner = Runner()
    threads = {runner.within(5, lambda _: threading.get_ident()) for _ in range(20)}
    assert len(threads) <= 2  # a thread may still be on its way back when the next call comes
    assert threading.get_ident() not in threads


def test_calls_at_once_do_not_wait_for_each_other() -> None:
    runner, barrier = Runner(), threading.Barrier(8, timeout=5)
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(lambda _: runner.within(5, lambda _: barrier.wait()), range(8))) == list(range(8))


def test_a_call_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "GRACE_SECONDS", 0.0)
    runner, release = Runner(), threading.Event()
    with pytest.raises(TimeoutError):
        runner.within(0.05, lambda _: release.wait(10))
    assert runner.within(5, lambda _: "next") == "next"
    release.set()


def test_what_is_published_comes_before_the_end() -> None:
    release = threading.Event()

    def work(publish: deadline.Callable[[str], None]) -> str:
        publish("early")
        release.wait(10)
        return "late"

    assert Runner().within(5, work) == "early"
    release.set()


def test_an_error_is_raised_where_the_call_was_made() -> None:
    runner = Runner()
    with pytest.raises(ZeroDivisionError):
        runner.within(5, lambda _: 1 // 0)
    assert runner.within(5, lambda _: 1) == 1


def test_an_event_loop_goes_on_while_it_waits() -> None:
    release = threading.Event()

    async def wait_and_release() -> str:
        waiting = asyncio.create_task(runner.within_async(5, lambda _: "done" if release.wait(5) else "late"))
        await asyncio.sleep(0)
        release.set()
        return await waiting

    runner = Runner()
    assert asyncio.run(wait_and_release()) == "done"


def test_an_event_loop_gives_up_a_call_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "GRACE_SECONDS", 0.0)
    runner, release = Runner(), threading.Event()
    with pytest.raises(TimeoutError):
        asyncio.run(runner.within_async(0.05, lambda _: release.wait(10)))
    release.set()
    assert asyncio.run(runner.within_async(5, lambda _: "next")) == "next"


def test_an_event_loop_gets_what_is_published_and_what_is_raised() -> None:
    runner, release = Runner(), threading.Event()

    def work(publish: deadline.Callable[[str], None]) -> str:
        publish("early")
        release.wait(10)
        return "late"

    assert asyncio.run(runner.within_async(5, work)) == "early"
    release.set()
    with pytest.raises(ZeroDivisionError):
        asyncio.run(runner.within_async(5, lambda _: 1 // 0))


def test_work_goes_on_aside() -> None:
    runner, release = Runner(), threading.Event()
    future = runner.aside(lambda: release.wait(5))
    assert not future.done()
    release.set()
    assert future.result(5)
