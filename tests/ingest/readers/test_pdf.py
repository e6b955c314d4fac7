"""Reading PDF files: the order of the text, what belongs together, and what is refused."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

import netgov.ingest.readers.pdf
from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.pdf import read_pdf
from tests.ingest.readers.pdf_files import LEADING, LEFT, Text, column, make_pdf

WIDE = "The text over the columns takes the whole width of the page, and a little more than that, as the title does."
LEFT_COLUMN = [
    "Study Group 13 met in Geneva and approved a new",
    "Recommendation on future networks that the Question",
    "on them had prepared, after the group had con-",
    "sulted ETSI and two working groups of IETF on the",
    "terms of it. The meeting thanked the editors.",
]
RIGHT_COLUMN = [
    "The second column begins with another sentence on",
    "the liaison statements that went to 3GPP and to ITU-",
    "T SG11 on signalling, inter- and intra-domain.",
    "The meeting ended with a report on the cross-border",
    "work of the group and its cross-border partners.",
]
LEFT_TEXT = (
    "Study Group 13 met in Geneva and approved a new Recommendation on future networks that the Question on them had "
    "prepared, after the group had consulted ETSI and two working groups of IETF on the terms of it. The meeting "
    "thanked the editors."
)
RIGHT_TEXTS = [
    "The second column begins with another sentence on the liaison statements that went to 3GPP and to ITU-T SG11 on "
    "signalling, inter- and intra-domain.",
    "The meeting ended with a report on the cross-border work of the group and its cross-border partners.",
]


def read(*pages: list[Text], title: str = "") -> list[Block]:
    return list(read_pdf(make_pdf(*pages, title=title), Path("report.pdf"))[1])


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


def by_rows(left: list[Text], right: list[Text]) -> list[Text]:
    """As some programs write columns: line by line over the whole page."""
    return [text for pair in zip(left, right, strict=True) for text in pair]


@pytest.mark.parametrize("order", [by_rows, lambda left, right: right + left])
@pytest.mark.parametrize("shift", [0, 5])
def test_columns_are_read_one_after_the_other(order: object, shift: float) -> None:
    assert callable(order)
    columns = order(column(LEFT_COLUMN, top=700), column(RIGHT_COLUMN, x=330, top=700 - shift))
    found = read([Text(WIDE, y=740), *columns, Text(WIDE.replace("over", "under"), y=600)])
    assert texts(found) == [WIDE, LEFT_TEXT, *RIGHT_TEXTS, WIDE.replace("over", "under")]


def test_page_numbers_and_running_heads_are_left_out_and_the_sentence_goes_on() -> None:
    pages = [
        [Text("C17/33-E", 480, 810), *column([first, second], top=760), Text(f"- {number} -", 290, 30)]
        for number, first, second in [
            (
                1,
                "The Council took note of the report that the groups on the",
                "budget and the plan of the Union had sent to the",
            ),
            (2, "members of it, and asked the Secretary-General to", "publish it."),
            (3, "Then it closed the meeting, which had lasted for three days", "and two evenings."),
        ]
    ]
    assert [(block.text, block.page) for block in read(*pages)] == [
        ("C17/33-E", 1),
        (
            "The Council took note of the report that the groups on the budget and the plan of the Union had sent to "
            "the members of it, and asked the Secretary-General to publish it.",
            1,
        ),
        ("Then it closed the meeting, which had lasted for three days and two evenings.", 3),
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_where_the_word_has_one() -> None:
    lines = [
        "The call-confirmation is sent at once, and after it the call-",
        "confirmation is tele-",
        "graphed from 2013-",
        "2016.",
    ]
    assert texts(read(column(lines))) == [
        "The call-confirmation is sent at once, and after it the call-confirmation is telegraphed from 2013-2016."
    ]


def test_paragraphs_end_where_a_line_does_or_a_number_begins() -> None:
    lines = [
        "A paragraph of two lines goes on to the second of them, and it",
        "ends here.",
        "Another one begins under it without any space between, and it",
        "names SGs 11,",
        "13 and 17 in it.",
        "2.1 A number begins one of its own:",
        "a) as does a letter, when its item runs over the end of a line",
        "as here;",
        "b) or another.",
    ]
    assert texts(read(column(lines))) == [
        "A paragraph of two lines goes on to the second of them, and it ends here.",
        "Another one begins under it without any space between, and it names SGs 11, 13 and 17 in it.",
        "2.1 A number begins one of its own:",
        "a) as does a letter, when its item runs over the end of a line as here;",
        "b) or another.",
    ]


def test_a_number_set_apart_belongs_to_its_paragraph() -> None:
    lines = column(["SG13 approved the text and sent", "it to TSAG."], x=LEFT + 30)
    assert texts(read([Text("2.1", LEFT), *lines])) == ["2.1\tSG13 approved the text and sent it to TSAG."]


def test_headings_are_larger_or_bold_and_know_their_level() -> None:
    page = [
        Text("Report of the Council", y=780, size=16),
        Text("2.1 Activities", y=750, bold=True),
        Text("See below.", y=730, bold=True),
        *column([WIDE, WIDE], top=710),
    ]
    assert [(block.kind, block.level, block.text) for block in read(page)[:3]] == [
        ("heading", 0, "Report of the Council"),
        ("heading", 2, "2.1 Activities"),
        ("paragraph", 0, "See below."),
    ]


def test_a_table_gives_its_rows_and_wrapped_cells_are_one() -> None:
    cells = [
        ("Number", "Title", "Status"),
        ("Y.3101", "Requirements of the", "approved"),
        ("", "network", ""),
        ("Y.3102", "Framework", "in force"),
    ]
    table = [
        Text(cell, x, 700 - LEADING * row)
        for row, line in enumerate(cells)
        for cell, x in zip(line, (72, 150, 400), strict=True)
    ]
    found = read([*(text for text in table if text.text), Text(WIDE, y=600)])
    assert [(block.kind, block.text) for block in found] == [
        ("row", "Number\tTitle\tStatus"),
        ("row", "Y.3101\tRequirements of the network\tapproved"),
        ("row", "Y.3102\tFramework\tin force"),
        ("paragraph", WIDE),
    ]


def test_notes_follow_the_text_and_their_marks_are_left_out() -> None:
    cited = [Text("It met in 2019", y=700), Text("3", 72 + 65.5, 703, 6), Text(" to hear what", y=688)]
    note = [Text("3", LEFT, 102.5, 5), Text("See C17/33.", LEFT + 6, 100, 8)]
    found = read([Text(WIDE, y=740), *cited, *note], column(["the groups had done."]))
    assert [(block.kind, block.text, block.page) for block in found] == [
        ("paragraph", WIDE, 1),
        ("paragraph", "It met in 2019 to hear what the groups had done.", 1),
        ("note", "3\tSee C17/33.", 1),
    ]


def test_contents_and_rules_are_left_out() -> None:
    assert texts(read(column(["1 Scope .................... 3", "_______________", "The scope."]))) == ["The scope."]


def test_text_that_is_turned_on_its_page_is_read_and_stamps_are_not() -> None:
    turned = [Text(line, 100 + LEADING * number, 72, turned=True) for number, line in enumerate(LEFT_COLUMN)]
    assert texts(read(turned)) == [LEFT_TEXT]
    assert texts(read([*column(LEFT_COLUMN), Text("DRAFT", 20, 400, turned=True)])) == [LEFT_TEXT]


@pytest.mark.parametrize(
    ("title", "shown"), [("Report on Resolution 101", "Report on Resolution 101"), ("Microsoft Word - r1.doc", "")]
)
def test_the_title_is_the_declared_one_unless_it_is_a_file_name(title: str, shown: str) -> None:
    assert read_pdf(make_pdf([Text("Text.")], title=title), Path("report.pdf"))[0] == shown


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, Path("report.pdf"))
    return str(caught.value)


def test_files_with_a_password_damaged_or_without_text_are_refused() -> None:
    locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{0}> /U <{0}> >> /ID [<{1}> <{1}>]"
    assert "protected by a password" in refused(make_pdf([Text("x")], trailer=locked.format("ab" * 32, "cd" * 16)))
    assert "cut off or damaged" in refused(b"%PDF-1.4\n" + bytes(500))
    assert "pictures and no text" in refused(make_pdf([], []))


def test_files_with_too_much_in_them_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zlib.compress(bytes(netgov.ingest.readers.pdf.MAX_STREAM + 1), 9)
    assert "unpacks to more than 64 MB" in refused(b"%PDF-1.4\n<< >>\nstream\n" + packed + b"\nendstream")
    monkeypatch.setattr(netgov.ingest.readers.pdf, "MAX_CHARACTERS", 3)
    assert "more than the 3 characters" in refused(make_pdf([Text("Four")]))
    monkeypatch.setattr(netgov.ingest.readers.pdf, "MAX_PAGES", 1)
    assert "more than the 1 pages" in refused(make_pdf([], []))


def test_a_watermark_and_what_is_beyond_the_page_are_no_text() -> None:
    page = [
        *column(LEFT_COLUMN, top=700),
        Text("DRAFT", 200, 300, size=60, slanted=True),
        Text("Nobody can see this.", LEFT, -40),
        Text("Nor this.", 700, 500),
    ]
    assert texts(read(page)) == [LEFT_TEXT]


def test_numbers_that_count_the_lines_go_and_the_lines_join() -> None:
    numbers = column([str(number) for number in range(1, len(LEFT_COLUMN) + 1)], x=LEFT - 30, top=700)
    assert texts(read([*numbers, *column(LEFT_COLUMN, top=700)])) == [LEFT_TEXT]


def test_a_list_keeps_its_numbers() -> None:
    items = ["Ada Lund chairs.", "Bo Ek reports.", "Ida Dahl writes.", "All agree.", "The end comes."]
    numbers = column([str(number) for number in range(1, 6)], x=LEFT - 30, top=700)
    assert texts(read(by_rows(numbers, column(items, top=700)))) == [
        f"{number}\t{item}" for number, item in enumerate(items, start=1)
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("The meeting took note of clauses 4.1, 4.2 and of", "4.3 and 5.1 of the rules, and closed."),
        ("The meeting took note of the clauses 4.1, 4.2,", "4.3 and 5.1 of the rules, and closed."),
        ("The meeting took note of Recommendation X.1 Amd.", "2 on the rules, and closed."),
    ],
)
def test_a_line_that_goes_on_with_a_number_opens_no_section(upper: str, lower: str) -> None:
    lines = [*LEFT_COLUMN[:4], "terms of it before the meeting thanked the editors.", upper, lower]
    assert texts(read(column(lines, top=700)))[-1].endswith(f"{upper} {lower}")
