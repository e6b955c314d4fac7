"""Old Word files (.doc), through an office program that the machine has: LibreOffice, or antiword."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.docx import read_docx

TIME_LIMIT = 120
"""Seconds that a conversion may take."""
OFFICE_PROGRAMS = ("soffice", "libreoffice")
TEXT_PROGRAM = "antiword"
PICTURE = "[pic]"
CONTENTS = re.compile(r".*\S\t{2,}(?:\d{1,4}|[ivxl]{1,6})")
"""A line of a table of contents, which only repeats a heading with its page."""
INDEX_ENTRY = re.compile(r"\s*xe\s*[\"“][^\"”]*[\"”]\s*§?", re.IGNORECASE)
"""What LibreOffice makes of the entries of an index in a file of Word 2, which do not show."""


def read_doc(data: bytes, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of an old Word file. Raises UnreadableFile, saying what to install."""
    office = next(filter(None, map(shutil.which, OFFICE_PROGRAMS)), None)
    antiword = shutil.which(TEXT_PROGRAM)
    if not office and not antiword:
        raise UnreadableFile(
            f"{path} is an old Word file: install LibreOffice or antiword to have it read, or save it as .docx."
        )
    with tempfile.TemporaryDirectory(prefix="netgov-") as folder:
        copy = Path(folder, "report.doc")
        copy.write_bytes(data)
        return _by_office(office, copy, path) if office else _by_antiword(str(antiword), copy, path)


def _by_office(program: str, copy: Path, path: Path) -> tuple[str, tuple[Block, ...]]:
    """By LibreOffice with a profile of its own, as one that is in use by an open window is locked."""
    profile = f"-env:UserInstallation={(copy.parent / 'profile').as_uri()}"
    _run([program, profile, "--headless", "--convert-to", "docx", "--outdir", str(copy.parent), str(copy)], path)
    converted = copy.with_suffix(".docx")
    if not converted.exists():
        raise UnreadableFile(f"{path} could not be converted: it is damaged or protected by a password.")
    title, blocks = read_docx(converted.read_bytes(), path)
    return title, tuple(replace(block, text=INDEX_ENTRY.sub("", block.text)) for block in blocks)


def _by_antiword(program: str, copy: Path, path: Path) -> tuple[str, tuple[Block, ...]]:
    text = _run([program, "-m", "UTF-8.txt", "-w", "0", str(copy)], path)
    return "", tuple(_blocks(text.replace(PICTURE, "").splitlines()))


def _run(command: Sequence[str], path: Path) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIME_LIMIT, check=True, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(f"{path} took more than {TIME_LIMIT} s to convert; save it as .docx.") from None
    except (OSError, subprocess.CalledProcessError) as error:
        reason = (getattr(error, "stderr", None) or str(error).encode()).decode(errors="replace").strip()
        raise UnreadableFile(f"{path} could not be converted ({reason}); save it as .docx.") from error
    return done.stdout.decode(errors="replace")


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """A line is a paragraph, but lines between bars are a table, a row of which can take some."""
    row: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        cells = (
            [cell.strip() for cell in line.strip()[1:-1].split("|")]
            if len(bars := line.strip()) > 1 and bars[0] == bars[-1] == "|"
            else []
        )
        if row and len(cells) == len(row) and not cells[0][:1].isupper() and not cells[0][:1].isdigit():
            row = [f"{cell} {more}".strip() for cell, more in zip(row, cells, strict=True)]
            continue
        if any(row):
            yield _row(row, number - 1)
        row = cells
        if not cells and line.strip() and not CONTENTS.fullmatch(line):
            yield Block(line.strip(), locator=number)


def _row(cells: Sequence[str], locator: int) -> Block:
    if sum(map(bool, cells)) > 1:
        return Block("\t".join(cells), "row", locator=locator)
    return Block("".join(cells), locator=locator)
