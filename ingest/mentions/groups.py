"""The grammar of group names: focus groups, joint committees, working groups of outside bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from netgov.graph.keys import is_of_itu
from netgov.ingest.lexicon.gazetteer import Gazetteer
from netgov.ingest.model.names import SEPARATOR, Name

_PREFIXED = re.compile(
    r"(?<![\w/-])(?:ITU(?:-[TDR])?\s)?(?P<key>(?P<prefix>FG|JCA|CWG|EG|CITS|GSI|JRG|IRG|JVT|ICG|CPG)(?:-(?=[A-Z\d])|\s(?=[A-Z][A-Z\d]))(?![\w&+-]*/\d)[A-Za-z\d][\w&+]*(?:-[\w&+]+)*)"
)
_PREFIX_KINDS = {
    "FG": ("focus group", "ITU-T"),
    "JCA": ("joint coordination activity", "ITU-T"),
    "CWG": ("council working group", "ITU Council"),
    "EG": ("expert group", "ITU Council"),
}
_TITLED = re.compile(
    r"(?:(?P<owner>ITU(?:-[TDR])?|Council)\s)?(?P<kind>Focus\sGroup|Working\sGroup|Joint\sCoordination\sActivity|Expert\sGroup|Advisory\sGroup)"
    r"\s(?:on|for)\s(?:the\s)?(?:[“\"](?P<quoted>[^“”\"\n]{3,200})[”\"]|[“\"]?(?P<title>[^“”\"().;:]{3,120}(?:\([A-Z]\w*\)[^“”\"().;:]{0,80})?)[”\"]?)\s?"
    r"\((?:the\s)?(?:ITU-T\s)?(?P<key>[A-Z][\w&/+-]*(?:\s[A-Z\d][\w&/+-]*)?)\)"
)
_JOINT_COMMITTEE = re.compile(
    r"(?<![\w/])(?P<body>ISO/IEC(?:\s|/)(?:JTC)|ISO(?:\s|/)TC|IEC(?:\s|/)TC|JTC)\s?(?P<number>\d{1,3})(?:\s?/?\s?SC\s?(?P<sub>\d{1,3}))?(?:\s?/?\s?WG\s?(?P<group>\d{1,3}))?"
    r"(?:\s\([A-Z]\w+\))?"
)
_NEXT_COMMITTEE = re.compile(
    r"(?:,\s|,?\sand\s(?:with\s)?(?:also\s)?|\s&\s|/)(?:its\s)?(?P<mark>SC|WG)\s?(?P<number>\d{1,3})(?!\w)"
)
_PART = r"(?:WG|[Ww]orking\s[Gg]roup)\s?(?P<number>\d{1,2})(?!\w)(?!\s?[-–:/]\s?\w)"
_WITHIN_FOCUS_GROUP = re.compile(
    r"(?<![\w/-])(?P<owner>(?:FG|JCA|CWG|EG)-[A-Z\d][\w&+-]*)(?:[’']s?)?(?:,?\s|/)" + _PART
)
_PART_OF_FOCUS_GROUP = re.compile(
    r"(?<!\w)" + _PART + r"(?:\s\([^()]{1,80}\))?,?\s(?:of|in|under|within)\s(?:the\s)?(?:ITU-T\s)?"
    r"(?P<owner>(?:FG|JCA|CWG|EG)-[A-Z\d][\w&+-]*)"
)
_NEXT_PART = re.compile(r"(?:,\s|,?\sand\s|\s&\s)(?P<mark>WG\s?|[Ww]orking\s[Gg]roup\s)(?P<number>\d{1,2})(?!\w)")
_ACRONYM = re.compile(r"(?<!\w)(?!(?:and|or)\b)(?:TSG\s)?[A-Za-z\d][\w.-]*\w")
_ETSI = re.compile(
    r"(?<![\w/])(?P<key>ETSI\s(?:(?:TC|ISG|EE|EP|SC|OCG)\s)?(?P<name>[A-Z]{2,6}(?:-[A-Z]+)*|[A-Z]\w{2,5}))(?!\s?\d)\b"
)
_WORKING_GROUP = re.compile(
    r"(?P<key>(?P<lead>Correspondence\sGroup\s(?:\d{1,2}|on\s(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*)*|[a-z][\w-]+(?:\s(?!(?:was|were|is|are|met|has|have|had|will|held|and|which|that|to|at|by|with|under|from|convened|chaired|led|continues?)\b)[\w-]+){0,5}))(?:\sof\sthe\s(?P<of>(?:[A-Z][\w-]*\s){1,4}(?:Working\s)?Group))?)"
    r"|(?P<body>ITU)(?:\s[A-Z][\w-]*){1,3}\s(?:Working|Expert|Task)\sGroup)\b"
)
_NUMBERED_GROUP = re.compile(
    r"\bWG\s?(?P<number>\d{1,2})\s?[-–:]\s(?P<title>[A-Z][^;.:]{3,120}?)(?=;|\.|\sand\sWG|,\sWG|\n|$)"
)
_ETSI_DOCUMENTS = frozenset(["TS", "TR", "EN", "ES", "EG", "GS", "GR", "SR", "TC", "ISG"])


def find_groups(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """Every group that the text names by a form that tells it is one."""
    yield from _prefixed(text)
    yield from _titled(text)
    yield from _joint_committees(text)
    yield from _groups_of_bodies(text, gazetteer)
    yield from _working_groups(text)
    if "WG" in text or "orking" in text:
        yield from _parts_of_focus_groups(text)
    yield from _numbered_working_groups(text)


def _prefixed(text: str) -> Iterator[Name]:
    """As in "FG AI4H", "ITU-T JCA-IMT2020", "CWG-Internet"."""
    for match in _PREFIXED.finditer(text):
        kind, parent = _PREFIX_KINDS.get(match["prefix"], ("group", "ITU"))
        key = match["prefix"] + "-" + match["key"][len(match["prefix"]) + 1 :]
        yield Name(match.start(), match.end(), "Group", {"key": key, "kind": kind, "parent": parent})


def _titled(text: str) -> Iterator[Name]:
    """As in "Focus Group on “Data Processing and Management (DPM) …” (FG DPM)": one group."""
    for match in _TITLED.finditer(text):
        kind = match["kind"].casefold()
        key = re.sub(r"^(FG|JCA|CWG)\s", r"\1-", match["key"])
        fields = {
            "key": key,
            "kind": kind,
            "alias": f"{match['kind']} on {(match['quoted'] or match['title']).strip()}",
        }
        if match["owner"]:
            fields["parent"] = "ITU Council" if match["owner"] == "Council" else match["owner"]
        yield Name(match.start(), match.end(), "Group", fields)


def _joint_committees(text: str) -> Iterator[Name]:
    """As in "ISO/IEC JTC1 SC41", "ISO/IEC JTC 1/SC 29/WG 11 (MPEG)"."""
    for match in _JOINT_COMMITTEE.finditer(text):
        body = match["body"].replace(" TC", "/TC")
        chain = [f"ISO/IEC JTC {match['number']}" if body.endswith("JTC") else f"{body} {match['number']}"]
        kind = "joint technical committee" if body.endswith("JTC") else "technical committee"
        for mark, name in (("sub", "SC"), ("group", "WG")):
            if match[mark]:
                chain.append(f"{chain[-1]}/{name} {match[mark]}")
                kind = "subcommittee" if name == "SC" else "working group"
        fields = {"key": chain[-1], "kind": kind, "parent": chain[-2] if len(chain) > 1 else ""}
        yield Name(match.start(), match.end(), "Group", fields)
        yield from _next_committees(text, match.end(), chain)


def _next_committees(text: str, end: int, chain: list[str]) -> Iterator[Name]:
    """As in "ISO/IEC JTC 1/SC 27 and SC 42", "JTC 1/SC 29/WG 4, WG 5 and WG 7": the head is printed once."""
    mark = chain[-1].rpartition("/")[2].partition(" ")[0]
    while len(chain) > 1 and (following := _NEXT_COMMITTEE.match(text, end)) and following["mark"] == mark:
        kind = "subcommittee" if mark == "SC" else "working group"
        key, end = f"{chain[-2]}/{mark} {following['number']}", following.end()
        yield Name(following.start("mark"), end, "Group", {"key": key, "kind": kind, "parent": chain[-2]})


def _parts_of_focus_groups(text: str) -> Iterator[Name]:
    """As in "FG-ML5G WG1, WG2 and WG3", "Working Group 6 of FG-MV": working groups of a group of ITU."""
    for match in _WITHIN_FOCUS_GROUP.finditer(text):
        start = match.end("owner") + 2 if text[match.end("owner")] == "," else match.start()
        yield _part(start, match.end(), match["owner"], match["number"])
        end = match.end()
        while following := _NEXT_PART.match(text, end):
            end = following.end()
            yield _part(following.start("mark"), end, match["owner"], following["number"])
    for match in _PART_OF_FOCUS_GROUP.finditer(text):
        yield _part(match.start(), match.end(), match["owner"], match["number"])


def _part(start: int, end: int, owner: str, number: str) -> Name:
    return Name(
        start, end, "Group", {"key": f"{owner} WG{number}", "kind": "working group", "parent": owner, "of": owner}
    )


def _groups_of_bodies(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """As in "IETF SFC", "IETF (CCAMP, PCE and MPLS WGs)"; only what is known or called a working group."""
    for match in _of_body(gazetteer).finditer(text):
        start = match.start()
        for item in _ACRONYM.finditer(match["list"]):
            key = f"{match['body']} {item[0]}"
            known = gazetteer.find(("Group", key)) or gazetteer.find(("Group", key.upper()))
            if known is None and not (match["word"] and item[0].isalnum() and item[0][-1:].isupper()):
                break
            start = start if start == match.start() else match.start("list") + item.start()
            end = match.start("list") + item.end()
            fields = {"key": known.key if known else key, "kind": "working group", "parent": match["body"]}
            yield Name(start, end, "Group", fields)
            start = end
    for match in _ETSI.finditer(text):
        if match["name"] not in _ETSI_DOCUMENTS:
            yield Name(match.start(), match.end(), "Group", {"key": match["key"], "parent": "ETSI"})


@cache
def _of_body(gazetteer: Gazetteer) -> re.Pattern[str]:
    """A body outside ITU that has groups in the gazetteers, and the names behind it."""
    parents = {entry.parent for entry in gazetteer.entries.values() if entry.label == "Group"}
    own_grammar = {"ETSI"}
    bodies = {key for key in parents - own_grammar if not is_of_itu(key) and gazetteer.find(("Organization", key))}
    names = "|".join(re.escape(key) for key in sorted(bodies, key=lambda key: (-len(key), key)))
    item = r"[A-Za-z\d][\w.-]*\w"
    return re.compile(
        rf"(?<![\w/])(?P<body>{names})(?:’s|'s)?[\s/]\(?(?:the\s)?(?P<list>(?:TSG\s)?{item}(?:{SEPARATOR}{item})*)"
        r"(?P<word>\s(?:WGs?|[Ww]orking\s[Gg]roups?|[Rr]esearch\s[Gg]roups?|RGs?))?"
    )


def _numbered_working_groups(text: str) -> Iterator[Name]:
    """As in "five Working Groups: WG1 - Use Cases, …; WG2 - …": of the group that was named before."""
    for match in _NUMBERED_GROUP.finditer(text):
        fields = {"key": "", "part": f"WG{match['number']}", "kind": "working group", "alias": match["title"].strip()}
        yield Name(match.start(), match.end(), "Group", fields)


def _working_groups(text: str) -> Iterator[Name]:
    """As in "Correspondence Group 2 of the ITU IPv6 Working Group": named by what they are."""
    for match in _WORKING_GROUP.finditer(text):
        kind = "correspondence group" if match["lead"] else "working group"
        fields = {"key": match["key"], "kind": kind, "parent": match["of"] or match["body"] or ""}
        yield Name(match.start(), match.end(), "Group", fields)
        if match["of"]:
            parent = {"key": match["of"], "kind": "working group", "parent": match["of"].split()[0]}
            yield Name(match.start("of"), match.end("of"), "Group", parent)
