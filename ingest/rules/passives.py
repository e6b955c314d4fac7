"""Work on texts where the text is the subject, or a noun says it: "was approved by", "consent was given to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.lexicon.dates import MONTH_NAMES
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.deeds import Deed, list_before, own_properties, works_after
from netgov.ingest.rules.reading import BEFORE_VERB, Sentence
from netgov.ingest.rules.work_words import INFINITIVE, NOUN, PARTICIPLE, TARGETS, UNDER_APPROVAL

ADVERBS = r"(?:(?:also|then|since|now|all|both|already|again|later|first|thus|too|\w+ly)\s)*+"
_AUXILIARY = rf"(?:was|were|is|are|(?:has|have|had)\s{ADVERBS}been)\s{ADVERBS}(?P<being>being\s{ADVERBS})?"
_PASSIVE = re.compile(rf"(?:,?\s?\b(?:which|that|and|but)\s)?\b{_AUXILIARY}(?:{PARTICIPLE})(?!\w)")
_SHORT = re.compile(
    rf",?\s(?:and\s|as\s)?(?:{PARTICIPLE})(?=\s(?:(?:in|on|at|earlier|jointly)\b[^,;:.]{{0,60}}?\s?)?by\s)"
)
_INVERTED = re.compile(
    rf"(?:(?:also|likewise|similarly|further|equally|finally|newly|among(?:st)?\sthe\s(?:\w+\s){{1,4}}?|(?:the\s)?(?:\w+\s){{0,2}}(?:Recommendations|texts|reports|documents)\s)\s?)?"
    rf"(?:{PARTICIPLE})(?:,?\s(?:at|in|by|during|on|under|since)\s[^;:.“”]{{2,80}}?)??,?\s(?:was|were|is|are|includes?|included)\s"
)
_NEITHER = re.compile(r"\b(?:[Nn]either|[Nn]or|[Nn]one\sof)\b[^;:“”]*$")
_SO_TOO = re.compile(r",?\s(?:and\s)?(?:so|as)\s(?:was|were|has\sbeen|have\sbeen)\s")
_ASIDE = re.compile(
    r"(?:\s\([^()]*\))?,\s(?:(?:\w+\s)?(?:which|whose|whom)|that|based|developed|prepared|drafted|aligned|elaborated|started|begun|first|originally|formerly|also|an?|the|now|dealing|covering|"
    rf"describing|specifying|defining|on)\b[^;:]{{3,250}},\s?{BEFORE_VERB}"
)
_BESIDE = re.compile(rf"[\s,()]*{BEFORE_VERB}")
_AFTERWARDS = {"STARTED": re.compile(r"[^.;:]{0,60}?\son\s|[^.;:]{0,80}:\s?")}
_LISTED_AFTER = re.compile(r"[^.;:]{0,80}:\s?")
_BY = re.compile(r"(?:\s[^,;:.]{0,80}?)?,?\sby\s(?:the\s)?")
_NO_AGENT = re.compile(
    r"(?:\d|end\b|correspondence|consensus|acclamation|unanimity|then\b|that\stime|means\b|way\b|e-?mail|virtue|default|"
    rf"{MONTH_NAMES})"
)
_SAME = re.compile(
    r"(?:same|this|that|it|them|above)\b|(?:[Ss]tudy\s|[Ff]ocus\s|[Ww]orking\s|[Ee]xpert\s)?[Gg]roups?\b|[Mm]eeting\b|[Pp]lenary\b"
)
_ITS = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}|\s")
_AND = re.compile(r"(?:\s\([^()]*\))?(?:,|,?\sand)\s(?:the\s)?")
_REACHED = re.compile(
    rf"\b(?:{NOUN})\s(?:was|were|has\sbeen|had\sbeen)\s{ADVERBS}(?:reached|given|granted|obtained|achieved|secured|expressed|made|found|recorded)"
    r"(?:,?\s(?:by|in|at|during)\s[^;:.“”]{2,80}?,?)??\s(?:to|on|of|for|upon|regarding|concerning)\s"
)
_RECEIVED_LIST = re.compile(
    rf"\b(?:Recommendations|[Tt]exts|Supplements|[Rr]eports|[Dd]rafts|documents)\s(?:(?:has|have|had)\s)?{ADVERBS}(?:obtained|received|reached|gained|secured|achieved)\s"
    rf"(?:(?:its|their|the|final|formal)\s)*(?:{NOUN})(?:\s[^.;:“”]{{2,80}})?:\s"
)
_DECIDED = re.compile(
    rf"\b[Ii]t\s(?:was|has\sbeen|had\sbeen)\s(?:\w+\s){{0,2}}?(?:agreed|decided|resolved)\s(?:by\s[^,;:.“”]{{2,40}}?\s)?to\s(?:{INFINITIVE})(?!\w)"
)
_NOUN_OF = re.compile(rf"\b(?:{NOUN})\s(?:by\s[^,;:.“”]{{2,60}}?\s)?(?:of|to|on)\s")
_NOT_YET = re.compile(
    r"\b(?:for|pending|await\w*|propos\w+|request\w*|seek\w*|postpon\w+|defer\w*|before|until|towards?|without|no|not|against|oppos\w+|subject|prior|recommend\w*|suggest\w*|target\w*|plan\w*|"
    r"expect\w*|consider\w*|invit\w+|may|might|should|would|could|if|whether)\b[^,;“”]{0,50}$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    rf"\s(?:was|were|has\sbeen|have\sbeen)\s{ADVERBS}(?:granted|given|announced|completed|confirmed|obtained|achieved|secured|reached|recorded)\b"
)
_SAID_OF_IT = re.compile(r"\s(?:was|were|is|are|has|have|will|may|did|could|should|would|cannot|can)\b")
_BROUGHT = re.compile(
    r"\b(?:result\w*\sin|led\sto|culminat\w+\s(?:in|with)|concluded\swith|completed|secured|obtained|achieved|saw)\s(?:the\s)?$"
)
_POSSESSIVE = re.compile(r"[’']s?\s(?:recent\s|final\s|formal\s)?$")
_RECEIVED = re.compile(
    rf"\s(?:(?:has|have|had)\s)?{ADVERBS}(?:obtained|received|reached|gained|secured|achieved)\s(?:(?:its|their|the|final|formal)\s)*(?:{NOUN})(?!\w)"
)
_BEGUN = r"(?:started|begun|began|initiated|launched|opened|commenced|undertaken)"
_WENT_ON = (
    r"(?:progressed|advanced|continued|continues|progresses|ongoing|under\s?way|in\sprogress|progressing|"
    r"advancing|continuing|(?:well|far)\sadvanced|completed|finali[sz]ed|concluded)"
)
_AUX = rf"(?:(?:has|have|had|was|were|is|are)\s)?{ADVERBS}(?:been\s)?"
_WORK = re.compile(
    r"\b(?:[Ww]ork|[Dd]rafting|[Ss]tud(?:y|ies)|[Dd]evelopment|[Pp]reparation|[Rr]evision|[Ee]laboration)\s(?:items?\s)?(?:on|of)\s"
)
_WITHIN = re.compile(r"(?:Within|In|Under|At)\s(?:the\s)?")
_IN = re.compile(r"^[^,;:]{0,60}\s(?:in|within|under|at)\s(?:the\s)?$")
_MOVED = re.compile(rf"\s{_AUX}(?:(?P<STARTED>{_BEGUN})|(?P<DEVELOPS>{_WENT_ON}))(?!\w)")
_MOVED_ON = re.compile(
    rf"\b(?:(?P<revision>[Rr]evision\s)?[Ww]ork|[Pp]rogress|[Dd]rafting)\s{_AUX}(?:(?P<STARTED>{_BEGUN})|(?P<DEVELOPS>{_WENT_ON}|made|achieved))(?:\s(?:in|at|by|during)\s[^,;:.“”]{{2,60}}?)??\s(?:on|with|of)\s"
)


def passive_deeds(sentence: Sentence) -> Iterator[Deed]:
    """Every deed of a sentence whose verb is passive or a noun."""
    yield from _passive(sentence)
    yield from _inverted(sentence)
    yield from _nominal(sentence)
    yield from _of(sentence)
    yield from _work_on(sentence)
    yield from _under_way(sentence)


def _passive(sentence: Sentence) -> Iterator[Deed]:
    """As in "Recommendation ITU-T Y.4500 was approved by SG20"; "Three Reports were approved by SG5 in 2017: …"."""
    for match in (*_PASSIVE.finditer(sentence.text), *_SHORT.finditer(sentence.text)):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        type_ = str(match.lastgroup)
        if _within_title(sentence, start) or ("being" in match.groupdict() and match["being"] and type_ != "DEVELOPS"):
            continue
        before = [item for item in sentence.mentions if item.label in TARGETS[type_] and item.reach <= start]
        works, lead = _subject_texts(sentence, before, start), before[-1].reach if before else sentence.start
        if not works:
            lead = sentence.start
            opening = _AFTERWARDS.get(type_, _LISTED_AFTER).match(sentence.text, match.end())
            works = list(works_after(sentence, sentence.start + opening.end(), type_)) if opening else []
        if type_ == "STARTED" and match[0].endswith(("created", "set up")) and "ork item" not in sentence.text:
            continue
        agents = agents_of(sentence, end, inherit=type_ != "DEVELOPS")
        if works and agents == _inherited(sentence):
            agents = _owner(sentence, works[0]) or agents
        if not agents or sentence.is_hypothetical(lead, end) or _NEITHER.search(sentence.before(start)):
            continue
        yield Deed(type_, agents, tuple(works), end, "read_passive")
        if so := _SO_TOO.search(sentence.text, match.end()):
            more = works_after(sentence, sentence.start + so.end(), type_)
            yield Deed(type_, agents, tuple(more), end, "read_passive")


def _subject_texts(sentence: Sentence, before: list[Mention], verb: int) -> list[Mention]:
    """The texts that a passive is about: right before it, or before an aside ("X, on which Y draws, was approved")."""
    before = [item for item in before if not any(other.start < item.start < other.reach for other in before)]
    gaps = [sentence.between(item.reach, verb) for item in before]
    asides = [index for index, gap in enumerate(gaps) if _ASIDE.fullmatch(gap)]
    beside = [index for index, gap in enumerate(gaps) if _BESIDE.fullmatch(gap)]
    closes_aside = beside and asides and gaps[beside[-1]].startswith(",")
    found = asides if closes_aside or not beside else beside
    return list_before(sentence, before[: found[-1] + 1]) if found else []


def _inverted(sentence: Sentence) -> Iterator[Deed]:
    """As in "Also approved were Corrigendum 1 to …"; "Among the texts determined were …"."""
    match = _INVERTED.match(sentence.text[:1].lower() + sentence.text[1:])
    if match:
        end = sentence.start + match.end()
        works = tuple(works_after(sentence, end, str(match.lastgroup)))
        agents = agents_of(sentence, works[-1].reach) if works else ()
        if works and agents:
            yield Deed(str(match.lastgroup), agents, works, end, "read_passive")


def _nominal(sentence: Sentence) -> Iterator[Deed]:
    """As in "Consent was given by SG16 to …"; "It was further decided to revise …"."""
    for pattern in (_REACHED, _RECEIVED_LIST, _DECIDED):
        for match in pattern.finditer(sentence.text):
            start, end, type_ = sentence.start + match.start(), sentence.start + match.end(), str(match.lastgroup)
            agents = agents_of(sentence, start)
            if agents and not _within_title(sentence, start) and not sentence.is_hypothetical(sentence.start, start):
                own = own_properties(sentence, end, type_, match[0])
                yield Deed(type_, agents, tuple(works_after(sentence, end, type_)), end, "read_nominal", own)


def _of(sentence: Sentence) -> Iterator[Deed]:
    """As in "following the approval of X by SG5", "SG5’s approval of X", "Approval of X was granted"; no plans."""
    for match in _NOUN_OF.finditer(sentence.text):
        start, end, type_ = sentence.start + match.start(), sentence.start + match.end(), str(match.lastgroup)
        works = tuple(works_after(sentence, end, type_))
        lead = sentence.before(start)
        if not works or works[0].start > end + 60 or _NOT_YET.search(lead) or _within_title(sentence, start):
            continue
        agents = _agents_after(sentence, works[-1].reach)
        tail = sentence.after(agents[-1].end if agents else works[-1].reach)
        agents = agents or _agents_after(sentence, start + len(match[0].split()[0]))
        if not agents and _POSSESSIVE.search(lead):
            agents = tuple(item for item in sentence.actors if _POSSESSIVE.fullmatch(sentence.between(item.end, start)))
        if not agents and (_GRANTED.match(tail) or _BROUGHT.search(lead)):
            agents = sentence.opening[:1] or _inherited(sentence)
        if (agents and not _SAID_OF_IT.match(tail)) or _GRANTED.match(tail):
            yield Deed(type_, agents, works, end, "read_nominal")
    for work in sentence.mentions:
        received = _RECEIVED.match(sentence.text, work.reach - sentence.start)
        if received and work.label in TARGETS[str(received.lastgroup)]:
            end = sentence.start + received.end()
            works = tuple(list_before(sentence, [item for item in sentence.mentions if item.reach <= work.reach]))
            yield Deed(str(received.lastgroup), agents_of(sentence, end), works, end, "read_nominal")


def _work_on(sentence: Sentence) -> Iterator[Deed]:
    """As in "work on draft Recommendation X.1 progressed"; "Work has begun on a handbook, “…”"."""
    if "ork" not in sentence.text and "raft" not in sentence.text and not _WORK.search(sentence.text):
        return
    for match in _WORK.finditer(sentence.text):
        works = tuple(works_after(sentence, sentence.start + match.end(), "STARTED"))
        moved = works and _MOVED.match(sentence.text, works[-1].reach - sentence.start)
        if moved:
            yield from _moved(sentence, str(moved.lastgroup), match[0] + moved[0], works, sentence.start + moved.end())
    for match in _MOVED_ON.finditer(sentence.text):
        end = sentence.start + match.end()
        type_ = "STARTED" if match["STARTED"] else "DEVELOPS"
        yield from _moved(sentence, type_, match[0], tuple(works_after(sentence, end, type_)), end)


def _moved(sentence: Sentence, type_: str, words: str, works: tuple[Mention, ...], end: int) -> Iterator[Deed]:
    agents = _where(sentence, works[-1].reach if works else end) or agents_of(sentence, end)
    if works and agents and not sentence.is_hypothetical(sentence.start, works[0].start):
        yield Deed(type_, agents, works, end, "read_nominal", own_properties(sentence, end, type_, words.casefold()))


def _where(sentence: Sentence, position: int) -> tuple[Mention, ...]:
    """As in "Within Q14/17, work on X progressed"; "work on X has begun in SG9"."""
    inherits = sentence.inherited and sentence.inherited.label == "Group"
    questions = [item.start for item in sentence.mentions if item.label == "Question"] if inherits else []
    for item in sentence.actors:
        if item.start in questions:
            continue  # a working party that the sentence before made responsible works on it
        opens = item.end < position and _WITHIN.fullmatch(sentence.before(item.start))
        if opens or (item.start >= position and _IN.search(sentence.between(position, item.start))):
            return (item,)
    return ()


def _under_way(sentence: Sentence) -> Iterator[Deed]:
    """As in "Draft Recommendation J.1601 is under approval": its body is the nearest subject."""
    for match in UNDER_APPROVAL.finditer(sentence.text):
        start = sentence.start + match.start()
        works = [item for item in sentence.mentions if item.label in TARGETS["DEVELOPS"] and item.reach <= start]
        agents = sentence.passive_agents or tuple(filter(None, [sentence.agent or sentence.inherited]))
        if works and agents and not sentence.between(works[-1].reach, start).strip(" ,"):
            own = {"status": match["status"]}
            texts = tuple(list_before(sentence, works))
            yield Deed("DEVELOPS", agents[:1], texts, start, "read_under_way", own)


def agents_of(sentence: Sentence, position: int, inherit: bool = True) -> tuple[Mention, ...]:
    """Who did what a passive says: named after "by"; else the sentence's agent; else the subject that goes on.

    Nobody where "by" names someone unknown.
    """
    if named := _agents_after(sentence, position) or sentence.passive_agents[:1]:
        return named
    by = _BY.match(sentence.after(position))
    rest = sentence.after(position)[by.end() :] if by else ""
    if by and not _NO_AGENT.match(rest) and not _SAME.match(rest):
        return ()
    return _inherited(sentence) if inherit else ()


def _owner(sentence: Sentence, work: Mention) -> tuple[Mention, ...]:
    """As in "The FG-AN deliverables “Use cases” were published", "SG5’s Handbook “Seas” was released"."""
    opening = sentence.opening[:1]
    return opening if opening and _ITS.fullmatch(sentence.between(opening[0].end, work.start)) else ()


def _inherited(sentence: Sentence) -> tuple[Mention, ...]:
    return (sentence.inherited,) if sentence.inherited else ()


def _agents_after(sentence: Sentence, position: int) -> tuple[Mention, ...]:
    """As in "… in 2017 by ITU-R SG5"; "by ISO and IEC" are two."""
    by = _BY.match(sentence.after(position))
    start = position + by.end() if by else -1
    found: list[Mention] = []
    for item in sentence.actors:
        if item.start == start or (found and _AND.fullmatch(sentence.between(found[-1].end, item.start))):
            found.append(item)
    return tuple(found)


def _within_title(sentence: Sentence, position: int) -> bool:
    return any(item.start < position < item.reach for item in sentence.mentions)
