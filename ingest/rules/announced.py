"""Texts listed under a heading that says what was done: "Annex A / New work items", "Recommendations consented"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.deeds import Deed, twins
from netgov.ingest.rules.reading import Found, Reading, Sentence
from netgov.ingest.rules.work_words import PARTICIPLE, TARGETS

_LENGTH = 160
"""A heading is no longer than so many characters."""
_TEXTS = (
    r"(?:Recommendations?|[Tt]exts?|Supplements?|[Rr]eports?|[Dd]eliverables?|[Ww]ork\s[Ii]tems?|[Dd]ocuments?|"
    r"[Pp]ublications?|[Ss]tandards?|[Hh]andbooks?|[Aa]mendments?|[Cc]orrigenda)"
)
_NEW_WORK = re.compile(
    r"\b(?:[Nn]ew\s(?:[\w-]+\s){0,2}?[Ww]ork\s[Ii]tems?|[Ww]ork\s[Ii]tems?\s(?:agreed|approved|adopted|created))\b"
)
_DONE = re.compile(rf"\b{_TEXTS}\b[^.;:“”]{{0,60}}?\s(?:{PARTICIPLE})(?!\w)")
_DONE_BEFORE = re.compile(rf"\b(?i:(?:{PARTICIPLE}))\s(?:[\w-]+\s){{0,3}}?{_TEXTS}\b")
_ONGOING = re.compile(
    rf"\b{_TEXTS}\b[^.;:“”]{{0,60}}?\s(?:(?:currently|now|still)\s)?(?:(?:under|in)\s(?:development|preparation|study|progress|elaboration|drafting|revision)|"
    r"being\s(?:developed|drafted|prepared|elaborated|progressed|studied|revised)|under\s?way|ongoing|(?:in|on|of)\s(?:the\s|its\s)?(?:current\s)?work\sprogramme)\b"
    rf"|\b(?:[Oo]ngoing|[Cc]urrent|[Aa]ctive|[Oo]pen)\s(?:draft\s|new\s)?{_TEXTS}\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not|no|to\sbe\s(?!started|opened|begun|initiated)|for\s(?:approval|consent|determination|adoption|agreement|decision|discussion|consideration|publication)|propos\w+|plan\w*|candidate|possible|potential|"
    r"discontinued|deleted|withdrawn|stopped|closed|expected|scheduled|future|pending|request\w*|if|should|may|will|next|rejected|postponed|deferred)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:was|were|is|are|has|have|had|approves|shows|lists|contains)\b|\.\s*$")
_CELLS = re.compile(
    r"(?:[^\t]{0,40}\t){0,3}\s?(?:[Dd]raft\s|[Nn]ew\s|[Rr]evised\s)*(?:Recommendation\s|Technical\sReport\s)?"
)
_OPENING = re.compile(r"\W*(?:[Dd]raft\s|[Nn]ew\s|[Rr]evised\s)*(?:Recommendation\s|Technical\sReport\s)?")
_SUPPLEMENT = re.compile(r"[\s:“\"(–-]*(?:[Dd]raft\s)?(?:[Nn]ew\s)?Supplement\sto\s(?:the\s)?(?:Recommendation\s)?")


@dataclass(frozen=True)
class _Announcement:
    type: str
    agents: tuple[Mention, ...]
    section: str
    sentence: Sentence


def read_announced(reading: Reading) -> Iterator[Found]:
    """As in "New work items agreed to be started", over the rows of a table that each open with a text."""
    announced: _Announcement | None = None
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before:
            yield from _supplements(before, sentence)
        before = sentence
        heading = _announcement(sentence, reading)
        if heading:
            announced = heading
        elif announced and (sentence.passage.kind == "heading" or sentence.passage.section != announced.section):
            announced = None
        elif announced and sentence.opens_passage and (work := _opening_text(sentence, announced.type)):
            works = tuple(twins(sentence, work))
            yield from Deed(announced.type, announced.agents, works, work.end, "read_announced").found(sentence)


def _announcement(sentence: Sentence, reading: Reading) -> _Announcement | None:
    """What a heading says of the texts under it, and of whom; nothing where it only plans."""
    text = sentence.text
    if not sentence.opens_passage or len(text) > _LENGTH or _SENTENCE.search(text) or sentence.passage.kind == "row":
        return None
    ongoing = _ONGOING.search(text)
    found = ongoing or _NEW_WORK.search(text) or _DONE.search(text) or _DONE_BEFORE.search(text)
    if found is None or _NOT_DONE.search(text):
        return None
    type_ = "DEVELOPS" if ongoing else "STARTED" if found.re is _NEW_WORK else str(found.lastgroup)
    named = tuple(item for item in sentence.actors if item.label in ("StudyGroup", "Group"))[:1]
    inherited = sentence.inherited or reading.own_body
    agents = named or ((inherited,) if inherited else ())
    return _Announcement(type_, agents, sentence.passage.section, sentence) if agents else None


def _opening_text(sentence: Sentence, type_: str) -> Mention | None:
    """The text that opens a line, or a row after short cells: "Q2/17 | X.ztmc | Guidelines …"."""
    for item in sentence.mentions:
        if item.label in TARGETS[type_]:
            pattern = _CELLS if "\t" in sentence.text else _OPENING
            return item if pattern.fullmatch(sentence.before(item.start)) else None
    return None


def _supplements(before: Sentence, sentence: Sentence) -> Iterator[Found]:
    """As in "X.sup-cv2x | Supplement to ITU-T X.1372: Use cases", in one line or in two cells."""
    if "Supplement to" not in sentence.text:
        return
    names = [item for item in sentence.mentions if item.label == "Recommendation"]
    alone = [item for item in before.mentions if item.label == "Recommendation"]
    pairs = [(left, left.end, right) for left, right in pairwise(names)]
    if alone and names and len(before.text.strip()) <= alone[-1].end - alone[-1].start + 4:
        pairs.append((alone[-1], sentence.start, names[0]))
    for left, position, right in pairs:
        if left.ref != right.ref and _SUPPLEMENT.fullmatch(sentence.between(position, right.start)):
            yield sentence.states("SUPPLEMENTS", left.ref, right.ref, "read_announced")
