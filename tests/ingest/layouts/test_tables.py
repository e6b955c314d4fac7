"""Tables by their header row, and lists under a lead-in without a verb."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.ingest.layouts.liaison_tables import read_liaison_tables
from netgov.ingest.layouts.tables import (
    read_assistance_lists,
    read_contribution_tables,
    read_counted_texts,
    read_group_lists,
    read_text_tables,
)
from netgov.ingest.model.marked import Setting
from tests.ingest.marking import claims, mark

SG9, EVENT = "ITU-T SG9", "ITU-T SG9 meeting (2021-05-11)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# Incoming liaison statements of ITU-T SG9\nTD 7\tLS from ETSI TC STQ on loudness\nTD 8\tIEC\tLS on plugs",
            {("ETSI TC STQ", "loudness"), ("IEC", "plugs")},
            id="incoming",
        ),
        pytest.param(
            "# Liaison statements sent by ITU-T SG9\nTD 9\tLS/o on captions [to EBU and SMPTE]",
            {("EBU", "captions"), ("SMPTE", "captions")},
            id="outgoing",
        ),
        pytest.param(
            "# Liaison statements of ITU-T SG9\n7\tDraft LS to IEC\n8\tLS to EBU\twithdrawn\n9\tLS to ISO\tdeferred",
            set(),
            id="not sent",
        ),
        pytest.param(
            "! Study group\tLiaised with\tTopic\nITU-T SG9\tSCTE\tset-top boxes",
            {("SCTE", "set-top boxes")},
            id="header row",
        ),
        pytest.param("# Table 2 – Liaisons of ITU-T SG9 with IEC\nNone was sent.", set(), id="a caption"),
        pytest.param("# Liaison officers of ITU-T SG9\nMs Ann Lee\tIEC", set(), id="officers"),
        pytest.param("# Documents of ITU-T SG9\nTD 7\tIEC\tPlugs", set(), id="no liaisons"),
        pytest.param("# Draft liaison statements of ITU-T SG9\nTD 7\tLS to IEC on plugs", set(), id="drafts"),
    ],
)
def test_tables_of_liaisons(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = claims(read_liaison_tables, mark(text, nlp), "topic")
    assert found == {(SG9, "LIAISED_WITH", partner, topic) for partner, topic in expected}


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("Consented", "CONSENTED"),
        ("Consented (AAP)", "CONSENTED"),
        ("Approved", "APPROVED"),
        ("Determined", "DETERMINED"),
        ("Agreed", "AGREED"),
        ("Consent deferred", ""),
        ("Not approved", ""),
        ("For approval", ""),
        ("Withdrawn", ""),
    ],
)
def test_tables_of_texts(nlp: Language, outcome: str, expected: str) -> None:
    text = f"# Texts before ITU-T SG9\n! Rec.\tTitle\tOutcome\nJ.1600\tPlugs, after ITU-T J.1\t{outcome}"
    found = claims(read_text_tables, mark(text, nlp))
    assert found == ({(SG9, expected, "ITU-T J.1600")} if expected else set())


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Recommendations consented: 2 (before: 9)", "CONSENTED"),
        ("New Recommendations approved", "APPROVED"),
        ("Consented Recommendations: 2 at this meeting", "CONSENTED"),
        ("Recommendations for consent: 2", ""),
        ("Recommendations planned: 2", ""),
        ("Recommendations: 2", ""),
    ],
)
def test_counts_over_lists(nlp: Language, lead: str, expected: str) -> None:
    text = f"# Results of the ITU-T SG9 meeting\n> {lead}\n- ITU-T J.1600 “Plugs” (ex J.plug)\n- J.1601, see ITU-T J.1"
    found = claims(read_counted_texts, mark(text, nlp))
    assert found == ({(SG9, expected, f"ITU-T J.{number}") for number in (1600, 1601)} if expected else set())


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The following contributions were considered:", {"Orange", "ZTE", "KR"}),
        ("The following contributions are expected:", set()),
        ("The following documents were noted:", set()),
    ],
)
def test_tables_of_contributions(nlp: Language, lead: str, expected: set[str]) -> None:
    rows = "C12\tOrange (France)\tPlugs\nC13\tZTE, Korea (Rep. of)\tCables of Nokia\nC14\tNokia\tLamps\twithdrawn"
    setting = Setting(("StudyGroup", SG9), ("Event", EVENT))
    found = claims(read_contribution_tables, mark(f"> {lead}\n{rows}", nlp, setting))
    assert found == {(source, "CONTRIBUTED_TO", EVENT) for source in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "BDT assistance in 2019: numbering (Chad, Mali); fibre maps (Fiji).",
            {("TD", "numbering"), ("ML", "numbering"), ("FJ", "fibre maps")},
            id="topics with countries",
        ),
        pytest.param("Countries assisted by BDT: Chad and Fiji.", {("TD", ""), ("FJ", "")}, id="participle"),
        pytest.param("# Countries assisted by BDT\nChad\tnumbering", {("TD", "numbering")}, id="rows"),
        pytest.param("Requests for BDT assistance that are pending: Chad.", set(), id="requests"),
        pytest.param("No assistance by BDT: Chad.", set(), id="none"),
        pytest.param("BDT meetings in 2019: Chad, Fiji.", set(), id="no assistance"),
    ],
)
def test_lists_of_assistance(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = claims(read_assistance_lists, mark(text, nlp), "topic")
    assert found == {("BDT", "ASSISTED", country, topic) for country, topic in expected}


def test_lists_of_groups(nlp: Language) -> None:
    text = "FG-XYZ\tFocus Group on plugs\tset up by TSAG, May 2020\nFG-ABC\tFocus Group on lamps\twelcomed by TSAG"
    assert claims(read_group_lists, mark(text, nlp)) == {("FG-XYZ", "PART_OF", "TSAG")}


def test_an_item_about_a_text_is_no_text_of_the_list(nlp: Language) -> None:
    text = "# ITU-T SG9 results\n> Recommendations consented: 1\n- Consent of J.1600 was postponed\n- J.1601 (deferred)"
    assert claims(read_counted_texts, mark(text, nlp)) == set()
