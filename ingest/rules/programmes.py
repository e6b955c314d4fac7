"""Programmes: who runs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import ACTORS, Found, Reading, Sentence

_KIND = (
    r"(?:initiative|project|programme|program|partnership|coalition|platform|database|campaign|scheme|portal|"
    r"testbed|laborator(?:y|ies)|network|service|framework|effort|activity)"
)
_RUN_BY = re.compile(
    rf"(?:\s?\))?(?:,?\s(?:is\s|was\s|(?:which|that)\s(?:is|was)\s)?(?:(?:an?|the|its)\s(?:[a-z-]+\s){{0,4}}?{_KIND}\s?)?(?:{_KIND})?\s?\)?,?\s?(?:(?:is|was|which\sis|that\sis|(?:has|had)\sbeen|(?:is|was)\sbeing)\s)?)?"
    r"(?:(?:now|now\sbeing|currently|also|then|still|first|jointly|since)\s)*"
    r"(?:co-?(?:led|run|founded|managed|hosted|chaired|financed|ordinated)|run|led|coordinated|implemented|launched|operated|established|initiated|created|supported|managed|maintained|hosted|developed|started|set\sup|founded|spearheaded|administered|executed|piloted|steered|"
    r"kept\sup|carried\sout|overseen|among|of|under\sthe\sauspices\sof|under\sthe\slead(?:ership)?\sof)\s(?:in\s\d{4}\s)?(?:jointly\s|together\s)?(?:by\s)?(?:both\s)?(?:the\s)?"
)
_THAT_RUNS = re.compile(
    r",?\s(?:is\s)?an?\s(?:\w+\s)?(?:initiative|project|programme|partnership)\s(?:that|which)\s(?:the\s)?"
)
_RUNS = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:(?:also|currently|is|are|has|have|had|continues?\sto|now|still|then|recently|successfully|jointly|together|both|been|which|that|since\s\d{4})\s)*"
    r"(?:runs?|running|ran|leads?|leading|led|launche[sd]|launching|launch|implement(?:s|ed|ing)?|coordinat(?:es|ed|ing|e)|operat(?:es|ed|ing|e)|manag(?:es|ed|ing|e)|maintain(?:s|ed|ing)?|host(?:s|ed|ing)?|"
    r"administer(?:s|ed|ing)?|initiated|set\sup|started|established|created|founded|piloted|spearheads?|oversees|continued|continues|relaunched|extended|expanded|supports?\sthe\simplementation\sof|"
    r"supporting\sthe\simplementation\sof|developed|developing|develops|carries\sout|carried\sout|executes|executed|in\scharge\sof|responsible\sfor|co-?(?:leads?|led|runs?|ran|founded|hosts?)|"
    r"(?:provides?|provided|hosts|serves\sas|acts\sas)\sthe\s(?:secretariat|coordinator|lead\sagency)\s(?:of|for))\s"
    r"(?:(?:with|in)\s(?:partnership\s|cooperation\s|collaboration\s)?[^.;,]{0,40},?\s)?"
    rf"(?:the|its|their|an?|work\son(?:\sthe)?)?\s?(?:(?:new|joint|global|regional|so-called|second\sphase\sof\sthe|first\sphase\sof\sthe)\s)*(?:{_KIND}\s)?(?:called\s|named\s|known\sas\s)?[“\"]?"
)
_RELATIVE = re.compile(
    rf"\)?(?:\s{_KIND})?(?:\s\([^()]*\))?(?:,\s(?:an?|the|its)\s(?:[a-z-]+\s){{0,4}}?{_KIND}(?:\s(?:for|on|of)\s[^,.;]{{3,80}}?)?)?"
    r",?\s(?:which|that)\s(?:the\s)?"
)
_RUN = re.compile(
    r"\)?(?:\s\([^()]*\))?\s(?:(?:also|currently|is|are|was|were|has|have|had|been|continues?\sto|now|still|then|recently|jointly|together|both|successfully|first)\s)*"
    r"(?:runs?|ran|running|leads?|leading|led|launch(?:es|ed)?|implement(?:s|ed|ing)?|coordinat(?:es|ed|ing|e)|operat(?:es|ed|ing|e)|manag(?:es|ed|ing|e)|"
    r"maintain(?:s|ed|ing)?|host(?:s|ed|ing)?|administer(?:s|ed|ing)?|initiated|set\sup|started|established|created|founded|co-?founded|piloted|oversees|"
    r"spearhead(?:s|ed)?|carr(?:y|ies|ied)\sout|execut(?:es?|ed)|developed|steers?|convenes?)\b"
)
_OWN = re.compile(r"[’']s?\s(?:(?:joint|new|global|own|flagship|regional|ongoing|long-standing)\s)*")
_ITS_OWN = re.compile(
    r"(?:^|\b)(?:[Tt]hrough|[Uu]nder|[Ww]ithin|[Vv]ia|[Aa]s\spart\sof|[Ii]n\sthe\sframework\sof)\s(?:its|their)\s(?:[a-z-]+\s){0,2}$"
)
_IS_OF = re.compile(r"\)?\sis\san?\s(?:new\s|joint\s)?")
_OF_KIND = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?{_KIND}\b")
_SECRETARIAT = re.compile(r"\b[Ss]ecretariat\s(?:of|for)\s(?:the\s)?$")
_PROVIDED = re.compile(
    rf"\)?(?:\s{_KIND})?\s(?:is|was|has\sbeen)\s(?:provided|hosted|run|ensured|held)\sby\s(?:the\s)?"
)
_JOINTLY = re.compile(
    r"\b(?:[Jj]oint(?:ly)?|together|[Pp]artner\w*|[Cc]o-?operation|[Cc]ollaboration|with|consortium)\b"
)
_WORK_FOR = re.compile(
    r"^\s(?:(?:has\s)?continue[sd]?|goes\son|went\son|proceeds|is\s(?:ongoing|under\sway|in\sprogress))\s(?:for|on)\s[^.;]{0,80}$"
)
_TOGETHER = re.compile(
    r"(?:\s(?:runs?|leads?|led|run))?(?:,?\sand\s(?:also\s)?|,\s|\s(?:together|jointly|along)\swith\s|\sin\s(?:partnership|cooperation|collaboration)\swith\s|\swith\sthe\ssupport\sof\s)(?:the\s)?"
)
_AND = re.compile(r"(?:\s\([^()]*\))?(?:,\s|,?\sand\s)(?:the\s)?")
"""As in "which ITU and UNICEF run": between the subjects of a clause."""


def read_programmes(reading: Reading) -> Iterator[Found]:
    """As in "U4SSC, an initiative run by ITU together with UNECE and UN-Habitat", "BDT runs GIGA"."""
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Programme":
                runners = list(_runners(sentence, item))
                for body in runners:
                    yield sentence.states("RUNS", body.ref, item.ref, "read_programmes")
                for other in runners[1:] if _JOINTLY.search(sentence.text) else ():
                    own = {"topic": item.key}
                    yield sentence.states("COLLABORATES_WITH", runners[0].ref, other.ref, "read_programmes", own)


def _runners(sentence: Sentence, programme: Mention) -> Iterator[Mention]:
    bodies = [item for item in sentence.actors if item.label in ACTORS and item.ref != programme.ref]
    following = [item for item in bodies if item.start >= programme.reach]
    if following:
        lead = sentence.between(programme.reach, following[0].start)
        stated = not sentence.is_hypothetical(programme.reach, following[0].start)
        if stated and (_RUN_BY.fullmatch(lead) or _THAT_RUNS.fullmatch(lead)):
            yield from _joined(sentence, following, _TOGETHER)
            return
        if _RELATIVE.fullmatch(lead):
            who = list(_joined(sentence, following, _AND))
            verb = _RUN.match(sentence.after(who[-1].reach))
            if verb and not sentence.is_hypothetical(who[-1].reach, who[-1].reach + verb.end()):
                yield from who
                return
        if _PROVIDED.fullmatch(lead) and _SECRETARIAT.search(sentence.before(programme.start)):
            yield following[0]
            return
        if _IS_OF.fullmatch(lead) and _OF_KIND.match(sentence.after(following[0].reach)):
            yield following[0]
            return
    if owner := _owner(sentence, programme, bodies):
        yield from owner
        return
    if sentence.opening and _WORK_FOR.search(sentence.between(sentence.opening[-1].reach, programme.start)):
        yield from sentence.opening
        return
    preceding = [item for item in bodies if item.reach <= programme.start]
    start = preceding[-1].reach if preceding else programme.start
    if _RUNS.fullmatch(sentence.between(start, programme.start)) and not sentence.is_hypothetical(
        start, programme.start
    ):
        yield preceding[-1]


def _joined(sentence: Sentence, bodies: list[Mention], glue: re.Pattern[str]) -> Iterator[Mention]:
    """The first body, and those that follow as long as nothing but glue stands before them."""
    yield bodies[0]
    for left, right in pairwise(bodies):
        if not glue.fullmatch(sentence.between(left.reach, right.start)):
            return
        yield right


def _owner(sentence: Sentence, programme: Mention, bodies: list[Mention]) -> tuple[Mention, ...]:
    """As in "ITU and UNICEF’s joint GIGA initiative"; "Through its Connect2Recover programme, ITU supported …"."""
    preceding = [item for item in bodies if item.reach <= programme.start]
    if preceding and _OWN.fullmatch(sentence.between(preceding[-1].reach, programme.start)):
        owners = [preceding[-1]]
        for item in reversed(preceding[:-1]):
            if not re.fullmatch(r"(?:,\s|,?\sand\s)(?:the\s)?", sentence.between(item.reach, owners[-1].start)):
                break
            owners.append(item)
        return tuple(reversed(owners))
    if not _ITS_OWN.search(sentence.before(programme.start)):
        return ()
    if sentence.opening and sentence.opening[0].start < programme.start:
        return sentence.opening
    behind = next((item for item in bodies if item.start >= programme.reach), None)
    lead = sentence.between(programme.reach, behind.start) if behind else ""
    return (behind,) if behind and re.fullmatch(rf"(?:\s{_KIND})?,\s(?:the\s)?", lead) else ()
