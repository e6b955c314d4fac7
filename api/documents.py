"""The ingested documents."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import Limit, Store
from api.models import DocumentInfo, Documents, entity_fields

router = APIRouter(tags=["Documents"])

_INGESTED = """
MATCH (document:Document) WHERE document.sha256 IS NOT NULL
WITH document ORDER BY document.key LIMIT $limit
OPTIONAL MATCH (document)-[:HAS_PASSAGE]->(passage)
OPTIONAL MATCH (passage)-[:MENTIONS]->(entity)
WITH document, count(DISTINCT passage) AS passages, count(DISTINCT entity) AS mentioned
RETURN properties(document) AS properties, passages, mentioned ORDER BY document.key
"""


@router.get("/documents")
def list_documents(store: Store, limit: Limit) -> Documents:
    """Ingested documents with their properties; a text that is only cited is an entity, but not among them."""
    rows = store.read(_INGESTED, {"limit": limit + 1}, limit=limit)
    found = [
        DocumentInfo(**entity_fields("Document", properties), passages=passages, mentioned=mentioned)
        for properties, passages, mentioned in rows.rows
    ]
    return Documents(documents=found, truncated=rows.truncated)
