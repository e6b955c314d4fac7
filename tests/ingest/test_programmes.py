"""Who runs programmes."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

RUN = [
    pytest.param("BDT manages GIGA.", {("BDT", "GIGA")}, id="manages"),
    pytest.param("BDT has launched the project GIGA.", {("BDT", "GIGA")}, id="has launched"),
    pytest.param("Since 2020 GIGA has been operated by BDT.", {("BDT", "GIGA")}, id="has been operated by"),
    pytest.param(
        "Giga, the school mapping platform maintained by BDT, grew.",
        {("BDT", "GIGA")},
        id="apposition with the article",
    ),
    pytest.param(
        "U4SSC is hosted jointly by ITU, UNECE and UN-Habitat.",
        {("ITU", "U4SSC"), ("UNECE", "U4SSC"), ("UN-Habitat", "U4SSC")},
        id="several",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RUN)
def test_runners(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "RUNS")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "BDT plans to launch GIGA.",
        "BDT does not run GIGA.",
        "BDT was invited to manage GIGA.",
        "GIGA may be operated by BDT.",
        "BDT mentioned GIGA.",
    ],
)
def test_no_runner(read: Read, text: str) -> None:
    assert statements(read(text), "RUNS") == set()
