"""Tables by their header row, and lists under a lead-in that states with nouns and participles only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netgov.graph.model import Ref
from netgov.ingest.layouts.views import BODIES, TEXTS, Cell, Layout, View
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention

_LONGEST_OUTCOME = 3
"""Words of the cell that tells the outcome in rows without a header."""
OUTCOMES = ("CONSENTED", "APPROVED", "DETERMINED", "AGREED")


def read_text_tables(marked: MarkedReport) -> Iterator[Claim]:
    """Rows "L.1400 | Circular procurement | Consented": the outcome cell decides, for the body of the headings."""
    layout = Layout(marked)
    for view in layout.views:
        header = layout.header(view)
        outcomes = _columns(view, header, "outcomes", "columns")
        if not header and view.is_row and len(view.cells[-1].words) <= _LONGEST_OUTCOME:
            outcomes = [view.cells[-1]]
        type_ = _outcome(outcomes[0].words) if outcomes else ""
        body = layout.body_over(view) if type_ else None
        if body:
            named = [item for item in view.mentions if item.label in TEXTS and item.start < outcomes[0].start]
            for item in _first_named(named):
                yield view.claim(type_, body, item, "read_text_tables")


def _outcome(words: Sequence[str]) -> str:
    """The relationship that an outcome cell states: "Consented", "Approved (TAP)"; none of "Consent deferred"."""
    if load_words("outcomes", "denied").occurs(words):
        return ""
    return next((type_ for type_ in OUTCOMES if load_words("outcomes", type_).opens(words)), "")


def _first_named(texts: Sequence[Mention]) -> Sequence[Mention]:
    """The text that a row or an item is about: the first, with its twin number."""
    return [item for item in texts if item.start == texts[0].start and item.label == texts[0].label]


def read_counted_texts(marked: MarkedReport) -> Iterator[Claim]:
    """Items under "Recommendations consented: 3", for the body of the headings above."""
    layout = Layout(marked)
    for view in layout.views:
        if view.passage.intro is None or view.passage.kind == "heading":
            continue
        lead = layout.views[view.passage.intro]
        type_ = _counted(lead)
        body = layout.body_over(view) if type_ else None
        texts = _first_named([item for item in view.mentions if item.label in TEXTS])
        if body and texts and _is_listed_text(view, texts[0]):
            for item in texts:
                yield view.claim(type_, body, item, "read_counted_texts")


def _is_listed_text(view: View, text: Mention) -> bool:
    """Whether an item is a text and not about one: "Consent of H.324 was postponed" is none of those consented."""
    kinds, failed = load_words("outcomes", "kinds"), load_words("outcomes", "failed")
    opens = all(kinds.holds([word]) for word in words_of(view.before(text.start)))
    unquoted = view.text.partition("“")[0].partition('"')[0]
    return opens and not failed.occurs(words_of(unquoted))


def _counted(lead: View) -> str:
    """As in "Recommendations consented: 3", "Texts agreed (2)": a noun, a participle and no more than a count."""
    words = words_of(lead.text.partition("(")[0].partition(":")[0])
    kinds = load_words("outcomes", "kinds")
    nouns = load_words("outcomes", "texts")
    words = [word for word in words if not word.isdigit() and (nouns.holds([word]) or not kinds.holds([word]))]
    texts = load_words("outcomes", "texts")
    if len(words) != 2 or not any(texts.holds([word]) for word in words):
        return ""
    return next((_outcome([word]) for word in words if not texts.holds([word]) and word.endswith("ed")), "")


def read_contribution_tables(marked: MarkedReport) -> Iterator[Claim]:
    """Rows "C512 | Orange (France) | Carbon footprint …" under a lead-in or header of contributions considered."""
    layout = Layout(marked)
    for view in layout.views:
        if not view.is_row or load_words("contributions", "denied").occurs(view.words[:3] + view.words[-2:]):
            continue
        source = _source_cell(layout, view)
        event = _event(layout, view) if source else None
        if source and event:
            own = {"symbol": view.cells[0].text.strip(), "topic": _topic(view, source)}
            for body in _contributors(source):
                yield view.claim("CONTRIBUTED_TO", body, event, "read_contribution_tables", **own)


def _source_cell(layout: Layout, view: View) -> Cell | None:
    """Who brought it: the column "Source", else the second cell where the lead-in says what the rows are."""
    header = layout.header(view)
    columns = _columns(view, header, "contributions", "columns")
    leads = [lead for lead in layout.over(view) if load_words("contributions", "nouns").occurs(lead.words)]
    if not leads or load_words("contributions", "denied").occurs(leads[0].words):
        return None
    if columns or header:
        return columns[0] if columns else None
    considered = load_words("contributions", "considered").occurs(leads[0].words[-4:])
    return view.cells[1] if considered and _is_symbol(view.cells[0].text) else None


def _is_symbol(text: str) -> bool:
    return 0 < len(text.strip()) < 30 and any(letter.isdigit() for letter in text) and " on " not in text


def _event(layout: Layout, view: View) -> Mention | Ref | None:
    """The event that the rows were brought to: that of the lead-in, or the document's own."""
    for lead in layout.over(view):
        events = lead.of("Event")
        if events:
            return events[-1] if len({item.ref for item in events}) == 1 else None
    return layout.marked.setting.event


def _contributors(cell: Cell) -> Iterator[Mention]:
    """The bodies of a cell; the country behind a company in brackets only says where it is."""
    position = 0
    for item in cell.mentions:
        if item.label not in BODIES and item.label != "Country":
            continue
        bracketed = cell.before(item.start).rstrip().endswith("(") and position
        if not (item.label == "Country" and bracketed):
            yield item
        position = item.end


def _topic(view: View, source: Cell) -> str:
    following = [cell for cell in view.cells if cell.start > source.start and len(cell.words) > 1]
    return following[0].text.strip(" .") if following else ""


def _columns(view: View, header: tuple[str, ...], table: str, name: str) -> list[Cell]:
    words = load_words(table, name)
    return [cell for cell, head in zip(view.cells, header, strict=False) if words.holds(head.split())]


def read_assistance_lists(marked: MarkedReport) -> Iterator[Claim]:
    """As in "BDT assistance in 2016: spectrum management (Eritrea, Haiti); …", and rows under such a heading."""
    layout = Layout(marked)
    for view in layout.views:
        lead, colon, _ = view.text.partition(":")
        head = Cell(view.start, view.start + len(lead), lead, _within(view, view.start, view.start + len(lead)))
        helper = _helper(head) if colon else None
        for item in view.of("Country") if helper else ():
            if helper and item.start > head.end:
                yield view.claim("ASSISTED", helper, item, "read_assistance_lists", topic=_listed_topic(view, item))
        is_listed = not colon and view.passage.kind != "paragraph"
        if is_listed and (over := next(layout.over(view), None)) and (helper := _helper(over)):
            for item in view.of("Country"):
                topic = next((cell.text.strip() for cell in view.cells if item.end <= cell.start), "")
                yield view.claim("ASSISTED", helper, item, "read_assistance_lists", topic=topic)


def _helper(lead: Cell) -> Mention | None:
    """Who assists, where a lead-in is a noun phrase: "BDT assistance in 2016", "Countries assisted by BDT"."""
    words, given = lead.words, load_words("assistance", "given")
    if not given.occurs(words) or load_words("assistance", "denied").occurs(words) or len(words) > 14:
        return None
    bodies = [item for item in lead.mentions if item.label in BODIES]
    first = words_of(lead.before(bodies[0].start)) if bodies else []
    noun_follows = bool(bodies) and given.opens(words_of(lead.after(bodies[0].end))[:1] or [""])
    agent = bool(bodies) and (first[-1:] or [""])[0] in ("by", "from", "of") and given.occurs(first)
    return bodies[0] if noun_follows or agent else None


def _listed_topic(view: View, country: Mention) -> str:
    """What stands before the bracket in which a country is listed."""
    before = view.before(country.start)
    opening = before.rfind("(")
    if opening < 0 or ")" in before[opening:]:
        return ""
    return before[max(before.rfind(";", 0, opening), before.rfind(":", 0, opening)) + 1 : opening].strip()


def _within(view: View, start: int, end: int) -> tuple[Mention, ...]:
    return tuple(item for item in view.mentions if start <= item.start < end)


def read_group_lists(marked: MarkedReport) -> Iterator[Claim]:
    """Rows "FG-QIT4N | Focus Group on … | set up by TSAG": who founded the group of the first cell."""
    founded = load_words("groups", "founded")
    for view in Layout(marked).views:
        groups = view.cells[0].of("Group") if view.is_row else ()
        if len({item.ref for item in groups}) != 1:
            continue
        for cell in view.cells[1:]:
            bodies = [item for item in cell.mentions if item.label in BODIES and item.ref != groups[0].ref]
            lead = words_of(cell.before(bodies[0].start)) if bodies else []
            if bodies and founded.holds(lead[:-1] if lead[-1:] == ["the"] else lead):
                yield view.claim("PART_OF", groups[0], bodies[0], "read_group_lists")
