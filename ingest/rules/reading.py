"""What rules read: the sentences of a report with their mentions, and who the subject is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import MONTH_NAMES
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage, Report
from netgov.ingest.resolution.component import TOP
from netgov.ingest.rules.hypothetical import is_unstated, is_wished, opens_condition

BODIES = frozenset(["StudyGroup", "Group", "Organization", "Programme", "Country"])
ACTORS = frozenset(["StudyGroup", "Group", "Organization", "Programme"])
"""Bodies that can be meant by a subject that is not printed again."""

_FRONT = 8
"""How many sentences from the top say what a document is."""

_REPORT_OF = re.compile(r"\b(?:REPORT|MINUTES|SUMMARY RECORD)\b.*\bMEETING\b", re.IGNORECASE)
_LEAD = 3000
"""Within how many characters of the top the report of a meeting tells when it was."""

BEFORE_VERB = (
    r"(?:,?\s?(?:\([^()]*\),?\s)?\b(?:which|that|who|has|have|had|also|further|then|both|recently|jointly|subsequently|already|since|is|are|was|were|been|being|be|"
    r"will|continues?|continued|continuing|to|currently|now|successfully|formally|thus|later|each|closely|actively|in\sturn|as\swell|"
    rf"in\s(?:{MONTH_NAMES})(?:\s\d{{4}})?|in\s\d{{4}}|"
    r"at\s(?:its|their|the)\s[^.;:]{3,80}?,?)(?!\w))*\s?"
)
"""What may stand between a subject and its verb."""

_HELPERS_ONLY = re.compile(rf"[’']?s?\s?(?:\((?:[A-Z][\w -]*)\))?,?\s?{BEFORE_VERB}")
_CO_ORDINATION = re.compile(
    r"(?:\s\([^()]*\))?\s?(?:,|,?\sand|/|&|,?\sas\swell\sas|,?\stogether\swith)\s?(?:the\s|ITU-[TDR]\s)?", re.IGNORECASE
)
_PHRASE = re.compile(
    r"(?:On|Upon|In|At|Under|During|For|As|Within|Following|After|With|By|Through|Jointly|Together)\s(?:[^.;:]|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)*?,\s(?:the\s)?"
)
_BY = re.compile(r"(?:\b(?:was|were|been|is|are|being)\s[^.;:,]{2,60}?\sby|^By)\s(?:the\s)?(?=[A-Z])")
_WORK_OF = re.compile(
    r"(?:The\s|This\s)?(?:[A-Za-z]+\s){0,2}?(?:[Ww]ork|[Aa]ctivities|[Ee]fforts)\s(?:of|by|in)\s(?:the\s)?"
)
_PHRASE_ON = re.compile(r"[^.;:]*?,\s(?:the\s)?")
_PRONOUN = re.compile(
    rf"(?:^(?:(?:In|At|On|During|Since|After)\s[^.;:]{{2,80}}?\s)?|[,;]\s|\.\s|\b(?:and|but)\s)(?:It|it|They|they|[Tt]he\s(?:(?i:Study|Focus|Working|Advisory|Expert|Regional|Correspondence|Rapporteur)\s)?[Gg]roup|[Tt]he\s(?:closing\s|opening\s)?(?:meeting|[Pp]lenary)|The\s(?:JCA|Sector|Bureau|Commission|Organization|Committee)|this\sgroup)\s{BEFORE_VERB}$"
)
_INTRODUCTION = re.compile(
    r"(?:[a-z]{1,2}\)\s+)?(?:that\s)?(?:[Tt]he\s(?:\w+\s){0,2}(?:work|activities)\sof\s)?(?:(?:The|This|A|An|the|"
    r"In addition|Also|Furthermore|Moreover|Finally|Meanwhile|new|[Aa]ll|joint|Both|"
    r"[-–—])[\s,]*)*$"
)
_OF = re.compile(r"\sof\s(?:the\s)?")
_ASIDE = re.compile(r"(?:\s\([^()]*\))?,\s")
_OWN_REPORT = re.compile(
    r"\b(?:report|minutes|record|summary)\b[^.;]{0,80}?\bmeeting\b|\bmeeting\s+report\b", re.IGNORECASE
)
"""What the first lines of the report of a meeting say."""
_OF_CHAIR = re.compile(
    r"\breport\s(?:of|by|from)\s(?:the\s)?(?:acting\s|co-?)?chair(?:man|person|woman|s|men)?\b", re.IGNORECASE
)
"""What the first lines of a chairman's report on a period say: its group acts where no one is printed."""


@dataclass(frozen=True)
class Found:
    """A statement that a rule reads in a sentence, before it becomes one of the graph."""

    type: str
    source: Ref
    target: Ref
    start: int
    end: int
    rule: str
    own: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: offsets are characters of the report's text; `inherited` acts where none is printed.

    `behind` is the last actor under the same top heading: who a passive without an agent is most likely about.
    """

    start: int
    end: int
    text: str
    passage: Passage
    mentions: tuple[Mention, ...]
    inherited: Mention | None
    behind: Mention | None
    opens_passage: bool

    def states(self, type_: str, source: Ref, target: Ref, rule: str, own: Mapping[str, Any] | None = None) -> Found:
        """A statement that this sentence makes."""
        return Found(type_, source, target, self.start, self.end, rule, own or {})

    def before(self, offset: int) -> str:
        """The sentence up to an offset of the report's text."""
        return self.text[: offset - self.start]

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the report's text."""
        return self.text[max(0, start - self.start) : end - self.start]

    def after(self, offset: int) -> str:
        """The sentence from an offset of the report's text on."""
        return self.text[offset - self.start :]

    def bodies(self, start: int, end: int) -> list[Mention]:
        """The bodies named between two offsets; a Question acts as its study group."""
        return [item for item in self.actors if start <= item.start and item.end <= end]

    def body_at(self, offset: int, labels: Collection[str] = ACTORS) -> Mention | None:
        """The body that stands at an offset, where it has one of the labels."""
        return next((item for item in self.actors if item.start == offset and item.label in labels), None)

    @cached_property
    def actors(self) -> tuple[Mention, ...]:
        """The bodies of the sentence, and the study groups of its Questions."""
        found = (_group_of(item) if item.label == "Question" else item for item in self.mentions)
        return tuple(item for item in found if item.label in BODIES)

    def is_hypothetical(self, start: int, end: int) -> bool:
        """Whether the words between two offsets negate, plan or invite rather than state."""
        if opens_condition(self.text) or is_unstated(self.between(start, end)):
            return True
        subject = next((item for item in self.actors if start in (item.end, item.reach)), None)
        return bool(subject and is_wished(self.before(subject.start)))

    def subjects(self, verb: int, floor: int = 0) -> tuple[Mention, ...]:
        """Who does what the verb at this offset says; all of a co-ordination ("SG2 and SG3 continue").

        `floor` is where the clause before ended. A pronoun, or a verb that opens the sentence, takes the inherited one.
        """
        bodies = self.bodies(max(floor, self.start), verb)
        if len(bodies) > 1 and _OF.fullmatch(self.between(bodies[-2].end, bodies[-1].start)):
            bodies[-2:] = [replace(bodies[-2], end=bodies[-1].end, reach=bodies[-1].reach)]
        if self._is_apposition(bodies, verb):
            return self.opening
        if bodies and _HELPERS_ONLY.fullmatch(self.between(bodies[-1].end, verb)) and self._can_act(bodies[-1]):
            return tuple(reversed(list(self._co_ordinated(bodies))))
        lead = self.before(verb)
        if self.inherited and (not lead.strip(' “"([') or _PRONOUN.search(lead) or _HELPERS_ONLY.fullmatch(lead)):
            return (self.inherited,)
        opening = self.opening
        return opening if opening and opening[0].start < verb else ()

    def _is_apposition(self, bodies: Sequence[Mention], verb: int) -> bool:
        """As in "U4SSC, an initiative run by ITU …, is supported …": an aside holds no subject."""
        opening = self.opening
        if not opening or not bodies or bodies[-1] in opening:
            return False
        return bool(_ASIDE.match(self.after(opening[-1].reach))) and self.between(bodies[-1].end, verb).startswith(", ")

    def _can_act(self, body: Mention) -> bool:
        """A country acts where it opens the sentence; elsewhere it tells where something was ("in Thailand, …")."""
        return body.label != "Country" or bool(_INTRODUCTION.fullmatch(self.before(body.start)))

    def _co_ordinated(self, bodies: Sequence[Mention]) -> Iterator[Mention]:
        """From the last body back over "A, B and C"."""
        yield bodies[-1]
        for right, left in pairwise(reversed(bodies)):
            if not _CO_ORDINATION.fullmatch(self.between(left.end, right.start)):
                return
            yield left

    @cached_property
    def opening(self) -> tuple[Mention, ...]:
        """The body or bodies that the sentence opens with: its grammatical subject."""
        bodies = [item for item in self.actors if item.label in ACTORS]
        if not bodies or not _INTRODUCTION.fullmatch(self.before(bodies[0].start)):
            return ()
        found = [bodies[0]]
        for item in bodies[1:]:
            if not _CO_ORDINATION.fullmatch(self.between(found[-1].end, item.start)):
                break
            found.append(item)
        return tuple(found)

    @cached_property
    def passive_agents(self) -> tuple[Mention, ...]:
        """Who did it in a passive: "was approved by ITU-T SG5", "By SG16, new work was started …"."""
        for match in _BY.finditer(self.text):
            start = self.start + match.end()
            bodies = [item for item in self.actors if item.start >= start]
            if bodies and bodies[0].start == start:
                found = [bodies[0]]
                for item in bodies[1:]:
                    if not _CO_ORDINATION.fullmatch(self.between(found[-1].end, item.start)):
                        break
                    found.append(item)
                return tuple(found)
        return ()

    @cached_property
    def agent(self) -> Mention | None:
        """Who the sentence is about: its opening, or "On IMT-2020, ITU-T SG13 agreed …" the body after a phrase."""
        if self.opening:
            return self.opening[0]
        if self.passive_agents:
            return self.passive_agents[0]
        position = _PHRASE.match(self.text)
        while position:
            if found := self.body_at(self.start + position.end()):
                return found
            position = _PHRASE_ON.match(self.text, position.end())
        actors = [item for item in self.actors if item.label in ACTORS]
        return actors[0] if actors and _WORK_OF.fullmatch(self.before(actors[0].start)) else None


def _group_of(question: Mention) -> Mention:
    """The study group that a Question belongs to, in the Question's place."""
    return replace(
        question, label="StudyGroup", key=str(question.known["group"]), known={"sector": question.known["sector"]}
    )


@dataclass(frozen=True)
class Reading:
    """A report with its sentences, ready for the rules."""

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    own_body: Mention | None = None
    """The body whose meeting the document is the report of."""

    @cached_property
    def own_resolution(self) -> Ref | None:
        """The resolution that the document is: the one that stands in capitals at its top."""
        for item in self.mentions:
            if item.label == "Resolution" and item.start < TOP:
                printed = self.report.text[item.start : item.end]
                return item.ref if printed.split(" ")[0].isupper() else None
        return None

    @cached_property
    def own_meeting(self) -> Ref | None:
        """The meeting that the document is the report of: one that its first lines name or lead to, or its body's."""
        named = next((item for item in self._front() if item.is_meeting), None)
        if named is None and any(_REPORT_OF.search(item.text) for item in self.sentences[:_FRONT]):
            named = next((item for item in self.mentions if item.start < _LEAD and item.is_meeting), None)
        if named is None and self.own_body and _OWN_REPORT.search(self.report.text, 0, _LEAD):
            name = f"{self.own_body.key} meeting"
            named = next((item for item in self.mentions if item.is_meeting and item.key.startswith(name)), None)
        return named.ref if named else None

    @cached_property
    def own_group(self) -> Mention | None:
        """The group whose meeting the document reports on."""
        if self.own_meeting is None:
            return None
        organizers = [item.fields.get("organizer") for item in self.mentions if item.ref == self.own_meeting]
        groups = (item for item in self.mentions if item.label in ("Group", "StudyGroup"))
        return next((item for item in groups if item.ref in organizers), None)

    def _front(self) -> Iterator[Mention]:
        for sentence in self.sentences[:_FRONT]:
            if not sentence.passage.section:
                yield from sentence.mentions

    @cached_property
    def document(self) -> Ref:
        """The document itself."""
        return "Document", self.report.key


def make_reading(report: Report, spans: Sequence[tuple[int, int]], mentions: tuple[Mention, ...]) -> Reading:
    """Put the mentions into their sentences and carry the subject from one to the next."""
    own_body = _reporting_body(report, spans[:_FRONT], mentions)
    subjects, sentences, position = _Subjects(own_body), list[Sentence](), 0
    for start, end in spans:
        while position < len(mentions) and mentions[position].start < start:
            position += 1
        stop = position
        while stop < len(mentions) and mentions[stop].start < end:
            stop += 1
        passage = report.passage_at(start)
        opens = start <= report.starts[passage.ordinal] + 2
        sentence = Sentence(
            start,
            end,
            report.text[start:end],
            passage,
            mentions[position:stop],
            subjects.at(passage),
            subjects.behind,
            opens,
        )
        subjects.learn(sentence)
        sentences.append(sentence)
    return Reading(report, tuple(sentences), mentions, own_body)


def _reporting_body(
    report: Report, spans: Sequence[tuple[int, int]], mentions: tuple[Mention, ...]
) -> Mention | None:
    """As in "Report of the Chairman on the meeting of Study Group 17": the body named in such first lines."""
    front = [span for span in spans if not report.passage_at(span[0]).section]
    top = (report.text, front[0][0], front[-1][1]) if front else ("", 0, 0)
    title = _OWN_REPORT.search(*top) or _OF_CHAIR.search(*top)
    if title is None:
        return None
    bodies = (item for item in mentions if item.start >= title.start() and item.label in ("StudyGroup", "Group"))
    body = next(bodies, None)
    return body if body and body.start < front[-1][1] else None


class _Subjects:
    """Who acts when no one is printed: the section's last subject, the introducing passage's, the heading's."""

    def __init__(self, own_body: Mention | None) -> None:
        self.own_body = own_body
        self.section: str | None = None
        self.current: Mention | None = None
        self.heading: Mention | None = None
        self.behind: Mention | None = None
        self.by_passage: dict[int, Mention] = {}

    def at(self, passage: Passage) -> Mention | None:
        """The subject that a sentence of this passage inherits."""
        if passage.intro is not None and passage.intro in self.by_passage:
            return self.by_passage[passage.intro]
        if passage.section != self.section and passage.kind != "note":
            self.section, self.current = passage.section, None
        return self.current or self.heading or self.own_body

    def learn(self, sentence: Sentence) -> None:
        """Take over the subject that a sentence prints; a heading with one body rules what stands under it."""
        passage = sentence.passage
        if passage.kind == "heading":
            actors = [item for item in sentence.actors if item.label in ACTORS]
            self.heading, self.current, self.behind = (actors[0] if len(actors) == 1 else None), None, None
            return
        if passage.kind in ("note", "bullet") and not sentence.text.rstrip().endswith(":"):
            return
        subject = sentence.agent
        if subject:
            self.current = self.behind = subject
        if self.current:
            self.by_passage[passage.ordinal] = self.current
