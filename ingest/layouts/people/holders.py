"""Whose an office is: the body that is printed with it, or the one that is understood."""

from __future__ import annotations

from collections.abc import Sequence

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.office_context import bureau_meant, group_meant, group_named, possessor
from netgov.ingest.layouts.people.office_phrases import Phrase
from netgov.ingest.layouts.people.pieces import Piece, holder_of
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.model.marked import MarkedReport, Sentence


def holder_of_phrase(phrase: Phrase) -> Ref | None:
    """The body that is printed with an office; of the bodies that share an acronym the country's ("ARCEP of Togo")."""
    if phrase.body is None:
        return None
    if phrase.country and phrase.body.label == "Organization":
        ref = ("Organization", f"{phrase.body.key} ({phrase.country.known.get('name')})")
        if load_gazetteer().find(ref):
            return ref
    return holder_of(phrase.body)


class Holders:
    """The bodies of the offices of a sentence; `group` is the one that is meant where the text is about no other."""

    def __init__(self, marked: MarkedReport, sentence: Sentence, pieces: Sequence[Piece], group: Ref | None) -> None:
        self.marked, self.sentence, self.pieces, self.group = marked, sentence, pieces, group

    def find(self, phrase: Phrase) -> Ref | None:
        """The body that is printed, else the one that is understood, else nobody."""
        if phrase.body is None:
            return self._understood(phrase)
        if phrase.body.label == "Country" and "country" not in phrase.office.scope:
            return self._of_group(phrase)  # "Chair, Kenya" only says where the chairman is from
        return holder_of_phrase(phrase)

    def _understood(self, phrase: Phrase) -> Ref | None:
        """As in "The Chairman", "its chairman", "Counsellor of the study group", "The Secretary-General"."""
        if phrase.anaphor:
            return group_named(self.marked, self.sentence, phrase.anaphor, phrase.offset)
        if phrase.possessive:
            is_country = "country" in phrase.office.scope
            found = possessor(self.marked, self.sentence, phrase.offset, countries=is_country)
            return found or self._subject_behind(phrase)
        if phrase.role.casefold() == "director":
            return bureau_meant(self.marked, phrase.offset)
        return holder_of(phrase.implied) if phrase.implied else self._of_group(phrase)

    def _of_group(self, phrase: Phrase) -> Ref | None:
        """The group that the text is about, of an office that groups have: "Chairman", "Rapporteur"."""
        is_of_group = "group" in phrase.office.scope
        return (group_meant(self.marked, self.sentence, phrase.offset) or self.group) if is_of_group else None

    def _subject_behind(self, phrase: Phrase) -> Ref | None:
        """As in "Under its Chairman, Mr X (Chad), FG-MV prepared …"."""
        behind = [piece.mention for piece in self.pieces[phrase.end :] if piece.kind == "body" and piece.mention]
        groups = [item.ref for item in behind if item.label in ("Group", "StudyGroup")]
        return groups[0] if groups and phrase.start <= 1 else None
