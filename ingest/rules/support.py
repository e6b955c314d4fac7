"""Who gave assistance to whom, and who is a member of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading, Sentence

_ASSISTANCE = re.compile(
    r"\b(?:(?:(?:[Tt]echnical|[Dd]irect|[Ff]inancial|[Ee]xpert|[Pp]olicy)\s)?(?:[Aa]ssistance|[Ss]upport|[Aa]dvice)\b|assist(?:ed|ing|s)\b|support(?:ed|ing|s)\b|"
    r"(?:in|for)\s(?:(?:selected|several|some|many|various|the\sfollowing)\s)?(?:developing\s)?countries\b|\bcontinu\w+\s(?:to\simplement|implementing)\b|\bmade\savailable\b)"
)
_COUNTRY_LIST = re.compile(
    r"(?:[\s,;:()]|\b(?:and|or|the|to|in|of|such|as|e\.g\.?|i\.e\.?|etc|for|including|like|Governments?|Republic|Kingdom|several|selected|countries|following|administrations?|Member|States|namely)\b|\.)*+"
)
_TOPIC = re.compile(
    r"\b(?:on|in|for|with|regarding|towards)\s(?P<topic>(?!the\s(?:Africa|Arab|Asia|CIS|region)|[A-Z][a-z]+\s\d{4})[^,;:().]{5,120})"
)
_IMPLEMENTING = re.compile(
    r"\b(?:implementing|providing|developing|implements|provides)\s(?P<topic>[^,;:().]{5,120}?)(?=\sto\sprovide|\sfor\s|\sin\sselected|[,;:(]|$)"
)
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


def read_assistance(reading: Reading) -> Iterator[Found]:
    """As in "BDT has provided assistance to Guatemala, Montenegro and Timor Leste on …"."""
    for sentence in reading.sentences:
        countries = [item for item in sentence.mentions if item.label == "Country"]
        if not countries:
            continue
        seen: set[str] = set()
        for match in _ASSISTANCE.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            assisted = [item for item in _assisted(sentence, end, countries) if item.key not in seen]
            giver = _giver(sentence)
            if giver and assisted and not sentence.is_hypothetical(max(sentence.start, start - 40), start):
                seen.update(item.key for item in assisted)
                own = _topic_of(sentence, end, assisted)
                for item in assisted:
                    yield sentence.states("ASSISTED", giver.ref, item.ref, "read_assistance", own)


def _assisted(sentence: Sentence, position: int, countries: list[EntityMention]) -> list[EntityMention]:
    """The list of countries that follows, after "to" or in brackets, with nothing but list words between them."""
    found: list[EntityMention] = []
    for item in countries:
        if item.start < position:
            continue
        gap = sentence.between(found[-1].end if found else position, item.start)
        if found and not _COUNTRY_LIST.fullmatch(gap):
            break
        if not found and not _leads_to_country(gap):
            return []
        found.append(item)
    return found


def _leads_to_country(gap: str) -> bool:
    if len(gap) > 220 or re.search(r"[.;]\s[A-Z]|\b(?:workshop|held|organi[sz]ed)\b", gap):
        return False
    return bool(
        re.search(
            r"(?:\bto\s(?:the\s)?(?:Governments?\sof\s)?|\(\s?(?:e\.g\.:?|i\.e\.|such\sas)?:?\s?,?|such\sas\s|\bcountries\s\(|^\s(?:the\s)?)(?:the\s)?$",
            gap,
        )
    )


def _giver(sentence: Sentence) -> EntityMention | None:
    """The agent of the sentence, or where the passive hides it, the last one."""
    agents = sentence.passive_agents
    return (agents[0] if agents else sentence.agent) or sentence.inherited or sentence.behind


def _topic_of(sentence: Sentence, position: int, assisted: list[EntityMention]) -> dict[str, str]:
    """What the assistance was about: after the countries, between verb and countries, or what was implemented."""
    texts = (sentence.after(assisted[-1].reach), sentence.between(position, assisted[0].start))
    for text in texts:
        if match := _TOPIC.search(text):
            return {"topic": match["topic"].strip()}
    match = _IMPLEMENTING.search(sentence.text)
    return {"topic": match["topic"].strip()} if match else {}


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
