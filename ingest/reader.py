"""Files into blocks of text. The text itself is left as it is; putting it in order is for `normalize`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from graph.errors import UnreadableFile

Kind = Literal["paragraph", "heading", "item", "row", "note"]

MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
}
"""The suffixes that can be read."""

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is refused: a report of a thousand pages has a few megabytes."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SIGNATURES = {ZIP: "a zip archive", OLE: "an old or encrypted Office file", b"%PDF-": "a PDF", b"{\\rtf": "RTF"}
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
    suffix = path.suffix.lower()
    data = _read_bytes(path)
    if suffix == ".doc":
        raise UnreadableFile(f"{path} is an old Word file; open it in Word or LibreOffice and save it as .docx.")
    if suffix not in MEDIA_TYPES:
        raise UnreadableFile(f"{path} cannot be read: netgov reads {' and '.join(sorted(MEDIA_TYPES))} files.")
    if not data.strip():
        raise UnreadableFile(f"{path} is empty.")
    if suffix == ".docx":
        from ingest.docx import read_docx  # python-docx takes a while to load, and most texts do not need it

        title, blocks = read_docx(data, path)
        return Source(path.name, MEDIA_TYPES[suffix], hashlib.sha256(data).hexdigest(), blocks, title, path)
    _check_signature(data, path)
    return replace(source_from_bytes(data, str(path)), name=path.name, path=path)


def source_from_bytes(data: bytes, name: str) -> Source:
    """Plain text, in whichever encoding. Raises UnreadableFile."""
    return replace(source_from_text(_decode(data, name), name), sha256=hashlib.sha256(data).hexdigest())


def source_from_text(text: str, name: str) -> Source:
    """A text that is in memory already."""
    return Source(name, MEDIA_TYPES[".txt"], hashlib.sha256(text.encode()).hexdigest(), _lines(text))


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


def _check_signature(data: bytes, path: Path) -> None:
    for signature, content in SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableFile(f"{path} is named {path.suffix} but holds {content}; give it the suffix that fits.")


def _decode(data: bytes, name: str) -> str:
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
