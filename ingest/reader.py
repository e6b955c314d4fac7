"""Files into blocks of text. The text itself is left as it is; putting it in order is for `normalize`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from netgov.graph.errors import UnreadableFile
from netgov.ingest.language import foreign_language

Kind = Literal["paragraph", "heading", "item", "row", "note"]

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".doc": "application/msword",
}
"""The suffixes that can be read."""

READABLE = ", ".join(MEDIA_TYPES)
"""The same, to print."""

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is refused: a report of a thousand pages has a few megabytes."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_2 = b"\xdb\xa5"
ZIP = b"PK\x03\x04"
SIGNATURES = {
    b"%pdf-": "a PDF (.pdf)",
    ZIP.lower(): "a zip archive, as Word files are (.docx)",
    OLE: "an old Office file (.doc), or one that is protected by a password",
    WORD_2: "an old Word file (.doc)",
    b"{\\rtf": "RTF, which Word saves as .docx",
    b"\x89png": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"gif8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"<!doctype html": "a web page (.html)",
    b"<html": "a web page (.html)",
}
"""What files that are no plain text begin with, in lower case where they have letters."""
PAGE = (None, b"<!doctype html", b"<html")
EXPECTED: dict[str, tuple[bytes | None, ...]] = {
    ".pdf": (b"%pdf-",),
    ".docx": (ZIP.lower(), OLE),
    ".doc": (OLE, WORD_2),
    ".html": PAGE,
    ".htm": PAGE,
    ".md": PAGE,
}
"""Which of these a file with a suffix begins with; None is with none of them, as all others do."""
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Block:
    """A paragraph, table row or note. A line break within it is a newline; cells of a row are joined by tabs.

    `number` is the label that Word computes ("2.1", "a)", "•") and so is not part of `text`; `level` is the outline
    level of a heading or the depth of an item, from 1, else 0; `locator` is the line or paragraph number and `page` the
    page, both from 1; 0 where the file does not know.
    """

    text: str
    kind: Kind = "paragraph"
    number: str = ""
    level: int = 0
    locator: int = 0
    page: int = 0


@dataclass(frozen=True)
class Source:
    """A text that was read: what stands in it and where it came from; `title` is the one that the file declares."""

    name: str
    media_type: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str = ""
    path: Path | None = None


def find_sources(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and what can be read in the folders named, in a stable order without repeats."""
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise UnreadableFile(f"There is no file or folder {path}.")
        for file in _readable_files(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def read_source(path: Path) -> Source:
    """Read a file by its suffix. Raises UnreadableFile, saying what to do about it."""
    data, suffix = _read_bytes(path), path.suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise UnreadableFile(f"{path} cannot be read: netgov reads {READABLE} files.")
    if not data.strip(b"\0\t\n\f\r "):
        raise UnreadableFile(f"{path} is empty.")
    _check_signature(data, path, suffix)
    title, blocks = _parse(data, path, suffix)
    if not any(block.text.strip() for block in blocks):
        raise UnreadableFile(f"{path} holds no text.")
    if language := foreign_language("\n".join(block.text for block in blocks)):
        raise UnreadableFile(f"{path} seems to be in {language}, and netgov reads English; get its English version.")
    return Source(path.name, MEDIA_TYPES[suffix], hashlib.sha256(data).hexdigest(), blocks, title, path)


def source_from_bytes(data: bytes, name: str) -> Source:
    """Plain text, in whichever encoding. Raises UnreadableFile."""
    return replace(source_from_text(decode(data, name), name), sha256=hashlib.sha256(data).hexdigest())


def source_from_text(text: str, name: str) -> Source:
    """A text that is in memory already."""
    return Source(name, MEDIA_TYPES[".txt"], hashlib.sha256(text.encode()).hexdigest(), _lines(text))


def _parse(data: bytes, path: Path, suffix: str) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks. The libraries that this takes are loaded where they are needed, and most texts need none."""
    match suffix:
        case ".docx":
            from netgov.ingest.docx import read_docx as read
        case ".pdf":
            from netgov.ingest.pdf import read_pdf as read
        case ".html" | ".htm":
            from netgov.ingest.html import read_html as read
        case ".md":
            from netgov.ingest.markdown import read_markdown as read
        case ".doc":
            from netgov.ingest.office import read_doc as read
        case _:
            return "", _lines(decode(data, str(path)))
    return read(data, path)


def _readable_files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in MEDIA_TYPES and file.is_file() and not file.name.startswith((".", "~$")):
            yield file


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile(f"{path} is a folder, not a file.")
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise UnreadableFile(
                f"{path} has {size >> 20} MB, more than the {MAX_BYTES >> 20} MB that are read; split it into parts."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {path}.") from None
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.") from error


def _check_signature(data: bytes, path: Path, suffix: str) -> None:
    start = data[:1024].lstrip().lower()
    found = next((signature for signature in SIGNATURES if start.startswith(signature)), None)
    if found not in EXPECTED.get(suffix, (None,)):
        content = SIGNATURES[found] if found else "something else"
        raise UnreadableFile(f"{path} is named {path.suffix} but holds {content}; give it the suffix that fits.")


def decode(data: bytes, name: str) -> str:
    """The text of a file in whichever encoding. Raises UnreadableFile."""
    encodings = [encoding for mark, encoding in BYTE_ORDER_MARKS.items() if data.startswith(mark)]
    for encoding in encodings or ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or len(CONTROL.findall(text)) * 100 > len(text):
            break
        return text
    raise UnreadableFile(f"{name} holds no text in UTF-8, UTF-16 or Windows-1252; save it as plain text in UTF-8.")


def _lines(text: str) -> tuple[Block, ...]:
    lines = enumerate(text.splitlines(), start=1)
    return tuple(Block(line, locator=number) for number, line in lines if line.strip())
