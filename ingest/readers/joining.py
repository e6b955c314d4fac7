"""Lines that were broken to fit a page: whether one goes on with the former, and what they are as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from netgov.ingest.lexicon.words import abbreviation_at_end, words

LONGEST_REPEATED = 300
"""Characters of a merged cell that each row under it repeats."""
LABELLED = re.compile(
    r"""(?P<number>\d{1,2}(?:\.\d{1,2})*[.)]?)(?=\s)     # 4, 2.1, 3) or 7.
      |[(\[]?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[)\]](?=\s)  # a), (iv) or [2]
      |(?:[•·▪◦●‣*+–—-]|o(?=\s{2}|\t))(?=\s)             # a bullet
    """,
    re.VERBOSE,
)
DECORATION = re.compile(r".*(?:\.{5,}|(?:\s\.){5,}|…{2,})[\s.]*(?:\d{1,4}|[ivxl]{1,6})?|[\W_]+")
"""Lines of a table of contents, which only repeat headings, and lines that are drawn."""
_ENDS = tuple(".;:?!")
_CLOSING = '"”’)]'
_LONGEST_WORD = 60
_PARTED = re.compile(r"([^\W_]+)-$")
_SECOND_PART = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"(?<![^\W_])(?=([^\W\d_]+-[^\W\d_]+))")
_SUSPENDED = {"and", "or", "to"}
"""Words after a hyphen that stays and has a space after it: "inter- and intra-regional"."""


def has_ended(text: str) -> bool:
    """Whether a line ends as a sentence or clause does; the full stop of "Amd." or "J." ends none."""
    text = text.rstrip()
    bare = text[:-1] if text.endswith(tuple(_CLOSING)) else text
    return bare.endswith(_ENDS) and abbreviation_at_end(text) in ("", "after")


def can_end(line: str, following: str) -> bool:
    """Whether a paragraph can end with a line, seeing what follows it."""
    if has_ended(line):
        return True
    if following[:1].islower() or line.endswith((",", "-")) or abbreviation_at_end(line):
        return False
    return line.rsplit(None, 1)[-1] not in words("sentences", "inner")


def starts_anew(line: str, former: str) -> bool:
    """Whether the number or bullet that a line begins with is one, and does not go on with the former line.

    "13 and 17 met" can be the next line of a sentence, and so can "4.3 of Resolution 2" behind a comma.
    """
    label = LABELLED.match(line)
    if not label:
        return False
    if label["number"] is None:
        return has_ended(former) or former.endswith((",", " and", " or")) or "\t" in line[: label.end() + 1]
    following = line[label.end() :].lstrip()
    is_tabbed = line[label.end() : label.end() + 1] == "\t"
    return (is_tabbed or has_ended(former)) and not (following[:1].islower() and label["number"].isdigit())


def hyphenated_words(lines: Iterable[str]) -> frozenset[str]:
    """The words that are printed with a hyphen within a line, in lower case."""
    return frozenset(word.lower() for line in lines for word in _HYPHENATED.findall(line))


def join_lines(lines: Sequence[str], hyphenated: frozenset[str]) -> str:
    """Lines as one; a hyphen at the end of a line goes, unless the word is printed with it elsewhere."""
    parts = list[str](lines[:1])
    for line in lines[1:]:
        first, second = _PARTED.search(parts[-1][-_LONGEST_WORD:]), _SECOND_PART.match(line)
        if not (first and second):
            parts.append(f" {line}" if parts[-1] else line)
        elif f"{first[1]}-{second[0]}".lower() in hyphenated or not second[0][0].islower():
            parts.append(line)
        elif second[0] in _SUSPENDED:
            parts.append(f" {line}")
        else:
            parts[-1] = parts[-1][:-1]
            parts.append(line)
    return "".join(parts)
