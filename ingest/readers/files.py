"""Files into blocks of text. The text itself is left as it is; putting it in order is for `normalize`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block, Source
from netgov.ingest.readers.encoding import decode
from netgov.ingest.readers.language import foreign_language
from netgov.ingest.readers.plain import blocks_of_text
from netgov.ingest.readers.signatures import check_signature

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
    check_signature(data, path, suffix)
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
    return Source(name, MEDIA_TYPES[".txt"], hashlib.sha256(text.encode()).hexdigest(), blocks_of_text(text))


def _parse(data: bytes, path: Path, suffix: str) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks. The libraries that this takes are loaded where they are needed, and most texts need none."""
    match suffix:
        case ".docx":
            from netgov.ingest.readers.docx import read_docx as read
        case ".pdf":
            from netgov.ingest.readers.pdf import read_pdf as read
        case ".html" | ".htm":
            from netgov.ingest.readers.html import read_html as read
        case ".md":
            from netgov.ingest.readers.markdown import read_markdown as read
        case ".doc":
            from netgov.ingest.readers.office import read_doc as read
        case _:
            return "", blocks_of_text(decode(data, str(path)))
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
