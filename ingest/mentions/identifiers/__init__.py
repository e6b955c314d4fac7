"""The grammar of identifiers: numbered bodies, Recommendations, standards, resolutions and documents."""

from __future__ import annotations

from collections.abc import Iterator

from netgov.ingest.mentions.identifiers.bodies import find_numbered_bodies
from netgov.ingest.mentions.identifiers.recommendations import find_recommendations
from netgov.ingest.mentions.identifiers.resolutions import find_resolutions
from netgov.ingest.mentions.identifiers.standards import find_standards
from netgov.ingest.mentions.identifiers.symbols import find_documents
from netgov.ingest.model.names import Name


def find_identifiers(text: str) -> Iterator[Name]:
    """Every identifier of the text, lists member by member; they may overlap."""
    for find in (find_numbered_bodies, find_recommendations, find_documents, find_standards, find_resolutions):
        yield from find(text)
