"""Persons: which office they hold, and what takes place in the meeting that a document reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Ref
from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_ROLE = re.compile(
    r"(?:(?:Deputy|Vice|Acting|Former|Executive|Co)[\s-])?(?:Secretary-General|Director(?:-General)?|Chair(?:man|woman|person)?|President|Rapporteur|Coordinator|Chief(?:\s\w+){0,2}\sOfficer|CEO|"
    r"Minister|Commissioner|Head|Convener|Editor|Moderator|Ambassador|Manager)"
)
_BEFORE = re.compile(rf"(?P<role>{_ROLE.pattern})(?:\sof\s(?:the\s)?[^,.;]{{2,60}})?,\s$")
_AFTER = re.compile(
    rf"\s?(?:,|\(|as)\s?(?:the\s|its\s|then\s)?(?P<role>{_ROLE.pattern})(?:\s(?:of|for|from)\s(?:the\s)?|,\s)?"
)
_CHAIRED = re.compile(r"(?:[Uu]nder\sthe\schair(?:manship|ship)?\sof|chaired\sby|moderated\sby|led\sby)\s(?:the\s)?$")
_CHAIRS = re.compile(r"\s(?:chaired|moderated|presided\sover)\s(?:the\s)?")
_SPEAKS = re.compile(
    r"\b(?:opened|thanked|pledged|wished|presented|noted|highlighted|stressed|welcomed|informed|said|stated|clarified|observed|urged|introduced|reported|addressed|concurred|responded|explained|"
    r"spoke|recalled|outlined|expressed|proposed|asked|drew|offered)\b"
)
_DELEGATE = re.compile(
    r"\b(?:delegates?|representatives?|delegations?|delegation|on\sbehalf)\s(?:from|of)\s(?:the\s)?$"
)
_SECRETARY_GENERAL = "ITU Secretary-General"


def read_roles(reading: Reading) -> Iterator[Found]:
    """As in "Mr. François Rancy, Director of Radiocommunications Bureau"."""
    for sentence in reading.sentences:
        for person in sentence.mentions:
            if person.label == "Person":
                for role, body in _roles(sentence, person, reading):
                    yield sentence.states("HOLDS_ROLE", person.ref, body, "read_roles", {"role": role})


def _roles(sentence: Sentence, person: EntityMention, reading: Reading) -> Iterator[tuple[str, Ref]]:
    lead, tail = sentence.before(person.start), sentence.after(person.reach)
    bodies = [item for item in sentence.mentions if item.label in ("Organization", "Group", "StudyGroup")]
    if match := _BEFORE.search(lead):
        named = [item for item in bodies if item.reach > sentence.start + match.start() and item.reach <= person.start]
        if named:
            yield match["role"], _office(named[-1])
        elif match["role"].startswith("Chair") and (group := reading.own_group):
            yield match["role"], group
        return
    following = next((item for item in bodies if item.start >= person.reach), None)
    if following and re.fullmatch(r",\s(?:the\s)?", sentence.between(person.reach, following.start)):
        printed = sentence.between(following.start, following.end) + sentence.after(following.end)[:40]
        if match := _ROLE.search(printed):
            yield match[0], _office(following)
            return
    if match := _AFTER.match(tail):
        stop = person.reach + match.end()
        named = [
            item
            for item in bodies
            if (person.reach < item.start <= stop and item.end >= stop - 1) or item.start == stop
        ]
        if named:
            yield match["role"], _office(named[0])


def _office(body: EntityMention) -> Ref:
    """Who the office belongs to: the Secretary-General is an office of ITU."""
    return ("Organization", "ITU") if body.key == _SECRETARY_GENERAL else body.ref


def read_chairs(reading: Reading) -> Iterator[Found]:
    """As in "Mr. X chaired the 10th meeting"; "has met …, under the chairmanship of Mr. Y"."""
    for sentence in reading.sentences:
        for person in sentence.mentions:
            if person.label != "Person":
                continue
            event = next(
                (item for item in sentence.mentions if item.label == "Event" and item.start >= person.reach), None
            )
            chairs = event and _CHAIRS.fullmatch(sentence.between(person.reach, event.start))
            if event and chairs:
                span = (sentence.start, sentence.end, "read_chairs")
                yield Found("HOLDS_ROLE", person.ref, event.ref, *span, {"role": "Chairman"})
                yield Found("PARTICIPATED_IN", person.ref, event.ref, *span)
            elif _CHAIRED.search(sentence.before(person.start)) and sentence.agent:
                yield sentence.states(
                    "HOLDS_ROLE",
                    person.ref,
                    sentence.agent.ref,
                    "read_chairs",
                    {"role": "Chairman"},
                )


def read_speakers(reading: Reading) -> Iterator[Found]:
    """In the report of a meeting, who opens, presents or notes something took part in it; once each."""
    meeting = reading.own_meeting
    seen: set[Ref] = set()
    for sentence in reading.sentences if meeting else ():
        for item in _speakers(sentence):
            if meeting and item.ref not in seen and not sentence.is_hypothetical(sentence.start, item.start):
                seen.add(item.ref)
                yield sentence.states("PARTICIPATED_IN", item.ref, meeting, "read_speakers")


def _speakers(sentence: Sentence) -> Iterator[EntityMention]:
    for item in sentence.mentions:
        if (
            item.label == "Person"
            and len(sentence.before(item.start)) < 120
            and _SPEAKS.search(sentence.after(item.reach)[:200])
        ) or (item.label in ("Country", "Organization") and _DELEGATE.search(sentence.before(item.start))):
            yield item
