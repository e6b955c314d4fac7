"""The lines that open the clauses of a resolution."""

from __future__ import annotations

import re

from netgov.ingest.lexicon.words import behind_clause_opening, words_in
from netgov.ingest.outline.labels import split_mark, split_number

_LENGTH = 140
_SENTENCE_WORDS = {"that", "to", "shall", "should"}
_TO_INSTRUCT = re.compile(r"(?:further\s)?to\s(?:instruct|request|invite|encourage|urge|call|direct)\b\s?")


def opens_clause(text: str, following: str) -> bool:
    """As in "instructs the Secretary-General", "considering further": what `following` goes on with."""
    if len(text) > _LENGTH or text.endswith((".", ";")) or not text[0].isalpha():
        return False
    rest = behind_clause_opening(text[0].lower() + text[1:])
    if rest is None or _SENTENCE_WORDS.intersection(words_in(_TO_INSTRUCT.sub("", rest, count=1))):
        return False
    return text[0].islower() or not rest.strip(" ,:") or _goes_on(following)


def _goes_on(following: str) -> bool:
    return following[:1].islower() or bool(split_mark(following)[0] or split_number(following, "")[0])
