"""Texts that cite texts."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

J = "ITU-T J.1600"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Recommendation {J} builds on ITU-T J.1000.", {(J, "ITU-T J.1000")}, id="builds on"),
        pytest.param(
            f"{J} is derived from ITU-T J.1000, and from Directive 2014/53/EU.",
            {(J, "ITU-T J.1000"), (J, "Directive 2014/53/EU")},
            id="derived from two",
        ),
        pytest.param(
            f"ITU-T SG9 approved {J}. The latter relies on ETSI TS 103 744.",
            {(J, "ETSI TS 103 744")},
            id="pronoun of the sentence before",
        ),
        pytest.param(
            f"{J}, which draws on ITU-T J.1000, was approved by SG9.", {(J, "ITU-T J.1000")}, id="relative clause"
        ),
        pytest.param(f"ITU-T J.1000, on which {J} is based, remains in force.", {(J, "ITU-T J.1000")}, id="on which"),
        pytest.param(f"ITU-T J.1000 is cited in {J}.", {(J, "ITU-T J.1000")}, id="passive"),
        pytest.param(f"ITU-T J.1000 forms the basis of {J}.", {(J, "ITU-T J.1000")}, id="basis"),
        pytest.param(f"{J} itself makes use of ITU-T J.1000.", {(J, "ITU-T J.1000")}, id="itself"),
        pytest.param(f"{J} and ITU-T J.1000 are both in force.", set(), id="side by side"),
        pytest.param(
            "In keeping with ITU-T J.1000, tests were repeated.", {("note", "ITU-T J.1000")}, id="of the document"
        ),
        pytest.param(
            f"SG9-TD12 refers to {J}, on cables.", {("SG9-TD12", J), ("note", "SG9-TD12")}, id="of a contribution"
        ),
        pytest.param(
            f"In SG9-C12, Japan proposed that {J} be used.", {("SG9-C12", J), ("note", "SG9-C12")}, id="said in it"
        ),
        pytest.param(
            "This responds to WTSA Resolution 70, on access, and to WTSA Resolution 78.",
            {("note", "WTSA Resolution 70"), ("note", "WTSA Resolution 78")},
            id="with what it is on",
        ),
        pytest.param("Under this plan BDT published “The Seas”.", set(), id="published under a plan"),
        pytest.param("See Doc. 5D/1078.", {("note", "5D/1078")}, id="a document"),
        pytest.param(
            "References: WTSA Resolution 70 and SG9-TD12.",
            {("note", "WTSA Resolution 70"), ("note", "SG9-TD12")},
            id="cover",
        ),
    ],
)
def test_what_is_cited(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert statements(read(text), "REFERENCES") == {("REFERENCES", *pair) for pair in expected}


def test_activities_that_another_document_reports(read: Read) -> None:
    found = statements(read("Activities under PP Resolution 70 are reported in Document C24/6."), "REPORTS_ON")
    assert found == {("REPORTS_ON", "C24/6", "PP Resolution 70")}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        pytest.param("that Recommendation ITU-T X.290 gives a method;", {"ITU-T X.290"}, id="a text"),
        pytest.param("the conclusions of WTDC-17;", {"WTDC-17"}, id="conclusions"),
        pytest.param("that ITU-T SG9, which is responsible for ITU-T J.1, met;", set(), id="what a body looks after"),
        pytest.param("to report on the outcomes of its work to WTDC-17;", set(), id="to whom it is sent"),
    ],
)
def test_what_clauses_cite(read: Read, clause: str, expected: set[str]) -> None:
    head = "RESOLUTION 98 (Geneva, 2022)\nThe World Telecommunication Standardization Assembly (Geneva, 2022),\n"
    head += "noting\na)\t"
    found = statements(read(head + clause), "REFERENCES")
    assert {target for _, _, target in found} == expected
