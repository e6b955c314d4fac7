"""The grammar of group names: focus groups, joint committees, working groups of outside bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from netgov.graph.keys import is_of_itu
from netgov.ingest.lexicon.gazetteer import Gazetteer, load_gazetteer
from netgov.ingest.lexicon.phrases import load_words
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_PREFIXED = re.compile(
    r"""(?<![\w/-])(?:ITU(?:-[TDR])?\s)?                           # "ITU-T "
    (?P<prefix>FG|JCA|CWG|EG|CITS|GSI|JRG|IRG|JVT|ICG|CPG)
    (?:-(?=[A-Z\d])|\s(?=[A-Z][A-Z\d]))(?![\w&+-]*/\d)             # "FG-AI4H", "FG AI4H"; no document "FG-X/12"
    (?P<name>[A-Za-z\d][\w&+]*(?:-[\w&+]+)*)""",
    re.VERBOSE,
)
_PREFIX_KINDS = {
    "FG": ("focus group", "ITU-T"),
    "JCA": ("joint coordination activity", "ITU-T"),
    "CWG": ("council working group", "ITU Council"),
    "EG": ("expert group", "ITU Council"),
}
_BRACKETED_KEY = re.compile(r"\s\((?:the\s)?(?:ITU-T\s)?(?P<key>[A-Z][\w&/+-]*(?:\s[A-Z\d][\w&/+-]*)?)\)")
_JOINT_COMMITTEE = re.compile(
    r"""(?<![\w/])(?P<body>ISO/IEC[\s/]JTC|ISO[\s/]TC|IEC[\s/]TC|JTC)\s?(?P<number>\d{1,3})
    (?:\s?/?\s?SC\s?(?P<sub>\d{1,3}))?                             # "/SC 29"
    (?:\s?/?\s?WG\s?(?P<group>\d{1,3}))?(?:\s\([A-Z]\w+\))?        # "/WG 11 (MPEG)" """,
    re.VERBOSE,
)
_SUBCOMMITTEE = re.compile(r"(?<![\w/])(?<!/\s)(?P<mark>SC)\s?(?P<number>\d{1,3})(?:/WG\s?(?P<group>\d{1,3}))?(?!\w)")
_NEXT = re.compile(
    r"(?:,\s|,?\sand\s(?:with\s)?(?:also\s)?|\s&\s|/)(?:its\s)?(?P<mark>SC|WG)\s?(?P<number>\d{1,3})(?!\w)"
)
_PART_OF_HOUSE = re.compile(
    r"""(?<![\w/-])(?P<house>[A-Z][A-Za-z\d.]*(?:/[A-Z]+)?)(?:[’']s)?[\s/]   # "ETSI", "CEN/CENELEC"
    (?P<chain>(?:TC|SC|WG|ISG|PT|TG|TF|AHG|SIG|EE|EP|EC)[\s-]?(?:\d{1,3}[A-Z]?|[A-Z]{2,}[A-Za-z\d-]*)
    (?:[\s/](?:SC|WG|PT|TG|TF)[\s-]?\d{1,3})*)(?![\w/])                # "TC 5/WG 2" """,
    re.VERBOSE,
)
_FOREIGN_STUDY_GROUP = re.compile(
    r"""(?<![\w/])(?:(?P<before>[A-Z][\w/]*(?:\s\d)?)\s)?(?:Study\sGroup|SG)[\s-]?(?P<number>\d{1,2})(?!\w|/)
    (?:\s(?:of|in)\s(?:the\s)?(?P<after>[A-Z][\w/]*(?:\s\d)?))?""",
    re.VERBOSE,
)
_PART = re.compile(r"(?<!\w)(?:WG|[Ww]orking\s[Gg]roup)\s?(?P<number>\d{1,2})(?!\w)(?!\s?[-–:/]\s?\w)")
_OWNER = re.compile(r"(?<![\w/-])(?P<owner>(?:FG|JCA|CWG|EG)-[A-Z\d][\w&+-]*)")
_OF = re.compile(r"(?:\s\([^()]{1,80}\))?,?\s(?:of|in|under|within)\s(?:the\s)?(?:ITU-T\s)?")
_GLUE = re.compile(r"(?:[’']s?)?(?:,?\s(?:and\s|&\s)?|/)")
_NUMBERED = re.compile(
    r"\bWG\s?(?P<number>\d{1,2})\s?[-–:]\s(?P<title>[A-Z][^;.:\n]{3,120}?)(?=;|\.|,\sWG|\sand\sWG|\n|$)"
)
_KINDS = {
    "TC": "technical committee",
    "SC": "subcommittee",
    "WG": "working group",
    "ISG": "industry specification group",
}


def find_groups(words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """Every group that the text names by a form that tells it is one."""
    text = words.text
    yield from _prefixed(text)
    yield from _titled(words)
    yield from _joint_committees(text)
    yield from _parts_of_houses(text, gazetteer)
    yield from _foreign_study_groups(text)
    yield from _groups_of_houses(words, gazetteer)
    yield from _correspondence_groups(words)
    yield from _parts_of_groups(text)
    yield from _numbered_working_groups(text)


def _group(start: int, end: int, key: str, kind: str, parent: str, **more: str) -> Name:
    return Name(start, end, "Group", {"key": key, "kind": kind, "parent": parent, **more})


def _prefixed(text: str) -> Iterator[Name]:
    """As in "FG AI4H", "ITU-T JCA-IMT2020", "CWG-Internet"."""
    for match in _PREFIXED.finditer(text):
        kind, parent = _PREFIX_KINDS.get(match["prefix"], ("group", "ITU"))
        yield _group(match.start(), match.end(), f"{match['prefix']}-{match['name']}", kind, parent)


def _titled(words: Words) -> Iterator[Name]:
    """As in "Focus Group on “Data Processing and Management (DPM) …” (FG DPM)": one group."""
    text, kinds = words.text, load_words("group_names", "kinds")
    for index, word in enumerate(words.words):
        lead = [item.text.casefold() for item in words.words[max(0, index - 2) : index + 1]]
        if not word.is_capital or not (size := kinds.closes(lead)) or words.after(word.end, 1) not in (["on"], ["for"]):
            continue
        key = next((found for found in _BRACKETED_KEY.finditer(text, word.end, word.end + 220)), None)
        title = text[word.end + 4 : key.start()] if key else ""
        while key and title.count("“") > title.count("”"):
            key = _BRACKETED_KEY.search(text, key.end(), word.end + 300)
            title = text[word.end + 4 : key.start()] if key else ""
        if key and not set(title) & set(".;:\n"):
            start = words.words[index - size + 1].start
            kind = " ".join(lead[-size:])
            yield from _titled_group(words, start, key, kind, f"{text[start : word.end]} on {title.strip(' “”')}")


def _titled_group(words: Words, start: int, key: re.Match[str], kind: str, alias: str) -> Iterator[Name]:
    """The group, with the body that it belongs to where that stands before its kind: "SATRC Working Group on …"."""
    place = words.at(start)
    owner = words.words[place - 1] if place and words.gap(place - 1) == " " else None
    parent = _owner(owner.text) if owner else ""
    prefix, _, rest = key["key"].partition(" ")
    name = f"{prefix}-{rest}" if prefix in _PREFIX_KINDS and rest else key["key"]
    is_outside = parent and not is_of_itu(parent) and not name.startswith(parent)
    fields = {"key": f"{parent} {name}" if is_outside else name, "kind": kind, "alias": alias}
    begin = owner.start if owner and parent else start
    yield Name(begin, key.end(), "Group", {**fields, "parent": parent} if parent else fields)


def _owner(text: str) -> str:
    """The body that a word before a group's kind names: "ITU-T", "Council", "SATRC"."""
    if text in ("Council", "ITU"):
        return "ITU Council" if text == "Council" else "ITU"
    entry = load_gazetteer().find(("Organization", text))
    return text if entry and text.upper() == text else ""


def _joint_committees(text: str) -> Iterator[Name]:
    """As in "ISO/IEC JTC1 SC41", "ISO/IEC JTC 1/SC 29/WG 11 (MPEG)", and then "SC 29"."""
    subcommittees: dict[str, str] = {}
    for match in _JOINT_COMMITTEE.finditer(text):
        chain = _chain(match)
        if match["sub"]:
            subcommittees.setdefault(match["sub"], chain[1])
        yield _group(match.start(), match.end(), chain[-1], _kind(chain[-1]), chain[-2] if len(chain) > 1 else "")
        for name in _next_committees(text, match.end(), chain):
            subcommittees.setdefault(str(name.fields["key"]).rpartition(" ")[2], str(name.fields["key"]))
            yield name
    for match in _SUBCOMMITTEE.finditer(text):
        if head := subcommittees.get(match["number"]):
            chain = [head, f"{head}/WG {match['group']}"] if match["group"] else [head.rpartition("/")[0], head]
            yield _group(match.start(), match.end(), chain[-1], _kind(chain[-1]), chain[-2])


def _chain(match: re.Match[str]) -> list[str]:
    body = match["body"].replace(" TC", "/TC")
    chain = [f"ISO/IEC JTC {match['number']}" if body.endswith("JTC") else f"{body} {match['number']}"]
    for group, mark in (("sub", "SC"), ("group", "WG")):
        if match[group]:
            chain.append(f"{chain[-1]}/{mark} {match[group]}")
    return chain


def _kind(key: str) -> str:
    mark = key.rpartition("/")[2].split(" ")[0]
    return _KINDS.get(mark, "joint technical committee")


def _next_committees(text: str, end: int, chain: Sequence[str]) -> Iterator[Name]:
    """As in "ISO/IEC JTC 1/SC 27 and SC 42", "JTC 1/SC 29/WG 4, WG 5 and WG 7": the head is printed once."""
    mark = chain[-1].rpartition("/")[2].partition(" ")[0]
    while len(chain) > 1 and (following := _NEXT.match(text, end)) and following["mark"] == mark:
        end = following.end()
        key = f"{chain[-2]}/{mark} {following['number']}"
        yield _group(following.start("mark"), end, key, _kind(key), chain[-2])


def _parts_of_houses(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """As in "ETSI TC CYBER", "CCSA TC5/WG2", "CEPT ECC PT1": a committee of a body that is known."""
    for match in _PART_OF_HOUSE.finditer(text):
        house, start = match["house"], match.start()
        if gazetteer.find(("Organization", house)) is None or is_of_itu(house) or house in ("ISO", "IEC", "ISO/IEC"):
            continue
        key = _known_key(f"{house} {match['chain']}", gazetteer)
        yield _group(start, match.end(), key, _KINDS.get(match["chain"][:2].strip(), "group"), house)


def _known_key(key: str, gazetteer: Gazetteer) -> str:
    """The key under which a gazetteer has a group, by any of its names; "ETSI ISG NFV" is "ETSI NFV"."""
    forms = (key, key.replace(" ISG ", " "), re.sub(r"(?<=[A-Z])\s(?=\d)", "", key))
    found = (gazetteer.group_keys.get(form.casefold()) for form in forms)
    return next(filter(None, found), key)


def _foreign_study_groups(text: str) -> Iterator[Name]:
    """As in "JTC 1 Study Group 2", "Study Group 3 of CCIR": of another body, not of ITU."""
    for match in _FOREIGN_STUDY_GROUP.finditer(text):
        for house, start, end in (
            (match["before"], match.start(), match.end("number")),
            (match["after"], match.start() if not match["before"] else match.end("before") + 1, match.end()),
        ):
            if house and house in _houses():
                key = f"{'ISO/IEC ' if house.startswith('JTC') else ''}{house} Study Group {match['number']}"
                yield _group(start, end, key, "study group", _houses()[house])


@cache
def _houses() -> dict[str, str]:
    """Bodies outside ITU's present structure that have study groups too, by how texts write them."""
    acronyms = {"CCIR": "CCIR", "CCITT": "CCITT", "JTC 1": "ISO/IEC JTC 1", "ISO/IEC JTC 1": "ISO/IEC JTC 1"}
    entries = load_gazetteer().entries.values()
    outside = {item.key: item.key for item in entries if item.label == "Organization" and not is_of_itu(item.key)}
    return {**{key: value for key, value in outside.items() if key.upper() == key and " " not in key}, **acronyms}


def _groups_of_houses(words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """As in "IETF SFC", "IETF (CCAMP, PCE and MPLS WGs)"; only what is known or called a working group."""
    houses = _houses_with_groups(gazetteer)
    for index, word in enumerate(words.words):
        house, _, part = word.text.removesuffix("’s").removesuffix("'s").partition("/")
        if house not in houses:
            continue
        if part:
            known = gazetteer.find(("Group", f"{house} {part}"))
            if known:
                yield _group(word.start, word.end, known.key, "working group", house)
        elif words.gap(index) in (" ", " (", " (the "):
            yield from _listed_groups(words, index, house, gazetteer)


def _listed_groups(words: Words, index: int, house: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """The groups that are named behind their house."""
    position, start, found = index + 1, words.words[index].start, list[tuple[int, int, str, bool]]()
    while position < len(words.words):
        word = words.words[position]
        if word.text in ("the", "and", "TSG"):
            position += 1
            continue
        key = f"{house} {word.text}"
        known = gazetteer.find(("Group", key)) or gazetteer.find(("Group", key.upper()))
        if known is None and not (word.is_acronym and word.text[-1].isupper()):
            break
        found.append((start, word.end, known.key if known else key, known is not None))
        if words.gap(position) not in (" and ", ", ", " ", "/", ", and ", " & "):
            break
        if words.gap(position) == " " and words.words[position + 1].text not in ("and", "WG", "WGs"):
            break
        position += 1
        start = words.words[position].start if position < len(words.words) else 0
        start = (
            words.words[position + 1].start
            if position + 1 < len(words.words) and words.words[position].text == "and"
            else start
        )
    is_called = bool(found) and load_words("group_names", "words").opens(words.after(found[-1][1], 2)) > 0
    for begin, end, key, known_ in found:
        if not (known_ or is_called):
            return
        yield _group(begin, end, key, "working group", house)


@cache
def _houses_with_groups(gazetteer: Gazetteer) -> frozenset[str]:
    parents = {entry.parent for entry in gazetteer.entries.values() if entry.label == "Group"}
    return frozenset(key for key in parents if not is_of_itu(key) and gazetteer.find(("Organization", key)))


def _correspondence_groups(words: Words) -> Iterator[Name]:
    """As in "Correspondence Group 3", "Correspondence Group on IPv6 addressing": named by what they are."""
    for index, word in enumerate(words.words[:-2]):
        if word.text != "Correspondence" or words.words[index + 1].text != "Group":
            continue
        last = index + 2
        if words.words[last].text == "on":
            while last - index < 8 and words.gap(last) == " " and not _stops(words, last + 1):
                last += 1
        elif not words.words[last].text.isdigit():
            continue
        if words.words[last].text != "on":
            end = words.words[last].end
            yield _group(word.start, end, words.text[word.start : end], "correspondence group", "")


def _stops(words: Words, index: int) -> bool:
    return load_words("group_names", "stops").holds([words.words[index].text.casefold()])


def _parts_of_groups(text: str) -> Iterator[Name]:
    """As in "FG-ML5G WG1, WG2 and WG3", "Working Group 6 of FG-MV": working groups of a group of ITU."""
    for part in _PART.finditer(text):
        following = _OF.match(text, part.end())
        if following and (owner := _OWNER.match(text, following.end())):
            yield _part(part.start(), owner.end(), owner["owner"], part["number"])
    for owner in _OWNER.finditer(text):
        start, end = owner.start(), owner.end()
        while (glue := _GLUE.match(text, end)) and (next_part := _PART.match(text, glue.end())):
            yield _part(
                start if end == owner.end() else next_part.start(), next_part.end(), owner["owner"], next_part["number"]
            )
            end = next_part.end()


def _part(start: int, end: int, owner: str, number: str) -> Name:
    return _group(start, end, f"{owner} WG{number}", "working group", owner, of=owner)


def _numbered_working_groups(text: str) -> Iterator[Name]:
    """As in "five Working Groups: WG1 - Use Cases, …; WG2 - …": of the group that was named before."""
    for match in _NUMBERED.finditer(text):
        fields = {"key": "", "part": f"WG{match['number']}", "kind": "working group", "alias": match["title"].strip()}
        yield Name(match.start(), match.end(), "Group", fields)
