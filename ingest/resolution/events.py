"""spaCy component: conferences, meetings and workshops, and where they were held → more of doc._.entities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from netgov.graph.model import Ref
from netgov.ingest.lexicon.conferences import Conference, find_conferences
from netgov.ingest.model.mention import EventDetails, Mention
from netgov.ingest.model.names import Spans
from netgov.ingest.model.outline import Report
from netgov.ingest.resolution.atoms import read_atoms
from netgov.ingest.resolution.lines import join_lines
from netgov.ingest.resolution.occasions.model import FoundEvent
from netgov.ingest.resolution.occasions.telling import UNKNOWN, read_telling
from netgov.ingest.resolution.owners import Topic
from netgov.ingest.resolution.places import find_places, is_city
from netgov.ingest.resolution.rows import read_row

_RECENT = 12
_LONGEST = 400
_TOP = 1500
"""Within how many characters of the start the report of a meeting names the group that met."""


@Language.component("netgov_events", requires=["doc._.entities", "doc._.sentences"], assigns=["doc._.entities"])
def set_events(doc: Doc) -> Doc:
    """Add the events and places of a report to doc._.entities."""
    text, entities = doc._.report.text, doc._.entities
    conferences = _conferences(text, entities)
    others = [item for item in entities if item.label != "Event"]
    places = find_places(text, others, [(item.start, item.end) for item in conferences])
    cities = Spans((item.start, item.end) for item in places)
    others = [
        item
        for item in others
        if not ((item.label == "Country" or is_city(item)) and cities.overlap(item.start, item.end))
    ]
    conferences = [_located(item, places, text) for item in conferences]
    mentions = _sorted([*others, *places, *conferences])
    found = list(_unified(list(_read(doc._.report, doc._.sentences, mentions))))
    events = [event.mention(text) for event in found]
    taken = Spans((item.start, item.end) for item in events)
    spans = {(item.start, item.end): item.key for item in events}
    unread = [
        item
        for item in conferences
        if not taken.overlap(item.start, item.end) or spans.get((item.start, item.end), item.key) != item.key
    ]
    bodies = _unlisted(found, {item.ref for item in others})
    doc._.entities = tuple(_sorted([*others, *places, *events, *unread, *bodies]))
    return doc


def _unlisted(found: Sequence[FoundEvent], named: set[Ref]) -> list[Mention]:
    """The bodies that only their events tell, once for each place that names them."""
    bodies = {item.body.start: item.body for item in found if item.body and item.body.ref not in named}
    return list(bodies.values())


def _sorted(mentions: Sequence[Mention]) -> list[Mention]:
    """In the order of the text, an event before the names inside it."""
    return sorted(mentions, key=lambda item: (item.start, -item.reach))


def _conferences(text: str, entities: Sequence[Mention]) -> list[Mention]:
    """The known conferences that the text names: by the grammar of their series, or by a name of their own."""
    found = sorted(find_conferences(text), key=lambda item: (item.start, item.start - item.end))
    kept: list[Conference] = []
    for item in found:
        is_twin = bool(kept) and (item.start, item.end) == (kept[-1].start, kept[-1].end)
        if not kept or item.start >= kept[-1].end or (is_twin and item.key not in {old.key for old in kept[-2:]}):
            kept.append(item)
    taken = Spans((item.start, item.end) for item in kept)
    named = [item for item in entities if item.label == "Event" and not taken.overlap(item.start, item.end)]
    return _sorted([*(_known(item, text) for item in kept), *named])


def _located(conference: Mention, places: Sequence[Mention], text: str) -> Mention:
    """With the place that its own name says: "the Plenipotentiary Conference (Dubai, 2018)"."""
    inside = [item for item in places if conference.start <= item.start and item.end <= conference.end]
    year = str(conference.stated.get("start_date", ""))[:4]
    own = [item.ref for item in inside if len(inside) == 1 or (year and year in text[item.end : item.end + 8])]
    return (
        replace(conference, event=replace(conference.event, places=tuple(own[:1]))) if conference.event else conference
    )


def _known(item: Conference, text: str) -> Mention:
    stated = {"aliases": [text[item.start : item.end]], **({"start_date": item.year} if item.year else {})}
    details = EventDetails(item.kind, item.organizer, start_date=item.year)
    known = {"name": item.key, "kind": item.kind}
    return Mention(item.start, item.end, item.end, "Event", item.key, known, stated, {}, details)


def _read(report: Report, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> Iterator[FoundEvent]:
    """The events of each sentence in turn; "the meeting" means one of the same section."""
    starts = [item.start for item in mentions]
    topic, section, year = Topic(), "", ""
    before: tuple[FoundEvent, ...] = ()
    spans = list(_joined(report.text, sentences))
    inside = [mentions[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in spans]
    read = [read_atoms(report.text, *span, names) for span, names in zip(spans, inside, strict=True)]
    for start, end in join_lines(spans, read):
        passage = report.passage_at(start)
        before = before[-_RECENT:] if passage.section == section else ()
        section = passage.section
        names = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        atoms = read_atoms(report.text, start, end, names, year)
        told = list(read_telling(atoms, topic, before))
        if not told and passage.kind == "row":
            told = list(read_row(report, passage, atoms))
        for event in told:
            yield event
            before = (*before, event)
            if topic.main is None and start < _TOP and event.key[-1].isdigit() and event.organizer:
                topic = replace(topic, main=next((item for item in mentions if item.ref == event.organizer), None))
        topic = topic.after(atoms)
        dated = [atom.dates.start[:4] for atom in atoms if atom.dates]
        year = dated[-1] if dated else year


def _joined(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, with those as one that a title in quotation marks spans: "“Cables. A primer” was held …"."""
    opening = -1
    for start, end in sentences:
        first = start if opening < 0 else opening
        is_open = text.count("“", first, end) > text.count("”", first, end) and end - first < _LONGEST
        goes_on = is_open and text[end : end + 1] == " " and "”" in text[end : end + _LONGEST].partition("\n")[0]
        opening = first if goes_on else -1
        if not goes_on:
            yield first, end


def _unified(found: Sequence[FoundEvent]) -> Iterator[FoundEvent]:
    """Where a number tells a meeting, its date alone does too; a month means the one meeting of that month."""
    numbered = {
        (event.organizer, event.dates.start): event.key for event in found if event.dates and _is_counted(event)
    }
    for event in found:
        if event.key.startswith(UNKNOWN):
            number = event.key.removeprefix(UNKNOWN)
            named = {other.key for other in found if other.key.endswith(number) and other.key != event.key}
            yield from [replace(event, key=key) for key in named if len(named) == 1]
            continue
        key = numbered.get((event.organizer, event.dates.start)) if event.dates and event.organizer else None
        yield replace(event, key=key or _of_month(event, found) or event.key)


def _is_counted(event: FoundEvent) -> bool:
    return event.key[-1].isdigit() and event.kind in ("meeting", "session")


def _of_month(event: FoundEvent, found: Sequence[FoundEvent]) -> str:
    """The key of the one meeting that the group had in a month, where only the month is told again."""
    if event.dates is None or len(event.dates.start) != len("2019-05") or not event.key.endswith(")"):
        return ""
    same = {
        other.key
        for other in found
        if other.organizer == event.organizer and other.dates and other.dates.start.startswith(f"{event.dates.start}-")
    }
    return same.pop() if len(same) == 1 and event.organizer else ""
