"""Texts that only a quoted title names, where a verb or the title itself says that it is a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.names import Name

QUOTED = (
    r"(?:[“\"„]|(?<=\s)”)(?P<title>[^“”\"„\n]{3,300}?)"
    r"(?:[,.]?(?:[”\"]|“(?!\w))|(?=\.\s[A-Z][^“”\"„\n]{0,300}(?:[“„]\w|\n|$)))"
)
"""A title in quotation marks; one whose closing mark is missing ends with its sentence."""

TITLE = re.compile(QUOTED)
_DETERMINER = r"(?:(?:the|a|an|its|their|new|joint|latest|first|second|third|annual|online|living|updated|own)\s)*"
_MADE = re.compile(
    r"\b(?:maintain(?:s|ed|ing)?|develop(?:s|ed|ing)?|prepar(?:es|ed|ing)|draft(?:s|ed|ing)|compil(?:es|ed|ing)|updat(?:es|ed|ing)|"
    rf"revis(?:es|ed|ing)|finali[sz](?:es|ed|ing)|publish(?:es|ing)|elaborat(?:es|ed|ing))\s{_DETERMINER}(?=[“\"])"
)
_BEGUN = re.compile(
    r"\b(?:[Ww]ork(?:\sha[sd])?(?:\s(?:was|been|also|items?|begun|begun|started|launched|initiated|opened))*\son|consented(?:\sto)?|determined|[Ll]ast\s[Cc]all\s(?:of|for|on))"
    r"\s(?:the\s|a\s)?(?=[“\"])"
)
_STARTS = re.compile(
    r"\b(?:[Ss]tart|[Bb]eg[aiu]n|[Ii]nitiat|[Ll]aunch|[Oo]pen|[Cc]ommenc|[Uu]ndert|[Tt]ook\sup|new\swork)"
)
_KIND = re.compile(
    r"[\s-](?P<kind>[Rr]oadmap|[Rr]eport|[Tt]oolkit|[Hh]andbook|[Gg]uidelines?|[Cc]ompendium|[Mm]anual|[Yy]earbook|[Gg]uide|"
    r"[Ww]hite\s[Pp]aper|[Pp]laybook|[Gg]lossary|[Ll]andscape\s[Rr]eport|[Ff]actbook|[Oo]utlook)(?:\s(?:for\s)?(?:19|20)\d\d)?$"
)
_OPENS = re.compile(
    r"(?:The\s)?(?P<kind>Handbook|Guidelines?|Toolkit|Report|Guide|Compendium|Manual|Roadmap|Glossary|Guidebook)\s(?:on|for|to|of)\s"
)
_EDITION_OF = re.compile(r"\b(?:edition|version|update|issue|volume|instalment)\sof\s(?:the\s)?(?=[“\"])")
_STANDS = re.compile(r"(?:^|\n|\.\s|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|this|latest|first|second|new)\s)$")
_THING = re.compile(
    r"\s(?!(?:and|or|as|in|by|with|for|which|that|is|are|was|were|has|have|had|to|on|under|at|together|jointly|from|during|after|"
    r"before|until|up|of|will|can|now|also|since|through|within|among|between|based|while|where|but|once)\b)[a-z]+ing?\b|\s(?:project|programme|program|initiative|course|platform|"
    r"workshop|campaign|portal|tool|system|network|database|event|session|series|website|app|application|curriculum|module|training)s?\b"
)


def find_quoted(text: str) -> Iterator[Name]:
    """As in "maintains the “AI roadmap”", "started work on “Cables”", "The “Broadband Report 2023” was published"."""
    for verb in _MADE.finditer(text):
        yield from _text(text, verb.end())
    for verb in _BEGUN.finditer(text):
        if not verb[0].casefold().startswith("work") or _STARTS.search(text, max(0, verb.start() - 40), verb.end()):
            yield from _draft(text, verb.end())
    for lead in _EDITION_OF.finditer(text):
        yield from _text(text, lead.end())
    for title in TITLE.finditer(text):
        kind = _KIND.search(title["title"]) or _OPENS.match(title["title"])
        if kind and _STANDS.search(text, max(0, title.start() - 12), title.start()):
            yield from _text(text, title.start())


def _text(text: str, position: int) -> Iterator[Name]:
    title = TITLE.match(text, position)
    if title and not _THING.match(text, title.end()):
        name = title["title"].strip(" ,.;")
        kind = _KIND.search(name) or _OPENS.match(name)
        fields = {"key": name, "title": name, "kind": kind["kind"].casefold() if kind else "publication"}
        yield Name(title.start(), title.end(), "Publication", fields)


def _draft(text: str, position: int) -> Iterator[Name]:
    title = TITLE.match(text, position)
    if title and not _THING.match(text, title.end()):
        name = title["title"].strip(" ,.;")
        fields = {"key": f"draft: {name}", "kind": "recommendation", "title": name, "draft": True}
        yield Name(title.start(), title.end(), "Recommendation", fields)
