"""Study groups, their Questions and working parties: "Study Groups 5 and 11", "Q4/11", "WP 5D", "TG 6/1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.graph.keys import BUREAUX, SECTORS
from netgov.ingest.mentions.identifiers.lists import read_list, title_after
from netgov.ingest.model.names import Name

_SECTOR = (
    r"(?<![\w.])(?:(?P<sector>ITU-[TDR]|(?i:radiocommunication)"
    r"|(?i:(?:telecommunication\s)?(?:standardi[sz]ation|development)))[\s-]?\s?)?"
)
_ADJECTIVES = {"radiocommunication": "ITU-R", "standardization": "ITU-T", "development": "ITU-D"}
_HEAD = re.compile(
    rf"{_SECTOR}(?:(?<!/)(?P<study_group>(?i:study\sgroup)|SG)(?P<many>[sS]?)[\s-]?"
    r"|(?P<question>(?i:study\s)?(?i:questions?)\s|Qs?\.?\s?)"
    r"|(?<!/)(?P<party>(?i:working\s(?:part|group)|(?:joint\s)?task\sgroup)|WP|WG|J?TG)(?i:y|ies|s)?[\s-]?)(?=\d)"
)
_STUDY_GROUP = re.compile(r"0?(?P<number>[1-9]\d?)(?!\w|-?TD|-C\d|/\w*[A-Z\d]/|/\w*GEN|\.\d|\s[A-Z][a-z]+\s\d{4})")
_QUESTION = re.compile(  # no "Q4 2019", "5 GHz", "19-2/1"
    r"(?:Q\.?\s?|Questions?\s)?(?P<number>\d{1,2})(?:/(?P<group>\d{1,2}))?"
    r"(?![\w/-]|\.\d|\s[A-Z]{2}|\s(?:of\s)?(?:19|20)\d\d)"
)
_PARTIES = {
    mark: re.compile(rf"(?:{mark}\s?)?(?P<number>{form})(?![\w/-])")
    for mark, form in {
        "WP": r"\d/\d{1,2}|\d[A-Z]",
        "WG": r"\d[A-Z]-?\d{1,2}",
        "TG": r"\d/\d{1,2}",
        "JTG": r"\d(?:-\d){1,4}",
    }.items()
}
_REGIONAL_GROUP = re.compile(
    rf"{_SECTOR}(?:(?:Study\sGroup|SG)\s?\d{{1,2}}\sRegional\sGroup\s(?:for|on)\s[^().;]{{3,80}}\s\()?"
    r"SG\s?(?P<number>\d{1,2})\s?RG-(?P<region>[A-Z]{2,8})\b"
)
_THE_THREE = re.compile(r"\b(?:[Dd]irectors\sof\s)?[Tt]he\s(?:three\s(?P<sectors>Sectors)|(?:three\s)?Bureaux)\b")
_MARKS = {"working part": "WP", "working group": "WG", "joint task group": "JTG", "task group": "TG"}
_KINDS = {"WP": "working party", "WG": "working group", "JTG": "joint task group", "TG": "task group"}


def find_numbered_bodies(text: str) -> Iterator[Name]:
    """Every study group, Question and working party of ITU, lists member by member."""
    read = 0
    for head in _HEAD.finditer(text):
        if head.start() >= read:  # "Q7, Q9 and Q13" is one list, though each has its own head
            find = _study_groups if head["study_group"] else _questions if head["question"] else _working_parties
            found = list(find(text, head))
            read = found[-1].end if found else read
            yield from found
    yield from _regional_groups(text)
    yield from _the_three(text)


def _sector(head: re.Match[str], text: str, end: int) -> str:
    """The sector that stands before a head or after the last number: "Radiocommunication Study Group 3"."""
    if printed := head["sector"]:
        return _ADJECTIVES.get(printed.split()[-1].casefold().replace("sation", "zation"), printed)
    return next((sector for sector in SECTORS if text.startswith((f" of {sector}", f" of the {sector}"), end)), "")


def _study_groups(text: str, head: re.Match[str]) -> Iterator[Name]:
    """As in "ITU-T SG15", "SG-13", "Study Groups 5, 11, 13"."""
    members = [item for item, _ in read_list(text, head.end(), _STUDY_GROUP)][: None if head["many"] else 1]
    for index, item in enumerate(members):
        fields = {"sector": _sector(head, text, members[-1].end()), "number": item["number"]}
        yield Name(item.start() if index else head.start(), item.end(), "StudyGroup", fields)


def _regional_groups(text: str) -> Iterator[Name]:
    """As in "SG13RG-AFR": a regional group of a study group."""
    for match in _REGIONAL_GROUP.finditer(text):
        parent = f"ITU-T SG{match['number']}"
        fields = {"key": f"{parent}RG-{match['region']}", "kind": "regional", "parent": parent}
        yield Name(match.start(), match.end(), "Group", fields)


def _the_three(text: str) -> Iterator[Name]:
    """As in "the three Sectors", "the Directors of the Bureaux": each of them."""
    for match in _THE_THREE.finditer(text):
        for key in SECTORS if match["sectors"] else BUREAUX:
            yield Name(match.start(), match.end(), "Organization", {"key": key, "name": key})


def _questions(text: str, head: re.Match[str]) -> Iterator[Name]:
    """As in "Q4/11", "Questions 4/1, 5/1, and 1/2", "Q9, Q11 and Q12" (their group is for the context)."""
    members = list(read_list(text, head.end(), _QUESTION))
    sector = _sector(head, text, members[-1][0].end()) if members else ""
    group, found = "", list[tuple[int, int, str, range]]()
    for index in range(len(members) - 1, -1, -1):
        item, closes_range = members[index]
        group = item["group"] or group
        opening = members[index - 1][0] if closes_range else item
        start = opening.start() if index > closes_range else head.start()
        found.append((start, item.end(), group, range(int(opening["number"]), int(item["number"]) + 1)))
    for start, end, group, numbers in reversed(found):
        title, extent = title_after(text, end) if len(members) == 1 else ("", end)
        for number in numbers:
            fields = {"sector": sector, "number": str(number), "group": group, "title": title}
            yield Name(start, end, "Question", {**fields, "in_range": len(numbers) > 1}, extent)


def _working_parties(text: str, head: re.Match[str]) -> Iterator[Name]:
    """As in "Working Party 2/11" of ITU-T, "WPs 1A and 5D", "TG 6/1", "JTG 5-6-7-8" and "WG 5A-1" of ITU-R."""
    mark = _MARKS.get(" ".join(head["party"].casefold().split()), head["party"])
    members = [item for item, _ in read_list(text, head.end(), _PARTIES[mark])]
    for index, item in enumerate(members):
        fields = _working_party(mark, item["number"], _sector(head, text, members[-1].end()))
        yield Name(item.start() if index else head.start(), item.end(), "Group", fields)


def _working_party(mark: str, number: str, sector: str) -> dict[str, str]:
    """Its key, name and parent: "WP 2/11" is of ITU-T SG11, "WP 5D" of ITU-R SG5, "WG 5A-1" of ITU-R WP5A."""
    of_itu_t = mark == "WP" and "/" in number
    sector = sector or ("ITU-T" if of_itu_t else "ITU-R")
    parents = {"WG": f"{sector} WP{number[:2]}", "JTG": sector}
    parent = parents.get(mark, f"{sector} SG{number.rpartition('/')[2] if of_itu_t else number[0]}")
    name = f"{sector} {mark} {number}"
    key = f"{sector} WP{number}" if mark == "WP" else name
    return {"key": key, "full_name": name, "kind": _KINDS[mark], "parent": parent}
