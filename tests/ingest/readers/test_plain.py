"""Plain text: lines that are paragraphs, and lines that were broken to fit a page."""

from __future__ import annotations

import pytest

from netgov.ingest.readers.plain import blocks_of_text

MINUTES = """Notes of the joint call                                     May 2031

Present:
  Ada Lund (chair)
  Bo Ek

1.  Roads

   The Board of Harbours wrote to the Road Union on the width of
   bridges and on the weight of lorries in win-
   ter.  The Road Union replied at once, as clauses 4.1,
   4.2 and 7 of its rules ask.

   o  The Board sent the first part of
      its plan;
   o  the Union sent Amd.
      2 of its own.

Lund                        Informational                       [Page 1]
\f
Notes                        Joint call                       May 2031

   Nothing was said on ferries that still carry lorries across the

Lund                        Informational                       [Page 2]
\f
Notes                        Joint call                       May 2031

   Strait, and so the call ended.
"""


def texts(text: str) -> list[str]:
    return [block.text.strip() for block in blocks_of_text(text)]


def test_broken_lines_are_joined_and_heads_of_pages_go() -> None:
    assert texts(MINUTES) == [
        "Notes of the joint call\tMay 2031",
        "Present:",
        "Ada Lund (chair)",
        "Bo Ek",
        "1.  Roads",
        "The Board of Harbours wrote to the Road Union on the width of bridges and on the weight of lorries in "
        "winter.  The Road Union replied at once, as clauses 4.1, 4.2 and 7 of its rules ask.",
        "o  The Board sent the first part of its plan;",
        "o  the Union sent Amd. 2 of its own.",
        "Nothing was said on ferries that still carry lorries across the Strait, and so the call ended.",
    ]


def test_joined_paragraphs_know_their_line_and_keep_their_indent() -> None:
    blocks = blocks_of_text(MINUTES)
    assert (blocks[5].locator, blocks[5].text[:6]) == (9, "   The")


@pytest.mark.parametrize(
    "text",
    [
        "The Council,\nrecalling\na)\tthat roads are long;\nb)\tthat bridges are not as long, as all have said,\n"
        "resolves\n1\tto build a longer bridge than those that stand today,\ninstructs the Director\n1\tto do so.",
        "A short line.\nAnother short line that ends.\nand one that begins small",
        "Members:\nMr Lund, Road Union\nMs Ek, Board of Harbours\nMr Dahl, Union of Ferries",
    ],
)
def test_a_text_with_a_paragraph_on_each_line_stays_as_it_is(text: str) -> None:
    assert texts(text) == text.split("\n")


@pytest.mark.parametrize("mark", ["\f", "\v", "\u2028", "\u2029"])
def test_a_break_within_a_sentence_is_a_blank(mark: str) -> None:
    assert texts(f"The Union wrote{mark}to the Board.{mark}It replied.") == [
        "The Union wrote to the Board.",
        "It replied.",
    ]


def test_a_line_that_is_underlined_is_a_heading() -> None:
    wrapped = MINUTES + "\nFerries\n=======\n\n   None were seen.\n"
    assert [(block.kind, block.level, block.text) for block in blocks_of_text(wrapped)][-2] == ("heading", 1, "Ferries")
