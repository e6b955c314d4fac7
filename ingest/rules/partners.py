"""Bodies that a clause ties together: the subject, its partners, and what each partner's topic is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from netgov.graph.keys import is_of_itu
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import ACTORS, Found, Sentence

_CHUNK = re.compile(
    r"(?:[,;]?\s(?:and\s|as\swell\sas\s)?(?:also\s)?)with\s|[,;]?\sand\s(?:also\s)?to\s|(?:[,;]\s(?:and\s)?|\sand\s)(?:through|via)\s"
)
_OTHER_WITH = re.compile(
    r"\b(?:shared|met|discuss\w*|deal\w*|accordance|line|compliance|conformity|associated|compared|consistent|aligned|compatible|talks|ended)$"
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
_DATED = re.compile(
    r"(?:[a-z]\)\s)?(?:(?:Earl(?:y|ier)|Late|Later)\s)?(?:In|On|Since|By|During|Until)\s(?:(?:the|early|mid|late|summer|spring|autumn)[\s-])*"
    r"(?:\d{1,2}(?:\sand\s\d{1,2})?\s)?(?:[A-Z][a-z]{2,8}\s)?(?:\d{1,2},?\s)?\d{4}\s(?:the\s)?"
)
_MANNER = re.compile(r"in\s|jointly\s|together\s")
_TRANSITIVE = re.compile(
    r"(?:\s\([^()]*\))?\s(?:(?:has|have|had|also|is|are|was|were|currently|now)\s)*(?!(?:and|as|or|of|in|on|at)\s)[a-z]+(?:s|ed|ing|d|n|t|ld|an)?\s(?:(?!(?:and|by|that|which|while|where|but)\s)[a-z-]+\s){0,5}"
)
PLANNED = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:(?:also|then|thus)\s)?(?:will|is\sto|are\sto|remains?\sto)\s(?!(?:also\s)?continue)"
)
_PARTICIPLE_BY = re.compile(r"\b\w+(?:ed|en|un|ld|wn|ne|de)\s(?:jointly\s)?by\s(?:the\s)?$")
_OTHER_TIE = {
    "COLLABORATES_WITH": re.compile(r"\b[Ll]iais"),
    "LIAISED_WITH": re.compile(
        r"\b(?:[Cc]ollaborat|[Cc]o-?operat|[Cc]o-?ordinat|harmoni[sz]|partner(?:ed|s\b|ship)|work\w*\sclosely|jointly|in\sconjunction|joint\swork)"
    ),
}


@dataclass(frozen=True)
class Partner:
    body: Mention
    topic: str = ""


def in_title(sentence: Sentence, offset: int) -> bool:
    return any(item.start - sentence.start <= offset < item.reach - sentence.start for item in sentence.mentions)


def read_with(
    sentence: Sentence, verb: int, end: int, type_: str, rule: str, labels: Collection[str], topic: str = ""
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
    floor = max(start, clause)
    if sentence.is_hypothetical(floor, offset + end) or PLANNED.match(sentence.after(floor)):
        return
    for subject in subjects:
        for partner in partners:
            yield from tie(
                type_,
                subject,
                partner.body,
                sentence,
                partner.topic or topic or _leading_topic(sentence, offset + verb),
                rule,
            )


def _next_tie(sentence: Sentence, position: int, type_: str) -> int:
    """Where a tie of the other type begins: "cooperated with IEC on A and also liaised with IEEE on B"."""
    other = _OTHER_TIE[type_].search(sentence.text, position)
    return sentence.start + other.start() if other else sentence.end


def _tie_subjects(sentence: Sentence, verb: int, partners: Sequence[Partner]) -> tuple[Mention, ...]:
    """The grammatical subject; of "In partnership with APNIC, BDT …" the body after the phrase."""
    refs = {partner.body.ref for partner in partners}
    if not sentence.before(verb).strip():
        after = partners[-1].body.end
        following = next((item for item in sentence.actors if item.label in ACTORS and item.start > after), None)
        if following and re.fullmatch(r"[^.;:]{0,120}?,\s(?:the\s)?", sentence.between(after, following.start)):
            return (following,)
    opens = not sentence.before(verb).strip()
    found = (sentence.passive_agents if opens else ()) or _of_clause(sentence, verb)
    found = found or _with_object(sentence, verb) or sentence.subjects(verb)
    found = found or _agent_before(sentence, verb) or sentence.passive_agents
    found = found or tuple(filter(None, (sentence.agent or sentence.inherited,)))
    return tuple(item for item in found if item.ref not in refs)


def _of_clause(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """As in "an initiative that ITU runs jointly with …", "In October 2023 ITU signed …": who the clause opens with."""
    before = [item for item in sentence.actors if item.label in ACTORS and item.reach <= verb]
    if not before:
        return ()
    lead, gap = sentence.before(before[-1].start), sentence.between(before[-1].reach, verb)
    relative = re.search(r"\b(?:that|which)\s(?:the\s)?$", lead) and re.fullmatch(r"\s(?:[a-z]+\s){1,8}", gap)
    dated = _DATED.fullmatch(lead) and "," not in gap
    return (before[-1],) if relative or dated else ()


def _with_object(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """As in "ITU leads the coalition (P2C), in close cooperation with OSET": it is what ITU leads."""
    before = [item for item in sentence.actors if item.reach <= verb]
    opening = sentence.opening
    if not opening or len(before) <= len(opening) or not _MANNER.match(sentence.text, verb - sentence.start):
        return ()
    verb_and_object = sentence.between(opening[-1].reach, before[-1].start)
    return opening if _TRANSITIVE.fullmatch(verb_and_object) else ()


def _agent_before(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """As in "a course, delivered by BDT in Suva, jointly with …": the last agent of a participle before the tie."""
    agents = (
        item
        for item in reversed(sentence.actors)
        if item.label in ACTORS and item.reach <= verb and _PARTICIPLE_BY.search(sentence.before(item.start))
    )
    return tuple(agents)[:1]


def _partners(sentence: Sentence, position: int, labels: Collection[str], end: int) -> Iterator[Partner]:
    """As in "A, B and C on T1, with D on T2": in each chunk the partners, then their topic; or the next chunk's."""
    bodies = [item for item in sentence.actors if item.label in labels and position <= item.start < end]
    found = [
        position,
        *(
            sentence.start + match.end()
            for match in _CHUNK.finditer(sentence.text, position - sentence.start)
            if not _OTHER_WITH.search(sentence.text, max(0, match.start() - 16), match.start())
        ),
    ]
    marks = [mark for mark in found if mark == position or any(_leads(sentence, mark, item) for item in bodies)]
    chunks: list[tuple[list[Mention], str]] = []
    for mark, stop in pairwise([*marks, end]):
        chosen = _chunk(sentence, mark, stop, bodies)
        if not chosen:
            break
        chunks.append((chosen, topic_of(sentence.between(chosen[-1].reach, stop))))
    topic = ""
    partners: list[Partner] = []
    for chosen, own in reversed(chunks):
        topic = own or topic
        partners[:0] = _with_topics(chosen, topic)
    yield from partners


def _chunk(sentence: Sentence, start: int, stop: int, bodies: Sequence[Mention]) -> list[Mention]:
    """The bodies that open a chunk. After "In partnership with A and B, C organized …" C is the subject."""
    leads_in = sentence.text.startswith(("In ", "Jointly ", "Together "))
    chosen: list[Mention] = []
    reached = start
    for item in bodies:
        if chosen and leads_in and re.fullmatch(r",\s(?:the\s)?", sentence.between(reached, item.start)):
            break
        if chosen and re.fullmatch(r"\)?(?:\s\([^()]*\))?\sof\s(?:the\s)?", sentence.between(reached, item.start)):
            reached = item.reach
            continue
        if start <= item.start < stop and _PARTNER_GLUE.fullmatch(sentence.between(reached, item.start)):
            chosen.append(item)
            reached = item.reach
    return chosen


def _with_topics(bodies: Sequence[Mention], topic: str) -> Iterator[Partner]:
    """All on one topic, or "A and B on S and on T, respectively": each on its own."""
    topics = re.sub(r",?\srespectively$", "", topic).split("; ")
    own = topic.endswith("respectively") and len(topics) == len(bodies)
    for index, body in enumerate(bodies):
        yield Partner(body, topics[index] if own else topic)


def _leads(sentence: Sentence, mark: int, item: Mention) -> bool:
    return item.start >= mark and bool(_PARTNER_GLUE.fullmatch(sentence.between(mark, item.start)))


def topic_of(text: str) -> str:
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


def read_between(sentence: Sentence, position: int, type_: str, rule: str, labels: Collection[str]) -> Iterator[Found]:
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
        not on_itu_side(first)
        and any(on_itu_side(partner.body) for partner in partners)
        and not any(partner.topic for partner in partners)
    ):
        pivot = next(partner.body for partner in partners if on_itu_side(partner.body))
        partners = [Partner(first), *(partner for partner in partners if partner.body is not pivot)]
    topic = topic_of(sentence.between(bodies[-1].reach, sentence.end)) or _continued_topic(sentence, bodies[-1].reach)
    for partner in partners:
        yield from tie(type_, pivot, partner.body, sentence, partner.topic or topic, rule)


def _between_partners(sentence: Sentence, bodies: Sequence[Mention]) -> Iterator[Partner]:
    """Every body after the first that a comma or "and" leads in; its topics run up to the next one."""
    lead = re.compile(r".*?(?:/|(?:,|;|\band)\s)(?:and\s)?(?:also\s)?(?:through\s|with\s|via\s)?(?:the\s)?", re.DOTALL)
    partners = [
        bodies[index]
        for index in range(1, len(bodies))
        if lead.fullmatch(sentence.between(bodies[index - 1].end, bodies[index].start))
    ]
    for body, following in zip_longest(partners, partners[1:]):
        stop = following.start if following else sentence.end
        yield Partner(body, topic_of(sentence.between(body.reach, stop)))


def _continued_topic(sentence: Sentence, position: int) -> str:
    """As in "The collaborative video work of IEC, ISO and ITU continues for the development of …"."""
    match = re.match(
        r"\s(?:continues?|continued|is\scontinuing)\s(?:for|on|in)\s(?P<topic>[^.;]{5,160})", sentence.after(position)
    )
    return match["topic"].strip() if match else ""


def on_itu_side(body: Mention) -> bool:
    """Whether a body is of ITU: its side comes first where the text makes both the subject."""
    parent = str(body.known.get("parent", ""))
    return is_of_itu(body.key) or (body.label == "Group" and is_of_itu(parent))


def tie(
    type_: str, one: Mention, other: Mention, sentence: Sentence, topic: str, rule: str
) -> Iterator[Found]:
    if one.ref == other.ref:
        return
    if not on_itu_side(one) and on_itu_side(other):
        one, other = other, one
    own = {"topic": topic} if topic else {}
    yield sentence.states(type_, one.ref, other.ref, rule, own)
