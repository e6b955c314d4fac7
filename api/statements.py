"""Statements with their evidence, one by its id or many by what they say; and what came and went between versions."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from fastapi import APIRouter, HTTPException, Query
from fastapi import Path as PathParameter
from pydantic import BaseModel, Field

from netgov.api.dependencies import Limit, Store
from netgov.api.models import StatementInfo, statement_info
from netgov.api.paging import Cursor, Next
from netgov.api.versions import AtVersion, Versioned, refuse_version
from netgov.graph.changes import find_changes, find_removed
from netgov.graph.errors import UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.statements import START, Filter, find_page, find_statement

router = APIRouter(tags=["Statements"])

Types = Annotated[
    list[Annotated[str, Field(json_schema_extra={"enum": list(ONTOLOGY.statements)})]] | None,
    Query(alias="type", description="only of this type; can be repeated", examples=[["LIAISED_WITH"]]),
]
EndLabel = Annotated[
    str | None,
    Query(
        description="label of that entity, where its key is in use under several",
        json_schema_extra={"enum": list(ONTOLOGY.nodes)},
    ),
]


class Statements(Versioned):
    """Statements, ordered by document, type and id."""

    statements: list[StatementInfo]
    next: Next


class CitedStatement(Versioned):
    """A statement to cite."""

    statement: StatementInfo


class Change(BaseModel):
    """A statement that came or went."""

    action: Literal["added", "removed"]
    version: int = Field(description="the version that did it")
    time: str = Field(description="when that was made")
    statement: StatementInfo


class Changes(Versioned):
    """What leads from version `since` to `version`; once `next` is null, that is the `since` to go on from."""

    since: int
    changes: list[Change]
    next: Next


@router.get("/statements")
def list_statements(
    store: Store,
    at: AtVersion,
    limit: Limit,
    cursor: Cursor,
    types: Types = None,
    source: Annotated[str | None, Query(description="key of the entity that it is about")] = None,
    source_label: EndLabel = None,
    target: Annotated[str | None, Query(description="key of the other entity", examples=["IETF"])] = None,
    target_label: EndLabel = None,
    document: Annotated[str | None, Query(description="key of the document that says so")] = None,
    year: Annotated[
        int | None,
        Query(ge=1, le=9999, description="year of the date that the text gives, else in the document's period or date"),
    ] = None,
    confidence: Annotated[float | None, Query(ge=0, le=1, description="at least so sure")] = None,
) -> Statements:
    """Statements by what they say and who says it, each with its evidence.

    A page may hold fewer than `limit` although there are more: as long as `next` is not null there may be.
    """
    asked = Filter(
        types=statement_types(types),
        source=source,
        source_label=_known(source_label),
        target=target,
        target_label=_known(target_label),
        document=document,
        year=year,
        confidence=confidence,
    )
    after = cast(tuple[str, str, str] | None, cursor.after(str, str, str))
    page = find_page(store, asked, after=after or START, limit=limit)
    found = [statement_info(statement) for statement in page.statements]
    return Statements(version=at.number, statements=found, next=cursor.next(*page.end) if page.end else None)


@router.get("/statements/{id}")
def cite_statement(
    store: Store, at: AtVersion, id: Annotated[str, PathParameter(description="id of the statement")]
) -> CitedStatement:
    """The statement with an id, to cite it: status 410 says that it was removed, 404 that it is not known."""
    if statement := find_statement(store, id):
        return CitedStatement(version=at.number, statement=statement_info(statement))
    for removed in find_removed(store, [id]):
        raise HTTPException(410, f"{removed.properties['document']} no longer says so: the statement {id} was removed.")
    raise HTTPException(404, f"There is no statement {id!r}.")


@router.get("/changes")
def list_changes(
    store: Store,
    at: AtVersion,
    limit: Limit,
    cursor: Cursor,
    since: Annotated[int, Query(ge=0, description="the version that you know", examples=[0])],
) -> Changes:
    """Statements added and removed since a version of the graph; one that came and went again is not among them.

    All pages lead to the version at which the first one was asked for, in `version`. A page may hold fewer than
    `limit` although there are more: as long as `next` is not null there may be.
    """
    if since > at.number:
        raise refuse_version(since, at.number)
    began = cursor.after(int, int, str)
    until, after = (at.number, None) if began is None else (began[0], cast(tuple[int, str], began[1:]))
    page = find_changes(store, since=since, until=until, after=after, limit=limit)
    found = [
        Change(
            action=change.action,
            version=change.version.number,
            time=change.version.time,
            statement=statement_info(change.statement),
        )
        for change in page.changes
    ]
    following = cursor.next(until, *page.end) if page.end else None
    return Changes(version=until, since=since, changes=found, next=following)


def statement_types(given: list[str] | None) -> tuple[str, ...]:
    """The types asked for, each once; all, where none is given. Raises UnknownName."""
    for name in given or ():
        if name not in ONTOLOGY.statements:
            raise UnknownName("type of statement", name, ONTOLOGY.statements)
    return tuple(name for name in ONTOLOGY.statements if name in (given or ONTOLOGY.statements))


def _known(label: str | None) -> str | None:
    return None if label is None else ONTOLOGY.node(label).label
