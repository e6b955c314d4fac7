"""What a body did to texts: the list of texts that a verb governs, and the statements that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from netgov.graph.keys import SECTORS
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import Found, Sentence
from netgov.ingest.rules.work_words import ADVERBIAL, GLUE, NEW_ITEM, REVISED, STATUS, TARGETS, TEXTS

_ASIDE = re.compile(r",\s(?:which|that)\s[^;:“”]{3,250}?,\s(?:and\s|as\swell\sas\s)?(?:Recommendation\s)?")
_BEGUN_BY = ("APPROVED", "AGREED", "CONSENTED")
_BESIDES = re.compile(
    r",\s(?:in|with|jointly|together|under|at|during|on|via|through|as)\s[^;:.“”]{2,120},\s(?:(?:the|a|an|its|their|new)\s)*(?:\w+\s)?"
)
_LEAD_IN = re.compile(r"[^.;“”\"]{0,100}:\s?")


_UNNAMED_PART = re.compile(
    r"\b(?:[Cc]orrigend\w+|[Aa]mendments?|[Aa]nnex(?:es)?|[Aa]ppendi\w+|[Ee]rrat\w+)\s(?:to|of)\s(?:(?:the|draft|new|revised)\s)*$"
)
"""A part without a number stands for no text: "the Corrigendum to ITU-T L.1800"."""


@dataclass(frozen=True)
class Deed:
    """One verb with who did it and to which texts; `end` is where the verb ended."""

    type: str
    subjects: tuple[Mention, ...]
    works: tuple[Mention, ...]
    end: int
    rule: str
    own: dict[str, Any] = field(default_factory=dict)

    def found(self, sentence: Sentence) -> Iterator[Found]:
        """The statements that it makes."""
        type_ = self._kind(sentence)
        for work in dict.fromkeys(self.works):
            if _UNNAMED_PART.search(sentence.before(work.start)):
                continue
            extra = {**self.own, **_versions(type_, work, sentence)}
            for subject in self.subjects:
                if subject.ref != work.ref:
                    yield sentence.states(type_, subject.ref, work.ref, self.rule, extra)

    def _kind(self, sentence: Sentence) -> str:
        """As in "agreed new work items J.a-b and J.c-d": the work is started."""
        begins = self.works and self.type in _BEGUN_BY and NEW_ITEM.search(sentence.before(self.works[0].start))
        return "STARTED" if begins and self.works[0].label in TARGETS["STARTED"] else self.type


def own_properties(sentence: Sentence, end: int, type_: str, verb: str) -> dict[str, Any]:
    """What the verb phrase says beyond the verb."""
    own: dict[str, Any] = {}
    if type_ == "STARTED" and re.search(r"\brevis(?:e\b|ion|ing)", verb):
        own["revision"] = True
    if type_ in ("CONSENTED", "DEVELOPS") and (match := STATUS.search(sentence.after(end))):
        own["status"] = match[1]
    return own


def _versions(type_: str, work: Mention, sentence: Sentence) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    version = getattr(work.fields.get("name"), "version", "") or work.fields.get("edition", "")
    if version:
        extra["edition"] = version
    offset = work.start - sentence.start
    is_revision = version.casefold().startswith("rev") or REVISED.search(sentence.text[max(0, offset - 24) : offset])
    if is_revision and type_ in ("APPROVED", "AGREED", "CONSENTED", "DETERMINED"):
        extra["revised"] = True
    return extra


def works_after(sentence: Sentence, position: int, type_: str) -> Iterator[Mention]:
    """The texts that follow, as far as the list goes: list words, or an aside on the text before ("…, which …,")."""
    labels, first = TARGETS[type_], True
    for item in sentence.mentions:
        if item.start < position or item.label == "Edition":
            continue
        gap = sentence.between(position, item.start)
        if item.label not in (*TEXTS, *labels):
            if GLUE.fullmatch(gap) and item.key in SECTORS:
                position = item.end
            continue
        if not (GLUE.fullmatch(gap) or _leads(gap, first) or (item.reach > item.end and _ASIDE.fullmatch(gap))):
            continue
        first = False
        position = max(item.reach, position)
        if item.label in labels:
            yield from twins(sentence, item)


def _leads(gap: str, first: bool) -> bool:
    """As in "approved the following, which are short: …"; "approved under the traditional procedure new …"."""
    return first and bool(
        _LEAD_IN.fullmatch(gap)
        or _BESIDES.fullmatch(gap)
        or ((match := ADVERBIAL.match(gap)) and GLUE.fullmatch(gap, match.end()))
    )


def list_before(sentence: Sentence, works: Sequence[Mention]) -> list[Mention]:
    """From the last text back over the list that it closes."""
    found = [works[-1]]
    for item in reversed(works[:-1]):
        if item.reach > found[-1].start and item.start != found[-1].start:
            continue  # within the naming of another
        if not GLUE.fullmatch(sentence.between(item.reach, found[-1].start)):
            break
        found.append(item)
    return found[::-1]


def twins(sentence: Sentence, item: Mention) -> Iterator[Mention]:
    """A text, and the other that the same letters name: "Y.4903/L.1603"."""
    yield item
    for twin in sentence.mentions:
        if twin is not item and (twin.start, twin.label) == (item.start, item.label):
            yield twin
