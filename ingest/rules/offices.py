"""Which body an office is of: "Chairman of SG5", "the APT liaison officer", "chairman of the group", "its Chair"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from netgov.ingest.model.mention import Mention
from netgov.ingest.rules.reading import Reading, Sentence

OFFICE = (
    r"(?:(?:(?:Deputy|Vice|Acting|Former|Executive|Co|Associate|Assistant|Senior|Regional|Permanent|Interim|Outgoing|Incoming|"
    r"Managing|General|Technical|Project|Policy|Liaison|Under|Chief)[\s-]){0,3}"
    r"(?:Deputy\sto\sthe\s)?(?:Secretary[-\s]General|Secretar(?:y|ies)|Directors?(?:[-\s]General)?|"
    r"Chair(?:man|woman|person|men|women|persons|s)?|President|Rapporteurs?|Coordinators?|"
    r"Chief(?:\s\w+){0,2}\sOfficer|CEO|CTO|Minister|Commissioner|Head|Conven[eo]rs?|Editors?|Moderator|Ambassador|Managers?|Advis[eo]rs?|"
    r"Counsell?ors?|Officer|Governor|Dean|Focal\sPoint|Leader|Delegate-General))(?!\w)"
)
"""The name of an office, in any case; only where the text says whose it is or who holds it."""

_OF_BODY = re.compile(
    r"\s(?:of|for|at|in|from|to|on)\s(?:the\s)?(?:[^,;.:()]{2,70}?(?:,|\sof|\sat|\sin|\s\()\s?(?:the\s)?)?$|,\s(?:the\s)?$"
)
_ANAPHOR = re.compile(
    r"\s(?:of|for)\s(?:the|this|that)\s(?P<noun>(?:[Ff]ocus|[Ss]tudy|[Ww]orking|[Aa]dvisory|[Ee]xpert|[Rr]egional|[Cc]orrespondence|[Rr]apporteur|[Aa]d\shoc|[Dd]rafting|[Tt]ask)?\s?"
    r"(?:[Gg]roup|[Pp]arty|[Cc]ommittee|[Cc]ommission|JCA|[Bb]ureau|[Oo]ffice|[Aa]ssociation|[Ff]orum|[Oo]rgani[sz]ation|[Ss]ector))\b"
)
_KINDS: dict[str, Callable[[Mention], bool]] = {
    "focus": lambda item: item.key.startswith("FG"),
    "study": lambda item: item.label == "StudyGroup",
    "party": lambda item: "WP" in item.key,
    "regional": lambda item: "RG" in item.key,
    "jca": lambda item: item.key.startswith("JCA"),
}
_OF_ORGANIZATIONS = re.compile(r"bureau|office|association|organi|sector|forum")
_HOLDERS = ("Organization", "Group", "StudyGroup")


def holders_of(sentence: Sentence) -> list[Mention]:
    """The bodies of a sentence that can have an office; a Question's is its study group."""
    return [item for item in sentence.actors if item.label in _HOLDERS]


class Memory:
    """The bodies that the passage named so far, and who the offices of a report are of."""

    def __init__(self, reading: Reading) -> None:
        self.own = reading.own_group
        self.bodies: list[Mention] = []
        self.directed: Mention | None = None
        self.section: str | None = None

    def enter(self, sentence: Sentence) -> None:
        """Forget the bodies of another section."""
        if sentence.passage.section != self.section:
            self.section, self.bodies = sentence.passage.section, []

    def learn(self, sentence: Sentence) -> None:
        """Remember the bodies of the sentence."""
        self.bodies += holders_of(sentence)

    def meant_by(self, noun: str, sentence: Sentence, position: int) -> Mention | None:
        """Which body "the focus group", "the Group" is, at an offset: the last such one, else that of the report."""
        noun = noun.casefold()
        is_organization = bool(_OF_ORGANIZATIONS.search(noun))
        special = next((test for word, test in _KINDS.items() if word in noun), None)

        def fits(item: Mention) -> bool:
            return special(item) if special else (item.label == "Organization") == is_organization

        before = [*self.bodies, *(item for item in holders_of(sentence) if item.end <= position)]
        found = next((item for item in reversed(before) if fits(item)), None)
        inherited = sentence.inherited
        if found is None and inherited and inherited.label in _HOLDERS and fits(inherited):
            return inherited
        return found or (self.own if self.own and fits(self.own) else None)

    def of_bare(self, office: str, sentence: Sentence, position: int) -> Mention | None:
        """As in "The Chairman, Mr X": that of the report's group; "The co-convener", of the group before."""
        low = office.casefold()
        if "director" in low:
            return self.directed
        groups = [item for item in [*self.bodies, *holders_of(sentence)] if item.label != "Organization"]
        groups = [item for item in groups if item.start < position]
        if "chair" in low:
            return self.own or (groups[-1] if groups else None)
        if re.search(r"conven|rapporteur|coordinator|editor", low):
            fits = [item for item in groups if "conven" not in low or item.key.startswith("JCA")]
            return fits[-1] if fits else groups[-1] if groups else self.own
        return None


def body_behind(
    sentence: Sentence, bodies: Sequence[Mention], end: int, memory: Memory
) -> tuple[Mention, int] | None:
    """The body behind an office that ends at an offset, and where its naming ends: "of the TSB", ", TSB"."""
    if anaphor := _ANAPHOR.match(sentence.after(end)):
        body = memory.meant_by(anaphor["noun"], sentence, end)
        return (body, end + anaphor.end()) if body else None
    body = next((item for item in bodies if item.start >= end), None)
    if body and _OF_BODY.fullmatch(sentence.between(end, body.start)):
        if sentence.between(end, body.start).startswith(", ") and re.match(
            r"\s(?:\w+ly\s)?[a-z]+(?:ed|s)\b", sentence.after(body.end)
        ):
            return None  # the subject of what follows
        return body, body.end
    return None


def body_before(sentence: Sentence, bodies: Sequence[Mention], start: int) -> Mention | None:
    """The body right before an office: "the APT liaison officer", "TSB’s Director"; or one that is printed with it."""
    body = next((item for item in reversed(bodies) if item.start < start), None)
    if body is None:
        return None
    return body if body.end >= start or re.fullmatch(r"\)?(?:[’']s?)?\s", sentence.between(body.end, start)) else None


def singular(office: str) -> str:
    """As in "vice-chairmen" → "vice-chairman"."""
    office = re.sub(r"men$", "man", office.strip())
    return re.sub(
        r"(chairs?person|chair|[dt]or|rapporteur|conven[eo]r|adviser|manager|director)s$",
        r"\1",
        office,
        flags=re.IGNORECASE,
    )
