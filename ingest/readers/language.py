"""Whether a text is in English, told by its script and by small words that names do not have."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SAMPLE = 200_000
"""Characters that are looked at."""
MIN_LETTERS = 200
MIN_WORDS = 60
"""Of less text the language is not judged."""
ENGLISH_SHARE = 0.10
"""Running English has three times as many of these words; a list of names has hardly any of any language."""
FOREIGN_SHARE = 0.04

ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|that|for|by|with|was|are|which|be|has|were|been|this|from|its)\b")
FOREIGN = {
    "French": re.compile(
        r"\b(?:est|que|qui|dans|une|sont|aux|cette|ont|été|leur|elle|nous|plus|avec|ces|être|ne|par)\b"
    ),
    "Spanish": re.compile(r"\b(?:que|una|con|como|más|son|ha|sido|este|esta|entre|sus|pero|también|fue|ser|se|lo)\b"),
    "German": re.compile(r"\b(?:die|das|ist|nicht|eine|zu|mit|wird|sind|auf|dem|auch|wurde|durch|werden|sich|den)\b"),
    "Portuguese": re.compile(r"\b(?:que|uma|com|não|são|pelo|pela|foi|mais|entre|como|também|ser|ao|na|no|se)\b"),
    "Italian": re.compile(r"\b(?:che|una|sono|con|nel|alla|gli|è|stato|anche|come|questo|non|si|da|nella|ha)\b"),
}
"""Verbs, pronouns and the like: "de" and "los" stand in names that English reports print, too."""
SCRIPTS = {"CJK": "Chinese or Japanese", "HANGUL": "Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
LATIN = "Latin"
_WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str:
    """The language or script that a text seems to be in, empty where it is or may be English.

    >>> foreign_language("Комиссия рассмотрела отчёт. " * 20)
    'Cyrillic script'
    """
    sample = text[:SAMPLE]
    script, count = _main_script(sample)
    if script != LATIN and count >= MIN_LETTERS:
        return SCRIPTS.get(script, f"{script.capitalize()} script")
    words = len(_WORD.findall(sample := sample.lower()))
    if words < MIN_WORDS or len(ENGLISH.findall(sample)) >= ENGLISH_SHARE * words:
        return ""
    counts = {language: len(small.findall(sample)) for language, small in FOREIGN.items()}
    likely = max(counts, key=lambda language: counts[language])
    return likely if counts[likely] >= FOREIGN_SHARE * words else ""


def _main_script(text: str) -> tuple[str, int]:
    scripts = Counter[str]()
    for character, count in Counter(text).items():
        if character.isalpha():
            name = unicodedata.name(character, "UNKNOWN").split()[0]
            scripts[LATIN if name in ("LATIN", "FEMININE", "MASCULINE") else name] += count
    return scripts.most_common(1)[0] if scripts else (LATIN, 0)
