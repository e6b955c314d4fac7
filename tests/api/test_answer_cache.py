"""Answers that are kept while the graph stays as it is."""

from __future__ import annotations

import pytest
from fastapi import Response
from fastapi.testclient import TestClient

from netgov.api.answer_cache import AnswerCache
from netgov.api.app import create_app
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore
from tests.batches import FIRST, SECOND, ingestion_of

LIAISONS = "/queries/liaisons?with=IETF"
CHANGING = {"date", "x-request-id"}


@pytest.mark.parametrize("path", [LIAISONS, f"{LIAISONS}&format=csv", "/queries/liaisons?with=nobody", "/queries/ties"])
def test_an_answer_that_was_given_comes_again_without_a_query(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    first = client.get(path)
    for name in ("read", "read_async"):
        monkeypatch.delattr(GraphStore, name)
    for _ in range(3):
        again = client.get(path)
        assert again.content == first.content
        assert [item for item in again.headers.multi_items() if item[0] not in CHANGING] == [
            item for item in first.headers.multi_items() if item[0] not in CHANGING
        ]


def test_other_questions_get_other_answers(client: TestClient) -> None:
    others = [
        client.get(path).content
        for path in (LIAISONS, f"{LIAISONS}&limit=1", f"{LIAISONS}&format=csv", "/queries/liaisons?with=ISO")
    ]
    assert len(set(others)) == len(others)


def test_a_write_makes_kept_answers_old(store: GraphStore) -> None:
    with TestClient(create_app(Settings(), store)) as client:
        for batch, documents in ((FIRST, 1), (SECOND, 2)):
            store.replace_document(batch, ingestion_of(batch))
            assert client.get("/queries/coverage").json()["searched"]["documents"] == documents


def test_what_is_kept_stays_within_its_bytes() -> None:
    cache = AnswerCache(100)
    for key in range(20):
        cache.keep(key, Response(b"ten bytes!"))
    assert [key for key in range(20) if cache.get(key)] == list(range(10, 20))
    cache.keep("large", Response(b"x" * 13))
    assert cache.get("large") is None


def test_no_room_keeps_nothing() -> None:
    cache = AnswerCache(0)
    answer = Response(b"x")
    assert cache.keep("key", answer) is answer
    assert cache.get("key") is None
