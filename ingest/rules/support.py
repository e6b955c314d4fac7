"""Who is a member of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_COMPOSED = re.compile(
    r"\b(?:composed\sof|comprising|consisting\sof|(?:its|whose|the)\s(?:\w+\s)?(?:founders|members|participants|partners)\s(?:are|include|were)|"
    r"(?:counts|has|lists|numbers)\samong\sits\s(?:\w+\s)?(?:participants|members|partners)|including|which\sincludes?)\b[^.;]{0,60}?$"
)
_AMONG = re.compile(r"\bamong\s(?:the\s)?(?:its\s)?(?:participating|member)?\s?$")
_ARE_MEMBERS = re.compile(
    r"\s(?:is|are|were|became)\s(?:an?\s|the\s)?(?:full\s|founding\s)?(?:members?|participants?|part)\s(?:of|in)\s(?:the\s)?"
)
_MEMBER_GLUE = re.compile(
    r"(?:[\s,;()/]|\b(?:and|also|the|as|well|along|together|with|are|were|represented|participating|is)\b)*"
)
_OF_OWNER = re.compile(r"(?:\sof\s(?:the\s)?[\w-]+)?,\s(?:the\s)?")
_REPRESENTED = re.compile(r"\b(?:are|is|were)\s(?:also\s)?(?:represented|participating|members)\b")
_JOINED = re.compile(
    r"\b(?:joined|is\s(?:an?\s)?(?P<observer>observer|member)\s(?:of|in|to)|became\s(?:an?\s)?member\sof|(?:as|be)\s(?:a\s)?(?:part|member)\sof|participat\w+\sin)\s(?:the\s)?$"
)
_ON = re.compile(r"\b(?:activity|work|coordination)\son\s(?P<topic>[^,;.]{3,80}?)\samong\b")


def read_memberships(reading: Reading) -> Iterator[Found]:
    """As in "JCA-IMT2020 … among participating ITU-T Study Groups 5, 11, 13 …, BBF, and IEEE"."""
    for sentence in reading.sentences:
        wholes = [
            item for item in sentence.mentions if item.label in ("Group", "Programme") and not item.fields.get("part")
        ]
        for whole in wholes:
            yield from _members_after(sentence, whole)
            yield from _joined(sentence, whole)
            yield from _members_before(sentence, whole)


def _members_after(sentence: Sentence, whole: EntityMention) -> Iterator[Found]:
    """The list after "among", "composed of", "its founders are" …; "In JCA-AHF, SGs 2 and 9 are represented"."""
    members = [item for item in sentence.bodies(whole.reach, sentence.end) if item.ref != whole.ref]
    first = next((item for item in members if _is_listed_first(sentence, whole, item)), None)
    if first is None:
        return
    topic = _ON.search(sentence.text)
    own = {"topic": topic["topic"]} if topic else {}
    last = first.start
    for item in members[members.index(first) :]:
        if not _MEMBER_GLUE.fullmatch(sentence.between(last, item.start)):
            return
        last = item.reach
        yield sentence.states("MEMBER_OF", item.ref, whole.ref, "read_memberships", own)


def _is_listed_first(sentence: Sentence, whole: EntityMention, item: EntityMention) -> bool:
    lead = sentence.between(whole.reach, item.start)
    if (whole.label == "Group" and _AMONG.search(lead)) or _COMPOSED.search(lead):
        return True
    within = sentence.before(whole.start) == "In " and _OF_OWNER.fullmatch(lead)
    return bool(within and _REPRESENTED.search(sentence.after(item.reach)))


def _members_before(sentence: Sentence, whole: EntityMention) -> Iterator[Found]:
    """As in "IEC, ISO and ITU are members of the World Standards Cooperation"."""
    opening = sentence.opening
    if opening and _ARE_MEMBERS.fullmatch(sentence.between(opening[-1].reach, whole.start)):
        for item in opening:
            yield sentence.states("MEMBER_OF", item.ref, whole.ref, "read_memberships")


def _joined(sentence: Sentence, whole: EntityMention) -> Iterator[Found]:
    match = _JOINED.search(sentence.before(whole.start))
    subject = sentence.agent
    if match and subject and subject.ref != whole.ref and not sentence.is_hypothetical(subject.end, whole.start):
        own = {"status": "observer"} if match["observer"] == "observer" else {}
        yield sentence.states("MEMBER_OF", subject.ref, whole.ref, "read_memberships", own)
