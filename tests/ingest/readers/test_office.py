"""Reading old Word files, by a program that the machine has or else not at all."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block
from netgov.ingest.readers import office
from netgov.ingest.readers.files import read_source
from netgov.ingest.readers.office import read_doc
from netgov.ingest.readers.signatures import OLE

CORPUS_FILE = Path(__file__).parents[4] / "shared" / "corpus" / "files" / "T-REC-U.1-1993.doc"


def program(folder: Path, name: str, script: str) -> None:
    """Put a program of this name on the path of the test, and no other."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that programs are looked for in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def refused() -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_doc(OLE, Path("report.doc"))
    return str(caught.value)


def test_without_a_program_the_message_says_what_to_install(path: Path) -> None:
    (path / "report.doc").write_bytes(OLE + bytes(600))
    with pytest.raises(UnreadableFile, match=r"install LibreOffice or antiword.*save it as \.docx"):
        read_source(path / "report.doc")


def test_a_program_that_fails_or_hangs_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "antiword", "echo it is encrypted >&2; exit 1")
    assert "could not be converted (it is encrypted)" in refused()
    program(path, "soffice", "exit 0")
    assert "damaged or protected by a password" in refused()
    program(path, "soffice", "exec /bin/sleep 30")
    monkeypatch.setattr(office, "TIME_LIMIT", 0.2)
    assert "took more than 0.2 s" in refused()


def test_lines_between_bars_are_rows(path: Path) -> None:
    output = r"1\tScope\n\n|Signal  |Type A |\n|Call    |Stop   |\n|(see 4) |and go |\n|Alone||\n\nEnd.\t\t9"
    program(path, "antiword", f"printf '{output}'")
    assert list(read_doc(OLE, Path("report.doc"))[1]) == [
        Block("1\tScope", locator=1),
        Block("Signal\tType A", "row", locator=3),
        Block("Call (see 4)\tStop and go", "row", locator=5),
        Block("Alone", locator=6),
    ]


@pytest.mark.skipif(not CORPUS_FILE.exists(), reason="the corpus is not there")
@pytest.mark.parametrize("used", ["soffice", "antiword"])
def test_a_file_of_word_2_is_read_by_either(used: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which(used):
        pytest.skip(f"{used} is not installed")
    monkeypatch.setattr(office, "OFFICE_PROGRAMS", ("soffice",) if used == "soffice" else ())
    texts = [block.text for block in read_source(CORPUS_FILE).blocks]
    assert {"considering", "2\tFree line condition"} <= set(texts)
    assert any(text.startswith("1.2\tThe signals shown in clauses 2 to 10") for text in texts)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_what_it_wrote(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Activities", level=1)
    document.add_paragraph("SG13 approved Y.3101.")
    document.save(str(tmp_path / "report.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=office.TIME_LIMIT)
    blocks = read_source(tmp_path / "report.doc").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Activities"),
        ("paragraph", "SG13 approved Y.3101."),
    ]
