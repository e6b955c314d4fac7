"""Texts that a quoted title alone names: by the verb before it, or by its own last word."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("JCA-IMT2020 maintains the “5G standards roadmap”.", {"5G standards roadmap"}, id="maintains"),
        pytest.param("BDT is preparing “Cables for islands” with UNDP.", {"Cables for islands"}, id="preparing"),
        pytest.param("The “Digital Trends Report 2024” is out.", {"Digital Trends Report 2024"}, id="its own word"),
        pytest.param("BDT is developing the “Smart Farm” project.", set(), id="a project"),
        pytest.param("BDT held a workshop on “How to write a roadmap”.", set(), id="a workshop"),
        pytest.param("The “Broadband Report” platform is new.", set(), id="a platform"),
        pytest.param(
            "ITU-T SG3 agreed on a technical report on “Tariffs of cables. It started work on a draft Recommendation "
            "on “Costs of islands”.",
            {"Tariffs of cables"},
            id="a title without its closing mark",
        ),
    ],
)
def test_publications(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Publication") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ITU-T SG9 started new work on “Cables at sea”.", {"draft: Cables at sea"}, id="new work on"),
        pytest.param("ITU-T SG9 opened a work item on “Sea cables”.", {"draft: Sea cables"}, id="work item on"),
        pytest.param("ITU-T SG9 consented “Cables at sea”.", {"draft: Cables at sea"}, id="consented"),
        pytest.param("ITU-T SG9 works on “Cables at sea”.", set(), id="a subject of study"),
    ],
)
def test_drafts(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Recommendation") == expected


def test_what_is_maintained_is_developed(read: Read) -> None:
    found = statements(read("JCA-IMT2020 maintains the “5G standards roadmap”."), "DEVELOPS")
    assert found == {("DEVELOPS", "JCA-IMT2020", "5G standards roadmap")}
