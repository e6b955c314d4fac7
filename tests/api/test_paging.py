"""Cursors: what is given out is taken back, and nothing else is."""

from __future__ import annotations

import base64
import json

import pytest
from fastapi.exceptions import RequestValidationError
from hypothesis import given
from hypothesis import strategies as st

from netgov.api.paging import PageCursor

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def forged(*content: object) -> str:
    """A cursor that somebody made up."""
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


@given(TEXT, st.integers(-(2**63) + 1, 2**63 - 1))
def test_a_cursor_gives_back_its_position(text: str, number: int) -> None:
    cursor = PageCursor("scope", None).next(text, number)
    assert PageCursor("scope", cursor).after(str, int) == (text, number)


def test_the_first_page_comes_after_nothing() -> None:
    assert PageCursor("scope", None).after(str) is None


@given(st.text())
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(RequestValidationError):
        PageCursor("scope", text).after(str, int)


@pytest.mark.parametrize(
    "text",
    [
        forged("other scope", "a", 1),
        forged("scope", "a"),
        forged("scope", 1, "a"),
        forged("scope", "a", True),
        forged("scope", "a", 2**63),
        forged("scope", "\ud800", 1),
        forged("scope", ["a"], 1),
        base64.urlsafe_b64encode(b"[" * 2000).decode(),
        base64.urlsafe_b64encode(b"7").decode(),
    ],
)
def test_a_cursor_that_was_made_up_is_refused(text: str) -> None:
    with pytest.raises(RequestValidationError):
        PageCursor("scope", text).after(str, int)
