"""Requests that nobody thought of: none breaks the API, and every answer is as the OpenAPI document says.

Set NETGOV_TEST_FUZZ_EXAMPLES for more of them, and for every boundary of every parameter: 250 make more than 10,000.
"""

from __future__ import annotations

import os

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from netgov.api.app import create_app
from netgov.graph.settings import Settings
from tests.sample_graph import sample_batches

SCHEMA = schemathesis.openapi.from_dict(create_app(Settings()).openapi())
SCHEMA.config.phases.coverage.enabled = "NETGOV_TEST_FUZZ_EXAMPLES" in os.environ
SCHEMA.config.checks.negative_data_rejection.expected_statuses += ["410", "413", "414", "431"]
EXAMPLES = int(os.environ.get("NETGOV_TEST_FUZZ_EXAMPLES", "3"))
"""Requests that an operation gets at most, beside its documented examples and its boundaries."""
VERSION = len(sample_batches())
"""What the sample graph is at; a request for another version is refused whatever else it says."""
UNTRUE = [positive_data_acceptance]
"""A document cannot say that a version is gone, or that of two parameters one is needed."""


@SCHEMA.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_api(case: Case, client: TestClient) -> None:
    if isinstance(case.query.get("version"), int):
        case.query["version"] = VERSION
    case.call_and_validate(app=client.app, excluded_checks=UNTRUE)
