"""Reading files of every kind: what is said about those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

import netgov.ingest.readers.docx
from netgov.graph.errors import UnreadableFile
from netgov.ingest.model.blocks import Block
from netgov.ingest.readers import files as reader
from netgov.ingest.readers.files import MEDIA_TYPES, READABLE, find_sources, read_source, source_from_text
from netgov.ingest.readers.signatures import OLE
from tests.ingest.readers.pdf_files import Text, make_pdf


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_and_left_as_it_is(tmp_path: Path, encoding: str) -> None:
    lines = ["2.4.3\tTouré “opened” the session", "· a bullet\u00a0", "  indented"]
    (tmp_path / "report.txt").write_bytes("\r\n\r\n".join(lines).encode(encoding))
    source = read_source(tmp_path / "report.txt")
    assert texts(source.blocks) == lines
    assert [block.locator for block in source.blocks] == [1, 3, 5]
    assert (source.name, source.media_type, source.title) == ("report.txt", "text/plain", "")


def test_text_in_memory_is_read_as_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("One\nTwo\n", encoding="utf-8")
    read, given = read_source(tmp_path / "report.txt"), source_from_text("One\nTwo\n", "report.txt")
    assert (given.name, given.sha256, given.blocks) == (read.name, read.sha256, read.blocks)
    assert given.path is None


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


OLE_FILE = OLE + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b" \n", "is empty"),
        ("a.txt", bytes(range(256)), "holds no text"),
        ("a.txt", b"\xff\xfe\x00\xd8", "holds no text"),
        ("a.txt", b"%PDF-1.7", "holds a PDF"),
        ("a.txt", zipped(x="y"), "holds a zip archive"),
        ("a.txt", b"<!DOCTYPE html><p>x", "holds a web page"),
        ("a.xlsx", zipped(x="y"), r"netgov reads \.txt, \.docx, \.pdf, \.html, \.htm, \.md, \.doc files"),
        ("a.html", b"%PDF-1.7", r"holds a PDF \(\.pdf\)"),
        ("a.html", b"<script>1</script>", "holds no text"),
        ("a.md", b"\x89PNG\r\n", "holds a picture"),
        ("a.md", b"---\ntitle: x\n---\n", "holds no text"),
        ("a.pdf", b"%PDF-1.7", "cut off or damaged"),
        ("a.pdf", zipped(word__document="y"), r"holds a zip archive, as Word files are \(\.docx\)"),
        ("a.pdf", b"plain text", "holds something else"),
        ("a.doc", zipped(x="y"), "holds a zip archive"),
        ("a.doc", b"{\\rtf1", "holds RTF"),
        ("a.docx", b"", "is empty"),
        ("a.docx", bytes(100), "is empty"),
        ("a.docx", b"plain text", "holds something else"),
        ("a.docx", OLE_FILE, "is an old Office file"),
        ("a.docx", OLE_FILE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.docx", zipped(x="y"), "is no Word file"),
        ("a.docx", zipped(word__document="y")[:-30], "cut off or damaged"),
        ("a.docx", zipped(word__document="y"), "is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile, match=reason):
        read_source(tmp_path / name)


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "whole.docx"))
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "broken.docx", "w") as broken:
        for entry in whole.infolist():
            data = whole.read(entry)
            broken.writestr(entry, data[:500] if entry.filename == "word/document.xml" else data)
    with pytest.raises(UnreadableFile, match="is damaged"):
        read_source(tmp_path / "broken.docx")


def test_a_file_too_large_or_unpacking_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    document.add_paragraph(" " * (3 << 20))
    document.save(str(tmp_path / "report.docx"))
    for limit in ("MAX_UNPACKED", "MAX_XML"):
        with monkeypatch.context() as patch, pytest.raises(UnreadableFile, match="unpacks to more than 2 MB"):
            patch.setattr(netgov.ingest.readers.docx, limit, 2 << 20)
            read_source(tmp_path / "report.docx")
    monkeypatch.setattr(reader, "MAX_BYTES", 1_000)
    with pytest.raises(UnreadableFile, match="split it into parts"):
        read_source(tmp_path / "report.docx")


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no file"):
        read_source(tmp_path / "missing.txt")
    with pytest.raises(UnreadableFile, match="is a folder"):
        read_source(tmp_path)
    with pytest.raises(UnreadableFile, match="no file or folder"):
        find_sources([tmp_path / "missing"])


def test_folders_are_searched_for_what_can_be_read(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.DOCX", "a/~$c.docx", "a/.hidden.txt", "notes.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_sources([tmp_path / "b.txt", tmp_path, tmp_path / "notes.xlsx"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["b.txt", "a/c.DOCX", "notes.xlsx"]


def test_every_kind_is_read_by_its_suffix(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("SG13 met.")
    document.save(str(tmp_path / "a.docx"))
    files = {"a.txt": b"SG13 met.", "a.md": b"SG13 *met*.", "a.htm": b"<p>SG13 met.", "a.html": b"<p>SG13 <b>met</b>."}
    for name, data in {**files, "a.pdf": make_pdf([Text("SG13 met.")])}.items():
        (tmp_path / name).write_bytes(data)
    found = find_sources([tmp_path])
    assert {path.suffix for path in found} == MEDIA_TYPES.keys() - {".doc"}
    assert {texts(read_source(path).blocks)[0] for path in found} == {"SG13 met."}
    assert {read_source(path).media_type for path in found} == set(MEDIA_TYPES.values()) - {MEDIA_TYPES[".doc"]}


def test_the_readme_lists_the_suffixes() -> None:
    assert f"suffix: {READABLE}." in (Path(__file__).parents[3] / "README.md").read_text("utf-8")
