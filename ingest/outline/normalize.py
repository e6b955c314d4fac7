"""The debris of flattened Word files, and the only place where the text of a report is changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from netgov.ingest.lexicon.dates import MONTH_NAMES
from netgov.ingest.lexicon.words import words

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
_MARK = re.compile(r"\[bookmark:[^\]]*\]|\[(?:footnote|endnote)Ref:\d+\]\d{0,2}", re.IGNORECASE)
"""A bookmark, or the mark of a note with its number."""
_NOTE_BODY = re.compile(r"(?:(?<!\s)\s+)?\[\d+:\s*(?:\d+\s)?\s*((?:[^\[\]]|\[[^\[\]]*\])*)\]\s*")
_SPACES = re.compile(r" {2,}")
_BREAK_IN_WORDS = re.compile(r"(?<=\d)\u200b(?=[a-z])")
"""A place where a line may break, and where a name with a number ends: a blank was meant."""
_LOST_HYPHEN = re.compile(
    r"\bITU ?(?=[TRD] ?(?:SG|WP|Study Group|Rec(?:ommendation)?s?\b|Resolution|Q\d))|\bITU(?=[TRD]\b)"
)
_LOST_SPACE = re.compile(
    rf"""\bITU-[TRD](?=(?:SGs?|WP|Q)\s?\d|Study|Rec)                      # ITU-TSG13
       |\b\d*(?:1st|2nd|3rd|\dth)(?=[A-Z]|(?:to|and|of|[a-z]{{4,}})\b)  # 28thto, 2ndAPT, 10thmeeting
       |(?:(?<![\w./@-])|(?<=\d[–-]))\d{{1,4}}(?=(?:{MONTH_NAMES})(?![a-z]))  # 5September, 24-25September
       |(?<![A-Za-z])(?:{MONTH_NAMES})(?=(?:19|20)\d\d\b)               # September2019
       |(?<![\w./@-])\d{{1,5}}(?=(?!st|nd|rd|th|\w*bits?\b)[a-z]{{5,}}\b)  # 118participants
    """,
    re.VERBOSE,
)
_FUSED = re.compile("|".join(rf"\b{pair.replace(' ', '(?=')}\b)" for pair in sorted(words("fused", "pairs"))))
"""The first of two words that were one only where the blank between them was lost: "MemberStates"."""


@dataclass(frozen=True)
class Clean:
    """Clean text of one block, and the footnotes that stood in it."""

    text: str
    notes: tuple[str, ...] = ()


def clean_text(text: str) -> str:
    """One spelling of dashes, spaces and sectors, lost blanks put back; quotation marks stay as printed.

    >>> clean_text("ITU‑TSG13\\u00a0met on 24-25September")
    'ITU-T SG13 met on 24-25 September'
    """
    text = _BREAK_IN_WORDS.sub(" ", text)
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_CHARACTERS)))
    text = _LOST_HYPHEN.sub("ITU-", text)
    return _FUSED.sub(r"\g<0> ", _LOST_SPACE.sub(r"\g<0> ", text)).strip(" ")


def clean_block(text: str) -> Clean:
    """Clean a block: bookmarks and note marks go, the bodies of footnotes come out.

    "… future internet[footnoteRef:2]1 is … bodies;  [2: 1  e.g. ITU-T Kaleidoscope …]"
    """
    text = _MARK.sub("", text)
    notes = [clean_text(note).strip() for note in _NOTE_BODY.findall(text)]
    return Clean(clean_text(_NOTE_BODY.sub(" ", text)), tuple(filter(None, notes)))
