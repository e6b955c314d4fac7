"""A parsed sentence into predications: every verb, and every noun or adjective that a frame knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.clause import Phrase, Predication
from netgov.ingest.model.marked import Sentence
from netgov.ingest.syntax.arguments import Arguments, opens_as_participle
from netgov.ingest.syntax.modality import modality_of
from netgov.ingest.syntax.phrases import BODIES, PhraseReader, noun_lemma, objects_of
from netgov.ingest.syntax.standins import Word


@dataclass
class _Bag:
    """Roles while they are collected."""

    roles: dict[str, list[Token]] = field(default_factory=dict)

    def add(self, role: str, tokens: Sequence[Token]) -> None:
        known = self.roles.setdefault(role, [])
        known.extend(token for token in tokens if token not in known)

    def update(self, other: Mapping[str, Sequence[Token]]) -> None:
        for role, tokens in other.items():
            self.add(role, tokens)


def is_particle(token: Token) -> bool:
    """Whether a word belongs to its verb: "carry out", "bring together"."""
    return token.dep_ == "prt" or (token.dep_ == "advmod" and token.lower_ in word_set("particles"))


def manner_of(token: Token) -> frozenset[str]:
    """The adverbs of a word: "jointly", "closely"."""
    near = [*token.children, *(inner for child in token.children if child.dep_ == "prep" for inner in child.children)]
    return frozenset(child.lower_ for child in near if child.dep_ in ("advmod", "amod"))


def described_by(verb: Token) -> Token | None:
    """The one name that a clause in the singular describes: "A, which is aligned with B, and C" says so of A."""
    if verb.dep_ != "relcl":
        return None
    is_singular = verb.tag_ == "VBZ" or any(child.lower_ in ("is", "was", "has", "who") for child in verb.children)
    return verb.head if is_singular else None


def is_main(verb: Token) -> bool:
    """Whether a verb stands in the main clause, or in one joined to it."""
    while verb.dep_ in ("conj", "ccomp", "parataxis", "dep") and verb.head != verb:
        if verb.dep_ == "ccomp" and verb.i > verb.head.i:
            return False  # what somebody said
        verb = verb.head
    return verb.dep_ == "ROOT" or opens_as_participle(verb)


class ClauseReader:
    """Reads one parsed sentence; `words` are those that its tokens were made from."""

    def __init__(self, sentence: Sentence, words: Sequence[Word], span: Span, nouns: frozenset[str]) -> None:
        self.sentence, self.words, self.span, self.nouns = sentence, words, span, nouns
        self.phrases = PhraseReader(words, span.start)
        self.arguments = Arguments(self.phrases)

    def read(self) -> Iterator[Predication]:
        """The predications in the order of the sentence."""
        for token in self.span:
            if self.phrases.mentions_at(token):
                continue
            if token.pos_ in ("VERB", "AUX") and token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass"):
                yield self._verb(token)
            elif token.pos_ in ("NOUN", "PROPN", "ADJ", "ADV", "VERB") and (lemma := self._known_lemma(token)):
                yield self._noun(token, lemma)

    def _known_lemma(self, token: Token) -> str:
        """The longest form of a noun or adjective that a frame knows: "liaison statement" before "statement"."""
        if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
            return ""  # part of a longer noun
        return next((form for form in noun_lemma(token, self.phrases) if form in self.nouns), "")

    def _verb(self, verb: Token) -> Predication:
        bag = _Bag()
        bag.update(self.arguments.of_verb(verb))
        carried = next((token for token in bag.roles.get("object", []) if not self.phrases.mentions_at(token)), None)
        if carried is not None:
            for role, tokens in self.arguments.prepositions(carried).items():
                bag.add(role, tokens)
        word = self.phrases.word(verb)
        lemma = word.prefix + (word.lemma or verb.lemma_.casefold())
        if particle := next((child.lower_ for child in verb.children if is_particle(child)), ""):
            lemma = f"{lemma}_{particle}"
        if lemma in word_set("works") and verb.dep_ == "xcomp" and verb.head.lemma_ in word_set("beginnings"):
            lemma = verb.head.lemma_  # "started working on"
        return self._predication(lemma, "verb", verb, bag)

    def _noun(self, noun: Token, lemma: str) -> Predication:
        bag = _Bag()
        bag.update(self.arguments.prepositions(noun))
        bag.add("poss", [child for child in noun.children if child.dep_ == "poss"])
        modifiers = [child for child in noun.children if child.dep_ in ("compound", "nmod", "amod")]
        bag.add("poss", [child for child in modifiers if self.phrases.mentions_at(child)])
        bag.update(self.arguments.around_noun(noun))
        bag.add("self", [noun])
        form = "adjective" if noun.pos_ == "ADJ" else "noun"
        return self._predication(lemma, form, noun, bag)

    def _distributed(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The bodies that go on with a list, each with a topic: "between A and B on X, C on Y, and through D on Z"."""
        listed = [item for token in tokens for item in token.subtree if self.phrases.mentions_at(item)]
        if not listed:
            return
        for token in self.span[max(item.i for item in tokens) - self.span.start + 1 :]:
            if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not self.phrases.mentions_at(token):
                return
            if token.lower_ == "with" and self.span.doc[token.i - 1].text in (",", "and"):
                yield from (end for end in objects_of(token) if end not in tokens)
            names = self.phrases.mentions_at(token)
            if not names or names[0].label not in BODIES or token.i + 1 >= self.span.end:
                continue
            before = self.span.doc[token.i - 1]
            if before.lower_ in ("through", "via", "the"):
                before = self.span.doc[before.i - 1]
            if before.text in (",", "and", ";") and self.span.doc[token.i + 1].lower_ in word_set("about"):
                yield token

    def _stated_by(self, token: Token, governor: Token | None) -> Token | None:
        """The verb whose modality holds: "in collaboration with X" at the end says so of the whole sentence."""
        is_adverbial = token.dep_ == "pobj" and token.head.lower_ in ("in", "under", "through")
        if governor is None or governor == token or not is_adverbial:
            return governor
        while governor.dep_ in ("relcl", "acl", "advcl", "xcomp") and any(item.tag_ == "TO" for item in governor.lefts):
            governor = governor.head if governor.head.pos_ in ("VERB", "AUX") else governor.head.head
        return governor

    def _carrier(self, noun: Token, governor: Token | None) -> str:
        """The verb that a noun hangs on; none carries what is in apposition: "made by X, Director of Y"."""
        while noun.dep_ == "conj":
            noun = noun.head
        return "" if governor is None or noun.dep_ == "appos" else governor.lemma_.casefold()

    def _predication(self, lemma: str, form: str, token: Token, bag: _Bag) -> Predication:
        governor = token if form == "verb" else self.arguments.governor(token)
        described = described_by(governor) if governor is not None else None
        for role in ("between", "with"):
            if bag.roles.get(role):
                bag.add(role, list(self._distributed(bag.roles[role])))
        roles: dict[str, tuple[Phrase, ...]] = {
            role: tuple(self.phrases.phrase(item, alone=item == described) for item in tokens)
            for role, tokens in bag.roles.items()
            if tokens
        }
        return Predication(
            lemma=lemma,
            form="verb" if form == "verb" else "adjective" if form == "adjective" else "noun",
            at=self.words[token.i - self.span.start].start,
            sentence=self.sentence,
            roles=roles,
            modality=modality_of(token, self._stated_by(token, governor)),
            is_passive=governor is not None and self.arguments.is_passive(governor),
            carrier=self._carrier(token, governor) if form != "verb" else "",
            manner=manner_of(token) | (manner_of(governor) if governor is not None else frozenset()),
            is_main=is_main(governor if governor is not None else token),
        )
