"""What a sentence says of a claim beside its two ends: state and version of a text, the office, the part in a group."""

from __future__ import annotations

from netgov.ingest.lexicon.frames import Frame
from netgov.ingest.model.clause import Predication
from netgov.ingest.model.mention import Mention

DECIDED = frozenset(["APPROVED", "AGREED", "CONSENTED", "DETERMINED"])
"""Relations of which a text may be a revision or under approval."""
STATES = ("under approval", "last call")
REACH = 40
"""Characters around a text in which its state is told."""


def find_edition(work: Mention | None) -> str:
    """The version mark that stands with a name: "V2", "-14"."""
    if work is None:
        return ""
    return str(getattr(work.fields.get("name"), "version", "") or work.fields.get("edition", "") or "")


def find_status(frame: Frame, item: Predication, work: Mention | None) -> str:
    """ "planned" of a plan, what parentheses say of a text ("under approval"), "observer" of a member."""
    if item.modality == "planned":
        return "planned"
    if stated := frame.set.get("status"):
        return str(stated)
    if frame.relation == "MEMBER_OF" and any(phrase.head == "observer" for phrase in item.role("as")):
        return "observer"
    if frame.relation not in DECIDED or work is None:
        return ""
    around = item.sentence.between(item.at, work.reach + REACH).casefold()
    return next((state for state in STATES if f"{state})" in around), "")


def is_revised(frame: Frame, item: Predication, work: Mention | None) -> bool | None:
    """True of a text that is called a revised one: "approved revised Recommendation …", "J.1602 (revised)"."""
    if work is None or frame.relation not in DECIDED:
        return None
    before = item.sentence.between(max(item.at, work.start - REACH), work.start).casefold().rpartition(",")[2]
    behind = item.sentence.between(work.end, work.end + REACH).casefold().lstrip()
    return True if frame.set.get("revised") or "revis" in before or behind.startswith("(revised") else None


def is_revision(frame: Frame, item: Predication) -> bool | None:
    """True of work that is started on a revision: "started revision works on J.94"."""
    if frame.relation != "STARTED":
        return None
    heads = [phrase.head for phrase in item.role("object", "self")]
    return True if item.lemma == "revise" or any("revis" in head for head in heads) else None


def find_role(frame: Frame, item: Predication, text: str) -> str:
    """The office as printed, in the singular: "Vice-Chairman", of "was appointed Director of BDT" "Director"."""
    if not frame.role:
        return ""
    phrases = item.role(frame.role)
    if not phrases:
        return frame.role
    if phrases[0].mentions:
        office = phrases[0].mentions[0]
        return text[office.start : office.end].split(" of ")[0]
    return phrases[0].printed
