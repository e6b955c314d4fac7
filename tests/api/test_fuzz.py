"""Requests that nobody thought of: none breaks the API, and every answer is as the OpenAPI document says.

NETGOV_TEST_FUZZ_EXAMPLES says how many requests each operation gets at most; some hundreds make 10,000 in all.
"""

from __future__ import annotations

import os

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case

from api.app import create_app
from graph.settings import Settings

SCHEMA = schemathesis.openapi.from_dict(create_app(Settings()).openapi())
EXAMPLES = int(os.environ.get("NETGOV_TEST_FUZZ_EXAMPLES", "10"))


@SCHEMA.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_api(case: Case, client: TestClient) -> None:
    case.call_and_validate(app=client.app)
