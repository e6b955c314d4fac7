"""Texts that are known by their title only: "two draft Recommendations: on “…”, and on “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.mentions.identifiers import identified
from netgov.ingest.mentions.quoted import QUOTED, TITLE
from netgov.ingest.model.names import Name

_NOUN = (
    r"(?P<draft>[Dd]rafts?\s)?(?:new\s|revised\s|ITU-[TDR]\s){0,3}"
    r"(?P<noun>Recommendations?|Supplements?|[Tt]echnical\s[Rr]eports?|[Tt]echnical\s[Pp]apers?|[Hh]andbooks?|[Gg]uidelines?|"
    r"[Gg]uides?|[Ff]inal\s[Rr]eports?|[Rr]eports?|[Pp]ublications?|[Dd]eliverables?|[Tt]oolkits?|[Rr]oadmaps?|[Mm]anuals?|"
    r"[Cc]ompendi(?:um|a)|[Ww]hite\s[Pp]apers?|[Yy]earbooks?|[Pp]laybooks?|[Ss]pecifications?|[Bb]rochures?|[Ff]act\s?sheets?|[Pp]olicy\s[Bb]riefs?|[Ss]urveys?|[Mm]onitors?|"
    r"[Ss]tudy|[Ss]tudies|work\sitems?)"
)
_LEAD = re.compile(
    rf"(?<![\w-])(?<!series\s){_NOUN}\b(?:(?:(?:\s(?:entitled|titled|on|called|of|the|in|developed|by|for))*\s?[:,]?\s?(?:on\s)?)"
    rf"|(?:\s[^“”\".;:\n]{{3,90}}?)??,?\s(?:which\s(?:is|was|will\sbe)\s|to\sbe\s)?(?:(?:now|provisionally|tentatively)\s)?(?:entitled|titled|called|named|(?:under|with|bearing)\sthe\stitle)\s)"
    rf"(?={QUOTED})"
)
_NOUNS = re.compile(rf"(?<![\w-]){_NOUN}(?!\w)")
_PUBLISHED = re.compile(
    rf"\b(?:published|released|issued|publication\sof|release\sof)(?:,\s[^“”\".;:]{{3,150}},)?\s(?:(?:the|a|an|its|their|new|first|second|third|latest|annual|\d{{4}}|edition|of)\s)*(?={QUOTED})"
)
_APPOSED = re.compile(
    rf"(?P<quoted>{QUOTED}),?\s(?:(?:which|that)\s(?:is|was)\s)?(?:an?|its|their)\s(?:(?!on|for|of|in|to|with|by)[\w-]+\s){{0,3}}?{_NOUN}(?!\w)"
)
_PLAIN_LEAD = re.compile(
    r"(?<![\w-])(?:following\s)(?:draft\s)?(?:new\s)?(?:ITU-[TR]\s)?(?P<noun>Recommendations|deliverables|[Tt]echnical\s[Rr]eports|reports|publications|guidelines|handbooks)"
    r"(?:\swere\s[a-z]+)?:\s(?=[A-Z])"
)
_TECHNICAL_REPORT_ON = re.compile(
    r"(?<![\w-])(?P<noun>[Tt]echnical\s[Rr]eport|[Hh]andbook)\son\s(?:the\s)?(?P<title>[A-Z][^“”\",.;:()]{5,120})(?=[,.;])"
)
_QUESTION_REPORT = re.compile(
    rf"[Rr]eports?\s(?:in\sresponse\sto|on|for|to)\s(?:the\s)?(?:ITU-D\s)?(?:SG\s?\d\s)?(?:Study\s)?Questions?\s(?P<question>\d+/\d+)[:,]?\s(?={QUOTED})"
)
_PROGRAMME = re.compile(
    rf"\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\s(?:[^“”\".,;:]{{0,50}}\s)?(?:called|named|entitled|titled|on)\s(?={QUOTED})"
)
_KIND = re.compile(
    r"(?<=[\w’]\s)(?P<kind>Toolkit|Handbook|Guidebook|Manual|Compendium|White\sPaper|Monitor|Yearbook|Playbook|(?P<treaty>Convention|Treaty|Statement|Charter|Accord|Consensus|Commitment))"
    r"(?:\s(?:19|20)\d\d)?(?![\w-]|\s[A-Z][a-z]+\s?\()"
)
_CAPITALS = re.compile(r"(?:(?<![\w-])[A-Z][\w’&/-]*\s(?:(?:of|on|for|and|the|in|to)\s){0,2}){1,7}$")
_SMALL = frozenset(["of", "on", "for", "and", "the", "in", "to"])
_OPENERS = frozenset(
    ["The", "This", "A", "An", "Its", "Their", "New", "Draft", "Each", "Under", "In", "On", "See", "Both"]
)
_GENERIC = frozenset(
    [
        "ITU",
        "ITU-T",
        "ITU-R",
        "ITU-D",
        "TSB",
        "BDT",
        "BR",
        "UN",
        "Technical",
        "Final",
        "Draft",
        "Revised",
        "Liaison",
        "Joint",
        *("Mission", "Vision", "Opening", "Closing", "Policy", "Annual", "National", "Regional", "World"),
        "International",
    ]
)
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


def find_titles(text: str) -> Iterator[Name]:
    """Every text that only a title names, under a noun that says what kind of text it is."""
    for lead in _LEAD.finditer(text):
        *_, noun = _NOUNS.finditer(text, lead.start(), lead.end())
        position, start = lead.end(), noun.start()
        while title := TITLE.match(text, position):
            yield _identified(text, _candidate(start, title.end(), noun["noun"], title["title"]))
            glue = _GLUE.match(text, title.end())
            position = start = glue.end() if glue else title.end()
    for lead in _PUBLISHED.finditer(text):
        if title := TITLE.match(text, lead.end()):
            yield _identified(text, _candidate(title.start(), title.end(), "publication", title["title"]))
    for title in _APPOSED.finditer(text):
        yield _identified(text, _candidate(title.start(), title.end("quoted"), title["noun"], title["title"]))
    for lead in _PLAIN_LEAD.finditer(text):
        stop = re.compile(r"\.\s|\.?\n|\.?$").search(text, lead.end())
        yield from _plain_titles(text, lead, stop.start() if stop else len(text))
    for lead in _QUESTION_REPORT.finditer(text):
        if title := TITLE.match(text, lead.end()):
            fields = {"key": title["title"], "title": title["title"], "kind": "study-question report"}
            yield Name(title.start(), title.end(), "Publication", {**fields, "question": lead["question"]})
    for lead in _PROGRAMME.finditer(text):
        if title := TITLE.match(text, lead.end()):
            yield Name(title.start(), title.end(), "Programme", {"key": title["title"], "kind": "project"})
    for match in _TECHNICAL_REPORT_ON.finditer(text):
        yield _candidate(match.start(), match.end(), match["noun"], match["title"])


def _identified(text: str, candidate: Name) -> Name:
    """As in "APT Report on “Reuse …” (APT/ASTAP/REPT-58)": the identifier in parentheses names the text."""
    found = identified(text, candidate.end)
    if found is None:
        return candidate
    fields, label, end = found
    return Name(candidate.start, candidate.end, label, {**fields, "title": candidate.fields["title"]}, end)


def find_named_texts(text: str) -> Iterator[Name]:
    """Texts whose name says what they are: "the Inclusive Connectivity Toolkit", "the Waigani Convention"."""
    floor = 0
    for kind in _KIND.finditer(text):
        before = _CAPITALS.search(text, max(floor, kind.start() - 90), kind.start())
        floor = kind.end()
        words = [word for word in before[0].split() if word not in _SMALL] if before else []
        while words and words[0] in _OPENERS:
            words = words[1:]
        head = [word for word in words if word not in _GENERIC]
        if not before or not head or (kind["treaty"] and not _is_treaty(kind["treaty"], words)):
            continue
        start = before.start() + before[0].index(words[0])
        if len(head) < 2 and not kind["treaty"] and not (head[0].isupper() and len(head[0]) > 2):
            continue
        key = " ".join(text[start : kind.end()].split())
        yield Name(start, kind.end(), "Publication", {"key": key, "kind": kind["kind"].casefold()})


def _is_treaty(kind: str, words: list[str]) -> bool:
    """Conventions are named after a place; so are statements and charters, but only a known place makes them one."""
    named = " ".join(words)
    return len(words) <= 3 and (named in _places() or (kind in ("Convention", "Treaty") and len(words) == 1))


@cache
def _places() -> frozenset[str]:
    return frozenset(row["name"] for table in ("cities", "countries") for row in read_table(table))


def _plain_titles(text: str, lead: re.Match[str], stop: int) -> Iterator[Name]:
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


def _candidate(start: int, end: int, noun: str, title: str) -> Name:
    noun = re.sub(r"(?<!ie)s$", "", noun.casefold().replace("\n", " "))
    title = title.strip(" ,.;")
    if noun in ("recommendation", "supplement", "work item"):
        kind = "recommendation" if noun == "work item" else noun
        fields = {"key": f"draft: {title}", "kind": kind, "title": title, "draft": True}
        return Name(start, end, "Recommendation", fields)
    return Name(start, end, "Publication", {"key": title, "title": title, "kind": _KINDS.get(noun, "publication")})
