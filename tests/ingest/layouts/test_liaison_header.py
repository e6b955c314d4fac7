"""The heads of liaison statements, in the words that the bodies use for sender, addressees and title."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements

HEADS = [
    ("Source:\tITU-T SG 13\nTo:\t3GPP SA2, ETSI NFV\nCc:\tGSMA\nSubject:\tReply LS on slicing",
     {("3GPP SA2", "slicing"), ("ETSI NFV", "slicing"), ("GSMA", "slicing")}),
    ("Originator: ITU-T SG13\nFor comment by: IEC\nTitle: Liaison statement on plugs", {("IEC", "plugs")}),
    ("LS from: ITU-T SG13\nLS to: IEC, ISO\nTitle: Plugs", {("IEC", "Plugs"), ("ISO", "Plugs")}),
    ("Title: Plugs\nTo: IEC", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_heads_of_liaison_statements(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = statements(read(text), "LIAISED_WITH", own=("topic",))
    assert {(row[2], row[3]) for row in found} == expected


def test_the_country_of_a_ministry_is_no_acronym(read: Read) -> None:
    found = read("BDT met the Federal Ministry for Digital and Transport (Germany).")
    assert keys(found, "Country") == {"DE"}
    assert "Federal Ministry for Digital and Transport" in keys(found, "Organization")


def test_an_initiative_of_three_bodies(read: Read) -> None:
    found = read("The Global Initiative on AI for Health (GI-AI4H) is run by ITU, WHO and WIPO.")
    assert {row[1:] for row in statements(found, "RUNS")} == {
        ("ITU", "GI-AI4H"), ("WHO", "GI-AI4H"), ("WIPO", "GI-AI4H")
    }  # fmt: skip


def test_a_form_addresses_no_one(read: Read) -> None:
    text = "Source: ITU-T Study Group <number>\nFor action to: <e.g. IETF, IEC>\nCc: ISO"
    assert statements(read(text), "LIAISED_WITH") == set()
