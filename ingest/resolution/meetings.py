"""The grammar of meetings that a number or month tells: "held its 13th meeting on …", "the May 2019 meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.lexicon.conferences import DATE_REACH, ORDINAL, NamedEvent, ordinal_number
from netgov.ingest.lexicon.dates import DATE, MONTH_NAMES, DateSpan, date_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.met import find_met, is_distributed, subjects

_MEETING = re.compile(
    rf"(?:(?P<ordinal>{ORDINAL})|[Ll]ast|[Ff]inal|[Nn]ext|[Ll]atest|(?:[Ii]ts|[Tt]heir)(?!\s{ORDINAL}))\s(?:\w+\s)?"
    r"[Mm]eetings?\b(?!\sof\s(?:the\s)?(?:Council|Assembly))"
)
_MONTH_MEETING = re.compile(rf"(?:{MONTH_NAMES})\s\d{{4}}\s(?=meetings?\b)")
_FURTHER = re.compile(rf"\b(?:its|the)\s(?P<ordinal>{ORDINAL})(?=,|\s(?:from|on|in|at|was|took|will)\s|\s\()")
_FIRST = re.compile(r"\smet\sfor\sthe\sfirst\stime\b")
_CODE = re.compile(r"\s?\((?P<code>[A-Z][\w&-]*[A-Za-z])[-\s#](?P<number>\d{1,3})\)")
_DETERMINED = re.compile(r"\b(?:its|their|Its|Their)\s$")
_HOLDS = re.compile(r"\b(?:held|holds?|convened?|holding)\s(?:its|their|the|a)?\s?(?:\w+\s)?$")
_CREATED = re.compile(
    r"\b(?:established|created|set\sup|formed|launched|founded|establishing|creation\sof|establishment\sof)\b"
)
_AT_ITS = re.compile(r"(?:At|During|In|Since|After|Following|Before|Prior\sto|For)\s(?:(?:its|their)\s)?")
_SUBJECT_NEXT = re.compile(r"[^;:]{0,140},\s(?:the\s)?(?:ITU(?:-[TDR])?\s)?(?:Study\sGroup\s)?")
_OF_NAMED = re.compile(r"\sof\s(?:the\s)?[A-Z]")
_OF_THE_GROUP = re.compile(
    r"\sof\s(?:the|this|that)\s(?P<kind>[Ff]ocus|[Ss]tudy|[Aa]dvisory|[Rr]egional)?\s?[Gg]roup\b"
)
_BELONGS = re.compile(r"\)?(?:\s\([^()]*\))?\s(?:of|in|under|within)\s(?:the\s)?")
_WITH_ANOTHER = re.compile(r"\b(?:with|from|to|by|for|and\sthat\sof)\s(?:the\s)?$")
_OF_GROUP = re.compile(r"\sof\s(?:the\s)?(?:(?!(?:in|and|on|at)\s)[\w()/&-]+\s){0,8}\(?")
_MAIN = 1500
"""Within how many characters of the start the report of a meeting names the group that met."""

_MEETING_IN = re.compile(r"Meeting\s(?:in|on|from)\s")


def find_meetings(
    text: str, sentences: Sequence[tuple[int, int]], entities: Sequence[Mention]
) -> Iterator[NamedEvent]:
    """Every meeting whose group is known; one that a number tells keeps it where only its date is given."""
    found = list(_find(text, sentences, entities))
    numbered = {(event.organizer, event.dates): event.key for event in found if event.key[-1].isdigit()}
    for event in found:
        known = numbered.get((event.organizer, event.dates)) if event.dates else None
        yield replace(event, key=known or _of_month(event, found) or event.key)
    yield from _coded(text, found)


def _of_month(event: NamedEvent, found: Sequence[NamedEvent]) -> str:
    """The key of the one meeting that the group had in a month, where only the month is told again."""
    if event.dates is None or len(event.dates.start) != len("2019-05") or not event.key.endswith(")"):
        return ""
    same = {
        other.key
        for other in found
        if other.organizer == event.organizer and other.dates and other.dates.start.startswith(f"{event.dates.start}-")
    }
    return same.pop() if len(same) == 1 else ""


def _coded(text: str, found: Sequence[NamedEvent]) -> Iterator[NamedEvent]:
    """Where "its 36th meeting (ASTAP-36)" tells how meetings are numbered, "ASTAP-37" is one more."""
    series = {event.key.rpartition("-")[0]: event.organizer for event in found if re.search(r"[^ ]-\d+$", event.key)}
    for code, organizer in series.items():
        for match in re.finditer(rf"(?<![\w/-]){re.escape(code)}[-\s](?P<number>\d{{1,3}})(?![\w/-])", text):
            key = f"{code}-{match['number']}"
            yield NamedEvent(*match.span(), key, "meeting", _date_of_row(text, match.start()), organizer=organizer)


def _date_of_row(text: str, position: int) -> DateSpan | None:
    """The date that a line opens with."""
    match = DATE.match(text, text.rfind("\n", 0, position) + 2, position)
    return date_of(match) if match and not text[match.end() : position].strip() else None


def _find(text: str, sentences: Sequence[tuple[int, int]], entities: Sequence[Mention]) -> Iterator[NamedEvent]:
    """The group is named with the meeting, before it in the sentence, or in the sentence before."""
    groups = [item for item in entities if item.label in ("Group", "StudyGroup")]
    last: Mention | None = None
    main: Mention | None = None
    focus: Mention | None = None
    position = 0
    for start, end in sentences:
        inside: list[Mention] = []
        while position < len(groups) and groups[position].start < end:
            inside.append(groups[position])
            position += 1
        for event in _in_sentence(text, start, end, inside, (last, main or last, focus)):
            if main is None and start < _MAIN and event.key[-1].isdigit():
                main = next((item for item in groups if item.ref == event.organizer), None)
            yield event
        last = _topic(text, start, inside) if inside else last
        focus = next((item for item in reversed(inside) if item.key.startswith("FG")), focus)


def _topic(text: str, start: int, groups: Sequence[Mention]) -> Mention:
    """Which group "its" means in the next sentence: the one that was set up, else the one named last."""
    groups = list(groups)
    while len(groups) > 1 and _BELONGS.fullmatch(text, groups[-2].end, groups[-1].start):
        groups.pop()
    created = _CREATED.search(text, start, groups[-1].end)
    if created and re.search(r"\b(?:was|were|been|,)\s$", text[max(start, created.start() - 6) : created.start()]):
        return next((item for item in reversed(groups) if item.end <= created.start()), groups[-1])
    opens = text[start : groups[0].start].strip() in ("", "The", "ITU-T")
    if opens and _WITH_ANOTHER.search(text, max(start, groups[-1].start - 20), groups[-1].start):
        return groups[0]
    return groups[-1]


def _in_sentence(
    text: str,
    start: int,
    end: int,
    groups: Sequence[Mention],
    before: tuple[Mention | None, Mention | None, Mention | None],
) -> Iterator[NamedEvent]:
    """`before`: the group named last ("its"), the one whose meeting is reported ("the"), the focus group before."""
    sentence = text[start:end]
    if not any(word in sentence for word in ("eeting", "MEETING", " met", " meet", "convened", "gathered", "lenar")):
        return
    last, main, focus = before
    numbered = False
    for match in _MEETING.finditer(text, start, end):
        if is_distributed(match[0], text[match.end() : end]):
            continue
        numbered = numbered or bool(match["ordinal"])
        is_its = _DETERMINED.search(text, max(start, match.start() - 6), match.start()) or not match["ordinal"]
        if meant := _OF_THE_GROUP.match(text, match.end(), end):
            owner = focus if (meant["kind"] or "").casefold() == "focus" else last if is_its else main
        else:
            owner = _owner(text, start, match, groups) or (last if is_its else main)
        if owner and not _is_of_another(text, match.end(), groups):
            yield from _numbered(text, match, end, owner)
    for match in _FURTHER.finditer(text, start, end) if numbered else ():
        if owner := _owner(text, start, match, groups) or last:
            yield from _meeting(match, ordinal_number(match["ordinal"]), _date_near(text, match.end(), end), owner)
    for match in _MONTH_MEETING.finditer(text, start, end):
        if owner := _owner(text, start, match, groups) or main:
            yield from _meeting(match, 0, date_of(DATE.match(text, match.start(), match.end()) or match), owner)
    for match in _FIRST.finditer(text, start, end) if groups else ():
        if owner := _owner(text, start, match, groups):
            yield from _meeting(match, 1, _date_near(text, match.end(), end), owner)
    yield from find_met(text, start, end, groups, last)
    yield from _opening(text, start, end, groups)


def _is_of_another(text: str, end: int, groups: Sequence[Mention]) -> bool:
    """As in "the 76th meeting of ICANN": a body is named right after that is no group of the report."""
    named = _OF_NAMED.match(text, end)
    return bool(named) and not any(item.start > end and _OF_GROUP.fullmatch(text, end, item.start) for item in groups)


def _numbered(text: str, match: re.Match[str], end: int, owner: Mention) -> Iterator[NamedEvent]:
    """As in "its 36th meeting", which a code after it may name: "(ASTAP-36)"."""
    number, dates = ordinal_number(match["ordinal"] or ""), _date_near(text, match.end(), end)
    code = _CODE.match(text, match.end(), end)
    if code and number and int(code["number"]) == number:
        key = f"{code['code']}-{number}"
        yield NamedEvent(match.start(), code.end(), key, "meeting", dates, organizer=owner.ref)
    else:
        yield from _meeting(match, number, dates, owner)


def _opening(text: str, start: int, end: int, groups: Sequence[Mention]) -> Iterator[NamedEvent]:
    """As in "Meeting in May 2019, SG2 agreed …"."""
    opening = _MEETING_IN.match(text, start, end)
    dated = DATE.search(text, opening.end(), min(end, opening.end() + 60)) if opening else None
    if dated and groups and text[dated.end() : groups[0].start] in (", ", ", the "):
        yield from _meeting(dated, 0, date_of(dated), groups[0])


def _owner(text: str, start: int, match: re.Match[str], groups: Sequence[Mention]) -> Mention | None:
    """Whose meeting it is: "of the …" right after, else the group named before it in the sentence."""
    if holds := _HOLDS.search(text, max(start, match.start() - 60), match.start()):
        owners = subjects(text, start, holds.start(), groups, None)
        if len(owners) == 1:
            return owners[0]
    after = next((item for item in groups if item.start >= match.end()), None)
    if (
        after
        and _AT_ITS.fullmatch(text, start, match.start())
        and _SUBJECT_NEXT.fullmatch(text, match.end(), after.start)
    ):
        return after
    if after and re.fullmatch(r"\s(?:of|by)\s(?:the\s)?(?:[\w-]+\s){0,2}", text[match.end() : after.start]):
        return after
    return next((item for item in reversed(groups) if item.end <= match.end()), None)


def _meeting(match: re.Match[str], number: int, dates: DateSpan | None, owner: Mention) -> Iterator[NamedEvent]:
    """The meeting by its number, else by its date; one with neither is not told from others."""
    mark = str(number) if number else f"({dates.start})" if dates else ""
    if mark:
        yield NamedEvent(*match.span(), f"{owner.key} meeting {mark}", "meeting", dates, organizer=owner.ref)


def _date_near(text: str, position: int, end: int) -> DateSpan | None:
    match = DATE.search(text, position, min(end, position + DATE_REACH))
    return date_of(match) if match else None
