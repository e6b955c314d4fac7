"""Who holds which office, whatever the order of the person, the office and the body."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("WP1/9, chaired by Mr. Bo Lind of Nokia, met.", {("Bo Lind", "ITU-T WP1/9", "Chairman")}, id="by"),
        pytest.param(
            "JCA-AHF, whose convener is Ms. Ada Quell, met.",
            {("Ada Quell", "JCA-AHF", "convener")},
            id="whose convener",
        ),
        pytest.param("TSAG elected Ms. Ada Quell as its Chair.", {("Ada Quell", "TSAG", "Chair")}, id="elected"),
        pytest.param(
            "Mr. Bo Lind serves as Rapporteur of Q5/15.", {("Bo Lind", "ITU-T SG15", "Rapporteur")}, id="serves as"
        ),
        pytest.param("Mr. Bo Lind was appointed Director of BDT.", {("Bo Lind", "BDT", "Director")}, id="appointed"),
        pytest.param(
            "The meeting thanked Ms. Ada Quell and Mr. Bo Lind, vice-chairmen of SG9.",
            {("Ada Quell", "ITU-T SG9", "vice-chairman"), ("Bo Lind", "ITU-T SG9", "vice-chairman")},
            id="two of them",
        ),
        pytest.param(
            "This note by the APT liaison officer, Mr. Bo Lind, is short.",
            {("Bo Lind", "APT", "liaison officer")},
            id="the body in front",
        ),
        pytest.param(
            "Mr. Bo Lind succeeded Ms. Ada Quell as Chairman of ITU-T SG9.",
            {("Bo Lind", "ITU-T SG9", "Chairman")},
            id="successor",
        ),
        pytest.param(
            "Ms. Ada Quell, Acting Director of TSB, spoke.", {("Ada Quell", "TSB", "Acting Director")}, id="acting"
        ),
        pytest.param(
            "Mr. Bo Lind (Counsellor, ITU-T SG9) assisted.",
            {("Bo Lind", "ITU-T SG9", "Counsellor")},
            id="in parentheses",
        ),
        pytest.param(
            "ITU-T SG9 is co-chaired by Ms. Ada Quell and Mr. Bo Lind.",
            {("Ada Quell", "ITU-T SG9", "Chairman"), ("Bo Lind", "ITU-T SG9", "Chairman")},
            id="co-chaired by two",
        ),
        pytest.param(
            "1.1\tFG-MV met. Mr. Bo Lind, chairman of the focus group, spoke.",
            {("Bo Lind", "FG-MV", "chairman")},
            id="of the focus group",
        ),
    ],
)
def test_offices(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "HOLDS_ROLE", own=("role",))} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Ada Quell was proposed as Chair of TSAG.",
        "Mr. Bo Lind may become Chairman of ITU-T SG9.",
        "Mr. Bo Lind, editor of Recommendation ITU-T Y.4903, spoke for ISOC.",
        "ITU-T SG9 thanked Mr. Bo Lind.",
    ],
)
def test_no_office(read: Read, text: str) -> None:
    assert statements(read(text), "HOLDS_ROLE") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ITU-T SG9 set up FG-XY, with SG9 as its parent. Mr. Bo Lind (Chad) and Ms. Ada Quell (Foo, Mali) were "
            "appointed Co-chairs.",
            {("Bo Lind", "FG-XY"), ("Ada Quell", "FG-XY")},
            id="appointed, of the group before",
        ),
        pytest.param(
            "Mr. Bo Lind was appointed Chairman of ITU-T SG9, and Ms. Ada Quell (Mali) Chairman of ITU-T SG5.",
            {("Bo Lind", "ITU-T SG9"), ("Ada Quell", "ITU-T SG5")},
            id="elided verb",
        ),
        pytest.param(
            "It was led by Mr. Bo Lind, Chairman of ITU-T SG9, and attended by the Vice-chairmen Ms. Ada Quell and "
            "Mr. Cy Noll.",
            {("Bo Lind", "ITU-T SG9"), ("Ada Quell", "ITU-T SG9"), ("Cy Noll", "ITU-T SG9")},
            id="an office behind another",
        ),
        pytest.param(
            "FG-XY, set up under ITU-T SG9, goes on. Under its Chairman, Mr. Bo Lind, it prepared a text.",
            {("Bo Lind", "FG-XY")},
            id="under its chairman",
        ),
        pytest.param("FG-XY met. Mr. Bo Lind was proposed as Chairman.", set(), id="proposed"),
        pytest.param("FG-XY met. Mr. Bo Lind was not elected Chairman.", set(), id="not elected"),
    ],
)
def test_offices_whose_body_stands_elsewhere(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "HOLDS_ROLE")} == expected
