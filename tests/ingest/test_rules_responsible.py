"""Who is responsible for what, and work that begins as a work item."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements
from tests.ingest.test_rules_work import WORK

SG9 = "ITU-T SG9"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU-T SG13 leads Question 2/13.", {("ITU-T SG13", "ITU-T Q2/13")}, id="leads"),
        pytest.param("Question 4/13 is led by ITU-T SG13.", {("ITU-T SG13", "ITU-T Q4/13")}, id="led by"),
        pytest.param("ITU-T Q5/13 falls under WP2/13.", {("ITU-T WP2/13", "ITU-T Q5/13")}, id="falls under"),
        pytest.param("ITU-T Question 3/5 was assigned to WP1/5.", {("ITU-T WP1/5", "ITU-T Q3/5")}, id="assigned"),
        pytest.param(
            "Responsibility for ITU-T Questions 6/5 and 7/5 lies with WP2/5.",
            {("ITU-T WP2/5", "ITU-T Q6/5"), ("ITU-T WP2/5", "ITU-T Q7/5")},
            id="lies with",
        ),
        pytest.param("ITU-T SG9 is the lead for ITU-T J.1600.", {(SG9, "ITU-T J.1600")}, id="the lead for"),
        pytest.param(
            "ITU-T J.1601 is under the responsibility of ITU-T SG9.",
            {(SG9, "ITU-T J.1601")},
            id="under the responsibility",
        ),
        pytest.param("ITU-T Q6/17 is the responsibility of WP3/17.", {("ITU-T WP3/17", "ITU-T Q6/17")}, id="is the"),
        pytest.param(
            "WP1/17 (“Security”), chaired by Ms Ann Lee of Broadcom, is responsible for ITU-T Q1/17.",
            {("ITU-T WP1/17", "ITU-T Q1/17")},
            id="aside with another body",
        ),
        pytest.param("ITU-T Q4/5 is in the hands of WP1/5.", {("ITU-T WP1/5", "ITU-T Q4/5")}, id="in the hands of"),
        pytest.param(
            "ITU-T SG9 is responsible for ITU-T Questions 1/9 to 3/9.",
            {(SG9, "ITU-T Q1/9"), (SG9, "ITU-T Q2/9"), (SG9, "ITU-T Q3/9")},
            id="a range",
        ),
        pytest.param("The work of ITU-T SG9 has led to the approval of ITU-T J.1600.", set(), id="led to"),
        pytest.param("ITU-D Questions 1/1 and 2/1 belong to SG1.", set(), id="belong"),
        pytest.param("It was proposed that Question 4/13 be led by ITU-T SG13.", set(), id="proposed"),
        pytest.param("Question 4/13 is not led by ITU-T SG13.", set(), id="not"),
    ],
)
def test_responsibility(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert statements(read(text), "RESPONSIBLE_FOR") == {("RESPONSIBLE_FOR", *pair) for pair in expected}


@pytest.mark.parametrize(
    ("text", "started"),
    [
        pytest.param("ITU-T SG9 created a new work item, J.abc-de.", {"ITU-T J.abc-de"}, id="created"),
        pytest.param(
            "ITU-T SG9 agreed to open new work items J.abc-de and J.abc-fg.",
            {"ITU-T J.abc-de", "ITU-T J.abc-fg"},
            id="to open",
        ),
        pytest.param(
            "New work items J.abc-de and J.abc-fg were agreed by ITU-T SG9.",
            {"ITU-T J.abc-de", "ITU-T J.abc-fg"},
            id="passive",
        ),
        pytest.param("ITU-T SG9 approved new work item J.abc-de.", {"ITU-T J.abc-de"}, id="approved as an item"),
        pytest.param("ITU-T SG9 approved the start of work on J.abc-de.", {"ITU-T J.abc-de"}, id="start of work"),
        pytest.param("ITU-T SG9 gave the green light to new work item J.abc-de.", {"ITU-T J.abc-de"}, id="green light"),
        pytest.param("ITU-T SG9 added J.abc-de to its work programme.", {"ITU-T J.abc-de"}, id="added"),
        pytest.param("Work on J.abc-de has begun in ITU-T SG9.", {"ITU-T J.abc-de"}, id="begun in"),
        pytest.param(
            "A proposal to open new work item J.abc-de was not supported by ITU-T SG9.", set(), id="not supported"
        ),
        pytest.param("ITU-T SG9 may agree new work item J.abc-de.", set(), id="may"),
    ],
)
def test_work_items(read: Read, text: str, started: set[str]) -> None:
    assert statements(read(text), *WORK) == {("STARTED", SG9, key) for key in started}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "BDT published, in partnership with GSMA, “The Global Monitor 2024”.",
            {("PUBLISHED", "BDT", "The Global Monitor 2024")},
            id="aside before the title",
        ),
        pytest.param(
            "“Fair prices”, a handbook, was released by BDT.", {("PUBLISHED", "BDT", "Fair prices")}, id="apposed"
        ),
        pytest.param("ITU-T SG9 keeps its roadmap “Cable” up to date.", {("DEVELOPS", SG9, "Cable")}, id="up to date"),
        pytest.param("The handbook “Wires” is maintained by ITU-T SG9.", {("DEVELOPS", SG9, "Wires")}, id="maintained"),
        pytest.param("BDT plans to publish the handbook “Air”.", set(), id="plans"),
    ],
)
def test_publications(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert statements(read(text), *WORK) == expected
