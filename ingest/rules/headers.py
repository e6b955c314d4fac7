"""The head of a liaison statement: who sends it, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import Found, Reading, Sentence

_SOURCE = re.compile(
    r"(?:Sources?|(?:LS\s|Liaison\s(?:statement\s)?)?From|Originators?|Originating\s(?:body|group)|Sent\sby|Sender)\s*:",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:(?:For\s)?(?:action|comment|information)(?:\s(?:and\s)?(?:action|comment|information))*(?:\s(?:to|by))?|(?:LS\s|Liaison\s(?:statement\s)?)?To|Cc|Destinations?|Recipients?|Addressees?|Addressed\sto|Cop(?:y|ies)(?:\sto)?|Copied\sto)\s*:",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:Title|Subject)\s*:\s*(?P<title>.+)", re.IGNORECASE)


_LEAD = re.compile(
    r"(?:(?:Outgoing|Incoming|Reply)\s)?(?:[Rr]eply\s)?(?:Liaison(?:\s[Ss]tatement)?|LS)\s(?:on|about|regarding|concerning)\s|^LS/[iors]\s(?:on\s)?"
)


def read_liaison_header(reading: Reading) -> Iterator[Found]:
    """As in "Source: ITU-T SG 15, Q3 … / For action to: IETF CCAMP, TEAS and MPLS WGs; OIF; BBF"."""
    source: Mention | None = None
    own: dict[str, str] = {}
    addressed: list[tuple[Sentence, Mention]] = []
    for sentence in reading.sentences:
        if not sentence.opens_passage:
            continue
        bodies = [item for item in sentence.actors if item.label in ("StudyGroup", "Group", "Organization")]
        if title := _TITLE.match(sentence.text):
            own = {"topic": _LEAD.sub("", title["title"].strip())} if source else own
        elif _SOURCE.match(sentence.text) and bodies:
            yield from _liaisons(source, addressed, own)
            source, own, addressed = bodies[0], {}, []
        elif source and _ADDRESSED.match(sentence.text):
            addressed += [(sentence, body) for body in bodies if body.ref != source.ref]
    yield from _liaisons(source, addressed, own)


def _liaisons(
    source: Mention | None, addressed: list[tuple[Sentence, Mention]], own: dict[str, str]
) -> Iterator[Found]:
    if source is None:
        return
    for sentence, body in addressed:
        yield sentence.states("LIAISED_WITH", source.ref, body.ref, "read_liaison_header", own)
