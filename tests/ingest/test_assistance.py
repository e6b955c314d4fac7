"""Who gave assistance to which countries, on what."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

GIVEN = [
    pytest.param(
        "BDT gave technical assistance to Kenya and Togo on spectrum pricing.",
        {("BDT", "KE", "spectrum pricing"), ("BDT", "TG", "spectrum pricing")},
        id="active",
    ),
    pytest.param(
        "Advice was rendered by BDT to Peru on licensing; to Chad on tariffs; and to Fiji on numbering.",
        {("BDT", "PE", "licensing"), ("BDT", "TD", "tariffs"), ("BDT", "FJ", "numbering")},
        id="passive, each with its topic",
    ),
    pytest.param(
        "Upon request, BDT advised Nepal on spectrum refarming.", {("BDT", "NP", "spectrum refarming")}, id="advised"
    ),
    pytest.param(
        "BDT dispatched an expert mission to Samoa on cable landing.",
        {("BDT", "WS", "cable landing")},
        id="sent a mission",
    ),
    pytest.param(
        "Kenya and Togo received advice from BDT on licensing.",
        {("BDT", "KE", "licensing"), ("BDT", "TG", "licensing")},
        id="received",
    ),
    pytest.param("Peru was assisted by BDT in drafting its numbering plan.", {("BDT", "PE")}, id="was assisted"),
    pytest.param(
        "Emergency plans were drawn up with BDT support in Tonga and Vanuatu.",
        {("BDT", "TO"), ("BDT", "VU")},
        id="with the support of",
    ),
    pytest.param("With help from BDT, Fiji adopted a plan.", {("BDT", "FJ")}, id="with help from"),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_assistance(read: Read, text: str, expected: set[tuple[str, ...]]) -> None:
    found = {row[1:] for row in statements(read(text), "ASSISTED", own=("topic",))}
    assert {row[: len(next(iter(expected)))] for row in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("BDT has not assisted Kenya.", id="negated"),
        pytest.param("BDT will assist Kenya on licensing.", id="plan"),
        pytest.param("Kenya asked for assistance from BDT on licensing.", id="asked for"),
        pytest.param("Assistance by BDT to Togo on tariffs is under consideration.", id="pending"),
        pytest.param("BDT was invited to provide assistance to Peru.", id="invited"),
        pytest.param("BDT supported a workshop held in Kenya.", id="a workshop held there"),
        pytest.param("Kenya supported the proposal of BDT.", id="supports a proposal"),
    ],
)
def test_no_assistance_is_stated(read: Read, text: str) -> None:
    assert statements(read(text), "ASSISTED") == set()
