"""Programmes: who runs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.resolver import EntityMention
from ingest.rules.reading import ACTORS, Found, Reading, Sentence

_RUN_BY = re.compile(
    r"(?:,?\s(?:is\s|was\s|which\sis\s)?(?:an?\s(?:global\s|joint\s|new\s)?(?:initiative|project|programme|program|partnership|coalition)\s)?(?:project|initiative|programme)?\s?\)?\s?(?:is\s|was\s)?)"
    r"(?:run|led|coordinated|implemented|launched|operated|established|initiated|created|supported|among|of|under\sthe\sauspices\sof)\s(?:jointly\s)?(?:by\s)?(?:the\s)?"
)
_THAT_RUNS = re.compile(
    r",?\s(?:is\s)?an?\s(?:\w+\s)?(?:initiative|project|programme|partnership)\s(?:that|which)\s(?:the\s)?"
)
_RUNS = re.compile(
    r"\s(?:also\s|currently\s|is\s|has\s|continues\sto\s)*(?:runs?|leads?|leading|launched|implements?|implementing|coordinates?|operates?|supports?\sthe\simplementation\sof|"
    r"supporting\sthe\simplementation\sof|developed)\s(?:the\s|its\s)?(?:project\s|initiative\s)?"
)
_WORK_FOR = re.compile(
    r"^\s(?:(?:has\s)?continue[sd]?|goes\son|went\son|proceeds|is\s(?:ongoing|under\sway|in\sprogress))\s(?:for|on)\s[^.;]{0,80}$"
)
_TOGETHER = re.compile(
    r"(?:\s(?:runs?|leads?|led|run))?(?:,?\sand\s(?:also\s)?|,\s|\s(?:together|jointly|along)\swith\s|\sin\s(?:partnership|cooperation|collaboration)\swith\s|\swith\sthe\ssupport\sof\s)(?:the\s)?"
)


def read_programmes(reading: Reading) -> Iterator[Found]:
    """As in "U4SSC, an initiative run by ITU together with UNECE and UN-Habitat", "BDT runs GIGA"."""
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Programme":
                runners = list(_runners(sentence, item))
                for body in runners:
                    yield sentence.states("RUNS", body.ref, item.ref, "read_programmes")
                for other in runners[1:]:
                    own = {"topic": item.key}
                    yield sentence.states("COLLABORATES_WITH", runners[0].ref, other.ref, "read_programmes", own)


def _runners(sentence: Sentence, programme: EntityMention) -> Iterator[EntityMention]:
    bodies = [item for item in sentence.actors if item.label in ACTORS and item.ref != programme.ref]
    following = [item for item in bodies if item.start >= programme.reach]
    if following:
        lead = sentence.between(programme.reach, following[0].start)
        if _RUN_BY.fullmatch(lead) or _THAT_RUNS.fullmatch(lead):
            yield from _co_runners(sentence, following)
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


def _co_runners(sentence: Sentence, bodies: list[EntityMention]) -> Iterator[EntityMention]:
    yield bodies[0]
    for left, right in pairwise(bodies):
        if not _TOGETHER.fullmatch(sentence.between(left.reach, right.start)):
            return
        yield right
