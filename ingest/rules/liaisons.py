"""Liaison statements in other words than "liaised with": sent, copied, received, answered, considered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.partners import in_title, read_with, tie
from netgov.ingest.rules.reading import Found, Sentence

_LABELS = ("Organization", "Group", "StudyGroup")
_CUE = re.compile(r"iaison|\bLSs?\b|\brepl(?:y|ie)|\brespon[ds]")
_NOUN = re.compile(
    r"\b(?:[Ll]iaisons?(?:\s(?:statements?|repl(?:y|ies)|responses?|letters?|notes?|documents?|messages?))?(?:\s\(LSs?\))?|LSs?(?:/[iors])?)"
    r"(?![\w-])(?!\s(?:officer|rapporteur|representative|person))"
)
_LINK = re.compile(
    r"\b(?:to|from|by|with|of|for\s(?:action|information|comment)\s(?:to|by))(?:,\s(?:among\sothers|inter\salia|amongst\sothers|in\sparticular),)?\s(?:both\s)?(?:the\s)?"
)
_COPIED = re.compile(
    r"\b(?:copied|cc(?:’d|'d|ed)?|cop(?:y|ies)|forwarded|circulated|addressed|sent|transmitted|issued|directed|another|others?|(?:and|or)|also|(?:for|requesting)\s(?:action|information|comments?)|"
    r"as\swell\sas)(?:\s(?:(?:was|were|also|sent|then|both|for\s(?:action|information|comments?)|one|further)\s)*|\s?:\s)(?:to\s|from\s)?(?:the\s)?$"
)
_REPLY = re.compile(
    r"\b(?:[Rr]epl(?:y|ies|ied|ying)|[Rr]espond(?:s|ed|ing)?|[Rr]esponses?|[Aa]nswer(?:s|ed|ing)?|[Rr]eact(?:s|ed|ing))\s"
    r"(?:(?:was|were|has\sbeen|have\sbeen|also|then|sent|given|provided|prepared|agreed)\s)*(?:to\s)?"
    r"(?P<liaison>(?:(?:the|an?|its|their|all|two|three|several|incoming|earlier|recent)\s)*(?:[Ll]iaisons?(?:\sstatements?)?|LSs?)\s(?:\([^()]*\)\s)?(?:received\s)?(?:of|from|by)\s)?(?:the\s)?"
)
_BY_LIAISON = re.compile(
    r"\b(?:inform|notif|advis|alert|thank|consult|ask|request|remind|told|updat|answer|approach|contact|writ|wrot)\w*\s(?:to\s)?(?:the\s)?(?=[A-Z])"
)
_MEANS = re.compile(
    r"\b(?:[Bb]y|in|through|via|with|by\s(?:means|way)\sof)\s(?:an?\s|its\s|the\s|two\s|several\s)?(?:\w+\s)?(?:liaisons?|LSs?)\b"
)
_INVERTED = re.compile(
    r"(?:(?:^|;\s)From|\b(?:received|receives|came|come|arrived|obtained|got|had)\s(?:in\s)?from)\s(?:the\s)?(?=[A-Z\d])"
)
_OWNED = re.compile(
    r"(?:[’']s?)?\s(?:(?:incoming|recent|latest|earlier|reply|second|first)\s)*(?:liaisons?\b(?:\s(?:statements?|repl\w+))?|LSs?\b)"
    r"(?:\s(?:on|about|regarding|concerning)\s[^.;]{3,120}?)?\s(?:was|were|has\sbeen|have\sbeen)\s(?:also\s)?"
    r"(?:received|noted|considered|discussed|examined|reviewed|answered|taken|presented|introduced|acknowledged|handled|studied|welcomed)\b"
)
_ACKNOWLEDGED = re.compile(
    r"\b(?:received|noted|considered|discussed|examined|reviewed|answered|took\snote\sof|acknowledged|handled|studied|analy[sz]ed|looked\sat|dealt\swith)\s(?:the\s)?$"
)
TAKEN_BACK = re.compile(
    r"[^.;]{0,160}?\b(?:withdrawn|withheld|held\sback|shelved|abandoned|discarded|deferred|rejected|dropped|but\snot|(?:will|shall|remains?\sto|is\sto|are\sto)\s(?:then\s)?be\s\w+|(?:is|are)\s(?:planned|foreseen)|never\ssent|still\sto\sbe\ssent|(?:awaits?|pending)\s\w+)\b"
)
_SENT = re.compile(
    r"\)?\s(?:(?:has|had|have|also|then|in\sturn|subsequently)\s)*(?:sent|submitted|provided|issued|addressed|transmitted|returned)\s"
    r"(?:(?:an?|its|two|three|several|further|another)\s)?(?:(?:reply|incoming|response|short|detailed|first|second)\s)*(?:liaisons?|LSs?)\b(?!\s(?:statements?\s)?(?:to|on\s[^.;]*\sto)\s)"
)
_WAS_TOLD = re.compile(
    r"\)?\s(?:(?:was|were|has\sbeen|have\sbeen|also|then|accordingly)\s)+(?:informed|notified|advised|told|asked|consulted|thanked|alerted|approached|requested)\b"
)
_EXCHANGED = re.compile(
    r"\)?\s(?:(?:have|also|regularly)\s)*exchanged\s(?:[a-z-]+\s){0,2}(?:liaisons?|LSs?)\b(?![^.;]*\swith\s)"
)
_TOPIC = re.compile(r"\s(?:on|about|regarding|concerning)\s(?P<topic>[^.;,]{3,160}?)\s?$")


def read_other_liaisons(sentence: Sentence) -> Iterator[Found]:
    """All forms but those with "liaised", as in "A liaison statement on captions went to SG6, copied to SC 35"."""
    if not sentence.actors or not _CUE.search(sentence.text):
        return
    for match in _NOUN.finditer(sentence.text):
        if not in_title(sentence, match.start()):
            yield from _addressed(sentence, match)
    yield from _replied(sentence)
    if _NOUN.search(sentence.text):
        yield from _by_liaison(sentence)
        yield from _inverted(sentence)
        yield from _from_the_other_side(sentence)
        yield from _owned(sentence)


def _tie_with(sentence: Sentence, verb: int, partner: Mention, topic: str = "") -> Iterator[Found]:
    end = partner.start - sentence.start
    yield from read_with(sentence, verb, end, "LIAISED_WITH", "read_other_liaisons", _LABELS, topic)


def _addressed(sentence: Sentence, noun: re.Match[str]) -> Iterator[Found]:
    """The bodies that "to", "from" or "by" lead in behind the noun: "LSs on A to X, copied to Y; and another to Z"."""
    if TAKEN_BACK.match(sentence.text, noun.end()):
        return
    first = True
    for link in _LINK.finditer(sentence.text, noun.end()):
        partner = sentence.body_at(sentence.start + link.end(), _LABELS)
        if partner is None:
            continue
        between = sentence.text[noun.end() : link.start()]
        if re.search(r"\.\s[A-Z]", between) or len(between) > 240:
            return
        if first and link[0].startswith(("of ", "with ")) and between.strip():
            continue
        if re.search(r"(?:was|were|been)\s(?:\w+\s){1,2}$", between) and link[0].startswith("by "):
            continue
        if first or _COPIED.search(between + link[0]) or re.search(r"[,;]\s$", between):
            topic = _TOPIC.search(re.sub(r"\s(?:was|were|has\sbeen|have\sbeen)\s(?:\w+\s){0,2}\w+\s?$", "", between))
            yield from _tie_with(sentence, noun.start(), partner, topic["topic"] if topic and first else "")
        first = False


def _replied(sentence: Sentence) -> Iterator[Found]:
    """As in "SG11 replied to ETSI on signalling"; without the word liaison only among those who send some."""
    for match in _REPLY.finditer(sentence.text):
        partner = sentence.body_at(sentence.start + match.end(), _LABELS)
        if partner is None or in_title(sentence, match.start()):
            continue
        stated = match["liaison"] or _NOUN.search(sentence.text)
        if stated or partner.label != "Organization" or partner.known.get("kind") == "sdo":
            yield from _tie_with(sentence, match.start(), partner)


def _by_liaison(sentence: Sentence) -> Iterator[Found]:
    """As in "SG13 informed IEEE by liaison statement of …"."""
    if _MEANS.search(sentence.text):
        for match in _BY_LIAISON.finditer(sentence.text):
            partner = sentence.body_at(sentence.start + match.end(), _LABELS)
            if partner:
                yield from _tie_with(sentence, match.start(), partner)


def _inverted(sentence: Sentence) -> Iterator[Found]:
    """As in "SG5 received from GSMA and ETSI liaisons on …", "From 3GPP came a liaison on …"."""
    for match in _INVERTED.finditer(sentence.text):
        partner = sentence.body_at(sentence.start + match.end(), _LABELS)
        noun = partner and _NOUN.search(sentence.text, partner.reach - sentence.start)
        if partner and noun and not re.search(r"[.;]", sentence.text[partner.reach - sentence.start : noun.start()]):
            yield from _tie_with(sentence, match.start(), partner)


def _owned(sentence: Sentence) -> Iterator[Found]:
    """As in "ETSI’s liaison on cables was noted", "SG5 discussed the IEC liaison statement"."""
    for item in sentence.actors:
        if item.label not in _LABELS:
            continue
        own = re.match(r"(?:[’']s?)?\s(?:\w+\s)?(?:liaison|LS)\b", sentence.after(item.reach))
        lead = sentence.before(item.start)
        acknowledged = own and _ACKNOWLEDGED.search(lead)
        noted = (not lead.strip() or lead.endswith("The ")) and _OWNED.match(sentence.after(item.reach))
        if acknowledged:
            yield from _tie_with(sentence, acknowledged.start(), item)
        elif noted:
            yield from _received_from(sentence, item)


def _from_the_other_side(sentence: Sentence) -> Iterator[Found]:
    """As in "In return, ETSI sent a reply liaison", "IEC was informed by liaison"; "A and B exchanged liaisons"."""
    for index, item in enumerate(sentence.actors):
        tail = sentence.after(item.reach)
        sent = item.label in _LABELS and (_SENT.match(tail) or (_WAS_TOLD.match(tail) and _MEANS.search(sentence.text)))
        if sent and item.label != "StudyGroup" and not sentence.is_hypothetical(sentence.start, sentence.end):
            yield from _received_from(sentence, item)
        if index and _EXCHANGED.match(tail):
            other = sentence.actors[index - 1]
            if re.fullmatch(r"(?:\s\([^()]*\))?\sand\s(?:the\s)?", sentence.between(other.reach, item.start)):
                yield from tie("LIAISED_WITH", other, item, sentence, "", "read_other_liaisons")


def _received_from(sentence: Sentence, sender: Mention) -> Iterator[Found]:
    """The sender with who noted it: the agent of the passive, else who acts in this part of the report."""
    agents = [body for body in sentence.passive_agents if body.ref != sender.ref]
    receiver = agents[0] if agents else sentence.inherited
    if receiver and not sentence.is_hypothetical(sentence.start, sentence.end):
        yield sentence.states("LIAISED_WITH", receiver.ref, sender.ref, "read_other_liaisons")
