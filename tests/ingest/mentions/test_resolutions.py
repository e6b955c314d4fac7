"""Resolutions, decisions and opinions of all bodies, and the editions named with them."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 135 (Rev. Dubai, 2018) applies.", {"PP Resolution 135"}),
        ("Plenipotentiary Resolution 135 applies.", {"PP Resolution 135"}),
        ("Resolution 135 of the Plenipotentiary Conference applies.", {"PP Resolution 135"}),
        ("Res. 135 (Rev. Antalya, 2006) applies.", {"PP Resolution 135"}),
        ("WTSA Resolution 78 applies.", {"WTSA Resolution 78"}),
        ("WTSA-16 Resolution 78 applies.", {"WTSA Resolution 78"}),
        ("Resolution 78 (Rev. Geneva, 2022) of WTSA applies.", {"WTSA Resolution 78"}),
        ("Resolution 78 of the World Telecommunication Standardization Assembly applies.", {"WTSA Resolution 78"}),
        ("WTDC Resolution 37 applies.", {"WTDC Resolution 37"}),
        ("Resolution 37 (Rev. Hyderabad, 2010) applies.", {"WTDC Resolution 37"}),
        ("Resolution 37 (Rev. Kigali, 2022) applies.", {"WTDC Resolution 37"}),
        ("Resolution ITU-R 54-3 applies.", {"ITU-R Resolution 54"}),
        ("Resolution ITU-R 9 applies.", {"ITU-R Resolution 9"}),
        ("Resolution 229 (Rev. WRC-12) applies.", {"WRC Resolution 229"}),
        ("Resolution 760 (WRC-15) applies.", {"WRC Resolution 760"}),
        ("Council Resolution 1379 applies.", {"Council Resolution 1379"}),
        ("Resolution 1379 applies.", {"Council Resolution 1379"}),
        ("Council Decision 584 applies.", {"Council Decision 584"}),
        ("Decision 584 applies.", {"Council Decision 584"}),
        ("Decision 5 (Rev. Busan, 2014) applies.", {"PP Decision 5"}),
        ("WTPF Opinion 2 (Geneva, 2013) applies.", {"WTPF Opinion 2"}),
        ("Opinion 5 (Geneva, 2013) of the World Telecommunication/ICT Policy Forum applies.", {"WTPF Opinion 5"}),
        ("UNGA Resolution 70/125 applies.", {"UNGA Resolution 70/125"}),
        ("Resolution 70/125 of the United Nations General Assembly applies.", {"UNGA Resolution 70/125"}),
        ("ECOSOC Resolution 2017/21 applies.", {"ECOSOC Resolution 2017/21"}),
        ("A resolution of 720 lines applies.", set()),
        ("The screen has Resolution full HD.", set()),
    ],
)
def test_a_resolution_belongs_to_a_body(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Resolution") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Assembly, in its resolution 72/200, agreed.", {"UNGA Resolution 72/200"}),
        ("See resolution 72/200.", {"UNGA Resolution 72/200"}),
        ("The Human Rights Council adopted its resolution 38/7.", {"HRC Resolution 38/7"}),
        ("Human Rights Council resolution 38/7 applies.", {"HRC Resolution 38/7"}),
        ("ECOSOC resolution 2019/24 applies.", {"ECOSOC Resolution 2019/24"}),
        ("ECC Decision (06)04 applies.", {"ECC Decision (06)04"}),
        ("ISO/IEC JTC 1 Resolution 17 applies.", {"ISO/IEC JTC 1 Resolution 17"}),
        ("Committee of Ministers Resolution (2002)12 applies.", {"Committee of Ministers Resolution (2002)12"}),
        ("CITEL PCC.II/RES. 104 (XXV-15) applies.", {"CITEL PCC.II Resolution 104"}),
        ("APT Resolution 5 applies.", {"APT Resolution 5"}),
        ("Opinion 3 applies.", {"WTPF Opinion 3"}),
        ("The Council adopted Resolution 1372; Decision 600 too.", {"Council Resolution 1372", "Council Decision 600"}),
        (
            "Resolutions 21 and 32 (Rev. Kigali, 2022) of WTDC and PP Resolution 64 apply.",
            {"WTDC Resolution 21", "WTDC Resolution 32", "PP Resolution 64"},
        ),
        ("Decision 676/2002/EC applies, with a resolution 1280/720 of the screen.", set()),
        ("RAG/TDAG decisions apply.", set()),
    ],
)
def test_a_resolution_of_any_body(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Resolution") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resolutions 123, 135 and 139 (Rev. Busan, 2014) apply.",
            {"PP Resolution 123", "PP Resolution 135", "PP Resolution 139"},
        ),
        ("Resolutions 30, 123, and 200 apply.", {"PP Resolution 30", "PP Resolution 123", "PP Resolution 200"}),
        ("WTDC Resolutions 8, 37 and 45 apply.", {"WTDC Resolution 8", "WTDC Resolution 37", "WTDC Resolution 45"}),
        ("Opinions 1 and 6 (Geneva, 2013) of WTPF apply.", {"WTPF Opinion 1", "WTPF Opinion 6"}),
        ("Council Decisions 571 and 584 apply.", {"Council Decision 571", "Council Decision 584"}),
        (
            "Resolution 123 (Rev. Busan, 2014); Resolution 135 (Rev. Busan, 2014), and Resolution 197 (Busan, 2014).",
            {"PP Resolution 123", "PP Resolution 135", "PP Resolution 197"},
        ),
    ],
)
def test_a_list_names_each_member(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Resolution") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 135 (Rev. Dubai, 2018) applies.", {"PP Resolution 135 (Rev. Dubai, 2018)"}),
        ("Resolution 197 (Busan, 2014) applies.", {"PP Resolution 197 (Busan, 2014)"}),
        (
            "Resolution 135 (Rev. Antalya, 2006Guadalajara, 2010) applies.",
            {"PP Resolution 135 (Rev. Antalya, 2006)", "PP Resolution 135 (Rev. Guadalajara, 2010)"},
        ),
        (
            "Resolutions 123 and 139 (Rev. Busan, 2014) apply.",
            {"PP Resolution 123 (Rev. Busan, 2014)", "PP Resolution 139 (Rev. Busan, 2014)"},
        ),
        ("Resolution 760 (WRC-15) applies.", {"WRC Resolution 760 (WRC-15)"}),
        ("Resolution 229 (Rev. WRC-12) applies.", {"WRC Resolution 229 (Rev. WRC-12)"}),
        ("PP Resolution 30 (Rev. Bucharest, 202) applies.", {"PP Resolution 30 (Rev. Bucharest, 2022)"}),
        ("Resolution 135 (see below) applies.", set()),
    ],
)
def test_editions(read: Read, text: str, expected: set[str]) -> None:
    extraction = read(text)
    assert keys(extraction, "Edition") == expected
    works = {(edition, str(edition).split(" (")[0]) for edition in expected}
    assert {(source, target) for _, source, target in statements(extraction, "EDITION_OF")} == works


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("WTSA Resolution 78 applies.\nResolution 78 was revised.", "WTSA Resolution 78", id="same number"),
        pytest.param(
            "WTDC Resolution 37 applies. It and Resolution 37 agree.", "WTDC Resolution 37", id="next sentence"
        ),
    ],
)
def test_a_bare_number_is_the_one_named_before(read: Read, text: str, key: str) -> None:
    assert keys(read(text), "Resolution") == {key}


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        ("The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),", "PP"),
        ("The World Telecommunication Standardization Assembly (Geneva, 2022),", "WTSA"),
        ("The World Telecommunication Development Conference (Kigali, 2022),", "WTDC"),
    ],
)
def test_this_conference_is_the_one_that_adopts(read: Read, opening: str, body: str) -> None:
    text = (
        f"RESOLUTION 90 (Rev. Somewhere, 2014)\nOn cables\n{opening}\nrecalling\na)\tResolution 7 of this conference;"
    )
    assert f"{body} Resolution 7" in keys(read(text), "Resolution")


def test_a_title_belongs_to_its_resolution(read: Read) -> None:
    text = "Resolution 135 (Rev. Dubai, 2018), “ITU’s role in development”, applies."
    (node,) = [node for node in read(text).batch.entities if node.label == "Resolution"]
    assert node.properties["title"] == "ITU’s role in development"
    assert node.properties.items() >= {"body": "PP", "number": "135", "kind": "resolution"}.items()
