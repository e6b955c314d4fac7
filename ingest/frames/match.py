"""Predications against frames: which claims they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.graph.keys import is_of_itu
from netgov.graph.model import Ref
from netgov.ingest.frames.properties import find_edition, find_role, find_status, is_revised, is_revision
from netgov.ingest.frames.topics import find_topic
from netgov.ingest.lexicon.frames import Frame, Frames
from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.clause import Phrase, Predication
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention

DEFINITE = frozenset(["the", "this", "that", "its", "their", "year"])
EVENTS = frozenset(["event", "own event", "event of group", "event's group"])
GROUPS = frozenset(["Group", "StudyGroup"])
GATHERINGS = frozenset(["meeting", "plenary", "session"])
ACTING = frozenset(["Group", "StudyGroup", "Organization", "Programme"])
TAKING_PART = frozenset(["PARTICIPATED_IN", "CONTRIBUTED_TO"])
ANY = "*"
"""A frame that any verb calls up."""


@dataclass(frozen=True)
class End:
    """One end of a claim: what it is and where it is named, if it is."""

    ref: Ref
    at: Span | None = None
    mention: Mention | None = None


class Matcher:
    """Matches the predications of one document."""

    def __init__(self, marked: MarkedReport, frames: Frames) -> None:
        self.marked, self.frames = marked, frames
        self.organizers = {item.ref: item.organizer for item in marked.mentions if item.organizer}
        self.attended: dict[int, Ref] = {}
        """The event of each passage that somebody was said to take part in: who speaks on speaks there."""

    def match(self, item: Predication) -> Iterator[Claim]:
        """Every claim that a predication makes, by each frame that its word calls up."""
        by_word = self.frames.by_word
        for frame in (*by_word.get((item.form, item.lemma), ()), *by_word.get((item.form, ANY), ())):
            if item.modality in frame.accepts and self._is_carried(frame, item):
                for claim in self._claims(frame, item):
                    if claim.type == "PARTICIPATED_IN":
                        self.attended[item.sentence.passage.ordinal] = claim.target
                    yield claim

    def _is_carried(self, frame: Frame, item: Predication) -> bool:
        if any(phrase.is_named for phrase in item.role(*frame.unless)):
            return False
        if frame.passive is not None and frame.passive != item.is_passive:
            return False
        if frame.main and not item.is_main:
            return False
        carried = {mention.label for phrase in item.role("object", "in") for mention in phrase.mentions}
        if frame.carries and not frame.carries & carried:
            return False
        if frame.manner and not frame.manner & item.manner:
            return False
        if any(_is_headed(phrase, frame.unless_about) for phrases in item.roles.values() for phrase in phrases):
            return False
        if frame.carriers and item.carrier not in frame.carriers:
            return False
        phrases = item.role("object", "by", "in", "through", "for")
        return not frame.about or any(_is_headed(phrase, frame.about) for phrase in phrases)

    def _claims(self, frame: Frame, item: Predication) -> Iterator[Claim]:
        sources = list(self._ends(item, frame.source, frame.source_labels, frame.source_default, frame.source_heads))
        if frame.mutual:
            pairs = [list(_unique(ends)) for role in frame.source for ends in self._pairs(item, role, frame)]
            for ends in pairs if len(pairs) > 1 else [sources]:
                yield from self._mutual(frame, item, ends)
            return
        targets = list(self._ends(item, frame.target, frame.target_labels, frame.target_default, frame.target_heads))
        positions = [end.at[0] for end in targets if end.at]
        for source in sources:
            for target in targets:
                if source.ref != target.ref and self._agrees(frame, item, source, target):
                    yield self._claim(frame, item, source, target, positions)

    def _pairs(self, item: Predication, role: str, frame: Frame) -> Iterator[list[End]]:
        """The pairs of "between A and B on X, and between A and C on Y"."""
        for phrase in item.role(role) if role == "between" else ():
            ends = list(self._named(item, phrase, role, frame.source_labels))
            if len(ends) > 1 and self.marked.report.text[: phrase.start].rstrip().endswith(role):
                yield ends

    def _agrees(self, frame: Frame, item: Predication, source: End, target: End) -> bool:
        """Whether the names of the ends allow it: a group holds its own meetings, a focus group keeps its parent."""
        if frame.unless_known and source.mention is not None and source.mention.known.get(frame.unless_known):
            return False
        event = source.mention.event if source.mention is not None else None
        if frame.relation == "HELD_IN" and event is not None and event.is_denied:
            return False
        if frame.relation == "ORGANIZED" and item.lemma in word_set("teaching") and _is_of_series(target.mention):
            return False
        organizer = target.mention.organizer if target.mention is not None else self.organizers.get(target.ref)
        if frame.relation in TAKING_PART and organizer == source.ref:
            return False  # a group takes part in its own meeting: that says nothing
        return not (item.lemma == "hold" and organizer and organizer != source.ref)

    def _mutual(self, frame: Frame, item: Predication, ends: Sequence[End]) -> Iterator[Claim]:
        """The first with each other; the side of the ITU comes first."""
        positions = [end.at[0] for end in ends if end.at]
        for other in ends[1:]:
            if other.ref != ends[0].ref:
                first, second = sorted((ends[0], other), key=lambda end: not is_of_itu(end.ref[1]))
                if second.ref[0] in frame.target_labels:
                    yield self._claim(frame, item, first, second, positions, partner=other)

    def _ends(
        self,
        item: Predication,
        roles: tuple[str, ...],
        labels: frozenset[str],
        default: str,
        heads: frozenset[str] = frozenset(),
    ) -> Iterator[End]:
        """What fills the first of the roles that is filled; a named filler that does not fit leaves the end open."""
        is_closed = False
        for role in roles:
            phrases = [phrase for phrase in item.role(role) if not heads or phrase.noun in heads]
            found = [end for phrase in phrases for end in self._named(item, phrase, role, labels)]
            if found:
                yield from _unique(_without_their_bodies(_without_their_countries(found)))
                return
            if role == "subject" and any(phrase.is_unknown_name for phrase in phrases):
                return
            named = [phrase for phrase in phrases if phrase.is_named and not (phrase.is_pronoun and default in EVENTS)]
            is_closed |= bool(named) and not self._stands_for(named, default)
            is_closed |= default in EVENTS and any(not self._may_be_event(phrase) for phrase in phrases)
        if not is_closed:
            yield from self._understood(item, default, labels)

    def _stands_for(self, phrases: Sequence[Phrase], default: str) -> bool:
        """Whether a body that is named may stand for its meeting: "The Group was addressed by …"."""
        return default == "event of group" and any(
            item.label in GROUPS for phrase in phrases for item in phrase.mentions
        )

    def _may_be_event(self, phrase: Phrase) -> bool:
        """Whether what fills a role may be the meeting that is spoken of, and is no other thing."""
        if not phrase.mentions and word_set("other times") & set(phrase.head.split()):
            return False
        is_definite = phrase.determiner in DEFINITE or phrase.noun in ("participant", "floor", "meeting")
        is_event = phrase.noun in word_set("occasions") and is_definite
        return phrase.is_pronoun or is_event or bool(phrase.mentions)

    def _named(self, item: Predication, phrase: Phrase, role: str, labels: frozenset[str]) -> Iterator[End]:
        if role != "subject" and phrase.noun in GATHERINGS and labels <= ACTING:
            return  # what is done to or at the meeting of a body is not done to the body
        mentions = phrase.owner if role == "poss" and not phrase.mentions else phrase.mentions
        for mention in mentions:
            acting = _acting(mention, labels)
            if acting is not None:
                yield End(acting, self._printed(item, mention), mention)

    def _printed(self, item: Predication, mention: Mention) -> Span | None:
        inside = item.sentence.start <= mention.start < item.sentence.end
        return (mention.start, mention.end) if inside else None

    def _understood(self, item: Predication, default: str, labels: frozenset[str]) -> Iterator[End]:
        if default == "body":
            for mention in item.understood if item.is_main else ():
                acting = _acting(mention, labels)
                if acting is not None:
                    yield End(acting)
        elif default == "group":
            yield from (End(mention.ref) for mention in item.before if mention.label in labels)
        elif default in EVENTS:
            own = self.marked.setting.event
            before = self._event_before(item) if default != "own event" else None
            if default == "event's group" and (group := self.organizers.get(before.ref if before else own or ("", ""))):
                yield End(group)
            elif before is not None:
                yield End(before.ref, self._printed(item, before), before)
            elif attended := self.attended.get(item.sentence.passage.ordinal):
                yield End(attended)
            elif own is not None:
                yield End(own)
        elif default == "document":
            yield End(self.marked.document)

    def _event_before(self, item: Predication) -> Mention | None:
        """The last event named before in the same passage or its lead-in, or else behind in the same sentence."""
        passage = item.sentence.passage
        ordinals = (passage.ordinal, *(() if passage.intro is None else (passage.intro,)))
        found: Mention | None = None
        for ordinal in sorted(ordinals):
            for sentence in self.marked.by_passage.get(ordinal, ()):
                for mention in sentence.of("Event"):
                    if not any(mark.isdigit() for mark in mention.key):
                        continue  # a series, not one time of it
                    if sentence.between(sentence.start, mention.start).rstrip().endswith(" for"):
                        continue  # "a preparatory meeting for WRC-23"
                    if mention.start < item.at or (found is None and sentence.start == item.sentence.start):
                        found = mention
        return found

    def _claim(
        self,
        frame: Frame,
        item: Predication,
        source: End,
        target: End,
        positions: Sequence[int],
        partner: End | None = None,
    ) -> Claim:
        text, sentence, work = self.marked.report.text, item.sentence, target.mention
        return Claim(
            type=frame.relation,
            source=source.ref,
            target=target.ref,
            quote=(sentence.start, sentence.end),
            rule=frame.rule,
            source_at=source.at,
            target_at=target.at,
            topic=find_topic(frame, item, (partner or target).at, positions, text),
            edition=find_edition(work),
            status=find_status(frame, item, work),
            role=find_role(frame, item, text),
            revised=is_revised(frame, item, work),
            revision=is_revision(frame, item),
        )


def _is_of_series(event: Mention | None) -> bool:
    """Whether it is a conference of a known series, or the series itself, and no course or workshop with a title."""
    is_meeting = event is not None and (event.is_meeting or event.is_told_by_verb)
    return event is not None and not is_meeting and not event.stated.get("title")


def _is_headed(phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether a noun, with or without what stands before it, is one of the words."""
    parts = phrase.head.split()
    return bool(words) and any(" ".join(parts[index:]) in words for index in range(len(parts)))


def _acting(mention: Mention, labels: frozenset[str]) -> Ref | None:
    """The node that a mention is at this end; a Question acts as its study group."""
    if mention.label in labels:
        return mention.ref
    if mention.label == "Question" and "StudyGroup" in labels:
        return "StudyGroup", str(mention.known["group"])
    return None


def _unique(ends: Sequence[End]) -> Iterator[End]:
    seen: set[Ref] = set()
    for end in ends:
        if end.ref not in seen:
            seen.add(end.ref)
            yield end


def _without_their_countries(ends: Sequence[End]) -> list[End]:
    """ "Geneva, Switzerland" is one place: the country that a city is in stands only for itself where no city does."""
    cities = [end.ref[1] for end in ends if end.ref[0] == "Place"]
    return [end for end in ends if not any(end.ref[0] == "Country" and city.endswith(end.ref[1]) for city in cities)]


def _without_their_bodies(ends: Sequence[End]) -> list[End]:
    """ "The meeting of CWG-WSIS" is the meeting, not the group whose it is."""
    owners = {end.mention.organizer for end in ends if end.mention is not None and end.mention.organizer}
    return [end for end in ends if end.ref not in owners]
