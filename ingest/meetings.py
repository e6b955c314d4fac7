"""The grammar of meetings: "held its 13th meeting on …", "met in Geneva from 18 to 27 July 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.conferences import DATE_REACH, ORDINAL, NamedEvent, ordinal_number
from ingest.dates import DATE, DateSpan, date_of
from ingest.resolver import EntityMention

_MEETING = re.compile(
    rf"(?:(?P<ordinal>{ORDINAL})|[Ll]ast|[Ff]inal|[Nn]ext|[Ll]atest|(?:[Ii]ts|[Tt]heir)(?!\s{ORDINAL}))\s(?:\w+\s)?"
    r"[Mm]eetings?\b(?!\sof\s(?:the\s)?(?:Council|Assembly))"
)
_MONTH_MEETING = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}\s(?=meetings?\b)"
)
_FURTHER = re.compile(rf"\b(?:its|the)\s(?P<ordinal>{ORDINAL}),")
_MET = re.compile(r"\)?(?:\s\([^()]*\))?\s(?:has\s|have\s|also\s)?met\b(?P<first>\sfor\sthe\sfirst\stime)?")
_MEETING_IN = re.compile(r"Meeting\s(?:in|on|from)\s")


def find_meetings(
    text: str, sentences: Sequence[tuple[int, int]], entities: Sequence[EntityMention]
) -> Iterator[NamedEvent]:
    """Every meeting whose group is known; one that a number tells keeps it where only its date is given."""
    found = list(_find(text, sentences, entities))
    numbered = {(event.organizer, event.dates): event.key for event in found if event.key[-1].isdigit()}
    for event in found:
        known = numbered.get((event.organizer, event.dates)) if event.dates else None
        yield replace(event, key=known or event.key)


def _find(text: str, sentences: Sequence[tuple[int, int]], entities: Sequence[EntityMention]) -> Iterator[NamedEvent]:
    """The group is named with the meeting, before it in the sentence, or in the sentence before."""
    groups = [item for item in entities if item.label in ("Group", "StudyGroup")]
    last: EntityMention | None = None
    position = 0
    for start, end in sentences:
        inside: list[EntityMention] = []
        while position < len(groups) and groups[position].start < end:
            inside.append(groups[position])
            position += 1
        yield from _in_sentence(text, start, end, inside, last)
        last = inside[-1] if inside else last


def _in_sentence(
    text: str, start: int, end: int, groups: Sequence[EntityMention], last: EntityMention | None
) -> Iterator[NamedEvent]:
    if "eeting" not in text[start:end] and " met" not in text[start:end]:
        return
    numbered = False
    for match in _MEETING.finditer(text, start, end):
        numbered = numbered or bool(match["ordinal"])
        if owner := _owner(text, match, groups) or last:
            yield from _meeting(
                match, ordinal_number(match["ordinal"] or ""), _date_near(text, match.end(), end), owner
            )
    for match in _FURTHER.finditer(text, start, end) if numbered else ():
        if owner := _owner(text, match, groups) or last:
            yield from _meeting(match, ordinal_number(match["ordinal"]), _date_near(text, match.end(), end), owner)
    for match in _MONTH_MEETING.finditer(text, start, end):
        if owner := _owner(text, match, groups) or last:
            yield from _meeting(match, 0, date_of(DATE.match(text, match.start(), match.end()) or match), owner)
    yield from _met(text, start, end, groups)


def _met(text: str, start: int, end: int, groups: Sequence[EntityMention]) -> Iterator[NamedEvent]:
    """As in "TSAG has met twice: from 18 to 22 July 2016 and from 1 to 4 May 2017"; "Meeting in May, SG2 agreed …"."""
    for group in groups:
        match = _MET.match(text, group.end, end)
        if match and not any(group.end < other.start < match.end() for other in groups):
            for found in DATE.finditer(text, match.end(), end):
                yield from _meeting(
                    match if match["first"] else found, int(bool(match["first"])), date_of(found), group
                )
    opening = _MEETING_IN.match(text, start, end)
    dated = DATE.match(text, opening.end(), end) if opening else None
    if dated and groups and text[dated.end() : groups[0].start] in (", ", ", the "):
        yield from _meeting(dated, 0, date_of(dated), groups[0])


def _owner(text: str, match: re.Match[str], groups: Sequence[EntityMention]) -> EntityMention | None:
    """Whose meeting it is: "of the …" right after, else the group named before it in the sentence."""
    after = next((item for item in groups if item.start >= match.end()), None)
    if after and re.fullmatch(r"\s(?:of|by)\s(?:the\s)?(?:[\w-]+\s){0,2}", text[match.end() : after.start]):
        return after
    return next((item for item in reversed(groups) if item.end <= match.end()), None)


def _meeting(match: re.Match[str], number: int, dates: DateSpan | None, owner: EntityMention) -> Iterator[NamedEvent]:
    """The meeting by its number, else by its date; one with neither is not told from others."""
    mark = str(number) if number else f"({dates.start})" if dates else ""
    if mark:
        yield NamedEvent(*match.span(), f"{owner.key} meeting {mark}", "meeting", dates, organizer=owner.ref)


def _date_near(text: str, position: int, end: int) -> DateSpan | None:
    match = DATE.search(text, position, min(end, position + DATE_REACH))
    return date_of(match) if match else None
