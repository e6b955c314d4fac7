"""Reading web pages and Markdown: what a reader of the page sees, and nothing of what is around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.html import read_html
from netgov.ingest.readers.markdown import read_markdown

PATH = Path("report.html")


def read(body: str) -> list[Block]:
    return list(read_html(f"<!doctype html>\n<title>T</title>\n<body>{body}".encode(), PATH)[1])


def texts(body: str) -> list[str]:
    return [block.text for block in read(body)]


def test_blocks_have_their_text_as_it_is_shown_and_their_line() -> None:
    body = "<h2>Work  of\n <b>SG13</b></h2>\nLoose<p>One<br> two &amp;\nthree\n<div>Four</div>five<!-- no -->"
    assert read(body) == [
        Block("Work of SG13", "heading", level=2, locator=3),
        Block("Loose", locator=3),
        Block("One\ntwo & three", locator=5),
        Block("Four", locator=7),
        Block("five", locator=7),
    ]


def test_items_have_the_numbers_that_a_browser_shows() -> None:
    body = (
        "<ol><li>a<li><p>b</p><p>more</p><ul><li>deep</ul><li value=7>c<li>d</ol>"
        "<ol type=i start=4><li>e</ol><ol type=A><li>f</ol>"
    )
    assert [(block.number, block.level, block.text) for block in read(body)] == [
        ("1.", 1, "a"),
        ("2.", 1, "b"),
        ("", 0, "more"),
        ("•", 2, "deep"),
        ("7.", 1, "c"),
        ("8.", 1, "d"),
        ("iv.", 1, "e"),
        ("A.", 1, "f"),
    ]


def test_tables_give_rows_and_frames_give_what_is_in_them() -> None:
    table = (
        "<table><caption>Texts</caption><tr><th>No.<th>Title<tr><td>Y.3101<td><p>One</p><p>two</p><tr><td><td></table>"
    )
    frame = f"<table><tr><td><p>Framed.</p>{table}</table>"
    assert [(block.kind, block.text) for block in read(frame)] == [
        ("paragraph", "Framed."),
        ("caption", "Texts"),
        ("row", "No.\tTitle"),
        ("row", "Y.3101\tOne\ntwo"),
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Home</nav>",
        "<script>let x</script><style>p{}</style>",
        "<form>Search <button>Go</button></form>",
        "<div role=navigation>Home</div>",
        "<footer>Imprint</footer>",
        "<p hidden>x</p><p style='display: none'>x</p><p aria-hidden=true>x</p>",
        "<del>gone</del>",
    ],
)
def test_what_is_around_the_text_is_left_out(around: str) -> None:
    assert texts(f"{around}<p>Text.</p>{around}") == ["Text."]


def test_of_a_page_with_a_main_part_that_is_read() -> None:
    assert texts("<div>Menu</div><main><p>Text.</main><div>More</div>") == ["Text."]


def test_marks_of_notes_are_left_out_and_insertions_kept() -> None:
    assert texts("<p>It met<sup><a href='#n1'>1</a></sup> on 5<sup>th</sup> <ins>May</ins>.") == ["It met on 5th May."]


def test_lines_of_preformatted_text_stay_lines() -> None:
    assert texts("<pre>One\n  two</pre>") == ["One\ntwo"]


@pytest.mark.parametrize(
    ("charset", "encoding"), [("iso-8859-2", "iso-8859-2"), ("nonsense", "utf-8"), ("utf-8", "cp1252")]
)
def test_the_declared_encoding_holds_where_it_can(charset: str, encoding: str) -> None:
    page = f"<meta charset={charset}><title>Zürich</title><p>Zürich".encode(encoding)
    title, blocks = read_html(page, PATH)
    assert (title, [block.text for block in blocks]) == ("Zürich", ["Zürich"])


def test_a_page_nested_without_end_is_read_or_cut_but_not_fatal() -> None:
    assert texts("<p>First.</p>" + "<div>" * 100_000 + "deep")[0] == "First."


MARKDOWN = """---
title: "Report on Resolution 101"
---
# Work of *SG13*

It **approved** [Y.3101](http://example.org/) and
`Y.3102`, not ~~Y.3103~~ FG_DPM.

3. third
4. fourth
   - deep

    Not a program.

| No. | Title |
| --- | ----- |
| Y.3101 | *One* |

<div>A <b>part</b></div>
"""


def test_markdown_is_read_as_it_is_shown() -> None:
    title, blocks = read_markdown(MARKDOWN.encode(), Path("report.md"))
    assert title == "Report on Resolution 101"
    assert list(blocks) == [
        Block("Work of SG13", "heading", level=1, locator=4),
        Block("It approved Y.3101 and Y.3102, not FG_DPM.", locator=6),
        Block("third", "item", "3.", 1, 9),
        Block("fourth", "item", "4.", 1, 10),
        Block("deep", "item", "•", 2, 11),
        Block("Not a program.", locator=13),
        Block("No.\tTitle", "row", locator=15, table=1),
        Block("Y.3101\tOne", "row", locator=17, table=1),
        Block("A part", locator=19),
    ]


def test_a_cell_over_rows_stands_in_each_and_one_over_columns_takes_their_place() -> None:
    table = (
        "<table><tr><td rowspan=2>Union<td>roads<td>May<tr><td>ferries<td>June<tr><td colspan=2>Board<td>July</table>"
    )
    assert [block.text for block in read(table)] == ["Union\troads\tMay", "Union\tferries\tJune", "Board\t\tJuly"]


def test_a_table_within_a_table_has_rows_of_its_own() -> None:
    inner = "<table><tr><td>Ek<td>ferries</table>"
    blocks = read(f"<table><tr><td>Lund<td>roads<td>{inner}</table>")
    assert [(block.text, block.table) for block in blocks] == [("Lund\troads\t", 1), ("Ek\tferries", 2)]


@pytest.mark.parametrize("mark", ["<sup>[2]</sup>", "<sup>(3)</sup>", "<sup>*</sup>", '<sup><a href="#n">1</a></sup>'])
def test_the_mark_of_a_note_is_no_text(mark: str) -> None:
    assert [block.text for block in read(f"<p>Lund{mark} wrote.</p>")] == ["Lund wrote."]


def test_an_exponent_stays_and_struck_text_goes() -> None:
    page = '<p>10<sup>2</sup> roads <span style="text-decoration: line-through">and ferries</span></p>'
    assert [block.text for block in read(page)] == ["102 roads"]


def test_a_definition_is_an_item_under_its_term() -> None:
    blocks = read("<dl><dt>Union<dd>wrote to Ek<dt>Board<dd>replied</dl>")
    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", "Union"),
        ("item", "wrote to Ek"),
        ("paragraph", "Board"),
        ("item", "replied"),
    ]
