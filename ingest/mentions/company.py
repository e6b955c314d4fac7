"""Names that only the company they keep makes sure: weak names, unknown acronyms in lists of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.graph.keys import is_of_itu
from netgov.ingest.model.names import Name

_BODIES = frozenset(["Organization", "Group", "StudyGroup"])
_NAMED_TWICE = _BODIES | {"Programme"}
_LIST = re.compile(r"\s?(?:,|;|/|,?\s(?:and|or|&))\s?(?:the\s|with\s)*")
_UNKNOWN = re.compile(r"(?:,\s|/|\sand\s)(?P<name>[A-Z][A-Za-z\d&-]*[A-Z\d][A-Za-z\d]*)(?=,|/|\sand\s|;|\.?\s?$)")
_OTHER_SENSE = re.compile(
    r"\s(?:Working|Documents?|Docs?\b|Resolutions?|Decisions?|\d|of\s(?:the\s)?(?!ITU\b|Union\b)[A-Z])"
)
_PARTNER_OF = re.compile(
    r"\b(?:jointly\swith|together\swith|(?:partnership|cooperation|collaboration|association|liaison|agreement|memorandum|coordination)\swith|"
    r"supported\sby|support\s(?:of|from)|members?\sof|chairs|chaired|assisted\sby|invited)\s(?:the\s)?$"
)
_ACTS = re.compile(
    r"\s(?:(?:also|has|have|had|was|were|jointly)\s)*(?:attended|presented|participated|contributed|joined|provided|co-?organi[sz]ed|"
    r"signed|sponsored|reported|explained|informed|invited|welcomed|delivered|submitted|took\spart|shared|proposed|asked|stated|noted|introduced|suggested|supported|requested|described|commented|hosted|offered|announced|demonstrated|"
    r"launched|joined|withdrew|objected|recalled|outlined|showed|gave)\b"
)
_UNGA_RESOLUTION = re.compile(r"\s(?:\(UNGA\)\s)?Resolutions?\s")
_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|several|some|many|few|certain|various|individual|an?|\d+)\s$", re.IGNORECASE
)
_OTHER_HEAD = re.compile(r"\b(?:United\sNations|UN|UNCTAD|OECD|APT|ATU|CTO|League)(?:[’']s?)?\s$")
_CONSTITUENCIES = frozenset(["ITU Member States", "ITU Sector Members"])
_BRACKET = re.compile(r"\s?\((?:the\s)?")


def join_full_names(candidates: Sequence[Name], text: str) -> list[Name]:
    """As in "Internet Society (ISOC)", "… Commission, Thailand (NBTC)": name and acronym are one."""
    joined: list[Name] = []
    for item in candidates:
        back = 1
        if len(joined) > 1 and joined[-1].label == "Country" and text[joined[-2].end : joined[-1].start] == ", ":
            back = 2
        name = joined[-back] if joined else item
        same = item.label in _NAMED_TWICE and (name.label, name.fields.get("key")) == (
            item.label,
            item.fields.get("key"),
        )
        bracketed = joined and same and text[item.end : item.end + 1] == ")"
        if bracketed and _BRACKET.fullmatch(text, joined[-1].end, item.start):
            del joined[-back:]
            item = replace(name, end=item.end + 1, fields={**name.fields, "weak": False})
        joined.append(item)
    return joined


def settle(candidates: Sequence[Name], text: str) -> Iterator[Name]:
    """Keep a weak name where its company supports it, and take an unknown acronym between bodies for one."""
    itu_text = any(is_of_itu(str(item.fields.get("key", ""))) or item.fields.get("sector") for item in candidates)
    for index, item in enumerate(candidates):
        before = candidates[index - 1] if index else None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        if _is_no_actor(item, text):
            continue
        if before and _in_list(before) and _in_list(item):
            yield from _unknown_between(before, item, text)
        if not item.fields.get("weak") or _is_supported(item, before, after, text, itu_text):
            yield item


def _is_no_actor(item: Name, text: str) -> bool:
    """As in "United Nations General Assembly Resolution 70/1", "at the request of two Member States"."""
    key = item.fields.get("key")
    if key == "UNGA":
        return bool(_UNGA_RESOLUTION.match(text, item.end))
    if key == "ITU Secretary-General":
        return bool(_OTHER_HEAD.search(text, max(0, item.start - 20), item.start))
    return key in _CONSTITUENCIES and bool(_COUNTED.search(text, max(0, item.start - 12), item.start))


def _in_list(item: Name) -> bool:
    return item.label in _BODIES


def _is_supported(
    item: Name, before: Name | None, after: Name | None, text: str, itu_text: bool
) -> bool:
    parent = str(item.fields.get("parent", ""))
    if is_of_itu(parent):
        return itu_text and not _OTHER_SENSE.match(text, item.end)
    if item.label == "Organization" and parent:
        sentence_start = max(text.rfind(". ", 0, item.start), text.rfind("\n", 0, item.start))
        return parent in re.findall(r"\w+", text[sentence_start + 1 : item.start])
    if item.label != "Organization":
        return False
    if _PARTNER_OF.search(text, max(0, item.start - 60), item.start) or _ACTS.match(text, item.end):
        return True
    neighbours = [(before.end, item.start) for _ in [0] if before and _in_list(before)]
    neighbours += [(item.end, after.start) for _ in [0] if after and _in_list(after)]
    return any(_LIST.fullmatch(text, start, end) for start, end in neighbours)


def _unknown_between(before: Name, item: Name, text: str) -> Iterator[Name]:
    """As in "ETSI MEC, ECC, IIC, oneM2M": what stands between two bodies of a list is a body."""
    gap = text[before.end : item.start]
    if len(gap) > 60 or not re.fullmatch(r"(?:(?:,\s|/|,?\sand\s)[\w&-]+)+(?:,\s?(?:and\s)?|/|,?\sand\s)", gap):
        return
    for match in _UNKNOWN.finditer(gap):
        start, end = before.end + match.start("name"), before.end + match.end("name")
        yield Name(start, end, "Organization", {"key": match["name"]})
