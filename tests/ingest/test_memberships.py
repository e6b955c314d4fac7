"""Which bodies are members of groups and programmes."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

MEMBERS = [
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


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert {row[1:] for row in statements(read(text), "MEMBER_OF", own=("status",))} == expected


@pytest.mark.parametrize(
    "text",
    [
        "ETSI may participate in JCA-IMT2020.",
        "ETSI was invited to take part in JCA-IMT2020.",
        "ETSI does not take part in JCA-IMT2020.",
        "ETSI was not admitted to JCA-IMT2020.",
        "ETSI read the report of JCA-IMT2020.",
    ],
)
def test_no_member(read: Read, text: str) -> None:
    assert statements(read(text), "MEMBER_OF") == set()
