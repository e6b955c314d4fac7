"""PDF files into blocks: PDFium says where words stand on their pages, `layout` and `paragraphs` what that means."""

from __future__ import annotations

import ctypes
import math
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.lines import Line, Piece, lines_of, reading_order, without_running_heads
from netgov.ingest.readers.paragraphs import blocks_of

MAX_PAGES = 5000
"""A file of more pages is refused; the final acts of a conference have some 1,000."""
MAX_CHARACTERS = 50_000_000
"""A file with more text is refused."""
MAX_STREAM = 64 * 1024 * 1024
"""A file is refused when what draws one of its pages unpacks to more, being made to fill the memory."""

PASSWORD_ERRORS = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
DEFLATE_RATIO = 1032
"""How much smaller the method can make a stream, at most."""
IMAGE = re.compile(rb"/Subtype\s*/Image")
FILE_NAME = re.compile(
    r"""microsoft\s(?:word|powerpoint)\s-\s.* | .*\.(?:docx?|indd|pptx?|rtf|fm|tex|dvi)
      | untitled.* | \(?anonymous\)? | document\d*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What programs put for the title when its author gave none."""

LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
LINE_END_HYPHENS = "\ufffe\x02"
"""How PDFium gives the hyphen that parts a word at the end of its line; the rest of the word follows at once."""
CHARACTERS = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(0xE000, 0xF900)), None),
        **dict.fromkeys(map(chr, range(0xF000, 0xF100)), "•"),
        **dict.fromkeys("\u00ad\u2010\u2011" + LINE_END_HYPHENS, "-"),
        **LIGATURES,
    }
)
"""Where symbol fonts have their characters, reports use hardly any but bullets."""
BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)

WIDE_GAP = 1.0
"""Words on a line that are further apart, in heights of the line, are in different columns or cells."""
MAX_SLANT = 0.05
"""The part of a quarter turn by which scanned text can be askew; what is more so is a watermark."""
SAME_BASELINE = 0.4
"""Baselines that differ by less, in heights of the line, are one: a raised mark stands a third of it higher."""
WORD = re.compile(rf"[^\s{LINE_END_HYPHENS}]+[{LINE_END_HYPHENS}]?")
NOTE_MARK = re.compile(r"(?<!\d)(?:\d{1,2}|\*{1,3})$")


class Glyph(NamedTuple):
    """The box of a character turned upright, and by how many quarter turns; `slant` is what is left of the turn."""

    left: float
    right: float
    bottom: float
    top: float
    baseline: float
    quarter: int
    slant: float = 0.0


class Word(NamedTuple):
    """Characters without a space between them."""

    text: str
    first: Glyph
    last: Glyph
    bold: bool


def read_pdf(data: bytes, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of a PDF, each block with its page. Raises UnreadableFile."""
    _check_streams(data, path)
    document = _open(data, path)
    try:
        title = document.get_metadata_value("Title").strip()
        pages = list(_pages(document, path))
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"{path} is damaged ({error}); get it once more, or print it to a new PDF.") from error
    finally:
        document.close()
    if not any(pages):
        raise UnreadableFile(f"{path} holds pictures and no text; run it through text recognition (OCR) first.")
    regions = [region for page in without_running_heads(pages) for region in reading_order(page)]
    return "" if FILE_NAME.fullmatch(title) else title, tuple(blocks_of(regions))


def _check_streams(data: bytes, path: Path) -> None:
    for start in re.finditer(rb"stream\r?\n", data):
        end = data.find(b"endstream", start.end())
        if (end - start.end()) * DEFLATE_RATIO < MAX_STREAM or IMAGE.search(data, start.start() - 500, start.start()):
            continue
        try:
            unpacked = zlib.decompressobj().decompress(data[start.end() : end], MAX_STREAM + 1)
        except zlib.error:
            continue  # another way of packing, or none
        if len(unpacked) > MAX_STREAM:
            raise UnreadableFile(f"{path} has a page that unpacks to more than {MAX_STREAM >> 20} MB; it is not read.")


def _open(data: bytes, path: Path) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UnreadableFile(f"{path} is protected by a password; save it without one.") from error
        raise UnreadableFile(f"{path} is cut off or damaged ({error}); get it once more.") from error
    if len(document) > MAX_PAGES:
        document.close()
        raise UnreadableFile(f"{path} has more than the {MAX_PAGES} pages that are read; split it into parts.")
    return document


def _pages(document: pypdfium2.PdfDocument, path: Path) -> Iterator[list[Line]]:
    characters = 0
    for number, page in enumerate(document, start=1):
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MAX_CHARACTERS:
            raise UnreadableFile(f"{path} has more than the {MAX_CHARACTERS} characters that are read; split it.")
        words = [word for word in _words(text.raw, text.count_chars()) if _shows(word, page.get_cropbox())]
        yield lines_of(_pieces(_upright(words)), number)


def _shows(word: Word, edges: tuple[float, float, float, float]) -> bool:
    """Whether a word is text on the page: neither a watermark across it nor wholly beyond its edges."""
    left, bottom, right, top = edges
    glyph = word.first
    inside = word.last.right > left and glyph.left < right and glyph.top > bottom and glyph.bottom < top
    return glyph.slant < MAX_SLANT and (inside or glyph.quarter != 0)


def _pieces(words: list[Word]) -> list[Piece]:
    """The words of a page run together where they follow each other on a line."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_piece(run) for run in runs]


def _words(page: Any, count: int) -> Iterator[Word]:
    """The words in the order of the file, without what its fonts give no meaning to."""
    text = "".join([chr(pdfium.FPDFText_GetUnicode(page, index)) for index in range(count)])
    for match in WORD.finditer(text):
        if not pdfium.FPDFText_HasUnicodeMapError(page, match.start()):
            yield _word(page, match[0], match.start(), match.end() - 1)


def _word(page: Any, text: str, start: int, end: int) -> Word:
    font, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, start, font, len(font), flags)
    return Word(text.translate(CHARACTERS), _glyph(page, start), _glyph(page, end), _is_bold(font.value))


@lru_cache
def _is_bold(font: bytes) -> bool:
    return bool(BOLD.search(font))


def _glyph(page: Any, index: int) -> Glyph:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(page, index, box)
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    turns = pdfium.FPDFText_GetCharAngle(page, index) / (math.pi / 2)
    quarter, slant = round(turns) % 4, abs(turns - round(turns))
    if quarter == 0:
        return Glyph(box.left, box.right, box.bottom, box.top, y.value, quarter, slant)
    left, bottom = _turned(box.left, box.bottom, quarter)
    right, top = _turned(box.right, box.top, quarter)
    bottom, top = min(bottom, top), max(bottom, top)
    baseline = _turned(x.value, y.value, quarter)[1]
    return Glyph(min(left, right), max(left, right), bottom, top, baseline, quarter, slant)


def _turned(x: float, y: float, quarter: int) -> tuple[float, float]:
    return [(x, y), (-y, x), (-x, -y), (y, -x)][quarter]


def _upright(words: list[Word]) -> list[Word]:
    """The words that run as most of the page does; the others are stamps and labels of axes."""
    quarters = [word.first.quarter for word in words]
    main = max(set(quarters), key=quarters.count, default=0)
    return [word for word in words if word.first.quarter == main]


def _follows(former: Word, word: Word) -> bool:
    height = former.first.top - former.first.bottom
    gap = word.first.left - former.last.right
    on_line = abs(word.first.baseline - former.first.baseline) < SAME_BASELINE * height
    return on_line and -WIDE_GAP / 2 * height < gap < WIDE_GAP * height


def _piece(words: list[Word]) -> Piece:
    head, main = words[0].first, max(words, key=lambda word: len(word.text)).first
    texts = [_unmarked(word, main) or (word.text if word is words[0] else "") for word in words]
    return Piece(
        text=" ".join(filter(None, texts)),
        left=head.left,
        right=words[-1].last.right,
        baseline=main.baseline,
        height=main.top - main.bottom,
        bold=all(word.bold for word in words),
        first=words[0].last.right - head.left,
    )


def _unmarked(word: Word, main: Glyph) -> str:
    """A word without the raised number of a note at its end."""
    height = main.top - main.bottom
    raised = word.last.bottom > main.bottom + 0.1 * height and word.last.top - word.last.bottom < 0.9 * height
    return NOTE_MARK.sub("", word.text) if raised else word.text
