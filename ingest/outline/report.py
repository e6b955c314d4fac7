"""A source into a report: its passages, and what its first lines say about it."""

from __future__ import annotations

from pathlib import PurePath

from netgov.ingest.model.blocks import Source
from netgov.ingest.model.outline import Report
from netgov.ingest.outline.front_matter import read_front_matter
from netgov.ingest.outline.passages import segment


def make_report(source: Source) -> Report:
    """Segment a source and read its front matter: the symbol is the key, else the file's stem is."""
    passages = segment(source)
    properties = read_front_matter(passages, source.title)
    return Report(properties.get("symbol") or PurePath(source.name).stem, passages, properties)
