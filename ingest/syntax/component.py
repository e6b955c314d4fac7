"""spaCy component: sentences with their mentions → predications → doc._.predications."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.frames import Frames, load_frames
from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.lexicon.model import Model, load_model
from netgov.ingest.model.clause import Predication
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.syntax.clauses import ClauseReader
from netgov.ingest.syntax.leadins import complete
from netgov.ingest.syntax.phrases import BODIES
from netgov.ingest.syntax.standins import Tokenize, Word, clauses_in_parentheses, make_words

JOINING = frozenset(["and", "while", "whereas", "but"])
GLUE = frozenset([",", "and"])
LONGEST = 160
"""Words after which a unit is cut: the parser's time grows with a unit, and its accuracy falls."""


class Syntax:
    """Parses the units that may state something, and turns them into predications."""

    def __init__(self, model: Model, frames: Frames) -> None:
        self.model, self.frames = model, frames
        self.nouns = frames.nouns()

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.predications, in the order of the text."""
        marked: MarkedReport = doc._.marked
        leads = Leads(marked, self.model.tokenize)
        units = [unit for sentence in marked.sentences for unit in self._units(sentence, leads)]
        units += [unit for before, after in pairwise(marked.sentences) for unit in self._unspoken(before, after)]
        units.sort(key=lambda unit: unit[1][0].start)
        doc._.predications = tuple(self._read(units))
        return doc

    def _units(self, sentence: Sentence, leads: Leads) -> Iterator[tuple[Sentence, list[Word]]]:
        """The stretches of a sentence that are parsed by themselves: a cell of a row never goes on in the next."""
        if sentence.passage.kind in ("heading", "caption"):
            return
        for start, end in clauses_in_parentheses(sentence):
            words = make_words(sentence, start, end, self.model.tokenize)
            if self._speaks_of_something(words) and self._is_called(words):
                yield sentence, words
        start = sentence.start
        for cell in sentence.text.split("\t"):
            words = make_words(sentence, start, start + len(cell), self.model.tokenize)
            words = leads.complete(sentence, words, self.frames.triggers) if start == sentence.start else words
            start += len(cell) + 1
            if self._speaks_of_something(words) and self._is_called(words):
                for clause in _clauses(words, self.frames.triggers):
                    yield from ((sentence, part) for part in _cut(clause))

    def _unspoken(self, sentence: Sentence, after: Sentence) -> Iterator[tuple[Sentence, list[Word]]]:
        """A sentence that names nothing known, in front of one that opens with a pronoun: it may be about another."""
        goes_on = after.text.split()[:1] and after.text.split()[0].casefold() in word_set("pronouns") | {"its", "their"}
        if goes_on and not sentence.mentions and sentence.passage.kind not in ("heading", "caption"):
            words = make_words(sentence, sentence.start, sentence.end, self.model.tokenize)
            if 0 < len(words) < LONGEST and not self._speaks_of_something(words):
                yield sentence, words

    def _speaks_of_something(self, words: Sequence[Word]) -> bool:
        """Whether the words name something, or may take two bodies up again: "Both groups cooperate"."""
        return any(
            word.mentions or word.asides or (word.lemma or word.text.casefold()) in word_set("pairs") for word in words
        )

    def _is_called(self, words: Sequence[Word]) -> bool:
        return any(word.text.casefold() in self.frames.triggers for word in words)

    def _read(self, units: Sequence[tuple[Sentence, list[Word]]]) -> Iterator[Predication]:
        parsed = self.model.parse([word.text for word in words] for _, words in units)
        for (sentence, words), doc in zip(units, parsed, strict=True):
            yield from ClauseReader(sentence, words, doc[:], self.nouns).read()


class Leads:
    """The lead-ins of a document, and what they make of items; a list behind a colon completes its own sentence."""

    def __init__(self, marked: MarkedReport, tokenize: Tokenize) -> None:
        self.marked, self.tokenize = marked, tokenize

    def complete(self, sentence: Sentence, words: list[Word], triggers: frozenset[str]) -> list[Word]:
        """The words of an item with those of its lead-in where it goes on with it, else its own."""
        colon = next((index for index, word in enumerate(words) if word.text == ":" and not word.mentions), None)
        if colon is not None and (inside := complete(words[:colon], words[colon + 1 :], triggers)):
            words = inside
        intro = sentence.passage.intro
        is_first = sentence.start == self.marked.by_passage[sentence.passage.ordinal][0].start
        if intro is None or not is_first or intro not in self.marked.by_passage:
            return words
        lead = self.marked.by_passage[intro][-1]
        before = make_words(lead, lead.start, lead.end, self.tokenize)
        return complete(before, words, triggers) or words


def _clauses(words: list[Word], triggers: frozenset[str]) -> Iterator[list[Word]]:
    """The words cut where a clause with a subject of its own begins: behind a semicolon, or behind "and"."""
    start = 0
    for index, word in enumerate(words):
        text, after = word.text.casefold(), words[index + 1 :]
        is_joined = text in JOINING and _is_clause(words[start:index], triggers) and _is_clause(after, triggers)
        if is_joined or (text == ";" and _begins_clause(after, triggers)):
            yield words[start:index]
            start = index + 1
        elif text == "and" and (verb := _gapped(words[start:index], after)):
            yield words[start:index]
            yield [after[0], *verb, *after[1:]]
            return
    yield words[start:]


def _gapped(words: list[Word], after: list[Word]) -> list[Word]:
    """What a second subject leaves out: "SG13 liaised with ETSI, and SG15 with IEEE"; nothing where it is no subject.

    The preposition behind it must be that of the verb, before any other name: "… with A on X, and B on Y" is a list.
    """
    names = [index for index, word in enumerate(words) if word.mentions]
    if len(names) < 2 or names[0] != 0 or len(after) < 3 or not after[0].mentions or not after[2].mentions:
        return []
    is_body = words[0].mentions[0].label in BODIES and after[0].mentions[0].label == words[0].mentions[0].label
    preposition = after[1].text.casefold()
    verb = words[1 : names[1]]
    is_of_verb = len(verb) > 1 and verb[-1].text.casefold() == preposition and preposition in ("with", "for", "to")
    return verb if is_body and is_of_verb and names[1] > 1 else []


def _is_clause(words: list[Word], triggers: frozenset[str]) -> bool:
    """Whether bodies open the words with a verb behind them and something behind that: "SG15 and SG13 approved …"."""
    behind = next((index for index, word in enumerate(words) if not word.mentions and word.text not in GLUE), 0)
    if not behind or behind + 1 >= len(words) or words[0].mentions[:1] == () or not words[behind - 1].mentions:
        return False
    text = words[behind].text.casefold()
    return words[0].mentions[0].label in BODIES and text in triggers and text.endswith("ed")


def _begins_clause(words: list[Word], triggers: frozenset[str]) -> bool:
    words = words[1:] if words and words[0].text.casefold() in ("and", "but", "while") else words
    if len(words) < 2 or words[0].text.casefold() in word_set("prepositions") | triggers:
        return False
    if words[0].text.casefold() in word_set("pronouns"):
        return True
    for word in words[1:]:
        text = word.text.casefold()
        if text in (";", ","):
            return False
        if text in word_set("helpers") or (text in triggers and text.endswith(("ed", "s"))):
            return True
    return False


def _cut(words: list[Word]) -> Iterator[list[Word]]:
    """The words in parts of at most LONGEST, cut behind a semicolon where there is one."""
    while len(words) > LONGEST:
        marks = [index for index, word in enumerate(words[:LONGEST]) if word.text == ";"]
        stop = marks[-1] + 1 if marks else LONGEST
        yield words[:stop]
        words = words[stop:]
    if words:
        yield words


@Language.factory(
    "netgov_syntax",
    requires=["doc._.marked"],
    assigns=["doc._.predications"],
    default_config={"model": None, "frames": None},
)
def make_syntax(nlp: Language, name: str, model: str | None, frames: str | None) -> Syntax:
    """The component, for `nlp.add_pipe("netgov_syntax")`; `model` names a pipeline, `frames` a file of more frames."""
    del nlp, name  # the signature is spaCy's
    return Syntax(load_model(model), load_frames(frames))
