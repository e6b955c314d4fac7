"""Texts that are known by their title only: "two draft Recommendations: on “…”, and on “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.candidates import Candidate

_NOUN = (
    r"(?P<draft>[Dd]rafts?\s)?(?:new\s|revised\s|ITU-[TDR]\s){0,3}"
    r"(?P<noun>Recommendations?|Supplements?|[Tt]echnical\s[Rr]eports?|[Tt]echnical\s[Pp]apers?|[Hh]andbooks?|[Gg]uidelines?|"
    r"[Gg]uides?|[Ff]inal\s[Rr]eports?|[Rr]eports?|[Pp]ublications?|[Dd]eliverables?|[Tt]oolkits?|[Rr]oadmaps?|[Ss]tudy|[Ss]tudies|work\sitems?)"
)
_QUOTED = r"(?:[“\"„]|(?<=\s)”)(?P<title>[^“”\"„\n]{3,300}?)[,.]?[”“\"]"
_LEAD = re.compile(
    rf"(?<![\w-])(?<!series\s){_NOUN}\b(?:(?:\s(?:entitled|titled|on|called|of|the|in|developed|by|for))*\s?[:,]?\s?(?:on\s)?)(?={_QUOTED})"
)
_PLAIN_LEAD = re.compile(
    r"(?<![\w-])(?:following\s)(?:draft\s)?(?:new\s)?(?:ITU-[TR]\s)?(?P<noun>Recommendations|deliverables|[Tt]echnical\s[Rr]eports|reports|publications|guidelines|handbooks)"
    r"(?:\swere\s[a-z]+)?:\s(?=[A-Z])"
)
_TECHNICAL_REPORT_ON = re.compile(
    r"(?<![\w-])(?P<noun>[Tt]echnical\s[Rr]eport|[Hh]andbook)\son\s(?:the\s)?(?P<title>[A-Z][^“”\",.;:()]{5,120})(?=[,.;])"
)
_QUESTION_REPORT = re.compile(
    rf"[Rr]eports?\s(?:in\sresponse\sto|on|for|to)\s(?:the\s)?(?:ITU-D\s)?(?:SG\s?\d\s)?(?:Study\s)?Questions?\s(?P<question>\d+/\d+)[:,]?\s(?={_QUOTED})"
)
_PROGRAMME = re.compile(
    rf"\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\s(?:[^“”\".,;:]{{0,50}}\s)?(?:called|named|entitled|titled|on)\s(?={_QUOTED})"
)
_TITLE = re.compile(_QUOTED)
_GLUE = re.compile(r"\s?[,;]?\s?(?:(?:and|as\swell\sas|also)\s)*(?:on\s)?(?:(?:the|a|an)\s)?")
_KINDS = {
    "technical report": "technical report",
    "technical paper": "technical paper",
    "final report": "study-question report",
    "handbook": "handbook",
    "guideline": "guideline",
    "guide": "guide",
    "roadmap": "roadmap",
    "toolkit": "toolkit",
    "deliverable": "deliverable",
    "report": "report",
}


def find_titles(text: str) -> Iterator[Candidate]:
    """Every text that only a title names, under a noun that says what kind of text it is."""
    for lead in _LEAD.finditer(text):
        position, start = lead.end(), lead.start()
        while title := _TITLE.match(text, position):
            yield _candidate(start, title.end(), lead["noun"], title["title"])
            glue = _GLUE.match(text, title.end())
            position = start = glue.end() if glue else title.end()
    for lead in _PLAIN_LEAD.finditer(text):
        stop = re.compile(r"\.\s|\.?\n|\.?$").search(text, lead.end())
        yield from _plain_titles(text, lead, stop.start() if stop else len(text))
    for lead in _QUESTION_REPORT.finditer(text):
        if title := _TITLE.match(text, lead.end()):
            fields = {"key": title["title"], "title": title["title"], "kind": "study-question report"}
            yield Candidate(title.start(), title.end(), "Publication", {**fields, "question": lead["question"]})
    for lead in _PROGRAMME.finditer(text):
        if title := _TITLE.match(text, lead.end()):
            yield Candidate(title.start(), title.end(), "Programme", {"key": title["title"], "kind": "project"})
    for match in _TECHNICAL_REPORT_ON.finditer(text):
        yield _candidate(match.start(), match.end(), match["noun"], match["title"])


def _plain_titles(text: str, lead: re.Match[str], stop: int) -> Iterator[Candidate]:
    """As in "the following draft Recommendations: Reference Model of … and Reference Model of …", without quotes."""
    start = lead.end()
    separator = re.compile(r"\s?;\s(?:and\s)?|,?\sand\s(?=[A-Z])")
    for match in [*separator.finditer(text, lead.end(), stop), None]:
        end = match.start() if match else stop
        title = text[start:end]
        if (
            12 <= len(title) <= 200
            and title[0].isupper()
            and "“" not in title
            and '"' not in title
            and len(title.split()) > 2
        ):
            yield _candidate(start, end, lead["noun"], title)
        start = match.end() if match else stop


def _candidate(start: int, end: int, noun: str, title: str) -> Candidate:
    noun = re.sub(r"(?<!ie)s$", "", noun.casefold().replace("\n", " "))
    title = title.strip(" ,.;")
    if noun in ("recommendation", "supplement"):
        fields = {"key": f"draft: {title}", "kind": noun, "title": title, "draft": True}
        return Candidate(start, end, "Recommendation", fields)
    return Candidate(start, end, "Publication", {"key": title, "title": title, "kind": _KINDS.get(noun, "publication")})
