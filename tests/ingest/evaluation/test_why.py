"""Mistakes and their causes, on a report and gold of our own."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from netgov.ingest.evaluation.matching import Key
from netgov.ingest.evaluation.pairs import Pair
from netgov.ingest.evaluation.why import Missed, Mistake, Wrong, find_mistakes, why_wrong
from netgov.ingest.pipeline import extract
from netgov.ingest.readers.files import source_from_text

SG9: Key = ("StudyGroup", "ITU-T SG9")
SG12: Key = ("StudyGroup", "ITU-T SG12")
W3C: Key = ("Organization", "W3C")
ETSI: Key = ("Organization", "ETSI")
KETTLES: Key = ("Organization", "Guild of Kettles")
NOBODY: Key = ("Organization", "Guild of Spoons")
TEXT = """1\tThe kettles of the Guild of Kettles boiled while SG9 of ITU-T and W3C looked on.
2\tNothing happened for a while.
3\tNothing happened again.
4\tETSI was not there. Later it rained.
5\tIt rained on. It rained on. It rained on. ITU-T SG12 sang."""


def relation(kind: str, source: Key, target: Key, quote: str = "") -> dict[str, Any]:
    """A relation in the form of gold."""
    return {"type": kind, "source": list(source), "target": list(target), "quote": quote}


def mistakes(nlp: Language, *relations: dict[str, Any]) -> list[Mistake]:
    """What goes wrong about TEXT where the gold is this."""
    refs = sorted({tuple(item[end]) for item in relations for end in ("source", "target")})
    entities = [{"label": label, "key": key, "aliases": []} for label, key in refs]
    gold = {"document": "note", "entities": entities, "relations": list(relations)}
    return list(find_mistakes(Pair(extract(source_from_text(TEXT, "note"), nlp), gold)))


@pytest.mark.parametrize(
    ("source", "target", "cause"),
    [
        (SG9, W3C, Missed.SENTENCE),
        (SG9, ETSI, Missed.NEAR),
        (W3C, SG12, Missed.FAR),
        (SG9, KETTLES, Missed.OBJECT),
        (KETTLES, W3C, Missed.SUBJECT),
        (KETTLES, KETTLES, Missed.BOTH),
        (SG9, NOBODY, Missed.ABSENT),
    ],
)
def test_a_missed_relation_says_how_far_reading_came(nlp: Language, source: Key, target: Key, cause: Missed) -> None:
    found = mistakes(nlp, relation("MEMBER_OF", source, target, "as printed"))
    (mistake,) = [item for item in found if isinstance(item.cause, Missed)]
    assert (mistake.cause, mistake.document, mistake.sentence) == (cause, "note", "as printed")
    assert mistake.relation == f"MEMBER_OF | {' '.join(source)} | {' '.join(target)}"


def test_the_document_itself_stands_in_every_sentence(nlp: Language) -> None:
    (mistake,) = [
        item
        for item in mistakes(nlp, relation("REFERENCES", ("Document", "note"), SG12))
        if isinstance(item.cause, Missed)
    ]
    assert mistake.cause is Missed.SENTENCE


SENTENCE = "ITU-T SG9 liaised with W3C, and W3C hosts a workshop."


@pytest.mark.parametrize(
    ("gold", "cause"),
    [
        ([relation("LIAISED_WITH", SG12, W3C, "liaised with W3C")], Wrong.SUBJECT),
        ([relation("LIAISED_WITH", ETSI, SG9, SENTENCE)], Wrong.PARTNER),
        ([relation("COLLABORATES_WITH", W3C, SG9, "SG9 liaised with W3C")], Wrong.TYPE),
        ([relation("LIAISED_WITH", SG12, W3C, "In another sentence ITU-T SG12 liaised with W3C.")], Wrong.MODALITY),
        ([relation("ORGANIZED", W3C, ("Event", "workshop"), "W3C hosts a workshop")], Wrong.MODALITY),
        ([], Wrong.MODALITY),
    ],
)
def test_a_wrong_relation_is_held_against_what_its_sentence_states(gold: list[dict[str, Any]], cause: Wrong) -> None:
    assert why_wrong(("LIAISED_WITH", SG9, W3C), SENTENCE, gold) is cause


def test_an_end_that_the_gold_does_not_have_is_a_wrong_name() -> None:
    gold = [relation("LIAISED_WITH", SG9, W3C, SENTENCE)]
    assert why_wrong(("LIAISED_WITH", SG9, ("?", *ETSI)), SENTENCE, gold) is Wrong.NAME


def test_which_end_is_the_subject_matters_where_the_type_goes_one_way() -> None:
    gold = [relation("MEMBER_OF", W3C, ("Group", "A"), SENTENCE)]
    assert why_wrong(("MEMBER_OF", SG9, W3C), SENTENCE, gold) is Wrong.MODALITY


def test_what_was_invented_is_listed_with_its_sentence(nlp: Language) -> None:
    text = "1\tITU-T SG9 liaised with W3C on captions."
    gold = {"document": "note", "entities": [{"label": "StudyGroup", "key": SG9[1]}], "relations": []}
    found = find_mistakes(Pair(extract(source_from_text(text, "note"), nlp), gold))
    (liaison,) = [item for item in found if item.relation.startswith("LIAISED_WITH")]
    assert (liaison.cause, liaison.sentence) == (Wrong.NAME, "ITU-T SG9 liaised with W3C on captions.")
