"""Texts under a heading that says what was done to them."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements
from tests.ingest.test_rules_work import WORK

HEAD = "REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex 1\n"
SG5 = "ITU-T SG5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Recommendations approved\nITU-T L.1600 “Cold”\nITU-T L.1601 “Warm”\nAnnex 2\nITU-T L.1602 “Else”",
            {("APPROVED", SG5, "ITU-T L.1600"), ("APPROVED", SG5, "ITU-T L.1601")},
            id="noun and participle, to the next heading",
        ),
        pytest.param(
            "Texts consented by ITU-T SG13\n– ITU-T Y.1602 “Hot”",
            {("CONSENTED", "ITU-T SG13", "ITU-T Y.1602")},
            id="by another",
        ),
        pytest.param(
            "New work items\n\tL.xyz-ab\n\tUse cases\n\tQ1/5", {("STARTED", SG5, "ITU-T L.xyz-ab")}, id="cells in lines"
        ),
        pytest.param(
            "Work items agreed to be started\nL.xyz-ab", {("STARTED", SG5, "ITU-T L.xyz-ab")}, id="to be started"
        ),
        pytest.param(
            "List of determined texts\nITU-T L.1602", {("DETERMINED", SG5, "ITU-T L.1602")}, id="participle first"
        ),
        pytest.param(
            "Draft Recommendations under development\nL.xyz-ab", {("DEVELOPS", SG5, "ITU-T L.xyz-ab")}, id="ongoing"
        ),
        pytest.param("Proposed new work items\nL.xyz-ab", set(), id="proposed"),
        pytest.param("Work items discontinued\nL.xyz-ab", set(), id="discontinued"),
        pytest.param("Recommendations planned for approval\nITU-T L.1604 “Later”", set(), id="planned"),
        pytest.param("Recommendations not approved\nITU-T L.1604 “Later”", set(), id="not"),
        pytest.param("Recommendations approved\nIt follows ITU-T L.1604 closely", set(), id="a text within a line"),
    ],
)
def test_texts_under_a_heading(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert statements(read(HEAD + text), *WORK) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L.xyz-ab\nSupplement to ITU-T L.1000: Use cases",
        "L.xyz-ab: Supplement to ITU-T L.1000",
        "L.xyz-ab (Supplement to L.1000)",
    ],
)
def test_supplement_by_description(read: Read, text: str) -> None:
    found = statements(read("New work items of ITU-T SG5\n" + text), "SUPPLEMENTS")
    assert found == {("SUPPLEMENTS", "ITU-T L.xyz-ab", "ITU-T L.1000")}


def test_no_supplement_without_a_name(read: Read) -> None:
    assert not statements(read("ITU-T L.1200 is old. A Supplement to ITU-T L.1000 is short."), "SUPPLEMENTS")
