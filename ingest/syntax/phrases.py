"""Arguments: what a token and what hangs on it name, spread over lists and through "representatives of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.clause import Phrase
from netgov.ingest.model.mention import Mention
from netgov.ingest.syntax.standins import Word

THROUGH = frozenset(["of", "from", "for", "between", "among", "including", "like", "as"])
"""Prepositions behind a transparent noun: "delegates from", "Recommendations on"."""
BODIES = frozenset(["Organization", "StudyGroup", "Group", "Programme", "Country", "Question"])
TEXTS = frozenset(["Recommendation", "Publication", "Resolution", "Document", "Edition"])
CLASSES: tuple[frozenset[str], ...] = (
    BODIES,
    TEXTS,
    frozenset(["Person"]),
    frozenset(["Event"]),
    frozenset(["Place", "Country"]),
)
"""Labels that stand beside each other in a list."""


class PhraseReader:
    """Turns tokens into phrases; `words` are those of the sentence, whose first token is `first` in its Doc."""

    def __init__(self, words: Sequence[Word], first: int) -> None:
        self.words, self.first = words, first

    def word(self, token: Token) -> Word:
        """The word that a token was made from."""
        return self.words[token.i - self.first]

    def mentions_at(self, token: Token) -> tuple[Mention, ...]:
        """What the token stands for, if for a name."""
        return self.word(token).mentions

    def phrase(self, token: Token, alone: bool = False) -> Phrase:
        """The phrase that a token heads; `alone` leaves out the rest of a list that it stands in."""
        word = self.word(token)
        determiner = next((child.lower_ for child in token.children if child.dep_ in ("det", "poss")), "")
        left = token.left_edge.i - self.first
        before = self.words[left - 1].text.casefold() if left > 0 else ""
        if not determiner and before in ("this", "that"):  # "At its meeting that study group started …"
            determiner = before
        mentions = word.mentions if alone and word.mentions else tuple(dict.fromkeys(self.spread(token)))
        return Phrase(
            head=noun_lemma(token, self)[0],
            printed=self._printed(token),
            start=self.words[max(token.left_edge.i - self.first, 0)].start,
            end=self.words[min(token.right_edge.i - self.first, len(self.words) - 1)].end,
            at=word.start,
            mentions=mentions,
            determiner=determiner,
            is_pronoun=(word.lemma or token.lower_) in word_set("all pronouns"),
            is_unknown_name=not mentions and is_unknown_name(token),
            owner=tuple(self._owners(token)),
        )

    def _printed(self, token: Token) -> str:
        """The noun as printed, in the singular, with what stands before it: "Vice-Chairman"."""
        parts = [self.word(child).text for child in token.lefts if child.dep_ in ("compound", "amod", "nmod")]
        names = [child for child in token.lefts if self.mentions_at(child)]
        if names:
            parts = [text for text in parts if text not in {self.word(child).text for child in names}]
        head = token.text if token.tag_ not in ("NNS", "NNPS") else singular(token.text)
        return " ".join((*parts, head))

    def spread(self, token: Token, depth: int = 0) -> Iterator[Mention]:
        """All that a token names: itself and the rest of its list, or what a transparent noun lets through."""
        if depth > 40:
            return
        own = self.mentions_at(token)
        if own and own[0].label in BODIES and (persons := self._holder(token)):
            yield from persons  # "the TSB Director, Mr Lind, said": the person did
            return
        yield from own
        if not own:
            yield from self._through(token, depth)
        for child in token.children:
            if child.dep_ == "conj" and self._is_left_out(child):
                continue
            if child.dep_ == "conj" and self._is_alike(own, child):
                yield from self.spread(child, depth + 1)
            elif child.dep_ == "appos" and own and not self.mentions_at(child):
                for other in child.children:  # "Mr A, Chief Executive Officer of B, and Ms C"
                    if other.dep_ == "conj" and self.mentions_at(other) and self._is_alike(own, other):
                        yield from self.spread(other, depth + 1)
            elif (
                child.dep_ in ("appos", "npadvmod", "dep", "nmod")
                and own
                and self._is_alike(own, child)
                and self.mentions_at(child)
            ):
                yield from self.spread(child, depth + 1)
            elif own and own[0].label == "Person" and child.lower_ in ("of", "from"):
                yield from self._behind_affiliation(child, depth)

    def _behind_affiliation(self, preposition: Token, depth: int) -> Iterator[Mention]:
        """As in "Ms A of X, Mr B of Y and Ms C": the parser lists a person with the body that stands before."""
        for body in objects_of(preposition):
            for child in body.children:
                names = self.mentions_at(child) if child.dep_ in ("conj", "appos") else ()
                if names and names[0].label == "Person":
                    yield from self.spread(child, depth + 1)

    def _is_left_out(self, token: Token) -> bool:
        """Whether "not" stands before the last of a list: "A, but not B"."""
        edge = token.left_edge.i - self.first
        return any(word.text.casefold() in ("not", "nor") for word in self.words[max(0, edge - 1) : edge + 1])

    def _holder(self, token: Token) -> tuple[Mention, ...]:
        """The person who stands in apposition to an office."""
        for child in token.children:
            if child.dep_ == "appos" and (names := self.mentions_at(child)) and names[0].label == "Person":
                return names
        return ()

    def _is_alike(self, own: tuple[Mention, ...], token: Token) -> bool:
        """Whether two neighbours may stand in one list: bodies with bodies, texts with texts."""
        other = self.mentions_at(token)
        if not own or not other:
            return token.pos_ not in ("VERB", "AUX")
        return any(own[0].label in labels and other[0].label in labels for labels in CLASSES)

    def _through(self, token: Token, depth: int) -> Iterator[Mention]:
        """What stands behind, in front of, in parentheses after or in apposition to a noun that is no name itself."""
        if token.dep_ == "appos":  # "Giga, an initiative that …" is Giga
            yield from self.mentions_at(token.head)
        for child in token.children:
            if child.dep_ == "appos":
                if self.mentions_at(child):
                    yield from self.spread(child, depth + 1)
            elif child.lower_ == "including":
                for end in (item for item in child.children if item.dep_ in ("dobj", "pobj")):
                    yield from self.spread(end, depth + 1)
            elif is_transparent(token):
                if child.dep_ in ("prep", "agent") and child.lower_ in THROUGH:
                    for end in objects_of(child):
                        yield from self.spread(end, depth + 1)
                elif child.dep_ in ("poss", "compound", "nmod", "amod", "nummod") and self.mentions_at(child):
                    yield from self.spread(child, depth + 1)
            elif is_apposed(token) and child.dep_ in ("compound", "nmod"):
                yield from (item for item in self.mentions_at(child) if item.label in APPOSED)
        yield from self.word(token).asides
        if singular(token.lower_) in word_set("bodies"):  # "the Technical Committee on Human Factors (ETSI TC HF)"
            for child in token.children:
                for end in objects_of(child) if child.dep_ == "prep" and child.lower_ in ("on", "of", "for") else ():
                    yield from (item for item in self.word(end).asides if item.label in BODIES)

    def _owners(self, token: Token) -> Iterator[Mention]:
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                yield from self.mentions_at(child)


def objects_of(preposition: Token) -> list[Token]:
    """The nouns behind a preposition."""
    found = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
    for child in preposition.children:
        if child.dep_ == "prep":  # "from within", "as of"
            found += objects_of(child)
    return found


def noun_lemma(token: Token, reader: PhraseReader) -> tuple[str, ...]:
    """The forms under which a noun may be known, the longest first: "liaison statement", "statement"."""
    parts = [
        child.lower_
        for child in token.lefts
        if child.dep_ in ("compound", "amod", "nmod") and not reader.mentions_at(child)
    ]
    if reader.mentions_at(token):
        return (" ".join((*parts[:-1], singular(parts[-1]))) if parts else "",)  # "new work item J.abc"
    if reader.word(token).lemma:
        lemma = reader.word(token).lemma
        return (*(" ".join((*parts[index:], lemma)) for index in range(len(parts))), lemma)
    lemma = (token.lemma_ if token.tag_ not in ("NNP", "NNPS") else singular(token.lower_)).casefold()
    lemma = reader.word(token).prefix + lemma
    return (*(" ".join((*parts[index:], lemma)) for index in range(len(parts))), lemma)


def singular(word: str) -> str:
    """As in "chairmen" → "chairman", "Recommendations" → "recommendation": the tagger leaves capitalized words be."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_transparent(token: Token) -> bool:
    """Whether a noun stands for what is behind it."""
    lemma = singular(token.lower_)
    return (
        lemma in word_set("transparent")
        or token.lemma_.casefold() in word_set("transparent")
        or token.pos_ in ("NUM", "DET", "PRON")
    )


def is_apposed(token: Token) -> bool:
    """Whether a noun only says what the name in front of it is: "the U4SSC initiative", "the IPPM working group"."""
    return singular(token.lower_) in word_set("apposed")


APPOSED = frozenset(["Organization", "Group", "StudyGroup", "Programme"])


def is_unknown_name(token: Token) -> bool:
    """Whether a token is a capitalized name that nothing explains; a word at the start of a sentence may be no name."""
    if token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper():
        starts = token.is_sent_start or token.left_edge.is_sent_start
        return not starts or token.text.isupper() or len(token.text) > 1
    return False
