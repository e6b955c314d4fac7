"""The lists of names: what they find, in which spelling, and that a name means one thing."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.ingest.lexicon.gazetteer import LABELS, GazetteerMatcher, is_one_word, load_gazetteer, read_table
from tests.ingest.conftest import Read, names


@pytest.fixture(scope="module")
def matcher(nlp: Language) -> GazetteerMatcher:
    return GazetteerMatcher(nlp, load_gazetteer())


def found(nlp: Language, matcher: GazetteerMatcher, text: str) -> set[tuple[str, str, str]]:
    """(label, key, as printed) of each strong name."""
    return {
        (item.label, item.fields["key"], text[item.start : item.end])
        for item in matcher(nlp.make_doc(text))
        if not item.fields.get("weak")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World Health Organization", ("Organization", "WHO", "World Health Organization")),
        ("the world health organization", ("Organization", "WHO", "world health organization")),
        ("WHO", ("Organization", "WHO", "WHO")),
        ("(AFRINIC)", ("Organization", "AFRINIC", "AFRINIC")),
        ("W3C’s", ("Organization", "W3C", "W3C")),
        ("oneM2M.", ("Organization", "oneM2M", "oneM2M")),
        ("in Kazakhstan,", ("Country", "KZ", "Kazakhstan")),
        ("the Republic of Korea", ("Country", "KR", "Republic of Korea")),
        ("Côte d’Ivoire", ("Country", "CI", "Côte d’Ivoire")),
        ("Côte d'Ivoire", ("Country", "CI", "Côte d'Ivoire")),
        (
            "Tunis Agenda for the Information Society",
            ("Publication", "Tunis Agenda", "Tunis Agenda for the Information Society"),
        ),
        ("TSAG", ("Group", "TSAG", "TSAG")),
        (
            "Telecommunication Standardization Advisory Group",
            ("Group", "TSAG", "Telecommunication Standardization Advisory Group"),
        ),
        ("IETF QUIC", ("Group", "IETF QUIC", "IETF QUIC")),
        ("U4SSC", ("Programme", "U4SSC", "U4SSC")),
        (
            "Telecommunication Standardization Bureau",
            ("Organization", "TSB", "Telecommunication Standardization Bureau"),
        ),
    ],
)
def test_names_are_found(nlp: Language, matcher: GazetteerMatcher, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(nlp, matcher, text)


@pytest.mark.parametrize("text", ["who", "the council decided", "a chad", "WHOM", "IETFX", "itu-t", "an apt name"])
def test_one_word_is_found_only_as_spelled(nlp: Language, matcher: GazetteerMatcher, text: str) -> None:
    assert found(nlp, matcher, text) == set()


def test_every_entry_finds_itself_by_its_name(nlp: Language, matcher: GazetteerMatcher) -> None:
    entries = [entry for entry in load_gazetteer().entries.values() if entry.names]
    text = "\n".join(entry.names[0] for entry in entries)
    refs = {(label, key) for label, key, _ in found(nlp, matcher, text)}
    assert [entry.ref for entry in entries if entry.ref not in refs] == []


def test_entries_say_what_is_known() -> None:
    gazetteer = load_gazetteer()
    known = gazetteer.known(("Organization", "W3C"))
    assert known["kind"] == "sdo" and known["name"] == "World Wide Web Consortium"
    assert gazetteer.known(("Group", "TSAG"))["parent"] == "ITU-T"
    assert gazetteer.known(("Country", "KZ"))["name"] == "Kazakhstan"
    assert gazetteer.known(("Organization", "nothing of the kind")) == {}
    assert len(gazetteer.entries) == sum(len(read_table(table)) for table in LABELS)


def test_a_name_of_one_word_is_told_from_a_phrase() -> None:
    assert is_one_word("Council") and not is_one_word("ITU Council")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Council of Europe met ITU.", {"Council of Europe", "ITU"}, id="the longest name wins"),
        pytest.param("The ITU Council met.", {"ITU Council"}, id="not ITU and Council"),
        pytest.param("The TSB Director spoke.", {"TSB"}, id="an office-holder stands for the office"),
        pytest.param("The Director of the Radiocommunication Bureau spoke.", {"BR"}, id="director of a bureau"),
        pytest.param("the ITU Secretary-General spoke.", {"ITU Secretary-General"}, id="the Secretary-General"),
        pytest.param("ITU Member States decide.", {"ITU Member States"}, id="a constituency"),
    ],
)
def test_the_longest_name_is_read(read: Read, text: str, expected: set[str]) -> None:
    assert {key for label, key, _ in names(read(text)) if label == "Organization"} == expected
