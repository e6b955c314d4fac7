"""Who contributed to a text, an event or a group, where the verb says it: "ITU contributed to the report “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.contributions import NOT_WANTED, givers_at
from netgov.ingest.rules.reading import Found, Reading, Sentence

_MATTER = (
    r"(?:an?\s|its\s|their\s|the\s|several\s|written\s|two\s|three\s|some\s|case\s|good\s|technical\s|substantive\s|substantial\s)*"
    r"(?:inputs?|chapters?|materials?|contributions?|texts?|content|data|studies|practices|sections?|comments|examples|evidence|experts?)"
)
_TO = (
    rf"(?:(?:actively|also|jointly|substantially|regularly)\s)?(?:contribut(?:ed|es)(?:\s{_MATTER})?|(?:provided|supplied|submitted|sent|gave|made|delivered|offered)\s{_MATTER})"
    r"\s(?:to|towards?|into|for)\s(?:the\s)?"
)
_CONTRIBUTED = re.compile(rf"\b{_TO}")
_TEXT_NOUN = (
    r"(?:reports?|compendium|publications?|handbooks?|guidelines?|stud(?:y|ies)|toolkit|survey|roadmap|paper|guide|deliverable|text|"
    r"draft|yearbook|review|document)"
)
_ON_WAY = re.compile(
    rf"(?:(?!\b(?:and|which|who|that|but|while|where)\b)[^;:.“”]){{0,130}}?\b{_TEXT_NOUN}\b(?:(?!,\s(?:and|which|who|but)\b)[^;:.“”]){{0,110}}"
)
_OWNED = re.compile(r"[A-Z][^,;:.“”]{0,80}[’']s?\s(?:(?:annual|new|latest|first|second|third)\s)*")
_STRAIGHT = re.compile(
    r"(?:(?:work|preparation|drafting|development|elaboration|production|writing|compilation|activities|deliberations|discussions|deliverables|studies|content|"
    r"sessions?|programme|latest|new|forthcoming|final|first|second|third|annual|draft|ITU|UN|United\sNations|\d{4})\s(?:(?:of|on|for|in|at)\s)?(?:the\s)?)*"
)
_THIS_TEXT = re.compile(
    rf"\b(?:[Cc]ontributions?|[Ii]nputs?|[Ss]ubmissions?|[Cc]hapters?|[Cc]ase\sstudies|[Cc]omments)\s(?:to|on|for)\s(?:this|that|the)\s(?P<noun>(?:latter\s)?{_TEXT_NOUN})"
    r"\s(?:(?:were|was|have\sbeen|had\sbeen)\s(?:\w+ly\s)?(?:received|provided|made|submitted|sent|supplied|given|prepared)|came|arrived)\s(?:from|by)\s(?:the\s)?"
)
_IT = re.compile(
    r"(?:it|this\s\w+|that\s\w+|the\s(?:latter|report|compendium|publication|handbook|toolkit|study|survey))\b"
)
_AND = re.compile(r"\b(?:and|then|also)\s(?:(?:also|then|has|have)\s)*$")
_TARGETS = ("Publication", "Document")


def read_contributed(reading: Reading) -> Iterator[Found]:
    """As in "UNDP contributed two chapters to the report “…”", "Inputs to this compendium were received from FAO"."""
    last: Mention | None = None
    for sentence in reading.sentences:
        if " to " in sentence.text or " for " in sentence.text:
            yield from _by_verb(sentence, last)
            yield from _to_this(sentence, last)
        texts = [item for item in sentence.mentions if item.label == "Publication"]
        last = texts[-1] if texts else last


def _by_verb(sentence: Sentence, last: Mention | None) -> Iterator[Found]:
    for match in _CONTRIBUTED.finditer(sentence.text):
        verb, end = sentence.start + match.start(), sentence.start + match.end()
        if any(item.start <= verb < item.reach for item in sentence.mentions):
            continue
        subjects = sentence.subjects(verb) or _goes_on(sentence, verb)
        target = _target(sentence, end, "contribut" in match[0], last)
        if not subjects or target is None or sentence.is_hypothetical(subjects[0].start, verb):
            continue
        for body in subjects:
            if body.ref != target.ref and body.label != "Question":
                yield sentence.states("CONTRIBUTED_TO", body.ref, target.ref, "read_contributed")


def _goes_on(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """As in "ITU took part in the panel and contributed to …": the subject that opens the sentence."""
    return sentence.opening if _AND.search(sentence.before(verb)) else ()


def _target(sentence: Sentence, position: int, wide: bool, last: Mention | None) -> Mention | None:
    """The text, event or group that follows; "it" is the text named last."""
    if last and _IT.match(sentence.after(position)):
        return last
    for item in sentence.mentions:
        if item.start < position:
            continue
        gap = sentence.between(position, item.start)
        straight = _STRAIGHT.fullmatch(gap)
        if item.label in _TARGETS and (straight or _ON_WAY.fullmatch(gap) or _OWNED.fullmatch(gap)):
            return item
        if item.label in ("Event", "Group") and straight and wide:
            return item
    return None


def _to_this(sentence: Sentence, last: Mention | None) -> Iterator[Found]:
    match = _THIS_TEXT.search(sentence.text)
    before = [
        item
        for item in sentence.mentions
        if match and item.label == "Publication" and item.reach <= sentence.start + match.start()
    ]
    text = before[-1] if before else last
    if match is None or text is None or NOT_WANTED.search(sentence.text, 0, match.end()):
        return
    for body in givers_at(sentence, sentence.start + match.end()):
        yield sentence.states("CONTRIBUTED_TO", body.ref, text.ref, "read_contributed")
