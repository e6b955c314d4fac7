"""Who fills the roles of a verb or noun, whatever form the sentence gives it."""

from __future__ import annotations

import pytest

from netgov.ingest.model.clause import Predication
from tests.ingest.conftest import Predications

SG5, SG9, L = "ITU-T SG5", "ITU-T SG9", "ITU-T L.1600"
SAME = {"subject": [SG5], "object": [L]}


def roles(item: Predication) -> dict[str, list[str]]:
    """The keys of what fills each role."""
    found = {role: [mention.key for phrase in item.role(role) for mention in phrase.mentions] for role in item.roles}
    return {role: keys for role, keys in found.items() if keys}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SG5} approved {L}.", SAME),
        (f"{L} was approved by {SG5}.", SAME),
        (f"{SG5}, which approved {L}, met.", SAME),
        (f"{L}, which {SG5} approved, is short.", SAME),
        (f"{SG5}, the lead group, approved {L}.", SAME),
        (f"The text {L} approved by {SG5} is short.", SAME),
        (f"{SG5}, having approved {L}, met.", SAME),
        (f"{SG5} failed to approve {L}.", SAME),
        (f"TSAG asked {SG5} to approve {L}.", SAME),
        (f"{SG5} met and approved {L}.", SAME),
        (f"{L} was approved by {SG5} and {SG9}.", {"subject": [SG5, SG9], "object": [L]}),
        (f"{SG5} approved {L} and ITU-T L.1601.", {"subject": [SG5], "object": [L, "ITU-T L.1601"]}),
        (f"In Resolution 44, {SG5} approved {L}.", {**SAME, "in": ["PP Resolution 44"]}),
    ],
)
def test_roles_of_a_verb(predications: Predications, text: str, expected: dict[str, list[str]]) -> None:
    (item,) = [item for item in predications(text) if item.lemma == "approve"]
    assert roles(item) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The approval of {L} by {SG5} came late.", {"of": [L], "by": [SG5]}),
        (f"{SG5}’s approval of {L} came late.", {"of": [L], "poss": [SG5]}),
        (f"{SG5} gave its approval to {L}.", {"to": [L], "subject": [SG5]}),
    ],
)
def test_roles_of_a_noun(predications: Predications, text: str, expected: dict[str, list[str]]) -> None:
    (item,) = [item for item in predications(text) if item.lemma == "approval"]
    assert roles(item) == expected


def test_a_noun_knows_the_verb_that_carries_it(predications: Predications) -> None:
    found = predications(f"{SG5} sent a liaison statement to IEC on plugs.")
    (item,) = [item for item in found if item.form == "noun"]
    assert (item.lemma, item.carrier) == ("liaison statement", "send")
    assert roles(item) == {"subject": [SG5], "to": ["IEC"]}
    assert [phrase.head for phrase in item.role("on")] == ["plug"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Representatives of Chile and Peru attended IGF 2019.", ["CL", "PE"]),
        ("A number of bodies, including ISOC and APNIC, attended IGF 2019.", ["ISOC", "APNIC"]),
        ("ISOC, APNIC and LACNIC attended IGF 2019.", ["ISOC", "APNIC", "LACNIC"]),
    ],
)
def test_who_stands_behind_a_noun_that_lets_through(predications: Predications, text: str, who: list[str]) -> None:
    (item,) = [item for item in predications(text) if item.lemma == "attend"]
    assert roles(item) == {"subject": who, "object": ["IGF 2019"]}


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("ITU-T SG5 set up FG-DPM.", ["set_up"]),
        ("ITU-T SG5 co-hosted IGF 2019.", ["co-host"]),
        ("ITU-T SG5 started working on ITU-T L.1600.", ["start"]),
        ("ITU-T SG5 liaises with IEC.", ["liaise"]),
    ],
)
def test_the_word_that_calls_a_frame_up(predications: Predications, text: str, lemmas: list[str]) -> None:
    assert lemmas[0] in [item.lemma for item in predications(text)]


def test_a_clause_that_somebody_said_is_no_main_clause(predications: Predications) -> None:
    found = {item.lemma: item.is_main for item in predications("ISOC said that ITU-T SG5 approved ITU-T L.1600.")}
    assert found == {"say": True, "approve": False}
