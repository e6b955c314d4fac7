"""Partners in other places of the sentence: before the subject, in a relative clause, as co-organizer, by support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.participants import listed
from netgov.ingest.rules.partners import in_title, tie, topic_of
from netgov.ingest.rules.reading import ACTORS, BEFORE_VERB, Found, Sentence

_TYPE, _RULE = "COLLABORATES_WITH", "read_partners_alongside"
_CONTINUED = re.compile(
    r"\b(?:(?P<shall>shall|should|will)\s|(?<![\w-])to\s)(?:continue|maintain|pursue)\b(?!\sto\s(?:explore|seek|study\sthe\spossib|consider))[^.;:]{0,160}?\b"
    r"(?:[Cc]ollaborat|[Cc]o-?operat|[Cc]o-?ordinat|partnership|jointly|together|closely|harmoni[sz]|work)\w*\s(?:(?!and\b)[a-z-]+\s){0,3}?with\s(?:both\s)?(?:the\s)?(?=[A-Z\d])"
)
_DIRECTS = re.compile(
    r"(?:further\s|also\s)?(?:instructs|invites|requests|urges|encourages|calls\supon|resolves\sto\s\w+)\b"
)
_CUE = re.compile(r"\b(?:[Ww]ith|as|[Tt]ogether|[Aa]longside|which|whom|support|assistance|backing)\s")
_TIED = (
    r"(?:[Cc]ollaborat|[Cc]o-?operat|[Cc]o-?ordinat|harmoni[sz]|partner(?:s|ed|ing)?\b|work(?:s|ed|ing)?\b|team(?:s|ed|ing)?\sup|"
    r"join(?:s|ed)?\sforces|liais)\w*"
)
_DOES = (
    r"(?:organi[sz]|develop|draft|prepar|deliver|hold|held|host|run|ran|publish|launch|conduct|carr|implement|creat|stag|compil|elaborat|"
    r"produc|test|pilot|support|provid|assist|train|establish|set\sup|revis|updat|review|stud|examin|maintain|advanc|progress|edit|manag|operat|co-?(?:organi[sz]|host|lead|led|chair|fund|author|edit|develop))\w*"
)
_FRONTED = re.compile(
    r"(?:^|(?<=\.\s)|(?<=;\s)|(?<=\)\s)|(?<=\t)|(?<=that\s))(?:[Jj]ointly\swith|[Tt]ogether\swith|[Aa]longside|[Ww]ith)\s(?:both\s)?(?:the\s)?(?=[A-Z\d])"
)
_ON_TOPIC = re.compile(r"\s(?:on|regarding|concerning)\s[^.;,]{3,100}")
_AND = re.compile(r"\)?(?:\s?\([^()]*\))?(?:,\s|,?\sand\s|,?\sas\swell\sas\s)(?:(?:the|with|also|both)\s)*")
_GROUP_AGAIN = re.compile(
    r",\s(?P<who>it|they|the\s(?:(?:[Ss]tudy|[Ff]ocus|[Ww]orking|[Aa]dvisory)\s)?(?:[Gg]roup|Bureau|Sector|Commission|JCA))(?=\s)"
)
_FRONT_VERB = re.compile(
    rf"{BEFORE_VERB}(?:(?:signed|concluded|renewed)\s[^.;,]{{0,60}}?(?:greement|emorand|MoU)|{_TIED}|(?P<does>{_DOES}))"
)
_WITH_WHICH = re.compile(
    r"\b(?P<link>with|to|from)\s(?:which|whom)\s(?:the\s)?(?=(?P<who>it\s|they\s|[A-Z\d]|(?:study\s|focus\s)?group\s))"
)
_RELATIVE_VERB = re.compile(
    rf"(?:(?:it|they|(?:study\s|focus\s)?group)(?=\s))?{BEFORE_VERB}(?:(?:regularly|long|long\ssince|often|always|traditionally|frequently|already|in\sthe\spast|for\s(?:many\s)?(?:\w+\s)?years)\s)*"
    rf"(?:(?P<tied>{_TIED})|has\san?\s[^.;,]{{0,40}}?(?:agreement|memorandum|MoU|partnership)|"
    rf"(?P<liaison>(?:sent|sends|received|receives|addressed|exchanges|exchanged|forwarded)\s[^.;,]{{0,40}}?(?:liaison|LSs?\b)))"
)
_AS_PARTNER = re.compile(
    r"\s?\)?,?\s(?:(?:acting|serving|joining|being)\s)?as\s(?:(?:an?|the|its|main|local|lead|leading|technical|key|academic|hosting)\s)*"
    r"(?:co-?organi[sz]ers?|co-?hosts?|partners?|sponsors?|supporters?|supporting\sorgani[sz]ations?|co-?sponsors?|collaborators?|co-?leads?)\b"
)
_WITH = re.compile(r"\b(?:with|has|have|had)\s(?:both\s)?(?:the\s)?(?:Governments?\sof\s(?:the\s)?)?(?=[A-Z\d])")
_BY = re.compile(r"\w(?:ed|d|n|ld)\s(?:jointly\s)?by\s(?:the\s)?$")
_SUPPORTS = re.compile(
    r"\s(?:(?:also|has|have|had|now|regularly|kindly)\s)*(?:lends?|lent|lending|gives?|gave|given|provides?|provided|extends?|extended|offers|contributes?|contributed)\s"
    r"(?:(?:its|their|the|an?|generous|full|active|technical|financial|strong|scientific|in-kind|continuous)\s)*(?:support|backing|sponsorship|funding|expertise)\b"
)
_TO_WHICH = re.compile(r"\)?(?:\s\([^()]*\))?,?\s(?:to|for)\s(?:which|whom|whose\s\w+)\s(?:the\s)?")
_TO_BODY = re.compile(r"\s(?:to|for)\s(?:the\s(?:work|activities)\sof\s)?(?:the\s)?")


def read_partners_alongside(sentence: Sentence, last: Mention | None) -> Iterator[Found]:
    """As in "With BBF, SG15 cooperates on …", "SC 38, with which SG13 collaborates", "…, with FAO as co-organizer"."""
    if not sentence.actors or not _CUE.search(sentence.text):
        return
    yield from _fronted(sentence, last)
    if "which" in sentence.text or "whom" in sentence.text:
        yield from _with_which(sentence)
    if " as " in sentence.text:
        yield from _as_partner(sentence)
    yield from _supports(sentence)


def _fronted(sentence: Sentence, last: Mention | None) -> Iterator[Found]:
    """As in "Jointly with ISOC, BDT also supported …", "With BBF, the group continues to cooperate on …"."""
    for match in _FRONTED.finditer(sentence.text):
        bodies = [item for item in sentence.actors if item.start >= sentence.start + match.end()]
        if not bodies or bodies[0].start != sentence.start + match.end():
            continue
        partners = [bodies[0]]
        for following in (*bodies[1:], None):
            subject, end = _subject_behind(sentence, partners[-1], following, last)
            verb = subject and _FRONT_VERB.match(sentence.after(end))
            if subject and verb:
                yield from _fronted_ties(sentence, partners, subject, end, verb)
                break
            if not following or not _AND.fullmatch(sentence.between(partners[-1].reach, following.start)):
                break
            partners.append(following)


def _fronted_ties(
    sentence: Sentence, partners: Sequence[Mention], subject: Mention, end: int, verb: re.Match[str]
) -> Iterator[Found]:
    if _is_denied(sentence, verb, end):
        return
    topic = topic_of(sentence.after(end + verb.end())) if not verb["does"] else ""
    for partner in partners:
        if partner.label in ACTORS:
            yield from tie(_TYPE, subject, partner, sentence, topic, _RULE)


def _subject_behind(
    sentence: Sentence, partner: Mention, following: Mention | None, last: Mention | None
) -> tuple[Mention | None, int]:
    """Who stands after "With X," (or "With X on Y,"), and where the name or the pronoun ends."""
    bracket = re.match(r"\s?\([^()]*\)|\)", sentence.after(partner.reach))
    at = partner.reach + (bracket.end() if bracket else 0)
    aside = _ON_TOPIC.match(sentence.after(at))
    at += aside.end() if aside else 0
    if again := _GROUP_AGAIN.match(sentence.after(at)):
        return sentence.inherited or last, at + again.end()
    if (
        following
        and following.label in ACTORS
        and re.fullmatch(r",\s(?:the\s)?", sentence.between(at, following.start))
    ):
        return following, following.reach
    return None, 0


def read_continued_work(sentence: Sentence, addressed: Sequence[Mention]) -> Iterator[Found]:
    """As in "instructs SG20 … to continue working, in collaboration with ISO", "that ITU-T shall continue, …"."""
    for match in _CONTINUED.finditer(sentence.text) if " with " in sentence.text else ():
        bodies = [item for item in sentence.actors if item.start >= sentence.start + match.end()]
        partners = list(listed(sentence, bodies, sentence.start + match.end()))
        subjects = addressed
        if match["shall"]:
            verb = sentence.start + match.start()
            subjects = [item for item in sentence.actors if item.reach + 1 == verb and item.label in ACTORS]
        for subject in subjects:
            for partner in partners:
                if partner.label in ACTORS:
                    topic = topic_of(sentence.after(partners[-1].reach))
                    yield from tie(_TYPE, subject, partner, sentence, topic, "read_continued_work")


def addressees(sentence: Sentence) -> tuple[Mention, ...]:
    """Who a clause of a resolution addresses: "instructs Study Group 20 of the ITU … Sector"."""
    bodies = [item for item in sentence.actors if item.label in ACTORS]
    return tuple(listed(sentence, bodies[:1], bodies[0].start)) if bodies and _DIRECTS.match(sentence.text) else ()


def _is_denied(sentence: Sentence, verb: re.Match[str], start: int) -> bool:
    """Not done: a co-organizer of a planned event is a partner all the same."""
    words = re.sub(r"\bwill\s(?:also\s)?(?:be\s)?", "", verb[0]) if verb["does"] else verb[0]
    if re.search(r"\b(?:will|not|to\s(?!c|w|l))\b", words) and not re.search(r"\bcontinu", words):
        return True
    return sentence.is_hypothetical(start, start + verb.end())


def _with_which(sentence: Sentence) -> Iterator[Found]:
    """As in "… from SC 38 on agreements, with which SG13 has long collaborated": the body that was named before."""
    for match in _WITH_WHICH.finditer(sentence.text):
        before = [item for item in sentence.actors if item.reach <= sentence.start + match.start()]
        own = match["who"].strip()
        named = next((item for item in sentence.actors if item.start == sentence.start + match.end()), None)
        again = own in ("it", "they") or own.endswith("group")
        subject = (sentence.agent or sentence.inherited) if again else named
        if not before or subject is None or subject.label not in ACTORS or before[-1].label not in ACTORS:
            continue
        end = named.reach if named else sentence.start + match.end()
        verb = _RELATIVE_VERB.match(sentence.after(end))
        if not verb or sentence.is_hypothetical(end, end + verb.end()):
            continue
        if bool(verb["liaison"]) == (match["link"] == "with") or re.search(r"\bwill\b(?!\scontinue)", verb[0]):
            continue
        type_ = "LIAISED_WITH" if verb["liaison"] else _TYPE
        yield from tie(type_, subject, before[-1], sentence, topic_of(sentence.after(end + verb.end())), _RULE)


def _as_partner(sentence: Sentence) -> Iterator[Found]:
    """As in "The summit will be organized by ITU, with the Government of Switzerland as co-organizer"."""
    for match in _WITH.finditer(sentence.text):
        start = sentence.start + match.end()
        bodies = [item for item in sentence.actors if item.start >= start]
        partners = list(listed(sentence, bodies, start)) if bodies and bodies[0].start == start else []
        if not partners or not _AS_PARTNER.match(sentence.after(partners[-1].reach)):
            continue
        if in_title(sentence, match.start()) or re.search(r"\b(?:not|without|proposed|invited)\b", match.string):
            continue
        by = [item for item in sentence.actors if item.start < start and _BY.search(sentence.before(item.start))]
        subject = by[-1] if by else sentence.agent or sentence.inherited
        if subject is None:
            continue
        for partner in partners:
            yield from tie(_TYPE, subject, partner, sentence, "", _RULE)


def _supports(sentence: Sentence) -> Iterator[Found]:
    """As in "FG-AI4H, to which WHO lends its support", "WHO gave technical support to the work of FG-AI4H"."""
    if "support" not in sentence.text and "backing" not in sentence.text and "fund" not in sentence.text:
        return
    for item in sentence.actors:
        verb = _SUPPORTS.match(sentence.after(item.reach)) if item.label in ACTORS else None
        if not verb or sentence.is_hypothetical(item.reach, item.reach + verb.end()):
            continue
        before = [other for other in sentence.actors if other.reach <= item.start]
        if before and _TO_WHICH.fullmatch(sentence.between(before[-1].reach, item.start)):
            supported = before[-1]
        else:
            to = _TO_BODY.match(sentence.after(item.reach + verb.end()))
            start = item.reach + verb.end() + to.end() if to else -1
            supported = next((other for other in sentence.actors if other.start == start), item)
        if supported.label in ACTORS:
            yield from tie(_TYPE, supported, item, sentence, "", _RULE)
