"""Reading Word files: what of one counts as its text, and the numbers that Word shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.files import read_source
from netgov.ingest.readers.numbering import letters, roman

NAMESPACES = " ".join(
    [
        nsdecls("w", "wp", "a", "m"),
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    ]
)
W = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Read = Callable[..., tuple[Block, ...]]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def listed(text: str, number_id: int, depth: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number_id}"/></w:numPr>'
    return paragraph(run(text), numbering)


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    properties = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{properties}</w:lvl>'


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write the body of a Word file as XML, with lists and notes where given, and read it."""

    def write_and_read(body: str, *, numbering: str = "", footnotes: str = "") -> tuple[Block, ...]:
        document = docx.Document()
        for element in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
            document.element.body.insert(-1, element)
        if numbering:
            part = document.part.numbering_part
            part._element = parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>")
        if footnotes:
            xml = f"<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>".encode()
            part = Part(PackURI("/word/footnotes.xml"), f"{W}.footnotes+xml", xml, document.part.package)
            document.part.relate_to(part, RELATION.FOOTNOTES)
        document.save(str(tmp_path / "report.docx"))
        return read_source(tmp_path / "report.docx").blocks

    return write_and_read


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_insertions_are_kept_and_deletions_dropped(read: Read) -> None:
    deleted = '<w:r><w:delText xml:space="preserve">Guadalajara, 2010</w:delText></w:r>'
    blocks = read(
        paragraph(
            run("Resolution 101 (Rev. ")
            + f'<w:del w:id="1" w:author="a">{deleted}</w:del>'
            + f'<w:ins w:id="2" w:author="a">{run("Busan, 2014")}</w:ins>'
            + f'<w:moveFrom w:id="3" w:author="a">{run("gone")}</w:moveFrom>'
            + f'<w:moveTo w:id="4" w:author="a">{run(")")}</w:moveTo>'
        )
    )
    assert texts(blocks) == ["Resolution 101 (Rev. Busan, 2014)"]


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next(read: Read) -> None:
    end_deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    blocks = read(paragraph(run("SG13 liaised "), end_deleted) + paragraph(run("with IETF.")) + paragraph(run("Then.")))
    assert blocks == (Block("SG13 liaised with IETF.", locator=2), Block("Then.", locator=3))


def test_a_deleted_row_is_dropped(read: Read) -> None:
    def row(properties: str, *cells: str) -> str:
        return f"<w:tr>{properties}" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"

    deleted = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'
    blocks = read(f"<w:tbl>{row('', 'Y.3101', 'approved')}{row(deleted, 'Y.3102', 'approved')}</w:tbl>")
    assert blocks == (Block("Y.3101\tapproved", "row", locator=1, table=1),)


def test_what_was_moved_is_read_where_it_went(read: Read) -> None:
    def moved(mark: str, text: str) -> str:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        mark_of_end = f'<w:rPr><w:{mark} w:id="1" w:author="a"/></w:rPr>'
        return paragraph(f'<w:{mark} w:id="2" w:author="a">{run(text)}</w:{mark}>', numbered + mark_of_end)

    items = moved("moveFrom", "TSAG") + listed("SG13", 1) + moved("moveTo", "TSAG")
    blocks = read(items + paragraph(""), numbering=OUTLINE)
    assert [(block.number, block.text) for block in blocks] == [("1.", "SG13"), ("2.", "TSAG")]


def test_a_deleted_item_before_a_table_is_not_counted(read: Read) -> None:
    deleted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Y.3101'))}</w:tc></w:tr></w:tbl>"
    blocks = read(paragraph("", deleted) + table + listed("SG13", 1), numbering=OUTLINE)
    assert [(block.number, block.text) for block in blocks] == [("", "Y.3101"), ("1.", "SG13")]


def test_comments_are_ignored(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_comment(document.add_paragraph("SG13 met.").runs, "Which one?", author="a")
    document.save(str(tmp_path / "report.docx"))
    assert texts(read_source(tmp_path / "report.docx").blocks) == ["SG13 met."]


def test_fields_show_their_result_and_not_their_instruction(read: Read) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def shown(instruction: str, result: str) -> str:
        return mark("begin") + instruction + mark("separate") + run(result) + mark("end")

    code = "<w:r><w:instrText>DATE</w:instrText></w:r>"
    field = shown(code + shown(code, "nested"), "12")
    simple = f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'
    link = f'<w:hyperlink w:anchor="x">{run("TSAG")}</w:hyperlink>'
    blocks = read(paragraph(run("Question ") + field + run(" of ") + simple + run(" in ") + link))
    assert texts(blocks) == ["Question 12 of 3 in TSAG"]


def test_special_characters(read: Read) -> None:
    content = (
        "<w:r><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t><w:tab/><w:t>tele</w:t><w:softHyphen/><w:t>com</w:t><w:br/>"
        '<w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    assert texts(read(paragraph(content))) == ["ITU\u2011T\ttelecom\na°\N{REPLACEMENT CHARACTER}x=1"]


def test_a_note_follows_the_paragraph_that_cites_it(read: Read) -> None:
    note = f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>" + run("See C17/33."))}</w:footnote>'
    cited = paragraph(run("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."))
    blocks = read(cited + paragraph(run("Two.")), footnotes=note)
    assert blocks == (Block("One.", locator=1), Block("See C17/33.", "note", locator=1), Block("Two.", locator=2))


def test_a_text_box_is_read_once(read: Read) -> None:
    box = f"<w:txbxContent>{paragraph(run('Boxed.'))}</w:txbxContent>"
    shapes = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(read(paragraph(run("Before.") + f"<w:r>{shapes}</w:r>") + paragraph(run("After.")))) == [
        "Before.",
        "Boxed.",
        "After.",
    ]


def test_a_row_joins_its_cells_and_a_single_cell_is_a_frame(read: Read) -> None:
    cells = [paragraph(run("Q4/11")) + paragraph(run("lead")), paragraph(""), paragraph(run("SG11\tITU-T"))]
    row = "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    frame = f"<w:tr><w:tc>{paragraph(run('Summary'))}{paragraph(run('It reports.'))}</w:tc></w:tr>"
    blocks = read(f"<w:tbl>{row}</w:tbl><w:tbl>{frame}</w:tbl>")
    assert blocks == (
        Block("Q4/11\nlead\t\tSG11 ITU-T", "row", locator=1, table=1),
        Block("Summary", locator=5),
        Block("It reports.", locator=6),
    )


def test_headings_have_the_outline_level_of_their_style_and_contents_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Activities\t3", style="toc 1")
    document.add_heading("Activities", level=2)
    document.add_paragraph("Text.")
    document.core_properties.title = "Report on Resolution 101"
    document.save(str(tmp_path / "report.docx"))
    source = read_source(tmp_path / "report.docx")
    assert source.title == "Report on Resolution 101"
    assert source.blocks == (Block("Activities", "heading", level=2, locator=2), Block("Text.", locator=3))


OUTLINE = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "lowerLetter", "%3)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([(1, 0), (1, 2), (1, 2), (1, 1), (1, 2)], ["1.", "a)", "b)", "1.1", "a)"]),
        ([(1, 0), (2, 0), (2, 0), (1, 0)], ["1.", "7.", "8.", "9."]),
        ([(9, 0), (0, 0)], ["", ""]),
    ],
)
def test_numbers_are_those_that_word_shows(read: Read, paragraphs: list[tuple[int, int]], labels: list[str]) -> None:
    blocks = read("".join(listed("Text", *place) for place in paragraphs), numbering=OUTLINE)
    assert [block.number for block in blocks] == labels


def test_number_formats_restarts_and_bullets(read: Read) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + level(0, "upperRoman", "Part %1", start=4)
        + level(1, "decimalZero", "%1/%2", '<w:lvlRestart w:val="0"/><w:isLgl/>')
        + level(2, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    blocks = read("".join(listed("Text", 1, depth) for depth in (0, 1, 2, 0, 1)), numbering=numbering)
    assert [(block.number, block.level, block.kind) for block in blocks] == [
        ("Part IV", 1, "item"),
        ("4/1", 2, "item"),
        ("•", 3, "item"),
        ("Part V", 1, "item"),
        ("5/2", 2, "item"),
    ]


def test_a_style_can_number_its_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    document.add_paragraph("Point", style="List Bullet")
    document.save(str(tmp_path / "report.docx"))
    assert [block.number for block in read_source(tmp_path / "report.docx").blocks] == ["1.", "2.", "•"]


@pytest.mark.parametrize(("number", "letter", "numeral"), [(1, "a", "i"), (26, "z", "xxvi"), (28, "bb", "xxviii")])
def test_letters_and_numerals(number: int, letter: str, numeral: str) -> None:
    assert (letters(number), roman(number)) == (letter, numeral)


def styled(text: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text)) if text else paragraph('')}</w:tc>"


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:strike w:val="true"/>'])
def test_text_that_is_struck_through_or_hidden_is_deleted(read: Read, mark: str) -> None:
    body = paragraph(run("Lund wrote to ") + styled("Ek and ", mark) + run("Dahl."))
    assert [block.text for block in read(body)] == ["Lund wrote to Dahl."]


def test_what_a_run_says_of_itself_outweighs_its_style(read: Read) -> None:
    assert [block.text for block in read(paragraph(styled("shown", '<w:strike w:val="0"/>')))] == ["shown"]


def test_capitals_are_read_as_shown(read: Read) -> None:
    assert read(paragraph(styled("Lund", "<w:caps/>") + run(" wrote.")))[0].text == "LUND wrote."


def test_an_empty_content_control_has_no_text(read: Read) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    empty = control.format("<w:showingPlcHdr/>", paragraph(run("Click here.")))
    filled = control.format("", paragraph(run("Lund wrote.")))
    assert [block.text for block in read(empty + filled)] == ["Lund wrote."]


def test_a_merged_cell_stands_in_each_row_and_a_deleted_one_in_none(read: Read) -> None:
    rows = [
        cell("Union", '<w:vMerge w:val="restart"/>') + cell("roads") + cell("gone", "<w:cellDel w:id='1'/>"),
        cell("", "<w:vMerge/>") + cell("ferries") + cell("late"),
        cell("Board", '<w:gridSpan w:val="2"/>') + cell("bridges"),
    ]
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert [block.text for block in read(body)] == ["Union\troads\t", "Union\tferries\tlate", "Board\t\tbridges"]


def test_a_table_within_a_table_has_rows_of_its_own(read: Read) -> None:
    inner = f"<w:tbl><w:tr>{cell('Ek')}{cell('ferries')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr>{cell('Lund')}{cell('roads')}<w:tc>{inner}{paragraph('')}</w:tc></w:tr></w:tbl>"
    assert [(block.text, block.table) for block in read(outer)] == [("Lund\troads\t", 1), ("Ek\tferries", 2)]
