"""What the graph can say, and how well it was read."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter

from netgov.graph.ontology import ONTOLOGY

router = APIRouter(tags=["Declarations"])


@router.get("/ontology")
def show_ontology() -> dict[str, Any]:
    """Labels and relationship types with their properties: the whole declaration."""
    return asdict(ONTOLOGY)


@router.get("/quality")
def show_quality() -> dict[str, Any]:
    """The quality card: precision and recall of the extraction on the gold data, by label and relationship type."""
    return _quality_card()


@cache
def _quality_card() -> dict[str, Any]:
    card: dict[str, Any] = json.loads(files("netgov.data").joinpath("quality.json").read_text("utf-8"))
    return card
