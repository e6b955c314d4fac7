"""Requests that nobody thought of: none breaks the API, and every answer is as the OpenAPI document says.

NETGOV_TEST_FUZZ_EXAMPLES says how many requests each operation gets at most; 300 make some 10,000 on each engine.
"""

from __future__ import annotations

import os

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.app import create_app
from graph.settings import Settings

SCHEMA = schemathesis.openapi.from_dict(create_app(Settings()).openapi())
EXAMPLES = int(os.environ.get("NETGOV_TEST_FUZZ_EXAMPLES", "6"))
VERSIONS = 4
"""So many versions are asked for, of which the sample graph is at one; else nearly every request would be refused."""
UNTRUE = [positive_data_acceptance]
"""A document cannot say that a version is gone, or that of two parameters one is needed."""


@SCHEMA.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_api(case: Case, client: TestClient) -> None:
    if isinstance(version := (case.query or {}).get("version"), int):
        case.query["version"] = version % VERSIONS
    case.call_and_validate(app=client.app, excluded_checks=UNTRUE)
