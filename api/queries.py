"""One route for each named query; its header gives the parameters, the documentation and the examples."""

# Annotations are not postponed here: the model of a route's parameters exists only inside the function that makes it.
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel, create_model

from api.dependencies import MEDIA_TYPES, AnswerFormat, Limit, Store
from api.formats import TABLE_CONTENT, table_response
from api.models import ColumnInfo, ParameterInfo, QueryAnswer, QueryInfo, Searched, Unknown
from api.versions import AtVersion
from graph.answers import Answer, Answerer
from graph.errors import UnknownName
from graph.ontology import ONTOLOGY
from graph.queries import PARAMETER_TYPES, NamedQuery, Parameter
from graph.store import GraphStore


def queries_router(queries: Mapping[str, NamedQuery]) -> APIRouter:
    """Routes of the named queries."""
    router = APIRouter(prefix="/queries", tags=["Queries"])
    answerer: Callable[[GraphStore], Answerer] = lru_cache(maxsize=1)(Answerer)  # one, since it remembers the coverage

    @router.get("")
    def list_queries() -> list[QueryInfo]:
        """The questions that can be asked, with their parameters, columns and an example."""
        return [_describe(query) for query in queries.values()]

    for query in queries.values():
        router.add_api_route(
            f"/{query.name}",
            _answering(query, answerer),
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


def _answering(query: NamedQuery, answerer: Callable[[GraphStore], Answerer]) -> Callable[..., Any]:
    fields: dict[str, Any] = dict(_field(parameter, query.example) for parameter in query.parameters)
    values_model = create_model(f"{query.name}_parameters", **fields)

    def answer(
        values: Annotated[values_model, Query()],
        store: Store,
        at: AtVersion,
        limit: Limit,
        format: AnswerFormat,
    ) -> Response:
        given: BaseModel = values
        found = answerer(store).ask(query, given.model_dump(by_alias=True), limit=limit, version=at)
        if format != "json":
            columns = [column.name for column in query.columns]
            return table_response(format, query.name, columns, found.rows.rows, _headers(found))
        return _json(query, found, at.number)

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
    """Made into JSON here, once: FastAPI would check the answer against its model, in another thread, before."""
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
    return Response(content.model_dump_json(), media_type=MEDIA_TYPES["json"], headers={"Vary": "Accept"})


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
