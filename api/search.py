"""Search in names and texts."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from netgov.api.dependencies import Label, Limit, Store
from netgov.api.versions import AtVersion, Versioned
from netgov.graph.search import Hit, search

router = APIRouter(tags=["Search"])

SearchText = Query(
    min_length=1,
    max_length=500,
    description="words of a name or of a text; they may be misspelled, and the last one may be unfinished",
    examples=["IETFF"],
)


class Mark(BaseModel):
    """A part of a text, in characters."""

    start: int
    end: int


class SearchHit(BaseModel):
    """An entity or a passage that was found."""

    label: str
    key: str
    name: str | None
    score: float = Field(description="how well it fits, 0 to 1")
    matched: Literal["key", "name", "title", "alias", "text"] = Field(description="what of it fits best")
    text: str = Field(description="the name that fits, or a snippet of the passage")
    highlights: list[Mark] = Field(description="what in `text` fits the query")
    section: str | None = Field(description="section of the passage")
    start: int = Field(description="where `text` starts in the passage")


class SearchAnswer(Versioned):
    """What was found, best first."""

    query: str
    hits: list[SearchHit]
    truncated: bool = Field(description="whether the limit cut hits off")


@router.get("/search")
def search_all(
    q: Annotated[str, SearchText], store: Store, at: AtVersion, limit: Limit, label: Label = None
) -> SearchAnswer:
    """Entities by key, names, aliases and titles, and passages by their text, best first.

    A word that no name has stands for those that begin with it and those that it resembles: "IETFF", "study grp 15",
    "Resolut". Letters and digits are words of their own: "SG15" is "SG 15". Entities come before passages that fit as
    well. The 100 best candidates among entities and the 50 best among passages are ranked, or with a label 100
    of it.
    """
    hits = search(store, q, label=label, limit=limit + 1)
    found = [_describe(hit) for hit in hits[:limit]]
    return SearchAnswer(version=at.number, query=q, hits=found, truncated=len(hits) > limit)


def _describe(hit: Hit) -> SearchHit:
    return SearchHit(
        label=hit.label,
        key=hit.key,
        name=hit.name,
        score=round(hit.score, 3),
        matched=hit.matched,
        text=hit.text,
        highlights=[Mark(start=start, end=end) for start, end in hit.marks],
        section=hit.section,
        start=hit.start,
    )
