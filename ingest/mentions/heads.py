"""Names that no list holds, by the noun that heads them: "… Association (XYZ)", "Ministry of …", "the … Toolkit"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from netgov.ingest.lexicon.gazetteer import Gazetteer, load_gazetteer, read_table
from netgov.ingest.lexicon.phrases import load_words
from netgov.ingest.mentions.definitions import Definition, find_definitions, head_of, is_generic
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_BODIES = ("Organization", "Group", "Programme")


@dataclass(frozen=True)
class Head:
    """A noun that heads names, and what it `needs` to make one: an acronym, its company, "of", two words before it."""

    noun: str
    label: str
    kind: str
    needs: str


@cache
def load_heads() -> Mapping[str, Head]:
    """The heads of data/heads.csv by their noun; of two words by the last one, with the first before it."""
    return {row["head"]: Head(row["head"], row["label"], row["kind"], row["needs"]) for row in read_table("heads")}


def find_headed(words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """Every name that an acronym or its head makes sure, and weak ones that only their company will."""
    definitions = list(find_definitions(words))
    spans = set[tuple[int, int]]()
    acronyms: dict[str, Name] = {}
    for definition in definitions:
        for name in _defined(words, definition, gazetteer):
            spans.add((definition.first, definition.last))
            acronyms.setdefault(definition.acronym, name)
            yield name
    yield from _used(words, acronyms)
    for index in range(len(words.words)):
        if (head := _head_at(words, index)) and not any(first <= index <= last for first, last in spans):
            yield from _undefined(words, index, head, gazetteer)


def _head_at(words: Words, index: int) -> Head | None:
    """The head that ends with a word; "Task Force", "Chamber of Commerce" are longer ones."""
    for size in (3, 2, 1):
        part = words.words[max(0, index - size + 1) : index + 1]
        noun = " ".join(word.text for word in part)
        if len(part) == size and (head := load_heads().get(noun)):
            return head
    return None


def _defined(words: Words, definition: Definition, gazetteer: Gazetteer) -> Iterator[Name]:
    """The name with its acronym, which is its key."""
    start, end = definition.start, definition.end
    full = words.text[words.words[definition.first].start : words.words[definition.last].end]
    known = gazetteer.names.get(full.casefold())
    if known:
        if known.label in _BODIES:
            yield Name(start, end, known.label, {"key": known.key})
        return
    index = head_of(words, definition.first, definition.last)
    head = _head_at(words, index) or (None if _is_occasion(full) else _head_at(words, definition.last))
    if head is None or not _can_head(words, definition.first, head) or _is_known_later(words, definition, gazetteer):
        return
    if head.label != "Publication" and definition.acronym not in _series():
        yield Name(start, end, head.label, {"key": definition.acronym, **_fields(head, full)})


@cache
def _series() -> frozenset[str]:
    """What series of events are called, some of which a head would take for a body: "… Policy Forum (WTPF)"."""
    rows = read_table("event_series")
    return frozenset(name for row in rows for name in (row["key"], row["name"], *row["aliases"].split("|")) if name)


def _fields(head: Head, full: str) -> dict[str, str]:
    named = "full_name" if head.label in ("Organization", "Group") else "alias"
    return {named: full, "kind": head.kind}


def _can_head(words: Words, first: int, head: Head) -> bool:
    """Whether what a name opens with is none of ITU's own."""
    return head.needs == "of" or not load_words("names", "of_itu").holds([words.words[first].text.casefold()])


def _is_known_later(words: Words, definition: Definition, gazetteer: Gazetteer) -> bool:
    """Whether a gazetteer knows the end of a name, which stands for itself: "Ethiopia Internet Society"."""
    starts = (words.words[first].start for first in range(definition.first + 1, definition.last))
    end = words.words[definition.last].end
    found = (gazetteer.names.get(words.text[start:end].casefold()) for start in starts)
    return any(entry and entry.label in _BODIES for entry in found)


def _used(words: Words, acronyms: Mapping[str, Name]) -> Iterator[Name]:
    """Each later use of an acronym that was defined."""
    for word in words.words:
        name = acronyms.get(word.text)
        if name and word.start >= name.end:
            yield Name(word.start, word.end, name.label, name.fields)


def _undefined(words: Words, index: int, head: Head, gazetteer: Gazetteer) -> Iterator[Name]:
    """A name without an acronym."""
    if head.needs == "acronym":
        return
    size = len(head.noun.split())
    first = words.leading(index - size + 1)
    if first == index and index and head.kind == "company" and words.gap(index - 1) in (", ", "., "):
        first = words.leading(index - 1)  # "Tokyo Gas Co., Ltd."
    last = _tail(words, index, first < index - size + 1, head)
    start, end = words.words[first].start, words.words[last].end
    name = words.text[start:end]
    if last == index and words.gap(index) == " " and words.words[index + 1].is_capital:
        return
    is_long_enough = _is_long_enough(words, first, index - size + 1, last, head)
    if not is_long_enough or not _can_head(words, first, head) or _is_occasion(name):
        return
    known = name.casefold() in gazetteer.names
    if not known and not _is_known_later(words, Definition("", first, last, start, end), gazetteer):
        weak = {"weak": True} if head.needs in ("company", "weak") else {}
        yield Name(start, end, head.label, {"key": name, "kind": head.kind, **weak})


def _tail(words: Words, index: int, has_lead: bool, head: Head) -> int:
    """The last word of a name behind its head: "… of Communications and Works"; only where "of" follows."""
    if words.gap(index) != " " or words.words[index + 1].text not in ("of", "for", "de", "des", "du", "da", "do"):
        return index
    if head.needs != "of" and (has_lead or head.label != "Organization") and words.words[index + 1].text == "for":
        return index
    if head.needs in ("company", "weak", "text", "place", "treaty"):
        return index
    last = _before_next_head(words, index, words.trailing(index))
    return last if last > index + 1 else index


def _before_next_head(words: Words, index: int, last: int) -> int:
    """As in "Ministry of Health and University of Oslo": what "and" joins is another name where it has a head."""
    joined: int | None = None
    for place in range(index + 1, min(last + 2, len(words.words))):
        text = words.words[place].text
        if text in ("and", "&"):
            joined = place
        elif joined is not None and (text == "the" or _head_at(words, place)):
            return joined - 1
    rest = words.text[words.words[joined + 1].start : words.words[last].end] if joined and joined < last else ""
    return joined - 1 if joined and rest.casefold() in load_gazetteer().names else last


def _is_long_enough(words: Words, first: int, head: int, last: int, header: Head) -> bool:
    """Whether enough is said to tell one from all others."""
    before = [word for word in words.words[first:head] if not word.is_small]
    if header.needs == "of":
        return last > head or bool(before)
    if header.label == "Publication":
        return _is_title(words, first, head, header)
    if header.label == "Group":
        return len(before) > 1 and not is_generic(words, first, head)
    return (bool(before) and not is_generic(words, first, head)) or (last > head and not header.needs)


def _is_title(words: Words, first: int, head: int, header: Head) -> bool:
    """As in "the Inclusive Connectivity Toolkit", "the Waigani Convention"; no one knows which "Final Toolkit" is."""
    before = [word.text for word in words.words[first:head] if not word.is_small]
    place = " ".join(before)
    if header.needs == "treaty":
        return len(before) == 1 or place in _places()
    if header.needs == "place":
        return len(before) <= 3 and place in _places()
    generic = load_words("names", "generic")
    distinct = [word for word in before if not generic.holds([word.casefold()])]
    return len(distinct) > 1 or (
        bool(distinct) and (not header.needs or (distinct[0].isupper() and len(distinct[0]) > 2))
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(row["name"] for table in ("cities", "countries") for row in read_table(table))


def _is_occasion(name: str) -> bool:
    return any(load_words("names", "occasions").holds([word.casefold()]) for word in name.split())


def find_national(words: Words) -> Iterator[Name]:
    """As in "Statistics Finland", "Vodafone Ghana": an office or a company of a country, and not the country."""
    firms = load_words("names", "national")
    for index, word in enumerate(words.words[:-1]):
        if word.is_capital and firms.holds([word.text.casefold()]) and words.gap(index) == " ":
            for last in (index + 2, index + 1):
                country = words.text[words.words[index + 1].start : words.words[min(last, len(words.words) - 1)].end]
                if country in _countries():
                    end = words.words[index + 1].start + len(country)
                    yield Name(word.start, end, "Organization", {"key": words.text[word.start : end]})
                    break


def find_national_forums(words: Words) -> Iterator[Name]:
    """As in "Kenya IGF", "Nigeria Internet Governance Forum": a body that stands; with its year it is an event."""
    for index, word in enumerate(words.words):
        name = words.text[words.words[max(0, index - 2)].start : word.end]
        size = 1 if word.text == "IGF" else 3 if name == "Internet Governance Forum" else 0
        first = words.leading(index - size + 1) if size else index
        opening = words.words[first].text.casefold()
        is_led = size and first < index - size + 1 and not load_words("names", "generic").holds([opening])
        if is_led and not any(map(str.isdigit, words.after(word.end, 1))):
            start = words.words[first].start
            yield Name(start, word.end, "Organization", {"key": words.text[start : word.end], "kind": "forum"})


def find_bodies_of_countries(words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """As in "ARCEP of Togo", "TRA (Oman)", "the UAE’s TRA": which of those that share an acronym is meant."""
    shared = _shared_acronyms(gazetteer)
    for index, word in enumerate(words.words):
        for country, key in shared.get(word.text, {}).items():
            before = words.text[max(0, word.start - len(country) - 3) : word.start]
            after = words.text[word.end : word.end + len(country) + 9]
            led = any(after.startswith(f"{link}{country}") for link in (" of ", " of the ", ", ", " (", " in ", "/"))
            if led or before.endswith((f"{country} ", f"{country}’s ", f"{country}'s ")):
                yield Name(word.start, words.words[index].end, "Organization", {"key": key})


@cache
def _shared_acronyms(gazetteer: Gazetteer) -> dict[str, dict[str, str]]:
    """Acronym → country → key, of the keys that have a country in brackets behind: "TRA (Oman)"."""
    found: dict[str, dict[str, str]] = {}
    for entry in gazetteer.entries.values():
        acronym, _, country = entry.key.partition(" (")
        if entry.label == "Organization" and country.endswith(")") and acronym.isupper():
            found.setdefault(acronym, {})[country.rstrip(")")] = entry.key
    return found


@cache
def _countries() -> frozenset[str]:
    rows = read_table("countries")
    return frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")) if len(name) > 3)


def find_demonyms(words: Words) -> Iterator[Name]:
    """ "the Brazilian contribution": the country, where it is one that acts and not a language."""
    nouns, countries = load_words("names", "demonym_nouns"), _countries_by_demonym()
    for index, word in enumerate(words.words[:-1]):
        start = words.words[index - 1].start if index and words.gap(index - 1) == " " else word.start
        long = words.text[start : word.end]
        if (key := countries.get(long) or countries.get(word.text)) and words.gap(index) == " ":
            following = words.words[index + 1]
            if nouns.holds([following.text.casefold()]) or following.text.isupper():
                yield Name(start if long in countries else word.start, word.end, "Country", {"key": key})


@cache
def _countries_by_demonym() -> dict[str, str]:
    return {name: row["key"] for row in read_table("demonyms") for name in row["aliases"].split("|") if name}
