"""Sessions of standing bodies: "the 26th session of the CSTD", "the CSTD annual meeting (Geneva, 7 May 2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.lexicon.conferences import ORDINAL, NamedEvent, date_after, ordinal_number
from netgov.ingest.lexicon.dates import DATE, date_of
from netgov.ingest.model.mention import Mention

_SESSION_OF = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s(?:(?:annual|regular|ordinary|plenary)\s)?[Ss]ession\sof\s(?:the\s)?$"
)
_ITS_SESSION = re.compile(
    rf"\)?(?:[’']s?)?\s(?P<ordinal>{ORDINAL})\s(?:(?:annual|regular|ordinary|plenary)\s)?[Ss]ession\b"
)
_KIND = re.compile(
    r"\)?(?:[’']s?)?\s(?P<name>(?:intersessional|annual|general|ministerial|regional|preparatory|high-level|expert)\s"
    r"(?:panel|meeting|assembly|conference|consultation))\b"
)
_DATED = re.compile(r",?\s(?:held\s|which\swas\sheld\s)?(?:\(|in\s|on\s|from\s)[^;:()]{0,60}?$")
_OTHERWISE_NAMED = frozenset(["ITU", "ITU Council", "IGF", "PP", "WTSA", "WTDC"])
_REACH = 60


def find_sessions(text: str, entities: Sequence[Mention]) -> Iterator[NamedEvent]:
    """Each session that a number tells, each panel or meeting of an organization that a date tells."""
    if "session" not in text and "meeting" not in text:
        return
    for body in entities:
        if body.label != "Organization" or body.key in _OTHERWISE_NAMED:
            continue
        before = _SESSION_OF.search(text, max(0, body.start - _REACH), body.start)
        if told := before or _ITS_SESSION.match(text, body.end, body.end + _REACH):
            span = (told.start(), body.end) if before else (body.start, told.end())
            key = f"{body.key} session {ordinal_number(told['ordinal'])}"
            yield NamedEvent(*span, key, "session", date_after(text, span[1]), organizer=body.ref)
        elif named := _KIND.match(text, body.end, body.end + _REACH):
            dated = DATE.search(text, named.end(), named.end() + _REACH)
            if dated and _DATED.fullmatch(text, named.end(), dated.start()):
                dates = date_of(dated)
                key = f"{body.key} {named['name']} ({dates.start})"
                yield NamedEvent(body.start, named.end(), key, "session", dates, organizer=body.ref)
