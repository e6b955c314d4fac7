"""Bytes into text, in whichever encoding: as the WHATWG's Encoding Standard has it, but what fits none is refused."""

from __future__ import annotations

import codecs
import re
from itertools import groupby

from netgov.graph.errors import UnreadableFile

BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
WINDOWS = "cp1252"
WESTERN = {"ascii", "iso8859-1", WINDOWS}
"""Encodings that are Windows-1252 in truth when a file declares them."""
UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes that Windows-1252 does not define; some programs keep them as control characters, others lose them."""
LOST = 0x9D
"""The byte that a lost one most likely was, being the last of a closing quotation mark in UTF-8."""
REPAIRED_SHARE = 0.8
"""The share of the stretches beyond ASCII that must be UTF-8 read twice for the text to be."""


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of a file; `declared` is the encoding that it names. Raises UnreadableFile."""
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or len(CONTROL.findall(text)) * 100 > len(text):
            break
        return _read_once(text)
    raise UnreadableFile(f"{name} holds no text in UTF-8, UTF-16 or Windows-1252; save it as plain text in UTF-8.")


def _candidates(data: bytes, declared: str) -> list[str]:
    """Encodings to try: a byte order mark decides; else bytes that are valid UTF-8 are UTF-8, whatever is declared."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return [encoding]
    try:
        known = codecs.lookup(declared).name if declared else WINDOWS
    except LookupError:
        known = WINDOWS
    return ["utf-8", WINDOWS if known in WESTERN or known.startswith("utf-16") else known, WINDOWS]


def _read_once(text: str) -> str:
    """The text that was meant where UTF-8 was read as Windows-1252 and saved once more as UTF-8.

    >>> _read_once("the Unionâ€™s cafÃ©")
    'the Union’s café'
    """
    stretches = ["".join(found) for _, found in groupby(text, key=str.isascii)]
    repaired = [stretch if stretch.isascii() else _repaired(stretch) for stretch in stretches]
    beyond = sum(not stretch.isascii() for stretch in stretches)
    changed = sum(former != now for former, now in zip(stretches, repaired, strict=True))
    return "".join(repaired) if changed > 1 and changed >= REPAIRED_SHARE * beyond else text


def _repaired(stretch: str) -> str:
    """Characters beyond ASCII as the UTF-8 whose bytes they show; the same where they show none."""
    try:
        return b"".join(map(_byte, stretch)).decode()
    except UnicodeError:
        return stretch


def _byte(character: str) -> bytes:
    """The byte that a program read as this character."""
    if character == "\N{REPLACEMENT CHARACTER}":
        return bytes([LOST])
    return bytes([ord(character)]) if ord(character) in UNDEFINED else character.encode(WINDOWS)
