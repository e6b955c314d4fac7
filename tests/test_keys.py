"""Names of Recommendations and editions: text → key, and back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netgov.graph.keys import (
    EditionMark,
    RecommendationName,
    parse_editions,
    parse_recommendations,
    part_name,
    question_key,
    resolution_key,
    study_group_key,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T Y.4903", ["ITU-T Y.4903"]),
        ("Recommendation ITU-T X.509", ["ITU-T X.509"]),
        ("Rec. G.984.3", ["ITU-T G.984.3"]),
        ("Draft Recommendation ITU-T H.870", ["ITU-T H.870"]),
        ("ITU-R BO.600-1", ["ITU-R BO.600"]),
        ("ITU-R M.2083-0", ["ITU-R M.2083"]),
        ("ITU-R M.1457-14", ["ITU-R M.1457"]),
        ("Recommendation ITU-R SNG.771-1", ["ITU-R SNG.771"]),
        ("ITU-T G.780/Y.1351 (2004) Amend. 1", ["ITU-T G.780 Amd.1", "ITU-T Y.1351 Amd.1"]),
        ("ITU-T L.1603/Y.4903", ["ITU-T L.1603", "ITU-T Y.4903"]),
        ("ITU-T Y.1540 (2016) Amd.2", ["ITU-T Y.1540 Amd.2"]),
        ("ITU-T Y.1540 Amendment 2", ["ITU-T Y.1540 Amd.2"]),
        ("ITU-T X.509 Corrigendum 2", ["ITU-T X.509 Cor.2"]),
        ("ITU-T X.509, Corr. 2", ["ITU-T X.509 Cor.2"]),
        ("ITU-T G.729 Annex A", ["ITU-T G.729 Annex A"]),
        ("ITU-T E.156 Suppl. 2", ["ITU-T E.156 Suppl.2"]),
        ("ITU-T E.156 Supplement 2", ["ITU-T E.156 Suppl.2"]),
        ("ITU-T Q.Suppl.71", ["ITU-T Q Suppl.71"]),
        ("ITU-T Q.Supplement 71", ["ITU-T Q Suppl.71"]),
        ("ITU-T G.Imp712", ["ITU-T G.Imp712"]),
        ("ITU-T Q.3630 v.1", ["ITU-T Q.3630"]),
        ("ITU-T J.94 V2", ["ITU-T J.94"]),
        ("ITU-T M.3170-series", ["ITU-T M.3170-series"]),
        ("draft ITU-T Y.dec-IoT-arch", ["ITU-T Y.dec-IoT-arch"]),
        ("draft ITU-T F.AI-DLEMT", ["ITU-T F.AI-DLEMT"]),
        ("ITU-T E.164, ITU-T E.212 and ITU-T Q.708", ["ITU-T E.164", "ITU-T E.212", "ITU-T Q.708"]),
        ("see www.example.org/Y.4903", []),
        ("section 2.4.3 of the report", []),
    ],
)
def test_a_name_is_read_as_its_key(text: str, expected: list[str]) -> None:
    assert [name.key for name in parse_recommendations(text)] == expected


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("ITU-R BO.600-1", "-1"),
        ("ITU-R M.2083-0", "-0"),
        ("ITU-R M.1457-14", "-14"),
        ("ITU-T Q.3630 v.1", "v.1"),
        ("ITU-T G.780 (2004)", "2004"),
        ("ITU-T G.8032 (revised)", "revised"),
        ("ITU-T G.8032", ""),
    ],
)
def test_a_version_mark_is_no_part_of_the_key(text: str, version: str) -> None:
    (name,) = parse_recommendations(text)
    assert name.version == version
    assert version not in name.key or not version


@pytest.mark.parametrize(
    ("text", "kind", "parent"),
    [
        ("ITU-T Y.1540", "recommendation", None),
        ("ITU-T Y.1540 Amd.2", "amendment", "ITU-T Y.1540"),
        ("ITU-T Y.1540 Cor.1", "corrigendum", "ITU-T Y.1540"),
        ("ITU-T G.729 Annex A", "annex", "ITU-T G.729"),
        ("ITU-T E.156 Suppl.2", "supplement", "ITU-T E.156"),
        ("ITU-T H.Suppl.1", "supplement", None),
    ],
)
def test_a_part_knows_its_kind_and_parent(text: str, kind: str, parent: str | None) -> None:
    (name,) = parse_recommendations(text)
    assert name.kind == name.properties["kind"] == kind
    assert (name.parent.key if name.parent else None) == parent


numbers = st.from_regex(r"[1-9]\d{1,3}(\.[1-9]\d?){0,2}", fullmatch=True)
parts = st.sampled_from(["", "Amd.1", "Amd.12", "Cor.3", "Annex A", "Annex F", "Suppl.2"])
itu_t_names = st.builds(
    RecommendationName, st.just("ITU-T"), st.sampled_from("ABDEFGHIJKLMNOPQRSTUVXYZ"), numbers, parts
)
itu_r_names = st.builds(
    RecommendationName,
    st.just("ITU-R"),
    st.sampled_from(["BO", "BS", "BT", "F", "M", "P", "RA", "RS", "S", "SA", "SF", "SM", "SNG", "TF", "V"]),
    st.from_regex(r"[1-9]\d{1,3}", fullmatch=True),
)
series_supplements = st.builds(
    RecommendationName,
    st.just("ITU-T"),
    st.sampled_from("AEGHKLQXY"),
    st.just(""),
    st.integers(1, 99).map(lambda number: f"Suppl.{number}"),
)
provisional_names = st.builds(
    RecommendationName,
    st.just("ITU-T"),
    st.sampled_from("FGHQXY"),
    st.from_regex(r"[a-z]{3,8}(-[A-Za-z]{2,6}){0,3}", fullmatch=True),
)
PREFIXES = ["", "draft ", "Recommendation ", "Rec. ", "(", "“"]
SUFFIXES = ["", ".", ",", " and", ")", "; ", " was approved"]


def _printed(name: RecommendationName) -> str:
    """A supplement to a series is printed with a dot after the series: "ITU-T Q.Suppl.71"."""
    return name.key if name.number else f"{name.sector} {name.series}.{name.part}"


@given(
    st.one_of(itu_t_names, itu_r_names, series_supplements, provisional_names),
    st.sampled_from(PREFIXES),
    st.sampled_from(SUFFIXES),
)
def test_a_key_reads_as_itself_wherever_it_stands(name: RecommendationName, before: str, after: str) -> None:
    assume(not name.number.endswith("-series"))
    assert [found.key for found in parse_recommendations(f"{before}{_printed(name)}{after}")] == [name.key]


@given(itu_t_names, itu_t_names)
def test_a_double_number_reads_as_both(one: RecommendationName, other: RecommendationName) -> None:
    text = f"ITU-T {one.series}.{one.number}/{other.series}.{other.number}"
    expected = [f"ITU-T {one.series}.{one.number}", f"ITU-T {other.series}.{other.number}"]
    assert [name.key for name in parse_recommendations(text)] == expected


@given(itu_r_names, st.integers(0, 99))
def test_the_revision_of_an_itu_r_text_is_its_version(name: RecommendationName, revision: int) -> None:
    (found,) = parse_recommendations(f"{name.key}-{revision}")
    assert (found.key, found.version) == (name.key, f"-{revision}")


@pytest.mark.parametrize(
    ("word", "number", "expected"),
    [
        ("Amd", "1", "Amd.1"),
        ("Amend", "2", "Amd.2"),
        ("Amendment", "3", "Amd.3"),
        ("Cor", "1", "Cor.1"),
        ("Corr", "1", "Cor.1"),
        ("Corrigendum", "4", "Cor.4"),
        ("Erratum", "1", "Cor.1"),
        ("Annex", "B", "Annex B"),
        ("Sup", "5", "Suppl.5"),
        ("Supplement", "66", "Suppl.66"),
    ],
)
def test_a_part_has_one_spelling(word: str, number: str, expected: str) -> None:
    assert part_name(word, number) == expected


def test_keys_of_groups_and_resolutions() -> None:
    assert study_group_key("ITU-D", "1") == "ITU-D SG1"
    assert question_key("ITU-T", "4", "11") == "ITU-T Q4/11"
    assert resolution_key("Council", "decision", "562") == "Council Decision 562"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rev. Antalya, 2006", ["Rev. Antalya, 2006"]),
        ("Minneapolis, 1998", ["Minneapolis, 1998"]),
        ("Rev. Marrakesh, 2002; Rev. Antalya, 2006", ["Rev. Marrakesh, 2002", "Rev. Antalya, 2006"]),
        ("Rev. Antalya, 2006Guadalajara, 2010", ["Rev. Antalya, 2006", "Rev. Guadalajara, 2010"]),
        ("Florianópolis, 2004Rev. Johannesburg, 2008", ["Florianópolis, 2004", "Rev. Johannesburg, 2008"]),
        ("Rev. Sharm el-Sheikh, 2019", ["Rev. Sharm el-Sheikh, 2019"]),
        ("Rev. Kigali 2022", ["Rev. Kigali, 2022"]),
        ("Revised in Hyderabad, 2010", ["Rev. Hyderabad, 2010"]),
        ("WRC-15", ["WRC-15"]),
        ("Rev. WRC-12", ["Rev. WRC-12"]),
        ("see below", []),
    ],
)
def test_editions_of_a_bracket(text: str, expected: list[str]) -> None:
    assert [str(mark) for mark in parse_editions(text)] == expected


places = st.sampled_from(["Nice", "Kyoto", "New Delhi", "Sharm el-Sheikh", "Florianópolis", "Santa Fe", "Doha"])
editions = st.builds(EditionMark, places, st.integers(1865, 2100), st.booleans())
conferences = st.builds(
    lambda series, year, revision: EditionMark(f"{series}-{year % 100:02}", year, revision),
    st.sampled_from(["WRC", "WTSA", "WTDC", "PP", "RA"]),
    st.integers(1989, 2040),
    st.booleans(),
)


@given(st.one_of(editions, conferences))
def test_an_edition_reads_as_itself(mark: EditionMark) -> None:
    assert parse_editions(str(mark)) == (mark,)


@given(editions, editions)
def test_of_fused_editions_the_last_is_the_new_text(old: EditionMark, new: EditionMark) -> None:
    found = parse_editions(f"{old}{new}")
    assert [(mark.place, mark.year) for mark in found] == [(old.place, old.year), (new.place, new.year)]
    assert found[-1].revision == (old.revision or new.revision)
