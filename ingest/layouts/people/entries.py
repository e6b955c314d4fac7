"""The lists and tables of persons of a report: which passages are their entries, and what opens them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.ingest.lexicon.persons import Roster, is_header, roster_of
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage

_LONGEST_ENTRY = 400
_TITLES = 3
"""How many words, the dash too, can stand between a body and a name: "– H.E. Mr"."""
FRONT = 14
"""How many passages from the top can be the front of a report."""


@dataclass(frozen=True)
class Entry:
    """A passage of a list of persons: a line, an item or a row.

    `lead` is the heading or lead-in that opens the list, if any, `kind` what it says of the list, `columns` the heads
    of the table's columns, and `above` the entry before it in the same list.
    """

    sentence: Sentence
    persons: tuple[Mention, ...]
    lead: Passage | None
    kind: Roster | None
    columns: tuple[str, ...] = ()
    above: Entry | None = None

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each cell of a row, which tabs part; one cell in all where it is no row."""
        spans, start = [], self.sentence.start
        for cell in self.sentence.text.split("\t"):
            spans.append((start, start + len(cell)))
            start += len(cell) + 1
        return tuple(spans)

    @property
    def opens_with_person(self) -> bool:
        """Whether a person's name is the first thing in it."""
        lead = self.sentence.between(self.sentence.start, self.persons[0].start)
        return not lead.strip(" \t•–-*·")


def entries_of(marked: MarkedReport) -> Iterator[Entry]:
    """Every passage that lists persons, in order."""
    lead: Passage | None = None
    columns: tuple[str, ...] = ()
    above: Entry | None = None
    for passage in marked.report.passages:
        text = passage.text.strip()
        heads = tuple(cell.strip() for cell in text.split("\t")) if "\t" in text else ()
        if passage.intro is not None:
            lead = marked.report.passages[passage.intro]
        if is_header(heads):
            columns, above = heads, None
            continue
        entry = _entry(marked, passage, lead, columns)
        if entry is None:
            lead, columns, above = passage, (heads if passage.kind == "row" or heads else ()), None
            continue
        entry = Entry(entry.sentence, entry.persons, entry.lead, entry.kind, entry.columns, above)
        above = entry
        yield entry


def _entry(marked: MarkedReport, passage: Passage, lead: Passage | None, columns: tuple[str, ...]) -> Entry | None:
    """A passage as an entry: short, with persons, and no sentence of prose."""
    sentences = marked.by_passage.get(passage.ordinal, ())
    is_row = "\t" in passage.text
    for sentence in sentences[:1]:
        persons = sentence.of("Person")
        label, colon, _ = sentence.text.partition(":")
        inline = _inline(marked, passage, label) if colon else None
        kind = inline or (_kind_of(lead) if lead else None) or _kind_of_heading(passage)
        is_short = len(passage.text) < _LONGEST_ENTRY and (len(sentences) == 1 or inline)
        if not persons or not is_short or passage.kind == "heading":
            return None
        entry = Entry(sentence, persons, lead, kind, _header(marked, passage) or columns)
        is_listed = entry.opens_with_person or (kind == "present" and _opens_with_body(entry))
        return entry if inline or is_row or is_listed else None
    return None


def _opens_with_body(entry: Entry) -> bool:
    """As in "Albania – Mr X": the country or body that a person came for stands first."""
    bodies = [item for item in entry.sentence.mentions if item.end <= entry.persons[0].start]
    if len(bodies) != 1 or bodies[0].start != entry.sentence.start:
        return False
    between = entry.sentence.between(bodies[0].end, entry.persons[0].start)
    return between.strip()[:1] in ("–", "-", "—", ":", ",") and len(between.split()) <= _TITLES


def _inline(marked: MarkedReport, passage: Passage, label: str) -> Roster | None:
    """What the label of a line says: "Chair:" at the front of minutes that somebody was there."""
    found = roster_of(label)
    if found != "front":
        return found
    return "present" if marked.setting.event and is_front(passage) else None


def is_front(passage: Passage) -> bool:
    """Whether a passage is one of the lines before the first section of a document."""
    return passage.ordinal < FRONT and not passage.section


def _kind_of(lead: Passage) -> Roster | None:
    """What a heading or the last sentence of a lead-in says of the list that follows."""
    text = lead.text.strip()
    is_lead_in = text.endswith(":")
    found = roster_of(text.rpartition(". ")[2] if is_lead_in else text, lead_in=is_lead_in)
    return found if found != "front" else None


def _kind_of_heading(passage: Passage) -> Roster | None:
    found = roster_of(passage.heading)
    return found if found != "front" else None


def _header(marked: MarkedReport, passage: Passage) -> tuple[str, ...]:
    if passage.header is None or passage.header == passage.ordinal:
        return ()
    return tuple(cell.strip() for cell in marked.report.passages[passage.header].text.split("\t"))


def mentions_in(mentions: Sequence[Mention], span: tuple[int, int], *labels: str) -> list[Mention]:
    """Those with one of these labels that stand in a cell."""
    return [item for item in mentions if span[0] <= item.start < span[1] and (not labels or item.label in labels)]
