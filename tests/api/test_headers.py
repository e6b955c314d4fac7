"""What surrounds every answer: security headers, compression, other origins, and the size of a request."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.api.limits import HEADER_BYTES, URL_BYTES
from netgov.graph.settings import Settings
from tests.api.test_problems import problem_of

ORIGIN = {"Origin": "https://dashboard.example"}


@pytest.fixture(scope="module")
def client(settings: Settings) -> TestClient:
    """An API without a database."""
    app = create_app(settings)
    app.add_api_route("/broken", lambda: 1 // 0)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/queries", "/nope", "/queries?wrong=1", "/broken", "/ready"])
def test_every_answer_is_locked_up(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")


def test_the_docs_load_what_they_are_made_of_from_here_alone(client: TestClient) -> None:
    page = client.get("/docs")
    sources = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(sources) == 3
    assert [client.get(source).status_code for source in sources] == [200, 200, 200]
    policy = page.headers["content-security-policy"]
    assert "http" not in policy and "connect-src 'self'" in policy


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_long_answer_is_compressed(client: TestClient, encoding: str) -> None:
    response = client.get("/queries", headers={"Accept-Encoding": encoding})
    assert response.headers["content-encoding"] == encoding
    assert "Accept-Encoding" in response.headers["vary"]
    plain = client.get("/queries", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert int(response.headers["content-length"]) < len(plain.content) / 2


def test_other_origins_are_not_let_in(client: TestClient) -> None:
    assert "access-control-allow-origin" not in client.get("/queries", headers=ORIGIN).headers


def test_the_origins_of_the_settings_are_let_in() -> None:
    client = TestClient(create_app(Settings(cors_origins="https://dashboard.example,https://other.example")))
    answer = client.get("/nope", headers=ORIGIN)
    assert answer.headers["access-control-allow-origin"] == ORIGIN["Origin"]
    assert "X-Request-ID" in answer.headers["access-control-expose-headers"]
    asked = {**ORIGIN, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    assert client.options("/extract", headers=asked).status_code == 200
    stranger = {"Origin": "https://stranger.example"}
    assert "access-control-allow-origin" not in client.get("/queries", headers=stranger).headers


def test_a_long_url_is_refused(client: TestClient) -> None:
    fits = client.get("/queries", params={"x": "y" * (URL_BYTES - len("/queriesx="))})
    problem_of(fits, 422)
    problem = problem_of(client.get("/queries", params={"x": "y" * URL_BYTES}), 414)
    assert problem["detail"].startswith(f"The URL is longer than {URL_BYTES} bytes")


def test_long_headers_are_refused(client: TestClient) -> None:
    problem_of(client.get("/queries", headers={"Cookie": "x" * HEADER_BYTES}), 431)
