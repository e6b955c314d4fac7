"""What the graph can say, and how well it was read."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter

from netgov.api.models import QualityCard
from netgov.graph.ontology import ONTOLOGY

router = APIRouter(tags=["Declarations"])


@router.get("/ontology")
def show_ontology() -> dict[str, Any]:
    """Labels and relationship types with their properties: the whole declaration."""
    return asdict(ONTOLOGY)


@router.get("/quality")
def show_quality() -> QualityCard:
    """The quality card: precision and recall of the extraction by label and relationship type.

    There are figures of several sets of texts; each says what kind of text it is, and whether that had been looked at
    when the grammar was written: only figures of texts that had not tell what to expect of others.
    """
    return _quality_card()


@cache
def _quality_card() -> QualityCard:
    return QualityCard.model_validate_json(files("netgov.data").joinpath("quality.json").read_text("utf-8"))
