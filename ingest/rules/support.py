"""Who is a member of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_COMPOSED = re.compile(
    r"\b(?:composed\sof|comprising|consisting\sof|(?:its|whose|the)\s(?:\w+\s)?(?:founders|members|participants|partners)\s(?:are|include|were)|"
    r"(?:counts|has|lists|numbers)\samong\sits\s(?:\w+\s)?(?:participants|members|partners)|including|which\sincludes?)\b[^.;]{0,60}?$"
)
_AMONG = re.compile(r"\bamong\s(?:the\s)?(?:its\s)?(?:participating|member)?\s?$")
_TAKES_PART = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:(?:also|itself|now|then|already|both|all|has|have|had|continues?\sto|continued\sto)\s)*"
    r"(?:takes?\spart|took\spart|participat(?:es?|ed|ing)|belongs?|belonged|sits?|serves?)\s(?:as\s(?:an?\s)?(?P<role>observers?|members?|partners?)\s)?(?:also\s)?(?:in|to|on)\s(?:the\s)?"
)
_SO_DO = re.compile(
    r"\b(?:takes?\spart|took\spart|participat(?:es?|ed)),?\s(?:just\s|much\s)?as\s(?:do|does|did)\s(?:the\s)?(?=[A-Z\d])"
)
_TO_WHICH = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:to|in)\swhich\s(?:the\s)?")
_ALSO_BELONGS = re.compile(
    r"(?:\s\([^()]*\))?\s(?:also\s|now\s|both\s)*(?:belongs?|participates?|takes?\spart|joined|is\s(?:an?\s)?member)\b"
)
_ADMITTED = re.compile(
    r"(?:\s\([^()]*\))?\s(?:was|were|has\sbeen|have\sbeen)\s(?:also\s)?(?:admitted|accepted|welcomed|elected|appointed)\s(?:as\s(?:an?\s)?(?:new\s)?(?:\w+\s)?(?P<role>observers?|members?|partners?)\s)?(?:of|to|in|into)\s(?:the\s)?"
)
_OBSERVER = re.compile(r"[^.;]{0,40}?\bas\s(?:an?\s)?observers?\b")
_ITS_MEMBERS = re.compile(
    r"\b(?:its|whose)\s(?:[\w-]+\s){0,3}?(?:members|participants|signatories)\s(?:[a-z]+\s){0,2}?(?:are|were|include[sd]?)\s(?:also\s|now\s)?(?:the\s)?(?=[A-Z\d])",
    re.IGNORECASE,
)
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
_MEMBERS = frozenset(["Organization", "Group", "StudyGroup", "Country"])
_ON = re.compile(r"\b(?:activity|work|coordination)\son\s(?P<topic>[^,;.]{3,80}?)\samong\b")


def read_memberships(reading: Reading) -> Iterator[Found]:
    """As in "JCA-IMT2020 … among participating ITU-T Study Groups 5, 11, 13 …, BBF, and IEEE"."""
    last: EntityMention | None = None
    for sentence in reading.sentences:
        yield from _its_members(sentence, last)
        wholes = [
            item for item in sentence.mentions if item.label in ("Group", "Programme") and not item.fields.get("part")
        ]
        for whole in wholes:
            yield from _members_after(sentence, whole)
            yield from _joined(sentence, whole)
            yield from _members_before(sentence, whole)
            yield from _taking_part(sentence, whole)
        last = wholes[-1] if wholes else last


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
        observes = match["observer"] == "observer" or _OBSERVER.match(sentence.after(whole.reach))
        own = {"status": "observer"} if observes else {}
        yield sentence.states("MEMBER_OF", subject.ref, whole.ref, "read_memberships", own)


def _taking_part(sentence: Sentence, whole: EntityMention) -> Iterator[Found]:
    """As in "APT takes part, as does Cisco, in the CEP, to which GeSI also belongs", "IEC was admitted to the JCA"."""
    if not re.search(
        r"part\b|articipat|elong|admitted|accepted|welcomed|elected|appointed|sits?\b|serves?\b", sentence.text
    ):
        return
    bodies = [item for item in sentence.actors if item.ref != whole.ref and item.label in _MEMBERS]
    members = [item for item in bodies if item.reach <= whole.start and _takes_part(sentence, item, whole)]
    members = _with_listed(sentence, bodies, members) or _so_do(sentence, bodies, whole)
    following = [item for item in bodies if item.start >= whole.reach]
    for item in following[:1]:
        if _TO_WHICH.fullmatch(sentence.between(whole.reach, item.start)) and _ALSO_BELONGS.match(
            sentence.after(item.reach)
        ):
            members.append(item)
    observes = _OBSERVER.match(sentence.after(whole.reach))
    for item in members:
        own = {"status": "observer"} if observes else {}
        yield sentence.states("MEMBER_OF", item.ref, whole.ref, "read_memberships", own)


def _takes_part(sentence: Sentence, body: EntityMention, whole: EntityMention) -> bool:
    gap = sentence.between(body.reach, whole.start)
    if not (_TAKES_PART.fullmatch(gap) or _ADMITTED.fullmatch(gap)):
        return False
    return not sentence.is_hypothetical(body.reach, whole.start)


def _so_do(sentence: Sentence, bodies: list[EntityMention], whole: EntityMention) -> list[EntityMention]:
    """As in "It takes part, as do Cisco and Nokia, in the Circular Electronics Partnership"."""
    match = _SO_DO.search(sentence.before(whole.start))
    if match is None or sentence.is_hypothetical(sentence.start, whole.start):
        return []
    position = sentence.start + match.end()
    others = [item for item in bodies if position <= item.start < whole.start]
    for left, right in pairwise([*others, whole]):
        glue = sentence.between(left.reach, right.start)
        if not (re.fullmatch(r",?\sin\s(?:the\s)?", glue) if right is whole else _MEMBER_GLUE.fullmatch(glue)):
            return []
    subjects = sentence.subjects(sentence.start + match.start())
    return [*(item for item in subjects if item.ref != whole.ref), *others]


def _with_listed(sentence: Sentence, bodies: list[EntityMention], members: list[EntityMention]) -> list[EntityMention]:
    """Those that a list joins to the member: "A, B and C take part in"; "In addition to A and B, C takes part in"."""
    found = members[:1]
    for item in reversed(bodies):
        if not found or item.start >= found[0].start:
            continue
        if not re.fullmatch(
            r"(?:\s\([^()]*\))?(?:,|,?\sand|\s&|,?\sas\swell\sas)\s(?:the\s)?",
            sentence.between(item.reach, found[0].start),
        ):
            break
        found.insert(0, item)
    return found


def _its_members(sentence: Sentence, last: EntityMention | None) -> Iterator[Found]:
    """As in "Its newer members include Viasat, IsDB and Smart Africa", of the programme or group named last."""
    match = _ITS_MEMBERS.search(sentence.text)
    if match is None:
        return
    start, position = sentence.start + match.start(), sentence.start + match.end()
    before = [item for item in sentence.mentions if item.label in ("Group", "Programme") and item.reach <= start]
    whole = before[-1] if before else last
    if whole is None or sentence.is_hypothetical(sentence.start, position):
        return
    for item in sentence.actors:
        if item.start < position:
            continue
        if item.start != position and not _MEMBER_GLUE.fullmatch(sentence.between(position, item.start)):
            return
        position = item.reach
        if item.ref != whole.ref:
            yield sentence.states("MEMBER_OF", item.ref, whole.ref, "read_memberships")
