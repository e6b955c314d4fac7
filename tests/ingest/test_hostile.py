"""Text that a grammar could take exponential time over is read at once; what cannot be is not stated."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.graph.export.gold import gold_form
from netgov.ingest.pipeline import build_batch, make_nlp
from netgov.ingest.readers.files import source_from_text

_FIELD = "ITU-T SG13 approved Recommendation ITU-T Y.3001. "


@pytest.fixture(scope="module")
def nlp() -> Language:
    return make_nlp()


def _read(text: str, nlp: Language) -> set[tuple[str, str]]:
    graph = gold_form(build_batch(source_from_text(text, "note"), nlp))
    return {(relation["type"], relation["target"][1]) for relation in graph["relations"]}


@pytest.mark.parametrize(
    "hostile",
    [
        "ITU-T SG13 " + "also " * 60 + "x developed Recommendation ITU-T Y.3002.",
        "ITU-T SG13 approved " + "revision " * 60 + "zebra Y.3002.",
        "ITU-T SG13 liaised with " + "organisations " * 60 + "zebra IETF.",
        "A-" + "A" * 80 + "!",
        "Q" * 20000,
        "A" + " " * 20000 + "B",
        "Resolution 2 (" * 2000,
        "The “Report. A “" * 2000,
        "UNESCO contributed " + "data to the report " * 1000,
        "Questions 1 to 9 to " * 1000,
        "new " * 5000 + "Recommendation",
        "ITU-T SG13 liaised with IETF on quality and " * 500,
    ],
    ids=lambda text: text[:24],
)
def test_repetition_is_no_burden(hostile: str, nlp: Language) -> None:
    """An exponential search would not end; here the statement before it must come out."""
    assert ("APPROVED", "ITU-T Y.3001") in _read(f"{_FIELD}\n{hostile}", nlp)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("ITU-T SG13 has neither approved nor discussed Recommendation ITU-T Y.3003.", "APPROVED"),
        ("ITU-T SG13 has stopped collaborating with W3C.", "COLLABORATES_WITH"),
        ("The workshop on “Digital Skills” was not held in Paris, France, on 3 May 2019.", "HELD_IN"),
        ("The workshop on “Digital Skills” in Paris, France, on 3 May 2019 was cancelled.", "HELD_IN"),
    ],
)
def test_what_is_denied_is_not_stated(text: str, denied: str, nlp: Language) -> None:
    assert denied not in {kind for kind, _ in _read(text, nlp)}


def test_an_event_does_not_begin_in_the_sentence_before(nlp: Language) -> None:
    text = "The study group met in Geneva. Workshop on Smart Cities was held in Rome, Italy, on 5 May 2017."
    assert ("HELD_IN", "Geneva, CH") not in _read(text, nlp)
