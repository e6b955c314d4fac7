"""How far a clause stands behind what it says."""

from __future__ import annotations

import pytest

from netgov.ingest.model.clause import Modality
from tests.ingest.conftest import Predications, Read, statements

SAID: dict[Modality, list[str]] = {
    "asserted": [
        "ITU-T SG5 approved ITU-T L.1600.",
        "ITU-T SG5 has since approved ITU-T L.1600.",
        "ITU-T SG5, having approved ITU-T L.1600, met.",
        "As agreed, ITU-T SG5 approved ITU-T L.1600.",
        "The approval of ITU-T L.1600 by ITU-T SG5 came late.",
    ],
    "negated": [
        "ITU-T SG5 has not approved ITU-T L.1600.",
        "ITU-T SG5 never approved ITU-T L.1600.",
        "ITU-T SG5 failed to approve ITU-T L.1600.",
        "ITU-T SG5 declined to approve ITU-T L.1600.",
        "Neither ITU-T SG5 nor ITU-T SG9 approved ITU-T L.1600.",
        "ITU-T SG5 met without the approval of ITU-T L.1600 by ITU-T SG9.",
    ],
    "planned": [
        "ITU-T SG5 will approve ITU-T L.1600.",
        "ITU-T SG5 plans to approve ITU-T L.1600.",
        "ITU-T SG5 is going to approve ITU-T L.1600.",
        "ITU-T SG5 is expected to approve ITU-T L.1600.",
        "ITU-T SG5 agreed to approve ITU-T L.1600.",
        "ITU-T L.1600 is scheduled to be approved by ITU-T SG5.",
    ],
    "possible": [
        "ITU-T SG5 may approve ITU-T L.1600.",
        "ITU-T SG5 could approve ITU-T L.1600.",
        "ITU-T SG5 should approve ITU-T L.1600.",
        "If ITU-T SG5 approves ITU-T L.1600, it closes.",
        "It was proposed that ITU-T SG5 approve ITU-T L.1600.",
        "ITU-T SG5 hopes to approve ITU-T L.1600.",
        "ITU-T SG5 discussed ITU-T L.1600 before approving ITU-T L.1601.",
    ],
    "requested": [
        "TSAG invited ITU-T SG5 to approve ITU-T L.1600.",
        "TSAG asked ITU-T SG5 to approve ITU-T L.1600.",
        "ITU-T SG5 was urged to approve ITU-T L.1600.",
    ],
    "aimed": [
        "ITU-T SG5 met to approve ITU-T L.1600.",
        "A proposal for the approval of ITU-T L.1600 by ITU-T SG5 came.",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_each_kind_of_modality(predications: Predications, kind: Modality, text: str) -> None:
    (found,) = [item.modality for item in predications(text) if item.lemma in ("approve", "approval")]
    assert found == kind


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_only_what_is_asserted_is_stated(read: Read, kind: Modality, text: str) -> None:
    assert bool(statements(read(text), "APPROVED")) == (kind == "asserted")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ITU-T SG5 will meet and approve ITU-T L.1600.", ["planned"]),
        ("ITU-T SG5 did not meet but it approved ITU-T L.1600.", ["asserted"]),
        ("ITU-T SG5 approved ITU-T L.1600 and may approve ITU-T L.1601.", ["asserted", "possible"]),
        ("ITU-T SG5 continues to hope to approve ITU-T L.1600.", ["possible"]),
    ],
)
def test_the_modality_of_clauses_within_and_beside_others(
    predications: Predications, text: str, kinds: list[Modality]
) -> None:
    assert [item.modality for item in predications(text) if item.lemma == "approve"] == kinds


@pytest.mark.parametrize(("verb", "status"), [("organized", None), ("will organize", "planned")])
def test_a_planned_event_is_stated_as_planned(read: Read, verb: str, status: str | None) -> None:
    found = statements(read(f"UNESCO {verb} IGF 2046."), "ORGANIZED", own=("status",))
    assert found == {("ORGANIZED", "UNESCO", "IGF 2046", status)}
