"""Tables of liaison statements: a row for each, under a lead-in or a header row that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netgov.graph.model import Ref
from netgov.ingest.layouts.liaison_header import subject_of
from netgov.ingest.layouts.views import BODIES, Cell, Layout, View
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention

RULE = "read_liaison_tables"


def read_liaison_tables(marked: MarkedReport) -> Iterator[Claim]:
    """Rows under "Incoming liaison statements to ITU-T SG12", or of a table "Study group | Liaised with | Topic"."""
    layout = Layout(marked)
    for view in layout.views:
        if not view.is_row or load_words("liaison", "unsent").occurs(view.words):
            continue
        header = layout.header(view)
        if source := _own_column(view, header):
            yield from _by_header(view, header, source)
        elif owner := _owner(layout, view):
            yield from _by_lead_in(view, header, owner)


def _own_column(view: View, header: tuple[str, ...]) -> Mention | None:
    """The body of a row that has a column for it and one for its partners."""
    if not _columns(view, header, "partners"):
        return None
    named = [item for cell in _columns(view, header, "bodies") for item in cell.of("StudyGroup", "Group")]
    return named[0] if named else None


def _columns(view: View, header: tuple[str, ...], name: str) -> list[Cell]:
    words = load_words("liaison", name)
    return [cell for cell, head in zip(view.cells, header, strict=False) if words.holds(head.split())]


def _by_header(view: View, header: tuple[str, ...], source: Mention) -> Iterator[Claim]:
    topic = next((cell.text.strip() for cell in _columns(view, header, "topics")), "")
    for cell in _columns(view, header, "partners"):
        yield from _ties(view, source, cell.mentions, topic)


def _owner(layout: Layout, view: View) -> Mention | Ref | None:
    """Whose liaison statements the rows are: a lead-in calls them so, and it or what stands above it names a body."""
    for lead in layout.over(view):
        if load_words("liaison", "nouns").occurs(lead.words):
            if any(load_words("liaison", name).occurs(lead.words) for name in ("unsent", "persons")):
                return None
            own = lead.of("StudyGroup", "Group")
            return own[0] if len({item.ref for item in own}) == 1 else layout.body_over(view)
    return None


def _by_lead_in(view: View, header: tuple[str, ...], owner: Mention | Ref) -> Iterator[Claim]:
    """The partners of a row: of their own column, of a cell that holds nothing else, else behind "from" or "to"."""
    columns = _columns(view, header, "partners")
    cells = columns or [cell for cell in view.cells if _is_list_of_bodies(cell)]
    partners = [item for cell in cells for item in _bodies(cell)] or list(_led_by_preposition(view))
    yield from _houses(view, owner) if not partners else ()
    titles = _columns(view, header, "topics") or [cell for cell in view.cells if _is_title(cell)]
    topic = subject_of(titles[0].text) if titles else ""
    yield from _ties(view, owner, partners, topic)


def _ties(view: View, source: Mention | Ref, partners: Sequence[Mention], topic: str) -> Iterator[Claim]:
    own = source.ref if isinstance(source, Mention) else source
    for body in partners:
        if body.label in BODIES and body.ref != own:
            yield view.claim("LIAISED_WITH", source, body, RULE, topic=_without_addressees(topic))


def _houses(view: View, owner: Mention | Ref) -> Iterator[Claim]:
    """As in "TD 420 | IEEE P1234 | LS on …": a project stands for the body whose name its number begins with."""
    for cell in view.cells[1:]:
        for item in cell.of("Publication")[:1]:
            house = ("Organization", item.key.split(" ")[0])
            is_alone = cell.text.strip() == cell.text[item.start - cell.start : item.end - cell.start]
            if is_alone and load_gazetteer().find(house):
                yield view.claim("LIAISED_WITH", owner, house, RULE)


def _without_addressees(topic: str) -> str:
    """As in "on speech quality (reply to SG12-LS88)": without what stands in brackets."""
    return topic.split(" (")[0].strip(" .;")


def _is_title(cell: Cell) -> bool:
    return load_words("liaison", "nouns").occurs([word.split("/")[0] for word in cell.words[:2]])


def _bodies(cell: Cell) -> list[Mention]:
    return [item for item in cell.mentions if item.label in BODIES]


def _is_list_of_bodies(cell: Cell) -> bool:
    """Whether a cell names bodies and says no more: "IEC TC 100, ISO/IEC JTC 1/SC 29"."""
    rest, position = "", cell.start
    for item in _bodies(cell):
        rest += cell.after(position)[: max(0, item.start - position)]
        position = max(position, item.end)
    rest += cell.after(position)
    return bool(_bodies(cell)) and set(words_of(rest)) <= {"and", "the", "from", "to", "/", "&"}


def _led_by_preposition(view: View) -> Iterator[Mention]:
    """As in "LS from ETSI TC STQ on speech quality", "LS/o on loudness [to EBU and SMPTE]"."""
    last: Mention | None = None
    for item in view.mentions:
        if item.label not in BODIES:
            continue
        lead = words_of(view.before(item.start))
        listed = last and set(words_of(view.after(last.reach)[: item.start - last.reach])) <= {"and", "the"}
        lead = lead[:-1] if lead[-1:] == ["the"] else lead
        if listed or (lead and lead[-1] in ("from", "to") and lead[-2:-1] not in (["reply"], ["response"])):
            last = item
            yield item
