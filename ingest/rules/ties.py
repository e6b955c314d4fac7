"""Ties between bodies: who liaised and who collaborates with whom, on what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Spans
from netgov.ingest.rules.alongside import addressees, read_continued_work, read_partners_alongside
from netgov.ingest.rules.collaborations import read_joint_work
from netgov.ingest.rules.liaisons import TAKEN_BACK, read_other_liaisons
from netgov.ingest.rules.partners import PLANNED, in_title, read_between, read_with, tie, topic_of
from netgov.ingest.rules.reading import BODIES, Found, Reading, Sentence

_LIAISON = re.compile(
    r"\b(?:[Ll]iaised|liaises|liaising|exchanged\sliaisons?(?:\sstatements?)?|sent\s(?:an?\s|several\s|\d+\s)?(?:outgoing\s|reply\s)?liaisons?(?:\sstatements?)?(?:\s\([^)]*\))?|"
    r"[Ll]iaisons?(?:\s(?:statements?|activities|activity|relationships?))?|[Cc]oordination\sthrough\sliaisons)\b"
    r"[^.;]{0,60}?\b(?P<link>with|to|between|from|among)\s"
)
_COLLABORATION = re.compile(
    r"\b(?:[Ii]n\s(?:close\s|full\s|direct\s)?(?=partner|coll|coop|co-op|coord|co-ord|conj))?(?:[Cc]ollaborat\w+|[Cc]ooperat\w+|[Cc]o-operat\w+|coordinat(?:es|ed|ing|ion|e)|co-ordinat\w+|harmoni[sz]\w+|partner(?:ed|ing|s|ship|ships)|"
    r"works?\sclosely|working\sclosely|worked\sclosely|work\sclosely|jointly|together|in\sconjunction|joint\swork|close\scontacts?|team(?:s|ed|ing)?\sup|in\sconcert|in\standem|in\sassociation|in\salliance|hand\sin\sglove|side\sby\sside|hand\sin\shand|(?:joint\s)?(?:[Cc]ooperation\s)?agreements?\ssigned|works?\stogether|working\stogether|work(?:s|ed|ing)?(?=\swith\s))\b"
    r"(?:[^.;:“”]{0,70}?)\b(?P<link>with|between|among|of)\s"
)
_SUPPORTED = re.compile(
    r"\b(?:supported\sby|with\sthe\ssupport\sof)\s(?:(?:the|an?)\s(?:\w+\s)?collaboration\s(?P<link>of)\s)?"
)
_WORKING_CLOSELY = re.compile(
    r"\b(?:(?:are|is|have\sbeen|continue|continued)\s)?(?:working|work|works|worked|collaborating|collaborated?|co-?operating|co-?operated?)\s(?:closely\s)?(?:together|jointly|closely)?\s?(?=(?:on|to|towards|for|in)\b)"
)
_WORKING_ON_WITH = re.compile(r"\b(?:working|worked|works|work)\son\s(?P<topic>[^.;:]{5,160}?)\swith\s")
_AGREEMENT = re.compile(
    r"\b(?:[Aa]greement|[Mm]emorandum\sof\s[Uu]nderstanding|MoU|[Aa]rrangement|[Pp]artnership\s[Aa]greement)s?\s(?:\([^()]{1,30}\)\s)?(?:was\s|were\s)?(?:signed\s|concluded\s)?between\s(?:the\s)?"
)
_UNSIGNED = re.compile(
    r"\b(?:negotiat\w+|under\s(?:discussion|consideration|preparation|review)|(?:being|be)\s(?:prepared|drafted|signed)|expired|lapsed|terminated)\b"
)
_ONE_AND_OTHER = re.compile(r"\)?(?:\s?\([^()]*\))?\s?(?:,|/|,?\sand|&|,?\sas\swell\sas)\s?(?:also\s)?(?:the\s)?")
_RECIPROCAL = re.compile(r"closely|together|jointly|ollaborat|operat|^\s?continue")
_ENDED = re.compile(
    r"[^.;]{0,120}?\s(?:has\sbeen|was|were|have\sbeen|has|have)\s(?:discontinued|ended|terminated|ceased|suspended|concluded\sits)\b"
)
_BARE_HEAD = re.compile(
    r"\b(?:greater|enhanced|possible|future|further|potential|closer|improved|(?:ways|means|scope|room|opportunit(?:y|ies)|need)\s(?:for|of))\s(?:\w+\s){0,3}$"
)


def read_liaisons(reading: Reading) -> Iterator[Found]:
    """As in "SG11 liaised with IETF SFC on … in Q4/11, with IETF ippm on …, and with RIPE NCC on …"."""
    for sentence in reading.sentences:
        found = list(_liaisons(sentence)) if "iais" in sentence.text else []
        yield from found
        seen = {frozenset((item.source, item.target)) for item in found}
        for item in read_other_liaisons(sentence):
            if frozenset((item.source, item.target)) not in seen:
                seen.add(frozenset((item.source, item.target)))
                yield item


def _liaisons(sentence: Sentence) -> Iterator[Found]:
    for match in _LIAISON.finditer(sentence.text):
        if not in_title(sentence, match.start()) and not TAKEN_BACK.match(sentence.text, match.end()):
            yield from read_tie(
                sentence, match, "LIAISED_WITH", "read_liaisons", ("Organization", "Group", "StudyGroup")
            )


def read_collaborations(reading: Reading) -> Iterator[Found]:
    """As in "SG20 is collaborating with ANSI, GSMA, IEEE on …, with ETSI MEC and IIC on …, and with W3C on …"."""
    programme: Mention | None = None
    addressed: tuple[Mention, ...] = ()
    group: Mention | None = None
    for sentence in reading.sentences:
        seen: set[tuple[Ref, Ref, str]] = set()
        for found in _collaborations(sentence, BODIES):
            identity = (found.source, found.target, str(found.own.get("topic")))
            if identity not in seen and (found.target, found.source, identity[2]) not in seen:
                seen.add(identity)
                yield found
        pairs = {frozenset(identity[:2]) for identity in seen}
        if sentence.passage.kind == "clause":
            addressed = addressees(sentence)
        more = (*read_joint_work(sentence, programme), *read_partners_alongside(sentence, group))
        for found in (*more, *(read_continued_work(sentence, addressed) if sentence.passage.clause else ())):
            if frozenset((found.source, found.target)) not in pairs:
                pairs.add(frozenset((found.source, found.target)))
                yield found
        group = next((item for item in sentence.actors if item.label in ("StudyGroup", "Group")), group)
        programme = next((item for item in reversed(sentence.mentions) if item.label == "Programme"), programme)


def _collaborations(sentence: Sentence, labels: Collection[str]) -> Iterator[Found]:
    if not sentence.actors:
        return
    liaisons = Spans(match.span() for match in _LIAISON.finditer(sentence.text))
    for match in _COLLABORATION.finditer(sentence.text):
        if liaisons.overlap(*match.span()) or in_title(sentence, match.start()):
            continue
        if _ENDED.match(sentence.text, match.end()):
            continue
        if not _BARE_HEAD.search(sentence.text[: match.start()]):
            yield from read_tie(sentence, match, "COLLABORATES_WITH", "read_collaborations", labels)
    for match in _SUPPORTED.finditer(sentence.text):
        yield from _read_supported(sentence, match, labels)
    for match in _AGREEMENT.finditer(sentence.text):
        if not _UNSIGNED.search(sentence.text):
            yield from read_between(sentence, match.end(), "COLLABORATES_WITH", "read_collaborations", labels)
    for match in _WORKING_ON_WITH.finditer(sentence.text):
        if "liais" in match["topic"]:
            continue
        yield from read_with(
            sentence, match.start(), match.end(), "COLLABORATES_WITH", "read_working_on_with", labels, match["topic"]
        )
    for match in _WORKING_CLOSELY.finditer(sentence.text):
        yield from _read_working_closely(sentence, match)


def read_tie(
    sentence: Sentence, match: re.Match[str], type_: str, rule: str, labels: Collection[str]
) -> Iterator[Found]:
    if match["link"] in ("among", "of"):
        bodies = [item for item in sentence.actors if item.start >= sentence.start + match.end()][:2]
        gap = sentence.between(bodies[0].reach, bodies[1].start) if len(bodies) > 1 else ""
        if not _ONE_AND_OTHER.fullmatch(gap) or "member" in match[0]:
            return
    if match["link"] in ("between", "among", "of"):
        yield from read_between(sentence, match.end(), type_, rule, labels)
    else:
        yield from read_with(sentence, match.start(), match.end(), type_, rule, labels)


def _read_supported(sentence: Sentence, match: re.Match[str], labels: Collection[str]) -> Iterator[Found]:
    """As in "…, supported by the increasing collaboration of ITU-T and oneM2M"."""
    if match["link"]:
        yield from read_between(sentence, match.end(), "COLLABORATES_WITH", "read_supported", labels)
        return
    yield from read_with(sentence, match.start(), match.end(), "COLLABORATES_WITH", "read_supported", labels)


def _read_working_closely(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """As in "BDT and MUST are working closely to establish …": the co-ordinated subjects work with one another."""
    subjects = sentence.subjects(sentence.start + match.start())
    if len(subjects) < 2 or sentence.is_hypothetical(subjects[-1].end, sentence.start + match.end()):
        return
    if not _RECIPROCAL.search(match[0]) or PLANNED.match(sentence.after(subjects[-1].reach)):
        return
    topic = topic_of(" " + sentence.text[match.end() :])
    for other in subjects[1:]:
        yield from tie("COLLABORATES_WITH", subjects[0], other, sentence, topic, "read_working_closely")
