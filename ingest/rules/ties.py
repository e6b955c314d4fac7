"""Ties between bodies: who liaised and who collaborates with whom, on what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from graph.keys import is_of_itu
from graph.model import Ref
from ingest.candidates import Spans
from ingest.resolver import EntityMention
from ingest.rules.reading import ACTORS, Found, Reading, Sentence

_LIAISON = re.compile(
    r"\b(?:[Ll]iaised|liaises|liaising|exchanged\sliaisons?(?:\sstatements?)?|sent\s(?:an?\s|several\s|\d+\s)?(?:outgoing\s|reply\s)?liaisons?(?:\sstatements?)?(?:\s\([^)]*\))?|"
    r"[Ll]iaisons?(?:\s(?:statements?|activities|activity|relationships?))?|[Cc]oordination\sthrough\sliaisons)\b"
    r"[^.;]{0,60}?\b(?P<link>with|to|between|from|among)\s"
)
_COLLABORATION = re.compile(
    r"\b(?:[Ii]n\s(?:close\s|full\s|direct\s)?(?=partner|coll|coop|co-op|coord|co-ord|conj))?(?:collaborat\w+|cooperat\w+|co-operat\w+|coordinat(?:es|ed|ing|ion|e)|co-ordinat\w+|harmoni[sz]\w+|partner(?:ed|ing|s|ship|ships)|"
    r"works?\sclosely|working\sclosely|worked\sclosely|work\sclosely|jointly|together|in\sconjunction|joint\swork|close\scontacts?|teamed\sup|(?:joint\s)?(?:[Cc]ooperation\s)?agreements?\ssigned|works?\stogether|working\stogether|work(?:s|ed|ing)?(?=\swith\s))\b"
    r"(?:[^.;:“”]{0,70}?)\b(?P<link>with|between|among|of)\s"
)
_SUPPORTED = re.compile(
    r"\b(?:supported\sby|with\sthe\ssupport\sof)\s(?:(?:the|an?)\s(?:\w+\s)?collaboration\s(?P<link>of)\s)?"
)
_WORKING_CLOSELY = re.compile(
    r"\b(?:(?:are|is|have\sbeen|continue|continued)\s)?(?:working|work|works|worked|collaborating|collaborate|cooperating|cooperate)\s(?:closely\s)?(?:together|jointly|closely)?\s?(?=(?:on|to|towards|for|in)\b)"
)
_WORKING_ON_WITH = re.compile(r"\b(?:working|worked|works|work)\son\s(?P<topic>[^.;:]{5,160}?)\swith\s")
_AGREEMENT = re.compile(
    r"\b(?:agreement|memorandum\sof\sunderstanding|MoU|arrangement)s?\s(?:was\s|were\s)?(?:signed\s|concluded\s)?between\s(?:the\s)?"
)
_CHUNK = re.compile(
    r"(?:[,;]?\s(?:and\s|as\swell\sas\s)?(?:also\s)?)with\s|[,;]?\sand\s(?:also\s)?to\s|(?:[,;]\s(?:and\s)?|\sand\s)(?:through|via)\s"
)
_PARTNER_GLUE = re.compile(
    r"(?:[\s,;:/()–-]|’s|'s|\b(?:and|as|well|also|or|the|a|an|both|with|various|several|other|many|relevant|different|external|international|regional|recognized|organi[sz]ations?|bodies|partners|"
    r"such|like|including|e\.g\.|namely|groups?|working|WGs?|Working|Groups?|study|Study|Questions?|its|their|SDOs?|standards|development|entities|stakeholders|Member|States|Government|of|by|colleagues|through|from|in)\b)*+"
)
_TOPIC = re.compile(r"\s?,?\s?\b(?P<word>on|regarding|concerning|about|for|to|in|towards)\s(?=\S)")
_TOPICS = re.compile(r",?\s(?:and\s)?(?:also\s)?(?:on|regarding|concerning)\s")
_TOPIC_END = re.compile(
    r"[.;]\s*$|,?\s(?:which|who|and\s(?:also\s)?(?:continues?|continued|started|approved|agreed|is|are|was|were|has|have|will)|(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe)\s\w+(?:ed|en|wn|ne)\sby)\b.*|\s\([^()]*$",
    re.DOTALL,
)
_BARE_HEAD = re.compile(
    r"\b(?:greater|enhanced|possible|future|further|potential|closer|improved|(?:ways|means|scope|room|opportunit(?:y|ies)|need)\s(?:for|of))\s(?:\w+\s){0,3}$"
)


@dataclass(frozen=True)
class _Partner:
    body: EntityMention
    topic: str = ""


def read_liaisons(reading: Reading) -> Iterator[Found]:
    """As in "SG11 liaised with IETF SFC on … in Q4/11, with IETF ippm on …, and with RIPE NCC on …"."""
    for sentence in reading.sentences:
        for match in _LIAISON.finditer(sentence.text) if "iais" in sentence.text else ():
            if not _in_title(sentence, match.start()):
                yield from _read_tie(
                    sentence, match, "LIAISED_WITH", "read_liaisons", ("Organization", "Group", "StudyGroup")
                )


def read_collaborations(reading: Reading) -> Iterator[Found]:
    """As in "SG20 is collaborating with ANSI, GSMA, IEEE on …, with ETSI MEC and IIC on …, and with W3C on …"."""
    labels = ("Organization", "Group", "StudyGroup", "Programme", "Country")
    for sentence in reading.sentences:
        seen: set[tuple[Ref, Ref, str]] = set()
        for found in _collaborations(sentence, labels):
            identity = (found.source, found.target, str(found.own.get("topic")))
            if identity not in seen and (found.target, found.source, identity[2]) not in seen:
                seen.add(identity)
                yield found


def _collaborations(sentence: Sentence, labels: Sequence[str]) -> Iterator[Found]:
    if not sentence.actors:
        return
    liaisons = Spans(match.span() for match in _LIAISON.finditer(sentence.text))
    for match in _COLLABORATION.finditer(sentence.text):
        if liaisons.overlap(*match.span()) or _in_title(sentence, match.start()):
            continue
        if not _BARE_HEAD.search(sentence.text[: match.start()]):
            yield from _read_tie(sentence, match, "COLLABORATES_WITH", "read_collaborations", labels)
    for match in _SUPPORTED.finditer(sentence.text):
        yield from _read_supported(sentence, match, labels)
    for match in _AGREEMENT.finditer(sentence.text):
        yield from _read_between(sentence, match.end(), "COLLABORATES_WITH", "read_collaborations", labels)
    for match in _WORKING_ON_WITH.finditer(sentence.text):
        yield from _read_with(
            sentence, match.start(), match.end(), "COLLABORATES_WITH", "read_working_on_with", labels, match["topic"]
        )
    for match in _WORKING_CLOSELY.finditer(sentence.text):
        yield from _read_working_closely(sentence, match)


def _in_title(sentence: Sentence, offset: int) -> bool:
    return any(item.start - sentence.start <= offset < item.reach - sentence.start for item in sentence.mentions)


def _read_tie(
    sentence: Sentence, match: re.Match[str], type_: str, rule: str, labels: Sequence[str]
) -> Iterator[Found]:
    if match["link"] in ("between", "among", "of"):
        yield from _read_between(sentence, match.end(), type_, rule, labels)
    else:
        yield from _read_with(sentence, match.start(), match.end(), type_, rule, labels)


def _read_with(
    sentence: Sentence, verb: int, end: int, type_: str, rule: str, labels: Sequence[str], topic: str = ""
) -> Iterator[Found]:
    """Subject before the verb, partners after "with", each group of partners with its own topic."""
    offset = sentence.start
    partners = list(_partners(sentence, offset + end, labels, _next_tie(sentence, end, type_)))
    if not partners:
        return
    subjects = _tie_subjects(sentence, offset + verb, partners)
    start = max(
        (item.end for item in subjects if item.start >= sentence.start and item.end <= offset + verb),
        default=sentence.start,
    )
    clause = sentence.text.rfind(" but ", 0, verb) + offset
    if sentence.is_hypothetical(max(start, clause), offset + end):
        return
    for subject in subjects:
        for partner in partners:
            yield from _tie(
                type_,
                subject,
                partner.body,
                sentence,
                partner.topic or topic or _leading_topic(sentence, offset + verb),
                rule,
            )


def _next_tie(sentence: Sentence, position: int, type_: str) -> int:
    """Where a tie of the other type begins: "cooperated with IEC on A and also liaised with IEEE on B"."""
    other = (_LIAISON if type_ == "COLLABORATES_WITH" else _COLLABORATION).search(sentence.text, position)
    return sentence.start + other.start() if other else sentence.end


def _tie_subjects(sentence: Sentence, verb: int, partners: Sequence[_Partner]) -> tuple[EntityMention, ...]:
    """The grammatical subject; of "In partnership with APNIC, BDT …" the body after the phrase."""
    refs = {partner.body.ref for partner in partners}
    if not sentence.before(verb).strip():
        after = partners[-1].body.end
        following = next((item for item in sentence.actors if item.label in ACTORS and item.start > after), None)
        if following and re.fullmatch(r"[^.;:]{0,120}?,\s(?:the\s)?", sentence.between(after, following.start)):
            return (following,)
    opens = not sentence.before(verb).strip()
    found = (sentence.passive_agents if opens else ()) or sentence.subjects(verb) or sentence.passive_agents
    found = found or tuple(filter(None, (sentence.agent or sentence.inherited,)))
    return tuple(item for item in found if item.ref not in refs)


def _partners(sentence: Sentence, position: int, labels: Sequence[str], end: int) -> Iterator[_Partner]:
    """As in "A, B and C on T1, with D on T2": in each chunk the partners, then their topic; or the next chunk's."""
    bodies = [item for item in sentence.actors if item.label in labels and position <= item.start < end]
    found = [
        position,
        *(sentence.start + match.end() for match in _CHUNK.finditer(sentence.text, position - sentence.start)),
    ]
    marks = [mark for mark in found if mark == position or any(_leads(sentence, mark, item) for item in bodies)]
    chunks: list[tuple[list[EntityMention], str]] = []
    for mark, stop in pairwise([*marks, end]):
        chosen = _chunk(sentence, mark, stop, bodies)
        if not chosen:
            break
        chunks.append((chosen, _topic(sentence.between(chosen[-1].reach, stop))))
    topic = ""
    partners: list[_Partner] = []
    for chosen, own in reversed(chunks):
        topic = own or topic
        partners[:0] = _with_topics(chosen, topic)
    yield from partners


def _chunk(sentence: Sentence, start: int, stop: int, bodies: Sequence[EntityMention]) -> list[EntityMention]:
    """The bodies that open a chunk. After "In partnership with A and B, C organized …" C is the subject."""
    leads_in = sentence.text.startswith(("In ", "Jointly ", "Together "))
    chosen: list[EntityMention] = []
    reached = start
    for item in bodies:
        if chosen and leads_in and re.fullmatch(r",\s(?:the\s)?", sentence.between(reached, item.start)):
            break
        if start <= item.start < stop and _PARTNER_GLUE.fullmatch(sentence.between(reached, item.start)):
            chosen.append(item)
            reached = item.reach
    return chosen


def _with_topics(bodies: Sequence[EntityMention], topic: str) -> Iterator[_Partner]:
    """All on one topic, or "A and B on S and on T, respectively": each on its own."""
    topics = re.sub(r",?\srespectively$", "", topic).split("; ")
    own = topic.endswith("respectively") and len(topics) == len(bodies)
    for index, body in enumerate(bodies):
        yield _Partner(body, topics[index] if own else topic)


def _leads(sentence: Sentence, mark: int, item: EntityMention) -> bool:
    return item.start >= mark and bool(_PARTNER_GLUE.fullmatch(sentence.between(mark, item.start)))


def _topic(text: str) -> str:
    """What stands after "on", without what no longer belongs to it; several topics are joined by semicolons."""
    text = _CHUNK.sub("", text) if text.startswith((",", ";")) else text
    match = _TOPIC.match(text)
    if not match:
        return ""
    rest = text[match.end() :] if match["word"] not in ("to",) else f"to {text[match.end() :]}"
    rest = re.sub(r",?\s?(?:and\s)?(?:also\s)?(?:with|through|to)?\s?$", "", _TOPIC_END.sub("", rest.rstrip())).rstrip(
        " ,;."
    )
    return "; ".join(part.strip(" ,;.") for part in _TOPICS.split(rest))


def _leading_topic(sentence: Sentence, verb: int) -> str:
    """As in "is developing Recommendations collaborating with …", "On the authentication of callers, SG2 liaised …"."""
    match = re.search(r"\b(?P<topic>developing\s[\w\s]{3,60}?)\s(?:in\s)?$", sentence.before(verb))
    match = match or re.match(r"(?:On|For|Regarding|Concerning)\s(?P<topic>[^,;:]{5,120}),\s", sentence.text)
    return match["topic"] if match else ""


def _read_between(sentence: Sentence, position: int, type_: str, rule: str, labels: Sequence[str]) -> Iterator[Found]:
    """As in "between IETF and ITU-T SG15 on A, on B, ITU-T SG17 on C, and through TSAG on D"."""
    position += sentence.start
    bodies = [item for item in sentence.actors if item.label in labels and item.start >= position]
    if len(bodies) < 2 or not _PARTNER_GLUE.fullmatch(sentence.between(position, bodies[0].start)):
        return
    if sentence.is_hypothetical(sentence.start, bodies[0].start):
        return
    first, partners = bodies[0], list(_between_partners(sentence, bodies))
    pivot = first
    if (
        not _is_of_itu(first)
        and any(_is_of_itu(partner.body) for partner in partners)
        and not any(partner.topic for partner in partners)
    ):
        pivot = next(partner.body for partner in partners if _is_of_itu(partner.body))
        partners = [_Partner(first), *(partner for partner in partners if partner.body is not pivot)]
    topic = _topic(sentence.between(bodies[-1].reach, sentence.end)) or _continued_topic(sentence, bodies[-1].reach)
    for partner in partners:
        yield from _tie(type_, pivot, partner.body, sentence, partner.topic or topic, rule)


def _between_partners(sentence: Sentence, bodies: Sequence[EntityMention]) -> Iterator[_Partner]:
    """Every body after the first that a comma or "and" leads in; its topics run up to the next one."""
    lead = re.compile(r".*?(?:/|(?:,|;|\band)\s)(?:and\s)?(?:also\s)?(?:through\s|with\s|via\s)?(?:the\s)?", re.DOTALL)
    partners = [
        bodies[index]
        for index in range(1, len(bodies))
        if lead.fullmatch(sentence.between(bodies[index - 1].end, bodies[index].start))
    ]
    for body, following in zip_longest(partners, partners[1:]):
        stop = following.start if following else sentence.end
        yield _Partner(body, _topic(sentence.between(body.reach, stop)))


def _continued_topic(sentence: Sentence, position: int) -> str:
    """As in "The collaborative video work of IEC, ISO and ITU continues for the development of …"."""
    match = re.match(
        r"\s(?:continues?|continued|is\scontinuing)\s(?:for|on|in)\s(?P<topic>[^.;]{5,160})", sentence.after(position)
    )
    return match["topic"].strip() if match else ""


def _read_supported(sentence: Sentence, match: re.Match[str], labels: Sequence[str]) -> Iterator[Found]:
    """As in "…, supported by the increasing collaboration of ITU-T and oneM2M"."""
    if match["link"]:
        yield from _read_between(sentence, match.end(), "COLLABORATES_WITH", "read_supported", labels)
        return
    yield from _read_with(sentence, match.start(), match.end(), "COLLABORATES_WITH", "read_supported", labels)


def _read_working_closely(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """As in "BDT and MUST are working closely to establish …": the co-ordinated subjects work with one another."""
    subjects = sentence.subjects(sentence.start + match.start())
    if len(subjects) < 2 or sentence.is_hypothetical(subjects[-1].end, sentence.start + match.end()):
        return
    if not (set(match[0].split()) & {"closely", "together", "jointly"} or match[0].lstrip().startswith("continue")):
        return
    topic = _topic(" " + sentence.text[match.end() :])
    for other in subjects[1:]:
        yield from _tie("COLLABORATES_WITH", subjects[0], other, sentence, topic, "read_working_closely")


def _is_of_itu(body: EntityMention) -> bool:
    """Whether a body is of ITU: its side comes first where the text makes both the subject."""
    parent = str(body.known.get("parent", ""))
    return is_of_itu(body.key) or (body.label == "Group" and is_of_itu(parent))


def _tie(
    type_: str, one: EntityMention, other: EntityMention, sentence: Sentence, topic: str, rule: str
) -> Iterator[Found]:
    if one.ref == other.ref:
        return
    if not _is_of_itu(one) and _is_of_itu(other):
        one, other = other, one
    own = {"topic": topic} if topic else {}
    yield sentence.states(type_, one.ref, other.ref, rule, own)
