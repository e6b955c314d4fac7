"""What the naming of an event says by itself: whose it is, and where it was held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import EventDetails, Mention

_OF = frozenset(["the", "of", "from", "by", "government", "administration", "its"])
_ATTENDED = frozenset(["attend", "attended", "participate", "participated", "visited"])


def read_events(marked: MarkedReport) -> Iterator[Claim]:
    """ORGANIZED by the body whose event it is, HELD_IN its places, PART_OF from a city to the country behind it.

    Who else organized or hosted it is for the verbs of the sentence to say.
    """
    seen: set[str] = set()
    for sentence in marked.sentences:
        for item in sentence.mentions:
            if item.event:
                yield from _read_event(sentence, item, item.event)
        for city, country in _cities(sentence):
            if city.key not in seen:
                seen.add(city.key)
                quote = sentence.start, sentence.end
                yield Claim("PART_OF", city.ref, country.ref, quote, "read_places", _span(city), _span(country))


def _read_event(sentence: Sentence, event: Mention, details: EventDetails) -> Iterator[Claim]:
    quote, status = (sentence.start, sentence.end), "planned" if details.planned else ""
    if details.organizer:
        source_at = next((_span(item) for item in sentence.mentions if item.ref == details.organizer), None)
        yield Claim(
            "ORGANIZED", details.organizer, event.ref, quote, "read_events", source_at, _span(event), status=status
        )
    for place in details.places:
        target_at = next((_span(item) for item in sentence.mentions if item.ref == place), None)
        yield Claim("HELD_IN", event.ref, place, quote, "read_events", _span(event), target_at)


def read_invitations(marked: MarkedReport) -> Iterator[Claim]:
    """ORGANIZED by who invited, as in "was held in Lima at the invitation of Chile", where the event has a place."""
    for sentence in marked.sentences:
        events = [
            item for item in sentence.of("Event") if item.event and item.event.places and not item.event.is_denied
        ]
        words = set(words_of(sentence.text))
        if (
            len(events) != 1
            or not any(load_words("front", "held").holds([word]) for word in words)
            or words & _ATTENDED
        ):
            continue
        for host in sentence.of("Organization", "Country"):
            if _is_inviter(sentence, host):
                quote = sentence.start, sentence.end
                yield Claim("ORGANIZED", host.ref, events[0].ref, quote, "invitation", _span(host), _span(events[0]))


def _is_inviter(sentence: Sentence, host: Mention) -> bool:
    """Whether "at the invitation of" stands before a body, or before its government."""
    before = words_of(sentence.between(sentence.start, host.start))
    while before and before[-1] in _OF:
        before.pop()
    after = sentence.between(host.end, sentence.end).split()[:2]
    goes_on = after[:1] in (["and"], ["of"], ["for"]) and after[-1][:1].isupper()  # the name is longer than was known
    return before[-1:] == ["invitation"] and not goes_on


def _cities(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """As in "Geneva, Switzerland", "Zürich (Switzerland)": a city with the country that is printed behind it."""
    located = sentence.of("Place", "Country")
    for city, country in pairwise(located):
        between = sentence.between(city.end, country.start)
        is_its = city.key.endswith(f", {country.key}")
        if city.label == "Place" and country.label == "Country" and is_its and between in (", ", " ("):
            yield city, country


def _span(item: Mention) -> tuple[int, int]:
    return item.start, item.end
