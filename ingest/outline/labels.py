"""What a line begins with: the number of a section, the letter of an item, a bullet, an annex, the label of a table."""

from __future__ import annotations

import re

from netgov.ingest.lexicon.dates import MONTH

_NUMBERED = re.compile(
    r"""(?:(\d{1,2}(?:bis|ter)?(?:\.\d{1,2})*)            # 2, 2bis, 2.4.3
          (?:[.)]\s*|\s*\t\s*|\s{1,3}(?=[A-Z“"(]))        # a full stop, a tab, or a blank before a capital
        |((?:[IVX]{1,4}|[A-Z])(?:\.\d{1,2})+)\.?\s*\t\s*  # A.1, IV.2 and a tab
        )(?=\S)""",
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
DATE_LINE = re.compile(rf"\d{{1,2}}(?:\s*\([ap]m\))?(?:\s*[-–,]\s*\d{{1,2}})*\s+{MONTH}\s+\d{{4}}")
_BULLET = re.compile(r"[·•●▪◦‣➢✓–—*o-]\s+(?=\S)")
_LETTERED = re.compile(r"(?:\(?([a-z]{1,2}|[ivx]{1,5})\)|([ivx]{1,5}|[a-z])\.)\s+(?=\S)")
_ROMAN = frozenset("ivx")
_ANNEX = re.compile(
    r"""((?:Annex|Appendix|Attachment)(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?)\b
        (?=\s*(?:[:.–—(-]|\t|$)|[ ]*\n)                   # a title follows, or nothing""",
    re.IGNORECASE | re.VERBOSE,
)
_CAPTION = re.compile(
    r"""(?:Table|Figure|Fig\.|Box|Chart|Photo|Image|Diagram|Graph)\s
        (?:\d{1,3}|[A-Z]{1,2}|[IVX]{1,5})(?:[.-]?\d{1,3}|[a-z])*\b
        (?:\s?[:–—]\s?|\s[-.]\s|\.\s|\t|$)""",
    re.VERBOSE,
)


def split_number(text: str, number: str) -> tuple[str, str]:
    """("2.4.3", rest of the paragraph); the number is Word's own, or printed at the start of the line."""
    if number and (printed := re.fullmatch(r"\(?([\w.]+?)[.)]*", number)):
        return printed[1], text
    if (match := _NUMBERED.match(text)) and not DATE_LINE.match(text):
        return match[1] or match[2], text[match.end() :].strip()
    return "", text


def is_section(number: str) -> bool:
    """Whether a number is that of a section, as no letter alone is."""
    return not number[0].islower() and (number[-1].isdigit() or number.endswith((".", "bis", "ter")))


def list_number(text: str) -> tuple[int, str] | None:
    """(3, "the rest") of "3) the rest" or "3. the rest", which number items in running text too."""
    match = _LIST_NUMBER.match(text)
    return (int(match[1]), text[match.end() :]) if match else None


def letter_of(text: str) -> str:
    """The letter of an item, "a" of "a) that …"."""
    match = _LETTERED.match(text)
    return (match[1] or match[2]) if match else ""


def split_mark(text: str) -> tuple[str, str]:
    """The bullet of an item ("•"), or what kind of label it has ("a", "i"), and its text; no mark: no item."""
    if match := _BULLET.match(text):
        return text[0], text[match.end() :]
    if match := _LETTERED.match(text):
        letter = match[1] or match[2]
        return "i" if _ROMAN.issuperset(letter) else "a", text[match.end() :]
    return "", text


def nested_label(current: str, item: str) -> str:
    """The label of an item: i), ii) after a) are "a i", "a ii", but i) after h) is the letter."""
    head = current.split(" ")[0]
    if _ROMAN.issuperset(item) and head and not (len(item) == 1 and ord(head[0]) == ord(item) - 1):
        return f"{head} {item}"
    return item


def annex_of(text: str) -> str:
    """ "Annex 1" of a line that opens one."""
    match = _ANNEX.match(text)
    return match[1] if match else ""


def is_caption(text: str) -> bool:
    """Whether a line is the title of a table or figure: it names what can be seen there and states nothing."""
    return bool(_CAPTION.match(text))
