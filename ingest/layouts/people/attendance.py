"""Lists of bodies that were there, and what the lines at the front of a report say: "Host:", "Participants:"."""

from __future__ import annotations

from collections.abc import Iterator

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.entries import is_front
from netgov.ingest.lexicon.persons import column_of, has_word
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage

_BODIES = ("Country", "Organization", "Group", "StudyGroup")
_LONGEST = 400
_LONGEST_LABEL = 18
_LINES = 5
"""How far below the title of an event its labels stand."""


def read_attendance(marked: MarkedReport) -> Iterator[Claim]:
    """PARTICIPATED_IN of the bodies of a line "Participants: …", or of an item each under such a heading."""
    event = marked.setting.event
    for passage in marked.report.passages if event else ():
        sentence = _only(marked, passage)
        if event is None or sentence is None or sentence.of("Person"):
            continue
        label, colon, _ = sentence.text.partition(":")
        if colon and (_is_of_attendance(label) or (_is_plain(label) and _is_of_attendance(passage.heading))):
            listed = _at_top(sentence, sentence.start + len(label))
        elif passage.kind in ("bullet", "row") and (lead := _lead(marked, passage)) and _is_of_attendance(lead):
            listed = _at_top(sentence, sentence.start + _column(marked, passage))[:1]
        else:
            continue
        for item in listed:
            yield _claim("PARTICIPATED_IN", sentence, item, event, "attendance")


def read_front_labels(marked: MarkedReport) -> Iterator[Claim]:
    """ORGANIZED by the bodies of a line "Organizers: …", "Host: …" under the title of an event."""
    for sentence in marked.sentences:
        label, colon, _ = sentence.text.partition(":")
        if colon and load_words("front", "organizers").holds(words_of(label)):
            event = _event_over(marked, sentence)
            for item in _at_top(sentence, sentence.start + len(label)):
                yield from [_claim("ORGANIZED", sentence, item, event, "front_label")] if event else []


def _event_over(marked: MarkedReport, sentence: Sentence) -> Ref | None:
    """The event of the title a few lines above a label, else at the front of a report the document's own."""
    event = marked.event_before(sentence.start)
    if event and sentence.passage.ordinal - marked.report.passage_at(event.start).ordinal <= _LINES:
        return event.ref
    return marked.setting.event if is_front(sentence.passage) else None


def _claim(type_: str, sentence: Sentence, item: Mention, event: Ref, rule: str) -> Claim:
    return Claim(type_, item.ref, event, (sentence.start, sentence.end), rule, (item.start, item.end))


def _only(marked: MarkedReport, passage: Passage) -> Sentence | None:
    sentences = marked.by_passage.get(passage.ordinal, ())
    is_entry = len(sentences) == 1 and len(passage.text) < _LONGEST and passage.kind not in ("heading", "caption")
    return sentences[0] if is_entry else None


def _is_of_attendance(label: str) -> bool:
    """Whether a label or heading says that those on the list were there, and not that they belong to a group."""
    words = words_of(label.rpartition(". ")[2].replace("/", " "))
    return _is_plain(label) and (has_word("attendance", "present", words) or has_word("attendance", "bodies", words))


def _is_plain(label: str) -> bool:
    """Whether a label has no words but those for who was there: "Sector Members", "Member States present"."""
    words = words_of(label.rpartition(". ")[2].replace("/", " "))
    known = ("present", "bodies", "lead")
    is_known = all(word.isdigit() or any(has_word("attendance", name, [word]) for name in known) for word in words)
    return is_known and 0 < len(words) < _LONGEST_LABEL


def _column(marked: MarkedReport, passage: Passage) -> int:
    """Where in a row the column of organizations begins, if its table has one and others before it."""
    first = passage.ordinal
    while first and "\t" in marked.report.passages[first - 1].text and "\t" in passage.text:
        first -= 1
    heads = [column_of(head) for head in marked.report.passages[first].text.split("\t")]
    at = heads.index("body") if "body" in heads else 0
    return sum(len(cell) + 1 for cell in passage.text.split("\t")[:at])


def _lead(marked: MarkedReport, passage: Passage) -> str:
    lead = marked.report.passages[passage.intro].text if passage.intro is not None else passage.heading
    return lead if len(lead) < _LONGEST else ""


def _at_top(sentence: Sentence, start: int) -> list[Mention]:
    """The bodies from an offset on, outside brackets; a body that only stands for all of its kind is none."""
    found: list[Mention] = []
    for item in sentence.of(*_BODIES):
        before = sentence.between(sentence.start, item.start)
        is_bracketed = before.count("(") > before.count(")")
        if item.start >= start and not is_bracketed and item.known.get("kind") != "constituency":
            found.append(item)
    return found
