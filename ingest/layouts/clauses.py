"""A resolution's head and clauses: where it was adopted, whom it directs, what it recalls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.graph.model import Ref
from netgov.ingest.layouts.citations import CITED, edition_of
from netgov.ingest.layouts.views import BODIES, Layout, View
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention

_TOP = 8
"""Among how many passages from the top a resolution names itself."""
_TOPIC = 160


def own_resolution(marked: MarkedReport) -> Ref | None:
    """The resolution that the document is: one that a line in capitals names at its top."""
    for view in Layout(marked).views[:_TOP]:
        for item in view.of("Resolution"):
            return item.ref if view.text.split(" ")[0].isupper() and item.start == view.start else None
    return None


def read_adoption(marked: MarkedReport) -> Iterator[Claim]:
    """As in "The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),"."""
    if own_resolution(marked) is None:
        return
    for view in Layout(marked).views[: 2 * _TOP]:
        if view.passage.clause:
            return
        events, places = view.of("Event"), view.of("Place")
        if events and places and view.text.startswith("The ") and view.text.rstrip().endswith(","):
            yield view.claim("HELD_IN", events[0], places[0], "read_adoption")


@dataclass(frozen=True)
class _Directive:
    """A verb of a resolution and whom it addresses."""

    verb: str
    bodies: tuple[Mention, ...]


def read_directives(marked: MarkedReport) -> Iterator[Claim]:
    """As in "instructs the Secretary-General / 1 to prepare …"; "resolves / 2 that ITU shall …"."""
    own = own_resolution(marked)
    if own is None:
        return
    standing: _Directive | None = None
    for view in Layout(marked).views:
        opening = _directive(view)
        if view.passage.kind == "clause" or opening:
            standing = opening
            if opening is None or not _asks(view, opening):
                continue
        elif not view.passage.clause or view.passage.kind in ("note", "heading"):
            continue
        directives = [standing] if standing else _directed_within(view)
        for directive in directives:
            for body in directive.bodies:
                own_properties = {"clause": view.passage.section, "topic": _topic(view.text)}
                yield view.claim("DIRECTS", own, body, "read_directives", verb=directive.verb, **own_properties)
        if opening:
            standing = None


def _directive(view: View) -> _Directive | None:
    """The directive that a line opens: "further instructs the Director of BR", "resolves to invite Member States"."""
    words = words_of(view.text)
    skipped = load_words("clauses", "adverbs").opens(words)
    size = _verb_size(words[skipped:])
    bodies = tuple(_addressees(view)) if size and view.text[:1].islower() else ()
    return _Directive(" ".join(words[skipped : skipped + size]), bodies) if bodies else None


def _verb_size(words: Sequence[str]) -> int:
    if size := load_words("clauses", "directs").opens(words):
        return size
    if load_words("clauses", "decides").opens(words):
        start = next((place for place, word in enumerate(words[:4]) if word == "to"), len(words)) + 1
        size = load_words("clauses", "infinitives").opens(words[start:])
        return start + size if size else 0
    return 0


def _addressees(view: View) -> Iterator[Mention]:
    """Who is asked: the bodies up to what they are asked to do, without those that only stand by them."""
    position, aside = view.start, False
    for item in view.mentions:
        if item.label not in BODIES and item.label != "Country":
            continue
        gap = view.after(position)[: item.start - position]
        words = words_of(gap)
        if position > view.start and ("to" in words or "that" in words):
            return
        if _stands_by(words):
            aside = True
        elif "," in gap or ";" in gap:
            aside = False
        if not aside:
            yield item
        position = item.reach


def _stands_by(words: Sequence[str]) -> bool:
    """As in ", in close collaboration with the Director of BDT"."""
    asides = load_words("clauses", "asides")
    return any(
        asides.holds([word]) and "with" in words[place + 1 : place + 3] for place, word in enumerate(words)
    ) or words[-2:] == ["together", "with"]


def _asks(view: View, directive: _Directive) -> bool:
    """Whether a line says itself what it asks for: "invites Member States to take part"."""
    return words_of(view.after(directive.bodies[-1].reach))[:1] == ["to"]


def _directed_within(view: View) -> Iterator[_Directive]:
    """As in "that ITU shall …" of a clause "resolves"; "to call upon ITU-T, in particular Study Group 3 …, to …"."""
    verb, position = "", view.start
    for item in view.mentions:
        if item.label not in BODIES:
            continue
        before = words_of(view.after(position)[: item.start - position])
        lead = before[:-1] if before[-1:] == ["the"] else before
        after = words_of(view.after(item.reach))
        if before and "that" in before[-2:] and after[:1] in (["shall"], ["should"], ["must"]):
            yield _Directive(words_of(view.passage.clause)[0], (item,))
        elif size := load_words("clauses", "infinitives").closes(lead):
            verb = " ".join(lead[-size:])
            yield _Directive(verb, (item,))
        elif verb and set(before) <= {"the", "and", "in", "particular", "especially"}:
            yield _Directive(verb, (item,))
        else:
            verb = ""
        position = item.reach


def _topic(text: str) -> str:
    """What is asked for, up to the first comma, kept short."""
    label, _, rest = text.partition(")")
    text = (rest if len(label) <= 3 else text).strip(" ;,.\t")
    head = text[:_TOPIC].replace("; ", ", ").split(", ")[0]
    return head if len(head) > 20 else text[:_TOPIC]


def read_recitals(marked: MarkedReport) -> Iterator[Claim]:
    """REFERENCES of a resolution to what its clauses name: "recalling / a) Resolution 101 (Rev. Busan, 2014)"."""
    own = own_resolution(marked)
    if own is None:
        return
    for view in Layout(marked).views:
        if not view.passage.clause:
            continue
        for item in _cited(view):
            cited = {"edition": edition_of(view, item), "clause": view.passage.section}
            yield view.claim("REFERENCES", own, item, "read_recitals", **cited)


def _cited(view: View) -> Iterator[Mention]:
    """What a clause cites; not what a resolution that it cites is on, nor what another answers for."""
    resolution: Mention | None = None
    others, outcomes = load_words("clauses", "others"), load_words("clauses", "outcomes")
    for item in view.mentions:
        gap = view.after(resolution.reach)[: item.start - resolution.reach] if resolution else ""
        if item.label == "Resolution":
            resolution = item
        elif item.label in ("Publication", "Event") and _is_subject(gap):
            continue
        before = [word for word in words_of(view.before(item.start))[-9:] if word != "the"]
        around = before + words_of(view.after(item.end))[:1]
        invoked = item.label == "Event" and before[-1:] != ["to"] and outcomes.occurs(around)
        answered = others.occurs(words_of(view.before(item.start))[-6:]) or others.opens(_next(view, item))
        if (item.label in CITED or invoked) and not answered:
            yield item


def _is_subject(gap: str) -> bool:
    """As in "Resolution 70/1, on the 2030 Agenda": what a resolution is on, and no text that is cited too."""
    words = words_of(gap)
    leads = {"on", "entitled", "concerning", "regarding", "relating"}
    return gap.count(",") == 1 and bool(leads & set(words)) and words[-1:] != ["and"] and ";" not in gap


def _next(view: View, item: Mention) -> list[str]:
    words = words_of(view.after(item.end)[:60])
    return words[next((place for place, word in enumerate(words) if word not in ("which", "that", "is", "are")), 0) :]
