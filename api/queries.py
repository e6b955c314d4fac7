"""One route for each named query; its header gives the parameters, the documentation and the examples."""

# Annotations are not postponed here: the model of a route's parameters exists only inside the function that makes it.
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, create_model
from starlette.concurrency import run_in_threadpool

from netgov.api.answer_cache import AnswerCache
from netgov.api.dependencies import (
    MEDIA_TYPES,
    Format,
    FormatParameter,
    LimitParameter,
    format_of,
    limit_of,
    open_store,
)
from netgov.api.formats import TABLE_CONTENT, table_response
from netgov.api.models import ColumnInfo, ParameterInfo, QueryAnswer, QueryInfo, Searched, Unknown
from netgov.api.versions import VersionParameter, at_version
from netgov.graph.answers import Answer, Answerer
from netgov.graph.errors import UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import PARAMETER_TYPES, NamedQuery, Parameter
from netgov.graph.store import Version

READS = 40
"""Questions that are asked of the database at once, by each worker; more wait for their turn."""


@dataclass(frozen=True)
class Asked:
    """How an answer is wanted, whatever the question."""

    version: Version
    limit: int
    format: Format


async def _asked(
    request: Request,
    version: VersionParameter = None,
    limit: LimitParameter = None,
    format: FormatParameter = None,
) -> Asked:
    """One dependency for three: FastAPI takes as long for each as for all else that it does for a request."""
    return Asked(await at_version(request, version), await limit_of(request, limit), await format_of(request, format))


def queries_router(queries: Mapping[str, NamedQuery]) -> APIRouter:
    """Routes of the named queries."""
    router = APIRouter(prefix="/queries", tags=["Queries"])

    @router.get("")
    def list_queries() -> list[QueryInfo]:
        """The questions that can be asked, with their parameters, columns and an example."""
        return [_describe(query) for query in queries.values()]

    for query in queries.values():
        router.add_api_route(
            f"/{query.name}",
            _answering(query),
            response_model=QueryAnswer,
            name=query.name,
            summary=query.title,
            description=_documentation(query),
            responses={200: {"content": TABLE_CONTENT}},
        )

    @router.get("/{name}", include_in_schema=False)
    def unknown(name: str) -> None:
        raise HTTPException(404, str(UnknownName("query", name, queries)))

    return router


def _answering(query: NamedQuery) -> Callable[..., Any]:
    fields: dict[str, Any] = dict(_field(parameter, query.example) for parameter in query.parameters)
    values_model = create_model(f"{query.name}_parameters", **fields)

    async def answer(
        values: Annotated[values_model, Query()],
        asked: Annotated[Asked, Depends(_asked)],
        request: Request,
    ) -> Response:
        given: BaseModel = values
        bound = query.bind(given.model_dump(by_alias=True), limit=asked.limit)
        cache: AnswerCache = request.app.state.answers
        key = (query.name, asked, *bound.items())
        return cache.get(key) or cache.keep(key, await render(request, bound, asked))

    async def render(request: Request, bound: Mapping[str, Any], asked: Asked) -> Response:
        store = await open_store(request)
        answerer: Answerer = request.app.state.answerer
        async with request.app.state.reads:
            rows = await store.read_async(query.cypher, bound, limit=asked.limit)
        complete = partial(answerer.complete, query, bound, rows, asked.version)
        found = complete() if answerer.is_complete(rows, asked.version) else await run_in_threadpool(complete)
        if asked.format != "json":
            columns = [column.name for column in query.columns]
            return table_response(asked.format, query.name, columns, found.rows.rows, _headers(found))
        return _json(query, found, asked.version.number)

    return answer


def _field(parameter: Parameter, example: Mapping[str, object]) -> tuple[str, tuple[Any, Any]]:
    """A parameter as a field; the trailing underscore keeps `with` and the like from clashing with Python."""
    kind: Any = PARAMETER_TYPES[parameter.type]
    optional = not parameter.required and parameter.default is None
    default = ... if parameter.required else parameter.default
    examples = [example[parameter.name]] if parameter.name in example else None
    schema: dict[str, Any] = {"enum": [*ONTOLOGY.nodes]} if parameter.type == "label" else {}
    field = Query(default, alias=parameter.name, description=parameter.doc, examples=examples, json_schema_extra=schema)
    return f"{parameter.name}_", (kind | None if optional else kind, field)


def _documentation(query: NamedQuery) -> str:
    columns = "\n".join(f"- `{column.name}` ({column.type}): {column.doc}" for column in query.columns)
    return f"{query.description}\n\nColumns:\n\n{columns}"


def _describe(query: NamedQuery) -> QueryInfo:
    return QueryInfo(
        name=query.name,
        title=query.title,
        description=query.description,
        parameters=[ParameterInfo(**vars(parameter)) for parameter in query.parameters],
        columns=[ColumnInfo(**vars(column)) for column in query.columns],
        example=dict(query.example),
        url=f"/queries/{query.name}?{urlencode(query.example, quote_via=quote)}",
    )


def _json(query: NamedQuery, answer: Answer, version: int) -> Response:
    """Made into JSON here, once: FastAPI would check the answer against its model before."""
    content = QueryAnswer(
        version=version,
        query=query.name,
        parameters=dict(answer.parameters),
        columns=[column.name for column in query.columns],
        rows=[dict(zip(answer.rows.columns, row, strict=True)) for row in answer.rows.rows],
        truncated=answer.rows.truncated,
        searched=Searched.model_validate(answer.searched),
        unknown=[Unknown.model_validate(item) for item in answer.unknown],
    )
    return Response(content.model_dump_json(), media_type=MEDIA_TYPES["json"])


def _headers(answer: Answer) -> dict[str, str]:
    """What JSON says beside the rows; the period is an ISO 8601 interval, the unknown are names of parameters."""
    searched = answer.searched
    headers = {
        "Netgov-Truncated": json.dumps(answer.rows.truncated),
        "Netgov-Documents": str(searched.documents),
        "Netgov-Undated": str(searched.undated),
    }
    if searched.period_start:
        headers["Netgov-Period"] = f"{searched.period_start}/{searched.period_end}"
    if answer.unknown:
        headers["Netgov-Unknown"] = ", ".join(item.parameter for item in answer.unknown)
    return headers
