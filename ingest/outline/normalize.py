"""The debris of flattened Word files, and the only place where the text of a report is changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None),
        "\u2028": " ",
        "\x0b": " ",
        "\x0c": " ",
    }
)
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[(?:footnote|endnote)Ref:\d+\]\d{0,2}", re.IGNORECASE)
_NOTE_BODY = re.compile(r"(?:(?<!\s)\s+)?\[\d+:\s*(?:\d+\s)?\s*((?:[^\[\]]|\[[^\[\]]*\])*)\]\s*")
_FUSED_SECTOR = re.compile(r"\b(ITU-[TRD])(?=(?:SGs?|WP|Q)\s?\d|Study|Rec)")
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True)
class Clean:
    """Clean text of one block, and the footnotes that stood in it."""

    text: str
    notes: tuple[str, ...] = ()


def clean_text(text: str) -> str:
    """One spelling of dashes, spaces and sectors; quotation marks stay as printed.

    >>> clean_text("ITU‑TSG13\\u00a0met")
    'ITU-T SG13 met'
    """
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS))
    text = _FUSED_SECTOR.sub(r"\1 ", _SPACES.sub(" ", text))
    return text.strip(" ")


def clean_block(text: str) -> Clean:
    """Clean a block: bookmarks and note marks go, the bodies of footnotes come out.

    "… future internet[footnoteRef:2]1 is … bodies;  [2: 1  e.g. ITU-T Kaleidoscope …]"
    """
    text = _NOTE_MARK.sub("", _BOOKMARK.sub("", text))
    notes = [clean_text(note).strip() for note in _NOTE_BODY.findall(text)]
    return Clean(clean_text(_NOTE_BODY.sub(" ", text)), tuple(filter(None, notes)))
