"""Who is a member of what, in the many ways of saying it."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements


@pytest.mark.parametrize(
    ("text", "whole", "members"),
    [
        pytest.param("ISOC and GSMA joined U4SSC in 2019.", "U4SSC", {"ISOC", "GSMA"}, id="joined"),
        pytest.param("U4SSC was joined by ISOC and by Norway.", "U4SSC", {"ISOC", "NO"}, id="joined by"),
        pytest.param("FAO has become a full member of U4SSC.", "U4SSC", {"FAO"}, id="has become"),
        pytest.param("ITU-T SG16 sits on JCA-AHF.", "JCA-AHF", {"ITU-T SG16"}, id="sits on"),
        pytest.param(
            "U4SSC brings together ITU, UNECE and UN-Habitat.", "U4SSC", {"ITU", "UNECE", "UN-Habitat"}, id="together"
        ),
        pytest.param(
            "EQUALS counts GSMA and UN Women among its members.", "EQUALS", {"GSMA", "UN Women"}, id="among its members"
        ),
        pytest.param(
            "Members of EQUALS include GSMA and UN Women.", "EQUALS", {"GSMA", "UN Women"}, id="members include"
        ),
        pytest.param("Among the members of EQUALS are GSMA and Chile.", "EQUALS", {"GSMA", "CL"}, id="inverted"),
        pytest.param(
            "EQUALS has more than 100 members, including GSMA, UNESCO and Chile.",
            "EQUALS",
            {"GSMA", "UNESCO", "CL"},
            id="a count, and some of them",
        ),
        pytest.param(
            "EQUALS welcomed UNESCO and Kenya as new members.", "EQUALS", {"UNESCO", "KE"}, id="welcomed as members"
        ),
        pytest.param("EQUALS, of which UNESCO is a member, grew.", "EQUALS", {"UNESCO"}, id="of which"),
        pytest.param(
            "EQUALS, which UNESCO and GSMA joined, grew.", "EQUALS", {"UNESCO", "GSMA"}, id="which they joined"
        ),
        pytest.param("EQUALS, to which UNESCO also belongs, grew.", "EQUALS", {"UNESCO"}, id="to which"),
        pytest.param("ITU belongs, as do GSMA and WHO, to EQUALS.", "EQUALS", {"ITU", "GSMA", "WHO"}, id="as do"),
        pytest.param("ITU, one of the founding members of EQUALS, spoke.", "EQUALS", {"ITU"}, id="apposition"),
        pytest.param(
            "In the JCA-AHF, ITU-T SG16 and WFD are represented, as is G3ict.",
            "JCA-AHF",
            {"ITU-T SG16", "WFD", "G3ict"},
            id="in which they are represented",
        ),
        pytest.param(
            "1.1\tEQUALS grew.\n1.2\tISOC was admitted to EQUALS; so was APNIC.",
            "EQUALS",
            {"ISOC", "APNIC"},
            id="so was",
        ),
        pytest.param(
            "1.1\tU4SSC grew. The initiative is made up of ITU and UNECE.",
            "U4SSC",
            {"ITU", "UNECE"},
            id="the initiative",
        ),
        pytest.param("1.1\tEQUALS grew. It comprises ITU and GSMA.", "EQUALS", {"ITU", "GSMA"}, id="it comprises"),
        pytest.param(
            "1.1\tEQUALS grew. Its latest members are ITU and GSMA.", "EQUALS", {"ITU", "GSMA"}, id="its members"
        ),
        pytest.param(
            "1.1\tJCA-AHF met. Besides ITU-T SG9 and ISO, WFD takes part in the JCA.",
            "JCA-AHF",
            {"ITU-T SG9", "ISO", "WFD"},
            id="besides",
        ),
    ],
)
def test_members(read: Read, text: str, whole: str, members: set[str]) -> None:
    found = statements(read(text), "MEMBER_OF", own=("status",))
    assert found == {("MEMBER_OF", member, whole, None) for member in members}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("GSMA participates in the work of JCA-AHF as an observer.", {"GSMA": "observer"}, id="as"),
        pytest.param("WIPO has observer status in ICANN GAC.", {"WIPO": "observer"}, id="status"),
        pytest.param(
            "ITU and WIPO, the latter as an observer, take part in ICANN GAC.",
            {"ITU": None, "WIPO": "observer"},
            id="the latter, before the verb",
        ),
        pytest.param(
            "ITU and UPU participate in ICANN GAC, the latter as an observer.",
            {"ITU": None, "UPU": "observer"},
            id="the latter, behind",
        ),
    ],
)
def test_observers(read: Read, text: str, expected: dict[str, str | None]) -> None:
    found = statements(read(text), "MEMBER_OF", own=("status",))
    assert {row[1]: row[3] for row in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "ISOC will join U4SSC.",
        "ISOC was invited to join U4SSC.",
        "ISOC is no longer a member of U4SSC.",
        "ISOC left U4SSC, which GSMA had never joined.",
        "Norway has applied to become a member of U4SSC.",
        "GSMA was not among the members of EQUALS.",
        "EQUALS has no members from UNESCO.",
        "ISOC is a partner of U4SSC.",
        "JCA-IoT and SC&C has five members.",
        "GSMA participated in the meeting of JCA-AHF on 3 May 2019.",
        "FG-DPM works through WG1 and WG2, which ISOC follows.",
        "ETSI may participate in JCA-IMT2020.",
        "ETSI was invited to take part in JCA-IMT2020.",
        "ETSI does not take part in JCA-IMT2020.",
        "ETSI was not admitted to JCA-IMT2020.",
        "ETSI read the report of JCA-IMT2020.",
    ],
)
def test_no_members(read: Read, text: str) -> None:
    assert statements(read(text), "MEMBER_OF") == set()


OF_A_GROUP = [
    pytest.param("ETSI takes part in JCA-IMT2020.", {("ETSI", "JCA-IMT2020", None)}, id="takes part"),
    pytest.param(
        "ETSI and IEEE participate in JCA-IMT2020 as observers.",
        {("ETSI", "JCA-IMT2020", "observer"), ("IEEE", "JCA-IMT2020", "observer")},
        id="observers",
    ),
    pytest.param("IEC was admitted to JCA-IMT2020.", {("IEC", "JCA-IMT2020", None)}, id="was admitted"),
    pytest.param(
        "ETSI takes part, as do IEEE and IEC, in JCA-IMT2020.",
        {("ETSI", "JCA-IMT2020", None), ("IEEE", "JCA-IMT2020", None), ("IEC", "JCA-IMT2020", None)},
        id="as do others",
    ),
    pytest.param(
        "JCA-IMT2020 met in May. Its present members include ETSI, IEEE and IEC.",
        {("ETSI", "JCA-IMT2020", None), ("IEEE", "JCA-IMT2020", None), ("IEC", "JCA-IMT2020", None)},
        id="its members include",
    ),
    pytest.param(
        "JCA-IMT2020, to which ETSI also belongs, met in May.",
        {("ETSI", "JCA-IMT2020", None)},
        id="to which it belongs",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OF_A_GROUP)
def test_members_of_a_group(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert {row[1:] for row in statements(read(text), "MEMBER_OF", own=("status",))} == expected
