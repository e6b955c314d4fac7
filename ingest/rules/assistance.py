"""Who gave assistance to which countries, in the active, the passive, and from the side of those who received it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import ACTORS, BEFORE_VERB, Found, Reading, Sentence

_CUE = re.compile(
    r"ssist|upport|dvice|dvis|elp|\b[Aa]id|uidance|xpert|ission|raining|countries|implement|made\savailable"
)
_NOUN = r"(?:[Aa]ssistance|[Ss]upport|[Aa]dvice|[Hh]elp|[Gg]uidance|[Aa]id|[Ee]xpertise)"
_KIND = (
    r"(?:(?:[Tt]echnical|[Dd]irect|[Ff]inancial|[Ee]xpert|[Pp]olicy|[Ll]egal|[Rr]egulatory|[Ff]urther|[Tt]argeted|"
    r"[Cc]ountry|[Oo]n-site|[Rr]emote|[Aa]dvisory|[Ss]pecialized|[Tt]ailored)\s)*"
)
_GIVEN = (
    r"(?:provid\w+|deliver\w+|g[ai]ven?|giv(?:es|ing)|offer\w+|extend\w+|render\w+|suppl(?:y|ied|ies|ying)|"
    r"furnish\w+|len[dt]s?|dispatch\w+|sent|fielded|carried\sout|conducted|undert\w+|organi[sz]ed)"
)
_ASSISTANCE = re.compile(
    rf"\b(?:{_KIND}(?:[Aa]ssistance|[Ss]upport|[Aa]dvice)\b(?!\s(?:of|from)\b)|(?:assist|help)(?:ed|ing|s)\b|support(?:ed|ing|s)\b|advis(?:ed|es|ing)\b|"
    r"(?:in|for)\s(?:(?:selected|several|some|many|various|the\sfollowing)\s)?(?:developing\s)?countries\b|\bcontinu\w+\s(?:to\simplement|implementing)\b|\bmade\savailable\b)"
)
_SERVICE = (
    r"(?:[Gg]uidance|[Hh]elp|[Ee]xpertise|[Aa]id|(?:[Ee]xpert|[Tt]echnical|[Aa]ssessment|[Ff]act-finding|[Aa]dvisory|[Ss]coping|[Ss]upport)\smissions?|[Mm]issions?|"
    r"(?:[Aa]dvisory|[Cc]onsultancy|[Ee]xpert)\sservices|[Tt]raining|[Cc]apacity[\s-]building|[Ee]xperts?|[Gg]rants?|[Ee]quipment|[Tt]erminals)"
)
_SERVED = re.compile(
    rf"\b(?:{_GIVEN}\s(?:[\w-]+\s){{0,4}}?{_SERVICE}\b|{_SERVICE}\s(?:[^.;:,]{{0,60}}\s)?(?:was|were|has\sbeen|have\sbeen)\s(?:also\s|then\s|recently\s)?{_GIVEN}\b)"
)
_OBJECT = re.compile(
    r"\b(?:assisted|helped|supported|supports|assists|supporting|assisting|helping|advised|accompanied)\s(?!by\b)(?P<object>[^.;:]{3,160}?),?\s"
    r"(?:(?:in\sparticular|particularly|notably|including|especially|namely|mainly|among\sothers)\s)?(?:in|of)\s(?:the\s)?$"
)
_WITH_SUPPORT = re.compile(
    rf"\b(?:[Ww]ith|[Tt]hanks\sto|[Tt]hrough|[Uu]nder)\s(?:the\s)?(?:(?:{_KIND}{_NOUN}\s(?:of|from|by|(?:provided|given|offered)\sby)\s(?:the\s)?)(?=[A-Z])|(?=[A-Z][^.;:,]{{1,60}}\s{_NOUN}\b))"
)
_OWN_SUPPORT = re.compile(rf"(?:[’']s?)?\s{_KIND}{_NOUN}\b")
_RECEIVED = re.compile(
    rf"\b(?:received?|receives|receiving|obtained|benefit(?:t?ed|s|ing)?\sfrom|enjoyed|(?:were|was|been)\s(?:also\s)?(?:given|provided\swith|offered|granted))\s"
    rf"(?P<what>(?:[\w’'-]+\s){{0,6}}?(?:{_NOUN}|{_SERVICE}))\b"
)
_WERE_ASSISTED = re.compile(
    r"\b(?:was|were|been|being|are|is)\s(?:also\s|further\s|both\s)?(?:assisted|supported|helped|advised|aided|accompanied|trained)\b"
)
_FROM = re.compile(r"[^.;:]{0,90}?\b(?:from|by|of)\s(?:the\s)?")
_OCCASION = re.compile(
    r"\b(?:[Ww]orkshops?|[Ff]orums?|[Ss]eminars?|[Cc]onferences?|[Mm]eetings?|[Ss]ymposium|[Cc]ourses?|[Ee]vents?|held|hosted|organi[sz]ed|took\splace)\b"
)
_COUNTRY_LIST = re.compile(
    r"(?:[\s,;:()]|\b(?:and|or|the|to|in|of|such|as|e\.g\.?|i\.e\.?|etc|for|including|like|Governments?|Republic|Kingdom|several|selected|countries|following|administrations?|Member|States|namely|also|well|both)\b|\.)*+"
)
_NEXT = re.compile(
    r"(?:\s(?:on|in|for|with|regarding|towards|concerning)\s[^;.]{3,120}?)?[;,]\s(?:and,?\s)?(?:also,?\s)?(?:[^;.]{3,110}?,\s)?to\s(?:the\s)?(?:Governments?\sof\s(?:the\s)?)?"
)
_TOPIC = re.compile(
    r"\b(?:on|in|for|with|regarding|towards)\s(?P<topic>(?!the\s(?:Africa|Arab|Asia|CIS|region)|[A-Z][a-z]+\s\d{4})[^,;:().]{5,120})"
)
_OWN_TOPIC = re.compile(r"\s(?:on|in|for|with|regarding|towards|concerning|to)\s(?P<topic>[^,;:().]{5,120})")
_IMPLEMENTING = re.compile(
    r"\b(?:implementing|providing|developing|implements|provides)\s(?P<topic>[^,;:().]{5,120}?)(?=\sto\sprovide|\sfor\s|\sin\sselected|[,;:(]|$)"
)
_PENDING = re.compile(
    r"\b(?:will|(?:is|are|remains?)\sto\sbe|under\s(?:consideration|discussion|preparation|negotiation|review)|foreseen|envisaged|scheduled|pending|awaits?|awaiting|asked\sfor|sought|seeks?|has\snot|have\snot)\b"
)
_PREDICATE = re.compile(r"\s(?:has|have|had|is|are|was|were|remains?|will)\s[^.;,]{0,80}")
_SUBJECT_GAP = re.compile(rf"(?:\s\([^()]*\))?,?\s{BEFORE_VERB}")


@dataclass(frozen=True)
class _Given:
    """One act of assistance: who gave it to whom, on what."""

    giver: Mention
    assisted: tuple[Mention, ...]
    topic: str = ""


def read_assistance(reading: Reading) -> Iterator[Found]:
    """As in "BDT has provided assistance to Guatemala, Montenegro and Timor Leste on …"."""
    for sentence in reading.sentences:
        countries = [item for item in sentence.mentions if item.label == "Country"]
        if not countries or not _CUE.search(sentence.text):
            continue
        seen: set[str] = set()
        for given in _given(sentence, countries):
            own = {"topic": given.topic} if given.topic else {}
            for item in given.assisted:
                if item.key not in seen and item.ref != given.giver.ref:
                    seen.add(item.key)
                    yield sentence.states("ASSISTED", given.giver.ref, item.ref, "read_assistance", own)


def _given(sentence: Sentence, countries: list[Mention]) -> Iterator[_Given]:
    yield from _received(sentence, countries)
    yield from _with_support(sentence, countries)
    for match in (*_ASSISTANCE.finditer(sentence.text), *_SERVED.finditer(sentence.text)):
        yield from _to_countries(sentence, match, countries)
    yield from _in_countries(sentence, countries)


def _to_countries(sentence: Sentence, match: re.Match[str], countries: list[Mention]) -> Iterator[_Given]:
    """As in "assistance was delivered by BDT to Malawi and Nepal on …; to Bhutan on …; and, with CTU, to Haiti"."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    assisted, giver = _assisted(sentence, end, countries), _giver(sentence)
    if not giver or not assisted or _is_denied(sentence, start, assisted):
        return
    while assisted:
        following = [item for item in countries if item.start > assisted[-1].end]
        more = following[:1] if following and _leads_on(sentence, assisted[-1], following[0]) else []
        yield _Given(giver, tuple(assisted), _topic_of(sentence, end, assisted))
        assisted = _list_from(sentence, following) if more else []


def _leads_on(sentence: Sentence, last: Mention, following: Mention) -> bool:
    return bool(_NEXT.fullmatch(sentence.between(last.reach, following.start)))


def _list_from(sentence: Sentence, countries: list[Mention]) -> list[Mention]:
    found = countries[:1]
    for item in countries[1:]:
        if not _COUNTRY_LIST.fullmatch(sentence.between(found[-1].end, item.start)):
            break
        found.append(item)
    return found


def _assisted(sentence: Sentence, position: int, countries: list[Mention]) -> list[Mention]:
    """The list of countries that follows, after "to" or in brackets, with nothing but list words between them."""
    following = [item for item in countries if item.start >= position]
    if not following or not _leads_to_country(sentence.between(position, following[0].start)):
        return []
    return _list_from(sentence, following)


def _leads_to_country(gap: str) -> bool:
    if len(gap) > 220 or re.search(r"[.;]\s[A-Z]|\b(?:workshop|held|organi[sz]ed)\b", gap):
        return False
    return bool(
        re.search(
            r"(?:\bto\s(?:the\s)?(?:Governments?\sof\s)?|\(\s?(?:e\.g\.:?|i\.e\.|such\sas)?:?\s?,?|such\sas\s|\bcountries\s\(|^\s(?:both\s)?(?:the\s)?)(?:the\s)?$",
            gap,
        )
    )


def _in_countries(sentence: Sentence, countries: list[Mention]) -> Iterator[_Given]:
    """As in "TSB supported the establishment of response teams, in particular in Eswatini and Lao P.D.R."."""
    if not re.search(r"assist|support|help|advis|accompan", sentence.text):
        return
    for index, item in enumerate(countries):
        match = _OBJECT.search(sentence.before(item.start))
        if not match or _OCCASION.search(match["object"]):
            continue
        verb = sentence.start + match.start()
        subjects = [body for body in sentence.subjects(verb) if body.label in ACTORS]
        assisted = _list_from(sentence, countries[index:])
        if subjects and not _is_denied(sentence, verb, assisted):
            yield _Given(subjects[0], tuple(assisted), match["object"].strip())
        return


def _with_support(sentence: Sentence, countries: list[Mention]) -> Iterator[_Given]:
    """As in "strategies were drawn up with BDT support in Albania and Ghana"; "With help from BDT, Fiji adopted …"."""
    for match in _WITH_SUPPORT.finditer(sentence.text):
        position = sentence.start + match.end()
        giver = sentence.body_at(position)
        if giver is None or _OCCASION.search(sentence.text):
            continue
        owned = _OWN_SUPPORT.match(sentence.after(giver.reach))
        if not owned and not re.search(rf"{_NOUN}\s(?:\w+\s)?(?:of|from|by)\s", match[0]):
            continue
        end = giver.reach + (owned.end() if owned else 0)
        assisted = _beneficiaries(sentence, match, end, countries)
        if assisted and not _is_denied(sentence, sentence.start, assisted):
            topic = sentence.opening == () and re.match(r"([^.;:]{5,80}?)\s(?:was|were|has|have)\s", sentence.text)
            yield _Given(giver, tuple(assisted), topic[1] if topic and "," not in topic[1] else "")


def _beneficiaries(
    sentence: Sentence, match: re.Match[str], end: int, countries: list[Mention]
) -> list[Mention]:
    """The countries after "in" or "for" behind the support; else those that the clause is about."""
    following = [item for item in countries if item.start >= end]
    if following:
        gap = sentence.between(end, following[0].start)
        if re.fullmatch(r"(?:,?\s[^.;:,]{0,60})?\s(?:in|for|to|across)\s(?:the\s)?", gap):
            return _list_from(sentence, following)
        if not match.start() and re.fullmatch(r",\s(?:the\s)?(?:Governments?\sof\s(?:the\s)?)?", gap):
            return _list_from(sentence, following)
    if countries[0].end < sentence.start + match.start() and re.fullmatch(
        r"(?:In\s)?(?:[Tt]he\s)?(?:Governments?\sof\s(?:the\s)?)?", sentence.before(countries[0].start)
    ):
        return _list_from(sentence, countries)
    return []


def _received(sentence: Sentence, countries: list[Mention]) -> Iterator[_Given]:
    """As in "Albania and Ghana received advice from BDT on …"; "Fiji was assisted by BDT in drafting …"."""
    for match in (*_RECEIVED.finditer(sentence.text), *_WERE_ASSISTED.finditer(sentence.text)):
        verb, end = sentence.start + match.start(), sentence.start + match.end()
        assisted = _before_verb(sentence, verb, countries)
        if not assisted or _is_denied(sentence, assisted[0].start, assisted, end):
            continue
        bodies = [item for item in sentence.actors if item.start >= end and item.label in ACTORS]
        within = [item for item in sentence.actors if verb <= item.start < end and item.label in ACTORS]
        named = within[:1] or [item for item in bodies[:1] if _FROM.fullmatch(sentence.between(end, item.start))]
        giver = named[0] if named else sentence.inherited
        if giver:
            topic = _OWN_TOPIC.match(sentence.after(max(giver.reach, end) if named else end))
            yield _Given(giver, tuple(assisted), topic["topic"].strip() if topic else "")


def _before_verb(sentence: Sentence, verb: int, countries: list[Mention]) -> list[Mention]:
    """The list of countries that ends right before a verb."""
    before = [item for item in countries if item.end <= verb]
    if not before or not _SUBJECT_GAP.fullmatch(sentence.between(before[-1].end, verb)):
        return []
    found = before[-1:]
    for item in reversed(before[:-1]):
        if not _COUNTRY_LIST.fullmatch(sentence.between(item.end, found[0].start)):
            break
        found.insert(0, item)
    return found


def _is_denied(sentence: Sentence, start: int, assisted: list[Mention], end: int = 0) -> bool:
    """Whether the clause denies, plans or asks for the assistance, before it or in the predicate behind the list."""
    clause = max(sentence.before(start).rfind(mark) for mark in ("; ", " but ", ": "))
    floor = max(sentence.start + clause, start - 60, sentence.start)
    stop = max(end, assisted[-1].end)
    if sentence.is_hypothetical(floor, max(start, end)) or _PENDING.search(sentence.between(floor, stop)):
        return True
    predicate = None if end else _PREDICATE.match(sentence.after(stop))
    if predicate is None:
        return False
    return sentence.is_hypothetical(stop, stop + predicate.end()) or bool(_PENDING.search(predicate[0]))


def _giver(sentence: Sentence) -> Mention | None:
    """The agent of the sentence, or where the passive hides it, the last one."""
    agents = sentence.passive_agents
    return (agents[0] if agents else sentence.agent) or sentence.inherited or sentence.behind


def _topic_of(sentence: Sentence, position: int, assisted: list[Mention]) -> str:
    """What the assistance was about: after the countries, between verb and countries, or what was implemented."""
    if match := _OWN_TOPIC.match(sentence.after(assisted[-1].reach)):
        return str(match["topic"].strip())
    texts = (sentence.after(assisted[-1].reach), sentence.between(position, assisted[0].start))
    for text in texts:
        if match := _TOPIC.search(text):
            return str(match["topic"].strip())
    match = _IMPLEMENTING.search(sentence.text)
    return str(match["topic"].strip()) if match else ""
