"""Offices by apposition and in brackets: "the TSB Director, Mr X", "Ms X (IAB Chair)", "Vice-Chairmen: Mr X, Ms Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from netgov.graph.model import Ref
from netgov.ingest.layouts.people.holders import Holders, holder_of_phrase
from netgov.ingest.layouts.people.office_phrases import Phrase, phrase_at
from netgov.ingest.layouts.people.pieces import Line, cut
from netgov.ingest.lexicon.persons import has_word
from netgov.ingest.model.claim import Claim, Span
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention

REPRESENTATIVE = "representative"
_REACH = 22
"""How many pieces before a person an office can start."""
_NAMELY = 6
_GROUPS = ("Group", "StudyGroup", "Question")
_JOINS = (",", ";", "and", "&")
_UNDONE = frozenset(
    [
        "proposed",
        "nominated",
        "candidate",
        "candidates",
        "nominee",
        "succeeded",
        "replaced",
        "predecessor",
        "candidature",
        "candidatures",
        "candidacy",
        "post",
        "vacancy",
        "vacant",
    ]
)
_IN_THE_CHAIR = frozenset(["in", "took", "take", "takes", "taking", "left", "next"])


@dataclass(frozen=True)
class Holding:
    """An office that a person is said to hold, and where the text says so."""

    person: Mention
    role: str
    body: Ref
    body_at: Span | None
    rule: str


def read_offices(marked: MarkedReport) -> Iterator[Claim]:
    """HOLDS_ROLE by what stands beside a person's name; once for each person, body and role of a sentence."""
    for sentence in marked.sentences:
        if any(item.label == "Person" for item in sentence.mentions):
            yield from claims_of(sentence, holdings_of(marked, sentence))


def claims_of(sentence: Sentence, holdings: Iterator[Holding]) -> Iterator[Claim]:
    """The holdings as claims that the sentence is the quote of."""
    seen = set[tuple[Ref, Ref, str]]()
    found = list(holdings)
    in_office = {(item.person.ref, item.body) for item in found if item.role != REPRESENTATIVE}
    for item in found:
        if item.role == REPRESENTATIVE and (item.person.ref, item.body) in in_office:
            continue
        if (item.person.ref, item.body, item.role.casefold()) not in seen:
            seen.add((item.person.ref, item.body, item.role.casefold()))
            yield Claim(
                "HOLDS_ROLE",
                item.person.ref,
                item.body,
                (sentence.start, sentence.end),
                item.rule,
                source_at=(item.person.start, item.person.end),
                target_at=item.body_at,
                role=item.role,
            )


def holdings_of(marked: MarkedReport, sentence: Sentence, group: Ref | None = None) -> Iterator[Holding]:
    """Every office that stands beside a person of the sentence; without a body, it is of `group` if of no other."""
    reader = _Reader(marked, sentence, group)
    for index, piece in enumerate(reader.pieces):
        if piece.kind == "person":
            yield from reader.read(index)


class _Reader:
    """A sentence that is read from left to right; an office behind one person is not that of the next."""

    def __init__(self, marked: MarkedReport, sentence: Sentence, group: Ref | None = None) -> None:
        self.line = Line(cut(sentence))
        self.pieces = self.line.pieces
        self.holders = Holders(marked, sentence, self.pieces, group)
        self.used = 0
        self.shared: tuple[Phrase, int] | None = None

    def read(self, index: int) -> Iterator[Holding]:
        """What the text says of one person: before the name, behind it, and where the person comes from."""
        person = self.pieces[index].mention
        before = self._before(index)
        if before and before.body is None and before.office.is_plural:
            before = replace(before, body=self._behind_list(index))
        if before:
            self.shared = (before, index) if before.office.is_plural else None
            yield from self._hold(person, before, "office_before_name")
        elif self.shared and self._continues(*self.shared, index):
            self.shared = (self.shared[0], index)
            yield from self._hold(person, self.shared[0], "office_before_name")
        position = index + 1
        if (body := self.line.origin(position)) is not None:
            yield from self._from(person, self.pieces[body].mention, before)
            position = body + 1
        while self.line.says(position, "("):
            yield from self._bracketed(person, position)
            position = self.line.behind_bracket(position)
        if self.line.says(position, ",", "–", "-", "—"):
            yield from self._set_off(index, position + 1, has_office=before is not None)
        else:
            yield from self._gapped(person, position)

    def _set_off(self, index: int, position: int, *, has_office: bool) -> Iterator[Holding]:
        """What a comma sets off: "Ms X, Nokia, Chair of SG5", "Mr Y, representing APT, …"."""
        origin = self._origin_before_office(position)
        if origin is None and self.line.says(position, "representing", "from"):
            origin = self.line.origin(position)
        if origin is not None:
            yield from self._represent(self.pieces[index].mention, self.pieces[origin].mention)
            position = origin + 2
        yield from self._behind(index, position, has_office=has_office)

    def _before(self, index: int) -> Phrase | None:
        """The longest office phrase that ends right before a person."""
        for start in range(max(self.used, index - _REACH), index):
            if self.pieces[start].kind in ("office", "body") or self.pieces[start].says("its", "their", "whose"):
                phrase = phrase_at(self.pieces, start)
                if phrase and self._reaches(phrase.end, index):
                    return None if self._is_undone(start, phrase) else phrase
        return None

    def _behind_list(self, index: int) -> Mention | None:
        """As in "Rapporteurs Ms A and Mr B of Q7/9": the group behind the last of those who share an office."""
        last = index
        for position in range(index + 1, len(self.pieces)):
            if self.pieces[position].kind == "person":
                last = position
            elif not self.pieces[position].says(",", "and"):
                break
        body = self.line.origin(last + 1)
        mention = self.pieces[body].mention if body is not None else None
        return mention if mention and mention.label in _GROUPS else None

    def _reaches(self, end: int, index: int) -> bool:
        """Whether nothing but a bracket, a comma or "is" stands between an office and a person."""
        if self.line.says(end, "("):
            end = self.line.behind_bracket(end)
        if self.line.says(index - 1, "namely") and all(
            piece.kind in ("word", "mark") for piece in self.pieces[end:index]
        ):
            return index - end <= _NAMELY
        if self.line.says(end, "is", "are", "was", "were"):
            end += 1
        while self.line.says(end, ",", ":", "–", "-", "—", "“", '"') and end < index:
            end += 1
        return end == index

    def _is_undone(self, start: int, phrase: Phrase) -> bool:
        """As in "nominated as Chairman, Mr X", "with Mr X in the chair, Ms Y": no office is held."""
        before = reversed(self.pieces[max(0, start - 6) : start])
        words = [piece.text.casefold() for piece in takewhile(lambda piece: piece.kind != "mark", before)]
        in_the_chair = phrase.role == "chair" and bool(_IN_THE_CHAIR & set(words[:2]))
        return in_the_chair or bool(_UNDONE & set(words))

    def _continues(self, phrase: Phrase, last: int, index: int) -> bool:
        """Whether a person is the next of a list: "Ms A (Cuba), Mr B (Mali) and Dr C"; "Vice-Chairs: A, who …; B"."""
        after_colon = self.line.says(phrase.end, ":")
        between = self.pieces[last + 1 : index]
        if after_colon and any(piece.says(";") for piece in between):
            return between[-1].says(";", "and")
        position = self.line.behind_affiliation(last + 1)
        return position < index and all(piece.says(*_JOINS) for piece in self.pieces[position:index])

    def _behind(self, index: int, position: int, *, has_office: bool) -> Iterator[Holding]:
        """As in "Mr X, Director of TSB and Chair of SG5"; "Ms A and Mr B, Co-Rapporteurs of Q3/13"."""
        person = self.pieces[index].mention
        phrase = phrase_at(self.pieces, position)
        if phrase and self._is_next_ones(phrase, has_office=has_office):
            return
        while phrase:
            self.used = phrase.end
            for holder in (person, *(self._joined_before(index) if phrase.office.is_plural else ())):
                yield from self._hold(holder, phrase, "office_behind_name")
            is_chain = self.line.says(phrase.end, "and") and phrase.office.is_held
            phrase = phrase_at(self.pieces, phrase.end + 1) if is_chain else None

    def _gapped(self, person: Mention | None, position: int) -> Iterator[Holding]:
        """As in "Ms A was elected Chairman of SG5, and Mr B (Mali) Vice-Chairman": the verb and the body go on."""
        is_office = position < len(self.pieces) and self.pieces[position].kind == "office"
        phrase = phrase_at(self.pieces, position) if is_office else None
        words = [piece.text.casefold() for piece in self.pieces[:position]]
        if phrase and has_word("appointed", "given", words) and not has_word("appointed", "denied", words):
            earlier = (
                phrase_at(self.pieces, index) for index in range(position) if self.pieces[index].kind == "office"
            )
            bodies = [item.body for item in earlier if item and item.body]
            if phrase.body or bodies:
                phrase = phrase if phrase.body else replace(phrase, body=bodies[-1])
                yield from self._hold(person, phrase, "office_of_elided_verb")

    def _is_next_ones(self, phrase: Phrase, *, has_office: bool) -> bool:
        """Whether an office belongs to the person behind it: "the Chair, Mr A, the Secretary, Ms B"."""
        after = phrase.end + 1 if self.line.says(phrase.end, ",", ":") else phrase.end
        if after >= len(self.pieces) or self.pieces[after].kind != "person":
            return False
        own = phrase_at(self.pieces, after + 2) if self.line.says(after + 1, ",") else None
        return after == phrase.end or has_office or (phrase.definite and own is None)

    def _joined_before(self, index: int) -> Iterator[Mention]:
        """The persons that a list holds before one: "Ms A (Mali), Mr B and …"."""
        last = index
        for position in range(index - 1, -1, -1):
            piece = self.pieces[position]
            if piece.kind == "person" and piece.mention:
                start = self.line.behind_affiliation(position + 1)
                gap = self.pieces[start:last]
                if not gap or not all(item.says(*_JOINS) for item in gap):
                    return
                last = position
                yield piece.mention

    def _bracketed(self, person: Mention | None, opening: int) -> Iterator[Holding]:
        """As in "(IAB Chair)", "(Chair, Kenya)", "(Director, TSB)", "(Nokia, Finland)"."""
        close = self.line.behind_bracket(opening) - 1
        inside = self.pieces[opening + 1 : close]
        for start in range(len(inside)):
            if (start == 0 or inside[start - 1].says(",", ";", "and", "/")) and (phrase := phrase_at(inside, start)):
                yield from self._hold(person, phrase, "office_in_brackets")
                return
        if inside and inside[0].kind == "body":
            yield from self._represent(person, inside[0].mention)

    def _origin_before_office(self, position: int) -> int | None:
        """As in "Ms X, Nokia, Chair of SG5": where the body or country stands that an office follows."""
        is_body = position < len(self.pieces) and self.pieces[position].kind == "body"
        is_followed = is_body and self.line.says(position + 1, ",") and phrase_at(self.pieces, position + 2)
        return position if is_followed else None

    def _from(self, person: Mention | None, body: Mention | None, before: Phrase | None) -> Iterator[Holding]:
        """As in "Ambassador Ada Quell of Chad", "Director Bo Lind of TSB": an office printed around the name."""
        is_bare = before is not None and before.body is None and "group" not in before.office.scope
        is_right = is_bare and body and before and (body.label != "Country" or "country" in before.office.scope)
        if before and is_right:
            yield from self._hold(person, replace(before, body=body), "office_before_name")
        else:
            yield from self._represent(person, body)

    def _represent(self, person: Mention | None, body: Mention | None) -> Iterator[Holding]:
        if person and body and body.label == "Organization" and body.known.get("kind") != "constituency":
            yield Holding(person, REPRESENTATIVE, body.ref, (body.start, body.end), "affiliation")

    def _hold(self, person: Mention | None, phrase: Phrase, rule: str) -> Iterator[Holding]:
        body = self.holders.find(phrase) if person and phrase.office.is_held else None
        if person and body:
            at = phrase.body if phrase.body and body == holder_of_phrase(phrase) else None
            yield Holding(person, phrase.role, body, (at.start, at.end) if at else None, rule)
