"""Events: who organized them, who took part, where they were held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import BODIES, Found, Reading, Sentence

_ORGANIZED_BY = re.compile(
    r"\b(?:co-?)?(?:organi[sz]ed|hosted|convened)\s(?:jointly\s)?by\s(?:the\s)?(?:[Gg]overnments?\sof\s(?:the\s)?)?$"
)
_CO_ORGANIZED_WITH = re.compile(
    r"\b(?:co-?(?:organi[sz]ed|hosted)|jointly\s(?:organi[sz]ed|held|hosted))\s(?:together\s)?with\s(?:the\s)?"
)
_ORGANIZED = re.compile(
    r"\b(?:organi[sz](?:ed|ing|es)|co-?organi[sz]ed|held|hosted|convened|conducted|delivered|ran)\b[^.;]{0,160}$"
)
_PLANNED = re.compile(r"\b(?:will|is\sto|are\sto|to\sbe|planned|scheduled|upcoming|forthcoming|Proposed)\b")
_DENIED = re.compile(
    r"^(?:If|Should|Unless)\s|\b(?:not|never|no|may|might|could|should|would|proposed\sto|invited\sto|whether)\s[^.;]{0,120}$"
)
_NOT_HELD = re.compile(
    r"\b(?:cancelled|postponed|(?:was|were|is|has|have)\s(?:not|never)\s(?:been\s)?(?:held|organi[sz]ed|hosted|convened|conducted|delivered))\b"
)
_IT_WAS = re.compile(
    r"It\s(?:was|is|will\sbe)\s(?:being\s)?(?:co-?)?(?:organi[sz]ed|hosted)\s(?:jointly\s)?by\s(?:the\s)?"
)
_STATED_PLACE = re.compile(
    r"\s\((?=[A-Z])|,\s(?:which\s(?:was|is|will\sbe)\s)?(?:(?:to\sbe|being)\s)?(?:held|taking\splace)\sin\s(?=[A-Z])"
)
"""Where an event was, told beside what did not happen there: "could not attend IGF 2019, held in Berlin, Germany"."""
_AT = re.compile(r"\b(?:at|to|during)\s(?:the\s|an?\s)?$")
_AS_CO_ORGANIZER = re.compile(
    r"\bwith\s(?:the\s)?(?:[Gg]overnment\sof\s(?:the\s)?)?(?=[^;:.]{2,120}?\sas\s(?:an?\s|the\s|its\s)?co-?(?:organi[sz]er|host)s?\b)"
)
_LIST = re.compile(r"(?:[\s,;]|\b(?:and|the|as\swell\sas|(?:together|jointly|along)\swith)\b)*")


def read_events(reading: Reading) -> Iterator[Found]:
    """As in "BDT will be organizing the “V Regional Forum …” on 22 September 2017 in Mexico City, Mexico"."""
    last: Mention | None = None
    for sentence in reading.sentences:
        events = [item for item in sentence.mentions if item.label == "Event"]
        if last and not events and not sentence.opens_passage and (match := _IT_WAS.match(sentence.text)):
            yield from _state_organizers(sentence, last, list(_listed(sentence, sentence.start + match.end())))
        last = events[-1] if events else last
        for index, event in enumerate(events):
            stop = events[index + 1].start if index + 1 < len(events) else sentence.end
            if _is_denied(sentence, event, stop):
                if _STATED_PLACE.match(sentence.between(event.reach, stop)):
                    yield from held_in(sentence, event, stop)
                continue
            yield from held_in(sentence, event, stop)
            yield from _state_organizers(sentence, event, list(dict.fromkeys(_organizers(sentence, event, stop))))


def _state_organizers(sentence: Sentence, event: Mention, organizers: list[Ref]) -> Iterator[Found]:
    """Each of them organized it, and the first collaborates with the others."""
    own = _status(sentence)
    for ref in organizers:
        yield sentence.states("ORGANIZED", ref, event.ref, "read_events", own)
    for ref in organizers[1:]:
        topic = {"topic": str(event.known["name"])}
        yield sentence.states("COLLABORATES_WITH", organizers[0], ref, "read_events", topic)


def _is_denied(sentence: Sentence, event: Mention, stop: int) -> bool:
    """As in "ITU has not participated in IGF 2017"; what is planned is stated all the same, as such."""
    denied = _DENIED.search(sentence.before(event.start)) or _NOT_HELD.search(sentence.between(event.end, stop))
    return bool(denied)


def _status(sentence: Sentence) -> dict[str, Any]:
    return {"status": "planned"} if _PLANNED.search(sentence.text) else {}


def held_in(sentence: Sentence, event: Mention, stop: int) -> Iterator[Found]:
    """The first place or, without one, country that the sentence names after the event."""
    if event.fields.get("country"):
        country = ("Country", str(event.fields["country"]))
        yield sentence.states("HELD_IN", event.ref, country, "read_events")
        return
    if not (event.stated.get("start_date") or event.known.get("start_date") or event.fields.get("organizer")) and not (
        re.search(r"\d", event.key) and _STATED_PLACE.match(sentence.between(event.reach, stop))
    ):
        return
    inside = [item for item in sentence.mentions if item.label == "Place" and event.start <= item.start < event.end]
    year = str(event.stated.get("start_date", ""))[:4]
    for item in inside:
        if len(inside) == 1 or year in sentence.between(item.end, item.end + 8):
            yield sentence.states("HELD_IN", event.ref, item.ref, "read_events")
            return
    places = [item for item in sentence.mentions if item.label == "Place"]
    if event.fields.get("nameless") and (place := _place_before(sentence, event)):
        yield sentence.states("HELD_IN", event.ref, place.ref, "read_events")
        return
    if len(places) == 1 and places[0].start >= stop and re.search(r"\bin\s$", sentence.before(places[0].start)):
        yield sentence.states("HELD_IN", event.ref, places[0].ref, "read_events")
        return
    persons = [item for item in sentence.mentions if item.label == "Person"]
    for item in sentence.mentions:
        if item.label in ("Place", "Country") and event.reach <= item.start < stop:
            lead = sentence.between(event.reach, item.start)
            if item.label == "Country" and not re.search(r"(?:\bin\s(?:the\s)?|,\s|\()$", lead):
                continue
            if item.label == "Country" and any(person.reach == item.start - len(" (") for person in persons):
                continue
            if len(lead) < 160 and not re.search(r"\bfor\s(?:the\s)?$", lead):
                yield sentence.states("HELD_IN", event.ref, item.ref, "read_events")
            return


def _place_before(sentence: Sentence, event: Mention) -> Mention | None:
    """As in "met in Geneva from 3 to 7 May": the place right before a date, or the only one, given before the first."""
    before = [item for item in sentence.mentions if item.label == "Place" and item.end <= event.start]
    if before and len(sentence.between(before[-1].end, event.start)) < 30:
        return before[-1]
    is_first = bool(before) and len([item for item in sentence.mentions if item.label == "Place"]) == 1
    return before[0] if is_first and "respectively" in sentence.text else None


def read_places(reading: Reading) -> Iterator[Found]:
    """As in "Geneva, Switzerland": a city is part of the country that is printed after it; once."""
    seen: set[str] = set()
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Place" and item.fields.get("country") and item.key not in seen:
                seen.add(item.key)
                target = ("Country", str(item.fields["country"]))
                yield sentence.states("PART_OF", item.ref, target, "read_places")


def _organizers(sentence: Sentence, event: Mention, stop: int) -> Iterator[Ref]:
    """Those after "organized by", else the subject of "organized", else whose event its name says it is."""
    by = list(_organized_by(sentence, event, stop))
    if by:
        yield from by
        return
    organizer = event.fields.get("organizer")
    if organizer and event.known.get("kind") in ("meeting", "session"):
        yield organizer
        return
    subject = sentence.agent
    if subject and subject.end <= event.start and _ORGANIZED.search(sentence.between(subject.end, event.start)):
        yield from (item.ref for item in (sentence.opening if subject in sentence.opening else (subject,)))
        if others := _CO_ORGANIZED_WITH.search(sentence.text):
            yield from _listed(sentence, sentence.start + others.end())
        return
    inside = [
        item
        for item in sentence.mentions
        if item.label in BODIES and event.start <= item.start < event.end and item.label != "Country"
    ]
    if inside and "oint" in sentence.between(event.start, inside[0].start):
        yield from (item.ref for item in inside)
    elif inside and inside[0].label == "StudyGroup":
        yield inside[0].ref
    elif organizer:
        yield organizer
    elif (
        event.known.get("kind") in ("workshop", "training", "forum", "seminar", "symposium")
        and (event.stated.get("title") or event.fields.get("country"))
        and sentence.behind
        and not _AT.search(sentence.before(event.start))
    ):
        yield sentence.behind.ref


def _organized_by(sentence: Sentence, event: Mention, stop: int) -> Iterator[Ref]:
    bodies = [item for item in sentence.mentions if item.label in BODIES and event.reach <= item.start < stop]
    first = next(
        (index for index, item in enumerate(bodies) if _ORGANIZED_BY.search(sentence.between(event.reach, item.start))),
        None,
    )
    if first is None:
        return
    yield from _listed(sentence, bodies[first].start)
    if others := _AS_CO_ORGANIZER.search(sentence.text):
        yield from _listed(sentence, sentence.start + others.end())


def _listed(sentence: Sentence, position: int) -> Iterator[Ref]:
    """The bodies that are listed from an offset on."""
    for item in sentence.actors:
        if item.start >= position:
            if not _LIST.fullmatch(sentence.between(position, item.start)):
                return
            position = item.reach
            yield item.ref
