"""Word files into blocks: the text as it stands once every insertion and deletion is accepted, as Word shows it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block, Kind
from netgov.ingest.readers.joining import LONGEST_REPEATED
from netgov.ingest.readers.numbering import Numbering, value
from netgov.ingest.readers.signatures import OLE

MAX_UNPACKED = 256 * 1024 * 1024
"""A file that unpacks to more is refused, being made to fill the memory."""

MAX_XML = 96 * 1024 * 1024
"""The same for what is no picture; a thousand pages take some 10 MB."""

MAX_COLUMNS = 50
"""Columns that a cell can reach over."""

BODY_TEXT = 9
"""The outline level that Word gives to what is no heading."""

UNPACKING = (zipfile.BadZipFile, zlib.error, RuntimeError)
DAMAGE = (*UNPACKING, etree.XMLSyntaxError, OpcError, LookupError, ValueError, TypeError)
"""What zipfile, lxml and python-docx raise over a broken file, the last of them over attributes that are missing."""

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = ("0", "false", "off")
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXT = {qn("w:t"), MATH_TEXT}
PRINTED = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
GONE = ("w:del", "w:moveFrom", "w:cellDel")
"""Marks of what a revision takes away from its place."""
UNSHOWN = ("w:vanish", "w:strike", "w:dstrike")
"""Hidden text, and text struck through by hand: that is deleted text."""
DROPPED = {qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rPr", "rt", "sectPr", "object")}
NOTES = {qn("w:footnoteReference"): RELATION.FOOTNOTES, qn("w:endnoteReference"): RELATION.ENDNOTES}
SYMBOLS = {
    "F02D": "\N{MINUS SIGN}", "F0A7": "▪", "F0AE": "→", "F0B0": "°", "F0B1": "±", "F0B7": "•", "F0D3": "©", "F0E3": "©",
}  # fmt: skip
"""Characters of the fonts Symbol and Wingdings that reports use; in the file they have no Unicode meaning."""


def read_docx(data: bytes, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of a Word file. Raises UnreadableFile."""
    _check_archive(data, path)
    try:
        package = OpcPackage.open(io.BytesIO(data))
        title = _root(package, RELATION.CORE_PROPERTIES)
        text = "" if title is None else title.findtext(f"{{{DUBLIN_CORE}}}title", "")
        return text.strip(), tuple(_Document(package.main_document_part).blocks())
    except DAMAGE as error:
        raise UnreadableFile(f"{path} is damaged ({error}); open it in Word and save it again as .docx.") from error


def _check_archive(data: bytes, path: Path) -> None:
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(f"{path} is protected by a password; save it without one.")
        raise UnreadableFile(f"{path} is named .docx but is an old Office file; name it .doc, or save it as .docx.")
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"{path} is cut off or damaged ({error}); get it once more.") from error
    for limit, suffix in ((MAX_UNPACKED, ""), (MAX_XML, ".xml")):
        if sum(entry.file_size for entry in entries if entry.filename.endswith(suffix)) > limit:
            raise UnreadableFile(f"{path} unpacks to more than {limit >> 20} MB, so it is not read.")
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise UnreadableFile(f"{path} is named .docx but is no Word file; give it the suffix that fits.")


@dataclass
class _Paragraph:
    """Text as it is gathered, and what the page shows apart from it: the notes it cites, the text boxes it anchors."""

    text: str = ""
    notes: list[Any] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


class _Styles:
    """The styles of paragraphs and of runs, each with what it inherits."""

    def __init__(self, part: Any | None) -> None:
        styles = [] if part is None else part.findall(qn("w:style"))
        self._all = {style.get(qn("w:styleId")): style for style in styles}
        self._styles = {key: style for key, style in self._all.items() if style.get(qn("w:type")) == "paragraph"}
        self._default = next((key for key, style in self._styles.items() if style.get(qn("w:default")) == "1"), "")

    def chain(self, paragraph: Any) -> Iterator[tuple[str, Any]]:
        """The properties that hold for a paragraph, nearest first: its own (named ""), then its style and upwards."""
        own = paragraph.find(qn("w:pPr"))
        if own is not None:
            yield "", own
        name, seen = value(own, "w:pStyle") or self._default, set[str]()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            if (properties := style.find(qn("w:pPr"))) is not None:
                yield name, properties
            name = value(style, "w:basedOn") or ""

    def shows(self, run: Any, toggle: str) -> bool:
        """Whether a run has an on-off property (`w:caps`, `w:strike`), of its own or by the styles that hold for it."""
        own = run.find(qn("w:rPr"))
        found = None if own is None else own.find(qn(toggle))
        paragraph = next(run.iterancestors(qn("w:p")), None)
        names = [value(own, "w:rStyle"), None if paragraph is None else value(paragraph, "w:pPr", "w:pStyle")]
        for name in names if found is None else ():
            found = self._inherited(name, toggle) if found is None else found
        return found is not None and found.get(qn("w:val")) not in OFF

    def _inherited(self, name: str | None, toggle: str) -> Any | None:
        """The property of a run that a style gives, its own or that of the style it is based on."""
        seen = set[str]()
        while name and name in self._all and name not in seen:
            seen.add(name)
            found = self._all[name].find(f"{qn('w:rPr')}/{qn(toggle)}")
            if found is not None:
                return found
            name = value(self._all[name], "w:basedOn")
        return None

    def is_contents(self, paragraph: Any) -> bool:
        """Whether it is a line of a table of contents, which only repeats a heading with its page."""
        style = self._styles.get(value(paragraph, "w:pPr", "w:pStyle"))
        return (value(style, "w:name") or "").lower().startswith("toc ")


class _Document:
    """One pass over a document, which counts its paragraphs and lists and knows where in a field it is."""

    def __init__(self, main: Any) -> None:
        self._body = parse_xml(main.blob).find(qn("w:body"))
        if self._body is None:
            raise ValueError("it has no body")
        self._styles = _Styles(_root(main, RELATION.STYLES))
        self._numbering = Numbering(_root(main, RELATION.NUMBERING))
        self._notes = {relation: _notes(_root(main, relation)) for relation in NOTES.values()}
        self._in_instruction: list[bool] = []
        self._joined = _Paragraph()
        self._count = 0
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """Every block with text in it, in reading order."""
        return self._blocks(self._body)

    def _blocks(self, container: Any) -> Iterator[Block]:
        for child in _children(container):
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            else:
                yield from self._blocks(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self._count += 1
        paragraph, self._joined = self._joined, _Paragraph()
        paragraph.text += "".join(self._inline(element, paragraph))
        following = element.getnext()
        if not _ends(element) and (not paragraph.text or (following is not None and following.tag == qn("w:p"))):
            self._joined = paragraph
            return
        block = self._block(list(self._styles.chain(element)), paragraph.text)
        if block.text.strip() and not self._styles.is_contents(element):
            yield block
        yield from self._asides(paragraph, self._count)

    def _asides(self, paragraph: _Paragraph, locator: int) -> Iterator[Block]:
        for note in paragraph.notes:
            for block in self._blocks(note):
                yield replace(block, kind="note", number="", level=0, locator=locator)
        for box in paragraph.boxes:
            for block in self._blocks(box):
                yield replace(block, locator=locator)
        self._count = locator

    def _block(self, chain: list[tuple[str, Any]], text: str) -> Block:
        levels = (value(properties, "w:outlineLvl") for _, properties in chain)
        outline = int(next((level for level in levels if level), BODY_TEXT))
        number, depth = self._number(chain)
        kind: Kind = "heading" if outline < BODY_TEXT else "item" if depth else "paragraph"
        return Block(text.strip("\n"), kind, number, outline + 1 if kind == "heading" else depth, self._count)

    def _number(self, chain: list[tuple[str, Any]]) -> tuple[str, int]:
        """Label and depth (from 1) in a list; "0" as the list's id means that the paragraph is in none."""
        ids = ((style, value(properties, "w:numPr", "w:numId")) for style, properties in chain)
        style, number_id = next(((style, found) for style, found in ids if found), ("", "0"))
        if number_id == "0":
            return "", 0
        depths = (value(properties, "w:numPr", "w:ilvl") for _, properties in chain)
        given = next((depth for depth in depths if depth), None)
        depth = int(given) if given else self._numbering.level_of_style(number_id, style)
        return self._numbering.next_label(number_id, depth), depth + 1

    def _inline(self, element: Any, paragraph: _Paragraph) -> Iterator[str]:
        """The text of a paragraph or of a part of it; its asides go to the paragraph."""
        for child in _children(element):
            if child.tag == qn("w:fldChar"):
                self._enter_field(child.get(qn("w:fldCharType")))
            elif child.tag == qn("w:txbxContent"):
                paragraph.boxes.append(child)
            elif child.tag in NOTES:
                paragraph.notes += self._notes[NOTES[child.tag]].get(child.get(qn("w:id")), [])
            elif (text := _printed(child)) is None:
                if child.tag != qn("w:r") or not any(self._styles.shows(child, toggle) for toggle in UNSHOWN):
                    yield from self._inline(child, paragraph)
            elif not any(self._in_instruction):
                yield text.upper() if self._styles.shows(element, "w:caps") else text

    def _enter_field(self, mark: str) -> None:
        """A field is begin, instruction, separate, result, end, and may hold other fields; only results are shown."""
        if mark == "begin":
            self._in_instruction.append(True)
        elif mark == "separate" and self._in_instruction:
            self._in_instruction[-1] = False
        elif mark == "end" and self._in_instruction:
            self._in_instruction.pop()

    def _table(self, table: Any) -> Iterator[Block]:
        """A table's rows; those of tables within it follow the row that they are in, as tables of their own."""
        self._tables += 1
        number, merged = self._tables, dict[int, str]()
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is table and not _is_gone(row.find(qn("w:trPr"))):
                yield from self._row(row, number, merged)

    def _row(self, row: Any, table: int, merged: dict[int, str]) -> Iterator[Block]:
        """A row as one block; a row with but one cell in use is a frame around paragraphs and gives those.

        `merged` are the texts of cells that are merged with those under them, by their column.
        """
        cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
        texts, own = list[str](), list[list[Block]]()
        for cell in cells:
            properties = cell.find(qn("w:tcPr"))
            blocks = [] if _is_gone(properties) else list(self._blocks(cell))
            own.append(blocks)
            text = "\n".join(_cell_text(block) for block in blocks if block.kind not in ("note", "row"))
            texts += [_merged(properties, text, len(texts), merged), *[""] * (_width(properties) - 1)]
        used = [cell for cell in own if cell]
        if sum(map(bool, texts)) > 1 and used:
            yield Block("\t".join(texts), "row", locator=used[0][0].locator, table=table)
            yield from (block for cell in own for block in cell if block.kind in ("note", "row"))
        else:
            yield from (block for cell in used for block in cell)


def _merged(properties: Any | None, text: str, column: int, merged: dict[int, str]) -> str:
    """The text of a cell, which is that of the cell above it where the two are merged."""
    merge = None if properties is None else properties.find(qn("w:vMerge"))
    if merge is None:
        merged.pop(column, None)
        return text
    if merge.get(qn("w:val")) == "restart":
        merged[column] = text[:LONGEST_REPEATED]
        return text
    return text or merged.get(column, "")


def _width(properties: Any | None) -> int:
    """How many columns a cell takes."""
    width = value(properties, "w:gridSpan") or "1"
    return min(int(width), MAX_COLUMNS) if width.isdecimal() else 1


def _root(owner: Any, relation: str) -> Any | None:
    """The XML of the part that a part or package relates to in this way, if it has one."""
    try:
        return parse_xml(owner.part_related_by(relation).blob)
    except KeyError:
        return None


def _ends(paragraph: Any) -> bool:
    """Whether a paragraph still ends where it did; if its end is deleted or moved away, the next one continues it."""
    return not _is_gone(paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}"))


def _is_gone(properties: Any | None) -> bool:
    return properties is not None and any(properties.find(qn(mark)) is not None for mark in GONE)


def _children(element: Any) -> Iterator[Any]:
    """What counts of an element's children; of alternative contents, which draw the same twice, the first."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            yield from child[:1]
        elif child.tag not in DROPPED and isinstance(child.tag, str) and not _is_placeholder(child):
            yield child


def _is_placeholder(element: Any) -> bool:
    """Whether it is an empty content control, which shows what to write into it."""
    return element.tag == qn("w:sdt") and element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def _notes(part: Any | None) -> dict[str, list[Any]]:
    return {} if part is None else {note.get(qn("w:id")): [note] for note in _children(part)}


def _printed(element: Any) -> str | None:
    """What a leaf of a paragraph puts on the page; None for what is no leaf."""
    if element.tag in TEXT:
        return element.text or ""
    if element.tag == qn("w:sym"):
        return _symbol(element.get(qn("w:char")) or "FFFD")
    return PRINTED.get(element.tag)


def _symbol(code: str) -> str:
    character = chr(int(code, 16))
    return SYMBOLS.get(code.upper(), "\N{REPLACEMENT CHARACTER}" if "\ue000" <= character <= "\uf8ff" else character)


def _cell_text(block: Block) -> str:
    return f"{block.number} {block.text}".strip().replace("\t", " ")
