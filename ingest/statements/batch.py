"""What was read in one document as a batch for the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from netgov.graph import model as graph
from netgov.graph.model import GraphBatch, Node, Ref, Statement
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.model.blocks import Source
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage, Report


@dataclass(frozen=True)
class PlacedMention:
    """A mention with its place: offsets are characters of the passage's text."""

    label: str
    key: str
    passage: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Extraction:
    """What was read in one document: the batch for the graph, and each mention with its offsets."""

    batch: GraphBatch
    mentions: tuple[PlacedMention, ...]


def make_extraction(source: Source, report: Report, doc: Doc) -> Extraction:
    """The contribution of one document that the pipeline has read. Raises InvalidGraph if it breaks the ontology."""
    placed = tuple(_placed(report, mention) for mention in doc._.entities)
    named = [(mention.passage, (mention.label, mention.key)) for mention in placed]
    topics = [(report.passage_at(offset), key) for offset, key in doc._.topics]
    counts = Counter([*named, *((_key(report, passage), ("Topic", key)) for passage, key in topics)])
    batch = GraphBatch(
        document=_document(report, source),
        passages=tuple(_passages(report)),
        entities=(
            *_entities(report, doc._.entities, doc._.statements),
            *(Node("Topic", key, {"name": key}) for key in sorted({key for _, key in topics})),
        ),
        mentions=tuple(graph.Mention(passage, ref, count) for (passage, ref), count in counts.items()),
        statements=doc._.statements,
    )
    return Extraction(batch, placed)


def _document(report: Report, source: Source) -> Node:
    stated = {**report.properties, "sha256": source.sha256, "source": source.name, "media_type": source.media_type}
    return Node("Document", report.key, {"name": report.properties.get("title", report.key)}, stated)


def _passages(report: Report) -> Iterable[Node]:
    for passage in report.passages:
        start, end = report.span(passage)
        properties: dict[str, Any] = {
            "text": report.text[start:end],
            "section": passage.section,
            "heading": passage.heading,
            "ordinal": passage.ordinal,
            "page": passage.page,
            "paragraph": passage.paragraph,
        }
        properties = {name: value for name, value in properties.items() if value or name not in ("page", "paragraph")}
        yield Node("Passage", _key(report, passage), properties)


def _entities(report: Report, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> Iterable[Node]:
    """One node per key: what is known from any of its mentions, what is stated by the first that says so."""
    known: dict[Ref, dict[str, Any]] = {}
    stated: dict[Ref, dict[str, Any]] = {}
    for mention in mentions:
        known.setdefault(mention.ref, dict(mention.known))
        values = stated.setdefault(mention.ref, {})
        for name, value in mention.stated.items():
            if name == "aliases":
                values[name] = sorted(
                    {*values.get(name, []), *value} - {mention.key, *known[mention.ref].get("aliases", [])}
                )
            else:
                values.setdefault(name, value)
    for statement in statements:
        for ref in (statement.source, statement.target):
            if ref not in known and ref != ("Document", report.key):
                known[ref] = {"name": ref[1], **load_gazetteer().known(ref)}
    for ref in known:
        if ref != ("Document", report.key):
            yield Node(*ref, known[ref], {name: value for name, value in stated.get(ref, {}).items() if value})


def _placed(report: Report, mention: Mention) -> PlacedMention:
    passage = report.passage_at(mention.start)
    start, _ = report.span(passage)
    key = _key(report, passage)
    return PlacedMention(
        mention.label,
        mention.key,
        key,
        mention.start - start,
        mention.end - start,
        report.text[mention.start : mention.end],
    )


def _key(report: Report, passage: Passage) -> str:
    return f"{report.key}#{passage.ordinal}"
