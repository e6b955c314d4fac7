"""The grammar of resolutions, decisions and opinions: "Resolutions 101, 102 and 133 (Rev. Guadalajara, 2010)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netgov.graph.keys import EditionMark, parse_editions
from netgov.ingest.mentions.identifiers import title_after
from netgov.ingest.model.names import Name

_HEAD = re.compile(
    r"(?<![\w-])(?:(?P<kind>Resolution|RESOLUTION|Res\.|Decision|DECISION|Opinion)s?|(?P<many>Resolutions|Decisions|Opinions))"
    r"\s+(?P<body>ITU-R\s)?(?=\d{1,4}(?!\d))"
)
_NUMBER = re.compile(
    r"(?:ITU-R\s)?(?P<head>(?:Resolutions?|Res\.|Decisions?)\s)?(?P<number>\d{1,4}(?:/\d{1,4})?[A-Z]?)(?![\w.]*\w)"
)
_EDITION = re.compile(
    r"\s?(?:\((?P<marks>(?:[^()]{0,80}?\d{3,4}[^()]{0,80}|(?:Rev\.\s?)?(?:PP|WTSA|WTDC|WRC|RA)-\d{2}))\)|,\s(?P<bare>Rev\.\s[A-Z]\w+,?\s\d{4}))"
)
_NEXT = re.compile(r"\s?[,;]\s?(?:and\s)?|\s(?:and|or|&)\s(?:to\s|in\s)?")
_AFTER = re.compile(
    r"\s*(?:,\s)?(?:of|adopted by|by)\s(?:the\s)?(?P<body>(?:this|the present)\s(?:conference|assembly)|"
    r"[^,;.:()“”]{2,90})"
)


@dataclass(frozen=True)
class _Member:
    start: int
    end: int
    extent: int
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
        after = _AFTER.match(text, members[-1].extent)
        kind = (head["kind"] or head["many"]).casefold().rstrip("s")
        for member in members:
            fields = {
                "kind": "resolution" if kind.startswith("res") else kind,
                "number": member.number,
                "before": text[max(0, head.start() - 90) : head.start()],
                "after": "ITU-R" if head["body"] else after["body"] if after else "",
                "editions": member.editions,
                "title": member.title,
            }
            yield Name(member.start, member.end, "Resolution", fields, member.extent)


def _members(text: str, head: re.Match[str]) -> Iterator[_Member]:
    """The members of the list that a head opens; an edition mark and a title belong to the member before them."""
    position, start = head.end(), head.start()
    while number := _NUMBER.match(text, position):
        end = extent = number.end()
        editions: tuple[EditionMark, ...] = ()
        if (mark := _EDITION.match(text, extent)) and (editions := parse_editions(mark["marks"] or mark["bare"])):
            extent = mark.end()
        title, extent = title_after(text, extent)
        yield _Member(start, end, extent, number["number"], number["head"] is not None, editions, title)
        if not (separator := _NEXT.match(text, extent)):
            return
        position = start = separator.end()


def _spread_editions(members: list[_Member]) -> list[_Member]:
    """As in "Resolutions 102 and 133 (Rev. Guadalajara, 2010)": the last mark is that of all."""
    spread: list[_Member] = []
    for member in reversed(members):
        following = spread[-1] if spread else None
        if not member.editions and following and following.editions and not following.is_headed:
            member = replace(member, editions=following.editions)
        spread.append(member)
    return spread[::-1]
