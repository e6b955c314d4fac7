"""Whose an office is that is printed without a body: "The Chairman, Mr X", "its chairman", "of the study group"."""

from __future__ import annotations

from collections.abc import Iterator

from netgov.graph.model import Ref
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention

_GROUPS = ("StudyGroup", "Group")
_COUNCIL = ("Organization", "ITU Council")
"""What "Council 2017" is a session of."""
_NEAR = 16
"""How many words ahead a sentence names the meeting that it tells of."""
_HOLDERS = (*_GROUPS, "Organization", "Programme")


def group_meant(marked: MarkedReport, sentence: Sentence, offset: int) -> Ref | None:
    """The group that a text is about at an offset: the one named before in the sentence, of the meeting, the heading.

    Where the text is about none, it is the one whose meeting the sentence goes on to name at once.
    """
    if named := next((item for item in sentence.of(*_GROUPS) if item.end <= offset), None):
        return named.ref
    if own := own_group(marked):
        return own
    for found in (_of_meeting(marked, offset), _of_subject(marked, sentence), _of_headings(marked, sentence)):
        if found:
            return found
    body = marked.setting.body
    return body if body and body[0] in _GROUPS else _of_meeting_ahead(sentence, offset)


def own_group(marked: MarkedReport) -> Ref | None:
    """Who held the meeting that a document is the report of; a conference has a chairman of its own."""
    event = marked.setting.event
    if event is None or marked.setting.body:
        return marked.setting.body if event else None
    named = next((item for item in marked.mentions if item.ref == event), None)
    if named is None or (organizer := _organizer(named)):
        return organizer if named else None
    if named.known.get("kind") == "session" and named.key.startswith("Council "):
        return _COUNCIL
    return event if named.known.get("kind") in ("conference", "assembly") else None


def possessor(marked: MarkedReport, sentence: Sentence, offset: int, *, countries: bool) -> Ref | None:
    """Who "its" is: the body or, of a delegate, the country named last in the sentence; else the group told of."""
    labels = ("Country",) if countries else _HOLDERS
    named = [item for item in sentence.of(*labels) if item.end <= offset]
    if named or countries:
        return named[-1].ref if named else None
    return group_meant(marked, sentence, offset)


def group_named(marked: MarkedReport, sentence: Sentence, noun: str, offset: int) -> Ref | None:
    """The group that "the study group", "the focus group", "the Group" stands for: the last one of that kind."""
    kind = noun.removesuffix("the ").strip()
    if kind in ("group", "committee", "team"):
        return group_meant(marked, sentence, offset)
    for item in _before(marked, offset):
        is_study_group = item.label == "StudyGroup"
        if is_study_group if kind == "study group" else kind == str(item.known.get("kind", "")):
            return item.ref
    own = marked.setting.body
    return own if own and kind == "study group" and own[0] == "StudyGroup" else None


def bureau_meant(marked: MarkedReport, offset: int) -> Ref | None:
    """The bureau whose Director was named before: "The Director, Ms X"."""
    bureaux = (item for item in _before(marked, offset) if item.known.get("kind") == "bureau")
    return next((item.ref for item in bureaux), None)


def _before(marked: MarkedReport, offset: int) -> Iterator[Mention]:
    """The bodies named before an offset in the same section, the nearest first."""
    section = marked.report.passage_at(offset).section
    for item in reversed(marked.mentions):
        if item.start < offset and item.label in _HOLDERS:
            if marked.report.passage_at(item.start).section != section:
                return
            yield item


def _of_meeting(marked: MarkedReport, offset: int) -> Ref | None:
    """The group whose meeting was named last in the section."""
    event = marked.event_before(offset)
    return _organizer(event) if event else None


def _of_meeting_ahead(sentence: Sentence, offset: int) -> Ref | None:
    """As in "The Chairman, Mr X, opened the third meeting of FG-MV"."""
    organizers = {_organizer(item) for item in sentence.of("Event") if item.start > offset}
    groups = {item.ref for item in sentence.of(*_GROUPS)}
    is_near = any(len(sentence.between(offset, item.start).split()) < _NEAR for item in sentence.of("Event"))
    found = organizers.pop() if len(organizers) == 1 and is_near else None
    return found if found and groups <= {found} else None


def _organizer(event: Mention) -> Ref | None:
    organizer: Ref | None = event.organizer if event.is_meeting else None
    return organizer if organizer and organizer[0] in _GROUPS else None


def _of_subject(marked: MarkedReport, sentence: Sentence) -> Ref | None:
    """The group that opens the passage, or an earlier sentence of it."""
    for earlier in reversed(marked.by_passage[sentence.passage.ordinal]):
        groups = earlier.of(*_GROUPS) if earlier.start < sentence.start else ()
        if groups and len(earlier.between(earlier.start, groups[0].start).split()) <= 1:
            return groups[0].ref
    return None


def _of_headings(marked: MarkedReport, sentence: Sentence) -> Ref | None:
    """The one group that the nearest heading above names."""
    for ordinal in reversed(sentence.passage.above):
        found = {item.ref for part in marked.by_passage.get(ordinal, ()) for item in part.of(*_GROUPS)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
