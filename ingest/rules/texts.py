"""What a document reports on, and whom a resolution directs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import BODIES, Found, Reading, Sentence
from netgov.ingest.rules.references import REPORTS, edition_of, reported_elsewhere

_DIRECTIVES = re.compile(
    r"(?:further\s|also\s)?(?P<verb>instructs|requests|invites|encourages|urges|calls\s(?:up)?on|directs|charges|appeals\sto|authori[sz]es|recommends|(?:decides|resolves)\sto\s\w+)"
)
_SHALL = re.compile(r"(?:^|\b)that\s(?:the\s)?$")
_CALL_UPON = re.compile(r"\b(?P<verb>call\s(?:up)?on|invite|instruct|request|urge|encourage)\s(?:the\s)?$")
_CONTINUES = re.compile(r"(?:,\s(?:in\sparticular\s)?|\sand\s)(?:the\s)?")
_TOPIC_LENGTH = 160


def read_report_subject(reading: Reading) -> Iterator[Found]:
    """As in "This report summarizes ITU’s activities related to … Resolution 101 (Rev. …)"; another text too."""
    rule = "read_report_subject"
    for sentence in reading.sentences:
        if match := REPORTS.search(sentence.text):
            for item in sentence.mentions:
                if item.label == "Resolution" and item.start > sentence.start + match.end():
                    yield sentence.states("REPORTS_ON", reading.document, item.ref, rule, edition_of(sentence, item))
        for document, item in reported_elsewhere(sentence):
            yield sentence.states("REPORTS_ON", document.ref, item.ref, rule, edition_of(sentence, item))


def read_directives(reading: Reading) -> Iterator[Found]:
    """As in "instructs the Secretary-General / 1 to prepare …"; "resolves / 2 that ITU shall …"."""
    if reading.own_resolution is None:
        return
    addressed: tuple[str, tuple[Mention, ...]] = ("", ())
    for sentence in reading.sentences:
        passage = sentence.passage
        if passage.kind == "clause":
            match = _DIRECTIVES.match(sentence.text)
            bodies = tuple(item for item in sentence.mentions if item.label in BODIES)
            addressed = (match["verb"], bodies) if match and bodies else ("", ())
            continue
        if not passage.clause or passage.kind in ("note", "heading") or not sentence.opens_passage:
            continue
        for verb, body in [(addressed[0], body) for body in addressed[1]] or _directed_within(sentence):
            extra = {"verb": verb, "clause": passage.section, "topic": _clause_topic(sentence.text)}
            yield sentence.states(
                "DIRECTS",
                reading.own_resolution,
                body.ref,
                "read_directives",
                extra,
            )


def _directed_within(sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """As in "that ITU shall …" of a clause "resolves"; "to call upon ITU-T, in particular Study Group 3 …, to …"."""
    last: Mention | None = None
    verb = ""
    for item in sentence.mentions:
        if item.label not in BODIES:
            continue
        lead, tail = sentence.before(item.start), sentence.after(item.reach)
        if _SHALL.search(lead) and re.match(r"\s(?:shall|should|must|will)\b", tail):
            yield sentence.passage.clause.split(" ")[0], item
        elif match := _CALL_UPON.search(lead):
            verb, last = match["verb"], item
            yield verb, item
        elif last and _CONTINUES.fullmatch(sentence.between(last.end, item.start)):
            last = item
            yield verb, item


def _clause_topic(text: str) -> str:
    """What is asked for, up to the first comma, kept short."""
    text = re.sub(r"^\w{1,3}\)\s*", "", text).rstrip(" ;,.")
    head = re.split(r",\s|;\s", text[:_TOPIC_LENGTH])[0]
    return head if len(head) > 20 else text[:_TOPIC_LENGTH]
