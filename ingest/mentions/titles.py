"""Texts and programmes that only a title in quotation marks names: "two draft Recommendations: on “…”, and on “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netgov.ingest.lexicon.phrases import Words as Phrases
from netgov.ingest.lexicon.phrases import load_words
from netgov.ingest.mentions.identifiers.recommendations import recommendation_at
from netgov.ingest.mentions.identifiers.standards import standard_at
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_TITLE = re.compile(
    r"""(?:[“"„]|(?<=\s)”)(?P<title>[^“”"„\n]{3,300}?)             # an opening mark, and what is quoted
    (?:[,.]?(?:[”"]|“(?!\w))                                       # its closing mark
    |(?=\.\s[A-Z][^“”"„\n]{0,300}(?:[“„]\w|\n|$)))                 # or the end of the sentence, where it is missing""",
    re.VERBOSE,
)
_GLUE = re.compile(r"\s?[,;]?\s?(?:(?:and|as\swell\sas|also)\s)*(?:on\s)?(?:(?:the|a|an)\s)?")
_QUESTION = re.compile(r"\b(?P<number>\d{1,2}/\d{1,2})[:,]?\s?$")
_KINDS = ("roadmap", "report", "toolkit", "handbook", "guidelines", "guideline", "compendium", "manual", "yearbook",
    "guide", "white paper", "playbook", "glossary", "factbook", "outlook", "guidebook", "monitor")  # fmt: skip
_BRACKET = re.compile(r"\s?\((?:Document\s)?")
_REACH = 24
"""Within how many words before a title the noun can stand that says what it is of."""


@dataclass(frozen=True)
class _Noun:
    """What a title is of: a `label`, the noun in the singular, and where the naming starts."""

    label: str
    noun: str
    start: int


def find_titles(words: Words) -> Iterator[Name]:
    """Every text or programme that a title names, where a noun, a verb or the title itself says that it is one."""
    text, reached = words.text, -1
    before: _Noun | None = None
    for match in _TITLE.finditer(text):
        noun = _noun_before(words, match.start()) or _noun_behind(words, match)
        listed = before if before and (glue := _GLUE.match(text, reached)) and glue.end() == match.start() else None
        noun = noun or (_Noun(listed.label, listed.noun, match.start()) if listed else None)
        noun = noun or _of_verb(words, match) or _of_title(words, match)
        before, reached = noun, match.end()
        if noun:
            yield _identified(text, _name(noun, match, words))


def _noun_before(words: Words, start: int) -> _Noun | None:
    """As in "a technical report on “…”", "draft Recommendations for the sea, now entitled “…”"."""
    index = words.at(start)
    floor = max(words.text.rfind(mark, max(0, start - 400), start) for mark in (". ", "\n", "; ", "”"))
    lead = [word for word in words.words[max(0, index - _REACH) : index] if word.start > floor]
    before = [word.text.casefold() for word in lead]
    named, leads = load_words("texts", "named"), load_words("texts", "leads")
    is_named = named.closes(before) > 0
    kinds = (("Recommendation", "recommendations"), ("Publication", "nouns"), ("Programme", "programmes"))
    for place in range(len(before), 0, -1):
        for label, name in kinds:
            if size := load_words("texts", name).closes(before[:place]):
                if before[place - size - 1 : place - size] == ["series"] and label == "Recommendation":
                    return None
                is_clear = is_named or label != "Programme" or before[place:][-1:] in ([], ["on"])
                noun = " ".join(before[place - size : place])
                return _Noun(label, noun, lead[place - size].start) if is_clear else None
        is_lead = (
            leads.holds(before[place - 1 : place]) or before[place - 1].removeprefix("sg").replace("/", "").isdigit()
        )
        if not (is_named or is_lead or _is_on_programme(before)):
            return None
    return None


def _is_on_programme(before: list[str]) -> bool:
    """As in "a programme to train engineers on “…”"; the workshop of a programme has a title of its own."""
    nouns, things = load_words("texts", "programmes"), load_words("texts", "things")
    named = [word for word in before if things.holds([word])]
    return before[-1:] == ["on"] and bool(named) and nouns.holds(named[-1:])


def _noun_behind(words: Words, title: re.Match[str]) -> _Noun | None:
    """As in "“Seas of data”, a handbook", "“Giga” project"."""
    after = words.after(title.end(), 6)
    gap = words.text[title.end() : title.end() + 2]
    if gap == ", " and after[:1] in (["a"], ["an"], ["its"], ["their"]):
        for place in range(1, len(after)):
            for label, name in (("Recommendation", "recommendations"), ("Publication", "nouns")):
                if size := load_words("texts", name).opens(after[place:]):
                    return _Noun(label, " ".join(after[place : place + size]), title.start())
            if after[place] in ("on", "for", "of", "in", "to", "with", "by"):
                break
    return None


def _of_verb(words: Words, title: re.Match[str]) -> _Noun | None:
    """As in "maintains the “AI roadmap”", "started work on “Cables”"."""
    end = title.start()
    if words.text[:end].endswith(", "):  # "published, together with UNICEF, “…”"
        end = max(0, words.text.rfind(", ", max(0, end - 300), end - 2)) + 2
    elif not words.text[max(0, end - 2) : end - 1].isalpha():
        return None
    if _is_thing(words, title):
        return None
    before = _without(words.before(end, 9), load_words("texts", "determiners"))
    if load_words("texts", "begun").closes(before):
        return _Noun("Recommendation", "recommendation", title.start())
    return (
        _Noun("Publication", "publication", title.start()) if load_words("texts", "published").closes(before) else None
    )


def _without(before: list[str], skipped: Phrases) -> list[str]:
    while before and skipped.holds(before[-1:]):
        before = before[:-1]
    return before


def _of_title(words: Words, title: re.Match[str]) -> _Noun | None:
    """As in "The “Broadband Report 2023” was published": its own last or first word says what it is."""
    before = words.text[max(0, title.start() - 12) : title.start()]
    opens = not before.strip() or before[-1] in "\n\0" or before.endswith(". ")
    stands = opens or load_words("texts", "determiners").closes(before.casefold().split()[-1:])
    kind = _kind_in(title["title"])
    return _Noun("Publication", kind, title.start()) if stands and kind and not _is_thing(words, title) else None


def _kind_in(title: str) -> str:
    plain = title.casefold().strip(" ,.;").split()
    plain = plain[:-1] if plain and plain[-1][:2] in ("19", "20") and plain[-1].isdigit() else plain
    opening = plain[1:3] if plain[:1] == ["the"] else plain[:2]
    ends = (kind for kind in _KINDS if len(plain) > 1 and " ".join(plain[-2:]).endswith(kind))
    if "declaration" in plain[1:]:
        return "declaration"
    return next(ends, next((kind for kind in _KINDS if opening[:1] == [kind] and opening[1:] != []), ""))


def _is_thing(words: Words, title: re.Match[str]) -> bool:
    """Whether a noun behind the title says that it is no text: "the “Smart seas” workshop"."""
    return bool(load_words("texts", "things").holds(words.after(title.end(), 1)))


def _name(noun: _Noun, title: re.Match[str], words: Words) -> Name:
    name = title["title"].strip(" ,.;")
    single = noun.noun if noun.noun.endswith("ies") else noun.noun.removesuffix("s")
    if noun.label == "Recommendation":
        kind = "supplement" if single == "supplement" else "recommendation"
        fields = {"key": f"draft: {name}", "kind": kind, "title": name, "draft": True}
        return Name(noun.start, title.end(), "Recommendation", fields)
    if noun.label == "Programme":
        return Name(title.start(), title.end(), "Programme", {"key": name, "kind": "project"})
    question = _QUESTION.search(words.text, max(0, title.start() - 12), title.start())
    if question and "question" in words.before(title.start(), 8):
        fields = {"key": name, "title": name, "kind": "study-question report", "question": question["number"]}
        return Name(title.start(), title.end(), "Publication", fields)
    kind = "study-question report" if single == "final report" else single
    kind = _kind_in(name) if single == "publication" and _kind_in(name) else kind
    return Name(noun.start, title.end(), "Publication", {"key": name, "title": name, "kind": kind})


def _identified(text: str, candidate: Name) -> Name:
    """As in "APT Report on “Reuse …” (APT/ASTAP/REPT-58)": the identifier in parentheses names the text."""
    opening = _BRACKET.match(text, candidate.end)
    if opening is None or "title" not in candidate.fields:
        return candidate
    title, start, end = candidate.fields["title"], candidate.start, candidate.end
    if (standard := standard_at(text, opening.end())) and text.startswith(")", standard.extent):
        fields = {"key": standard.key, "kind": standard.kind, "edition": standard.edition, "title": title}
        return Name(start, end, "Publication", fields, standard.extent + 1)
    if (found := recommendation_at(text, opening.end())) and text.startswith(")", found[2]):
        name, printed, reach = found
        return Name(start, end, "Recommendation", {"name": name, "printed": printed, "title": title}, reach + 1)
    return candidate


def find_plain_titles(words: Words) -> Iterator[Name]:
    """As in "the following deliverables: Reference Model of … and Guide to …", without quotation marks."""
    for index, word in enumerate(words.words):
        lead = [item.text.casefold() for item in words.words[max(0, index - 4) : index + 1]]
        if words.gap(index) != ": " or "following" not in lead:
            continue
        for label, name in (("Recommendation", "recommendations"), ("Publication", "nouns")):
            if load_words("texts", name).occurs(lead):
                noun = next(item for item in lead[::-1] if load_words("texts", name).closes([item]))
                yield from _plain(words.text, word.end + 2, _Noun(label, noun, word.end + 2), words)


def find_reports_on(words: Words) -> Iterator[Name]:
    """As in "a technical report on the Economic impact of cables", without quotation marks."""
    nouns, text = load_words("texts", "nouns"), words.text
    for index, word in enumerate(words.words[1:-2], 1):
        lead = [item.text.casefold() for item in words.words[index - 1 : index + 1]]
        if words.after(word.end, 1) != ["on"] or nouns.closes(lead) != 2 or lead[-1].endswith("s"):
            continue
        first = index + 3 if words.words[index + 2].text == "the" else index + 2
        places = (text.find(mark, word.end, word.end + 160) for mark in ',.;:()“\n"')
        stop = min((place for place in places if place >= 0), default=word.end)
        title = text[words.words[first].start : stop].strip() if first < len(words.words) else ""
        if 5 < len(title) < 120 and title[0].isupper():
            fields = {"key": title, "title": title, "kind": " ".join(lead)}
            yield Name(words.words[index - 1].start, stop, "Publication", fields)


def _plain(text: str, start: int, noun: _Noun, words: Words) -> Iterator[Name]:
    """The members of such a list; what is quoted in it is named by its marks."""
    stops = [place for mark in (". ", "\n", ".\n") if (place := text.find(mark, start, start + 2000)) >= 0]
    stop = min(stops, default=len(text.rstrip(".")))
    if "“" in text[start:stop] or '"' in text[start:stop]:
        return
    for part in re.split(r"\s?;\s(?:and\s)?|,?\sand\s(?=[A-Z])", text[start:stop]):
        place = text.index(part, start)
        title = re.fullmatch(r"(?P<title>[A-Z].{11,199}?)\.?", part)
        if title and len(part.split()) > 2:
            name = _name(noun, title, words)
            yield Name(place, place + len(part), name.label, name.fields)
        start = place + len(part)
