"""Who is a member of what: "A and B joined P2C", "its members include", "composed of", "to which C also belongs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.participants import before_verb, listed
from netgov.ingest.rules.reading import Found, Reading, Sentence

_MEMBERS = (
    r"(?:(?:\w+[\s-]){0,3}?(?:members?|participants?|co-?founders?|founders?|signator(?:y|ies)|affiliates?|observers?)|"
    r"membership)"
)
_OF_WHOLE = (
    r"(?:\sthe\s(?:work|activities|membership|ranks)\sof)?\s(?:(?:the|this|that|its|our)\s)?"
    r"(?:(?!in\b|of\b|at\b|on\b|to\b|for\b|with\b|by\b|and\b)(?:ITU(?:-[TDR])?|[a-z][\w-]*)\s){0,2}$"
)
_AS_DO = r"(?:,\s(?:as|so)\s(?:do|does|did|has|have)\s[^;:]{2,120}?,)?"
_IS = r"(?:is|are|was|were|be|been|being|as|became|becomes?|becoming|remains?|remained)"
_JOINS = re.compile(
    rf"(?:\b|(?=,))(?P<verb>joins|joined|joining|(?<!to\s)join|belong(?:s|ed)?{_AS_DO}\sto|acceded\sto|(?:sits?|sat|serves?|served)\son|"
    rf"participat(?:es?|ed|ing){_AS_DO}\sin|t(?:akes?|ook|aking)\s(?:an?\s)?(?:\w+\s)?part{_AS_DO}\sin|"
    rf"{_IS}\s(?:(?:also|now|still|again|both|all|long|itself|themselves|since|an?|the|one\sof\sthe|among\sthe|its|already)\s)*"
    r"(?:(?:\w+\s){0,2}?(?:members?|participants?|co-?founders?|founders?|signator(?:y|ies)|affiliates?|observers?)|part)\s(?:of|in|to|on|with)|"
    r"(?:is|are|was|were)\s(?:\w+\s)?represented\s(?:in|on|within)|(?:admitted|co-opted)\s(?:in)?to|(?:welcomed|accepted)\sinto|"
    r"(?:signed|signs)\sup\s(?:to|for)|(?:has|have|holds?|enjoys?|granted|obtained|given)\s(?:an?\s)?(?:observer\sstatus|seat|membership)\s(?:in|on|with|at|of)|"
    r",\s(?:itself\s)?(?:an?|one\sof\sthe|both)\s(?:\w+\s){0,2}?(?:members?|participants?|founders?|observers?)\s(?:of|in|on)|"
    rf"follow(?:s|ed|ing)?(?=\sthe\s(?:work|activities)\sof)){_OF_WHOLE}"
)
_FOLLOWS = re.compile(r"^follow")
_OBSERVER = re.compile(
    r"(?:\s(?:in|on|since|from|during|at)\s[^.;,]{3,30}?)?(?:,\s(?P<latter>the\s(?:latter|last|second))(?:\sonly)?)?,?\sas\s(?:an?\s)?(?:\w+\s)?observers?\b"
)
_SO_DO = re.compile(r"\b(?:as|so)\s(?:do|does|did|is|are|was|were|has|have|had)\s")
_BESIDES = re.compile(
    r"^(?:In\saddition\sto|Besides|Apart\sfrom|Along\swith|Alongside|Together\swith|As\swell\sas|Like)\s"
)
_DENIED = re.compile(
    r"\b(?:will|wants?|appl(?:y|ied|ies)|seek\w*|sought|left|former(?:ly)?|withdr\w+|eligible|would|interest\w*|neither|"
    r"yet|longer|nor|offer\w*|asked|decided|decides|nominat\w+|candida\w+|ceas\w+|application|keen)\b"
)
_COUNT = (
    r"(?:(?:\w+\s){0,3}?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|some|various|all|members|participants)\s"
    r"(?:[\w/-]+\s){0,4}?[\w/-]+,?\s(?:including|such\sas|among\sthem|namely|notably|for\sexample|e\.g\.|:)\s)?"
)
_COMPRISES = re.compile(
    r"(?:\b(?:composed\sof|made\sup\sof|compris(?:es?|ing|ed)(?:\sof)?|consist(?:s|ed|ing)?\sof|br(?:ings?|inging|ought)\stogether|"
    r"unites|uniting|gathers|joined\sby|formed\sby|founded\sby|(?:which\s|that\s)(?:also\s)?includes?|"
    rf"(?:[Ii]ts|whose|the|The|their|Their)\s{_MEMBERS}(?:\s\([^()]*\))?\s(?:(?:now|currently|also|today)\s)*(?:are|include|were|included|comprise[sd]?|number)|"
    rf"(?:counts|has|lists|numbers|has\scounted)\s(?:as|among)\sits\s{_MEMBERS}|(?:[Aa]mong|[Aa]mongst)\sits\s{_MEMBERS}\s(?:are|were|is))|"
    rf"^(?:’s)?\s{_MEMBERS}?\s?(?:now\s|currently\s|also\s)*(?:are|include|includes|included|comprise)|"
    r"^,?\s(?:has|now\shas|with|counts|numbers)(?=\s(?:\w+\s){0,3}(?:members|participants|organi[sz]ations|countries|bodies|founders)\b))"
    rf",?:?\s(?:also\s)?{_COUNT}"
)
_AMONG = re.compile(r"\bamong\s(?:the\s|its\s)?(?P<who>(?:participating|member)\s)?")
_MEMBERS_OF = re.compile(
    rf"\b(?:[Mm]embers(?:hip)?|[Pp]articipants|[Ff]ounders|[Oo]bservers)\s(?:of|in){_OF_WHOLE}", re.IGNORECASE
)
_ARE_LISTED = re.compile(
    r"(?:\s?\([^()]*\))?,?\s?(?:(?:now|currently|also|today)\s)*(?:are|is|include|includes|were|comprise[sd]?|including|such\sas|"
    rf"among\sthem|namely|:|\()\s?(?:now\s)?{_COUNT}"
)
_HAS = re.compile(
    r"\b(?:counts|has|numbers|lists|with|having|welcomed|admitted|accepted|enrolled|gained)\s(?:as\s|its\s)*(?=[A-Zt])"
)
_AS_MEMBERS = re.compile(
    rf"\)?(?:\s?\([^()]*\))?,?\s(?:among|as|amongst|into)\s(?:(?:its|the|an?|full|new|founding)\s)*(?:{_MEMBERS}|ranks|fold)\b"
)
_RELATIVE = re.compile(r"\)?(?:\s?\([^()]*\))?,?\s(?:(?:to|of|in|on)\s)?which\s(?:also\s)?")
_BELONGS = re.compile(
    r"\)?(?:\s?\([^()]*\))?\s(?:(?:also|now|both|all|each|actively|regularly|has|have|since|already|still)\s)*(?:belong(?:s|ed)?|participat(?:es?|ed)|"
    r"(?:is|are|was|were|became)\s(?:also\s)?(?:(?:an?|the|one\sof\sthe)\s)?(?:(?:\w+\s)?(?:members?|participants?|founders?|"
    r"(?P<observer>observers?))|part|represented|participating)|t(?:akes?|ook)\s(?:\w+\s)?part|sits?|joined)\b"
)
_OF_OWNER = re.compile(r"\)?(?:\s?\([^()]*\))?(?:\s(?:of|at|within)\s(?:the\s)?[\w-]+)?,\s(?:the\s)?")
_ON = re.compile(r"\b(?:activity|work|coordination)\son\s(?P<topic>[^,;.]{3,80}?)\samong\b")
_ANAPHOR = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[a-z-]+\s)?(?P<noun>coalition|partnership|alliance|initiative|programme|project|network|consortium|campaign|"
    r"JCA|[Ff]ocus\s[Gg]roup|[Ww]orking\s[Gg]roup|[Ee]xpert\s[Gg]roup|[Tt]ask\s[Ff]orce|[Gg]roup|[Cc]ommittee|[Cc]ollaboration)\b"
)
_ITS = re.compile(r"(?:^|(?<=\.\s)|(?<=,\s)|(?<=and\s))(?:[Ii]ts|[Ii]t|[Tt]heir)(?=\s)|(?<=^Among\s)its\b")
_JOINED_IT = re.compile(
    r"\b(?:joins|joined|joining|belongs?\sto|takes?\spart\sin|took\spart\sin|participat(?:es?|ed|ing)\sin|(?:is|are|was|were|became)\s(?:also\s)?(?:an?\s)?(?:\w+\s)?(?:members?|observers?|part)\sof)"
    r"\s(?P<it>it|them)\b"
)
_TAKING_PART = re.compile(
    r"\)?(?:\s?\([^()]*\))?,?\s(?:taking\s(?:an\s)?(?:\w+\s)?part|participating|attending|sitting|joining|being|represented|acting|serving)\s"
    rf"(?:in\sit\s)?(?:as\s(?:an?\s)?)?(?:(?:full|active|regular)\s)?{_MEMBERS}\b"
)
_WORDS = ("member", "join", "compos", "compris", "consist", "particip", "part", "belong", "together", "unite", "gather")
_MORE_WORDS = ("among", "includ", "found", "observer", "signator", "represented", "sit", "serve", "sat ", "acceded")
_ALL_WORDS = (*_WORDS, *_MORE_WORDS, "admitted", "welcomed", "accepted", "signed up", "made up", "seat", "affiliate")
_REACH = 320


def read_memberships(reading: Reading) -> Iterator[Found]:
    """Each member of a group or programme, once in a sentence."""
    last: dict[str, Mention] = {}
    section: str | None = None
    for sentence in reading.sentences:
        if sentence.passage.section != section:
            section, last = sentence.passage.section, {}
        named = [item for item in sentence.mentions if _is_whole(item)]
        if any(word in sentence.text for word in _ALL_WORDS):
            yield from _read(sentence, sorted([*named, *_meant(sentence, last)], key=lambda item: item.start))
        last.update({item.label: item for item in named})


def _is_whole(item: Mention) -> bool:
    return item.label in ("Group", "Programme") and not item.fields.get("part")


def _meant(sentence: Sentence, last: dict[str, Mention]) -> Iterator[Mention]:
    """What "the coalition", "the JCA", "It" and "Its" stand for, in their place."""
    for match in _ANAPHOR.finditer(sentence.text):
        noun = match["noun"].casefold()
        label = "Group" if re.search(r"group|jca|committee|force|collab", noun) else "Programme"
        found = last.get(label)
        if (
            found
            and ("jca" not in noun or found.key.startswith("JCA"))
            and ("focus" not in noun or found.key[:2] == "FG")
        ):
            yield _at(found, sentence, match)
    it = _JOINED_IT.search(sentence.text)
    own = [item for item in sentence.mentions if _is_whole(item) and it and item.end <= sentence.start + it.start()]
    if it and (whole := own[-1] if own else last.get("Group") or last.get("Programme")):
        start, end = sentence.start + it.start("it"), sentence.start + it.end("it")
        yield replace(whole, start=start, end=end, reach=end)
    if sentence.inherited and _is_whole(sentence.inherited):
        for match in _ITS.finditer(sentence.text):
            if not any(item.end <= sentence.start + match.start() for item in sentence.actors):
                yield _at(sentence.inherited, sentence, match)


def _at(item: Mention, sentence: Sentence, match: re.Match[str]) -> Mention:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return replace(item, start=start, end=end, reach=end)


def _read(sentence: Sentence, wholes: Sequence[Mention]) -> Iterator[Found]:
    """The members that the sentence gives each whole."""
    seen: set[tuple[object, object]] = set()
    for index, whole in enumerate(wholes):
        stop = wholes[index + 1].start if index + 1 < len(wholes) else sentence.end
        agents = [item for item in sentence.actors if item.ref != whole.ref and item.known.get("parent") != whole.key]
        if not agents and sentence.inherited is None:
            continue
        for reader in (_subjects_join, _composed, _relatives, _has_members):
            for member, own in reader(sentence, whole, agents, stop):
                pair = (member.ref, whole.ref)
                if member.ref != whole.ref and pair not in seen:
                    seen.add(pair)
                    yield sentence.states("MEMBER_OF", member.ref, whole.ref, "read_memberships", own)


_Members = Iterator[tuple[Mention, dict[str, str]]]


def _subjects_join(sentence: Sentence, whole: Mention, agents: Sequence[Mention], _stop: int) -> _Members:
    """As in "A and B joined P2C"; "It takes part, as do A and B, in CEP"; "In addition to A, B sits on the JCA"."""
    match = _JOINS.search(sentence.before(whole.start)[-_REACH:])
    if match is None:
        return
    verb = whole.start - len(match[0])
    besides = _BESIDES.match(sentence.text)
    others = list(listed(sentence, agents, sentence.start + besides.end())) if besides else []
    who = before_verb(sentence, [item for item in agents if item.end <= verb and item not in others], verb)
    if not who and match["verb"].startswith("as ") and sentence.agent:
        who = (sentence.agent,)
    start = min((item.start for item in who), default=verb)
    words = sentence.between(max(start, verb - 120), whole.start)
    if not who or _DENIED.search(words) or sentence.is_hypothetical(max(start, verb - 120), whole.start):
        return
    behind, before = sentence.after(whole.reach), sentence.between(who[-1].reach, verb)
    observer = _OBSERVER.match(behind) or _OBSERVER.match(before) or "bserver" in match[0]
    if _FOLLOWS.match(match["verb"]) and not observer:
        return
    is_last_only = isinstance(observer, re.Match) and bool(observer["latter"])
    for item in who:
        is_observer = observer and (not is_last_only or item is who[-1])
        yield item, {"status": "observer"} if is_observer else {}
    also = _SO_DO.search(sentence.text, verb - sentence.start)
    for item in [*others, *(listed(sentence, agents, sentence.start + also.end()) if also else ())]:
        yield item, {}


def _composed(sentence: Sentence, whole: Mention, agents: Sequence[Mention], stop: int) -> _Members:
    """As in "P2C brings together A and B"; "the JCA, whose members are A and B"; "work among participating A and B"."""
    is_its = sentence.between(whole.start, whole.reach).casefold() in ("its", "their")
    shift = whole.start if is_its else whole.reach
    tail = sentence.after(shift)[:_REACH]
    for match in _COMPRISES.finditer(tail):
        if shift + match.start() < stop and not _is_denied(sentence, whole, shift + match.start()):
            for item in listed(sentence, agents, shift + match.end()):
                yield item, {}
    topic = _ON.search(sentence.text)
    for match in _AMONG.finditer(tail) if whole.label == "Group" else ():
        if match["who"] or "oordinat" in tail[: match.start()]:
            for item in listed(sentence, agents, shift + match.end()):
                yield item, {"topic": topic["topic"]} if topic else {}


def _is_denied(sentence: Sentence, whole: Mention, verb: int) -> bool:
    return bool(sentence.is_hypothetical(whole.reach, verb) or _DENIED.search(sentence.between(whole.reach, verb)))


def _relatives(sentence: Sentence, whole: Mention, agents: Sequence[Mention], _stop: int) -> _Members:
    """As in "CEP, to which A also belongs"; "P2C, which A and B joined"; "In JCA-AHF, A and B are represented"."""
    tail = sentence.after(whole.reach)
    is_within = re.fullmatch(r"(?:In|Within|On)\s(?:the\s)?", sentence.before(whole.start))
    opening = _RELATIVE.match(tail) or (_OF_OWNER.match(tail) if is_within else None)
    if opening is None:
        return
    found = list(listed(sentence, agents, whole.reach + opening.end()))
    verb = _BELONGS.match(sentence.after(found[-1].reach)) if found else None
    if verb is None or (verb[0].endswith("joined") and re.search(r"\b(?:to|of|in|on)\swhich", opening[0])):
        return
    if re.match(r"\s(?:not|no)\b", sentence.after(found[-1].reach + verb.end())):
        return
    for item in found:
        yield item, {"status": "observer"} if verb.groupdict().get("observer") else {}
    if also := _SO_DO.search(sentence.text, found[-1].reach + verb.end() - sentence.start):
        for item in listed(sentence, agents, sentence.start + also.end()):
            yield item, {}


def _has_members(sentence: Sentence, whole: Mention, agents: Sequence[Mention], stop: int) -> _Members:
    """As in "Members of P2C include A"; "P2C counts A and B among its members"; "P2C welcomed A as a new member"."""
    if _MEMBERS_OF.search(sentence.before(whole.start)[-80:]) and (
        match := _ARE_LISTED.match(sentence.after(whole.reach))
    ):
        for item in listed(sentence, agents, whole.reach + match.end()):
            yield item, {}
    for match in _HAS.finditer(sentence.text, whole.reach - sentence.start, stop - sentence.start):
        found = list(listed(sentence, agents, sentence.start + match.end()))
        if found and (part := _TAKING_PART.match(sentence.after(found[-1].reach))):
            if not _is_denied(sentence, whole, sentence.start + match.start()):
                yield from _taking_part(sentence, agents, found, part)
            continue
        if (
            found
            and (noun := _AS_MEMBERS.match(sentence.after(found[-1].reach)))
            and not _is_denied(sentence, whole, sentence.start + match.start())
        ):
            for item in found:
                yield item, {"status": "observer"} if "observer" in noun[0] else {}


def _taking_part(
    sentence: Sentence, agents: Sequence[Mention], found: Sequence[Mention], part: re.Match[str]
) -> _Members:
    """As in "… met with A and B taking part as members and C as an observer"."""
    for item in found:
        yield item, {"status": "observer"} if "observer" in part[0] else {}
    at = found[-1].reach + part.end()
    also = re.match(r",?\s(?:and|with)\s(?:with\s)?(?:the\s)?", sentence.after(at))
    others = list(listed(sentence, [item for item in agents if item.start >= at], at + also.end())) if also else []
    if others and (
        role := _OBSERVER.match(sentence.after(others[-1].reach)) or _AS_MEMBERS.match(sentence.after(others[-1].reach))
    ):
        for item in others:
            yield item, {"status": "observer"} if "observer" in role[0] else {}
