"""Texts that speak of texts: reports on resolutions, citations, directives."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "This report summarizes ITU’s activities related to Plenipotentiary Resolution 135 (Rev. Dubai, 2018), "
            "“Development”; and Resolution 197 (Rev. Bucharest, 2022).",
            {("PP Resolution 135", "Rev. Dubai, 2018"), ("PP Resolution 197", "Rev. Bucharest, 2022")},
            id="two resolutions with editions",
        ),
        pytest.param(
            "This document outlines the work done on Resolutions 64 and 70 (Rev. Dubai, 2018).",
            {("PP Resolution 64", "Rev. Dubai, 2018"), ("PP Resolution 70", "Rev. Dubai, 2018")},
            id="elided head",
        ),
        pytest.param(
            "This report describes the work on Resolution 135 (Rev. Antalya, 2006Busan, 2014).",
            {("PP Resolution 135", "Rev. Busan, 2014")},
            id="residue of revision marks",
        ),
        pytest.param("This report covers the work on Resolution 135.", {("PP Resolution 135", None)}, id="no edition"),
        pytest.param("Incidents covered by WTSA Resolution 69 are rare.", set(), id="merely named"),
        pytest.param("Resolution 135 (Rev. Dubai, 2018) speaks of development.", set(), id="of the resolution itself"),
    ],
)
def test_what_a_document_reports_on(read: Read, text: str, expected: set[tuple[str, str | None]]) -> None:
    found = statements(read(text), "REPORTS_ON", own=("edition",))
    assert found == {("REPORTS_ON", "note", key, edition) for key, edition in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Details are found in Document C19/41 and in C19/INF/7.",
            {("note", "C19/41"), ("note", "C19/INF/7")},
            id="documents by symbol",
        ),
        pytest.param(
            "As called for in Resolution 130 (Rev. Dubai, 2018), BDT trains teams.",
            {("note", "PP Resolution 130")},
            id="as called for in",
        ),
        pytest.param(
            "BDT trains teams in accordance with WTDC Resolution 69.",
            {("note", "WTDC Resolution 69")},
            id="in accordance",
        ),
        pytest.param(
            "ITU-T H.870 “Safe listening” describes limits on the basis of Recommendation ITU-T H.862.",
            {("ITU-T H.870", "ITU-T H.862")},
            id="a Recommendation cites",
        ),
        pytest.param("Incidents covered by WTSA Resolution 69 are rare.", set(), id="a resolution named in passing"),
        pytest.param("More is found at https://www.example.org/C19/41.", set(), id="a web page"),
    ],
)
def test_references(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "REFERENCES")} == expected


RESOLUTION = """RESOLUTION 90 (Rev. Buenos Aires, 2017Kigali, 2022)
On cables
The World Telecommunication Development Conference (Kigali, 2022),
recalling
a)\tResolution 64 (Rev. Dubai, 2018) of the Plenipotentiary Conference;
b)\tResolution 37 (Rev. Buenos Aires, 2017) of this conference, and § 35 of the Tunis Agenda;
c)\tthe outcomes of the World Summit on the Information Society;
considering
a)\tthat the Telecommunication Development Bureau (BDT) works closely with ATU on roaming;
b)\tthat many countries have not been helped, and that APT may be invited to help,
resolves
1\tthat ITU shall help;
2\tto invite UNESCO to take part,
instructs the Director of the Telecommunication Development Bureau
1\tto report every year;
2\tto work with ITU-D Study Group 2 on guidelines,
instructs the Secretary-General
to bring this resolution to the attention of the United Nations Secretary-General,
invites Member States and Sector Members
a)\tto contribute;
requests the three Sectors
to co-operate."""
OWN = "WTDC Resolution 90"


def test_a_resolution_names_its_editions(read: Read) -> None:
    extraction = read(RESOLUTION)
    assert {edition for edition in keys(extraction, "Edition") if edition.startswith(OWN)} == {
        f"{OWN} (Rev. Buenos Aires, 2017)",
        f"{OWN} (Rev. Kigali, 2022)",
    }


def test_a_resolution_cites_by_its_clauses(read: Read) -> None:
    found = statements(read(RESOLUTION), "REFERENCES", own=("clause", "edition"))
    assert found == {
        ("REFERENCES", OWN, "PP Resolution 64", "recalling a", "Rev. Dubai, 2018"),
        ("REFERENCES", OWN, "WTDC Resolution 37", "recalling b", "Rev. Buenos Aires, 2017"),
        ("REFERENCES", OWN, "Tunis Agenda", "recalling b", None),
        ("REFERENCES", OWN, "WSIS", "recalling c", None),
    }


def test_a_resolution_directs_whom_its_clauses_address(read: Read) -> None:
    found = {row[2:] for row in statements(read(RESOLUTION), "DIRECTS", own=("verb", "clause"))}
    director = "instructs the Director of the Telecommunication Development Bureau"
    members = "invites Member States and Sector Members a"
    sectors = {(f"ITU-{letter}", "requests", "requests the three Sectors") for letter in "RTD"}
    assert found == sectors | {
        ("ITU", "resolves", "resolves 1"),
        ("UNESCO", "invite", "resolves 2"),
        ("BDT", "instructs", f"{director} 1"),
        ("BDT", "instructs", f"{director} 2"),
        ("ITU Secretary-General", "instructs", "instructs the Secretary-General"),
        ("ITU Member States", "invites", members),
        ("ITU Sector Members", "invites", members),
    }


def test_a_clause_says_what_is_asked_for(read: Read) -> None:
    topics = {row[2:] for row in statements(read(RESOLUTION), "DIRECTS", own=("topic",))}
    assert ("BDT", "to report every year") in topics


def test_a_clause_of_a_resolution_can_state_a_tie(read: Read) -> None:
    found = statements(read(RESOLUTION), "COLLABORATES_WITH", own=("topic",))
    assert found == {("COLLABORATES_WITH", "BDT", "ATU", "roaming")}


def test_a_resolution_can_cite_its_own_earlier_edition(read: Read) -> None:
    text = (
        "RESOLUTION 90 (Rev. Kigali, 2022)\nCables\nThe World Telecommunication Development Conference (Kigali, 2022),"
        "\nrecalling\nResolution 90 (Rev. Dubai, 2014) of this conference,"
    )
    found = statements(read(text), "REFERENCES", own=("edition",))
    assert found == {("REFERENCES", OWN, OWN, "Rev. Dubai, 2014")}


def test_only_a_resolution_directs(read: Read) -> None:
    assert (
        statements(read("1.1\tThe Group invites Member States to contribute.\nITU instructs BDT."), "DIRECTS") == set()
    )


HEAD = RESOLUTION[: RESOLUTION.index("recalling")]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        pytest.param("instructs the Directors of the three Bureaux", {"BR", "TSB", "BDT"}, id="elided heads"),
        pytest.param(
            "instructs the Director of BDT, in close collaboration with the Director of TSB", {"BDT"}, id="an aside"
        ),
        pytest.param(
            "instructs the Director of BDT, in consultation with the Director of TSB, and the Secretary-General",
            {"BDT", "ITU Secretary-General"},
            id="behind an aside",
        ),
        pytest.param(
            "invites Member States, Sector Members and Associates",
            {"ITU Member States", "ITU Sector Members", "ITU Associates"},
            id="constituencies",
        ),
        pytest.param("decides to request ITU-D Study Group 2", {"ITU-D SG2"}, id="decides to request"),
        pytest.param("further invites UNESCO and the ATU", {"UNESCO", "ATU"}, id="further"),
        pytest.param("noting the work of UNESCO", set(), id="no directive"),
    ],
)
def test_whom_a_clause_addresses(read: Read, clause: str, expected: set[str]) -> None:
    found = statements(read(f"{HEAD}{clause}\n1\tto lay cables;\n2\tto report."), "DIRECTS")
    assert {target for _, _, target in found} == expected


def test_where_a_resolution_was_adopted(read: Read) -> None:
    assert ("HELD_IN", "WTDC-22", "Kigali, RW") in statements(read(RESOLUTION), "HELD_IN")


def test_a_line_can_direct_and_ask_at_once(read: Read) -> None:
    text = f"{HEAD}instructs the Director of BDT to work with ATU on cables.\nThe Director of TSB was there."
    found = statements(read(text), "DIRECTS", own=("verb",))
    assert found == {("DIRECTS", OWN, "BDT", "instructs")}
