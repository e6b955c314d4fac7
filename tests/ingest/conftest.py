"""The pipeline, and what it reads in a text, as the tests of extraction compare it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from netgov.ingest.pipeline import make_nlp
from netgov.ingest.readers.files import source_from_text
from netgov.ingest.statements.batch import Extraction, extract

Read = Callable[[str], Extraction]
"""A text through the whole pipeline."""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline, made once: it keeps nothing between documents."""
    return make_nlp()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Read a text as a document of its own, called "note"."""
    return lambda text: extract(source_from_text(text, "note.txt"), nlp)


def statements(extraction: Extraction, *types: str, own: tuple[str, ...] = ()) -> set[tuple[object, ...]]:
    """(type, source key, target key) of each statement of these types, and the values of its properties in `own`."""
    return {
        (item.type, item.source[1], item.target[1], *(item.own.get(name) for name in own))
        for item in extraction.batch.statements
        if not types or item.type in types
    }


def keys(extraction: Extraction, *labels: str) -> set[str]:
    """The keys of the entities that have one of these labels."""
    return {node.key for node in extraction.batch.entities if node.label in labels}


def names(extraction: Extraction) -> list[tuple[str, str, str]]:
    """(label, key, as printed) of each mention, in the order of the text."""
    return [(item.label, item.key, item.text) for item in extraction.mentions]
