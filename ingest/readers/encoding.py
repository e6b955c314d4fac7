"""Bytes into text, in whichever encoding."""

from __future__ import annotations

import re

from netgov.graph.errors import UnreadableFile

BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


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
