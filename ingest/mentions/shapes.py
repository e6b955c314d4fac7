"""Organizations and programmes that no gazetteer knows, by the noun that heads their name: "… Association (XYZ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from netgov.ingest.lexicon.gazetteer import Gazetteer, read_table
from netgov.ingest.model.names import Name

_STRONG = (
    "Association|Federation|Confederation|Foundation|Institute|Agency|Authority|Society|Alliance|Consortium|University|"
    "Polytechnic|Corporation|Telecommunity|Laboratories|Conservancy|Chamber\\sof\\sCommerce|Bank|GmbH|Ltd|Inc|LLC"
)
_WEAK = (
    "Union|Organization|Organisation|Centre|Center|Fund|Academy|College|Commission|Council|Bureau|Observatory|"
    "Trust|Secretariat|Company|League|Operator|Office"
)
_PROGRAMME = "Programme|Program|Initiative|Project|Partnership|Coalition|Campaign|Compact"
_KINDS = {"University": "academia", "Polytechnic": "academia", "Institute": "academia", "Corporation": "company"}
_KINDS |= dict.fromkeys(("GmbH", "Ltd", "Inc", "LLC", "Company", "Operator"), "company")
_KINDS |= dict.fromkeys(("Agency", "Authority", "Commission", "Office"), "government")
_HEAD = re.compile(
    rf"\b(?P<head>(?P<strong>{_STRONG})|(?P<weak>{_WEAK})|(?P<forum>Forum)|(?P<programme>{_PROGRAMME}))\b(?![’'\w&/-])(?!\s[A-Z])"
)
_PROPER = r"(?:[A-Z](?:[\w-]*\w)?|ICTs?/)(?:[’']s?)?"
_LEADING = re.compile(rf"(?<![\w’'&/-])(?:{_PROPER}(?:\s&)?\s){{1,7}}$")
_LEADING_WITH_AND = re.compile(rf"(?<![\w’'&/-])(?:{_PROPER}(?:\s(?:&|and|of|for|on|the))*\s){{1,9}}$")
_TAIL_WORDS = rf"{_PROPER}(?:(?:,?\sand\s(?:the\s)?|\s&\s|\sof\s(?:the\s)?|\sfor\s|\sin\s|\sto\s|\s){_PROPER}){{0,8}}"
_TAIL = re.compile(rf"\s(?:of|for|on|to)\s(?:the\s)?{_TAIL_WORDS}")
_OF = re.compile(rf"\s(?:of|for)\s(?:the\s)?{_PROPER}(?:\s{_PROPER}){{0,3}}")
_BRACKET = re.compile(r"\s\((?:the\s)?(?P<acronym>[A-Z][A-Za-z\d&-]{1,11})\)")
_PLAIN = """
A An The This That These Those Its Their In At On By With From For To Under During Through Via After
Before Since Of Or And As Both Each Every New Other Another Joint First Second Third Fourth Also Following
Regional Several Mr Ms Mrs Dr Professor Chairman Director President Secretary Annual Draft Ad
Contributions Contribution All Some January February March April May June July August September October
November December
"""
"""Words with a capital that open no name."""
_NOT_FIRST = frozenset(_PLAIN.split())
_OF_ITU = frozenset(
    ["ITU", "ITU-T", "ITU-R", "ITU-D", "TSB", "BDT", "BR", "WTSA", "WTDC", "PP", "IGF", "WSIS", "SG", "FG"]
)
SMALL_WORDS = frozenset(["of", "for", "and", "the", "on", "in", "to", "&"])
_OCCASION = re.compile(
    r"\b(?:Summit|Conference|Workshop|Assembly|Symposium|Meeting|Seminar|Week|Day|Recommendation|Resolution)s?\b"
)
_PAIR = re.compile(r"\bthe\s(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\sand\s)$")
_BACK, _AHEAD = 110, 140
_NATIONAL = re.compile(
    r"\b(?:Statistics|Telecom|Telekom|Orange|Vodafone|Airtel|Digicel|MTN|Moov|Ooredoo|Zain|Claro|Movistar|Telenor|Telia|"
    r"Viettel|Tigo|Post|Radio|Business|Enterprise|Innovation|Invest)\s(?P<country>[A-Z][\w’'-]+(?:\s[A-Z][\w-]+)?)"
)


def find_shaped(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """Every name whose head noun says that it is a body or, with its acronym, a programme."""
    for head in _HEAD.finditer(text):
        yield from _headed(text, head, gazetteer)
    yield from _national(text)


def _headed(text: str, head: re.Match[str], gazetteer: Gazetteer) -> Iterator[Name]:
    start, end, acronym, close = _span(text, head)
    name = text[start:end]
    if not name or "\n" in name or name.split()[0] in _OF_ITU or _OCCASION.search(name):
        return
    if known := gazetteer.names.get(name.casefold()):
        if acronym and known.label in ("Organization", "Group", "Programme") and known.key == acronym:
            yield Name(start, close, known.label, {"key": known.key})
        return
    if _ends_in_known(name, gazetteer):
        return
    if head["programme"]:
        label = "Programme" if acronym and start < head.start() else ""
        fields: dict[str, object] = {"kind": head["head"].casefold(), "alias": name}
    else:
        label = "Organization" if (acronym and not head["forum"]) or head["strong"] else ""
        fields = {"full_name": name, "kind": _KINDS.get(head["head"], "ngo")}
        if head["forum"] or (head["weak"] and start < head.start() and not acronym):
            label, fields["weak"] = "Organization", True
    if label:
        yield Name(start, close, label, {"key": acronym or name, **fields})


def _span(text: str, head: re.Match[str]) -> tuple[int, int, str, int]:
    """Start and end of the name, its acronym, and where the bracket around that closes; empty where it is no name."""
    floor = max(0, head.start() - _BACK)
    tail = _TAIL.match(text, head.end(), head.end() + _AHEAD)
    ends = [match.end() for match in (tail, _OF.match(text, head.end(), head.end() + _AHEAD)) if match]
    for end in (head.end(), *ends):
        bracket = _BRACKET.match(text, end)
        if bracket and (start := _initial(text, floor, head, end, bracket["acronym"])) >= 0:
            return start, end, bracket["acronym"], bracket.end()
    leading = _LEADING.search(text, floor, head.start())
    start = _skip(text, leading.start(), head.start()) if leading else head.start()
    if leading and (pair := _PAIR.search(text, floor, leading.start())) and head["strong"]:
        start = pair.start("name")
    of = re.compile(r"\sof\s(?:the\s)?" + _PROPER + r"(?:\s" + _PROPER + r"){0,3}(?![\w’'-])").match(text, head.end())
    if start < head.start():
        end = of.end() if of else head.end()
        return start, end, "", end
    if tail and head["strong"] and of and head["head"] not in ("Agency", "Authority", "Alliance", "Society"):
        return start, of.end(), "", of.end()
    return start, start, "", start


def _initial(text: str, floor: int, head: re.Match[str], end: int, acronym: str) -> int:
    """Where the name starts whose words the acronym abbreviates: most of its capitals, in order; else -1."""
    leading = _LEADING_WITH_AND.search(text, floor, head.start())
    start = leading.start() if leading else head.start()
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    fallback = -1
    for match in re.finditer(r"(?<![\w’'&/-])[A-Z]", text[start : head.start() + 1]):
        position = start + match.start()
        words = re.findall(r"[\w’']+", text[position:end])
        initials = [word[0].upper() for word in words if word not in SMALL_WORDS]
        if words[0] in _NOT_FIRST:
            continue
        if initials == letters:
            return position
        near = end == head.end() and initials[0] == letters[0] and len(initials) > 1
        if near and fallback < 0 and _abbreviates(letters, text[position:end].upper()):
            fallback = position
    return fallback


def _abbreviates(letters: list[str], name: str) -> bool:
    """Whether an acronym's letters occur in a name in that order."""
    position = -1
    for letter in letters:
        position = name.find(letter, position + 1)
        if position < 0:
            return False
    return True


def _skip(text: str, start: int, end: int) -> int:
    """Past the capitalised words of a sentence's opening that belong to no name: "In", "The", "Following"."""
    words = text[start:end].split(" ")
    while words and words[0] in _NOT_FIRST:
        start += len(words.pop(0)) + 1
    return min(start, end)


def _ends_in_known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a gazetteer knows the end of the name, which then stands for itself: "Ethiopia Internet Society"."""
    words = name.split()
    known = (gazetteer.names.get(" ".join(words[index:]).casefold()) for index in range(1, len(words) - 1))
    return any(known) or name.split()[0].casefold() in ("council", "union")


def _national(text: str) -> Iterator[Name]:
    """As in "Statistics Finland", "Vodafone Ghana": an office or a company of a country, and not the country."""
    for match in _NATIONAL.finditer(text):
        words = match["country"].split()
        for name in (match["country"], words[0]):
            if name in _countries():
                end = match.start("country") + len(name)
                yield Name(match.start(), end, "Organization", {"key": text[match.start() : end]})
                break


@cache
def _countries() -> frozenset[str]:
    rows = read_table("countries")
    return frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")) if len(name) > 3)
