"""Texts that cite texts: a Recommendation that builds on another, a resolution's clauses, the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import BEFORE_VERB, Found, Reading, Sentence

REPORTS = re.compile(
    r"\b[Tt]h(?:is|e\spresent)\s(?:report|document|contribution|paper|note|annex|appendix|addendum|summary|section|chapter|attachment)\s(?:\w+\s){0,3}?(?:summari[sz]es|describes|reports|presents|provides|covers|outlines|gives|contains|highlights|responds|informs|reviews|sets\sout|details)\b"
)
"""What a document says of itself."""

_OF_A_DRAFT = re.compile(r"(?:The|A)\s(?:\w+\s){0,2}(?:draft|version)s?\s(?:of\s(?:\w+\s){1,4})?(?:\w+s|was|has|had)\s")
"""A sentence whose subject is a draft that stands in another document."""

_CITED = ("Resolution", "Recommendation", "Publication", "Document")
_SOURCES = ("Recommendation", "Publication")
_PLACE_IN = (
    r"(?:(?:paragraphs?|articles?|sections?|clauses?|chapters?|annex(?:es)?|items?|principles?|"
    r"§§?)\s[\w.,()]+(?:\s(?:and|to)\s[\w.()]+)?\sof\s(?:the\s)?)?"
)
_ASKED = (
    r"(?:called\sfor|requested|required|mandated|instructed|decided|foreseen|provided\sfor|stipulated|"
    r"prescribed|envisaged|specified|recommended|adopted|set\sout|laid\sdown|defined|outlined|agreed)"
)
_HELD = (
    r"(?:found|given|contained|described|explained|presented|published|reflected|recorded|available|set\sout|"
    r"laid\sdown|outlined|provided|addressed)"
)
_STRONG = (
    r"in\s(?:full\s|strict\s)?accordance\swith|in\s(?:line|conformity|compliance|keeping|agreement)\swith|according\sto|pursuant\sto|(?:(?:should\sbe|is|are|was|were)\s)?based\s(?:up)?on|on\sthe\sbasis\sof|guided\sby|governed\sby|"
    r"(?:draws?|drew|drawing|drawn|builds?|built|building|relies|relied|relying|rests?|rested)\s(?:heavily\s|largely\s|partly\s|directly\s)?(?:up)?on|(?:makes?|made|making)\s(?:\w+\s)?use\sof|with\sreference\sto|"
    r"(?:makes?|made|making)\s(?:\w+\s)?reference\sto|see(?:\salso)?|cf\.|as\sper"
)
_WEAK = (
    rf"(?:in\s)?(?:the\s)?implementation\sof|implement(?:ing|s|ed)?|per|decided\sby|(?:as\s)?{_ASKED}\s(?:in|by|under)|{_HELD}\sin|in\s(?:response|reply|answer)\sto|responds?\sto|"
    r"in\s(?:the\s)?light\sof|in\s(?:fulfilment|pursuance|support|furtherance)\sof|under(?:\sthe\sterms\sof)?|following|follows?|further\sto|having\sregard\sto|bearing\sin\smind|recalling|taking\s(?:into\s)?account(?:\sof)?|"
    r"by\svirtue\sof|endorses?|refers?\sto|referred\sto\sin|mandate(?:d)?\sby|contributes?\sto\sthe\simplementation\sof|template\s(?:in|of)|gives?\seffect\sto"
)
_INVOKES = re.compile(
    rf"(?:\b(?i:{_STRONG}|{_WEAK})\s(?:the\s)?(?i:{_PLACE_IN})(?:(?!published|released|issued|launched|approved|adopted|agreed)[\w’'-]+\s){{0,6}}?|\((?i:articles?|paragraphs?|§)\s\d+,\s)$"
)
_INVOKES_STRONGLY = re.compile(
    rf"\b(?i:{_STRONG})\s(?:the\s)?(?i:{_PLACE_IN})(?:(?:ITU-[TR]|Recommendations?|Report|Directive|draft|revised)\s)*$"
)
_COVER = re.compile(r"References?\s?:\s?|Refs?\.\s?:?\s?")
_CITES = re.compile(
    r"\)?\s?(?:,\s)?(?:which\s)?(?:is\s|was\s)?(?:based\son|contains|covers|covered|compiles|concerns|deals\swith|addresses|refers\sto|reports?\son|highlights|responds\sto|implements)\b"
)
_TOO = re.compile(
    r"(?:\s\([^()]*\)|,?\sof\s(?:the\s)?[^,;.]{2,70})?(?:,\s(?:on|concerning|regarding|entitled|which|relating\sto)\s[^,;:.]{2,120}(?=,))?[,;]?\s?(?:(?:and|as\swell\sas|or)\s)?(?:also\s)?(?:(?:by|in|on|of|to|with|from)\s)?(?:the\s)?(?:[A-Z]+\s)?(?:Recommendations?\s|Reports?\s)?(?:ITU-[TR]\s)?"
)
_OF_OTHERS = re.compile(
    r"\b(?:responsib\w+\s(?:for|over)|in\scharge\sof|(?:led|leads)\sto\sthe\s\w+\sof|(?:developed|drafted|published|issued)\sby\s[^,;]{3,40},)\s(?:[^,;]{0,60}\s)?$"
)
_KEPT_BY_OTHERS = re.compile(
    r"[,”“\"]?\s(?:(?:which|that)\s(?:is|are)\s)?(?:maintained|managed|kept|run|hosted|updated)\sby\s"
)
_IN_IT = re.compile(
    r"(?:^|[,;:]\s|\band\s)(?:[Ii]n|[Tt]hrough|[Bb]y|[Ww]ith|[Vv]ia)\s(?:(?:its|the|a|their|[Dd]ocument|[Cc]ontribution|[Dd]oc\.|input)\s)*$"
)
"""What makes a contribution the text that the rest of the sentence is said in: "In SG13-C670, Orange proposed …"."""
_OUTCOMES = re.compile(
    r"\b(?:outcomes?|conclusions?|findings|decisions?|opinions?|called\sfor(?!\s(?:in|under)\b)|mandate|action\slines?|objectives?|recommendations?\sof|endorsed|emanating)\b",
    re.IGNORECASE,
)
_SUBMITS_TO = re.compile(
    r"\b(?:submit|report|transmit|forward|present|convey|communicate|bring|contribute|send)(?:ting|ing)?\s[^,;]{0,60}?\bto\s(?:the\s)?(?:[\w-]+\s){0,2}$"
)
_ABOUT = re.compile(
    r"(?:\s\([^()]*\)|,?\sof\s(?:the\s)?[^,;]{2,90})?,\s(?:on|entitled|concerning|regarding|relating\sto)\s(?:[^;]*[^\s,;]\s)?(?:the\s)?"
)
_ABOUT_ENDS = re.compile(r"(?:[,;]\s(?:and\s|as\swell\sas\s)?|\sand\s(?:in|by)\s)(?:the\s)?$")
_CITE_VERB = re.compile(
    rf"(?:\s\([^()]*\))?(?:\s(?:itself|themselves))?(?:,?\s(?:which|that)|,)?\s(?:{BEFORE_VERB}(?:\w+ly\s)?)(?:{_STRONG}|(?:is\s|are\s|was\s|were\s)?(?:\w+ly\s)?(?:derived\sfrom|founded\son|modelled\son)|refers?\sto|referring\sto|cites?|citing|"
    r"quotes?|quoting|recalls?|reproduces?|incorporates?|incorporating|supersedes?|replaces?|complements?|complementing|implements?|endorses?|takes?\s(?:into\s)?account(?:\sof)?|responds?\sto)\s"
    rf"(?:the\s)?{_PLACE_IN}(?:(?:ITU-[TR]|Recommendations?|Reports?|Directive|draft|revised|both|provisions\sof|principles\sof|work\sof)\s)*(?:the\s)?"
)
_PRONOUN = re.compile(
    r"(?:It|(?:The|This|That)\s(?P<which>latter|former|Recommendation|text|report|Report|document|handbook|Handbook|guideline|draft|publication|toolkit|study|Supplement|deliverable|paper)(?:\s(?:itself|also))?)(?=\s)"
)
_ON_WHICH = re.compile(r",?\s(?:on|upon|of|to|from)\swhich\s(?:the\s)?(?:draft\s|new\s)*")
_WHICH_DRAWS = re.compile(
    r"\s(?:(?:itself|also|is|was|are)\s)*(?:\w+ly\s)?(?:draws|drew|builds|relies|rests|based|makes\suse|refers|derived|founded|built)\b"
)
_IS_BASIS = re.compile(
    r"(?:,?\s(?:which|that))?\s(?:is|was|are|were)\s(?:\w+ly\s)?(?:referred\sto|cited|quoted|referenced|reproduced|incorporated|used|taken\sup)\s(?:in|by)\s(?:the\s)?(?:draft\s|new\s)*|"
    r"(?:,?\s(?:which|that))?\s(?:(?:forms?|formed|provides?|provided|is|was|serves?\sas|served\sas)\s(?:the|a|one)\sbas[ie]s\s(?:of|for)|underlies|underpins)\s(?:the\s)?(?:draft\s|new\s)*"
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
_ACTIVITIES = re.compile(
    r"\b(?:[Aa]ctivit\w+|[Ww]ork|[Pp]rogress|[Aa]ctions?|[Ii]mplementation|[Mm]easures|[Ff]ollow-up|[Mm]atters)\s[^.;]{0,60}$"
)
_REPORTED_IN = re.compile(
    r"\b(?:is|are|was|were|has\sbeen|have\sbeen|being)\s(?:\w+\s)?(?:reported|described|summari[sz]ed|covered|dealt\swith|detailed|outlined|presented)\s(?:\w+\s){0,3}?(?:in|by)\s(?:the\s)?(?:separate\s)?$"
)
_ON_IMPLEMENTATION = re.compile(
    r"\)?,?\s(?:reports?\son|on)\s(?:the\s)?(?:activities|implementation|progress|work)[^.;]{0,50}\s(?:under|of|on|to|in)\s(?:the\s)?(?:\w+\s){0,3}?"
)


def read_references(reading: Reading) -> Iterator[Found]:
    """What is cited: by another text ("X builds on Y"), by a resolution's clauses, else by the document."""
    described: Mention | None = None
    before: Sentence | None = None
    for sentence in reading.sentences:
        if not any(item.label in _CITED or item.label == "Event" for item in sentence.mentions):
            before = sentence
            continue
        by_text = list(_text_references(sentence, _antecedent(sentence, before)))
        in_clause = reading.own_resolution if sentence.passage.clause else None
        if not reading.own_resolution:
            described = _described_text(sentence, described)
            by_text += _recommendation_references(sentence, described)
        yield from by_text
        cited = {found.target for found in by_text}
        found = _clause_references(sentence, in_clause) if in_clause else _document_references(sentence, reading)
        yield from (item for item in found if item.target not in cited)
        before = sentence


def _antecedent(sentence: Sentence, before: Sentence | None) -> tuple[int, Mention] | None:
    """(end of the pronoun, its text), as in "The latter makes use of …": a text of the sentence before."""
    pronoun = _PRONOUN.match(sentence.text)
    if pronoun is None or before is None or sentence.opens_passage:
        return None
    texts = [item for item in before.mentions if item.label in _SOURCES]
    texts = texts or [item for item in before.mentions if item.label == "Document"]
    heads = [item for item in texts if not any(other.start < item.start < other.reach for other in texts)]
    if pronoun["which"] in ("latter", "former"):
        heads = heads[-2:-1] if pronoun["which"] == "former" else heads[-1:]
    return (sentence.start + pronoun.end(), heads[0]) if len(heads) == 1 else None


def _text_references(sentence: Sentence, pronoun: tuple[int, Mention] | None) -> Iterator[Found]:
    """As in "The COP Guidelines build upon the Convention …", "Report Y, on which X draws", "Y, used in X"."""
    cited = [item for item in sentence.mentions if item.label in _CITED]
    subjects = [(item.reach, item) for item in cited if item.label in _SOURCES]
    documents = [(item.reach, item) for item in cited if item.label == "Document"]
    for reach, source in [pronoun, *subjects, *documents] if pronoun else [*subjects, *documents]:
        verb = _CITE_VERB.match(sentence.text, reach - sentence.start)
        if verb:
            for item in _listed(sentence, cited, sentence.start + verb.end()):
                yield from _refers(sentence, source, item)
        on = _ON_WHICH.match(sentence.text, reach - sentence.start)
        basis = _IS_BASIS.match(sentence.text, reach - sentence.start)
        start = sentence.start + (on.end() if on else basis.end() if basis else -1)
        for end, item in subjects if on or basis else ():
            if item.start == start and (basis or _WHICH_DRAWS.match(sentence.after(end))):
                yield from _refers(sentence, item, source)


def _listed(sentence: Sentence, cited: Sequence[Mention], position: int) -> Iterator[Mention]:
    """What stands at a position, and the members of the list that it opens."""
    first = True
    for item in cited:
        if first:
            listed = item.start <= position < item.end
        elif item.start >= position:
            listed = bool(_TOO.fullmatch(sentence.between(position, item.start)))
            if not listed:
                return
        else:
            listed = False
        if listed:
            first, position = False, item.reach
            yield item


def _refers(sentence: Sentence, source: Mention, target: Mention) -> Iterator[Found]:
    if source.ref != target.ref:
        yield sentence.states("REFERENCES", source.ref, target.ref, "read_references", edition_of(sentence, target))


def _clause_references(sentence: Sentence, own: Ref) -> Iterator[Found]:
    """As in "recalling a) Resolution 101 (Rev. Antalya, 2006) …, b) the outcomes of … WSIS"."""
    resolution: Mention | None = None
    for item in sentence.mentions:
        about = resolution and item.label in ("Publication", "Event") and _is_subject(sentence, resolution, item)
        if item.label == "Resolution":
            resolution = item
        cited = item.label in _CITED or (item.label == "Event" and _is_invoked(sentence, item))
        others = _OF_OTHERS.search(sentence.before(item.start)) or _KEPT_BY_OTHERS.match(sentence.after(item.end))
        if cited and not about and not others:
            extra = {**edition_of(sentence, item), "clause": sentence.passage.section}
            yield sentence.states("REFERENCES", own, item.ref, "read_references", extra)


def _is_invoked(sentence: Sentence, event: Mention) -> bool:
    """As in "the outcomes of WTDC-17"; no more in "…, and to submit it to the 2023 session of the Council"."""
    if not _OUTCOMES.search(sentence.text):
        return False
    return not _SUBMITS_TO.search(sentence.before(event.start))


def _is_subject(sentence: Sentence, resolution: Mention, item: Mention) -> bool:
    """As in "Resolution 70/1, on the 2030 Agenda": what a resolution is on, and no text that is cited too."""
    gap = sentence.between(resolution.reach, item.start)
    return bool(_ABOUT.fullmatch(gap)) and not _ABOUT_ENDS.search(gap)


def _document_references(sentence: Sentence, reading: Reading) -> Iterator[Found]:
    """As in "Information … is available in Council Document C20/18", "… should be based on Council Decision 562"."""
    reports = REPORTS.search(sentence.text) or _OF_A_DRAFT.match(sentence.text)
    cover = _COVER.match(sentence.text)
    elsewhere = {item.ref for _, item in reported_elsewhere(sentence)}
    document = source = reading.document
    listed, within = 0, False
    for item in sentence.mentions:
        if item.label == "Document" and item.ref != document:
            yield sentence.states("REFERENCES", document, item.ref, "read_references")
            within = within or bool(_IN_IT.search(sentence.before(item.start)))
            source = item.ref if within or _CITES.match(sentence.after(item.reach)) else source
            listed = item.reach if source == item.ref or cover else listed
        elif item.label in _CITED and not reports and item.ref not in elsewhere:
            too = listed and _TOO.fullmatch(sentence.between(listed, item.start))
            pattern = _INVOKES_STRONGLY if item.label == "Recommendation" else _INVOKES
            invoked = too or cover or pattern.search(sentence.before(item.start))
            if invoked or (source != document and (within or item.label != "Recommendation")):
                listed = item.reach
                yield sentence.states("REFERENCES", source, item.ref, "read_references", edition_of(sentence, item))
                if item.known.get("kind") == "decision":
                    yield from _decided(sentence, item)


def reported_elsewhere(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """As in "Activities under Resolution 70 are reported in Document C24/6": (the document, the resolution)."""
    documents = [item for item in sentence.mentions if item.label == "Document"]
    for document in documents:
        for item in sentence.mentions:
            if item.label != "Resolution":
                continue
            if item.reach <= document.start:
                found = _ACTIVITIES.search(sentence.before(item.start)) and _REPORTED_IN.search(
                    sentence.between(item.reach, document.start)
                )
            else:
                found = _ON_IMPLEMENTATION.fullmatch(sentence.between(document.reach, item.start))
            if found:
                yield document, item


def _decided(sentence: Sentence, decision: Mention) -> Iterator[Found]:
    """As in "decided by Decision 562 that WTPF-2013 would discuss … Resolution 101"."""
    for item in sentence.mentions:
        if item.label == "Resolution" and item.ref != decision.ref:
            own = edition_of(sentence, item)
            yield sentence.states("REFERENCES", decision.ref, item.ref, "read_references", own)


def _recommendation_references(sentence: Sentence, subject: Mention | None) -> Iterator[Found]:
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


def _described_text(sentence: Sentence, before: Mention | None) -> Mention | None:
    """The Recommendation that a passage goes on about: the one that opens a sentence and has a verb of its own."""
    for item in sentence.mentions:
        if item.label == "Recommendation" and _DESCRIBES.match(sentence.after(item.reach)):
            return item
    return None if sentence.opens_passage else before


def edition_of(sentence: Sentence, resolution: Mention) -> dict[str, str]:
    """The newest edition that the text names with a resolution."""
    marks = [
        item.fields["mark"] for item in sentence.mentions if item.label == "Edition" and item.start == resolution.start
    ]
    return {"edition": str(marks[-1])} if marks else {}
