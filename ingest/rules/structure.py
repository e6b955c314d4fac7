"""What the names themselves say: the parent of a group, the work of an edition, the parent of an amendment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from netgov.graph.keys import SECTORS, RecommendationName
from netgov.graph.model import Ref
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.mentions.identifiers import COMMON_TEXT
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import Found, Reading, Sentence

_FOUNDED = re.compile(r"\b(?:convened|established|created|set\sup|formed|launched)\s(?:an?\s|the\s|its\s)?(?:new\s)?$")
_IN_ITS = re.compile(r"\b(?:in|within|through|via)\sits\s(?:own\s|new\s)?$")
_LED_BY = re.compile(r"\s?(?:\([^()]*\))?,?\s(?:which\sis\s)?led\sby\s(?:the\s)?")
_HAS = re.compile(r"[^.;]{0,60}?\b(?:has|having|with)\s(?:the\s)?")
_AS_PARENT = re.compile(r"\s(?:as|for)\s(?:its|the|a)\sparent\b")
_UNDER = re.compile(
    r"(?:\s?\([^()]*\))?(?:,\s|\s)(?:whose\sparent(?:\s\w+)?\sis|the\sparent(?:\s\w+)?\sof\swhich\sis|(?:which|that)\sreports\sto|reporting\sto|"
    r"(?:which\s)?(?:works|is|operates)\sunder|under\sthe\s(?:authority|responsibility|auspices)\sof|parented\sby|"
    r"(?:(?:which|that)\s(?:was|is|had\sbeen|has\sbeen)\s)?(?:newly\s|recently\s)?(?:set\sup|established|created|formed|founded|launched|constituted)\s(?:(?:in|on)\s[^.;,()]{3,30}\s)?"
    r"(?:under|within|inside)|(?:a|an|the)\s(?:sub-?group|subsidiary|(?:working|expert|sub|ad\shoc)\s?(?:group|committee)|committee|task\sforce|group)\sof)\s(?:the\s)?"
)
_BY_BODY = re.compile(
    r"\)?(?:\s?\([^()]*\))?,?\s\(?(?:(?:which|that)\s(?:was|is)\s)?(?:newly\s)?(?:convened|established|created|set\sup|formed|founded|constituted)\s(?:in\s\d{4}\s)?by\s(?:the\s)?"
)
_OF_WHICH = re.compile(r"(?:\s?\([^()]*\))?,\s(?:of|for)\swhich\s(?:the\s)?")
_IS_PARENT = re.compile(r"\s(?:is|was|acts\sas|serves\sas|became|remains)\s(?:also\s)?(?:the\s|a\s)?(?:parent|lead)\b")
_SUBGROUP_OF = re.compile(r"\)?(?:\s?\([^()]*\))?\sof\s(?:the\s)?")
_EQUIVALENT = re.compile(
    r"\b(?:(?:technically\s|fully\s)?aligned\s(?:technically\s)?(?:with|to)|in\s(?:technical\s)?alignment\swith|common\stext\s(?:with|published)|(?:also|simultaneously|jointly|later|then|been|was|were|is|are)\s(?:published|available|adopted|issued|transposed|reproduced)\s(?:by\s[A-Z][^.;,]{1,40}?\s)?as|twin\stext\s(?:of|with)|identical\s(?:to|with|text\s\w+)|equivalent\sto|(?:twin|counterpart|equivalent)\sof|"
    r"correspond\w*\s(?:in\s[^.;]{0,60}\s)?to)\b[^.;]{0,60}$"
)


def read_members_of_bodies(reading: Reading) -> Iterator[Found]:
    """PART_OF, once, where a study group, Question or group is first named: "ITU-T SG15" is part of ITU-T."""
    seen: set[Ref] = set()
    for sentence in reading.sentences:
        for item in sentence.mentions:
            for child, parent in _chain(item):
                if child in seen:
                    break
                seen.add(child)
                yield sentence.states("PART_OF", child, parent, "read_members_of_bodies")


def _chain(item: Mention) -> Iterator[tuple[Ref, Ref]]:
    """(child, parent) from a named body up to the one that its name contains."""
    if item.label == "StudyGroup":
        yield item.ref, ("Organization", str(item.known["sector"]))
    elif item.label == "Question":
        group = str(item.known["group"])
        yield item.ref, ("StudyGroup", group)
    elif item.label == "Group" and item.known.get("parent"):
        parent = ref_of_body(str(item.known["parent"]))
        yield item.ref, parent
        above = load_gazetteer().find(parent)
        if parent[0] == "Group" and above is None and " " in parent[1]:
            yield parent, ref_of_body(parent[1].split()[0])


def ref_of_body(key: str) -> Ref:
    """Label and key of a parent that a name or gazetteer gives by key only."""
    if key.startswith(SECTORS) and " SG" in key:
        return ("Group", key) if "RG-" in key else ("StudyGroup", key)
    return (
        ("Group", key)
        if load_gazetteer().find(("Group", key)) or "Group" in key.split() or "JTC" in key or key.startswith("FG-")
        else ("Organization", key)
    )


def read_founded_groups(reading: Reading) -> Iterator[Found]:
    """As in "SG2 also convened a Correspondence Group on IPv6", "JCA-IoT and SC&C, led by SG20", "in its JCA"."""
    for sentence in reading.sentences:
        for group in sentence.mentions:
            if group.label != "Group":
                continue
            lead, tail = sentence.before(group.start), sentence.after(group.reach)
            found: tuple[Mention, ...] = ()
            if (verb := _FOUNDED.search(lead)) and not group.known.get("parent"):
                found = sentence.subjects(sentence.start + verb.start())
            elif _IN_ITS.search(lead):
                found = sentence.opening
            elif led := _LED_BY.match(tail):
                found = tuple(item for item in sentence.actors if item.start == group.reach + led.end())
            else:
                found = tuple(item for item in sentence.actors if _is_parent(sentence, group, item))
            for body in found[:1]:
                if body.label in ("StudyGroup", "Organization", "Group") and body.ref != group.ref:
                    yield sentence.states("PART_OF", group.ref, body.ref, "read_founded_groups")


def _is_parent(sentence: Sentence, group: Mention, body: Mention) -> bool:
    """As in "FG-AI4A, which has SG20 as its parent group"; "FG-VM, whose parent group is SG16"."""
    if body.start <= group.reach:
        return False
    lead = sentence.between(group.reach, body.start)
    if _OF_WHICH.fullmatch(lead):
        return bool(_IS_PARENT.match(sentence.after(body.reach)))
    is_orphan = not group.known.get("parent") and body.label != "Country"
    if is_orphan and (_BY_BODY.fullmatch(lead) or (body.label == "Group" and _SUBGROUP_OF.fullmatch(lead))):
        return True
    return bool(_UNDER.fullmatch(lead) or (_HAS.fullmatch(lead) and _AS_PARENT.match(sentence.after(body.reach))))


def read_equivalents(reading: Reading) -> Iterator[Found]:
    """As in "Recommendation ITU-T G.8131 “…” is technically aligned with IETF RFC 7271"."""
    for sentence in reading.sentences:
        texts = [item for item in sentence.mentions if item.label in ("Recommendation", "Publication")]
        for left, right in pairwise(texts):
            gap = sentence.between(left.end, right.start)
            twin = left.label == "Recommendation" and (
                _EQUIVALENT.search(sentence.between(left.reach, right.start)) or COMMON_TEXT.fullmatch(gap)
            )
            if twin:
                yield sentence.states("EQUIVALENT_TO", left.ref, right.ref, "read_equivalents")


def read_editions(reading: Reading) -> Iterator[Found]:
    """EDITION_OF, where an edition is named: "Resolution 101 (Rev. Busan, 2014)"."""
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Edition":
                target = ("Resolution", str(item.fields["resolution"]))
                yield sentence.states("EDITION_OF", item.ref, target, "read_editions")


def read_parts(reading: Reading) -> Iterator[Found]:
    """AMENDS, SUPPLEMENTS and EQUIVALENT_TO as identifiers say them: "Y.1540 Amd.2", "Y.4903/L.1603"."""
    for sentence in reading.sentences:
        for item, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
            name = item.fields.get("name")
            if item.label != "Recommendation" or not isinstance(name, RecommendationName):
                continue
            span = (sentence.start, sentence.end, "read_parts")
            if name.parent:
                type_ = "SUPPLEMENTS" if name.kind == "supplement" else "AMENDS"
                yield Found(type_, item.ref, ("Recommendation", name.parent.key), *span)
            if supplemented := item.fields.get("supplements"):
                yield Found("SUPPLEMENTS", item.ref, ("Recommendation", supplemented.key), *span)
            twin = following and following.start == item.start and not item.fields.get("in_range")
            if following and twin and following.label == "Recommendation":
                yield Found("EQUIVALENT_TO", item.ref, following.ref, *span)
