"""Offices: "Mr X, Secretary General of APT,", "the APT liaison officer, Mr X", "whose convener is", "elected"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgov.graph.model import Ref
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.offices import OFFICE, Memory, body_before, body_behind, holders_of, singular
from netgov.ingest.rules.reading import Found, Reading, Sentence

_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_LEADING = re.compile(
    rf"(?<![\w-])(?P<office>{OFFICE})(?P<of>\s(?:of|for|at|in|on)\s[^;:.]{{2,90}})?(?:,|:|\s(?:is|was|are|were)|\s[“\"(])?\s$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    rf"\b(?:whose|with|under|by|its|their|his|her)\s(?:(?:the|its|their|current|new|then)\s)?(?:{OFFICE})(?:,|:|\s(?:is|was|are))?\s$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\s?\([^()]*\))?(?:,|:|\s(?:is|was|are|were))?\s")
_WITHIN = re.compile(r"\)?(?:\s?\([^()]*\))?\s(?:of|in|under|within|at)\s(?:the\s)?")
_BEHIND = re.compile(
    rf"(?:\s\([^()]*\)|\s(?:of|from)\s[^,;:]{{2,50}}(?=,))?\s?(?:,|\(|\sas|\s[–—-])\s?(?:(?:the|its|their|then|a|an|also|current|currently|newly|elected|who\sis|who\swas)\s)*(?P<office>{OFFICE})",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(r"(?:,|\s\()\s?(?:(?:the|its)\s)?$")
_TITLE_OF = re.compile(rf"(?:[’']s?)?\s(?P<office>{OFFICE})", re.IGNORECASE)
_BECAME = re.compile(
    rf"(?:,\s[^;:]{{2,90}},)?\s(?:who\s)?(?:(?:also|now|currently|then|again|has\sbeen|had\sbeen|was|were|is|are)\s){{0,3}}"
    rf"(?:serv(?:es?|ed|ing)\sas|act(?:s|ed|ing)\sas|continues?\sas|remains|became|took\sover\sas|(?:succeed(?:s|ed)|replace[sd])\s[^,;:]{{2,60}}?\sas|(?:re-?)?elected(?:\sas)?|(?:re-?)?appointed(?:\sas)?|"
    rf"designated(?:\sas)?|confirmed\sas|named(?:\sas)?|selected\sas)?\s?(?:(?:the|a|an|its|new|as)\s)*(?P<office>{OFFICE})",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:,\s[^;:]{2,90},|\s(?:of|from)\s[^;:,]{2,60},?|\s\([^()]*\))?\s(?:who\s)?(?:(?:also|now|currently|jointly|has|had|have|will|then)\s){0,3}"
    r"(?P<verb>(?:co-)?(?:chair(?:s|ed)?|head(?:s|ed)|moderate[sd]|convene[sd]|coordinate[sd]|facilitate[sd])|leads|led|presided\sover|presides\sover)\s(?:the\s|its\s)?"
)
_LED_BY = re.compile(
    r"\b(?:[Uu]nder\sthe\s(?:chair(?:man|person|woman)?ship|leadership|presidency)\sof|(?P<verb>(?:co-)?(?:chaired|moderated|headed|convened|facilitated|coordinated)|led|presided\sover)\s(?:jointly\s)?by)\s(?:the\s)?$"
)
_DIRECTLY = re.compile(
    r"[”\")’]*(?:\s?\([^()]*\))?,?\s?(?:(?:which|that|is|was|were|are|has|been|being|also|and|currently|will|be)\s)*$"
)
_ELECTS = re.compile(
    r"\b(?:elected|re-?elected|appointed|re-?appointed|designated|confirmed|named|selected|chose|with|has|had)\s$"
)
_THE_GROUP = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s(?P<noun>(?:[\w-]+\s)?(?:[Gg]roup|[Pp]arty|[Cc]ommittee|[Cc]ommission|JCA|[Ff]orum))"
)
_AND = re.compile(r"[^;:.]{0,60}?(?:,|\sand|,\sand)\s$")
_NEXT_OF_LIST = re.compile(r"[^;]{0,200};\s(?:and\s)?$")
_DENIED = re.compile(
    r"\b(?:not|never|propos\w+|nominat\w+|candida\w+|would|could|should|might|may|invit\w+|vacant|former\w*|instead\sof)\b[^;.]{0,60}$",
    re.IGNORECASE,
)
_OPENS_WITH_CHAIR = re.compile(r"(?:\s?\([^()]*\))?,\s(?:the\s)?")
_SUCCEEDED = re.compile(r"\b(?:succeed\w*|replac(?:es|ed|ing)|t(?:ook|aking)\sover\sfrom|successor\s(?:of|to))\s$")
_OF_ITU = frozenset(["ITU Secretary-General", "ITU Deputy Secretary-General"])
_OPENS_WITH_ITS = re.compile(r"(?:Under|With|Through|By)\s(?:its|their)\s")
_TOGETHER = re.compile(
    r"(?:\s?\([^()]*\))?(?:(?:,|\sand|,\sand)\s(?:Mr|Ms|Mrs|Dr|Prof)\.?\s[^,;:.()]{2,50}(?:\s?\([^()]*\))?){1,4}(?=\s(?:was|were|are|have|had|serve|act)\b)"
)
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)(?=\s)")
_GAPPED = re.compile(rf"(?:\s\([^()]*\))?\s(?:as\s)?(?P<office>{OFFICE})(?=\s(?:of|for)\s)", re.IGNORECASE)
_GROUPS = ("Group", "StudyGroup")
_OFFICE_LEAD = 220


@dataclass(frozen=True)
class _Held:
    """An office that a person holds; `has_more` where the text goes on to list others who hold it."""

    office: str
    body: Mention
    has_more: str = ""


def read_roles(reading: Reading) -> Iterator[Found]:
    """Each office that a text gives a person, whatever the order of the person, the office and the body."""
    if not any(item.label == "Person" for item in reading.mentions):
        return
    memory, seen = Memory(reading), set[tuple[Ref, Ref, str]]()
    for sentence in reading.sentences:
        memory.enter(sentence)
        persons = [item for item in sentence.mentions if item.label == "Person"]
        previous: tuple[Mention, _Held] | None = None
        for person in persons:
            held = list(_offices(sentence, person, memory)) or list(_as_before(sentence, person, previous))
            for item in held:
                body, office = _office_of(item.body), singular(item.office)
                if "irector" in office:
                    memory.directed = item.body
                if (
                    not _is_of_another(sentence.before(person.start)[-80:])
                    and (person.ref, body, sentence.passage.section) not in seen
                ):
                    seen.add((person.ref, body, sentence.passage.section))
                    yield sentence.states("HOLDS_ROLE", person.ref, body, "read_roles", {"role": office})
            previous = (person, held[0]) if held else None
        memory.learn(sentence)


def _is_of_another(lead: str) -> bool:
    """As in "was proposed as Chair", "succeeded Ms X as Chairman": the one named next does not hold the office."""
    return bool(_DENIED.search(lead) or _SUCCEEDED.search(lead))


def _office_of(body: Mention) -> Ref:
    """Who the office belongs to: the Secretary-General is an office of ITU."""
    return ("Organization", "ITU") if body.key in _OF_ITU else body.ref


def _offices(sentence: Sentence, person: Mention, memory: Memory) -> Iterator[_Held]:
    """What stands before the person, else behind, else what the person is said to do."""
    bodies = holders_of(sentence)
    for reader in (_before, _behind, _led_by, _elected, _became, _leads):
        if held := reader(sentence, person, bodies, memory):
            yield held
            return


def _as_before(
    sentence: Sentence, person: Mention, previous: tuple[Mention, _Held] | None
) -> Iterator[_Held]:
    """As in "its vice-chairmen, Ms A and Mr B"; "the Vice-Chairmen: Mr A, who …; Mr B"."""
    if previous is None or not previous[1].has_more:
        return
    gap = sentence.between(previous[0].reach, person.start)
    if _AND.fullmatch(gap) or (previous[1].has_more == ":" and _NEXT_OF_LIST.fullmatch(gap)):
        yield previous[1]


def _before(sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory) -> _Held | None:
    """As in "the TSB Director, Mr X"; "Director of TSB, Mr X"; "whose convener is Ms X"; "The Chairman, Mr X"."""
    lead = sentence.before(person.start)
    floor = max(0, len(lead) - _OFFICE_LEAD)
    matches = list(_LEADING.finditer(lead[floor:]))
    if not matches:
        return None
    match = _last_office(matches[-1])
    start, end = (sentence.start + floor + offset for offset in match.span("office"))
    more = "" if not re.search(r"(?:s|men|women)$", match["office"]) else ":" if lead.endswith(": ") else "and"
    before = [item for item in bodies if item.end <= person.start]
    if match["of"]:
        printed = next(((item, item.end) for item in before if item.start <= start and item.end > end), None)
        found = printed or body_behind(sentence, before, end, memory)
        is_his = found and _BETWEEN.fullmatch(sentence.between(found[1], person.start))
        return _Held(match["office"], found[0], more) if found and is_his else None
    if body := body_before(sentence, before, start):
        return _Held(match["office"], body, more)
    if (
        _WHOSE.search(lead)
        and not re.search(r"\b(?:his|her)\s[\w-]+[,:]?\s$", lead)
        and (body := _owner(sentence, before, start, memory))
    ):
        return _Held(match["office"], body, more)
    if _OPENS_WITH_ITS.match(sentence.text) and sentence.inherited and sentence.inherited.label in _GROUPS:
        return _Held(match["office"], sentence.inherited, more)
    body = memory.of_bare(match["office"], sentence, start)
    return _Held(match["office"], body, more) if body else None


def _last_office(match: re.Match[str]) -> re.Match[str]:
    """As in "Chairman of SG9, and attended by the Vice-chairmen": the office that stands next to the person."""
    while match["of"] and (inner := _LEADING.search(match.string, match.end("office"))):
        if not re.search(r",\s|\sand\s", match.string[match.end("office") : inner.start()]):
            break
        match = inner
    return match


def _last_group(text: str) -> re.Match[str] | None:
    """The last "the Group", "this committee" of a text."""
    found = list(_THE_GROUP.finditer(text))
    return found[-1] if found else None


def _owner(sentence: Sentence, before: Sequence[Mention], position: int, memory: Memory) -> Mention | None:
    """The body that "its", "whose" stands for: "The Group", else the one named last before it."""
    group = _last_group(sentence.before(position))
    named = [item for item in before if item.start < position]
    if group and (not named or sentence.start + group.start() > named[-1].end):
        return memory.meant_by(group["noun"], sentence, sentence.start + group.start())
    while len(named) > 1 and _WITHIN.fullmatch(sentence.between(named[-2].reach, named[-1].start)):
        named.pop()
    return named[-1] if named else sentence.inherited if sentence.inherited in holders_of(sentence) else None


def _behind(sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory) -> _Held | None:
    """As in "Mr X, Director of TSB"; "Ms X, Advisor, TSB"; "Mr X, the TSB Director"; "Ms A and Mr B, vice-chairs"."""
    position = person.reach
    if others := re.match(
        r"(?:(?:,|\sand|,\sand)\s(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)[^,;:.()]{2,60}){1,4}(?=,\s)", sentence.after(position)
    ):
        plural = _BEHIND.match(sentence.after(position + others.end()))
        if plural and re.search(r"(?:s|men|women)$", plural["office"]):
            position += others.end()
    if match := _BEHIND.match(sentence.after(position)):
        end = position + match.end()
        if found := body_behind(sentence, bodies, end, memory):
            return _Held(match["office"], found[0], "")
        printed = next((item for item in bodies if item.start < end <= item.end and item.start >= position), None)
        return _Held(match["office"], printed) if printed else None
    if gapped := _GAPPED.match(sentence.after(position)):
        found = body_behind(sentence, bodies, position + gapped.end(), memory)
        return _Held(gapped["office"], found[0]) if found else None
    body = next((item for item in bodies if item.start >= position), None)
    if body and _NAMED_BEHIND.fullmatch(sentence.between(position, body.start)):
        office = _TITLE_OF.match(sentence.after(body.end)) or _OFFICE.search(sentence.between(body.start, body.end))
        if office:
            return _Held(office.groupdict().get("office") or office[0], body)
    return None


def _led_by(sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory) -> _Held | None:
    """As in "WP1/17, chaired by Mr X"; "The Group, led by Ms X,"; "SG5 met under the chairmanship of Mr X"."""
    match = _LED_BY.search(sentence.before(person.start)[-80:])
    if match is None:
        return None
    verb = person.start - len(match[0])
    before = [item for item in sentence.mentions if item.end <= verb and (item.label == "Event" or item in bodies)]
    lead = sentence.before(verb)
    group = _last_group(lead)
    if group and _DIRECTLY.fullmatch(lead[group.end() :]):
        body = memory.meant_by(group["noun"], sentence, verb)
    elif before and _DIRECTLY.fullmatch(sentence.between(before[-1].reach, verb)):
        body = before[-1]
    else:
        groups = [item for item in before if item.label in ("Group", "StudyGroup")]
        body = sentence.agent if sentence.agent and sentence.agent.start < verb else groups[-1] if groups else None
        behind = next((item for item in bodies if item.start >= person.reach), None)
        if body is None and behind and _OPENS_WITH_CHAIR.fullmatch(sentence.between(person.reach, behind.start)):
            body = behind
    office = (
        "Chairman" if "chair" in match[0] else {"led": "leader", "headed": "head"}.get(match["verb"] or "", "chair")
    )
    return (
        _Held(office, body, "and" if "co-" in match[0] or "jointly" in match[0] else "")
        if body and body.label in ("Event", "Group", "StudyGroup", "Organization", "Programme")
        else None
    )


def _elected(
    sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory
) -> _Held | None:
    """As in "SG5 elected Mr X as its Chairman"; "with Ms X as Chair"; "appointed Mr X Rapporteur for Q5/15"."""
    if not _ELECTS.search(sentence.before(person.start)):
        return None
    match = re.match(
        rf"(?:\s\([^()]*\)|\s(?:of|from)\s[^,;:]{{2,40}}?)?,?\s(?:as\s|to\sbe\s)?(?:(?:the|its|a|an|new)\s)*(?P<office>{OFFICE})",
        sentence.after(person.reach),
        re.IGNORECASE,
    )
    if match is None:
        return None
    if found := body_behind(sentence, bodies, person.reach + match.end(), memory):
        return _Held(match["office"], found[0])
    body = _owner(sentence, [item for item in bodies if item.end <= person.start], person.start, memory)
    return _Held(match["office"], body) if body else None


def _became(sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory) -> _Held | None:
    """As in "Ms X, from Chile, serves as Rapporteur of Q5/15"; "Mr X was elected Chairman of TSAG"."""
    together = _TOGETHER.match(sentence.after(person.reach)) or _IN_BRACKETS.match(sentence.after(person.reach))
    position = person.reach + (together.end() if together else 0)
    match = _BECAME.match(sentence.after(position))
    if match is None or not re.search(
        r"\b(?:succ|repl|is|was|are|were|been|serv|act|contin|remain|bec|took|elec|app|des|conf|nam|sel)", match[0]
    ):
        return None
    end = position + match.end()
    if printed := next((item for item in bodies if item.start < end < item.end and item.start >= person.reach), None):
        return _Held(match["office"], printed)
    if found := body_behind(sentence, bodies, end, memory):
        return _Held(match["office"], found[0])
    named = [item for item in [*memory.bodies, *bodies] if item.label in _GROUPS and item.start < person.start]
    is_last = re.match(r"\s?(?:[.;]|$|,\sand\s)", sentence.after(end))
    named = [item for item in named if item.label == "Group"] or named
    return _Held(match["office"], named[-1]) if named and is_last and "hair" in match["office"] else None


def _leads(sentence: Sentence, person: Mention, bodies: Sequence[Mention], memory: Memory) -> _Held | None:
    """As in "one of whom, Ms X, chairs the …"; "Mr X, who heads the BDT regional office"."""
    match = _LEADS.match(sentence.after(person.reach))
    if match is None:
        return None
    end = person.reach + match.end()
    office = "Chairman" if "chair" in match["verb"] or "presid" in match["verb"] else match["verb"]
    target = next(
        (item for item in sentence.mentions if item.start >= end and (item.label == "Event" or item in bodies)), None
    )
    if target and not re.fullmatch(r"(?:[a-z]+\s)?", sentence.between(end, target.start)):
        target = None
    if target is None and (group := _THE_GROUP.match(sentence.after(end - 4))):
        target = memory.meant_by(group["noun"], sentence, person.start)
    return _Held(office, target) if target else None
