"""Names of offices, from data/offices.csv: "Vice-Chairmen", "Deputy Director-General", "former Minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from netgov.ingest.lexicon.gazetteer import read_table

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_JOINTS = frozenset([" ", "-", "‑", "‐", "\u00a0"])
_PAST = frozenset(["former", "formerly", "ex", "past", "previous", "late", "then", "outgoing"])
_TO_COME = frozenset(["elect", "designate", "nominee", "emeritus"])


@dataclass(frozen=True)
class Office:
    """An office that a text names; offsets are the text's. `role` is it in the singular, as printed.

    `scope` is "group" where its bare name means the group that the text is about ("The Chairman"), "country" where a
    country can have it; `is_held` is false of "former Director" and "Chair-elect".
    """

    start: int
    end: int
    role: str
    scope: str
    is_plural: bool
    is_held: bool


def find_offices(text: str, start: int, end: int) -> Iterator[Office]:
    """Every office in a stretch of text, the longest reading of each, with what qualifies it ("Vice-", "Acting")."""
    matches = _WORD.finditer(text, start, end)
    words = [(match.start(), match.end(), match[0].casefold().replace("’", "'")) for match in matches]
    position = 0
    while position < len(words):
        count = _head_at(words, position, text)
        if not count:
            position += 1
            continue
        first = position
        while first > 0 and words[first - 1][2] in _qualifiers() and _joined(words, first - 1, text):
            first -= 1
        yield _office(text, words, first, position, count)
        position += count


def _head_at(words: Sequence[tuple[int, int, str]], position: int, text: str) -> int:
    """How many words of the office there are from this word on; 0 where none starts."""
    for count in range(min(_longest(), len(words) - position), 0, -1):
        if tuple(word for _, _, word in words[position : position + count]) in _heads() and all(
            _joined(words, index, text) for index in range(position, position + count - 1)
        ):
            return count
    return 0


def _joined(words: Sequence[tuple[int, int, str]], index: int, text: str) -> bool:
    return text[words[index][1] : words[index + 1][0]] in _JOINTS


def _office(text: str, words: Sequence[tuple[int, int, str]], first: int, head: int, count: int) -> Office:
    key = tuple(word for _, _, word in words[head : head + count])
    singular, scope = _heads()[key]
    start, end = words[head][0], words[head + count - 1][1]
    behind = words[head + count][2] if head + count < len(words) and _joined(words, head + count - 1, text) else ""
    is_past = any(word in _PAST for _, _, word in words[max(0, first - 1) : head])
    while words[first][2] in _PAST and first < head:
        first += 1
    role = text[words[first][0] : start] + _as_printed(text[start:end], singular)
    return Office(words[first][0], end, role, scope, " ".join(key) != singular, not is_past and behind not in _TO_COME)


def _as_printed(printed: str, singular: str) -> str:
    """The singular in the spelling of the plural that is printed: "Vice-Chairmen" → "Vice-Chairman"."""
    parts = re.split(r"([\s‑‐-])", printed)
    parts[::2] = [_respelled(word, known) for word, known in zip(parts[::2], singular.split(" "), strict=True)]
    return "".join(parts)


def _respelled(printed: str, singular: str) -> str:
    pairs = zip(printed.casefold(), singular, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest = singular[same:]
    return printed[:same] + (rest.upper() if printed.isupper() else rest)


@cache
def _heads() -> dict[tuple[str, ...], tuple[str, str]]:
    """The singular and the scope of each office, by its words in either number."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in read_table("offices"):
        singular = row["key"].replace("-", " ")
        for form in (row["key"], row["plural"]):
            found[tuple(form.replace("-", " ").split())] = singular, row["scope"]
    return found


@cache
def _longest() -> int:
    return max(len(words) for words in _heads())


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(row["key"] for row in read_table("office_qualifiers"))
