"""Work done together in other words than "collaborates with": jointly, co-signed, partners, sponsors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.partners import in_title, read_between, read_with, tie, topic_of
from netgov.ingest.rules.reading import ACTORS, BEFORE_VERB, BODIES, Found, Sentence

_TYPE, _RULE = "COLLABORATES_WITH", "read_joint_work"
_CUE = re.compile(
    r"\bwith\s|[Jj]oint|\b[Cc]o-?[a-z]+ed\b|artner|sponsor|und(?:ed|ing)\b|financ|signed|conclu|between\s|forces"
)
_DONE_WITH = re.compile(
    r"\b(?:organi[sz]|develop|draft|prepar|deliver|held|hold|run|ran|publish|writ(?:e|t|ing)|wrote|compil|launch|produc|conduct|carr(?:y|ied)|elaborat|implement|"
    r"host|establish|edit|design|creat|stag|complet|finali[sz]|pilot|test|offer)(?:e?[ds]|en?|es|ing|ting|ning|ied|ies|ten)?\s(?P<object>(?:(?!iais)[^.;]){0,140}?)\bwith\s(?:both\s)?(?:the\s)?(?=[A-Z\d])"
)
_NO_PARTNER = re.compile(
    r"\b(?:line|accordance|compliance|conformity|deal\w*|associat\w+|concern\w*|shared?|align\w*|compar\w+|interwork\w*|interop\w*|compatib\w*|met|meetings?|discuss\w*|contacts?|start\w*|"
    r"begin\w*|provid\w+|identical|comply|complian\w*|connect\w*|relat\w+|equipp\w+|fac\w+|charg\w+|task\w+|consult\w*|talks?|liais\w+|exchang\w+|conjunction|consisten\w+|agreements?|concurr\w+|partnership|co-?operation|collaboration|co-?ordination|"
    r"consent|integrat\w+|us\w+|along|together)\s$"
)
_AFTER_PARTNER = re.compile(
    r"$|\s?\(|[,.;:)”\"]|\s(?:and|on|in|for|to|at|from|as\swell|regarding|concerning|about|under|within|during|of|towards|over|since|until|when|where|was|were|is|are|has|have)\b"
)
_AGREED_WITH = re.compile(
    r"\b(?P<what>(?:[Aa]greements?|[Mm]emorand(?:um|a)\s(?:of|on)\s[Uu]nderstanding|[Mm]emorand(?:um|a)|MoUs?|MOUs?|[Ll]etters?\sof\s(?:intent|agreement|understanding)|[Aa]rrangements?|"
    r"(?<!\bin\s)(?<!\bIn\s)[Pp]artnerships?|[Dd]eclarations?\sof\s(?:intent|cooperation)|[Pp]rotocols?|[Aa]ccords?|[Cc]ontracts?)(?:\s\([^()]{1,30}\))?)\s(?:(?:was|were)\s(?:\w+\s){1,2})?(?:[^.;,]{0,80}?\s)?with\s(?:both\s)?(?:the\s)?(?=[A-Z\d])"
)
_SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing|ature)?|conclud\w+|renew\w*|extend\w*|entered\sinto|initialled|exchanged|reached|finali[sz]ed|established|formed|set\sup|forged|in\sforce|operates?|under\s(?:an?|the|its)\s|"
    r"has|have|maintains?)\b"
)
_UNSIGNED = re.compile(
    r"\b(?:draft|negotiat\w+|prepar\w+|under\s(?:discussion|consideration|review|preparation)|possible|proposed|planned|pending|expired?|lapsed|terminat\w+|will|to\sbe)\b"
)
_SIGNED = re.compile(
    r"(?:\sboth|\sjointly)?\s(?:sign(?:ed)?|conclud(?:ed|e)|renew(?:ed)?|entered\sinto|extended|exchanged)\s[^.;]{0,80}?\b(?:agreement|memorand|MoU|letter|arrangement|declaration|partnership|protocol|accord|statement)"
)
_JOINTLY = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:(?:have|has|had|also|then|since|are|were|recently|now)\s)*(?:jointly\s[a-z]+|co-?(?:organi[sz]|host|develop|publish|author|edit|fund|financ|spons|lead|led|run|sign|wrote|found|manag|deliver)\w*|joined\s(?:forces|hands)|"
    r"join(?:ed)?\stheir\s\w+|team(?:ed)?\sup|partnered|pooled\s|partners\s(?:on|in|for)|[a-z]+(?:ed|e|un|ld|s)?\s(?:[^.;,]{0,60}\s)?(?:jointly|together)\b(?!\swith\b))"
)
_JOINT = re.compile(
    r"(?<![\w-])(?:[Jj]oint|[Cc]ommon|[Ss]hared)\s(?!Rapporteur|Coordination|Technical)[a-z][^.;:“”]{0,80}?\b(?P<link>between|with|among)\s(?:the\s)?(?=[A-Z\d])"
)
_SPONSORED = re.compile(
    r"\b(?:sponsored|co-?sponsored|(?:co-?)?funded|(?:co-?)?financed|backed)\s(?:(?:generously|kindly|jointly|financially|also|partly|in\spart)\s)*by\s(?:the\s)?(?=[A-Z\d])|"
    r"\b(?:[Ww]ith|[Tt]hanks\sto|[Tt]hrough)\s(?:the\s)?(?:(?:generous|financial|kind|technical|additional|active|full|in-kind)\s)*"
    r"(?:support|sponsorship|funding|help|backing|contributions?|financing|co-?funding)\s(?:of|from|by|provided\sby)\s(?:the\s)?(?=[A-Z\d])"
)
_THEIR_PARTNERS = re.compile(
    r"(?:\b(?P<whose>whose|its|their|the)|(?P<own>[’']s?))\s(?:\w+\s)?(?:partners|partner\sorgani[sz]ations|collaborators)\s(?:[^.;,]{0,40}\s)?(?:are|were|include[ds]?|being)\s(?:also\s)?(?:the\s)?(?=[A-Z\d])"
)
_AMONG_PARTNERS = re.compile(
    r"[^.;]{0,60}?\bamong\s(?:its|their)\s(?:\w+\s)?(?:partners|collaborators|sponsors|supporters)\b"
)
_COUNTS = re.compile(r"\b(?:counts|has|have|numbers|names|lists|count)\s(?:the\s)?(?=[A-Z\d])")
_THE_PROGRAMME = re.compile(r"(?:[Tt]he|[Tt]his)\s(?:initiative|programme|project|coalition|partnership|campaign)\s$")
_IS_PARTNER = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:is|are|was|were|became|remains?)\s(?:also\s)?(?:an?\s)?(?:\w+\s)?partners?\s(?:of|to|with)\s(?:the\s)?"
)


def read_joint_work(sentence: Sentence, programme: Mention | None) -> Iterator[Found]:
    """As in "A handbook is being drafted with APC", "BDT and LACNIC jointly held …", "… sponsored by KISA"."""
    if len(sentence.actors) + bool(sentence.inherited or programme) < 2 or not _CUE.search(sentence.text):
        return
    yield from _done_with(sentence)
    yield from _agreed_with(sentence)
    yield from _of_both(sentence)
    yield from _joint(sentence)
    yield from _sponsored(sentence)
    if "artner" in sentence.text or "ollaborators" in sentence.text or "among its" in sentence.text:
        yield from _their_partners(sentence, programme)
        yield from _is_partner(sentence)


def _read(sentence: Sentence, verb: int, end: int, topic: str = "") -> Iterator[Found]:
    yield from read_with(sentence, verb, end, _TYPE, _RULE, ACTORS, topic)


def _done_with(sentence: Sentence) -> Iterator[Found]:
    """As in "TSB organized a forum on “Names” with UNESCO", "A handbook is being drafted with APC"."""
    for match in _DONE_WITH.finditer(sentence.text) if " with " in sentence.text else ():
        partner = sentence.body_at(sentence.start + match.end())
        lead = sentence.text[: match.end()]
        lead = lead[: lead.rfind("with ")]
        if partner is None or "iais" in lead or _NO_PARTNER.search(lead) or in_title(sentence, match.start()):
            continue
        if _AFTER_PARTNER.match(sentence.after(partner.reach)) and not in_title(sentence, len(lead)):
            yield from _read(sentence, match.start(), match.end())


def _agreed_with(sentence: Sentence) -> Iterator[Found]:
    """As in "In May ITU signed a cooperation agreement with ICANN on …", "An MoU with FAO was renewed"."""
    for match in _AGREED_WITH.finditer(sentence.text):
        if sentence.body_at(sentence.start + match.end()) and _is_signed(sentence, match):
            yield from _read(sentence, match.start(), match.end())


def _is_signed(sentence: Sentence, match: re.Match[str]) -> bool:
    around = sentence.text[max(0, match.start() - 80) : match.end() + 160]
    return bool(_SIGNING.search(around)) and not _UNSIGNED.search(around)


def _of_both(sentence: Sentence) -> Iterator[Found]:
    """As in "BDT and LACNIC jointly held …", "run jointly by ITU and UNICEF", "signed by BDT and AFRINIC"."""
    for index, first in enumerate(sentence.actors):
        bodies = _listed(sentence, index)
        if len(bodies) < 2 or (index and _are_listed(sentence, sentence.actors[index - 1], first)):
            continue
        tail = sentence.after(bodies[-1].reach)
        verb = _JOINTLY.match(tail) or _SIGNED.match(tail)
        by = None if verb else _led_in(sentence, first)
        if not verb and not by:
            continue
        stop = bodies[-1].reach + (verb.end() if verb else 0)
        start = sentence.start if by else first.start
        if sentence.is_hypothetical(start, first.start) or sentence.is_hypothetical(bodies[-1].reach, stop):
            continue
        yield from _tie_all(sentence, bodies, topic_of(sentence.after(stop)))


def _led_in(sentence: Sentence, first: Mention) -> re.Match[str] | None:
    """The participle right before the first of a list: "jointly run by", "signed by"."""
    lead = sentence.before(first.start)
    match = re.search(
        r"\b(?:jointly\s[a-z]+|[a-z]+\sjointly|co-?[a-z]+ed|(?P<signed>signed|concluded|renewed)|(?:[Jj]oint|[Cc]ommon)\s[a-z]+(?:\s[a-z]+){0,2})\s(?:by|of)\s(?:both\s)?(?:the\s)?$",
        lead,
    )
    if match and match["signed"] and not re.search(r"greement|emorand|MoU|etter|rrangement|eclaration|rotocol", lead):
        return None
    return match


def _listed(sentence: Sentence, index: int) -> list[Mention]:
    found = [sentence.actors[index]]
    for item in sentence.actors[index + 1 :]:
        if not _are_listed(sentence, found[-1], item):
            break
        found.append(item)
    return found


def _are_listed(sentence: Sentence, left: Mention, right: Mention) -> bool:
    return bool(
        re.fullmatch(
            r"(?:\s\([^()]*\))?(?:,|,?\sand|\s&|,?\sas\swell\sas)\s(?:also\s)?(?:the\s)?",
            sentence.between(left.reach, right.start),
        )
    )


def _tie_all(sentence: Sentence, bodies: Sequence[Mention], topic: str) -> Iterator[Found]:
    for other in bodies[1:]:
        if bodies[0].label in BODIES and other.label in BODIES:
            yield from tie(_TYPE, bodies[0], other, sentence, topic, _RULE)


def _joint(sentence: Sentence) -> Iterator[Found]:
    """As in "Joint drafting sessions were held with SG13 on A, and with SG20 on B", "a joint pilot between X and Y"."""
    for match in _JOINT.finditer(sentence.text) if "oint" in sentence.text or "ommon" in sentence.text else ():
        if in_title(sentence, match.start()):
            continue
        if match["link"] == "with":
            yield from _read(sentence, match.start(), match.end())
        else:
            yield from read_between(sentence, match.end(), _TYPE, _RULE, ACTORS)


def _sponsored(sentence: Sentence) -> Iterator[Found]:
    """As in "The workshop was sponsored by KISA", "With funding from the ABC Foundation, BDT equips schools"."""
    for match in _SPONSORED.finditer(sentence.text):
        if sentence.body_at(sentence.start + match.end()):
            yield from _read(sentence, match.start(), match.end())


def _their_partners(sentence: Sentence, programme: Mention | None) -> Iterator[Found]:
    """As in "SG5, whose partners on it were GeSI and GSMA", "The initiative counts INTERPOL among its partners"."""
    for match in (*_THEIR_PARTNERS.finditer(sentence.text), *_COUNTS.finditer(sentence.text)):
        index = next(
            (place for place, item in enumerate(sentence.actors) if item.start == sentence.start + match.end()), None
        )
        if index is None:
            continue
        partners = _listed(sentence, index)
        stated = "whose" in match.groupdict() or _AMONG_PARTNERS.match(sentence.after(partners[-1].reach))
        owner = _owner(sentence, match, programme)
        if stated and owner and not sentence.is_hypothetical(sentence.start, sentence.start + match.end()):
            yield from _tie_all(sentence, (owner, *partners), "")


def _owner(sentence: Sentence, match: re.Match[str], programme: Mention | None) -> Mention | None:
    """Whose partners they are: the body before "whose", "the initiative" that was named last, or the subject."""
    before = [item for item in sentence.actors if item.end <= sentence.start + match.start()]
    if match[0].startswith("whose"):
        return before[-1] if before else None
    if _THE_PROGRAMME.search(sentence.text[: match.start()]):
        return programme
    if match[0].startswith("its"):
        return sentence.agent or sentence.inherited
    return (
        before[-1]
        if before
        and re.fullmatch(BEFORE_VERB, sentence.text[before[-1].reach - sentence.start : match.start()].lstrip() or " ")
        else None
    )


def _is_partner(sentence: Sentence) -> Iterator[Found]:
    """As in "Smart Africa is a partner of BDT"."""
    for index, item in enumerate(sentence.actors[:-1]):
        match = _IS_PARTNER.match(sentence.after(item.reach))
        other = match and sentence.body_at(item.reach + match.end())
        if other and item.label in ACTORS:
            yield from _tie_all(sentence, (item, other), topic_of(sentence.after(other.reach)))
        if index > 40:
            return
