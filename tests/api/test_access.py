"""Keys, and how often one may ask. No database is needed to be refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from netgov.api.app import create_app
from netgov.api.keys import Keys, make_key
from netgov.graph.settings import Settings
from tests.api.test_problems import problem_of
from tests.engines import ROOT

ALICE, ALICE_ENTRY = make_key("alice")
BOB, BOB_ENTRY = make_key("bob")
KEYS = f"{ALICE_ENTRY},{BOB_ENTRY}"


def client_of(address: str = "192.0.2.1", **settings: str) -> TestClient:
    """A client at an address, of an API with these settings."""
    return TestClient(create_app(Settings(**settings)), client=(address, 50000))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "headers",
    [{"Authorization": f"Bearer {ALICE}"}, {"Authorization": f"bearer  {ALICE}"}, {"X-API-Key": BOB}],
)
def test_a_key_opens_the_door(headers: Mapping[str, str]) -> None:
    assert client_of(api_keys=KEYS).get("/queries", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ALICE},
        {"Authorization": f"Basic {ALICE}"},
        {"Authorization": "Bearer "},
        {"Authorization": f"Bearer {ALICE}x"},
        {"X-API-Key": ALICE_ENTRY.split(":")[1]},
        {"X-API-Key": "ä".encode("latin-1").decode("latin-1")},
    ],
)
def test_without_a_key_the_door_is_shut(headers: Mapping[str, str]) -> None:
    client = client_of(api_keys=KEYS)
    given = {name: value.encode("latin-1") for name, value in headers.items()}
    for path in ("/queries", "/queries/liaisons", "/entities", "/nope"):
        response = client.get(path, headers=given)
        problem_of(response, 401)
        assert response.headers["www-authenticate"].startswith('Bearer realm="netgov"')


@pytest.mark.parametrize("path", ["/health", "/docs", "/docs-files/swagger-ui.css", "/openapi.json"])
def test_some_doors_need_no_key(path: str) -> None:
    assert client_of(api_keys=KEYS).get(path).status_code == 200


def test_the_documentation_says_how_to_give_a_key() -> None:
    document = client_of(api_keys=KEYS).get("/openapi.json").json()
    assert document["security"] == [{name: []} for name in document["components"]["securitySchemes"]]
    assert "security" not in client_of().get("/openapi.json").json()


def test_without_keys_the_api_is_open() -> None:
    assert client_of().get("/queries", headers={"X-API-Key": "whatever"}).status_code == 200


def test_the_command_makes_a_key_that_opens() -> None:
    command = [sys.executable, "-m", "netgov.api.keys", "carol"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    key, entry = (line.split(": ")[1] for line in printed.splitlines())
    assert Keys.parse(entry).holder(key) == "carol"
    assert key not in entry


@pytest.mark.parametrize(
    "setting",
    [
        {"api_keys": "alice"},
        {"api_keys": f"alice:{ALICE}"},
        {"api_keys": KEYS + ","},
        {"rate_limit": "fast"},
        {"rate_limit": "0/minute"},
    ],
)
def test_a_wrong_setting_stops_the_start(setting: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Settings(**setting)  # type: ignore[arg-type]


def test_too_many_requests_are_refused() -> None:
    client = client_of(rate_limit="3/hour")
    allowed = [client.get("/queries") for _ in range(3)]
    assert [answer.headers["ratelimit"].split(";")[1] for answer in allowed] == ["r=2", "r=1", "r=0"]
    assert allowed[0].headers["ratelimit-policy"] == '"default";q=3;w=3600'
    refused = client.get("/queries")
    problem = problem_of(refused, 429)
    seconds = int(refused.headers["retry-after"])
    assert 0 < seconds <= 3600
    assert f"try again in {seconds} s" in problem["detail"]


def test_each_address_is_counted_by_itself() -> None:
    app = create_app(Settings(rate_limit="1/hour"))
    first, second = (TestClient(app, client=(f"192.0.2.{number}", 50000)) for number in (1, 2))
    assert [client.get("/queries").status_code for client in (first, second, first)] == [200, 200, 429]


def test_each_key_is_counted_by_itself_wherever_it_comes_from() -> None:
    app = create_app(Settings(api_keys=KEYS, rate_limit="1/hour"))
    first, second = (TestClient(app, client=(f"192.0.2.{number}", 50000)) for number in (1, 2))
    alice, bob = {"X-API-Key": ALICE}, {"X-API-Key": BOB}
    assert first.get("/queries", headers=alice).status_code == 200
    assert first.get("/queries", headers=bob).status_code == 200
    assert second.get("/queries", headers=alice).status_code == 429


def test_wrong_keys_are_counted_by_address() -> None:
    client = client_of(api_keys=KEYS, rate_limit="2/hour")
    statuses = [client.get("/queries", headers={"X-API-Key": f"guess {number}"}).status_code for number in range(3)]
    assert statuses == [401, 401, 429]


def test_health_is_never_refused() -> None:
    client = client_of(rate_limit="1/hour")
    assert {client.get("/health").status_code for _ in range(5)} == {200}
