"""The head of a liaison statement: who sends it, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netgov.ingest.layouts.views import BODIES, Layout, View
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport
from netgov.ingest.model.mention import Mention

RULE = "read_liaison_header"


@dataclass
class _Head:
    """The lines of one statement's head, as far as they were read."""

    source: Mention | None = None
    topic: str = ""
    addressed: list[tuple[View, Mention]] = field(default_factory=list)

    def claims(self) -> Iterator[Claim]:
        """A liaison with each addressee."""
        if self.source:
            for view, body in self.addressed:
                if body.ref != self.source.ref:
                    yield view.claim("LIAISED_WITH", self.source, body, RULE, topic=self.topic)


def read_liaison_header(marked: MarkedReport) -> Iterator[Claim]:
    """As in "Source: ITU-T SG 15, Q3 … / For action to: IETF CCAMP, TEAS and MPLS WGs; OIF; BBF"."""
    head = _Head()
    for view in Layout(marked).views:
        label, bodies = _label(view), _bodies(view)
        if load_words("liaison", "titles").holds(label):
            head.topic = head.topic or subject_of(_value(view))
        elif load_words("liaison", "senders").holds(label):
            yield from head.claims()
            head = _Head(bodies[0] if bodies else None, head.topic if head.source is None else "")
        elif head.source and _addresses(label):
            head.addressed += [(view, body) for body in bodies]
    yield from head.claims()


def _addresses(label: Sequence[str]) -> bool:
    """Whether a label introduces addressees: "To", "For action and information to"."""
    purposes, words = load_words("liaison", "purposes"), load_words("liaison", "purpose_words")
    named = purposes.occurs(label) and all(words.holds([word]) for word in label)
    return named or load_words("liaison", "receivers").holds(label)


def subject_of(title: str) -> str:
    """What a liaison statement is on: "LS/o on energy rating [to IEC]" → "energy rating"."""
    words = title.split("[")[0].split()
    leads = {"ls", "ls/o", "ls/i", "ls/r", "ls/s", "liaison", "statement", "reply", "outgoing", "incoming"}
    position = next((index for index, word in enumerate(words) if word.casefold() not in leads), 0)
    about = [index for index, word in enumerate(words) if word.casefold() in ("on", "about", "regarding", "concerning")]
    if position and about and words[position].casefold() in ("from", "to", "by", words[about[0]].casefold()):
        position = about[0] + 1
    return " ".join(words[position:])


def _label(view: View) -> list[str]:
    """What stands before the colon, or in the first cell of a row."""
    first = view.cells[0].text if view.is_row else view.text
    return words_of(first.partition(":")[0]) if ":" in first or view.is_row else []


def _value(view: View) -> str:
    text = view.text.replace("\t", " ")
    return text.partition(":")[2].strip() if ":" in text else text.partition(" ")[2].strip()


def _bodies(view: View) -> list[Mention]:
    """The bodies of a line; a form's sample ("<e.g. IETF>") and what stands for a name there are none."""
    if "<" in view.text or "e.g." in view.text:
        return []
    bodies = (item for item in view.mentions if item.label in BODIES)
    return [item for item in bodies if not view.after(item.end).startswith("-")]  # "3GPP-TSG-SA-WG2" is not 3GPP
