"""Contributions: who submitted what to which meeting, group or document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import MONTH_NAMES, month_number
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import BODIES, Found, Reading, Sentence

_NOUN = (
    r"(?:(?:[Ww]ritten|[Ii]nput|[Jj]oint)\s)?(?<!financial\s)(?<!voluntary\s)(?<!in-kind\s)(?<!Financial\s)(?<!Voluntary\s)(?<!assessed\s)(?<!cash\s)"
    r"(?:[Cc]ontributions?|[Ii]nputs?(?:\s(?:documents?|papers?))?|[Ss]ubmissions?|[Pp]roposals?|[Cc]omments|[Cc]andidate\s(?:\w+\s)?(?:technolog\w+|proposals?|texts?))"
)
_GIVEN = (
    r"(?:submitted|made|provided|tabled|brought(?:\sin)?|presented|introduced|prepared|sent(?:\sin)?|"
    r"put\sforward|offered|contributed|signed|proposed|delivered|filed|lodged)"
)
_DELEGATE = (
    r"(?:(?:the\s)?(?:\w+\s)?(?:delegates?|representatives?|delegations?|administrations?|experts?)\s(?:from|of)\s)?"
)
_FROM_WHOM = re.compile(
    rf"\b{_NOUN}\b(?P<gap>[^.;:“”]{{0,110}}?)\b(?:from|{_GIVEN}\s(?:jointly\s)?by)\s(?:the\s)?{_DELEGATE}(?:the\s)?(?!Secretariat)"
)
_OF_WHOM = re.compile(
    rf"\b(?:{_NOUN}\sby|(?:[Pp]roposals?|[Ss]ubmissions?|[Cc]omments)\sof)\s(?:the\s)?{_DELEGATE}(?:the\s)?"
)
_SUBMITS = re.compile(
    rf"\b{_GIVEN}\s(?:(?:its|their|a|an|the|several|many|some|\w+ty|two|three|four|five|\d+)\s)*{_NOUN}\b"
)
NOT_WANTED = re.compile(
    r"\b(?:no|not|without|absence|lack|invit\w+|request\w*|call(?:s|ed|ing)?|encourag\w+|expect\w*|await\w*|solicit\w*|seek\w*|sought|wait\w*|deadline|future|further|"
    r"may|might|should|would|could|can|will|shall|if|whether|until|unless|announced|withdrawn|late|once|resolution|resolving|resolved)\b[^.;]*$",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\s(?:(?:is|are|was|were|will|would|may|should|could|has|have|had|can|did|do|does)\s)(?:\w+\s){0,2}?(?:not|withdrawn|invited|expected|awaited|welcome|encouraged|sought|requested|needed|be|postponed|refused)\b"
)
_TAKEN_INTO = re.compile(
    r"[^.;]{0,120}?\b(?:is|are|was|were|been)\s(?:\w+\s)?(?:taken\sinto\s(?:account|consideration)|compiled|included|incorporated|reflected|merged|integrated|consolidated|annexed|reproduced|summari[sz]ed|collected|published)\s(?:in|into|to|by)\s(?:the\s|its\s)?(?:\w+\s)?$"
)
_WITH = re.compile(r"\bwith\s(?:(?:the|substantial|significant|valuable|many|additional|major|further)\s)*$")
_BY_GROUP = re.compile(
    r"\b(?:received|considered|examined|discussed|noted)\sby\s(?:the|this)\s(?P<which>\w+\s)?[Gg]roup\b"
)
_BY = re.compile(r"\bby\s(?:the\s)?$")
_DRAFT = re.compile(r"\b(?:draft|report)\b[^.;]{0,60}$", re.IGNORECASE)
_GLUE = re.compile(
    r"(?:[\s,;]|\([^()]*\)|\b(?:and|the|as|well|also|from|one|both|two|others?|jointly|together|with|Republic|of|for|delegates?|representatives?|delegations?)\b|"
    r"\b(?!Chair|Rapporteur|Editor|Conven|Secretar|Director)[A-Z][\w&.’-]*)*"
)
_IS_CONTRIBUTION = re.compile(rf"\b(?:{_NOUN}|[Pp]apers?)\s(?:\(?(?:[Dd]ocuments?|[Dd]oc\.?)\s)?\(?$")
_SYMBOL = re.compile(r"(?:-|^)C\d{1,5}$")
_PRESENTS = re.compile(
    rf"\b(?P<verb>{_GIVEN}|[Pp]resent(?:ing|s)|[Ii]ntroduc(?:ing|es)|[Ss]ubmit(?:ting|s)|[Tt]abl(?:ing|es))\s(?:(?:its|the|a|an|their|new|joint|written)\s)*(?:(?:{_NOUN}|[Pp]aper|[Dd]ocument|[Tt]ext)s?\s)?\(?$"
)
_PRESENTED_BY = re.compile(
    rf"(?:\s\([^()]*\))?(?:\s[“\"][^”\"]*[”\"])?,?\s(?:(?:which|that)\s)?(?:(?:is|was|were|had\sbeen|has\sbeen)\s)?(?:(?P<given>{_GIVEN})\s(?:jointly\s)?by|from|of|by)\s(?:the\s)?{_DELEGATE}(?:the\s)?"
)
_INSIDE = re.compile(
    r"(?:^|[,;:]\s|\b(?:and|where|that)\s)(?:[Ii]n|[Tt]hrough|[Bb]y|[Ww]ith|[Vv]ia)\s(?:(?:its|the|a|their|document|contribution|Document|Contribution|Doc\.)\s)*$"
)
_SPEAKER = re.compile(
    rf"(?:\s\([^()]*\))?(?:,?\s(?:submitted\s|addressed\s|sent\s)?(?:to|at|for|on)\s[^,;:.]{{3,60}}(?=,))?,?\s(?:the\s)?{_DELEGATE}(?:the\s)?"
)
_SAYS = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:also\s|then\s|further\s|jointly\s)?(?:propos|suggest|recommend|not|report|present|describ|inform|request|rais|identif|introduc|provid|explain|argu|ask|express|outlin|shar|draw|drew|point|call|support|analys|highlight|invit|seek|sought|list|put)\w*"
)
_OWN = re.compile(
    r"(?:[’']s?\s(?:\w+\s){0,2}?|,?\sin\s(?:its|their)\s(?:\w+\s)?)(?:contribution|proposal|submission|document|input|paper)\s\(?(?:[Dd]ocument\s|[Dd]oc\.\s)?"
)
_IN_ITS = re.compile(
    r",?\s(?:in|through|by|with|via)\s(?:(?:its|their|the|a)\s)?(?:(?:written|joint|input|contribution|document|paper|proposal|submission|Contribution|Document|Doc\.)\s)*"
)
_DELEGATE_OF = re.compile(r"\b(?:delegates?|representatives?|delegations?)\s(?:from|of)\s(?:the\s)?$")
_IN_MONTH = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Tt]o|[Dd]uring|[Bb]efore)\s(?:(?:the|its|their|our)\s)?"
    rf"(?P<month>{MONTH_NAMES})(?:\s(?P<year>\d{{4}}))?(?:,|\s(?:[Mm]eeting|plenary|session)|(?=\s(?:the\s)?[A-Z]))"
)
_SAME_MEETING = re.compile(
    r"\b(?:[Aa]t|[Tt]o|[Ii]n|[Dd]uring|[Ff]or)\s(?:the\ssame|that|this)\s(?:meeting|plenary|session)\b"
)
_JUST_BEFORE = re.compile(r"(?:\s(?:also|then|further|jointly|again))?\s")
_OFFICES = ("bureau", "office", "sector", "constituency")


def read_contributions(reading: Reading) -> Iterator[Found]:
    """As in "contributions had been received from the United Kingdom and ISOC …"; "In SG5-C12, Japan proposed …"."""
    draft: tuple[str, Ref] | None = None
    before: Ref | None = None
    for sentence in reading.sentences:
        for item in sentence.mentions:
            if item.label == "Document" and _DRAFT.search(sentence.before(item.start)):
                draft = sentence.passage.section, item.ref
        if len(sentence.mentions) == 0:
            continue
        here = draft[1] if draft and (draft[0] == sentence.passage.section or "draft" in sentence.text) else None
        meeting = _meeting_of(sentence, reading, before)
        before = meeting or before
        by_symbol = list(_documents(sentence, meeting or reading.own_meeting))
        yield from by_symbol
        known = {(found.source, found.target) for found in by_symbol}
        yield from (it for it in _received(sentence, reading, here, meeting) if (it.source, it.target) not in known)


def _received(sentence: Sentence, reading: Reading, draft: Ref | None, meeting: Ref | None) -> Iterator[Found]:
    """As in "among them contributions from China Mobile and KISA"; "Japan and NTT submitted comments"."""
    draft = meeting or draft or reading.own_meeting
    for pattern in (_FROM_WHOM, _OF_WHOM):
        for match in pattern.finditer(sentence.text):
            givers = givers_at(sentence, sentence.start + match.end())
            if not givers or NOT_WANTED.search(sentence.text, 0, match.end()):
                continue
            if not _NOT_GIVEN.match(sentence.after(givers[-1].reach)):
                yield from _given(sentence, givers, _targets(sentence, reading, draft, match[0], givers[-1].reach))
    for match in _SUBMITS.finditer(sentence.text):
        verb = sentence.start + match.start()
        subjects = sentence.subjects(verb)
        if subjects and not NOT_WANTED.search(sentence.between(subjects[0].start, verb)):
            targets = _targets(sentence, reading, draft, "", sentence.start + match.end())
            yield from _given(sentence, [item for item in subjects if _is_giver(item)], targets)


def _given(sentence: Sentence, givers: list[Mention], targets: list[Ref]) -> Iterator[Found]:
    for target in targets:
        for item in givers:
            if item.ref != target:
                yield sentence.states("CONTRIBUTED_TO", item.ref, target, "read_contributions")


def _targets(sentence: Sentence, reading: Reading, draft: Ref | None, phrase: str, position: int) -> list[Ref]:
    """Where contributions went: a group, a text that took them up, the meeting named, a draft, the own meeting."""
    later = (item for item in sentence.mentions if item.start >= position and item.label in ("Document", "Publication"))
    taken = [item.ref for item in later if _TAKEN_INTO.fullmatch(sentence.between(position, item.start))]
    start = position if not phrase else sentence.start + sentence.text.find(phrase)
    if _WITH.search(sentence.before(start)):
        texts = [item.ref for item in sentence.mentions if item.label == "Publication" and item.reach <= start]
        return texts[-1:]
    group = next(
        (item for item in sentence.actors if item.label == "Group" and _BY.search(sentence.before(item.start))), None
    )
    if group is None and (by := _BY_GROUP.search(phrase)):
        group = _group_before(sentence, reading, f"{by['which'][:1]}G" if by["which"] else "")
    if group or taken:
        return [*([group.ref] if group else []), *taken]
    return [draft] if draft else []


def _group_before(sentence: Sentence, reading: Reading, initials: str) -> Mention | None:
    """Which group "the Expert Group" is: the last one named whose name has an "EG"."""
    groups = [item for item in reading.mentions if item.label == "Group" and item.start < sentence.start]
    return next((item for item in reversed(groups) if initials in item.key), None)


def _meeting_of(sentence: Sentence, reading: Reading, before: Ref | None) -> Ref | None:
    """The meeting that a sentence names, or means by "the October meeting", "to the same meeting"."""
    named = next((item.ref for item in sentence.mentions if item.is_meeting), None)
    if named or (before and _SAME_MEETING.search(sentence.text)):
        return named or before
    month = _IN_MONTH.search(sentence.text) if "ontribut" in sentence.text or "-C" in sentence.text else None
    if month is None:
        return None
    begins = re.compile(rf"{month['year'] or ''}.*-{month_number(month['month'])}(?:-\d\d)?\)$")
    found = {item.ref: item for item in reading.mentions if item.is_meeting and begins.search(item.key)}
    own = reading.own_body
    ours = [ref for ref, item in found.items() if own is None or item.fields.get("organizer") == own.ref]
    return ours[0] if len(ours) == 1 else None


def givers_at(sentence: Sentence, position: int) -> list[Mention]:
    """The bodies of the list at a position."""
    found: list[Mention] = []
    for item in sentence.actors:
        if item.label not in BODIES or item.start < position:
            continue
        gap = sentence.between(position, item.start)
        if not _GLUE.fullmatch(gap) or (not found and gap.strip()):
            break
        position = item.reach
        if _is_giver(item):
            found.append(item)
    return found


def _is_giver(item: Mention) -> bool:
    return item.known.get("kind") != "constituency"


def _documents(sentence: Sentence, meeting: Ref | None) -> Iterator[Found]:
    """Contributions by symbol, as in "The representative from ARIN presented contribution IEG/1/5"."""
    if meeting is None:
        return
    for item in sentence.mentions:
        if item.label != "Document" or NOT_WANTED.search(sentence.before(item.start)):
            continue
        for giver in dict.fromkeys((*_presenters(sentence, item), *_named_beside(sentence, item))):
            if giver.ref != meeting:
                yield sentence.states("CONTRIBUTED_TO", giver.ref, meeting, "read_contributions", {"symbol": item.key})


def _presenters(sentence: Sentence, document: Mention) -> list[Mention]:
    """As in "Japan introduced Document 5/12"; "SG5-C12, submitted by Japan"; "Contribution 5/12 (KT, ETRI)"."""
    contribution = _is_contribution(sentence, document)
    if presents := _PRESENTS.search(sentence.before(document.start)):
        verb = sentence.start + presents.start("verb")
        speaker = next((item for item in sentence.actors if _DELEGATE_OF.search(sentence.before(item.start))), None)
        beside = [item for item in sentence.actors if _JUST_BEFORE.fullmatch(sentence.between(item.end, verb))]
        subjects = sentence.subjects(verb) or filter(None, [sentence.agent])
        speakers = [speaker] if speaker else beside if beside and beside[0].label == "Country" else [*subjects]
        return [item for item in speakers if contribution or _is_outside(item)]
    passive = _PRESENTED_BY.match(sentence.after(document.reach))
    if passive and (contribution or passive["given"]):
        givers = givers_at(sentence, document.reach + passive.end())
        return [item for item in givers if contribution or _is_outside(item)]
    if contribution and sentence.after(document.end).startswith(" ("):
        close = sentence.text.find(")", document.end - sentence.start) + sentence.start
        return [item for item in givers_at(sentence, document.end + 2) if item.start < close]
    return []


def _named_beside(sentence: Sentence, document: Mention) -> list[Mention]:
    """As in "In SG5-C12, Japan proposed …"; "Japan (SG5-C12) proposed"; "Japan’s contribution 5/12"."""
    contribution = _is_contribution(sentence, document)
    if _INSIDE.search(sentence.before(document.start)):
        speaker = _SPEAKER.match(sentence.after(document.reach))
        givers = givers_at(sentence, document.reach + speaker.end()) if speaker else []
        if givers and _SAYS.match(sentence.after(givers[-1].end)):
            return [item for item in givers if contribution or _is_outside(item)]
    for item in sentence.actors:
        if item.end > document.start or not (contribution or _is_outside(item)):
            continue
        gap = sentence.between(item.end, document.start)
        aside = _IN_ITS.fullmatch(gap) and _SAYS.match(sentence.after(document.end))
        if (
            aside
            or _OWN.fullmatch(gap)
            or (gap.strip() in ("(", "(Document", "(Doc.") and _is_said(sentence, item, document))
        ):
            return [item]
    return []


def _is_said(sentence: Sentence, body: Mention, document: Mention) -> bool:
    """As in "additions proposed by Japan (5/12)"; "Japan (5/12) suggested"; "a contribution from Japan (5/12)"."""
    lead, tail = sentence.before(body.start), sentence.after(document.end)
    said = re.search(rf"(?:{_GIVEN}|{_NOUN})\s(?:\w+\s)?(?:by|from|of)\s(?:the\s)?$", lead)
    return bool(said or (tail.startswith(")") and _SAYS.match(tail[1:])))


def _is_contribution(sentence: Sentence, document: Mention) -> bool:
    return bool(
        _SYMBOL.search(document.key) or _IS_CONTRIBUTION.search(sentence.text, 0, document.start - sentence.start)
    ) or (bool(re.match(r"[Cc]ontribution", sentence.after(document.start))))


def _is_outside(body: Mention) -> bool:
    """Whether a body is no office of the house: a secretariat presents documents that are no contributions."""
    office = body.known.get("kind") in _OFFICES or body.key.startswith("ITU")
    return body.label in ("Country", "Organization") and not office
