"""Lists of persons: who was present, who holds the office of a column or lead-in, who was appointed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.entries import Entry, entries_of, mentions_in
from netgov.ingest.layouts.people.holders import holder_of_phrase
from netgov.ingest.layouts.people.office_context import own_group
from netgov.ingest.layouts.people.office_phrases import Phrase, phrase_at
from netgov.ingest.layouts.people.offices import REPRESENTATIVE, Holding, claims_of, holdings_of
from netgov.ingest.layouts.people.pieces import cut, holder_of
from netgov.ingest.lexicon.offices import Office, find_offices
from netgov.ingest.lexicon.persons import column_of, has_word
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage

_GROUPS = ("StudyGroup", "Group", "Question")
_LEADS = (":", "-", "–", "—")
_AFTER_NAME = frozenset([",", "/", "-", "–", "—", "|"])


def read_rosters(marked: MarkedReport) -> Iterator[Claim]:
    """PARTICIPATED_IN of those on a list of attendance, and HOLDS_ROLE of what each entry of a list adds."""
    for entry in entries_of(marked):
        event = _event_of(marked, entry) if entry.kind == "present" else None
        if event:
            yield from _participations(entry, event)
        yield from claims_of(entry.sentence, _holdings(marked, entry, _organizer(marked, event)))


def read_listed_speakers(marked: MarkedReport) -> Iterator[Claim]:
    """As in "The registries reported at RIPE 66: Ms X from ARIN, Mr Y from LACNIC": who spoke there took part."""
    for sentence in marked.sentences:
        lead, colon, _ = sentence.text.partition(":")
        position = sentence.start + len(lead)
        persons = [item for item in sentence.of("Person") if item.start > position] if colon else []
        events = [item for item in sentence.of("Event") if item.end <= position]
        words = lead.casefold().replace(",", " ").split()
        spoke = has_word("attendance", "speaking", words) and not has_word("attendance", "absent", words)
        if persons and len(events) == 1 and spoke:
            quote, at = (sentence.start, sentence.end), _span(events[0])
            for item in persons:
                yield Claim("PARTICIPATED_IN", item.ref, events[0].ref, quote, "listed_speaker", _span(item), at)


def _participations(entry: Entry, event: Mention | Ref) -> Iterator[Claim]:
    quote = entry.sentence.start, entry.sentence.end
    target, at = (event.ref, _span(event)) if isinstance(event, Mention) else (event, None)
    is_here = at is not None and quote[0] <= at[0] < quote[1]
    for person in _listed(entry):
        yield Claim("PARTICIPATED_IN", person.ref, target, quote, "roster", _span(person), at if is_here else None)


def _listed(entry: Entry) -> Iterator[Mention]:
    """The persons of an entry; of a table those in the column of names, if it has one."""
    names = [index for index, head in enumerate(entry.columns) if column_of(head) == "name"]
    if names and len(entry.cells) > names[0]:
        yield from mentions_in(entry.persons, entry.cells[names[0]])
    else:
        yield from entry.persons


def _event_of(marked: MarkedReport, entry: Entry) -> Mention | Ref | None:
    """The event that a list is of: that of the lead-in, else the document's own, else the one named before."""
    leads = marked.by_passage.get(entry.lead.ordinal, ()) if entry.lead else ()
    named = [item for sentence in leads for item in sentence.of("Event")]
    return (named[-1] if named else None) or marked.setting.event or marked.event_before(entry.sentence.start)


def _organizer(marked: MarkedReport, event: Mention | Ref | None) -> Ref | None:
    """The group whose meeting it is: "Chair" in its roster is the chairman of that group."""
    organizer = event.organizer if isinstance(event, Mention) else None
    return organizer or (own_group(marked) if event and event == marked.setting.event else None)


def _holdings(marked: MarkedReport, entry: Entry, group: Ref | None) -> Iterator[Holding]:
    """What an entry says of its persons: beside the name, in other cells, by the lead-in, as an appointment."""
    if entry.kind != "absent":
        yield from _by_table(marked, entry, group)
        yield from _by_lead(marked, entry, group)
        yield from _appointed(entry)
        yield from _by_label(entry)
    if group:
        yield from holdings_of(marked, entry.sentence, group)
    if entry.kind or entry.columns:
        yield from _represented(entry)


def _represented(entry: Entry) -> Iterator[Holding]:
    """As in "Ms X, Nokia", "Ms X, Nokia, Finland": the organization right behind the name."""
    pieces = cut(entry.sentence)
    for index, piece in enumerate(pieces[:-2]):
        body, mark = pieces[index + 2], pieces[index + 1]
        is_last = index + 3 >= len(pieces) or pieces[index + 3].kind == "mark"
        if piece.mention and piece.kind == "person" and body.mention and mark.text in _AFTER_NAME and is_last:
            yield from _representative(piece.mention, body.mention)


def _representative(person: Mention, body: Mention) -> Iterator[Holding]:
    if body.label == "Organization" and body.known.get("kind") != "constituency":
        yield Holding(person, REPRESENTATIVE, body.ref, (body.start, body.end), "roster")


def _by_table(marked: MarkedReport, entry: Entry, group: Ref | None) -> Iterator[Holding]:
    """The cells of a row: by their heads ("Name | Organization | Role"), or by what stands beside the table."""
    if len(entry.cells) < 2 and not entry.above:
        return
    for index, cell in enumerate(entry.cells):
        persons = mentions_in(entry.persons, cell)
        head = _head(entry, index) if persons else ""
        if offices := _offices(head):
            yield from _in_office(entry, persons, offices[0])
        elif persons and (titles := _table_offices(marked, entry)):
            yield from _in_office(entry, persons, titles)
        elif persons and entry.columns:
            yield from _beside(entry, persons, group)


def _head(entry: Entry, index: int) -> str:
    """The head of a cell; a row of one cell goes on with the last column of offices."""
    if len(entry.cells) > 1:
        return entry.columns[index] if index < len(entry.columns) else ""
    return next((head for head in reversed(entry.columns) if _offices(head)), "")


def _offices(text: str) -> list[Office]:
    return [office for office in find_offices(text, 0, len(text)) if office.is_held]


def _table_offices(marked: MarkedReport, entry: Entry) -> Office | None:
    """The office that the text beside a table without heads gives: "Chairmen are named in the last column"."""
    if entry.columns or not _row_group(entry):
        return None
    first = entry
    while first.above:
        first = first.above
    texts = [passage.text for passage in (first.lead, _behind(marked, entry)) if passage and "\t" not in passage.text]
    found = {office.role.casefold(): office for text in texts for office in _offices(text) if "group" in office.scope}
    return next(iter(found.values())) if len(found) == 1 else None


def _behind(marked: MarkedReport, entry: Entry) -> Passage | None:
    """The first passage behind the table of an entry."""
    for passage in marked.report.passages[entry.sentence.passage.ordinal + 1 :]:
        sentences = marked.by_passage.get(passage.ordinal, ())
        if "\t" not in passage.text and not any(sentence.of("Person") for sentence in sentences):
            return passage
    return None


def _in_office(entry: Entry, persons: list[Mention], office: Office) -> Iterator[Holding]:
    """Those in a column of an office hold it in the group of the row, or of the row above that goes on."""
    group = _row_group(entry)
    holder = holder_of(group) if group else None
    is_same_row = bool(group) and group in entry.sentence.mentions
    for person in persons if holder else ():
        at = (group.start, group.end) if group and is_same_row else None
        if holder:
            yield Holding(person, office.role, holder, at, "office_of_column")


def _row_group(entry: Entry) -> Mention | None:
    """The first group of a row that stands before its persons; of a row that only has a name, that of the row above."""
    groups = [item for item in entry.sentence.of(*_GROUPS) if item.start < entry.persons[0].start]
    if groups:
        return groups[0]
    return _row_group(entry.above) if entry.above and entry.opens_with_person else None


def _beside(entry: Entry, persons: list[Mention], group: Ref | None) -> Iterator[Holding]:
    """The office and the organization in the other cells: "Ms X | Director | TSB"."""
    phrases, bodies = list[Phrase](), list[Mention]()
    for index, (start, end) in enumerate(entry.cells):
        kind = column_of(entry.columns[index]) if index < len(entry.columns) else ""
        if kind in ("office", "body") and not mentions_in(persons, (start, end)):
            pieces = [piece for piece in cut(entry.sentence) if start <= piece.start < end]
            phrase = phrase_at(pieces, 0) if kind == "office" else None
            phrases += [phrase] if phrase and phrase.office.is_held else []
            bodies += [piece.mention for piece in pieces if piece.kind == "body" and piece.mention][:1]
    for person in persons:
        for phrase in phrases:
            yield from _with_row(person, phrase, bodies, group)
        for body in bodies:
            yield from _representative(person, body)


def _with_row(person: Mention, phrase: Phrase, bodies: list[Mention], group: Ref | None) -> Iterator[Holding]:
    """The office of a cell: of the body with it; "Chair" of the group that meets, "Director" of the row's body."""
    body = phrase.body or (bodies[0] if bodies else None)
    if phrase.body is None and "group" in phrase.office.scope:
        if group:
            yield Holding(person, phrase.role, group, None, "office_of_column")
        return
    is_possible = body is not None and (body.label != "Country" or "country" in phrase.office.scope)
    holder = holder_of_phrase(replace(phrase, body=body)) if is_possible else None
    if holder:
        yield Holding(person, phrase.role, holder, _span(body), "office_of_column")


def _by_lead(marked: MarkedReport, entry: Entry, group: Ref | None) -> Iterator[Holding]:
    """As in "Vice-Chairmen of SG5:" and an item for each; "Rapporteurs" over items of a group's report."""
    sentences = marked.by_passage.get(entry.lead.ordinal, ()) if entry.lead else ()
    if not sentences or not entry.opens_with_person or entry.columns:
        return
    pieces = [piece for piece in cut(sentences[-1]) if not piece.says(":", ".")]
    phrase = phrase_at(pieces, 0)
    if phrase is None or phrase.end < len(pieces) or not phrase.office.is_held:
        return
    own = marked.setting.body if "group" in phrase.office.scope else None
    body = holder_of(phrase.body) if phrase.body else group or own
    at = _span(phrase.body)
    if body:
        yield Holding(entry.persons[0], phrase.role, body, at, "office_of_lead_in")


def _by_label(entry: Entry) -> Iterator[Holding]:
    """As in "Rapporteurs: Q1/9: Ms X; Q2/9: Mr Y": the office at the head of the line, the group before each name."""
    pieces = cut(entry.sentence)
    label = pieces[0].office if pieces and len(pieces) > 1 and pieces[1].says(":") else None
    for body, mark, person in zip(pieces, pieces[1:], pieces[2:], strict=False):
        holder = holder_of(body.mention) if body.mention and body.mention.label in _GROUPS else None
        if label and label.is_held and holder and person.kind == "person" and person.mention and mark.says(*_LEADS):
            yield Holding(person.mention, label.role, holder, _span(body.mention), "office_of_lead_in")


def _appointed(entry: Entry) -> Iterator[Holding]:
    """As in "Ms X, reappointed by the IAB as IRTF Chair", "Mr X, who stays IAB Chair": an item of a list."""
    is_item = entry.sentence.passage.kind == "bullet" or entry.kind == "officers"
    if not is_item or not entry.opens_with_person:
        return
    pieces = cut(entry.sentence)
    first = next(index for index, piece in enumerate(pieces) if piece.kind == "person")
    if not (first + 1 < len(pieces) and pieces[first + 1].says(",", "–", "-", ":")):
        return
    for index in range(first + 2, len(pieces)):
        word = pieces[index].text.casefold()
        if has_word("appointed", "denied", [word]):
            return
        phrase = phrase_at(pieces, index + 1) if has_word("appointed", "opens", [word]) else None
        holder = holder_of(phrase.body) if phrase and phrase.body else None
        if phrase and holder and phrase.office.is_held:
            yield Holding(entry.persons[0], phrase.role, holder, _span(phrase.body), "appointment")
            return


def _span(item: Mention | None) -> Span | None:
    return (item.start, item.end) if item else None
