"""In the report of a meeting: who opened, presented, asked, supported or regretted something took part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netgov.graph.model import Ref
from netgov.ingest.lexicon.dates import MONTH_NAMES, month_number
from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.participants import agents_of, before_verb, listed
from netgov.ingest.rules.reading import Found, Reading, Sentence

_SPEAKS = re.compile(
    r"\b(?:opened|thanked|pledged|wished|presented|noted|highlighted|stressed|welcomed|informed|said|stated|clarified|observed|urged|introduced|reported|addressed|concurred|responded|explained|"
    r"spoke|recalled|outlined|expressed|proposed|asked|drew|offered|moderated|remarked|commented|regretted|objected|cautioned|announced|summari[sz]ed|closed)\b"
)
_EARLIER = re.compile(r"\b(?:had|will|would)\s(?:\w+\s)?$")
_ONLY_THE = re.compile(r"(?:[Tt]he\s)?(?:ITU\s)?")
_PRESENTS = re.compile(
    r"\s(?:then\s|also\s|further\s)?(?:presented|introduced|explained|outlined|recalled|clarified|stressed|proposed)\b"
)
_INTERVENES = re.compile(
    r"\b(?:presented|introduced|explained|outlined|clarified|stressed|expressed|objected|intervened|commented|"
    r"(?:thanked|congratulated)(?=\sthe\b)|spoke|asked\s(?:for|that|whether|the)|drew\sattention|reserved\s(?:its|their)|took\sthe\sfloor|"
    r"associated\s(?:itself|themselves)|(?:raised|voiced|shared|echoed|repeated)\s(?:the\s|its\s|their\s|some\s|an?\s|this\s|similar\s|several\s)?"
    r"(?:concerns?|doubts?|questions?|reservations?|objections?|views?|points?)|paid\stribute|seconded|supported\s(?:the|this|that)\s(?:proposal|idea|request|view|contribution|suggestion))\b"
)
_BODY_LEAD = re.compile(
    r"(?:(?:In|At|On|During|Under|Speaking|Referring)\s[^.;:]{1,60}?,?\s|(?:Also|Then|Finally|Further|Similarly|Likewise|Both),?\s)?(?:the\s|The\s)?(?:ITU\s)?"
)
_MADE_BY = re.compile(
    r"\b(?:supported|seconded|opposed|echoed|shared|questioned|thanked|(?:(?:[Tt]ributes?|[Ss]tatements?|[Ii]nterventions?|[Rr]eservations?|[Cc]oncerns?|[Oo]bjections?|"
    r"[Rr]emarks|[Cc]omments|[Dd]oubts?|[Qq]uestions?|[Ee]xplanations?|[Pp]resentations?|[Ss]peech(?:es)?|[Tt]hanks|[Cc]ongratulations|[Vv]iews|[Ss]upport|[Aa]ppreciation)\s[^.;]{0,60}?\b"
    r"(?:paid|made|expressed|raised|voiced|given|delivered|offered|presented|put)))\s(?:in\sthis\s)?by\s"
)
_SPOKEN_OF = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]his|[Tt]he\s(?:proposal|idea|request|view|suggestion|delegate|speaker))\s(?:was|were)\s(?:also\s|strongly\s)?$"
)
_AMONG_THEM = re.compile(
    r"\b(?:delegates|participants|experts|people|persons|attendees|representatives)\b[^.;:]{0,60}?\b(?:took\spart|participated|attended|(?:was|were)\spresent|"
    r"registered)\b[^.;:]{0,40}?,?\s\(?(?:among\s(?:them|whom|which)|including|coming\sfrom|from)\s"
)
_ASSISTED_BY = re.compile(r"\b(?:(?:was|were|is|been)\s|,\s)(?:ably\s)?(?:assisted|supported|helped)\s(?:\w+\s)?by\s")
_DELEGATE = re.compile(
    r"\b(?:delegates?|representatives?|delegations?|delegation|on\sbehalf)\s(?:from|of)\s(?:the\s)?$"
)
_APART = frozenset(["workshop", "training", "seminar", "symposium", "webinar", "roundtable"])
"""What was said there was not said at the meeting that is reported."""
_FRONT = 8
_REPORT_OF_CHAIR = re.compile(r"\bREPORT\b|\b[Rr]eport\b[^.;]{0,60}?\b[Cc]hair")
_IN_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s(?:the\s)?(?P<month>{MONTH_NAMES})(?:\smeeting)?(?!\s(?:\d|meeting))\b"
)


def read_speakers(reading: Reading) -> Iterator[Found]:
    """In the report of a meeting, who opens, presents or notes something took part in it; once each."""
    several = () if reading.own_meeting else _meetings_reported(reading)
    meeting = reading.own_meeting or (several[0].ref if len(several) == 1 else None)
    if meeting is None and not several:
        return
    seen, section = set[tuple[Ref, Ref]](), ""
    for sentence in reading.sentences:
        if len(several) > 1:
            meeting = None if sentence.passage.section != section else meeting
            section = sentence.passage.section
            meeting = _of_month(several, sentence) or meeting
        for item in _speakers(sentence) if meeting else ():
            if meeting and (item.ref, meeting) not in seen and not sentence.is_hypothetical(sentence.start, item.start):
                seen.add((item.ref, meeting))
                yield sentence.states("PARTICIPATED_IN", item.ref, meeting, "read_speakers")


def _meetings_reported(reading: Reading) -> tuple[Mention, ...]:
    """The meetings of the group whose chairman's report it is: "PROGRESS REPORT OF THE CHAIRMAN OF STUDY GROUP 9"."""
    front = [item for item in reading.sentences[:_FRONT] if not item.passage.section]
    if not any(_REPORT_OF_CHAIR.search(item.text) and re.search("chair", item.text, re.IGNORECASE) for item in front):
        return ()
    groups = (item for sentence in front for item in sentence.mentions if item.label in ("Group", "StudyGroup"))
    group = next((item for item in groups if item.label == "StudyGroup"), None)
    if group is None:
        return ()
    meetings = {
        item.key: item for item in reading.mentions if item.is_meeting and item.fields.get("organizer") == group.ref
    }
    return tuple(meetings.values())


def _of_month(meetings: Sequence[Mention], sentence: Sentence) -> Ref | None:
    """As in "In October Japan presented …", "At the October meeting": the one meeting that was held in that month."""
    match = _IN_MONTH.search(sentence.text)
    if match is None:
        return None
    mark = f"-{month_number(match['month'])}"
    found = [item for item in meetings if str(item.stated.get("start_date", ""))[4:7] == mark]
    return found[0].ref if len(found) == 1 else None


def _speakers(sentence: Sentence) -> Iterator[Mention]:
    """Persons and delegates who speak, the subjects of a verb of speech, and those by whom something was said."""
    if any(item.label == "Event" and item.known.get("kind") in _APART for item in sentence.mentions):
        return
    for item in sentence.mentions:
        tail = sentence.after(item.reach)[:200]
        if item.label == "Person":
            spoke = _SPEAKS.search(tail) if len(sentence.before(item.start)) < 120 else None
            if spoke and not _EARLIER.search(tail[: spoke.start()]):
                yield item
        elif item.label in ("Country", "Organization"):
            lead = sentence.before(item.start)
            if _DELEGATE.search(lead) or (_ONLY_THE.fullmatch(lead) and _PRESENTS.match(tail)):
                yield item
    yield from _intervening(sentence)
    yield from _by_whom(sentence)


def _intervening(sentence: Sentence) -> Iterator[Mention]:
    """As in "Chad and Mali expressed reservations"; "In May the Republic of Korea presented a draft"."""
    match = _INTERVENES.search(sentence.text)
    if match is None or _EARLIER.search(sentence.text[: match.start()]):
        return
    who = before_verb(sentence, agents_of(sentence), sentence.start + match.start())
    if who and who[0].start >= sentence.start and _BODY_LEAD.fullmatch(sentence.before(who[0].start)):
        yield from (item for item in who if item.label in ("Country", "Organization"))


def _by_whom(sentence: Sentence) -> Iterator[Mention]:
    """As in "He was supported by Chad", "Tributes were paid by Mali", "among them GSMA", "assisted by"."""
    for match in _MADE_BY.finditer(sentence.text):
        is_speech = match[0][0].isupper() or " " in match[0].rstrip().removesuffix(" by")
        if is_speech or _SPOKEN_OF.search(sentence.text[: match.start()]):
            who = listed(sentence, agents_of(sentence), sentence.start + match.end())
            yield from (item for item in who if item.label in ("Country", "Organization", "Person"))
    for match in _AMONG_THEM.finditer(sentence.text):
        yield from listed(sentence, agents_of(sentence), sentence.start + match.end())
    for match in _ASSISTED_BY.finditer(sentence.text):
        yield from (
            item for item in sentence.mentions if item.label == "Person" and item.start > sentence.start + match.end()
        )
