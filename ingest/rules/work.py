"""Work on texts: approved, agreed, consented, determined, started, develops, published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.anaphora import said_of_them
from netgov.ingest.rules.deeds import Deed, list_before, own_properties, works_after
from netgov.ingest.rules.passives import passive_deeds
from netgov.ingest.rules.reading import BEFORE_VERB, Found, Reading, Sentence
from netgov.ingest.rules.work_words import OPENS_LIST, TARGETS, TEXTS, VERB

_CO_ORDINATED = re.compile(rf"(?:[,;]|\b(?:and|but))\s{BEFORE_VERB}$")
_FINAL_REPORTS = re.compile(r"\bagreed\s(?:to|on|upon)\sthe\sfinal\sreports?\b")
_RELATIVE = re.compile(r",?\s(?:which|that)\s(?:the\s)?")


@dataclass(frozen=True)
class _Open:
    """A list that later passages go on with: "approved nine Recommendations: ITU-T Y.2041 … / ITU-T Y.2304 …"."""

    deed: Deed
    section: str
    passage: int


def read_work(reading: Reading) -> Iterator[Found]:
    """As in "SG9 has consented one draft Recommendation (currently under approval): ITU-T J.2010 “…”"."""
    opened: _Open | None = None
    for before, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        for deed in said_of_them(sentence, before):
            yield from deed.found(sentence)
        if opened and not _goes_on(opened, sentence):
            opened = None
        if opened and sentence.opens_passage:
            yield from _listed(opened, sentence)
        speaks_of_texts = any(item.label in (*TEXTS, "Question") for item in sentence.mentions)
        if not speaks_of_texts and ":" not in sentence.text:
            continue
        for deed in (*_active(sentence), *passive_deeds(sentence)):
            yield from deed.found(sentence)
            if OPENS_LIST.search(sentence.between(deed.end, _first_after(deed, sentence))):
                opened = _Open(deed, sentence.passage.section, sentence.passage.ordinal)


def _active(sentence: Sentence) -> Iterator[Deed]:
    """The deeds whose verb has its subject before it; the texts follow, or "a text, which SG9 approved" before."""
    floor = sentence.start
    last: tuple[Mention, ...] = ()
    for match in VERB.finditer(sentence.text):
        verb, end = sentence.start + match.start(), sentence.start + match.end()
        if any(item.start <= verb < item.reach for item in sentence.mentions):
            continue  # a verb within a title
        type_ = str(match.lastgroup)
        subjects = sentence.subjects(verb, floor) or (last if _CO_ORDINATED.search(sentence.before(verb)) else ())
        hypothetical = subjects and sentence.is_hypothetical(_clause_start(subjects, sentence, verb), verb)
        if not subjects or _is_noun(sentence, verb) or hypothetical:
            continue
        last = subjects
        works = list(works_after(sentence, end, type_)) or _relative(sentence, subjects, type_)
        floor = max(floor, works[-1].reach) if works else floor
        yield Deed(type_, subjects, tuple(works), end, "read_work", own_properties(sentence, end, type_, match[0]))


def _relative(sentence: Sentence, subjects: tuple[Mention, ...], type_: str) -> list[Mention]:
    """As in "Technical Report “…”, which FG-MV published in the same month": the text stands before the subject."""
    before = [item for item in sentence.mentions if item.label in TARGETS[type_] and item.reach <= subjects[0].start]
    if before and _RELATIVE.fullmatch(sentence.between(before[-1].reach, subjects[0].start)):
        return list_before(sentence, before)
    return []


def _first_after(deed: Deed, sentence: Sentence) -> int:
    return min((item.start for item in deed.works if item.start >= deed.end), default=sentence.end)


def read_question_reports(reading: Reading) -> Iterator[Found]:
    """As in "agreed to the final reports … The final report in response to ITU-D SG1 Question 1/1: “…”"."""
    agreed = False
    for sentence in reading.sentences:
        agreed = agreed or bool(_FINAL_REPORTS.search(sentence.text))
        for item in sentence.mentions if agreed else ():
            question = item.fields.get("question")
            group = next((other for other in sentence.mentions if other.known.get("number") == question), None)
            if item.label == "Publication" and question and group:
                body = ("StudyGroup", str(group.known["group"]))
                yield sentence.states("AGREED", body, item.ref, "read_question_reports")


def _clause_start(subjects: tuple[Mention, ...], sentence: Sentence, verb: int) -> int:
    printed = [item.end for item in subjects if sentence.start <= item.start < verb]
    return max(printed, default=sentence.start)


def _is_noun(sentence: Sentence, verb: int) -> bool:
    """As in "many approved Recommendations": the participle stands before a noun that something else governs."""
    return bool(re.search(r"\b(?:many|the|newly|recently|of|new|all|with|by|on|its|an?)\s$", sentence.before(verb)))


def _goes_on(opened: _Open, sentence: Sentence) -> bool:
    """Whether a sentence can still belong to the list that an earlier passage opened."""
    passage = sentence.passage
    if passage.ordinal == opened.passage:
        return True
    same = passage.intro == opened.passage or passage.section == opened.section
    new_subject = sentence.opening and sentence.opening[0].ref not in [item.ref for item in opened.deed.subjects]
    return same and not new_subject


def _listed(opened: _Open, sentence: Sentence) -> Iterator[Found]:
    """The members of an open list: a text with its title opens the passage, perhaps after "Approved"."""
    lead = re.match(r"(?:[Aa]pproved|[Rr]evised)?\s?", sentence.text)
    start = sentence.start + (lead.end() if lead else 0)
    if sentence.passage.ordinal == opened.passage:
        return
    works = tuple(works_after(sentence, start, opened.deed.type))
    if works and (works[0].reach > works[0].end or sentence.passage.intro == opened.passage):
        yield from replace(opened.deed, works=works, rule="read_open_list").found(sentence)
