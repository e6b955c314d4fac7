"""Participation: "A and B attended the meeting", "addressed by", "at which X presented", "speakers from Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.happenings import Context
from netgov.ingest.rules.participants import agents_of, before_verb, listed
from netgov.ingest.rules.reading import Found, Reading, Sentence

_NOUN = (
    r"(?:(?:first|second|opening|closing|high-level|same|annual|virtual|inaugural|regional|plenary|training|\w+day)\s){0,3}"
    r"(?:meetings?|workshops?|courses?|trainings?|events?|sessions?|forums?|conferences?|seminars?|symposi(?:um|a)|summit|"
    r"ceremony|webinars?|gathering|hackathon|dialogue|plenary|exercise|roundtable|panels?|assembly|segment|congress)"
)
_THAT_EVENT = re.compile(
    rf"\s?(?:(?:in|at|during)\s)?(?:the|this|that|these|both|its|each|one\sof\sthe)\s(?:{_NOUN}|"
    r"(?:[a-z-]+\s){0,3}(?:sessions?|panels?|segments?|ceremony|tracks?|discussions?|debates?))\b|"
    r"\s(?:in\s|at\s)?(?:it|both|them)\b(?=[,.;\s])",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"\s?(?=$|[.;,]|\s(?:as|online|remotely|virtually|in\sperson|too|by\scorrespondence)\b)")
_JOINS = re.compile(
    r"\b(?:participat(?:ed|es|ing|e)(?:\s\w+ly)?\s(?:in|at)|t(?:ook|akes?|aking)\s(?:\w+\s)?part\s(?:in|at)|"
    r"attend(?:ed|s|ing)?(?!\sby\b)|joined|spoke\s(?:at|during|in)|represented\s(?:at|in)|(?:was|were)\spresent\s(?:at|in|during)|"
    r"intervened\s(?:at|in|during)|exhibited\s(?:at|during)|(?:keynoted|moderated|co-moderated))(?!\w)"
)
_JOINS_BARE = re.compile(
    r"\b(?:participated|participates|took\s(?:\w+\s)?part|attended(?!\sby\b))(?=\s?(?:$|[.;,]|\s(?:as|online|remotely|virtually|in\sperson|too)\b))"
)
_OPENS = re.compile(r"\b(?:addressed|addresses|address|opened|closed|inaugurated)(?!\sby\b|\sto\b)(?!\w)")
_SPEAKS_AT = re.compile(
    r"\b(?:presented|presents|gave|delivered|made|shared|introduced|launched|showcased|demonstrated|announced|reported|"
    r"presenting|lectured|contributed\sa|provided\sa|highlighted|described|exhibited|spoke|intervened)(?!\w)"
)
_OBJECT = re.compile(
    r"\s(?:(?:the|this|a|an|its|both|also|remotely|participants|delegates|of|in|at|to|and|opening|closing|sessions?|ceremon(?:y|ies)|"
    r"segment|plenary|part|panel|high-level|most)\s)*"
)
_BY = re.compile(
    r"\b(?P<verb>attended|addressed|opened|closed|moderated|facilitated|inaugurated|keynoted|joined)\s(?:\w+ly\s|also\s)?by\s"
)
_GIVEN_BY = re.compile(r"\b(?:presented|given|delivered|made|introduced|provided|read|submitted)\s(?:\w+ly\s)?by\s")
_CHAIRED_BY = re.compile(
    r"\b(?:meetings?|workshops?|sessions?|events?|plenary|forums?|seminars?|courses?|conference|panels?|roundtable)\s(?:was|were)\s(?:both\s|all\s)?"
    r"(?:co-)?(?:chaired|presided\sover|led)\s(?:jointly\s)?by\s"
)
_GAVE_SPEECH = re.compile(
    r"\b(?:gave|delivered|made|read|offered)\s(?:(?:the|an?|its|her|his|some|two|brief|short|opening|closing|welcom(?:e|ing)|introductory|"
    r"concluding|keynote|inaugural|invited|video|special)\s){0,4}(?:address(?:es)?|remarks|keynotes?|speech(?:es)?|lectures?|presentations?|"
    r"welcome|statements?|talks?|tutorials?)\b(?=[.,;]|$|\s(?:on|about|and|by|via)\b)"
)
_WITH_TAKING = re.compile(
    r"\bwith\s(?=[^.;:]{2,200}?\s(?:taking\spart|participating|attending|present|in\sattendance|(?:being\s)?represented)\b)"
)
_TAKING = re.compile(
    r"\s(?:also\s|both\s|all\s)?(?:taking\spart|participating|attending|present|in\sattendance|(?:being\s)?represented)\b"
)
_AND_AS = re.compile(r"\sas\s(?:an?\s)?(?:full\s)?\w+,?\sand\s")
_SPEECH = re.compile(
    r"\b(?:[Kk]eynotes?|[Ss]peech(?:es)?|[Rr]emarks|[Aa]ddress(?:es)?|[Pp]resentations?|[Ll]ectures?|[Tt]alks?|[Ss]tatements?|[Ii]nterventions?)\b"
)
_PEOPLE_FROM = re.compile(
    r"\b(?:[Ss]peakers?|[Pp]anell?ists?|[Pp]articipants?|[Ll]ecturers?|[Tt]rainers?|[Pp]resenters?|[Dd]elegates?|[Ii]nstructors?|[Aa]ttendees|"
    r"[Mm]oderators?|[Ff]acilitators|[Ee]xperts)(?:\sand\s\w+)?\s(?:(?:came|coming|were\sdrawn|drawn|travelled|who\scame)\s)?"
    r"(?:from|included?|including|were|such\sas|representing)\s(?!(?:all|\d|more|over|some|around|about|invited)\b)"
)
_WITH = re.compile(
    r"\b(?:with\sthe\s(?:active\s)?participation\sof|in\sthe\spresence\sof|[Aa]mong\sthe\s(?:speakers|panell?ists|participants|presenters|attendees)\s(?:was|were))\s"
)
_AMONG = re.compile(
    r"\b(?:was|were|is|are)\s(?:also\s)?(?:among|one\sof|amongst)\s(?:the\s)?(?:\w+\s)?(?:speakers|panell?ists|participants|presenters|attendees|lecturers|trainers|delegates)\b"
)
_PROVIDED = re.compile(
    r"\b(?:provided|sent|contributed|supplied|seconded)\s(?:the\s|its\s|some\s|two\s|three\s|several\s|a\s)?(?:lecturers?|speakers?|trainers?|experts?|"
    r"instructors?|panell?ists?|facilitators?|moderators?|delegations?|resource\spersons)\b"
)
_RELATIVE = re.compile(r"\b(?:at|in|during)\swhich\s|\bwhere\s")
_DOES_THERE = re.compile(
    r"\b(?:presented|presents|spoke|participated?|took\spart|take\spart|gave|made|delivered|shared|showed|showcased|exhibited|addressed|intervened|"
    r"launched|demonstrated|(?:was|were)\srepresented|lectured|chaired|moderated|introduced|reported)\b"
)
_SO_DID = re.compile(r"\b(?:and\s)?(?:so|as)\s(?:did|does|do|had|have|was|were|will)\s")
_DURING = re.compile(
    r"^(?:During|At|In\sthe\scourse\sof|On\sthe\soccasion\sof|In\sthe\smargins\sof|Speaking\sat|Addressing)\s",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:overview|presentation|analysis|briefing|lecture|keynote|paper)\b[^.;]*\b(?:was|were)\s(?:also\s)?(?:presented|given|made|delivered)\b(?!\sby)"
)
_REPRESENTED_BY = re.compile(
    r"\brepresented\s(?:there\s|(?:at|in)\s[^,;:]{2,60}\s)?by\s(?:(?:its|the|a)\s)?(?:[^,;.:]{2,60},\s)?$"
)
_ONE_OF_WHOM = re.compile(r"\b(?:(?:one|two|some|all)\sof\swhom|including|among\sthem),?\s(?:was\s|were\s)?$")
_IN_CHAIR = re.compile(
    r"\b(?:under\sthe\s(?:chair(?:man|person)?ship|leadership|presidency|guidance)\sof|under\s(?:its|their)\s[\w-]+,|assisted\sby|presided\sover\sby|chaired\sby)\s(?:the\s)?$"
)
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|unable|declined|would|could|should|may|might|regret\w*|apolog\w*|absent|wish(?:es|ed)?|hop(?:es|ed?)|"
    r"invit\w+|encourag\w+|request\w*|asked|propos\w+|whether|if|intend\w*|unless|refused|failed|prevented|cancelled|withdr\w+)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:will|is\sto|are\sto|to\sbe|due\sto|scheduled\sto|expected\sto|planned\sto|plans?\sto)\b")
_REACH = 160


@dataclass(frozen=True)
class _Clause:
    """Who takes part where, and the offset of the verb that says so."""

    who: tuple[Mention, ...]
    events: tuple[Mention, ...]
    verb: int


def read_participation(reading: Reading) -> Iterator[Found]:
    """Everyone who took part, once per event."""
    place, seen = Context(), set[tuple[object, object]]()
    for sentence in reading.sentences:
        events = [item for item in sentence.mentions if item.label == "Event"]
        meant = place.meant(sentence, events)
        clauses = [clause for last in meant for clause in _clauses(sentence, events, last, place.joined)]
        place.joined = clauses[-1].events if clauses else ()
        for clause in clauses:
            for who in clause.who:
                for event in clause.events:
                    if (who.ref, event.ref) not in seen and who.ref != event.fields.get("organizer"):
                        seen.add((who.ref, event.ref))
                        own = {"status": "planned"} if _is_planned(sentence, clause) else {}
                        yield sentence.states("PARTICIPATED_IN", who.ref, event.ref, "read_participation", own)
        place.learn(sentence, events)


def _is_planned(sentence: Sentence, clause: _Clause) -> bool:
    """Whether the words at the verb speak of the future."""
    return bool(_PLANNED.search(sentence.before(clause.verb)[-50:]))


def _clauses(
    sentence: Sentence, events: Sequence[Mention], last: Mention | None, joined: tuple[Mention, ...]
) -> Iterator[_Clause]:
    """Each statement of the sentence that someone took part in something."""
    if not events and last is None:
        return
    agents = agents_of(sentence)
    if not agents and sentence.inherited is None:
        return
    found: list[_Clause] = []
    readers = (_active, _passive, _relative, _during, _people)
    for reader in readers:
        found += [item for item in reader(sentence, agents, events, last) if item.who and item.events]
    found = [item for item in found if not _is_denied(sentence, item)]
    yield from found
    joined = found[0].events if found else joined
    for match in _SO_DID.finditer(sentence.text) if joined else ():
        who = tuple(listed(sentence, agents, sentence.start + match.end()))
        found.append(_Clause(who, joined, sentence.start + match.start()))
        yield found[-1]
    yield from _persons_of(sentence, events, last, found)


def _is_denied(sentence: Sentence, clause: _Clause) -> bool:
    """Whether the words around the verb of the clause deny it."""
    start = min(item.start for item in clause.who)
    start, stop = min(start, clause.verb), max(start, clause.verb)
    words = sentence.between(start, stop) if stop - start < _REACH else sentence.between(stop - 60, stop)
    behind = sentence.after(clause.verb)[:12]
    return bool(_DENIED.search(words) or _DENIED.search(sentence.before(start)[-25:]) or "not " in behind)


def _targets(
    sentence: Sentence, verb_end: int, events: Sequence[Mention], last: Mention | None, gap: re.Pattern[str]
) -> tuple[Mention, ...]:
    """The event or events behind a verb: named, or "the meeting", which is the one before."""
    after = [item for item in events if item.start >= verb_end]
    if after and gap.fullmatch(sentence.between(verb_end, after[0].start)):
        found = [after[0]]
        for item in after[1:]:
            if not re.fullmatch(
                r"[^;:“\"]{0,80}(?:,|\band)\s(?:(?:also|in|at|the|its|to)\s)*",
                sentence.between(found[-1].reach, item.start),
            ):
                break
            found.append(item)
        return tuple(found)
    if _THAT_EVENT.match(sentence.after(verb_end)) or (gap is _JOINED and _ELIDED.match(sentence.after(verb_end))):
        before = [item for item in events if item.end <= verb_end]
        nearest = before[-1] if before else last
        return (nearest,) if nearest else ()
    return ()


_JOINED = re.compile(rf"{_OBJECT.pattern}|[^;:,]{{0,60}}\s(?:in|at|of)\s(?:the\s)?")
_SPOKEN = re.compile(
    rf"[^;:]{{0,{_REACH}}}\s(?:at|during|to|before)\s(?:the\s|its\s|an?\s)?(?:[\w-]+\s[\w-]+\sof\s(?:the\s)?)?|\s(?:at|in|during)\s(?:the\s)?"
)


def _active(
    sentence: Sentence, agents: Sequence[Mention], events: Sequence[Mention], last: Mention | None
) -> Iterator[_Clause]:
    """As in "ITU took part in IGF 2018"; "Ms X, Director of BDT, addressed the opening session"."""
    for pattern, gap in ((_JOINS, _JOINED), (_JOINS_BARE, _JOINED), (_OPENS, _OBJECT), (_SPEAKS_AT, _SPOKEN)):
        for match in pattern.finditer(sentence.text):
            verb, stop = sentence.start + match.start(), sentence.start + match.end()
            if targets := _targets(sentence, stop, events, last, gap):
                yield _Clause(before_verb(sentence, agents, verb), targets, verb)
    for match in _GAVE_SPEECH.finditer(sentence.text) if last and not events else ():
        verb = sentence.start + match.start()
        yield _Clause(before_verb(sentence, agents, verb), (last,), verb) if last else _Clause((), (), verb)


def _passive(
    sentence: Sentence, agents: Sequence[Mention], events: Sequence[Mention], last: Mention | None
) -> Iterator[_Clause]:
    """As in "The workshop was attended by A and B"; "The keynote was given by Ms X"; "presented by A at IGF 2018"."""
    for pattern in (_BY, _GIVEN_BY, _CHAIRED_BY):
        for match in pattern.finditer(sentence.text):
            verb, position = sentence.start + match.start(), sentence.start + match.end()
            who = tuple(listed(sentence, agents, position))
            if not who:
                continue
            reach = max(item.reach for item in who)
            targets = _targets(sentence, reach, events, last, _SPOKEN)
            before = [item for item in events if item.end <= verb]
            if not targets and (pattern is not _GIVEN_BY or _SPEECH.search(sentence.before(verb))):
                nearest = before[-1] if before else last
                targets = (nearest,) if nearest else ()
            yield _Clause(who, targets, verb)


def _relative(
    sentence: Sentence, agents: Sequence[Mention], events: Sequence[Mention], _last: Mention | None
) -> Iterator[_Clause]:
    """As in "WTIS-18 (Geneva, 10-12 December 2018), at which A and B presented their surveys"."""
    for match in _RELATIVE.finditer(sentence.text) if events else ():
        position = sentence.start + match.end()
        before = [item for item in events if item.end <= position]
        verb = _DOES_THERE.search(sentence.text, match.end())
        if before and verb:
            who = before_verb(sentence, agents, sentence.start + verb.start(), position)
            yield _Clause(who, (before[-1],), sentence.start + verb.start())


def _during(
    sentence: Sentence, agents: Sequence[Mention], events: Sequence[Mention], last: Mention | None
) -> Iterator[_Clause]:
    """As in "During RIPE 70 (Amsterdam, 11-15 May 2015), BDT presented …"; "At the workshop, A and B spoke"."""
    opening = _DURING.match(sentence.text)
    if opening is None:
        return
    position = sentence.start + opening.end()
    if events and re.fullmatch(r"(?:the\s|its\s|an?\s)?", sentence.between(position, events[0].start)):
        event, start = events[0], events[0].reach
    elif last and (noun := _THAT_EVENT.match(f" {sentence.after(position)}")):
        event, start = last, position + noun.end() - 1
    else:
        return
    for verb in _DOES_THERE.finditer(sentence.text, start - sentence.start):
        who = before_verb(sentence, agents, sentence.start + verb.start(), start)
        if who and _is_clause(sentence, start, who[0]):
            yield _Clause(who, (event,), sentence.start + verb.start())
            return
    if sentence.inherited and (shown := _SHOWN.search(sentence.text)):
        yield _Clause((sentence.inherited,), (event,), sentence.start + shown.end())


def _is_clause(sentence: Sentence, start: int, who: Mention) -> bool:
    """Whether the subject follows the opening phrase: ", BDT"."""
    return bool(re.search(r",\s(?:[\w-]+\s){0,3}$", sentence.between(start, who.start)))


def _people(
    sentence: Sentence, agents: Sequence[Mention], events: Sequence[Mention], last: Mention | None
) -> Iterator[_Clause]:
    """As in "speakers came from A and B"; "with the participation of C"; "D provided lecturers"; "E was among …"."""
    for pattern in (_PEOPLE_FROM, _WITH, _PROVIDED, _AMONG):
        for match in pattern.finditer(sentence.text):
            verb = sentence.start + (match.start() if pattern in (_PROVIDED, _AMONG) else match.end())
            event = next((item for item in reversed(events) if item.end <= verb), last)
            if event and pattern in (_PROVIDED, _AMONG):
                yield _Clause(before_verb(sentence, agents, verb), (event,), verb)
            elif event:
                yield _Clause(tuple(listed(sentence, agents, verb)), (event,), sentence.start + match.start())
    for match in _WITH_TAKING.finditer(sentence.text):
        event = next((item for item in reversed(events) if item.end <= sentence.start + match.end()), last)
        if event and (who := tuple(_taking_part(sentence, agents, sentence.start + match.end()))):
            yield _Clause(who, (event,), sentence.start + match.start())


def _taking_part(sentence: Sentence, agents: Sequence[Mention], position: int) -> Iterator[Mention]:
    """As in "with A, B and C taking part as members and D as an observer"."""
    who = list(listed(sentence, agents, position))
    taking = _TAKING.match(sentence.after(who[-1].reach)) if who else None
    if taking:
        yield from who
        end = who[-1].reach + taking.end()
        if more := _AND_AS.match(sentence.after(end)):
            yield from listed(sentence, agents, end + more.end())


def _persons_of(
    sentence: Sentence, events: Sequence[Mention], last: Mention | None, found: Sequence[_Clause]
) -> Iterator[_Clause]:
    """Who stood for a body that took part ("represented by its Chairman, Mr X"), and who chaired a meeting that met."""
    for person in sentence.mentions:
        if person.label != "Person":
            continue
        lead = sentence.before(person.start)[-_REACH:]
        joined = next((item.events for item in reversed(found) if item.verb < person.start), ())
        if joined and (_REPRESENTED_BY.search(lead) or _ONE_OF_WHOM.search(lead)):
            yield _Clause((person,), joined, person.start)
        elif _REPRESENTED_BY.search(lead) and (events or last):
            event = events[-1] if events else last
            bodies = [item for item in sentence.actors if item.end <= person.start]
            who = (bodies[-1], person) if bodies else (person,)
            if event and not _DENIED.search(lead):
                yield _Clause(who, (event,), person.start)
        elif chair := _IN_CHAIR.search(lead):
            met = tuple(item for item in events if item.known.get("kind") == "meeting")
            if met and (not chair[0].startswith("chaired") or met[0].start < person.start):
                yield _Clause((person,), met, person.start)
