"""Lists of bodies and persons: who stands before a verb, and who is listed behind "attended by", "speakers from"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import Sentence

_PEOPLE = (
    r"(?:representatives?|delegat(?:es?|ions?)|experts?|officials?|participants?|speakers?|panell?ists?|members?|"
    r"colleagues|staff|engineers|lecturers?|trainers?|regulators)"
)
_OFFICERS = (
    r"(?:(?:[Vv]ice-|[Cc]o-|[Dd]eputy\s|[Ff]ormer\s)?(?:[Cc]hair(?:m[ae]n|woman|women|persons?|s)?|[Rr]apporteurs?|[Dd]irectors?|[Cc]ounsell?ors?|"
    r"[Mm]inisters?|[Pp]residents?|[Cc]onven[eo]rs?|[Ee]ditors?|[Aa]mbassadors?|[Cc]ommissioners?))"
)
_GLUE = re.compile(
    rf"(?:[\s,;]|\([A-Z][\w&+-]*\)|\b(?:and|the|as\swell\sas|together\swith|along\swith|from|of|by|both|also|in\sparticular|"
    rf"including|representing|members\sof|senior|several|two|three|a|an|others|on\sbehalf\sof|remotely|online|{_OFFICERS}|{_PEOPLE})\b)*"
)
_UNKNOWN = re.compile(r"[A-Z][\w&.’'/-]*(?:\s(?:of|for|the|on)(?=\s[A-Z]))?")
_AFFILIATION = re.compile(
    r"\s?\((?:the\s)?|,?\s(?:of|from|for|at|representing|on\sbehalf\sof)\s(?:the\s)?|"
    r",\s(?:(?:the|its|then)\s)?(?:[^,;:]{2,80}?(?:\s(?:of|at|for|from|in)\s(?:the\s)?|,\s(?:the\s)?))?"
)
_LISTED = re.compile(
    rf"\)?(?:\s\([^()]*\))?\s?(?:,|;|,?\sand|/|&|,?\sas\swell\sas|,?\stogether\swith|,?\salong\swith|,\sand\salso)\s?"
    rf"(?:(?:the|by|from|of|also|(?:\w+\s)?{_PEOPLE}\s(?:of|from))\s)*(?:ITU-[TDR]\s)?",
    re.IGNORECASE,
)
_HELPERS = re.compile(
    r"[’']?s?\)?\s?(?:\([A-Z][\w -]*\))?(?:,?\s(?:which|that|who|has|have|had|also|further|then|both|all|each|since|"
    r"recently|jointly|actively|regularly|remotely|virtually|subsequently|already|again|is|are|was|were|been|being|be|will|to|"
    r"continues?|continued|continuing|duly|later|currently|therefore|likewise|usually|in\sturn|for\sthe\sfirst\stime|"
    r"due|scheduled|planned|expected|not|never|neither|may|might|could|should|would|invited|asked|unable|able|did|does|do))*,?\s?"
)
_RELATIVE = re.compile(r"\)?(?:\s?\([^()]*\))?,\s(?:which|that|who)\b")
_ASIDE = re.compile(r"[’']?s?\)?(?:\s?\([^()]*\))?(?:,\s[^;:]{1,160},|\s(?:of|from)\s[^;:,]{2,100})(?:\s\w+){0,3}\s?")
_NOT_ACTING = re.compile(r"\b(?:in|at|of|to|for|with|on|via|near|than)\s(?:the\s)?$", re.IGNORECASE)
_SENT_BY = re.compile(
    r"\b(?:[Dd]irector|[Dd]irector-?\s?[Gg]eneral|CEO|[Pp]resident|[Cc]hair(?:man|person|woman)?|[Ss]ecretary(?:[-\s][Gg]eneral)?|[Mm]inisters?|[Hh]ead|"
    r"[Gg]overnor|[Cc]ommissioner|[Rr]egulator|[Aa]mbassador)\sof\s(?:the\s)?$|"
    rf"\b(?i:{_PEOPLE})\s(?:of|from)\s(?:the\s)?$|\b(?:on\sbehalf|[Gg]overnments?|[Aa]dministrations?)\sof\s(?:the\s)?$"
)
_LONGEST_ASIDE = 280


def agents_of(sentence: Sentence) -> list[Mention]:
    """The bodies and persons of a sentence, in its order; the country of a city ("in Abuja, Nigeria") is no agent."""
    persons = [item for item in sentence.mentions if item.label == "Person"]
    cities = {item.end for item in sentence.mentions if item.label == "Place"}
    bodies = [item for item in sentence.actors if item.label != "Country" or item.start - len(", ") not in cities]
    return sorted([*bodies, *persons], key=lambda item: item.start) if persons else bodies


def listed(sentence: Sentence, agents: Sequence[Mention], position: int) -> Iterator[Mention]:
    """Those listed from an offset on; a body behind a person is where the person comes from."""
    last: Mention | None = None
    for item in agents:
        if item.start < position:
            continue
        gap = sentence.between(position, item.start)
        if last and last.label == "Person" and item.label != "Person" and _AFFILIATION.fullmatch(gap):
            position = item.reach
            continue
        if not _GLUE.fullmatch(gap) and not (
            (last and _GLUE.fullmatch(_UNKNOWN.sub("", gap))) or _is_led_by_unknown(gap)
        ):
            return
        yield item
        last, position = item, item.reach


def _is_led_by_unknown(gap: str) -> bool:
    """As in "speakers from OpenQuux, IETF": a name that nothing knows is the first of the list."""
    return bool(re.match(r"(?:the\s)?[A-Z]", gap) and "," in gap and _GLUE.fullmatch(_UNKNOWN.sub("", gap)))


def before_verb(
    sentence: Sentence, agents: Sequence[Mention], verb: int, floor: int = 0
) -> tuple[Mention, ...]:
    """Who does what the verb says: "Nepal, Bhutan and the GSMA", "Ms X, Director of TSB," (the person alone)."""
    before = [item for item in agents if max(floor, sentence.start) <= item.start and item.reach <= verb]
    if not before:
        return sentence.subjects(verb, floor) if not floor else ()
    gap = sentence.between(before[-1].reach, verb)
    closes_aside = gap.startswith(", ") and not _RELATIVE.match(gap)
    if not closes_aside and _HELPERS.fullmatch(gap):
        person = _affiliated(sentence, before)
        if person:
            return _co_ordinated(sentence, [*before[: before.index(person)], person])
        return _co_ordinated(sentence, before)
    for index in reversed(range(len(before))):
        reach = before[index].reach
        is_aside = verb - reach < _LONGEST_ASIDE and _ASIDE.fullmatch(sentence.between(reach, verb))
        if is_aside and (found := _co_ordinated(sentence, before[: index + 1])):
            return found
    return sentence.subjects(verb, floor) if not floor else ()


def _affiliated(sentence: Sentence, before: Sequence[Mention]) -> Mention | None:
    """The person that the last body before a verb only says more of: "Ms X of ENISA spoke"."""
    if len(before) < 2 or before[-1].label == "Person" or before[-2].label != "Person":
        return None
    gap = sentence.between(before[-2].reach, before[-1].start)
    return before[-2] if re.fullmatch(r"\s?\(|\s(?:of|from|representing)\s(?:the\s)?", gap) else None


def _co_ordinated(sentence: Sentence, before: Sequence[Mention]) -> tuple[Mention, ...]:
    """From the last back over "A, B and C"; what a preposition governs acts only as "delegates from A"."""
    found: list[Mention] = []
    for item in reversed(before):
        if found and not _LISTED.fullmatch(sentence.between(item.reach, found[-1].start)):
            break
        found.append(item)
    lead = sentence.before(found[-1].start)[-60:]
    if found[-1].label != "Person" and _NOT_ACTING.search(lead) and not _SENT_BY.search(lead):
        return () if len(found) == 1 else tuple(found[-2::-1]) if lead[-4:].strip().casefold() in ("in", "at") else ()
    return tuple(reversed(found))
