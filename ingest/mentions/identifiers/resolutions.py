"""Resolutions, decisions and opinions of any body: "Resolutions 101, 102 and 133 (Rev. Guadalajara, 2010)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from netgov.graph.keys import EditionMark, parse_editions
from netgov.ingest.mentions.identifiers.lists import GLUE, title_after
from netgov.ingest.model.names import Name

_KIND = r"(?P<kind>(?i:resolution|decision|opinion)s?|RES\.|Res\.)"
_HEAD = re.compile(rf"(?<![\w-]){_KIND}\s+(?=(?P<itu_r>ITU-R\s)?(?:No\.\s)?[\d(])")
_NUMBER = re.compile(
    rf"""(?:{_KIND}\s+)?(?:ITU-R\s)?(?:No\.\s)?
    (?P<number>\d{{1,4}}(?:/\d{{1,4}})?[A-Z]?|\(\d\d(?:\d\d)?\)\s?\d{{1,3}})  # "101", "70/125", "(16)01"
    (?![\w.]*\w|/\w)""",
    re.VERBOSE,
)
_EDITION = re.compile(
    r"""\s?(?:\((?P<marks>[^()]{0,80}?\d{3,4}[^()]{0,80}|(?:Rev\.\s?)?(?:PP|WTSA|WTDC|WRC|RA)-\d{2})\)
    |,\s(?P<bare>Rev\.\s[A-Z]\w+,?\s\d{4}))""",
    re.VERBOSE,
)
_AUTHORS = tuple(f"{lead} {article}" for lead in (" of", ", of", " adopted by", " by") for article in ("the ", ""))
_ENDS = frozenset(",;.:()“”\n")
_BEFORE = 120
"""How much of the text before or behind a resolution can name its body."""


@dataclass(frozen=True)
class _Member:
    start: int
    end: int
    extent: int
    kind: str
    number: str
    is_headed: bool
    editions: tuple[EditionMark, ...] = ()
    title: str = ""


def find_resolutions(text: str) -> Iterator[Name]:
    """Every resolution that the text names, lists member by member, with editions, title and the text around."""
    read = 0
    for head in _HEAD.finditer(text):
        members = _spread_editions(list(_members(text, head))) if head.start() >= read else []
        if not members:
            continue
        read = members[-1].extent
        after = "ITU-R" if head["itu_r"] else _author(text, members[-1].extent)
        for member in members:
            fields = {
                "kind": member.kind,
                "number": member.number,
                "before": text[max(0, head.start() - _BEFORE) : head.start()],
                "after": after,
                "editions": member.editions,
                "title": member.title,
                "is_name": not head["kind"].islower(),
            }
            yield Name(member.start, member.end, "Resolution", fields, member.extent)


def _author(text: str, end: int) -> str:
    """What can name the body behind a list: "of the World Telecommunication Development Conference"."""
    lead = next((lead for lead in _AUTHORS if text.startswith(lead, end)), None)
    behind = text[end + len(lead) : end + len(lead) + _BEFORE] if lead else ""
    return "".join(takewhile(lambda sign: sign not in _ENDS, behind))


def _members(text: str, head: re.Match[str]) -> Iterator[_Member]:
    """The members of the list that a head opens; an edition mark and a title belong to the member before them."""
    position, start, kind = head.end(), head.start(), _kind(head["kind"])
    while item := _NUMBER.match(text, position):
        extent = item.end()
        kind = _kind(item["kind"]) if item["kind"] else kind
        editions: tuple[EditionMark, ...] = ()
        if (mark := _EDITION.match(text, extent)) and (editions := parse_editions(mark["marks"] or mark["bare"])):
            extent = mark.end()
        title, extent = title_after(text, extent)
        number = item["number"].replace(" ", "")
        yield _Member(start, item.end(), extent, kind, number, item["kind"] is not None, editions, title)
        if not (separator := GLUE.match(text, extent)):
            return
        position = start = separator.end()


def _kind(head: str) -> str:
    """As in "RES.", "Decisions" → "resolution", "decision"."""
    kinds = {"res": "resolution", "dec": "decision", "opi": "opinion"}
    return kinds[head[:3].casefold()]


def _spread_editions(members: list[_Member]) -> list[_Member]:
    """As in "Resolutions 102 and 133 (Rev. Guadalajara, 2010)": the last mark is that of all."""
    spread: list[_Member] = []
    for member in reversed(members):
        following = spread[-1] if spread else None
        if not member.editions and following and following.editions and not following.is_headed:
            member = replace(member, editions=following.editions)
        spread.append(member)
    return spread[::-1]
