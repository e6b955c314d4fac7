"""What each passage stands under: headings, the line that introduces it, the header row of its table."""

from __future__ import annotations

from typing import Any

import pytest

from netgov.ingest.model.blocks import Block, Source
from netgov.ingest.model.outline import Passage
from netgov.ingest.outline.passages import segment
from netgov.ingest.readers.files import source_from_text


def read(text: str) -> tuple[Passage, ...]:
    return segment(source_from_text(text, "note.txt"))


def of_blocks(*blocks: Block) -> tuple[Passage, ...]:
    return segment(Source("note.docx", "", "", blocks))


def under(passages: tuple[Passage, ...]) -> list[tuple[str, list[str]]]:
    """Each passage that is no heading, with the headings over it."""
    return [
        (passage.text, [passages[ordinal].text for ordinal in passage.above])
        for passage in passages
        if passage.kind != "heading"
    ]


def introduced(passages: tuple[Passage, ...]) -> dict[str, Any]:
    """The text of each item, with the line that introduces it."""
    return {
        passage.text: None if passage.intro is None else passages[passage.intro].text
        for passage in passages
        if passage.kind in ("bullet", "item")
    }


def test_numbers_say_how_deep_headings_are() -> None:
    text = (
        "2\tRoads\n2.1\tBridges\nThey stand.\n2.1.1\tArches\nThey bend.\n2.2\tTunnels\nThey go on.\n3\tSea\nIt is wide."
    )
    assert under(read(text)) == [
        ("They stand.", ["Roads", "Bridges"]),
        ("They bend.", ["Roads", "Bridges", "Arches"]),
        ("They go on.", ["Roads", "Tunnels"]),
        ("It is wide.", ["Sea"]),
    ]
    assert [passage.level for passage in read(text) if passage.kind == "heading"] == [1, 2, 3, 2, 1]


def test_a_numbered_paragraph_leaves_the_sections_that_it_is_not_in() -> None:
    text = "2\tRoads\n2.1\tThey are long.\n3.1\tThe sea is wide."
    assert under(read(text)) == [("They are long.", ["Roads"]), ("The sea is wide.", [])]


def test_the_title_stands_over_numbered_sections_and_a_summary_does_not() -> None:
    text = "REPORT ON ROADS\nSummary\nIt is short.\n1\tBridges\nThey stand.\nAnnex 1: Ferries\n1\tBoats\nThey float."
    assert under(read(text)) == [
        ("It is short.", ["REPORT ON ROADS", "Summary"]),
        ("They stand.", ["REPORT ON ROADS", "Bridges"]),
        ("They float.", ["REPORT ON ROADS", "Annex 1: Ferries", "Boats"]),
    ]


def test_a_heading_in_capitals_between_numbered_sections_is_over_none_but_a_part_is() -> None:
    roads = "1\tRoads\nThey are long.\nNOTES ON ROADS\nThey wind.\n2\tSea\nIt is wide."
    text = f"{roads}\nPART SEVEN\nIt opens.\n1\tAir\nIt is thin."
    assert under(read(text)) == [
        ("They are long.", ["Roads"]),
        ("They wind.", ["NOTES ON ROADS"]),
        ("It is wide.", ["Sea"]),
        ("It opens.", ["PART SEVEN"]),
        ("It is thin.", ["PART SEVEN", "Air"]),
    ]


def test_levels_that_the_file_gives_hold() -> None:
    blocks = (
        Block("Report", "heading", level=1),
        Block("Roads", "heading", level=2),
        Block("They are long."),
        Block("Sea", "heading", level=2),
        Block("It is wide."),
    )
    assert under(of_blocks(*blocks)) == [("They are long.", ["Report", "Roads"]), ("It is wide.", ["Report", "Sea"])]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("Relations with the Road Union", True),
        ("UNITED ROADS OF THE NORTH", True),
        ("The Board wrote to the Union", False),
        ("The Board approved the plan", False),
        ("Relations with the Road Union:", False),
        ("Ms Ada Lund, of the Road Union", False),
        ("Lund, Ek, and Dahl of the Board", False),
        ("Bergen, 5 May 2031", False),
    ],
)
def test_a_line_without_number_is_a_heading_if_it_has_no_verb_and_text_follows(line: str, is_heading: bool) -> None:
    passages = read(f"It opens.\n{line}\nThe Board met in the spring and in the autumn of the year.")
    assert (passages[1].kind == "heading") is is_heading


def test_a_line_with_nothing_behind_it_is_no_heading() -> None:
    assert read("It opens.\nRelations with the Road Union")[1].kind == "paragraph"


@pytest.mark.parametrize(
    "caption", ["Table 2 – Letters of the Board", "Figure 1: Who wrote", "Fig. 3. Roads", "Box A-1"]
)
def test_the_title_of_a_table_or_figure_is_a_caption(caption: str) -> None:
    assert read(f"It opens.\n{caption}\nIt ends.")[1].kind == "caption"


def test_a_sentence_about_a_table_is_no_caption() -> None:
    assert read("Table 2 lists the letters of the Board.")[0].kind == "paragraph"


def test_the_nearest_line_over_an_item_introduces_it() -> None:
    text = "Letters went to:\n• the Union:\n   – on roads;\n   – on bridges;\n• the Board, on ferries.\nAll is said."
    assert introduced(read(text)) == {
        "the Union:": "Letters went to:",
        "on roads;": "the Union:",
        "on bridges;": "the Union:",
        "the Board, on ferries.": "Letters went to:",
    }
    assert [passage.level for passage in read(text)] == [0, 1, 2, 2, 1, 0]


def test_items_of_different_levels_need_no_colon() -> None:
    blocks = (
        Block("The Union", "item", "•", 1),
        Block("built roads;", "item", "–", 2),
        Block("The Board", "item", "•", 1),
    )
    assert introduced(of_blocks(*blocks)) == {"The Union": None, "built roads;": "The Union", "The Board": None}


def test_in_a_flat_list_an_item_with_a_colon_introduces_those_up_to_the_next() -> None:
    text = "• The Union:\n• built roads;\n• built bridges.\n• The Board:\n• sank."
    assert introduced(read(text)) == {
        "The Union:": None,
        "built roads;": "The Union:",
        "built bridges.": "The Union:",
        "The Board:": None,
        "sank.": "The Board:",
    }


def test_numbers_behind_a_colon_are_items_and_not_sections() -> None:
    passages = read("4\tThe Board took note of:\n1)\troads;\n2)\tbridges.\n5\tFerries\nThey float.")
    assert introduced(passages) == {"roads;": "The Board took note of:", "bridges.": "The Board took note of:"}
    assert [passage.section for passage in passages] == ["4", "4", "4", "5", "5"]


def test_lines_without_a_mark_can_be_a_list() -> None:
    passages = read("Members present:\nMr Ek, Road Union\nMs Lund, Board of Harbours\nThe chair opened the meeting.")
    assert list(introduced(passages)) == ["Mr Ek, Road Union", "Ms Lund, Board of Harbours"]
    assert passages[-1].kind == "paragraph"


def test_lines_with_tabs_are_rows_under_their_header() -> None:
    passages = read("The letters:\nTo\tSubject\tDate\nUnion\troads\t5 May\nBoard\tferries\t6 May\nAll is said.")
    assert [(passage.kind, passage.header) for passage in passages] == [
        ("paragraph", None),
        ("row", 1),
        ("row", 1),
        ("row", 1),
        ("paragraph", None),
    ]
    assert passages[2].text == "Union\troads\t5 May"


def test_fields_of_a_form_are_no_rows() -> None:
    assert [passage.kind for passage in read("To:\tUnion\nFrom:\tBoard")] == ["paragraph", "paragraph"]


def test_each_table_has_its_own_header_and_one_of_names_has_none() -> None:
    rows = [("Name\tCountry", 1), ("Lund\tNO", 1), ("Ek\tSE", 2), ("Dahl\tDK", 2)]
    passages = of_blocks(*(Block(text, "row", table=table) for text, table in rows))
    assert [passage.header for passage in passages] == [0, 0, None, None]


def test_a_line_break_within_a_paragraph_is_a_blank() -> None:
    assert of_blocks(Block("The Union wrote\n to the Board."))[0].text == "The Union wrote to the Board."
