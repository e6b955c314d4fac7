"""Work on texts where the text is the subject, or a noun says what was done."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements
from tests.ingest.test_rules_work import WORK

SG9, J = "ITU-T SG9", "ITU-T J.1600"
MET = "ITU-T SG9 met in May. "

CASES = [
    pytest.param(f"{J} was consented by SG9 in March.", {("CONSENTED", SG9, J)}, id="by"),
    pytest.param(
        MET + f"Also determined were {J} and ITU-T J.1601.",
        {("DETERMINED", SG9, J), ("DETERMINED", SG9, "ITU-T J.1601")},
        id="inverted",
    ),
    pytest.param(MET + f"Consent was reached on {J}.", {("CONSENTED", SG9, J)}, id="noun with a light verb"),
    pytest.param(f"Following the approval of {J} by SG9, tests began.", {("APPROVED", SG9, J)}, id="noun of, by"),
    pytest.param(f"SG9’s approval of {J} came late.", {("APPROVED", SG9, J)}, id="possessive"),
    pytest.param(
        f"Recommendation {J}, which draws on ITU-T J.1000, was approved by SG9.",
        {("APPROVED", SG9, J)},
        id="a text within an aside is not meant",
    ),
    pytest.param(
        f"{J}, and ITU-T J.1601, were approved by SG9.",
        {("APPROVED", SG9, J), ("APPROVED", SG9, "ITU-T J.1601")},
        id="commas without an aside",
    ),
    pytest.param(
        MET + f"{J} was approved, and so was ITU-T J.1601.",
        {("APPROVED", SG9, J), ("APPROVED", SG9, "ITU-T J.1601")},
        id="so was",
    ),
    pytest.param(MET + f"It was decided to revise {J}.", {("STARTED", SG9, J)}, id="it was decided to"),
    pytest.param(f"The approval of {J} by SG9 is expected in May.", set(), id="expected"),
    pytest.param(f"{J} was not approved by SG9.", set(), id="not"),
    pytest.param(f"{J} may be approved by SG9.", set(), id="may"),
    pytest.param(MET + f"The approval of {J} was deferred.", set(), id="deferred"),
    pytest.param(MET + f"{J} was approved by the Academy of Nowhere.", set(), id="by someone unknown"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passives(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert statements(read(text), *WORK) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Neither ITU-T L.1 nor ITU-T L.2 was approved by ITU-T SG5.", set(), id="neither"),
        pytest.param("The Corrigendum to ITU-T L.1 was approved by ITU-T SG5.", set(), id="a part without a number"),
        pytest.param("Amendment 2 to ITU-T L.1 was approved by ITU-T SG5.", {"ITU-T L.1 Amd.2"}, id="a part"),
    ],
)
def test_parts_and_denials(read: Read, text: str, expected: set[str]) -> None:
    assert {target for _, _, target in statements(read(text), "APPROVED")} == expected


def test_texts_of_a_group_and_of_a_working_party(read: Read) -> None:
    text = "ITU-T SG5 met. The FG-AN deliverables “Cases” and “Terms” were published."
    assert statements(read(text), "PUBLISHED") == {("PUBLISHED", "FG-AN", "Cases"), ("PUBLISHED", "FG-AN", "Terms")}
    text = "Working Party 5D of ITU-R Study Group 5 is developing Report ITU-R M.2516."
    assert statements(read(text), "DEVELOPS") == {("DEVELOPS", "ITU-R WP5D", "ITU-R M.2516")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU-T SG5 sent ITU-T L.1 and ITU-T L.2 to last call.", {"ITU-T L.1", "ITU-T L.2"}, id="sent"),
        pytest.param("ITU-T SG5 met. ITU-T L.1 was put into Last Call.", {"ITU-T L.1"}, id="was put"),
        pytest.param("ITU-T SG5 may send ITU-T L.1 to last call.", set(), id="may"),
        pytest.param("ITU-T SG5 sent ITU-T L.1 to ITU-T SG9.", set(), id="sent to another"),
    ],
)
def test_last_call(read: Read, text: str, expected: set[str]) -> None:
    assert {target for _, _, target in statements(read(text), "CONSENTED")} == expected
