"""The graph of the sample reports in data/reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from netgov.graph.model import GraphBatch
from netgov.graph.store import GraphStore, Ingestion
from netgov.ingest.pipeline import build_batch, make_nlp
from netgov.ingest.readers.files import read_source
from tests.engines import ROOT, Engine

PATIENCE = 60.0
"""Seconds that a query may take: on a busy machine Neo4j plans one of many branches for long, once."""


@cache
def report_batches() -> tuple[GraphBatch, ...]:
    """What the sample reports say."""
    nlp = make_nlp()
    return tuple(build_batch(read_source(path), nlp) for path in sorted((ROOT / "data" / "reports").iterdir()))


@contextmanager
def report_store(engine: Engine) -> Iterator[GraphStore]:
    """An engine that holds the sample reports and nothing else."""
    engine.wipe()
    with GraphStore.open(engine.settings.model_copy(update={"query_timeout": PATIENCE})) as store:
        store.apply_schema()
        for batch in report_batches():
            key = batch.document.key
            store.replace_document(batch, Ingestion(key, key, batch.document.properties["sha256"], "test"))
        yield store
