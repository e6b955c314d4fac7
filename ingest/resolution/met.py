"""Meetings told by a verb or by their group: "SG3, which met in Geneva from 1 to 10 May 2023", "the TSAG meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.lexicon.conferences import NamedEvent
from netgov.ingest.lexicon.dates import DATE, DateSpan, date_of
from netgov.ingest.model.mention import Mention

_VERB = re.compile(
    r"\b(?:met|meets|meet|convened|reconvened|gathered)\b"
    r"(?!\s(?:the|an?|its|their|his|all|with|these|those|this|that|any|every|our|requirements|needs|demands?|by)\b)"
)
_HELPER = (
    r"(?:which|that|who|has|have|had|also|then|further|next|again|last|first|recently|subsequently|since|already|both|"
    r"each|will|to|is|are|was|were|be|due|scheduled|expected|planned|once\smore|themselves|itself|jointly|together|only|twice)"
)
_OF_SECTOR = r"(?:\sof\s(?:the\s)?ITU(?:-[TDR]|\s[\w-]+\sSector)?)?"
_TO_VERB = re.compile(rf"[’']?s?\)?(?:\s?\([^()]*\))?{_OF_SECTOR}(?:\s?\([^()]*\))?(?:,?\s{_HELPER})*,?\s?")
_MEETING_THERE = re.compile(r"\b(?:meeting|convening|gathering)\s(?=(?:in|at|from|on|virtually|online|remotely)\b)")
_COMMA = re.compile(r"\)?(?:\s?\([^()]*\))?,\s")
_ELIDED = re.compile(
    r"\)?(?:\s\([^()]*\))?,?(?:\s(?:did\sso|too|also|likewise|alike))?(?:\sin\s[A-Z][^;:()]{1,40}?)?,?\s(?:on|from|in)?\s?(?:the\s)?"
)
_ASIDE = re.compile(rf"\)?(?:\s?\([^()]*\))?,\s[^;:]{{1,200}},(?:\s{_HELPER})*\s")
_PRONOUN = re.compile(
    rf"(?:^|[,;]\s(?:and\s|but\s)?)(?:It|it|They|they|[Tt]he\s(?:[\w-]+\s){{0,2}}[Gg]roup|[Tt]he\s(?:JCA|Committee|Commission))"
    rf"(?:,\s[^;:]{{1,200}},)?(?:\s{_HELPER})*\s$"
)
_HOLDS = re.compile(
    r"\b(?:held|hold|holds|holding|convened|convene|convening|had|organi[sz]ed|hosted)\s(?:an?|one|two|three|four|five|six|"
    r"several|another|(?P<its>its|their)|\d)\s(?P<name>(?:[a-z-]+\s){0,4}?(?:e-)?(?:meetings?|plenar(?:y|ies)))\b"
)
_OF_GROUP = re.compile(r"\)?(?:[’']s?)?\s(?:[a-z-]+\s){0,2}(?:[Mm]eetings?|[Pp]lenary(?:\s[Mm]eeting)?)\b")
_MEETING_OF = re.compile(
    r"\b(?:[Mm]eeting|MEETING|[Pp]lenary)\s(?:of|OF)\s(?:the\s|THE\s)?(?:ITU(?:-[TDR])?\s)?(?:[\w-]+\s){0,2}$"
)
_NOT_YET = re.compile(r"\b(?:since|before|after|until|till|prior\sto|by|as\sof|up\sto)\s(?:the\s)?$")
_ANOTHER = re.compile(
    r"\b(?:and|to|but|where|when|which|who|that)\s(?!held\b|virtually\b|online\b|remotely\b|be\b|discuss|consider|review|"
    r"plan|prepare|progress|from\b|in\b|on\b|again\b|took\b|was\b|will\s(?:be|meet|take|again|then)\b|the\b|at\b|then\b|later\b|once\b)[a-z]{3,}|"
    r"[;:]\s(?!(?:first|once|then|again|in|from|on|at)\b)\w|\bnot\b"
)
_LINK = re.compile(
    r"(?:[\s,(]+(?:held|took|takes|place|taking|which|that|was|were|is|are|has|been|will|be|to|convened|scheduled|planned|"
    r"foreseen|due|for|virtually|online|remotely|physically|in|at|on|from|of|the|between|during|as|fully|virtual|"
    r"[A-Z][\w’'./-]*))*[\s,(]*"
)
_JOINS = re.compile(
    r"\)?(?:,|;|,?\sand|,?\swhile|,?\swhereas)\s(?:and\s|while\s)?(?:(?:the|that|those|one|its|group|regional|for|of|same)\s)*"
    r"(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4}\s?\(?)?"
)
_OPENING = re.compile(r"(?:On|From|In|Between|During)\s(?:the\s(?:week|period)\sof\s)?$")
_ELIDED_AT_MOST = 4
_REACH = 220
_ASIDE_REACH = 330


def find_met(
    text: str, start: int, end: int, groups: Sequence[Mention], last: Mention | None
) -> Iterator[NamedEvent]:
    """The meetings of one sentence that a verb tells, and those that have their group's name and a date."""
    for verb in _VERB.finditer(text, start, end):
        if verb[0] == "meet" and not re.search(
            r"\b(?:will|to)\s(?:\w+\s){0,2}$", text[max(start, verb.start() - 30) : verb.start()]
        ):
            continue
        owners = subjects(text, start, verb.start(), groups, last)
        yield from _dated(text, start, end, verb, owners, groups, is_verb=True)
        yield from _elided(text, verb.end(), end, groups) if owners else ()
    for there in _MEETING_THERE.finditer(text, start, end) if groups else ():
        owner = next((item for item in reversed(groups) if item.end <= there.start()), None)
        if owner and _COMMA.fullmatch(text, owner.end, there.start()):
            yield from _dated(text, start, end, there, [owner], groups, is_verb=True)
    for held in _HOLDS.finditer(text, start, end):
        if not held["its"] or is_distributed(held[0], text[held.end() : end]):
            owners = subjects(text, start, held.start(), groups, last)
            yield from _dated(text, start, end, held, owners, groups, is_verb=False)
    for group in groups:
        yield from _of_group(text, start, end, group)


def is_distributed(noun: str, tail: str) -> bool:
    """As in "SG1 and SG2 held their first meetings … from … and from …, respectively"."""
    return noun.endswith("meetings") and "respectively" in tail


def _of_group(text: str, start: int, end: int, group: Mention) -> Iterator[NamedEvent]:
    """As in "the TSAG meeting held in Geneva on 3 May 2021", "a meeting of SG5 took place on …", and rows of dates."""
    after = _OF_GROUP.match(text, group.end, end)
    before = None if after else _MEETING_OF.search(text, max(start, group.start - 60), group.start)
    if after or before:
        stop = after.end() if after else group.end + (text[group.end : group.end + 1] == ")")
        span = (group.start, stop) if after else (before.start(), stop) if before else (0, 0)
        dated = DATE.search(text, stop, min(end, stop + _REACH))
        if dated and _LINK.fullmatch(text, stop, dated.start()):
            yield _event(span, date_of(dated), group, has_name=True)
        elif row := _row_date(text, start, span[0]):
            yield _event(span, row, group, has_name=True)


def _row_date(text: str, start: int, stop: int) -> DateSpan | None:
    """The date of a schedule's row, before the tab."""
    dated = DATE.match(text, start, stop)
    return date_of(dated) if dated and text[dated.end() : stop].strip(" ") == "\t" else None


def subjects(
    text: str, start: int, verb: int, groups: Sequence[Mention], last: Mention | None
) -> list[Mention]:
    """Who met: the groups right before the verb or before an aside; "It" and "The Group" are the one before."""
    before = [item for item in groups if item.end <= verb]
    if before and _TO_VERB.fullmatch(text, before[-1].end, verb):
        closes_aside = text[before[-1].end : verb].lstrip(")").startswith(", ") and not re.match(
            r"\)?(?:\s?\([^()]*\))?,\s(?:which|that|who)\b", text[before[-1].end : verb]
        )
        if not closes_aside:
            return _co_ordinated(text, before)
    floor = max(start, verb - _ASIDE_REACH)
    if match := _PRONOUN.search(text[floor:verb]):
        return [last] if last and (not before or floor + match.start() > before[-1].start) else []
    for item in before:
        if verb - item.end < _ASIDE_REACH and _ASIDE.fullmatch(text, item.end, verb):
            return [item]
    return []


def _co_ordinated(text: str, groups: Sequence[Mention]) -> list[Mention]:
    """From the last group back over "SG2, SG3 and SG5"."""
    found = [groups[-1]]
    for item in reversed(groups[:-1]):
        if not re.fullmatch(
            r"\)?(?:\s\([^()]*\))?\s?(?:,|and|,\sand|&)\s?(?:the\s)?", text[item.end : found[-1].start]
        ):
            break
        found.append(item)
    return found[::-1]


def _dated(
    text: str,
    start: int,
    end: int,
    match: re.Match[str],
    owners: list[Mention],
    groups: Sequence[Mention],
    *,
    is_verb: bool,
) -> Iterator[NamedEvent]:
    """One meeting for each date that belongs to the verb; "respectively" gives each group its own."""
    if not owners:
        return
    dates, reached = list[re.Match[str]](), match.end()
    for found in DATE.finditer(text, match.end(), min(end, match.end() + 2 * _REACH)):
        lead = text[reached : found.start()]
        if len(lead) > _REACH or _ANOTHER.search(lead) or _names_another(groups, reached, found.start()):
            break
        if not _NOT_YET.search(lead):
            dates.append(found)
        reached = found.end()
    if not dates:
        opening = DATE.search(text, start, min(end, start + 60))
        if opening and opening.end() <= match.start() and _OPENING.fullmatch(text, start, opening.start()):
            dates = [opening]
    if len(dates) > 1 and len(dates) == len(owners) and "respectively" in text[match.end() : end]:
        for found, owner in zip(dates, owners, strict=True):
            yield _event(found.span(), date_of(found), owner)
    elif len(dates) == 1:
        for owner in owners:
            yield _event(
                match.span() if is_verb else match.span("name"), date_of(dates[0]), owner, has_name=not is_verb
            )
    else:
        for found in dates:
            yield _event(found.span(), date_of(found), owners[0])


def _names_another(groups: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a group stands between the date before and the next, which is then that group's."""
    return any(start < item.start and item.end <= end for item in groups)


def _elided(text: str, verb: int, end: int, groups: Sequence[Mention]) -> Iterator[NamedEvent]:
    """As in "SG2 met on 3 May 2021 and SG3 on 7 May 2021": the verb serves for the next group too."""
    behind = [item for item in groups if item.start >= verb]
    for item in behind[:_ELIDED_AT_MOST]:
        dated = DATE.search(text, item.end, min(end, item.end + _REACH))
        before = list(DATE.finditer(text, verb, item.start))
        is_elided = dated and before and _ELIDED.fullmatch(text, item.end, dated.start())
        if dated and is_elided and _JOINS.fullmatch(text, before[-1].end(), item.start):
            yield _event(dated.span(), date_of(dated), item)


def _event(span: tuple[int, int], dates: DateSpan, owner: Mention, *, has_name: bool = False) -> NamedEvent:
    """The meeting of a group by its date; what is only told by a verb or a date has no name to find it by."""
    key = f"{owner.key} meeting ({dates.start})"
    return NamedEvent(*span, key, "meeting", dates, organizer=owner.ref, nameless=not has_name)
