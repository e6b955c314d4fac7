"""A topic is that of its own partner: where each has one, where they share one, and where they come respectively."""

from __future__ import annotations

import pytest

from netgov.ingest.pipeline import build_batch, make_nlp
from netgov.ingest.readers.files import source_from_text

TOPICS = [
    (
        "ITU-T SG13 liaised with IETF SFC and IETF DetNet on service chains and on bounded delay, respectively.",
        {"IETF SFC": "service chains", "IETF DETNET": "bounded delay"},
    ),
    (
        "Liaison statements were exchanged between ETSI and ITU-T SG12 on call quality, ITU-T SG13 on slicing and on "
        "energy, and ITU-T SG17 on identity.",
        {"ITU-T SG12": "call quality", "ITU-T SG13": "slicing; energy", "ITU-T SG17": "identity"},
    ),
    ("ITU-T SG15 liaised on timing with IETF TICTOC and W3C.", {"IETF TICTOC": "timing", "W3C": "timing"}),
    (
        "ITU-T SG11 liaised with ANSI and GSMA on codecs, and with W3C on identity.",
        {"ANSI": "codecs", "GSMA": "codecs", "W3C": "identity"},
    ),
]


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_each_partner_has_its_own_topic(text: str, topics: dict[str, str]) -> None:
    liaisons = [item for item in build_batch(source_from_text(text, "x"), make_nlp()).statements if "topic" in item.own]
    found = {key: item.own["topic"] for item in liaisons for _, key in (item.source, item.target) if key in topics}
    assert found == topics
