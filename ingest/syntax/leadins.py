"""A lead-in and its item as one sentence: "ITU-T SG15 liaised with:" over "MEF on service OAM"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.syntax.phrases import singular
from netgov.ingest.syntax.standins import TEXTS, Word

END_MARKS = frozenset([":", "-", "–", "—", "."])
LINKS = frozenset(["is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "shall"])
BODIES = frozenset(["StudyGroup", "Group", "Organization", "Programme"])
GLUE = frozenset([",", "and", "or", "/", "&", ";"])


def complete(lead: Sequence[Word], item: Sequence[Word], triggers: frozenset[str]) -> list[Word] | None:
    """The words of the sentence that a lead-in makes with an item; None where it does not go on with it."""
    lead = _without_end(lead)
    if not lead or not item:
        return None
    first = lead[0].text.casefold()
    if first.endswith("ed") and first in triggers and any(word.text.casefold() == "by" for word in lead[1:]):
        names = _names(item)  # "Consented by ITU-T SG15: G.7702 and G.7703"
        were = replace(lead[0], text="were")
        return [*_as_list(names), were, replace(lead[0], text=first), *lead[1:]] if names else None
    start = _following(lead)
    if start is not None:
        return _in_place(lead, start, item, triggers) or None
    last = lead[-1].text.casefold()
    if last in LINKS:
        return None if item[0].mentions else [*lead, *item]
    if last in word_set("prepositions") or (last.endswith("ed") and last in triggers):
        return [*lead, *item]
    if not any(word.text.casefold() in triggers for word in lead) and item[0].text.casefold() in triggers:
        is_body = bool(lead[-1].mentions) and lead[-1].mentions[0].label in BODIES
        return [*lead, *item] if is_body and not item[0].text.casefold().endswith("ing") else None
    return None


def _without_end(words: Sequence[Word]) -> list[Word]:
    found = list(words)
    while found and found[-1].text in END_MARKS:
        found.pop()
    return found


def _following(lead: Sequence[Word]) -> int | None:
    """Where "the following …" starts, or "as follows"."""
    for index, word in enumerate(lead):
        text = word.text.casefold()
        if text == "following":
            return index - 1 if index and lead[index - 1].text.casefold() in ("the", "of") else index
        if text == "follows" and index and lead[index - 1].text.casefold() == "as":
            return index - 1
    return _counted(lead)


def _counted(lead: Sequence[Word]) -> int | None:
    """Where a count of texts or bodies at the end starts: "approved seven Recommendations"."""
    end = len(lead) - 1
    while end and not lead[end].mentions and singular(lead[end].text.casefold()) not in word_set("transparent"):
        end -= 1
    tail = lead[end + 1 :]
    if lead[end].mentions or not end or (tail and tail[0].text.casefold() not in word_set("prepositions")):
        return None
    if any(word.mentions for word in tail):
        return None
    start = end
    while start and not lead[start - 1].mentions and _qualifies(lead[start - 1].text.casefold()):
        start -= 1
    return start if start else None


def _qualifies(word: str) -> bool:
    return word.isdigit() or word in word_set("kinds of text") or word in word_set("counts")


def _in_place(lead: Sequence[Word], start: int, item: Sequence[Word], triggers: frozenset[str]) -> list[Word]:
    """The item in the place of "the following texts": whole at the end of the lead-in, its names in the middle.

    Nothing where the item is a clause of its own.
    """
    stop = start + 1
    while stop < len(lead) and not _ends_phrase(lead[stop], triggers):
        stop += 1
    rest = lead[stop:]
    if rest and (any(word.mentions for word in rest) or not _is_preposition(rest[0])):
        return [*lead[:start], *_names(item), *rest]
    named = _object(item, triggers)
    if start and _is_preposition(lead[start - 1]) and _is_preposition(item[0]):
        start -= 1  # "work on two texts: on A, and on B"
    return [*lead[:start], *named] if named else []


def _is_preposition(word: Word) -> bool:
    return word.text.casefold() in word_set("prepositions")


def _object(item: Sequence[Word], triggers: frozenset[str]) -> list[Word]:
    """The item as an object: whole, but without a sentence that goes on about its name ("Y.2304 “…” specifies …").

    Nothing where the item is a clause of its own: "SG16 completed its texts: SG16 consented …".
    """
    names = _names(item)
    if names and names[0].mentions[0].label not in TEXTS and item.index(names[-1]) + 1 < len(item):
        following = item[item.index(names[-1]) + 1].text.casefold()
        if following in triggers or following in LINKS:
            return []
    after = item[item.index(names[-1]) + 1 :] if names else []
    goes_on = after and after[0].text.casefold() not in word_set("prepositions") | GLUE | END_MARKS
    return [*_as_list(names), *(() if goes_on else after)] if names and item[0] == names[0] else list(item)


def _as_list(names: Sequence[Word]) -> Iterator[Word]:
    """The names as "A, B and C", however they are printed: semicolons may seem to end a clause."""
    for word in names:
        yield replace(word, text=",") if word.text == ";" else word


def _ends_phrase(word: Word, triggers: frozenset[str]) -> bool:
    text = word.text.casefold()
    return (
        text in LINKS
        or (text in triggers and text.endswith(("ed", "d", "t")))
        or text in word_set("prepositions") - {"of"}
    )


def _names(item: Sequence[Word]) -> list[Word]:
    """The names that an item opens with: "G.8112 and G.8121, which …" has two."""
    found: list[Word] = []
    for word in item:
        if word.mentions or (found and word.text.casefold() in GLUE):
            found.append(word)
        elif found:
            break
    while found and not found[-1].mentions:
        found.pop()
    return found
