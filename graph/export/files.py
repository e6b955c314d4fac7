"""What an export comes as: one or several files, each made piece by piece; in a folder, or as one zip."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECE = 1 << 16
"""Bytes handed on at once."""

File = tuple[str, Iterator[bytes]]
"""Name and content."""


class Sink(io.RawIOBase):
    """Keeps what is written to it until it is taken; for writers that want a file."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = self._taken = 0

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        written = bytes(piece)  # type: ignore[call-overload]
        self._pieces.append(written)
        self._length += len(written)
        return len(written)

    def tell(self) -> int:
        return self._length

    def take(self, least: int = 1) -> Iterator[bytes]:
        """What was written since, where it is as long as that."""
        if self._length - self._taken >= least:
            yield b"".join(self._pieces)
            self._pieces.clear()
            self._taken = self._length


def encode(texts: Iterable[str]) -> Iterator[bytes]:
    """Texts as UTF-8, in pieces worth to be handed on."""
    sink = Sink()
    for text in texts:
        sink.write(text.encode())
        yield from sink.take(PIECE)
    yield from sink.take()


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """A zip of files, byte for byte the same for the same content."""
    sink = Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as entry:
                for piece in pieces:
                    entry.write(piece)
                    yield from sink.take(PIECE)
    yield from sink.take()


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file; where that fails, what was at the path before stays."""
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_folder(path: Path, files: Iterable[File]) -> None:
    """Write files into a folder of their own; where that fails, it is not there. Raises FileExistsError."""
    draft = path.with_name(f"{path.name}.part")
    path.mkdir(exist_ok=True)
    path.rmdir()  # it must be empty
    draft.mkdir()
    try:
        for name, pieces in files:
            write_file(draft / name, pieces)
        draft.replace(path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
