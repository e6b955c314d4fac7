"""Downloads: what arrives is what the command line writes, and what is wrong is told before it begins."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient

from netgov.graph.export.formats import FORMATS
from tests.api.test_problems import problem_of


@pytest.mark.parametrize("format", FORMATS)
def test_the_graph_is_a_download_in_every_format(client: TestClient, format: str) -> None:
    answer = client.get(f"/export/{format}")
    form = FORMATS[format]
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == form.media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="netgov.{form.suffix}"'
    assert answer.content == client.get(f"/export/{format}").content
    if form.zipped:
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert {f"nodes.{format}", f"relationships.{format}"} <= set(names)
    else:
        assert "ITU-T SG11" in answer.text


def test_a_document_and_the_answer_to_a_query_are_downloads(client: TestClient) -> None:
    part = client.get("/export/graphml", params={"document": "C20/33"})
    assert "C20/33" in part.text
    assert "C18/33" not in part.text
    url = "/export/csv/liaisons?param=with=IETF"
    assert client.get(url).text == client.get("/queries/liaisons", params={"with": "IETF", "format": "csv"}).text


@pytest.mark.parametrize(
    ("url", "status", "detail"),
    [
        ("/export/csv?document=C19/33", 422, "There is no document 'C19/33'"),
        ("/export/csv/liasons", 422, "There is no query 'liasons'. Did you mean liaisons"),
        ("/export/csv/approvals", 400, "The query approvals needs the parameter body"),
        ("/export/csv/liaisons?param=with", 400, "'with' is not written NAME=VALUE"),
        ("/export/jsonld/liaisons", 422, "path.format"),
        ("/export/xml", 422, "path.format"),
        ("/export/csv?limit=1", 422, "There is no parameter 'limit'"),
    ],
)
def test_what_is_wrong_is_a_problem(client: TestClient, url: str, status: int, detail: str) -> None:
    assert detail in problem_of(client.get(url), status)["detail"]


def test_the_context_is_that_of_the_export(client: TestClient) -> None:
    served = client.get("/context.jsonld")
    assert served.headers["content-type"] == "application/ld+json"
    assert served.json()["@context"] == json.loads(client.get("/export/jsonld").text)["@context"]
