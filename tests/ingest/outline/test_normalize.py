"""Debris goes, and nothing that was said goes with it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.ingest.outline.normalize import Clean, clean_block, clean_text


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("ITU\u2011T SG5", "ITU-T SG5", id="non-breaking hyphen"),
        pytest.param("ITU\u2010R, 3\u22125", "ITU-R, 3-5", id="hyphen and minus"),
        pytest.param("2014\u20132017 \u2014 a period", "2014–2017 — a period", id="long dashes stay"),
        pytest.param("Study\u00a0Group\u202f5", "Study Group 5", id="no-break spaces"),
        pytest.param("inter\u00adnet\u200b work\ufeff", "internet work", id="soft hyphen and zero width"),
        pytest.param("  two   spaces  ", "two spaces", id="runs of spaces"),
        pytest.param("ITU-TSG9 met", "ITU-T SG9 met", id="fused study group"),
        pytest.param("ITU-DSGs 1 and 2", "ITU-D SGs 1 and 2", id="fused study groups"),
        pytest.param("ITU-TRec. Y.2060", "ITU-T Rec. Y.2060", id="fused Recommendation"),
        pytest.param("ITU-TQ5/9", "ITU-T Q5/9", id="fused Question"),
        pytest.param("ITU\u2011TSG13", "ITU-T SG13", id="fused, with a non-breaking hyphen"),
        pytest.param("ITU-Telecom", "ITU-Telecom", id="a longer word is not fused"),
        pytest.param('“curly” and "straight"', '“curly” and "straight"', id="quotation marks stay"),
        pytest.param("Sa\u0303o Tome\u0301", "São Tomé", id="composed accents"),
        pytest.param("a\tb", "a\tb", id="tabs part the cells of a row"),
        pytest.param("one\u2028two\x0cthree", "one two three", id="line and page breaks"),
        pytest.param("\u00a0", "", id="nothing but space"),
    ],
)
def test_one_spelling(printed: str, expected: str) -> None:
    assert clean_text(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("[bookmark: _Toc123]Introduction", Clean("Introduction"), id="bookmark"),
        pytest.param("[bookmark: a][bookmark: b] Text", Clean("Text"), id="bookmarks"),
        pytest.param("a point[footnoteRef:3].", Clean("a point."), id="footnote mark"),
        pytest.param("a point[footnoteRef:2]1 is made", Clean("a point is made"), id="footnote mark and its number"),
        pytest.param("a point[endnoteRef:1]", Clean("a point"), id="endnote mark"),
        pytest.param(
            "It ended[footnoteRef:2]. [2: \tSee the annex.] ", Clean("It ended.", ("See the annex.",)), id="footnote"
        ),
        pytest.param(
            "the Group[footnoteRef:2]1 met [2: 1 \tSet up in 2009.]",
            Clean("the Group met", ("Set up in 2009.",)),
            id="footnote with its number",
        ),
        pytest.param(
            "A[footnoteRef:1] and B[footnoteRef:2] [1: One.] [2: Two.]", Clean("A and B", ("One.", "Two.")), id="two"
        ),
        pytest.param("text [2: see [3] there] end", Clean("text end", ("see [3] there",)), id="brackets in a footnote"),
        pytest.param("[ITU-T Y.2060] stays", Clean("[ITU-T Y.2060] stays"), id="a citation is no footnote"),
    ],
)
def test_a_block_gives_up_its_notes(printed: str, expected: Clean) -> None:
    assert clean_block(printed) == expected


PIECES = [
    "ITU-T",
    "ITU\u2011D",
    "SG5",
    "SGs 2",
    "Rec",
    "Q3",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\u2011",
    "\t",
    "(",
    "Study 1",
    "5September",
    "2019",
    "28thto",
    "MemberStates",
    "118participants",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def _letters(text: str) -> list[str]:
    return [character for character in unicodedata.normalize("NFC", text) if character.isalnum()]


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(texts)
def test_every_letter_survives_in_order(text: str) -> None:
    assert _letters(clean_text(text)) == _letters(text)


@given(st.text(alphabet="ab [](){}:123", max_size=60))
def test_a_block_is_clean_whatever_its_brackets(text: str) -> None:
    block = clean_block(text)
    assert all(note == clean_text(note) != "" for note in block.notes)
    assert len(block.text) + sum(map(len, block.notes)) <= len(text) + len(block.notes)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("on 24-25September 2019", "on 24-25 September 2019"),
        ("on 5September2019", "on 5 September 2019"),
        ("118participants of MemberStates", "118 participants of Member States"),
        ("from 28thto 30th October", "from 28th to 30th October"),
        ("the 2ndAPT forum and the 10thmeeting", "the 2nd APT forum and the 10th meeting"),
        ("ITUT SG12 and ITU R Study Group 5", "ITU-T SG12 and ITU-R Study Group 5"),
        ("SG17\u200bliaised with IE\u200bTF", "SG17 liaised with IETF"),
    ],
)
def test_a_blank_or_hyphen_that_was_surely_lost_comes_back(printed: str, expected: str) -> None:
    assert clean_text(printed) == expected


@pytest.mark.parametrize(
    "printed",
    ["3GPP and 3gpp", "10gigabits", "X.509, 802.11ac", "ITU Telecom", "CWGInternet", "StudyGrouping", "1stly"],
)
def test_what_may_be_a_name_stays(printed: str) -> None:
    assert clean_text(printed) == printed
