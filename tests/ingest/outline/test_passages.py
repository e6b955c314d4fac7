"""Segmentation: passages, their sections, and what introduces them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.ingest.model.blocks import Block, Source
from netgov.ingest.outline.passages import segment
from netgov.ingest.outline.report import make_report
from netgov.ingest.readers.files import source_from_text


def passages(text: str, *fields: str) -> list[Any]:
    """The named fields of each passage of a text."""
    found = segment(source_from_text(text, "note.txt"))
    return [tuple(getattr(passage, field) for field in fields) for passage in found]


def test_numbers_give_the_section_and_headings_hold_until_the_next() -> None:
    text = "1.\tScope\n1.1\tThis opens.\nAnd goes on.\n2\tResults\n2.4.3 The Group met.\n2.4.3.1\tIt met again."
    assert passages(text, "section", "heading", "kind", "text") == [
        ("1", "Scope", "heading", "Scope"),
        ("1.1", "Scope", "paragraph", "This opens."),
        ("1.1", "Scope", "paragraph", "And goes on."),
        ("2", "Results", "heading", "Results"),
        ("2.4.3", "Results", "paragraph", "The Group met."),
        ("2.4.3.1", "Results", "paragraph", "It met again."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2014 was a good year.",
        "15 June 2018 was the last day.",
        "3 to 5 groups met.",
        "802.1 is a family of standards.",
    ],
)
def test_a_number_that_starts_a_sentence_is_no_section(line: str) -> None:
    assert passages(f"1.1\tIt opens.\n{line}", "section", "text")[-1] == ("1.1", line)


@pytest.mark.parametrize("mark", ["·", "•", "–", "-", "*", "o", "▪"])
def test_bullets_stand_under_the_line_that_introduces_them(mark: str) -> None:
    text = f"1.1\tITU-T SG9:\n{mark}\tapproved a text;\n{mark} agreed another.\nThe Group rests."
    assert passages(text, "section", "kind", "intro", "text") == [
        ("1.1", "paragraph", None, "ITU-T SG9:"),
        ("1.1", "bullet", 0, "approved a text;"),
        ("1.1", "bullet", 0, "agreed another."),
        ("1.1", "paragraph", None, "The Group rests."),
    ]


def test_items_with_letters_or_roman_numbers_are_bullets_outside_a_resolution() -> None:
    text = "4\tSG9 set up two groups:\n(a)\tone on cables;\nii)\tone on homes.\niii. and none on ships"
    assert passages(text, "kind", "intro", "text")[1:] == [
        ("bullet", 0, "one on cables;"),
        ("bullet", 0, "one on homes."),
        ("bullet", 0, "and none on ships"),
    ]


RESOLUTION = """RESOLUTION 12 (Doha, 2006)
On cables
The World Telecommunication Development Conference (Doha, 2006),
recalling
a)\tResolution 3;
b)\tthat:
i)\tone thing is so;
ii)\tanother is so,
considering further
that cables age,
resolves
1\tto replace them;
2\tto ask for help,
instructs the Director of the Telecommunication Development Bureau
1\tto help;
a)\twith money;
b)\twith people,
invites Member States
to give."""


def test_clauses_and_items_of_a_resolution_are_its_sections() -> None:
    sections = [section for (section,) in passages(RESOLUTION, "section")]
    director = "instructs the Director of the Telecommunication Development Bureau"
    assert sections[3:] == [
        "recalling",
        "recalling a",
        "recalling b",
        "recalling b i",
        "recalling b ii",
        "considering further",
        "considering further",
        "resolves",
        "resolves 1",
        "resolves 2",
        director,
        f"{director} 1",
        f"{director} a",
        f"{director} b",
        "invites Member States",
        "invites Member States",
    ]
    kinds = [kind for (kind,) in passages(RESOLUTION, "kind")]
    assert kinds.count("clause") == 5


def test_letters_run_on_past_h() -> None:
    text = "The Council,\nnoting\n" + "\n".join(f"{letter})\tthat {letter} holds;" for letter in "ghij")
    assert [section for (section,) in passages(text, "section")][2:] == [f"noting {letter}" for letter in "ghij"]


@pytest.mark.parametrize(
    "line",
    ["The Group invites comments.", "requests that were made by others should be answered by the Group.", "Noting."],
)
def test_a_sentence_with_an_operative_verb_opens_no_clause(line: str) -> None:
    assert passages(line, "kind", "clause") == [("paragraph", "")]


def test_annexes_are_sections() -> None:
    text = "3\tIt ends.\nAnnex 1: Meetings\nFirst row.\nANNEX B\nSecond row.\nAttachment – Plan"
    assert passages(text, "section", "kind")[1:] == [
        ("Annex 1", "heading"),
        ("Annex 1", "paragraph"),
        ("ANNEX B", "heading"),
        ("ANNEX B", "paragraph"),
        ("Attachment", "heading"),
    ]


def test_a_sentence_about_an_annex_is_no_heading() -> None:
    assert passages("3\tIt ends.\nAnnex 1 lists the meetings.", "section", "kind")[1] == ("3", "paragraph")


def test_rows_of_a_flattened_schedule_carry_their_date() -> None:
    text = "Annex 1: Meetings\n\t5 June 2012\n\tFirst meeting\n\n\t20-22 March 2013\n\tSecond meeting\n\tGeneva"
    assert passages(text, "kind", "text")[1:] == [
        ("row", "5 June 2012\tFirst meeting"),
        ("row", "20-22 March 2013\tSecond meeting"),
        ("row", "20-22 March 2013\tGeneva"),
    ]


def test_notes_follow_the_paragraph_that_cites_them() -> None:
    text = "1.1\tThe plan[footnoteRef:2]1 stands. [2: 1 \tIt is due in May.] \n1.2\tSo be it."
    assert passages(text, "section", "kind", "text") == [
        ("1.1", "paragraph", "The plan stands."),
        ("1.1", "note", "It is due in May."),
        ("1.2", "paragraph", "So be it."),
    ]


def test_numbers_that_word_computes_count_like_printed_ones() -> None:
    blocks = (Block("Scope", "heading", "1", 1), Block("It opens.", number="1.1"), Block("one thing", "item", "a)", 1))
    found = segment(Source("note.docx", "", "", blocks))
    assert [(passage.section, passage.kind) for passage in found] == [
        ("1", "heading"),
        ("1.1", "paragraph"),
        ("1.1", "bullet"),
    ]


@given(st.text(alphabet="ab1.) \t\n:;,·-“R(", max_size=200))
def test_passages_stand_one_after_the_other_in_the_text(text: str) -> None:
    report = make_report(source_from_text(text, "note.txt"))
    assert [passage.ordinal for passage in report.passages] == list(range(len(report.passages)))
    spans = [report.span(passage) for passage in report.passages]
    assert [report.text[start:end] for start, end in spans] == [
        passage.text.replace("\n", " ") for passage in report.passages
    ]
    assert all(report.passage_at(start) is passage for passage, (start, _) in zip(report.passages, spans, strict=True))
