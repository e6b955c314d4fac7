"""Names that only the company they keep makes sure: weak names, unknown acronyms in lists of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.graph.keys import is_of_itu
from netgov.ingest.lexicon.offices import find_offices
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_BODIES = frozenset(["Organization", "Group", "StudyGroup"])
_NAMED_TWICE = _BODIES | {"Programme"}
_LIST = re.compile(r"\s?(?:,|;|/|,?\s(?:and|or|&))\s?(?:the\s|with\s)*")
"""What parts the members of a list of bodies."""
_UNKNOWN = re.compile(r"(?:,\s|/|\sand\s)(?P<name>[A-Z][A-Za-z\d&-]*[A-Z\d][A-Za-z\d]*)(?=,|/|\sand\s|;|\.?\s?$)")
"""An acronym by its form, between the marks of a list."""
_ONLY_NAMES = re.compile(r"(?:(?:,\s|/|,?\sand\s)[\w&-]+)+(?:,\s?(?:and\s)?|/|,?\sand\s)")
_BRACKET = re.compile(r"\s?\((?:the\s)?")
_REACH = 3000
"""How far before a name its house is looked for, within the sentence."""
_CONSTITUENCIES = frozenset(["ITU Member States", "ITU Sector Members"])


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


def settle(candidates: Sequence[Name], words: Words) -> Iterator[Name]:
    """Keep a weak name where its company supports it, and take an unknown acronym between bodies for one."""
    itu_text = any(is_of_itu(str(item.fields.get("key", ""))) or item.fields.get("sector") for item in candidates)
    for index, item in enumerate(candidates):
        before = candidates[index - 1] if index else None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        if _is_no_actor(item, words):
            continue
        if before and before.label in _BODIES and item.label in _BODIES:
            yield from _unknown_between(before, item, words.text)
        if not item.fields.get("weak") or _is_supported(item, before, after, words, itu_text):
            yield item


def merge_ambiguous(named: Sequence[Name], text: str) -> Iterator[Name]:
    """As in "TRA": of several bodies with one acronym none is meant, unless the text names one of them in full."""
    keys: dict[tuple[int, int], set[str]] = {}
    for item in named:
        if item.label == "Organization" and item.fields.get("weak") and not item.fields.get("parent"):
            keys.setdefault((item.start, item.end), set()).add(str(item.fields["key"]))
    sure = {str(item.fields.get("key")) for item in named if not item.fields.get("weak")}
    for item in named:
        shared = keys.get((item.start, item.end), set())
        if len(shared) > 1 and item.label == "Organization" and item.fields.get("weak"):
            meant = shared & sure
            key = meant.pop() if len(meant) == 1 else text[item.start : item.end]
            item = replace(item, fields={"key": key, "weak": True})
        yield item


def _is_no_actor(item: Name, words: Words) -> bool:
    """As in "United Nations General Assembly Resolution 70/1", "at the request of two Member States"."""
    key = item.fields.get("key")
    before = words.before(item.start, 2)
    if key == "UNGA":
        return words.after(item.end, 2)[:1] in (["resolution"], ["resolutions"])
    if key == "ITU Secretary-General":
        return bool(load_words("company", "other_heads").closes(before))
    counted = load_words("company", "counts").closes(before) or (before and before[-1].isdigit())
    return key in _CONSTITUENCIES and bool(counted)


def _is_supported(item: Name, before: Name | None, after: Name | None, words: Words, itu_text: bool) -> bool:
    parent, text = str(item.fields.get("parent", "")), words.text
    if is_of_itu(parent):
        return itu_text and not _has_other_sense(item, words)
    if item.label == "Organization" and parent:
        floor = max(0, item.start - _REACH)
        start = max(text.rfind(mark, floor, item.start) for mark in (". ", "\n"))
        is_phrase = " " in text[item.start : item.end]  # "the General Assembly requested"; no acronym of many meanings
        if is_phrase and _acts_or_is_partner(item, words):
            return True
        return parent.casefold() in words_of(text[start + 1 : item.start].replace("/", " "))
    if item.label == "Group" and parent:
        is_called_group = words.after(item.end, 1) in (["wg"], ["wgs"], ["working"])
        return parent in text and (is_called_group or _has_office(item, text))
    if item.label not in ("Organization", "Group"):
        return False
    acts = _acts_or_is_partner(item, words) or _has_office(item, text) or _is_of_person(item, before, text)
    return acts or _fills_cell(item, text) or _is_listed(item, before, after, text)


def _has_other_sense(item: Name, words: Words) -> bool:
    """As in "Council Working Group", "Council of Europe": a word of ITU's own with another meaning."""
    after = words.after(item.end, 3)
    follows = words.text[item.end : item.end + 1] == " "
    if after[:1] == ["of"] and follows:
        rest = after[2:] if after[1:2] == ["the"] else after[1:2]
        start = words.at(item.end) + (2 if after[1:2] == ["the"] else 1)
        return rest[:1] not in (["itu"], ["union"]) and words.words[start].is_capital
    other = load_words("company", "other_senses")
    return follows and bool(after) and (other.holds(after[:1]) or after[0][0].isdigit())


def _acts_or_is_partner(item: Name, words: Words) -> bool:
    """As in "NSCP also hosted …", "jointly with the NSCP"."""
    before = words.before(item.start, 4)
    before = before[:-1] if before[-1:] == ["the"] else before
    after = words.after(item.end, 4) if words.text[item.end : item.end + 1] == " " else []
    helpers = load_words("company", "helpers")
    while after and helpers.holds(after[:1]):
        after = after[1:]
    if load_words("company", "acts").opens(after) or load_words("company", "partners").closes(before):
        return True
    return before[-1:] in (["with"], ["to"], ["from"]) and load_words("company", "ties").occurs(before)


def _fills_cell(item: Name, text: str) -> bool:
    """Whether it begins a cell of a row, and ends it or goes on with a country: "Orange (France)"."""
    opens = item.start > 0 and text[item.start - 1] == "\t"
    return opens and (text[item.end : item.end + 1] in ("\t", ",", ";") or text[item.end : item.end + 2] == " (")


def _is_listed(item: Name, before: Name | None, after: Name | None, text: str) -> bool:
    gaps = [(before.end, item.start) for _ in [0] if before and before.label in _BODIES]
    gaps += [(item.end, after.start) for _ in [0] if after and after.label in _BODIES]
    return any(_LIST.fullmatch(text, start, end) for start, end in gaps)


def _is_of_person(item: Name, before: Name | None, text: str) -> bool:
    """As in "Ms Ada Quell (Orange)": where a person comes from."""
    return before is not None and before.label == "Person" and text[before.end : item.start] == " ("


def _has_office(item: Name, text: str) -> bool:
    """As in "Governor of CST", "CST Governor"."""
    floor = max(0, item.start - 40)
    before = [office.end for office in find_offices(text, floor, item.start)]
    of = bool(before) and text[before[-1] : item.start] in (" of ", " of the ", " at ", " at the ")
    return of or any(office.start == item.end + 1 for office in find_offices(text, item.end, item.end + 30))


def _unknown_between(before: Name, item: Name, text: str) -> Iterator[Name]:
    """As in "ETSI MEC, ECC, IIC, oneM2M": what stands between two bodies of a list is a body."""
    gap = text[before.end : item.start]
    if len(gap) > 60 or not _ONLY_NAMES.fullmatch(gap):
        return
    for match in _UNKNOWN.finditer(gap):
        start, end = before.end + match.start("name"), before.end + match.end("name")
        yield Name(start, end, "Organization", {"key": match["name"]})


def find_unknown_subjects(words: Words, taken: Sequence[Name]) -> Iterator[Name]:
    """Acronyms that act and that no one knows: "NSCP liaised with IETF". They are subjects, though no one's node."""
    starts = {item.start for item in taken}
    for index, word in enumerate(words.words[:-1]):
        is_name = word.is_acronym and word.text.isupper() and word.start not in starts
        if is_name and words.gap(index) == " " and words.words[index + 1].text.islower():
            name = Name(word.start, word.end, "Organization", {"key": word.text, "weak": True})
            if _acts_or_is_partner(name, words):
                yield name
