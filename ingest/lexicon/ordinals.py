"""Ordinals in words and digits."""

from __future__ import annotations

import re

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ORDINALS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{f"{tens[:-1]}ieth": 10 * number for number, tens in enumerate(_TENS, 2)},
    **{f"{tens}-{unit}": 10 * n + m for n, tens in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS, 1)},
}
_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)


def ordinal_number(text: str) -> int:
    """As in "14th" → 14, "Fifth" → 5, "Twenty-second" → 22; 0 for what is no number ("last").

    >>> ordinal_number("21st"), ordinal_number("Thirty-first"), ordinal_number("next")
    (21, 31, 0)
    """
    digits = _DIGITS.fullmatch(text)
    return int(digits[1]) if digits else ORDINALS.get(text.casefold(), 0)
