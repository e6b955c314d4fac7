"""The OpenAPI document: what it says is true, and every example in it has an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

from netgov.api.app import create_app
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import PARAMETER_TYPES, load_queries

DOCUMENT: dict[str, Any] = create_app().openapi()
EMPTY = {"facets", "first_seen", "heading", "ordinal", "page", "paragraph", "last_seen", "next", "since", "truncated"}
"""Parts of an answer that may be empty although it says something."""
OPERATIONS = [(path, method, item[method]) for path, item in DOCUMENT["paths"].items() for method in item]


def parameters_of(path: str) -> dict[str, dict[str, Any]]:
    """Parameters of a GET route, by name."""
    return {item["name"]: item for item in DOCUMENT["paths"][path]["get"].get("parameters", [])}


def references(value: Any) -> Iterator[str]:
    """Every $ref in a part of the document."""
    if isinstance(value, dict):
        yield from ([value["$ref"]] if "$ref" in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from references(item)


def test_the_routes_are_the_promised_ones() -> None:
    fixed = {"/queries", "/cypher", "/entities", "/documents", "/health", "/ready", "/extract", "/changes"}
    fixed |= {"/entities/{label}", "/entities/{label}/neighbours", "/statements", "/statements/{id}"}
    fixed |= {"/export/{format}", "/export/{format}/{query}", "/context.jsonld"}
    fixed |= {"/documents/{key}/passages", "/ontology", "/passages", "/quality", "/search"}
    assert DOCUMENT["paths"].keys() == fixed | {f"/queries/{name}" for name in load_queries()}


def test_every_reference_leads_somewhere() -> None:
    found = set(references(DOCUMENT))
    assert found
    for reference in found:
        assert reference.removeprefix("#/components/schemas/") in DOCUMENT["components"]["schemas"]


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)


def test_every_operation_declares_its_problems() -> None:
    for path, _, operation in OPERATIONS:
        assert set(operation["responses"]) == {"200", "default"}, path
        assert list(operation["responses"]["default"]["content"]) == ["application/problem+json"]


def test_parameters_of_a_query_are_those_of_its_header() -> None:
    kinds = {
        "string": "string",
        "integer": "integer",
        "float": "number",
        "boolean": "boolean",
        "label": "string",
        "key": "string",
    }
    assert kinds.keys() == PARAMETER_TYPES.keys()
    for query in load_queries().values():
        documented = parameters_of(f"/queries/{query.name}")
        assert set(documented) == {item.name for item in query.parameters} | {"limit", "format", "version"}
        for item in query.parameters:
            schema = documented[item.name]["schema"]
            assert documented[item.name]["required"] is item.required
            assert schema.get("type", schema.get("anyOf", [{}])[0].get("type")) == kinds[item.type]
            assert schema.get("default") == item.default


def test_the_labels_are_those_of_the_ontology() -> None:
    for path in ("/entities", "/queries/evidence"):
        assert parameters_of(path)["label"]["schema"]["enum"] == list(ONTOLOGY.nodes)


def test_every_example_has_an_answer(client: TestClient) -> None:
    without = set()
    for path, _, operation in (item for item in OPERATIONS if item[1] == "get"):
        parameters = operation.get("parameters", [])
        if any(item["required"] and "examples" not in item["schema"] for item in parameters):
            without.add(path)
            continue
        shown = [item for item in parameters if "examples" in item["schema"]]
        examples = {item["name"]: item["schema"]["examples"][0] for item in shown}
        in_path = {item["name"]: quote(str(examples.pop(item["name"]))) for item in shown if item["in"] == "path"}
        response = client.get(path.format(**in_path), params=examples)
        assert response.status_code == 200, response.text
        if response.headers["content-type"] != "application/json":
            assert response.content, path
            continue
        answer = response.json()
        if path.startswith("/queries/"):  # that its example finds something is tested on the sample reports
            assert answer["columns"] and answer["searched"]["documents"], path
            continue
        assert answer if isinstance(answer, list) else all(answer[name] for name in answer if name not in EMPTY), path
    assert without == {"/statements/{id}"}  # an id is that of a statement of the reader's own graph


def test_the_example_text_can_be_extracted(client: TestClient) -> None:
    properties = DOCUMENT["components"]["schemas"]["Text"]["properties"]
    response = client.post("/extract", json={name: item["examples"][0] for name, item in properties.items()})
    assert response.status_code == 200, response.text
    assert {item["type"] for item in response.json()["relations"]} >= {"LIAISED_WITH", "APPROVED"}


def test_the_interactive_pages_are_there(client: TestClient) -> None:
    assert client.get("/docs").status_code == 200
    assert client.get("/openapi.json").json()["openapi"].startswith("3.1")
