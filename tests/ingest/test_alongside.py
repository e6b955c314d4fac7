"""Partners in other places of the sentence: fronted, in relative clauses, as co-organizers, in clauses to continue."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements

SG5_IEC = {("ITU-T SG5", "IEC")}
TIES = [
    ("1.1\tITU-T SG9 met. Together with SCTE and CableLabs, it is revising the text on captions.",
     {("ITU-T SG9", "SCTE"), ("ITU-T SG9", "CableLabs")}),
    ("1.1\tITU-T SG5 met. With IEC, the group continues to coordinate on plugs.", SG5_IEC),
    ("With FAO and the World Bank, BDT published a handbook on seeds.", {("BDT", "FAO"), ("BDT", "World Bank")}),
    ("With IEC on plugs, ITU-T SG5 harmonizes its vocabulary.", SG5_IEC),
    ("With IEC, ITU-T SG5 will host a workshop on plugs in May.", SG5_IEC),
    ("Comments came from IEC, with which ITU-T SG5 coordinates its work on sockets.", SG5_IEC),
    ("ITU-T SG5 sent its draft to IEC, with whom it has cooperated for many years.", SG5_IEC),
    ("ITU-T SG5 and IEC collaborate on earthing.", SG5_IEC),
    ("A forum on plugs was held by BDT in Suva, with UNICEF as co-host.", {("BDT", "UNICEF")}),
    ("IEC has lent its support to ITU-T SG5.", SG5_IEC),
    ("The survey was made by BDT in association with APT, and its results were shared with CITEL.", {("BDT", "APT")}),
    ("BDT has ATU and CTU as partners.", {("BDT", "ATU"), ("BDT", "CTU")}),
    ("BDT is teaming up with UNICEF on schools.", {("BDT", "UNICEF")}),
    ("BDT’s partners in this project include UNDP and FAO.", {("BDT", "UNDP"), ("BDT", "FAO")}),
    ("The Memorandum of Understanding between ITU and UNHCR covers refugees.", {("ITU", "UNHCR")}),
    ("ITU-T SG5, in concert with IEC, reviewed the limits.", SG5_IEC),
    ("BDT published a note in partnership with the Sustainable Cycles Programme (SCYCLE) of UNITAR.",
     {("BDT", "SCYCLE")}),
    ("2.4\tCoordination through liaisons took place between ITU-T SG5 and ETSI on grids. "
     "With IEC, the group continues to cooperate on plugs.", SG5_IEC),
    ("ITU leads the coalition U4SSC, jointly with UNECE.", {("ITU", "UNECE")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_partners_in_other_places(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "COLLABORATES_WITH")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "With Japan and Nepal, BDT discussed the plan.",
        "With the adoption of Resolution 44, ITU-T SG5 cooperates more.",
        "With UNICEF, BDT might organize a forum on plugs.",
        "With IEC, ITU-T SG5 does not cooperate on plugs.",
        "ITU-T SG5 and IEC will collaborate on earthing.",
        "The coordination mechanism of the UN has among its members FAO and WHO.",
        "The course COP is run by BDT and UNICEF.",
        "The cooperation between ITU and IFAD has been discontinued.",
        "ITU-T SG5 works on plugs, in liaison with IEC.",
    ],
)
def test_what_is_no_partner(read: Read, text: str) -> None:
    assert statements(read(text), "COLLABORATES_WITH") == set()


RESOLUTION = "RESOLUTION 44 (Rev. Geneva, 2022)\nOn plugs\nThe World Telecommunication Standardization Assembly,\n"
CONTINUED = [
    ("instructs Study Group 5 of the ITU Telecommunication Standardization Sector\n"
     "1\tto continue working, in collaboration with IEC, on plugs;", SG5_IEC),
    ("instructs ITU-T Study Group 5\n1\tto maintain its cooperation with IEC on plugs;", SG5_IEC),
    ("resolves\n1\tthat ITU-T Study Group 5 shall continue, in coordination with IEC, its work on plugs;", SG5_IEC),
    ("instructs ITU-T Study Group 5\n1\tto seek collaboration with IEC on plugs;", set()),
    ("resolves\n1\tthat ITU-T Study Group 5 shall work with IEC on plugs;", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTINUED)
def test_work_that_a_resolution_lets_continue(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(RESOLUTION + text), "COLLABORATES_WITH")} == expected


RUNS = [
    ("GIGA, which ITU and UNICEF have operated since 2019, connects schools.", {"ITU", "UNICEF"}),
    ("COP, an initiative that BDT has maintained for years, published a note.", {"BDT"}),
    ("ITU and UNICEF’s joint GIGA initiative has mapped schools.", {"ITU", "UNICEF"}),
    ("Through its Connect2Recover programme, ITU supported Malawi.", {"ITU"}),
    ("BDT is in charge of GIGA.", {"BDT"}),
    ("COP is an ITU programme.", {"ITU"}),
    ("EW4All, co-led by WMO and UNDRR, grows.", {"WMO", "UNDRR"}),
    ("The secretariat of U4SSC is provided by ITU.", {"ITU"}),
    ("BDT is not responsible for GIGA.", set()),
    ("COP, which UNICEF praised, published a note.", set()),
    ("COP, which BDT may run again, published a note.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RUNS)
def test_who_runs_in_a_relative_clause(read: Read, text: str, expected: set[str]) -> None:
    assert {row[1] for row in statements(read(text), "RUNS")} == expected


MEMBERS = [
    ("JCA-AHF met in June, with WIPO and ITU-T SG16 taking part as members and UNESCO as an observer.",
     {("WIPO", None), ("ITU-T SG16", None), ("UNESCO", "observer")}),
    ("1.1\tFG-AN met in May. Nokia and GSMA joined it in June.", {("Nokia", None), ("GSMA", None)}),
    ("1.1\tFG-AN met in May. GSMA joined it in June as an observer.", {("GSMA", "observer")}),
    ("1.1\tFG-AN met in May. GSMA has not joined it.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_that_take_part(read: Read, text: str, expected: set[tuple[str, str | None]]) -> None:
    found = statements(read(text), "MEMBER_OF", own=("status",))
    assert {(row[1], row[3]) for row in found} == expected


PARENTS = [
    ("FG-ML5G, set up under ITU-T SG13, met.", ("FG-ML5G", "ITU-T SG13")),
    ("FG-NET-2030, of which ITU-T SG13 is the parent group, met.", ("FG-NET-2030", "ITU-T SG13")),
    ("FG-AN WG1 and WG3 go on.", ("FG-AN WG3", "FG-AN")),
    ("Working Group 2 of FG-AN has finished.", ("FG-AN WG2", "FG-AN")),
    ("ITU-T SG16 met ISO/IEC JTC 1/SC 29 and SC 36.", ("ISO/IEC JTC 1/SC 36", "ISO/IEC JTC 1")),
    ("The Correspondence Group on smart plugs was convened by ITU-T SG5.", None),
    ("The Correspondence Group on smart plugs (convened by ITU-T SG5) met.",
     ("Correspondence Group on smart plugs", "ITU-T SG5")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARENTS)
def test_parents_of_groups(read: Read, text: str, expected: tuple[str, str] | None) -> None:
    found = {row[1:] for row in statements(read(text), "PART_OF")}
    assert expected in found if expected else not any("Correspondence" in str(row[0]) for row in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BDT met the Kenya University of Science and Technology of Nairobi.",
         "Kenya University of Science and Technology of Nairobi"),
        ("BDT met Fraunhofer HHI.", "Fraunhofer HHI"),
    ],
)  # fmt: skip
def test_names_of_universities(read: Read, text: str, expected: str) -> None:
    assert expected in keys(read(text), "Organization")


def test_the_gap_in_standardization_is_no_programme(read: Read) -> None:
    assert keys(read("Resolution 44 (Rev. Geneva, 2022), on bridging the standardization gap"), "Programme") == set()


def test_the_secretary_general_of_others(read: Read) -> None:
    assert "ITU Secretary-General" not in keys(
        read("ITU sent it to the United Nations Secretary-General."), "Organization"
    )


@pytest.mark.parametrize(
    ("text", "is_stated"),
    [
        ("In return, ETSI sent a reply liaison.", True),
        ("ETSI was informed by liaison statement of the results.", True),
        ("By liaison statement, ETSI was told of the results.", True),
        ("ITU-T SG12 and ETSI exchanged liaison statements on speech.", True),
        ("A liaison to ETSI will be prepared for the next meeting.", False),
        ("ETSI has not sent a liaison.", False),
    ],
)
def test_liaisons_from_the_other_side(read: Read, text: str, is_stated: bool) -> None:
    found = statements(read(f"7.1\tITU-T SG12 met in Geneva. {text}"), "LIAISED_WITH")
    assert found == ({("LIAISED_WITH", "ITU-T SG12", "ETSI")} if is_stated else set())


def test_liaisons_from_among_others(read: Read) -> None:
    found = statements(
        read("ITU-T SG12 received liaison statements from, among others, ETSI and ATIS."), "LIAISED_WITH"
    )
    assert {row[2] for row in found} == {"ETSI", "ATIS"}


def test_a_chairmans_report_speaks_of_its_group(read: Read) -> None:
    text = (
        "PROGRESS REPORT OF THE CHAIRMAN OF\nITU-T STUDY GROUP 5\n\n1. Liaisons\n\n"
        "1.1. Liaison statements were sent to IEC on plugs. A liaison to ETSI was drafted but withdrawn.\n"
    )
    assert statements(read(text), "LIAISED_WITH") == {("LIAISED_WITH", "ITU-T SG5", "IEC")}
