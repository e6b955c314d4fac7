"""Texts that speak of texts: what a document reports on, what is cited, whom a resolution directs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Ref
from ingest.resolver import EntityMention
from ingest.rules.reading import BODIES, Found, Reading, Sentence

_REPORTS = re.compile(
    r"\b[Tt]his\s(?:report|document|contribution|paper|note)\s(?:\w+\s){0,3}?(?:summari[sz]es|describes|reports|presents|provides|covers|outlines|gives|contains|highlights|responds|informs)\b"
)
_CITED = ("Resolution", "Recommendation", "Publication", "Document")
_INVOKES = re.compile(
    r"\b(?:implementation\sof|implementing|implement|per|pursuant\sto|in\saccordance\swith|according\sto|based\son|decided\sby|as\scalled\sfor\s(?:by|in)|called\sfor\s(?:by|in)|in\sline\swith|"
    r"in\sresponse\sto|responds?\sto|guided\sby|rests?\son|found\sin|laid\sdown\sin|under|following|endorses?|refers?\sto|referred\sto\sin|mandated\sby|requested\sby|instructed\sby|set\sout\sin|adopted\sin|as\sper)\s"
    r"(?:the\s)?(?:[\w’'-]+\s){0,6}?$"
)
_CITES = re.compile(
    r"\s?(?:,\s)?(?:which\s)?(?:is\s|was\s)?(?:based\son|contains|covers|covered|compiles|concerns|deals\swith|addresses|refers\sto|reports?\son|highlights|responds\sto|implements)\b"
)
_TOO = re.compile(
    r"(?:\s\([^()]*\)|,?\sof\s(?:the\s)?[^,;.]{2,70})?,?\s?(?:(?:and|as\swell\sas|or)\s)?(?:also\s)?(?:(?:by|in|on|to|with)\s)?(?:the\s)?(?:[A-Z]+\s)?"
)
_OUTCOMES = re.compile(
    r"\b(?:outcomes?|decisions?|opinions?|called\sfor\sby|mandate|action\slines?|objectives?|recommendations?\sof|endorsed|emanating)\b",
    re.IGNORECASE,
)
_BUILDS_ON = re.compile(
    r"\b(?:on\sthe\sbasis\sof|described\sin|defined\sin|specified\sin|based\son|endorses?|as\sspecified\sin|(?:in\s)?conformity\swith|complements?|according\sto|in\saccordance\swith|refers?\sto|supporting)\b"
)
_DESCRIBES = re.compile(
    r"\s?,?\s?(?:which\s)?(?:also\s)?(?:describes|specifies|defines|provides|identifies|endorses|covers|includes|addresses|gives|complements|is\s(?:about|devoted\sto|concerned\swith)|was\sdeveloped|clarifies|establishes|presents)\b"
)
_CITED_TOO = re.compile(r"\]?,?\s?(?:and\s|or\s)?(?:[a-z]+\s){0,6}(?:in\s)?(?:Recommendation\s)?\[?")
_LINK_REACH = 110
"""How many characters before a citation the words that link it may stand."""
_DIRECTIVES = re.compile(
    r"(?:further\s|also\s)?(?P<verb>instructs|requests|invites|encourages|urges|calls\s(?:up)?on|directs|charges|appeals\sto|authori[sz]es|recommends|(?:decides|resolves)\sto\s\w+)"
)
_SHALL = re.compile(r"(?:^|\b)that\s(?:the\s)?$")
_CALL_UPON = re.compile(r"\b(?P<verb>call\s(?:up)?on|invite|instruct|request|urge|encourage)\s(?:the\s)?$")
_CONTINUES = re.compile(r"(?:,\s(?:in\sparticular\s)?|\sand\s)(?:the\s)?")
_TOPIC_LENGTH = 160


def read_report_subject(reading: Reading) -> Iterator[Found]:
    """As in "This report summarizes ITU’s activities related to … Resolution 101 (Rev. …)"."""
    for sentence in reading.sentences:
        match = _REPORTS.search(sentence.text)
        if not match:
            continue
        for item in sentence.mentions:
            if item.label == "Resolution" and item.start > sentence.start + match.end():
                own = _edition(sentence, item)
                yield sentence.states(
                    "REPORTS_ON",
                    reading.document,
                    item.ref,
                    "read_report_subject",
                    own,
                )


def read_references(reading: Reading) -> Iterator[Found]:
    """What is cited: by a resolution's clauses, by a Recommendation ("on the basis of …"), else by the document."""
    described: EntityMention | None = None
    for sentence in reading.sentences:
        if reading.own_resolution:
            if sentence.passage.clause:
                yield from _clause_references(sentence, reading.own_resolution)
            continue
        described = _described_text(sentence, described)
        by_text = list(_recommendation_references(sentence, described))
        yield from by_text
        cited = {found.target for found in by_text}
        yield from (found for found in _document_references(sentence, reading.document) if found.target not in cited)


def _clause_references(sentence: Sentence, own: Ref) -> Iterator[Found]:
    """As in "recalling a) Resolution 101 (Rev. Antalya, 2006) …, b) the outcomes of … WSIS"."""
    for item in sentence.mentions:
        if item.label in _CITED or (item.label == "Event" and _OUTCOMES.search(sentence.text)):
            extra = {**_edition(sentence, item), "clause": sentence.passage.section}
            yield sentence.states("REFERENCES", own, item.ref, "read_references", extra)


def _document_references(sentence: Sentence, document: Ref) -> Iterator[Found]:
    """As in "Information … is available in Council Document C20/18", "… should be based on Council Decision 562"."""
    reports = _REPORTS.search(sentence.text)
    source = document
    listed = 0
    for item in sentence.mentions:
        if item.label == "Document" and item.ref != document:
            yield sentence.states("REFERENCES", document, item.ref, "read_references")
            source = item.ref if _CITES.match(sentence.after(item.reach)) else source
            listed = item.reach if source == item.ref else listed
        elif item.label in ("Resolution", "Publication") and not reports:
            too = listed and _TOO.fullmatch(sentence.between(listed, item.start))
            invoked = too or _INVOKES.search(sentence.before(item.start))
            if invoked or source != document:
                listed = item.reach
                yield sentence.states("REFERENCES", source, item.ref, "read_references", _edition(sentence, item))
                if item.known.get("kind") == "decision":
                    yield from _decided(sentence, item)


def _decided(sentence: Sentence, decision: EntityMention) -> Iterator[Found]:
    """As in "decided by Decision 562 that WTPF-2013 would discuss … Resolution 101"."""
    for item in sentence.mentions:
        if item.label == "Resolution" and item.ref != decision.ref:
            own = _edition(sentence, item)
            yield sentence.states("REFERENCES", decision.ref, item.ref, "read_references", own)


def _recommendation_references(sentence: Sentence, subject: EntityMention | None) -> Iterator[Found]:
    """As in "ITU-T H.625 “…” defines the system architecture … on the basis of Recommendation ITU-T F.745"."""
    linked_until = -1
    for item in sentence.mentions:
        if item.label not in ("Recommendation", "Publication") or subject is None or item.ref == subject.ref:
            continue
        gap = sentence.between(max(subject.reach, item.start - _LINK_REACH), item.start)
        bracketed = gap.endswith("[") and sentence.after(item.end).startswith("]")
        listed = linked_until > 0 and _CITED_TOO.fullmatch(sentence.between(linked_until, item.start))
        if bracketed or listed or (item.start > subject.reach and _BUILDS_ON.search(gap)):
            linked_until = item.reach
            yield sentence.states("REFERENCES", subject.ref, item.ref, "read_references")


def _described_text(sentence: Sentence, before: EntityMention | None) -> EntityMention | None:
    """The Recommendation that a passage goes on about: the one that opens a sentence and has a verb of its own."""
    for item in sentence.mentions:
        if item.label == "Recommendation" and _DESCRIBES.match(sentence.after(item.reach)):
            return item
    return None if sentence.opens_passage else before


def read_directives(reading: Reading) -> Iterator[Found]:
    """As in "instructs the Secretary-General / 1 to prepare …"; "resolves / 2 that ITU shall …"."""
    if reading.own_resolution is None:
        return
    addressed: tuple[str, tuple[EntityMention, ...]] = ("", ())
    for sentence in reading.sentences:
        passage = sentence.passage
        if passage.kind == "clause":
            match = _DIRECTIVES.match(sentence.text)
            bodies = tuple(item for item in sentence.mentions if item.label in BODIES)
            addressed = (match["verb"], bodies) if match and bodies else ("", ())
            continue
        if not passage.clause or passage.kind in ("note", "heading") or not sentence.opens_passage:
            continue
        for verb, body in [(addressed[0], body) for body in addressed[1]] or _directed_within(sentence):
            extra = {"verb": verb, "clause": passage.section, "topic": _clause_topic(sentence.text)}
            yield sentence.states(
                "DIRECTS",
                reading.own_resolution,
                body.ref,
                "read_directives",
                extra,
            )


def _directed_within(sentence: Sentence) -> Iterator[tuple[str, EntityMention]]:
    """As in "that ITU shall …" of a clause "resolves"; "to call upon ITU-T, in particular Study Group 3 …, to …"."""
    last: EntityMention | None = None
    verb = ""
    for item in sentence.mentions:
        if item.label not in BODIES:
            continue
        lead, tail = sentence.before(item.start), sentence.after(item.reach)
        if _SHALL.search(lead) and re.match(r"\s(?:shall|should|must|will)\b", tail):
            yield sentence.passage.clause.split(" ")[0], item
        elif match := _CALL_UPON.search(lead):
            verb, last = match["verb"], item
            yield verb, item
        elif last and _CONTINUES.fullmatch(sentence.between(last.end, item.start)):
            last = item
            yield verb, item


def _clause_topic(text: str) -> str:
    """What is asked for, up to the first comma, kept short."""
    text = re.sub(r"^\w{1,3}\)\s*", "", text).rstrip(" ;,.")
    head = re.split(r",\s|;\s", text[:_TOPIC_LENGTH])[0]
    return head if len(head) > 20 else text[:_TOPIC_LENGTH]


def _edition(sentence: Sentence, resolution: EntityMention) -> dict[str, str]:
    """The newest edition that the text names with a resolution."""
    marks = [
        item.fields["mark"] for item in sentence.mentions if item.label == "Edition" and item.start == resolution.start
    ]
    return {"edition": str(marks[-1])} if marks else {}
