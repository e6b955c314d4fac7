"""spaCy component: who "it", "they", "the Group" and nobody are, from the text before → doc._.predications."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from netgov.graph.keys import is_of_itu
from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.clause import Phrase, Predication
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.outline import Passage

LETTERHEAD = 6
"""Among how many passages from the top a letterhead stands."""
ACTORS = frozenset(["StudyGroup", "Group", "Organization", "Programme", "Country", "Question"])
TEXTS = frozenset(["Recommendation", "Publication", "Resolution"])
HEADS = frozenset(["StudyGroup", "Group", "Organization"])
PLURALS = frozenset(["they", "them", "both", "these", "those", "themselves", "each"])
COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
PAIR = {"former": 0, "latter": -1}
POSSESSIVES = frozenset(["its", "their"])
PERSONAL = frozenset(["he", "she", "him", "her"])
SINGULARS = frozenset(["it", "itself", "this"])


@dataclass(frozen=True)
class _State:
    """Who was spoken of: the last subject, the last text; `is_closed` once an unknown name took its place."""

    subject: tuple[Mention, ...] = ()
    former: tuple[Mention, ...] = ()
    """The subject before that one."""
    pair: tuple[Mention, ...] = ()
    """The last two or more that acted together, for "the former" and "the latter"."""
    text: tuple[Mention, ...] = ()
    thing: str = ""
    """The noun that was the last object, which "it" may go on with."""
    is_closed: bool = False


class Discourse:
    """Goes through a document once, in the order of the text; keeps nothing between documents."""

    def __init__(self, marked: MarkedReport) -> None:
        self.marked = marked
        self.passage: Passage | None = None
        self.state = _State()
        self.by_passage: dict[int, _State] = {}
        self.headings: list[int] = []

    def resolve(self, predications: tuple[Predication, ...]) -> Iterator[Predication]:
        """The predications with the phrases that only text before explains filled in."""
        by_sentence: dict[int, list[Predication]] = {}
        for item in predications:
            by_sentence.setdefault(item.sentence.start, []).append(item)
        for sentence in self.marked.sentences:
            self._enter(sentence)
            entering = self.state
            for item in by_sentence.get(sentence.start, []):
                resolved = self._fill(item, entering)
                yield resolved
                self._learn(resolved)
            if sentence.start not in by_sentence:
                self._learn_from_names(sentence)
            self.by_passage[sentence.passage.ordinal] = self.state

    def _enter(self, sentence: Sentence) -> None:
        """A passage goes on from its lead-in, else from its section; a new section from its headings."""
        passage = sentence.passage
        if self.passage is not None and passage.ordinal == self.passage.ordinal:
            return
        former, self.passage = self.passage, passage
        if passage.kind == "heading":
            self.headings.append(passage.ordinal)
        if passage.intro is not None and passage.intro in self.by_passage:
            self.state = self.by_passage[passage.intro]
        elif (
            former is None
            or passage.section != former.section
            or passage.heading != former.heading
            or passage.kind == "heading"
        ):
            self.state = _State(self._heading_subject(passage))

    def _heading_subject(self, passage: Passage) -> tuple[Mention, ...]:
        """The one body that the nearest of the headings above names."""
        for ordinal in reversed(passage.above or self.headings[-1:]):
            if self._is_letterhead(ordinal):
                continue
            for sentence in self.marked.by_passage.get(ordinal, ()):
                named = {item.key: item for item in sentence.mentions if item.label in HEADS}
                bodies = [item for key, item in named.items() if not any(f"{key} " in other for other in named)]
                if bodies:
                    return tuple(bodies) if len(bodies) == 1 else ()
        return self._own_body()

    def _is_letterhead(self, ordinal: int) -> bool:
        """Whether a line at the top only says whose paper it is: "INTERNATIONAL TELECOMMUNICATION UNION"."""
        sentences = self.marked.by_passage.get(ordinal, ())
        organizations = [item for sentence in sentences for item in sentence.of("Organization")]
        is_all = any(item.end - item.start >= len(sentences[0].text.strip()) for item in organizations)
        return ordinal < LETTERHEAD and is_all and not sentences[0].passage.section

    def _own_body(self) -> tuple[Mention, ...]:
        own = self.marked.setting.body
        return tuple(item for item in self.marked.mentions if item.ref == own)[:1] if own else ()

    def _fill(self, item: Predication, entering: _State) -> Predication:
        roles = {
            role: tuple(self._resolve_phrase(phrase, role, item, entering) for phrase in phrases)
            for role, phrases in item.roles.items()
        }
        understood: tuple[Mention, ...] = ()
        if not any(phrase.is_named or phrase.head for phrase in roles.get("subject", ())) and not self.state.is_closed:
            understood = self.state.subject
        return replace(item, roles=roles, understood=understood, before=self._before(roles))

    def _before(self, roles: Mapping[str, tuple[Phrase, ...]]) -> tuple[Mention, ...]:
        """Who was spoken of before those who act now."""
        acting = {mention.ref for phrase in roles.get("subject", ()) for mention in phrase.mentions}
        return self.state.former if any(item.ref in acting for item in self.state.subject) else self.state.subject

    def _resolve_phrase(self, phrase: Phrase, role: str, item: Predication, entering: _State) -> Phrase:
        """A pronoun or "the Group" with what it stands for; any other phrase as it is."""
        if phrase.mentions:
            return phrase
        if (phrase.determiner in POSSESSIVES or phrase.head in POSSESSIVES) and not phrase.owner:
            phrase = replace(phrase, owner=self.state.subject)
        if phrase.is_pronoun:
            found = self._antecedents(phrase, role, item, entering)
            head = self.state.thing if role == "object" and not item.is_passive and self.state.thing else phrase.head
            return replace(phrase, mentions=found, head=head)
        if texts := self._texts(phrase):
            return replace(phrase, mentions=texts)
        if phrase.determiner in ("the", "this", "that", "these", "those", "both") and self._is_called(phrase.head):
            return replace(phrase, mentions=self.state.subject, is_unknown_name=False)
        if phrase.determiner in ("the", "this", "that") and (named := self._named_before(phrase)):
            return replace(phrase, mentions=(named,), is_unknown_name=False)
        return phrase

    def _texts(self, phrase: Phrase) -> tuple[Mention, ...]:
        """Texts of the sentence before: "The first two were approved", "These Recommendations", "the latter"."""
        words, texts = phrase.head.split(), self.state.text
        if not texts or not words or words[-1] not in word_set("texts again"):
            return ()
        count = next((COUNTS[word] for word in words if word in COUNTS), 0)
        if words[0] in ("first", "former"):
            return texts[: count or 1]
        if words[0] in ("last", "latter"):
            return texts[-(count or 1) :]
        if count and count != len(texts):
            return ()
        plural = phrase.determiner in ("these", "those", "both", "all") or count
        return texts if plural or len(texts) == 1 else ()

    def _named_before(self, phrase: Phrase) -> Mention | None:
        """The body named before in the passage that a definite noun takes up: "… of ITU-D SG2 … the study group"."""
        passage = self.marked.report.passage_at(phrase.at)
        before = [
            item
            for sentence in self.marked.by_passage.get(passage.ordinal, ())
            for item in sentence.mentions
            if item.start < phrase.at and item.label in HEADS
        ]
        fitting = [item for item in reversed(before) if is_called(phrase.head, item)]
        by_name = (item for item in fitting if phrase.noun in str(item.known.get("name", "")).casefold().split())
        return next(by_name, fitting[0] if fitting else None)

    def _antecedents(self, phrase: Phrase, role: str, item: Predication, entering: _State) -> tuple[Mention, ...]:
        word = phrase.head
        if word in PAIR:
            is_text = role == "object" and item.is_passive and len(self.state.text) > 1
            return (self.state.text if is_text else self.state.pair)[PAIR[word] :][:1]
        if word in PERSONAL:
            return self._person_before(phrase)
        if word in PLURALS and len(self.state.subject) > 1:
            return self.state.subject
        if word in SINGULARS or word in PLURALS:
            if role == "object" and item.is_passive and word == "both" and len(self.state.text) > 2:
                return ()
            if role == "object" and item.is_passive:
                return self.state.text or self.state.subject
            if role == "object":
                acting = {mention.ref for other in item.role("subject") for mention in other.mentions}
                return (*self.state.text, *(body for body in self.state.subject if body.ref not in acting))
            return entering.subject if not self.state.subject and not self.state.is_closed else self.state.subject
        return ()

    def _person_before(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The person named last in the passage: who "she" is."""
        passage = self.marked.report.passage_at(phrase.at)
        sentences = self.marked.by_passage.get(passage.ordinal, ())
        persons = [item for sentence in sentences for item in sentence.of("Person") if item.start < phrase.at]
        return tuple(persons[-1:])

    def _is_called(self, head: str) -> bool:
        """Whether the last subject may be called so: a study group is "the Group", ICANN's GAC "the Committee"."""
        return bool(self.state.subject) and not self.state.is_closed and is_called(head, self.state.subject[0])

    def _learn(self, item: Predication) -> None:
        """Take over who is spoken of; a name that is unknown ends what was."""
        surface = item.role("object", "subject") if item.is_passive else item.role("subject")
        if item.form != "verb" or not item.is_main:
            return
        named = (tuple(item for item in phrase.mentions if item.label in ACTORS) for phrase in surface)
        bodies = next(filter(None, named), ()) if item.is_passive else tuple(chain.from_iterable(named))
        if not bodies:  # "Coordination took place between SG15 and IEEE": SG15 is who is spoken of
            pair = [mention for phrase in item.role("between") for mention in phrase.mentions]
            bodies = tuple(mention for mention in pair if is_of_itu(mention.key))[:1]
        texts = tuple(
            mention
            for phrase in (*item.role("object"), *surface)
            for mention in phrase.mentions
            if mention.label in TEXTS
        )
        if bodies and bodies != self.state.subject:
            two = bodies if len(bodies) > 1 else self.state.pair
            self.state = replace(self.state, subject=bodies, former=self.state.subject, pair=two, is_closed=False)
        elif any(phrase.is_unknown_name for phrase in surface):
            self.state = replace(self.state, subject=(), is_closed=True)
        if texts:
            self.state = replace(self.state, text=texts)
        things = [phrase.head for phrase in item.role("object") if _is_thing(phrase)]
        if things:
            self.state = replace(self.state, thing=things[0])

    def _learn_from_names(self, sentence: Sentence) -> None:
        """A line without a clause speaks of the one body that it names: "ITU-T SG20:"."""
        bodies = {item.ref: item for item in sentence.mentions if item.label in HEADS}
        texts = sentence.of(*TEXTS)
        opens = (
            bool(sentence.mentions)
            and sentence.mentions[0].label in ACTORS
            and sentence.mentions[0].start - sentence.start < 5
        )
        if opens and sentence.passage.kind not in ("heading", "row"):
            bodies = {sentence.mentions[0].ref: sentence.mentions[0]}
        if len(bodies) == 1 and (opens or sentence.passage.kind == "heading" or sentence.text.rstrip().endswith(":")):
            self.state = replace(self.state, subject=tuple(bodies.values()), is_closed=False)
        if texts:
            self.state = replace(self.state, text=texts[-1:])


def _is_thing(phrase: Phrase) -> bool:
    """Whether "it" can go on with a noun: "a reply (TD 7)" is a thing, whatever its symbol."""
    return not phrase.is_pronoun and all(mention.label == "Document" for mention in phrase.mentions)


def is_called(head: str, body: Mention) -> bool:
    """Whether a body may be called by a noun alone: a study group is "the Group", ICANN's GAC "the Committee"."""
    last = head.split()[-1] if head else ""
    if not last or (head not in word_set("bodies") and last != "jca"):
        return False
    if body.label in ("StudyGroup", "Group") and last in ("group", "groups"):
        return True
    if body.key.casefold().startswith(f"{last}-"):  # "the JCA"
        return True
    names = (
        body.key,
        str(body.known.get("name", "")),
        str(body.known.get("title", "")),
        *body.known.get("aliases", ()),
    )
    if any(last in name.casefold().split() for name in names):
        return True
    return body.label == "Organization" and last in ("organization", "organisation", "secretariat")


@Language.component("netgov_discourse", requires=["doc._.marked", "doc._.predications"], assigns=["doc._.predications"])
def set_antecedents(doc: Doc) -> Doc:
    """Set doc._.predications anew."""
    doc._.predications = tuple(Discourse(doc._.marked).resolve(doc._.predications))
    return doc
