"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.ingest.outline.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        (
            "As Res. 64 says, Mr. Doe of Ltd. Co. left. He did.",
            ["As Res. 64 says, Mr. Doe of Ltd. Co. left.", "He did."],
        ),
        ("See ITU-T X.509 Amd. 1 and No. 5. Then go.", ["See ITU-T X.509 Amd. 1 and No. 5.", "Then go."]),
        ("He said “Stop.” Then he left.", ["He said “Stop.”", "Then he left."]),
        ("Is it? It is! 5 were.", ["Is it?", "It is!", "5 were."]),
        ("a line\nanother line", ["a line", "another line"]),
        (
            "SG15 wrote to Acme Inc. It then met. SG3 wrote to Acme Ltd. IETF did not.",
            ["SG15 wrote to Acme Inc.", "It then met.", "SG3 wrote to Acme Ltd.", "IETF did not."],
        ),
        ("A letter to Acme Inc. on cables.", ["A letter to Acme Inc. on cables."]),
        (
            "The U.S. ITU-T team met in room A. ITU-T SG5 did not.",
            [
                "The U.S. ITU-T team met in room A.",
                "ITU-T SG5 did not.",
            ],
        ),
        (
            "It went to ITU-T. The group rested.",
            [
                "It went to ITU-T.",
                "The group rested.",
            ],
        ),
        ("It was led by J. Doe and A. B. Roe. They left.", ["It was led by J. Doe and A. B. Roe.", "They left."]),
        ("He approved P.1 Amd. 2 and T. 803. Then Fig. 3.", ["He approved P.1 Amd. 2 and T. 803.", "Then Fig. 3."]),
        ("1. SG5 met. 2. SG3 did not. 3) The end", ["1. SG5 met.", "2. SG3 did not.", "3) The end"]),
        ("Cables, etc. The rest...SG5 met.", ["Cables, etc.", "The rest...", "SG5 met."]),
        ("It costs 3.5 francs, e.g. Swiss ones.", ["It costs 3.5 francs, e.g. Swiss ones."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@given(st.text(alphabet="aB1 .!?\n”“)\t", max_size=120))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = split_sentences(text)
    position = 0
    for start, end in spans:
        assert start >= position and start < end <= len(text)
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
