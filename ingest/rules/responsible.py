"""Who is responsible for Questions and Recommendations, where these are named first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.deeds import list_before, works_after
from netgov.ingest.rules.reading import Found, Reading, Sentence
from netgov.ingest.rules.work_words import TARGETS

_BODIES = ("StudyGroup", "Group", "Organization")
_BE = (
    r"(?:is|are|was|were|has\sbeen|have\sbeen|remains?|continues?\sto\sbe)\s(?:also\s|now\s|currently\s|"
    r"again\s|jointly\s|still\s)*"
)
_UNDER = re.compile(
    rf",?\s(?:(?:which|that|whereas|while)\s)?(?:{_BE}(?:(?:led|handled|managed|overseen|looked\safter|dealt\swith|taken\scare\sof)\sby|"
    r"(?:assigned|allocated|entrusted|attributed|transferred|given)\sto|(?:the\sresponsibility\sof|under\sthe\s(?:lead|leadership|responsibility|auspices|purview|remit)\sof|the\stask\sof|in\sthe\shands\sof|in\sthe\scharge\sof|with|under|within))|"
    r"(?:falls?|fell|comes?|came|sits?)\s(?:under|within|with)(?:\sthe\s(?:responsibility|remit|purview|mandate)\sof)?)\s(?:the\s)?"
)
_LIES_WITH = re.compile(
    rf"\s(?:lies|lay|rests|rested|remains|remained|stays|sits|falls|fell|passed|{_BE}(?:given|assigned|allocated|entrusted|transferred|handed))\s(?:with|to|on|upon)\s(?:the\s)?"
)
_RESPONSIBILITY = re.compile(r"\b[Rr]esponsibility\s(?:for|over)\s")
_AND = re.compile(r"(?:,|,?\sand|,?\sas\swell\sas)\s(?:the\s)?")


def read_responsible(reading: Reading) -> Iterator[Found]:
    """As in "Question 4/13 is led by SG13", "Q6/17 is the responsibility of WP3/17", "responsibility lies with"."""
    for sentence in reading.sentences:
        works = [item for item in sentence.mentions if item.label in TARGETS["RESPONSIBLE_FOR"]]
        for work in works:
            verb = _UNDER.match(sentence.text, work.reach - sentence.start)
            if verb:
                listed = list_before(sentence, [item for item in works if item.start <= work.start])
                yield from _states(sentence, listed, sentence.start + verb.end())
        for match in _RESPONSIBILITY.finditer(sentence.text) if works else ():
            listed = list(works_after(sentence, sentence.start + match.end(), "RESPONSIBLE_FOR"))
            verb = _LIES_WITH.match(sentence.text, listed[-1].reach - sentence.start) if listed else None
            if verb:
                yield from _states(sentence, listed, sentence.start + verb.end())


def _states(sentence: Sentence, works: list[Mention], position: int) -> Iterator[Found]:
    """The bodies at a position are responsible for the works; none where the sentence only plans or asks."""
    if sentence.is_hypothetical(sentence.start, position):
        return
    found: list[Mention] = []
    for item in sentence.mentions:
        at = item.start == position if not found else _AND.fullmatch(sentence.between(found[-1].end, item.start))
        if item.label in _BODIES and at:
            found.append(item)
    for body in found:
        for work in works:
            yield sentence.states("RESPONSIBLE_FOR", body.ref, work.ref, "read_responsible")
