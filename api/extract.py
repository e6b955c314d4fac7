"""Extraction from posted text; nothing is kept."""

from __future__ import annotations

from collections import defaultdict
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any, cast

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from netgov.api.dependencies import Config
from netgov.api.models import Entity, Reference, entity_of
from netgov.graph.errors import NetgovError
from netgov.graph.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from netgov.graph.model import Statement
    from netgov.ingest.statements.batch import Extraction

router = APIRouter(tags=["Extraction"])

EXAMPLE = (
    "2.6 ITU-T SG11 liaised with IETF IPPM on Internet performance measurement. "
    "ITU-T SG20 approved Recommendation ITU-T Y.4903/L.1603."
)


class Text(BaseModel):
    """A text to extract from."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(pattern=r"\S", description="plain text; each line is a paragraph", examples=[EXAMPLE])
    name: str = Field("text", pattern=r"[^\s./\\]", max_length=200, description="what to call it", examples=["note"])


class PassageInfo(BaseModel):
    """A numbered paragraph, bullet, clause or table row; every offset points into its text."""

    key: str
    section: str
    heading: str
    text: str


class Occurrence(BaseModel):
    """Where a passage names an entity, in characters."""

    passage: str
    start: int
    end: int
    text: str


class FoundEntity(Entity):
    """An entity, and where the text names it."""

    occurrences: list[Occurrence]


class Relation(BaseModel):
    """A statement of the text, with the sentence that makes it."""

    type: str
    source: Reference
    target: Reference
    properties: dict[str, Any] = Field(description="topic, edition, date and the like, where the text gives them")
    passage: str
    section: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    source_start: int | None = Field(description="where the quote names the source, in characters of it")
    source_end: int | None
    target_start: int | None = Field(description="where the quote names the target")
    target_end: int | None


class Found(BaseModel):
    """What a text says."""

    document: str = Field(description="key of the document that it would be")
    passages: list[PassageInfo]
    entities: list[FoundEntity]
    relations: list[Relation]


class Extractor:
    """The extraction pipeline, built when it is first used.

    It takes one text at a time: spaCy does not promise that its vocabulary can be shared between threads, and the
    work holds Python's lock anyway.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._nlp: Language | None = None

    def extract(self, text: str, name: str) -> Extraction:
        """Read a text as a document of that name; 503 where its model or the frames of the settings are not there."""
        # spaCy takes a second to import, which only this route needs to wait for
        from netgov.ingest.pipeline import extract, make_nlp
        from netgov.ingest.readers.files import source_from_text

        with self._lock:
            try:
                self._nlp = self._nlp or make_nlp(self._settings.model, self._settings.frames)
            except NetgovError as error:
                raise HTTPException(503, str(error)) from error
            return extract(source_from_text(text, name), self._nlp)


async def _extractor(request: Request) -> Extractor:
    return cast(Extractor, request.app.state.extractor)


@router.post("/extract")
def extract_text(text: Text, settings: Config, extractor: Annotated[Extractor, Depends(_extractor)]) -> Found:
    """Entities with their places, and relations with their sentences, of a text that is not kept."""
    if len(text.text) > settings.extract_limit:
        raise HTTPException(413, f"The text has {len(text.text)} characters, more than {settings.extract_limit}.")
    extraction = extractor.extract(text.text, text.name)
    batch = extraction.batch
    occurrences: defaultdict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for item in extraction.mentions:
        place = Occurrence(passage=item.passage, start=item.start, end=item.end, text=item.text)
        occurrences[item.label, item.key].append(place)
    return Found(
        document=batch.document.key,
        passages=[PassageInfo(key=node.key, **_passage_fields(node.properties)) for node in batch.passages],
        entities=[
            FoundEntity(**entity_of(node).model_dump(), occurrences=occurrences[node.label, node.key])
            for node in batch.entities
        ],
        relations=[_relation(statement) for statement in batch.statements],
    )


def _passage_fields(properties: dict[str, Any]) -> dict[str, str]:
    return {name: properties.get(name, "") for name in ("section", "heading", "text")}


def _relation(statement: Statement) -> Relation:
    evidence = {name: value for name, value in vars(statement.evidence).items() if name != "document"}
    source, target = (Reference(label=label, key=key) for label, key in (statement.source, statement.target))
    return Relation(type=statement.type, source=source, target=target, properties=dict(statement.own), **evidence)
