"""The graph, a document or the answer to a question as a download, sent while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import JSONResponse, StreamingResponse

from netgov.api.dependencies import Store
from netgov.graph.export import jsonld
from netgov.graph.export.files import zipped
from netgov.graph.export.formats import (
    FORMATS,
    ROW_FORMATS,
    FormatName,
    RowFormatName,
    export_graph,
    export_rows,
    query_of,
)
from netgov.graph.queries import read_assignment

router = APIRouter(tags=["Exports"])

BINARY = {"type": "string", "format": "binary"}
OBJECT = {"type": "object"}


def _download_of(media_types: Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """The documentation of a download: of an object where it is JSON, else of bytes."""
    names = [name.split(";")[0] for name in media_types]
    return {200: {"content": {name: {"schema": OBJECT if name.endswith("+json") else BINARY} for name in names}}}


@router.get(
    "/export/{format}",
    response_class=StreamingResponse,
    responses=_download_of(form.media_type for form in FORMATS.values()),
)
def export(
    store: Store,
    format: Annotated[FormatName, Path(description="cypher and parquet can be imported again", examples=["csv"])],
    document: Annotated[str | None, Query(description="only what this document says", examples=["C18/33"])] = None,
) -> Response:
    """The whole graph, or one document of it; csv and parquet are zips of a file of nodes and one of relationships.

    Where the graph is written to meanwhile, the transfer breaks off: what arrives whole is one state of the graph.
    """
    form = FORMATS[format]
    files = export_graph(store, form, document)
    pieces = zipped(files) if form.zipped else (piece for _, content in files for piece in content)
    return _download(pieces, f"netgov.{form.suffix}", form.media_type)


@router.get(
    "/export/{format}/{query}",
    response_class=StreamingResponse,
    responses=_download_of(form.media_type for form in ROW_FORMATS.values()),
)
def export_answer(
    store: Store,
    format: Annotated[RowFormatName, Path(description="what to write the rows as", examples=["csv"])],
    query: Annotated[str, Path(description="name of the question", examples=["liaisons"])],
    param: Annotated[
        list[str] | None, Query(description="NAME=VALUE for the question; can be repeated", examples=["with=IETF"])
    ] = None,
) -> Response:
    """Every row of the answer to a named query, whatever the limits of its own route."""
    values = dict(read_assignment(item) for item in param or [])
    pieces = export_rows(store, format, query_of(query), values)
    return _download(pieces, f"{query}.{format}", ROW_FORMATS[format].media_type)


class JsonLd(JSONResponse):
    """JSON-LD."""

    media_type = FORMATS["jsonld"].media_type


@router.get("/context.jsonld", response_class=JsonLd)
async def context() -> Any:
    """The context of the JSON-LD export: what its names mean in schema.org, PROV-O and netgov's own vocabulary."""
    return JsonLd({"@context": jsonld.context()})


def _download(pieces: Iterator[bytes], name: str, media_type: str) -> StreamingResponse:
    """A response that has begun to be made, so that what is wrong with the request is still told as a problem."""
    first = next(pieces)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(chain((first,), pieces), media_type=media_type, headers=headers)
