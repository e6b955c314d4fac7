"""What files begin with, whatever their suffix says."""

from __future__ import annotations

from pathlib import Path

from netgov.graph.errors import UnreadableFile

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


def check_signature(data: bytes, path: Path, suffix: str) -> None:
    """Refuse a file whose first bytes are not what its suffix promises. Raises UnreadableFile."""
    start = data[:1024].lstrip().lower()
    found = next((signature for signature in SIGNATURES if start.startswith(signature)), None)
    if found not in EXPECTED.get(suffix, (None,)):
        content = SIGNATURES[found] if found else "something else"
        raise UnreadableFile(f"{path} is named {path.suffix} but holds {content}; give it the suffix that fits.")
