"""POST /extract: text in, entities with their places and relations with their sentences out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.settings import Settings
from tests.api.test_problems import problem_of

TEXT = """ITU-T SG11 liaised with IETF IPPM on Internet performance measurement.

SG11 approved Recommendation ITU-T Q.3900."""


@pytest.fixture(scope="module")
def client(settings: Settings) -> TestClient:
    """An API without a database, which extraction does not need."""
    return TestClient(create_app(settings))


def extract(client: TestClient, **body: str) -> dict[str, Any]:
    """What was found in a text."""
    response = client.post("/extract", json=body)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def test_entities_come_with_their_places(client: TestClient) -> None:
    found = extract(client, text=TEXT)
    texts = {passage["key"]: passage["text"] for passage in found["passages"]}
    entities = {(item["label"], item["key"]): item["occurrences"] for item in found["entities"]}
    assert entities.keys() >= {("StudyGroup", "ITU-T SG11"), ("Group", "IETF IPPM"), ("Recommendation", "ITU-T Q.3900")}
    assert len(entities["StudyGroup", "ITU-T SG11"]) == 2
    for occurrence in (place for places in entities.values() for place in places):
        assert texts[occurrence["passage"]][occurrence["start"] : occurrence["end"]] == occurrence["text"]


def test_relations_come_with_their_sentences(client: TestClient) -> None:
    found = extract(client, text=TEXT)
    texts = {passage["key"]: passage["text"] for passage in found["passages"]}
    relations = {item["type"]: item for item in found["relations"]}
    liaison = relations["LIAISED_WITH"]
    assert liaison["source"] == {"label": "StudyGroup", "key": "ITU-T SG11"}
    assert liaison["target"] == {"label": "Group", "key": "IETF IPPM"}
    assert liaison["properties"]["topic"] == "Internet performance measurement"
    assert relations["APPROVED"]["target"] == {"label": "Recommendation", "key": "ITU-T Q.3900"}
    for item in relations.values():
        assert texts[item["passage"]][item["start"] : item["end"]] == item["quote"]
        assert item["rule"] and 0 < item["confidence"] <= 1
        assert {"source_start", "source_end", "target_start", "target_end"} <= item.keys()


def test_the_name_is_that_of_the_document(client: TestClient) -> None:
    assert extract(client, text=TEXT, name="my note")["document"] == "my note"


def test_a_text_without_entities_has_no_relations(client: TestClient) -> None:
    found = extract(client, text="Nothing of note happened.")
    assert (found["entities"], found["relations"]) == ([], [])
    assert [passage["text"] for passage in found["passages"]] == ["Nothing of note happened."]


def test_texts_can_come_at_once(client: TestClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: extract(client, text=TEXT), range(16)))
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "body.text"),
        ({"text": ""}, "body.text"),
        ({"text": " \n "}, "body.text"),
        ({"text": 7}, "body.text"),
        ({"text": "SG11", "name": ""}, "body.name"),
        ({"text": "SG11", "name": "x" * 201}, "body.name"),
        ({"text": "SG11", "nmae": "x"}, "body.nmae"),
        ([], "body"),
    ],
)
def test_a_wrong_body_is_refused(client: TestClient, body: object, place: str) -> None:
    assert place in problem_of(client.post("/extract", json=body), 422)["errors"]


@pytest.mark.parametrize("body", [b"", b"{", b'{"text": "\\ud800"}', b'"SG11"'])
def test_what_is_no_text_in_json_is_refused(client: TestClient, body: bytes) -> None:
    response = client.post("/extract", content=body, headers={"Content-Type": "application/json"})
    assert problem_of(response, 422)["title"] == "Invalid request"


def test_what_is_no_unicode_is_refused(client: TestClient) -> None:
    problem_of(client.post("/extract", content=b"\xff", headers={"Content-Type": "application/json"}), 400)


def test_a_long_text_is_too_large(client: TestClient) -> None:
    problem = problem_of(client.post("/extract", json={"text": "x" * 501}), 413)
    assert problem["detail"] == "The text has 501 characters, more than 500."
    assert client.post("/extract", json={"text": "\U0001d54f" * 500}).status_code == 200


def test_a_long_body_is_not_even_read(client: TestClient) -> None:
    pieces = (b" " * 1000 for _ in range(1_000_000))
    problem = problem_of(client.post("/extract", content=pieces), 413)
    assert problem["detail"] == "The request is longer than 10096 bytes."


def test_a_query_parameter_is_refused(client: TestClient) -> None:
    problem_of(client.post("/extract?name=x", json={"text": "SG11"}), 422)


@pytest.mark.parametrize(
    ("settings_of", "sentence"),
    [
        ({"model": "en_core_web_none"}, "en_core_web_none of NETGOV_MODEL is not installed"),
        ({"frames": "nowhere.toml"}, "The frames of NETGOV_FRAMES cannot be read"),
    ],
)
def test_what_reading_lacks_is_a_problem_of_the_service(
    settings: Settings, settings_of: dict[str, str], sentence: str
) -> None:
    client = TestClient(create_app(settings.model_copy(update=settings_of)))
    response = client.post("/extract", json={"text": TEXT})
    assert sentence in problem_of(response, 503)["detail"]
