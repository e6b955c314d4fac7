"""Work on texts: approved, agreed, consented, determined, started, develops, published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.keys import SECTORS
from ingest.resolver import EntityMention
from ingest.rules.reading import BEFORE_VERB, Found, Reading, Sentence

_TARGETS = {
    "APPROVED": ("Recommendation", "Publication", "Resolution"),
    "AGREED": ("Recommendation", "Publication"),
    "CONSENTED": ("Recommendation",),
    "DETERMINED": ("Recommendation",),
    "STARTED": ("Recommendation", "Publication"),
    "DEVELOPS": ("Recommendation", "Publication"),
    "PUBLISHED": ("Publication",),
    "RESPONSIBLE_FOR": ("Recommendation", "Question"),
}
_TEXTS = ("Recommendation", "Publication", "Resolution")
_VERBS = {
    "STARTED": r"(?:agreed\sto\s(?:start|initiate|begin)|started|initiated|launched|began|commenced)"
    r"(?:\s(?:the|new|its|a|revision|working|work|works?|items?|development|drafting|studies|study))*"
    r"(?:\s(?:on|in|of|for))?",
    "APPROVED": r"approved|adopted|gave\s(?:its\s)?approval\sto",
    "AGREED": r"(?:agreed|reached\sagreement)(?:\s(?:on|to|upon))?|endorsed",
    "CONSENTED": r"consented(?:\sto|\sfor)?|gave\s(?:its\s)?consent\s(?:to|for)",
    "DETERMINED": r"determined",
    "PUBLISHED": r"published|released|issued",
    "RESPONSIBLE_FOR": r"(?:has|have|having|with|takes?)\sresponsibility\sfor|"
    r"(?:is|are)\s(?:the\sbody\s)?(?:responsible|in\scharge)\s(?:for|of)",
    "DEVELOPS": r"(?:is|are|has\sbeen|have\sbeen)\s(?:also\s|currently\s|now\s|further\s)*"
    r"(?:developing|progressing|working\son|drafting|preparing|elaborating|revising|finali[sz]ing)"
    r"|(?:continues?|continued)\s(?:to\s(?:develop|progress|work\son|maintain|draft|elaborate)|(?:its|their)?\s?work(?:ing)?\son|(?:the\s)?development\sof|developing|progressing)"
    r"|(?:will\scontinue\sto\s)?maintains?|prepared|(?:has\s|have\s)?developed|progressed|drafted|developing",
}
_VERB = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})(?!\w))" for name, pattern in _VERBS.items()))
_PASSIVE = re.compile(
    r"(?:,?\s?(?:which\s|that\s)?(?:(?:was|were|is|are|has|have|had|been|being|also|then)\s)+(?P<verb>approved|agreed|consented|determined|published|developed|adopted|prepared|initiated|started)\b)"
    r"|(?P<short>,?\s(?:approved|agreed|consented|determined|published|developed|adopted|prepared))(?=\sby\s)"
)
_STARTED_ON = re.compile(r"[^.;:]{0,60}?\son\s")
_PASSIVE_LIST = re.compile(r"[^.;:]{0,80}:\s?")
_PASSIVE_TYPES = {
    "approved": "APPROVED",
    "adopted": "APPROVED",
    "agreed": "AGREED",
    "consented": "CONSENTED",
    "determined": "DETERMINED",
    "published": "PUBLISHED",
    "developed": "DEVELOPS",
    "prepared": "DEVELOPS",
    "initiated": "STARTED",
    "started": "STARTED",
}
_GLUE = re.compile(
    r"(?:,\son\s[^,;.:“”]{3,100},)?(?:[\s,;:()“”\"/·–-]|\b(?:and|as|well|also|both|on|of|to|for|in|the|a|an|its|their|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|twenty|several|series|\d{1,3}|following|namely|including|new|revised|revision|draft|drafts|regional|technical|final|ITU-[TDR]|Recommendations?|Recs?\.?|Supplements?|Amendments?|"
    r"Corrigend(?:um|a)|Annex(?:es)?|[Rr]eports?|[Pp]apers?|[Hh]andbooks?|[Gg]uidelines?|[Gg]uides?|Implementers[’']|Resolutions?|[Tt]exts?|standards?|deliverables?|publications?|"
    r"works?|items?|topics?|documents?|Revisions?|revisions|[Qq]uestions?|V\d+|v\.\d+|under|approval|currently|first|second|edition|version|entitled|titled)\b)*+"
)
_OPENS_LIST = re.compile(
    r"(?:Recommendations|texts|Supplements|reports|Reports|deliverables|publications|documents|standards|Questions|work\sitems|items)\b[^.]{0,60}:|:\s*$"
)
_ASIDE = re.compile(r",\s(?:which|that)\s[^;:“”]{3,250}?,\s(?:and\s|as\swell\sas\s)?(?:Recommendation\s)?")
_LEAD_IN = re.compile(r"[^.;“”\"]{0,100}:\s?")
_CO_ORDINATED = re.compile(rf"(?:[,;]|\b(?:and|but))\s{BEFORE_VERB}$")
_STATUS = re.compile(r"\((?:currently\s)?(under\sapproval)\)")
_FINAL_REPORTS = re.compile(r"\bagreed\s(?:to|on|upon)\sthe\sfinal\sreports?\b")
_REVISED = re.compile(r"(?:^|\s)[Rr]evis(?:ed|ion)")
_UNDER_APPROVAL = re.compile(
    r"\b(?:is|are)\s(?:currently\s|now\s)?(?P<status>under\s(?:approval|development|study|preparation|consideration))"
)


@dataclass(frozen=True)
class _Open:
    """A list that later passages go on with: "approved nine Recommendations: ITU-T Y.2041 … / ITU-T Y.2304 …"."""

    type: str
    subjects: tuple[EntityMention, ...]
    section: str
    passage: int
    own: dict[str, Any] = field(default_factory=dict)


def read_work(reading: Reading) -> Iterator[Found]:
    """As in "SG9 has consented one draft Recommendation (currently under approval): ITU-T J.2010 “…”"."""
    opened: _Open | None = None
    for sentence in reading.sentences:
        last: tuple[EntityMention, ...] = ()
        if opened and not _goes_on(opened, sentence):
            opened = None
        if opened and sentence.opens_passage:
            yield from _listed(opened, sentence)
        floor = sentence.start
        speaks_of_texts = any(item.label in (*_TEXTS, "Question") for item in sentence.mentions)
        for match in _VERB.finditer(sentence.text) if speaks_of_texts or ":" in sentence.text else ():
            verb, end = sentence.start + match.start(), sentence.start + match.end()
            if any(item.start <= verb < item.reach for item in sentence.mentions):
                continue  # a verb within a title
            type_ = str(match.lastgroup)
            subjects = sentence.subjects(verb, floor) or (last if _CO_ORDINATED.search(sentence.before(verb)) else ())
            if (
                not subjects
                or _is_noun(sentence, verb)
                or sentence.is_hypothetical(_clause_start(subjects, sentence, verb), verb)
            ):
                continue
            last = subjects
            own = _own(sentence, end, type_, match[0])
            works = list(_works(sentence, end, _TARGETS[type_]))
            yield from _found(type_, subjects, works, sentence, own)
            floor = works[-1].reach if works else floor
            if _OPENS_LIST.search(sentence.between(end, works[0].start if works else sentence.end)):
                opened = _Open(type_, subjects, sentence.passage.section, sentence.passage.ordinal, own)
        yield from _passive(sentence)
        yield from _under_way(sentence)


def read_question_reports(reading: Reading) -> Iterator[Found]:
    """As in "agreed to the final reports … The final report in response to ITU-D SG1 Question 1/1: “…”"."""
    agreed = False
    for sentence in reading.sentences:
        agreed = agreed or bool(_FINAL_REPORTS.search(sentence.text))
        for item in sentence.mentions if agreed else ():
            question = item.fields.get("question")
            group = next((other for other in sentence.mentions if other.known.get("number") == question), None)
            if item.label == "Publication" and question and group:
                body = ("StudyGroup", str(group.known["group"]))
                yield sentence.states("AGREED", body, item.ref, "read_question_reports")


def _clause_start(subjects: tuple[EntityMention, ...], sentence: Sentence, verb: int) -> int:
    printed = [item.end for item in subjects if sentence.start <= item.start < verb]
    return max(printed, default=sentence.start)


def _is_noun(sentence: Sentence, verb: int) -> bool:
    """As in "many approved Recommendations": the participle stands before a noun that something else governs."""
    return bool(re.search(r"\b(?:many|the|newly|recently|of|new|all|with|by|on|its|an?)\s$", sentence.before(verb)))


def _own(sentence: Sentence, end: int, type_: str, verb: str) -> dict[str, Any]:
    """What the verb phrase says beyond the verb."""
    own: dict[str, Any] = {}
    tail = sentence.after(end)
    if type_ == "STARTED" and "revision" in verb:
        own["revision"] = True
    if (match := _STATUS.search(tail)) and type_ in ("CONSENTED", "DEVELOPS"):
        own["status"] = match[1]
    return own


def _works(sentence: Sentence, position: int, labels: tuple[str, ...]) -> Iterator[EntityMention]:
    """The texts that follow, as far as the list goes: list words, or an aside on the text before ("…, which …,")."""
    first = True
    for item in sentence.mentions:
        if item.start < position or item.label == "Edition":
            continue
        gap = sentence.between(position, item.start)
        if item.label not in (*_TEXTS, *labels):
            if _GLUE.fullmatch(gap) and item.key in SECTORS:
                position = item.end
            continue
        titled = item.reach > item.end
        if not (_GLUE.fullmatch(gap) or (first and _LEAD_IN.fullmatch(gap)) or (titled and _ASIDE.fullmatch(gap))):
            continue
        first = False
        position = max(item.reach, position)
        if item.label in labels:
            yield item
            for twin in sentence.mentions:
                if twin is not item and (twin.start, twin.label) == (item.start, item.label):
                    yield twin


def _found(
    type_: str,
    subjects: tuple[EntityMention, ...],
    works: list[EntityMention],
    sentence: Sentence,
    own: dict[str, Any],
    rule: str = "read_work",
) -> Iterator[Found]:
    for work in dict.fromkeys(works):
        extra = dict(own)
        name = work.fields.get("name")
        version = getattr(name, "version", "") or work.fields.get("edition", "")
        if version:
            extra["edition"] = version
        is_revision = version.casefold().startswith("rev") or _REVISED.search(
            sentence.text[max(0, work.start - sentence.start - 24) : work.start - sentence.start]
        )
        if is_revision and type_ in ("APPROVED", "AGREED", "CONSENTED", "DETERMINED"):
            extra["revised"] = True
        for subject in subjects:
            yield sentence.states(type_, subject.ref, work.ref, rule, extra)


def _goes_on(opened: _Open, sentence: Sentence) -> bool:
    """Whether a sentence can still belong to the list that an earlier passage opened."""
    passage = sentence.passage
    if passage.ordinal == opened.passage:
        return True
    same = passage.intro == opened.passage or passage.section == opened.section
    new_subject = sentence.opening and sentence.opening[0].ref not in [item.ref for item in opened.subjects]
    return same and not new_subject


def _listed(opened: _Open, sentence: Sentence) -> Iterator[Found]:
    """The members of an open list: a text with its title opens the passage, perhaps after "Approved"."""
    lead = re.match(r"(?:[Aa]pproved|[Rr]evised)?\s?", sentence.text)
    start = sentence.start + (lead.end() if lead else 0)
    if sentence.passage.ordinal == opened.passage:
        return
    works = list(_works(sentence, start, _TARGETS[opened.type]))
    if works and (works[0].reach > works[0].end or sentence.passage.intro == opened.passage):
        yield from _found(opened.type, opened.subjects, works, sentence, opened.own, "read_open_list")


def _passive(sentence: Sentence) -> Iterator[Found]:
    """As in "Recommendation ITU-T Y.4500 was approved by SG20"; "Three Reports were approved by SG5 in 2017: …"."""
    if not any(item.label in _TEXTS for item in sentence.mentions):
        return
    for match in _PASSIVE.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        type_ = _PASSIVE_TYPES[match["verb"] or match["short"].strip(" ,")]
        agents = _agents_after(sentence, end) or sentence.passive_agents[:1]
        if not agents and type_ != "DEVELOPS" and sentence.inherited:
            agents = (sentence.inherited,)
        before = [item for item in sentence.mentions if item.label in _TARGETS[type_] and item.end <= start]
        works: list[EntityMention] = []
        if before and re.fullmatch(rf"[\s,()]*{BEFORE_VERB}", sentence.between(before[-1].reach, start)):
            works = _list_before(sentence, before)
        elif opening := (_STARTED_ON if type_ == "STARTED" else _PASSIVE_LIST).match(sentence.text, match.end()):
            works = list(_works(sentence, sentence.start + opening.end(), _TARGETS[type_]))
        lead = before[-1].reach if before else sentence.start
        if agents and works and not sentence.is_hypothetical(lead, end):
            yield from _found(type_, agents[:1], works, sentence, {}, "read_passive")


def _under_way(sentence: Sentence) -> Iterator[Found]:
    """As in "Draft Recommendation J.1601 is under approval": its body is the nearest subject."""
    for match in _UNDER_APPROVAL.finditer(sentence.text):
        start = sentence.start + match.start()
        works = [item for item in sentence.mentions if item.label in _TARGETS["DEVELOPS"] and item.reach <= start]
        agents = sentence.passive_agents or tuple(filter(None, [sentence.agent or sentence.inherited]))
        if works and agents and not sentence.between(works[-1].reach, start).strip():
            own = {"status": match["status"]}
            yield from _found("DEVELOPS", agents[:1], _list_before(sentence, works), sentence, own, "read_under_way")


def _agents_after(sentence: Sentence, position: int) -> tuple[EntityMention, ...]:
    match = re.match(r"\s(?:(?:in|on)\s[^,;.]{3,40}?\s|jointly\s)?by\s(?:the\s)?", sentence.after(position))
    start = position + match.end() if match else -1
    return tuple(item for item in sentence.actors if item.start == start)


def _list_before(sentence: Sentence, works: list[EntityMention]) -> list[EntityMention]:
    """From the last text back over the list that it closes."""
    found = [works[-1]]
    for item in reversed(works[:-1]):
        if not _GLUE.fullmatch(sentence.between(item.reach, found[-1].start)):
            break
        found.append(item)
    return found[::-1]
