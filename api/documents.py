"""The ingested documents and their passages."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, Field

from netgov.api.dependencies import Limit, Store
from netgov.api.models import DocumentInfo, Documents, Reference, StatementInfo, entity_fields, statement_info
from netgov.api.paging import Cursor, Next
from netgov.api.search import Mark
from netgov.api.versions import AtVersion, Versioned
from netgov.graph.passages import AnnotatedPassage, Named, read_passage

router = APIRouter(tags=["Documents"])

_INGESTED = """
MATCH (document:Document) WHERE document.sha256 IS NOT NULL AND document.key > $after
  AND ($kind IS NULL OR document.kind = $kind)
  AND ($year IS NULL OR (left(coalesce(document.period_start, document.date), 4) <= $year
                         AND left(coalesce(document.period_end, document.date), 4) >= $year))
WITH document ORDER BY document.key LIMIT $limit
OPTIONAL MATCH (document)-[:HAS_PASSAGE]->(passage)
OPTIONAL MATCH (passage)-[:MENTIONS]->(entity)
WITH document, count(DISTINCT passage) AS passages, count(DISTINCT entity) AS mentioned
RETURN properties(document) AS properties, passages, mentioned ORDER BY document.key
"""
_DOCUMENT = "MATCH (document:Document {key: $key}) WHERE document.sha256 IS NOT NULL RETURN document.key"
_PASSAGES = """
MATCH (:Document {key: $key})-[:HAS_PASSAGE]->(passage) WHERE passage.ordinal > $after
RETURN properties(passage) AS properties ORDER BY passage.ordinal LIMIT $limit
"""


class PassageText(BaseModel):
    """A numbered paragraph, bullet, clause or table row; every offset points into its text."""

    key: str
    ordinal: int = Field(description="its place in the document, from 0")
    section: str = Field(description="as printed")
    heading: str
    text: str
    page: int | None = Field(description="page of the file, where it has pages")
    paragraph: int | None = Field(description="paragraph or line of the file")


class Passages(Versioned):
    """Passages of a document, in reading order."""

    document: str
    passages: list[PassageText]
    next: Next


class MentionInfo(Reference):
    """An entity that a passage names."""

    name: str | None
    count: int = Field(description="how often the passage names it")
    occurrences: list[Mark] = Field(description="where its names stand; fewer than `count` where the text elides one")


class Passage(PassageText, Versioned):
    """A passage with all that was read in it."""

    document: str
    mentions: list[MentionInfo]
    statements: list[StatementInfo]


@router.get("/documents")
def list_documents(
    store: Store,
    at: AtVersion,
    limit: Limit,
    cursor: Cursor,
    year: Annotated[
        int | None,
        Query(ge=1800, le=2999, description="only those that report on this year or bear it", examples=[2018]),
    ] = None,
    kind: Annotated[str | None, Query(description="only those of this kind")] = None,
) -> Documents:
    """Ingested documents with their properties; a text that is only cited is an entity, but not among them."""
    (after,) = cursor.after(str) or ("",)
    parameters = {"after": after, "kind": kind, "year": None if year is None else str(year), "limit": limit + 1}
    rows = store.read(_INGESTED, parameters, limit=limit)
    found = [
        DocumentInfo(**entity_fields("Document", properties), passages=passages, mentioned=mentioned)
        for properties, passages, mentioned in rows.rows
    ]
    following = cursor.next(found[-1].key) if rows.truncated else None
    return Documents(version=at.number, documents=found, truncated=rows.truncated, next=following)


@router.get("/documents/{key:path}/passages")
def list_passages(
    key: Annotated[str, Path(description="key of the document", examples=["C18/33"])],
    store: Store,
    at: AtVersion,
    limit: Limit,
    cursor: Cursor,
) -> Passages:
    """The passages of an ingested document, in reading order."""
    (after,) = cursor.after(int) or (-1,)
    rows = store.read(_PASSAGES, {"key": key, "after": after, "limit": limit + 1}, limit=limit)
    if not rows.rows and not store.read(_DOCUMENT, {"key": key}, limit=1).rows:
        raise HTTPException(404, f"No document {key!r} was ingested; /documents lists those that were.")
    found = [_passage_text(properties) for (properties,) in rows.rows]
    following = cursor.next(found[-1].ordinal) if rows.truncated else None
    return Passages(version=at.number, document=key, passages=found, next=following)


@router.get("/passages")
def show_passage(
    key: Annotated[str, Query(description="key of the passage: <document key>#<ordinal>", examples=["C18/33#1"])],
    store: Store,
    at: AtVersion,
) -> Passage:
    """A passage with its mentions and statements as offsets, ready to highlight."""
    passage = read_passage(store, key)
    if passage is None:
        raise HTTPException(404, f"There is no passage {key!r}; /documents/{{key}}/passages lists those of a document.")
    return _annotated(passage, at.number)


def _passage_text(properties: dict[str, Any]) -> PassageText:
    return PassageText(**_text_fields(properties))


def _text_fields(properties: dict[str, Any]) -> dict[str, Any]:
    texts = {name: properties.get(name) or "" for name in ("key", "section", "heading", "text")}
    return {**texts, **{name: properties.get(name) for name in ("ordinal", "page", "paragraph")}}


def _annotated(passage: AnnotatedPassage, version: int) -> Passage:
    return Passage(
        version=version,
        **_text_fields(passage.properties),
        document=passage.document,
        mentions=[_mention(named) for named in passage.named],
        statements=[statement_info(stated) for stated in passage.stated],
    )


def _mention(named: Named) -> MentionInfo:
    label, key = named.ref
    occurrences = [Mark(start=start, end=end) for start, end in named.places]
    return MentionInfo(
        label=label, key=key, name=named.properties.get("name"), count=named.count, occurrences=occurrences
    )
