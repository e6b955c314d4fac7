"""Whether a text is in English, told by its script and by small words that names do not have."""

from __future__ import annotations

import unicodedata
from collections import Counter

from netgov.ingest.lexicon.words import words, words_in

SAMPLE = 200_000
"""Characters that are looked at."""
MIN_LETTERS = 200
MIN_WORDS = 60
"""Of less text the language is not judged."""
ENGLISH_SHARE = 0.10
"""Running English has three times as many of these words; a list of names has hardly any of any language."""
FOREIGN_SHARE = 0.04

FOREIGN = ("French", "Spanish", "German", "Portuguese", "Italian")
"""Told apart by verbs, pronouns and the like: "de" and "los" stand in names that English reports print, too."""
SCRIPTS = {"CJK": "Chinese or Japanese", "HANGUL": "Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
LATIN = "Latin"


def foreign_language(text: str) -> str:
    """The language or script that a text seems to be in, empty where it is or may be English.

    >>> foreign_language("Комиссия рассмотрела отчёт. " * 20)
    'Cyrillic script'
    """
    sample = text[:SAMPLE]
    script, count = _main_script(sample)
    if script != LATIN and count >= MIN_LETTERS:
        return SCRIPTS.get(script, f"{script.capitalize()} script")
    found = Counter(words_in(sample.lower()))
    if found.total() < MIN_WORDS or _count(found, "English") >= ENGLISH_SHARE * found.total():
        return ""
    likely = max(FOREIGN, key=lambda language: _count(found, language))
    return likely if _count(found, likely) >= FOREIGN_SHARE * found.total() else ""


def _count(found: Counter[str], language: str) -> int:
    """How many of the words found are small words of a language."""
    return sum(found[word] for word in words("languages", language))


def _main_script(text: str) -> tuple[str, int]:
    scripts = Counter[str]()
    for character, count in Counter(text).items():
        if character.isalpha():
            name = unicodedata.name(character, "UNKNOWN").split()[0]
            scripts[LATIN if name in ("LATIN", "FEMININE", "MASCULINE") else name] += count
    return scripts.most_common(1)[0] if scripts else (LATIN, 0)
