"""One sentence → the events that it tells: by a noun, by the name of a conference, or by a verb of meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.lexicon.dates import DateSpan
from netgov.ingest.lexicon.event_heads import load_heads, words_of
from netgov.ingest.model.mention import Mention
from netgov.ingest.resolution.anchors import ORGANIZED, Anchor, find_anchors, is_organized
from netgov.ingest.resolution.atoms import Atom
from netgov.ingest.resolution.bracketed import read_bracketed
from netgov.ingest.resolution.occasions.circumstances import (
    Circumstances,
    Occurrence,
    is_announced,
    is_ruled_out,
    opening_dates,
    opening_places,
    read_circumstances,
)
from netgov.ingest.resolution.occasions.keys import (
    OF_BODIES,
    dated_key,
    is_of_body,
    numbered_key,
    series_key,
    title_of,
    titled_key,
)
from netgov.ingest.resolution.occasions.model import FoundEvent
from netgov.ingest.resolution.occasions.naming import Naming
from netgov.ingest.resolution.owners import Topic, group_of_kind, owners_of, subject_of_opening, verb_subjects

_JOINS = frozenset([",", "and", "the", "a", "an", "as", "well", "of", "its", "both", "their", "&", "/"])
UNKNOWN = "?"
"""What stands for the body of a numbered meeting until the text names it: "Report of the thirteenth meeting"."""

_YEARLY = frozenset(["awards", "dialogue", "hackathon"])


def read_telling(atoms: Sequence[Atom], topic: Topic, before: tuple[FoundEvent, ...]) -> Iterator[FoundEvent]:
    """The events of a sentence; `before` are those of the section, of which "the meeting" means one."""
    anchors = list(find_anchors(atoms))
    told = [_circumstances(atoms, anchors, number) for number in range(len(anchors))]
    for number in range(len(anchors) - 2, -1, -1):
        between = atoms[anchors[number].last + 1 : anchors[number + 1].first]
        if all(atom.text in _JOINS for atom in between) and any(atom.text in ("and", ",", "&") for atom in between):
            told[number] = told[number + 1]
    for anchor, circumstances in zip(anchors, told, strict=True):
        found = list(_events_of(atoms, anchor, circumstances, topic, before))
        yield from found
        before = (*before, *found)
    taken = {item.date_at for circumstances in told for item in circumstances.occurrences}
    yield from read_bracketed(atoms, taken)


def _circumstances(atoms: Sequence[Atom], anchors: Sequence[Anchor], number: int) -> Circumstances:
    """What belongs to an anchor: behind it up to the next, and the date that the sentence opens with."""
    anchor = anchors[number]
    stop = anchors[number + 1].first if number + 1 < len(anchors) else len(atoms)
    floor = anchors[number - 1].last + 1 if number else 0
    told = read_circumstances(atoms, anchor.last + 1, stop)
    naming = anchor.naming
    if naming and naming.dates:
        first = replace(told.first, dates=naming.dates[0])
        told = replace(told, occurrences=(first, *told.occurrences[1:]))
    elif not number and not told.first.dates and (dates := opening_dates(atoms, anchor.first)):
        told = replace(told, occurrences=(replace(told.first, dates=dates), *told.occurrences[1:]))
    if not number and not told.first.places and (places := opening_places(atoms, anchor.first)):
        told = replace(told, occurrences=(replace(told.first, places=places), *told.occurrences[1:]))
    planned = told.is_planned or is_announced(atoms, anchor.first, floor) or _is_yet_to_come(atoms, anchor)
    denied = told.is_denied or is_ruled_out(atoms, anchor.first, floor) or _is_no(atoms, anchor)
    denied |= not told.first.dates and _is_after_all(atoms, anchor.first)
    denied |= _is_called_off([atom.text for atom in atoms[anchor.last + 1 : stop]])
    return replace(told, is_planned=planned, is_denied=denied)


def _is_yet_to_come(atoms: Sequence[Atom], anchor: Anchor) -> bool:
    """As in "the upcoming workshop"; a verb in the present or future before it ("will meet")."""
    words = {atom.text for atom in atoms[anchor.first : anchor.last + 1]}
    is_verb = anchor.naming is None and anchor.conference is None
    before = {atom.text for atom in atoms[max(0, anchor.first - 4) : anchor.first]} if is_verb else set()
    return bool(words & {"upcoming", "forthcoming", "future"}) or bool(before & {"will", "shall", "scheduled", "plans"})


def _is_after_all(atoms: Sequence[Atom], first: int) -> bool:
    """As in "prior to the first meeting of FG-X", "until its next meeting": no more than a point in time."""
    before = [atom.text for atom in atoms[max(0, first - 4) : first]]
    return "until" in before or "before" in before or ("prior" in before and "to" in before)


def _is_called_off(words: Sequence[str]) -> bool:
    """As in "was cancelled", "has been called off", "did not take place", "was not held"."""
    for index, word in enumerate(words):
        before = words[max(0, index - 3) : index]
        if word in ("cancelled", "canceled", "postponed") and {"was", "were", "been", "is"} & set(before):
            return True
        if word in ("take", "held", "convened", "occur", "happen") and {"not", "never"} & set(before):
            return True
    return False


def _is_no(atoms: Sequence[Atom], anchor: Anchor) -> bool:
    before = atoms[anchor.first - 1].text if anchor.first else ""
    is_verb = anchor.naming is None and anchor.conference is None
    return before in ("no", "any", "every", "each") or (is_verb and before in ("not", "never"))


def _events_of(
    atoms: Sequence[Atom], anchor: Anchor, told: Circumstances, topic: Topic, before: tuple[FoundEvent, ...]
) -> Iterator[FoundEvent]:
    if anchor.naming:
        yield from _named(atoms, anchor.naming, told, topic, before)
    elif anchor.conference:
        yield _conference(atoms, anchor, anchor.conference, told)
    elif not told.is_denied:
        yield from _met(atoms, anchor, told, topic)


def _conference(atoms: Sequence[Atom], anchor: Anchor, known: Mention, told: Circumstances) -> FoundEvent:
    """A known conference with the date and place that the text gives; a date of another year is another's."""
    atom, occurrence = atoms[anchor.first], told.first
    year = str(known.stated.get("start_date", ""))[:4]
    is_other = bool(occurrence.dates and year and occurrence.dates.start[:4] != year)
    is_edition = any(char.isdigit() for char in known.key)
    dates = None if is_other or not is_edition else occurrence.dates
    places = occurrence.places if is_edition and not is_other else ()
    places = known.event.places if known.event and known.event.places else places
    kind = str(known.known.get("kind", "conference"))
    organizer = known.organizer if places or (dates and len(dates.start) > len("2019")) else None
    found = FoundEvent(atom.start, atom.end, known.reach, known.key, kind, kind, dates, "", organizer, places)
    return replace(found, planned=told.is_planned, is_denied=told.is_denied)


def _met(atoms: Sequence[Atom], anchor: Anchor, told: Circumstances, topic: Topic) -> Iterator[FoundEvent]:
    """As in "SG5 met virtually from 11 to 20 May 2021": a meeting of each subject for each date."""
    bodies = verb_subjects(atoms, anchor.first, topic) if anchor.first else subject_of_opening(atoms)
    texts = [atom.text for atom in atoms[anchor.last + 1 : anchor.last + 5]]
    is_first = texts == ["for", "the", "first", "time"]
    for body, occurrence in _shared(bodies, told):
        if not occurrence.dates and not is_first:
            continue
        by_date = len(told.occurrences) > 1 and occurrence.date_at >= 0
        atom = atoms[occurrence.date_at] if by_date else atoms[anchor.first]
        key = f"{body.key} meeting 1" if is_first or not occurrence.dates else dated_key(body, None, occurrence.dates)
        found = FoundEvent(atom.start, atom.end, atom.end, key, "meeting", "meeting", occurrence.dates)
        yield _completed(found, body, occurrence, told, told_by_verb=True)


def _completed(
    found: FoundEvent, body: Mention | None, occurrence: Occurrence, told: Circumstances, *, told_by_verb: bool = False
) -> FoundEvent:
    return replace(
        found,
        dates=occurrence.dates,
        organizer=body.ref if body else None,
        body=body,
        places=occurrence.places,
        planned=told.is_planned,
        is_denied=told.is_denied,
        told_by_verb=told_by_verb,
    )


def _shared(bodies: Sequence[Mention], told: Circumstances) -> Iterator[tuple[Mention, Occurrence]]:
    """Each body with its occurrences: all share them, but "respectively" gives each its own."""
    occurrences = told.occurrences or (Occurrence(),)
    if len(bodies) == len(occurrences) > 1 and not any(item.body for item in occurrences):
        places = occurrences[0].places
        for body, item in zip(bodies, occurrences, strict=True):
            yield body, replace(item, places=item.places or places)
        return
    for item in occurrences:
        for body in (item.body,) if item.body else bodies:
            yield body, item


def _named(
    atoms: Sequence[Atom], naming: Naming, told: Circumstances, topic: Topic, before: tuple[FoundEvent, ...]
) -> Iterator[FoundEvent]:
    """The events that a noun phrase names; a short form means the one before."""
    start, end = atoms[naming.first].start, atoms[naming.last].end
    blank = FoundEvent(start, end, _reach(atoms, naming.last), "", naming.head.kind, naming.head.noun)
    if meant := _meant(naming, told, before):
        yield replace(meant, start=start, end=end, reach=blank.reach, is_short=True, told_by_verb=False)
    elif naming.code:
        title = title_of(atoms, naming) if naming.title or naming.suffix or naming.adjectives else ""
        found = _completed(blank, naming.bodies[0] if naming.bodies else None, told.first, told)
        yield replace(found, key=naming.code, title=title)
    elif is_of_body(naming) and (owners := _owners(atoms, naming, topic)):
        yield from _of_bodies(naming, owners, told, blank)
    elif naming.head.kind in ("meeting", "session") and naming.numbers and not naming.title and not naming.suffix:
        key = f"{UNKNOWN} {naming.head.noun} {naming.numbers[0]}"
        yield replace(_completed(blank, None, told.first, told), key=key, is_short=True)
    else:
        yield from _titled(atoms, naming, _of_year(atoms, naming, told, before), blank)


def _of_year(
    atoms: Sequence[Atom], naming: Naming, told: Circumstances, before: tuple[FoundEvent, ...]
) -> Circumstances:
    """Of a session or ceremony without a date: in the year of the event that was named before."""
    is_held = naming.is_quoted and naming.first > 1 and atoms[naming.first - 2].text in ORGANIZED
    is_one = is_held or is_organized(atoms, naming.last) or (naming.head.kind in _YEARLY and naming.is_capital)
    dated = [event.dates.start[:4] for event in before if event.dates]
    if told.first.dates or not dated or not is_one:
        return told
    first = replace(told.first, dates=DateSpan(dated[-1]))
    return replace(told, occurrences=(first, *told.occurrences[1:]))


def _owners(atoms: Sequence[Atom], naming: Naming, topic: Topic) -> tuple[Mention, ...]:
    """Whose event it is: as the noun phrase says, else as the sentence and the text do."""
    if naming.bodies:
        return naming.bodies
    if naming.suffix or naming.determiner == "," or (naming.is_bare and not naming.determiner):
        return ()
    if (meant := group_of_kind(atoms, naming.last + 1, topic)) is not None:
        return meant
    return owners_of(atoms, naming.first, naming.determiner, topic)


def _meant(naming: Naming, told: Circumstances, before: tuple[FoundEvent, ...]) -> FoundEvent | None:
    """The event before that a short form means: "the Workshop" is no meeting, "the meeting in Lima" is that there."""
    if not naming.is_definite or not naming.is_bare or naming.head.is_plural:
        return None
    place = told.first.places[:1]
    for event in reversed(before):
        if naming.head.noun in ("event", event.noun) or naming.head.kind == event.kind == "meeting":
            if _is_same_date(told.first.dates, event.dates) and (not place or place[0] in event.places):
                return replace(event, places=told.first.places, is_denied=told.is_denied, organizer=None)
            if not place or event.places:
                continue
            return replace(event, places=told.first.places, is_denied=told.is_denied, organizer=None)
    return None


def _is_same_date(told: DateSpan | None, known: DateSpan | None) -> bool:
    """Whether two dates can be one event's; another day is another event."""
    return told is None or known is None or told.start.startswith(known.start) or known.start.startswith(told.start)


def _of_bodies(
    naming: Naming, owners: Sequence[Mention], told: Circumstances, blank: FoundEvent
) -> Iterator[FoundEvent]:
    """The meetings of bodies by their numbers, else by their dates."""
    if len(owners) > 1 and not naming.head.is_plural and naming.is_of_bodies:
        told = replace(told, occurrences=told.occurrences[:1])
    if len(naming.numbers) == 1 and len(owners) == len(told.occurrences) > 1:
        for body, occurrence in zip(owners, told.occurrences, strict=True):
            places = occurrence.places or told.first.places
            found = replace(blank, key=numbered_key(body, naming, naming.numbers[0]))
            yield _completed(found, body, replace(occurrence, places=places), told)
        return
    if naming.numbers:
        occurrences = told.occurrences if len(told.occurrences) == len(naming.numbers) else ()
        for place, number in enumerate(naming.numbers):
            occurrence = occurrences[place] if occurrences else Occurrence()
            occurrence = told.first if len(naming.numbers) == 1 else occurrence
            for body in owners:
                found = replace(blank, key=numbered_key(body, naming, number))
                yield _completed(found, body, occurrence, told)
        return
    if not naming.head.is_plural:
        told = replace(told, occurrences=told.occurrences[:1])
    for body, occurrence in _shared(owners, told):
        dates = occurrence.dates
        if naming.year and body.key == "ITU Council":
            yield _completed(replace(blank, key=f"Council {naming.year}"), None, occurrence, told)
        elif dates and len(dates.start) > len("2019"):
            yield _completed(replace(blank, key=dated_key(body, naming, dates)), body, occurrence, told)


def _titled(atoms: Sequence[Atom], naming: Naming, told: Circumstances, blank: FoundEvent) -> Iterator[FoundEvent]:
    """Workshops, forums and courses by their title and first day; each of a series has its own."""
    title = title_of(atoms, naming)
    if _is_wished(atoms, naming) and not naming.is_quoted:
        return
    organizer = naming.bodies[0] if naming.bodies and not naming.is_of_bodies else None
    if title.casefold() in load_heads():
        yield from _in_each_country(atoms, naming, told, blank)
        kinds_of_all = naming.head.kind in ("meeting", "session", "event") or naming.head.is_plural
        if kinds_of_all or (naming.is_definite and not organizer):
            return
        title = f"{organizer.key} {title}" if organizer and not naming.numbers else title
    is_name = naming.is_quoted or title[:1].isupper()
    occurrences = told.occurrences if naming.head.is_plural else (told.first,)
    for occurrence in occurrences:
        key = series_key(atoms, naming, occurrence.dates) or titled_key(title, occurrence.dates)
        is_counted = naming.numbers and is_name and not occurrence.dates and naming.head.kind not in OF_BODIES
        counted = f"{title} {naming.numbers[0]}" if is_counted else ""
        is_known = is_name and naming.title and (occurrence.places or (naming.is_quoted and organizer))
        if occurrence.dates or is_known or counted:
            found = _completed(replace(blank, key=counted or key, title=title), organizer, occurrence, told)
            yield from [found] if found.key else []


def _in_each_country(
    atoms: Sequence[Atom], naming: Naming, told: Circumstances, blank: FoundEvent
) -> Iterator[FoundEvent]:
    """As in "other workshops are scheduled for Argentina, Senegal and Tunisia": one in each."""
    places = told.first.places if naming.head.is_plural and not told.first.dates else ()
    for place in places if len(places) > 1 and naming.head.kind not in ("meeting", "session") else ():
        atom = next(item for item in atoms[naming.last :] if item.mention and item.mention.ref == place)
        key = f"{naming.head.noun} ({atom.printed})"
        found = replace(blank, start=atom.start, end=atom.end, reach=atom.end, key=key, title=key)
        yield replace(found, places=(place,), planned=told.is_planned, is_denied=told.is_denied)


def _is_wished(atoms: Sequence[Atom], naming: Naming) -> bool:
    """As in "Some delegates requested an additional meeting"."""
    return naming.first > 1 and atoms[naming.first - 2].text in words_of("wish")


def _reach(atoms: Sequence[Atom], last: int) -> int:
    """Where a naming ends with the place and date in brackets behind it."""
    if last + 1 < len(atoms) and atoms[last + 1].text == "(":
        for index in range(last + 2, min(last + 14, len(atoms))):
            if atoms[index].text == ")":
                inside = atoms[last + 2 : index]
                return atoms[index].end if any(atom.dates or atom.is_place for atom in inside) else atoms[last].end
    return atoms[last].end
