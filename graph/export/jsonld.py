"""JSON-LD: entities in the terms of schema.org, statements as entities of PROV-O that are quoted from a passage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import quote

from netgov.graph.export.columns import NODE_COLUMNS, RELATIONSHIP_COLUMNS
from netgov.graph.export.files import File, encode
from netgov.graph.model import Ref
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.scan import NodeRecord, RelationshipRecord, Scan

VOCABULARY = "urn:netgov:vocabulary:"
"""What schema.org and PROV-O have no word for; docs/ontology.md says what it means."""
CLASSES = {
    "Document": "schema:DigitalDocument",
    "Passage": "schema:CreativeWork",
    "Resolution": "schema:Legislation",
    "Edition": "schema:CreativeWork",
    "Recommendation": "schema:TechArticle",
    "Publication": "schema:CreativeWork",
    "StudyGroup": "schema:Organization",
    "Group": "schema:Organization",
    "Organization": "schema:Organization",
    "Country": "schema:Country",
    "Place": "schema:Place",
    "Event": "schema:Event",
    "Person": "schema:Person",
    "Programme": "schema:Project",
    "Topic": "schema:DefinedTerm",
}
"""The class of schema.org that a label is a kind of; a Question has none."""
TERMS = {
    "key": "schema:identifier",
    "name": "schema:name",
    "aliases": "schema:alternateName",
    "title": "schema:headline",
    "text": "schema:text",
    "ordinal": "schema:position",
    "page": "schema:pageStart",
    "media_type": "schema:encodingFormat",
    "homepage": "schema:url",
    "url": "schema:url",
    "start_date": "schema:startDate",
    "end_date": "schema:endDate",
    "role": "schema:roleName",
    "quote": "prov:value",
    "HAS_PASSAGE": "schema:hasPart",
    "MENTIONS": "schema:mentions",
    "ABOUT": "schema:about",
    "HELD_IN": "schema:location",
    "MEMBER_OF": "schema:memberOf",
}
"""Properties and relationship types that have a word of schema.org or PROV-O; the others are of netgov's vocabulary."""


def context() -> dict[str, Any]:
    """The context: what each name in the export means."""
    terms: dict[str, Any] = {name: TERMS.get(name, f"netgov:{name}") for name in NODE_COLUMNS | RELATIONSHIP_COLUMNS}
    types = {name: {"@id": TERMS.get(name, f"netgov:{name}"), "@type": "@id"} for name in ONTOLOGY.relations}
    evidence = {
        "subject": {"@id": "rdf:subject", "@type": "@id"},
        "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
        "object": {"@id": "rdf:object", "@type": "@id"},
        "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
        "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    }
    return {
        "netgov": {"@id": VOCABULARY, "@prefix": True},
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "schema": "https://schema.org/",
        **terms,
        **types,
        **evidence,
    }


def write(scan: Scan) -> Iterator[File]:
    """One file, the context in it."""
    yield "graph.jsonld", encode(_lines(scan))


def _lines(scan: Scan) -> Iterator[str]:
    yield '{"@context": ' + json.dumps(context()) + ',\n"@graph": [\n'
    separator = ""
    for item in chain(map(_entity, scan.nodes()), chain.from_iterable(map(_relationship, scan.relationships()))):
        yield separator + json.dumps(item, ensure_ascii=False, sort_keys=True)
        separator = ",\n"
    yield "\n]}\n"


def _entity(node: NodeRecord) -> dict[str, Any]:
    types = [f"netgov:{node.label}", *([CLASSES[node.label]] if node.label in CLASSES else [])]
    return {"@id": _iri(node.ref), "@type": types, **node.properties}


def _relationship(item: RelationshipRecord) -> Iterator[dict[str, Any]]:
    """The bare triple, to follow; and the statement that it rests on, where there is one."""
    yield {"@id": _iri(item.source), item.type: _iri(item.target)}
    if "id" in item.properties:
        yield _statement(item)


def _statement(item: RelationshipRecord) -> dict[str, Any]:
    """A statement as an entity of its own, so that two reports that say the same are two."""
    own = {name: value for name, value in item.properties.items() if name not in ("id", "document", "passage")}
    return {
        "@id": f"urn:netgov:statement:{item.properties['id']}",
        "@type": ["rdf:Statement", "prov:Entity"],
        "subject": _iri(item.source),
        "predicate": item.type,
        "object": _iri(item.target),
        "quotedFrom": _iri(("Passage", item.properties["passage"])),
        "derivedFrom": _iri(("Document", item.properties["document"])),
        **own,
    }


def _iri(ref: Ref) -> str:
    return f"urn:netgov:{ref[0]}:{quote(ref[1], safe='/')}"
