"""Which tokens fill which role of a verb or noun: passives, relative clauses, participles and lists turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.syntax.phrases import PhraseReader, objects_of
from netgov.ingest.syntax.standins import DAY

Tokens = list[Token]
RELATIVES = frozenset(["which", "who", "that", "whom"])
LINKS = frozenset(["be", "become", "remain", "stay", "represent", "constitute"])
CLAUSES = frozenset(["xcomp", "ccomp", "csubj"])
GIVING = frozenset(["from", "with", "by"])
NESTED = frozenset(["with", "to", "from", "by", "between", "in", "on", "at", "among"])
PREPOSITIONS = (("ADP", "SCONJ", "VERB", "ADV"), ("ADP",))
"""Parts of speech of a preposition, and of one that the parser joins to the verb: "with A on X, and with B on Y"."""


class Arguments:
    """The arguments of the verbs and nouns of one sentence."""

    def __init__(self, phrases: PhraseReader) -> None:
        self.phrases = phrases

    def of_verb(self, verb: Token) -> dict[str, Tokens]:
        """Role → tokens; the subject of a passive is its object, what stands behind "by" its subject."""
        roles: dict[str, Tokens] = {}
        surface = self.subject(verb)
        passive = self.is_passive(verb)
        roles["object" if passive else "subject"] = surface
        for child in verb.children:
            if child.dep_ in ("dobj", "obj"):
                roles.setdefault("object", []).append(self._antecedent(child, verb))
            elif child.dep_ in ("attr", "oprd", "acomp"):
                roles.setdefault("role", []).append(child)
            elif child.dep_ == "dative" and child.pos_ != "ADP":
                roles.setdefault("to", []).append(child)
        self._take_control(verb, roles)
        given = self._shared(verb) or self.prepositions(verb)
        if verb.dep_ == "xcomp" and verb.head.lemma_ in word_set("phases"):  # "With BBF, SG15 continues to cooperate"
            given = {**self.prepositions(verb.head), **given}
        for role, tokens in given.items():
            name = "subject" if passive and role == "by" else role
            roles.setdefault(name, []).extend(token for token in tokens if token not in roles.get(name, []))
        for token in (*roles.get("object", []), *surface):
            if self.phrases.mentions_at(token):
                self._add_open(roles, token, passive)
        return {role: tokens for role, tokens in roles.items() if tokens}

    def subject(self, verb: Token, depth: int = 0) -> Tokens:
        """The surface subject: its own, the noun that the clause or participle describes, that of the verb above."""
        own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
        for helper in verb.children:
            if helper.dep_ == "auxpass":  # "Also approved were two texts"
                own += [child for child in helper.children if child.dep_ in ("attr", "nsubj", "nsubjpass")]
        if len(own) > 1 and own[-1].lower_ in ("he", "she"):
            own = own[-1:]  # "The group elected Ms Wells; she took the floor"
        if self._is_empty_it(own, verb):
            return []  # "It is planned to hold …": nobody
        if own and not (own[0].lower_ in RELATIVES and verb.dep_ in ("relcl", "conj")):
            return own
        if depth > 8:
            return []
        head = verb.head
        if verb.dep_ in ("relcl", "acl") or opens_as_participle(verb):
            if verb.tag_ == "VBG" and head.dep_ in ("dobj", "obj") and not self.phrases.mentions_at(head):
                return self.subject(head.head, depth + 1)  # "is developing texts, collaborating with …"
            return [head]
        if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
            return self.subject(head, depth + 1)
        if verb.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
            controlled = [child for child in head.children if child.dep_ in ("dobj", "obj", "dative")]
            if verb.dep_ == "xcomp" and controlled and head.lemma_ in word_set("requests"):
                return controlled
            return self.subject(head, depth + 1) if head.pos_ != "ADJ" else self.subject(head.head, depth + 1)
        if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
            return self.subject(head.head, depth + 1)
        return []

    def _is_empty_it(self, subjects: Tokens, verb: Token) -> bool:
        """Whether "it" is nobody: "It is planned to hold …"."""
        if not subjects or subjects[0].lower_ != "it" or not any(child.dep_ in CLAUSES for child in verb.children):
            return False
        return verb.lemma_ in ("be", "seem", "appear") or self.is_passive(verb)

    def is_passive(self, verb: Token, depth: int = 0) -> bool:
        """Whether a verb is in the passive: by its auxiliary, behind a noun, or like the verb before it."""
        if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
            return True
        if verb.tag_ != "VBN" or depth > 8:
            return False
        has_object = any(child.dep_ in ("dobj", "obj") for child in verb.children)
        if any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
            return False
        if any(child.dep_ == "agent" for child in verb.children):
            return True
        if (verb.dep_ in ("acl", "advcl") or opens_as_participle(verb)) and not has_object:
            return True
        return verb.dep_ == "conj" and not has_object and self.is_passive(verb.head, depth + 1)

    def prepositions(self, token: Token) -> dict[str, Tokens]:
        """Preposition → the nouns behind it, over conjunctions, and with those that hang on a name there."""
        roles: dict[str, Tokens] = {}
        for child in token.children:
            if child.dep_ in ("prep", "agent", "dative", "conj") and child.pos_ in PREPOSITIONS[child.dep_ == "conj"]:
                self._add_preposition(roles, child)
            elif child.dep_ == "advmod" and child.lower_ in ("together", "jointly", "along", "closely"):
                for inner in child.children:
                    if inner.dep_ == "prep":
                        self._add_preposition(roles, inner)
        for role, tokens in self._nested(roles).items():
            known = roles.setdefault(role, [])
            known.extend(
                token
                for token in tokens
                if token not in known and (role in GIVING or not known or token.lemma_ in ("country", "state"))
            )
        return roles

    def _nested(self, roles: dict[str, Tokens]) -> dict[str, Tokens]:
        """As in "inputs on the vision from Finland": what the parser hangs on the nearest noun."""
        found: dict[str, Tokens] = {}
        nouns = [token for tokens in roles.values() for token in tokens if not self.phrases.mentions_at(token)]
        for _ in range(3):
            deeper: Tokens = []
            for noun in nouns:
                for child in noun.children:
                    if child.dep_ in ("prep", "agent") and noun.pos_ not in ("VERB", "AUX"):
                        ends = objects_of(child)
                        deeper += [end for end in ends if not self.phrases.mentions_at(end)]
                        if child.lower_ in NESTED:
                            found.setdefault(child.lower_, []).extend(ends)
            nouns = deeper
        return found

    def _shared(self, verb: Token) -> dict[str, Tokens]:
        """What a verb shares with the one behind it: "collaborates and harmonizes its work with IETF"."""
        after = [child for child in verb.children if child.i > verb.i and child.dep_ not in ("punct", "cc")]
        if len(after) != 1 or after[0].dep_ != "conj" or after[0].pos_ != "VERB":
            return {}
        roles = self.prepositions(after[0])
        for child in after[0].children:
            if child.dep_ == "dobj" and not self.phrases.mentions_at(child):
                roles = {**self.prepositions(child), **roles}
        return roles

    def _add_preposition(self, roles: dict[str, Tokens], preposition: Token, depth: int = 0) -> None:
        if depth > 12:
            return
        name = preposition.lower_
        for end in objects_of(preposition):
            listed = [child for child in end.children if child.dep_ == "dobj"] if end.tag_ == "VBG" else []
            if listed and name in ("among", "between", "with", "from", "of"):  # "among participating groups"
                roles.setdefault(name, []).extend(listed)
                continue
            roles.setdefault("date" if end.text == DAY else name, []).append(_antecedent_of(end))
            for token in self._listed(end):
                self._add_open(roles, token, passive=False)
        for child in preposition.children:
            if (child.dep_ == "conj" and child.pos_ in ("ADP", "SCONJ")) or (
                child.dep_ == "prep" and not list(objects_of(preposition))
            ):
                self._add_preposition(roles, child, depth + 1)

    def _listed(self, token: Token, depth: int = 0) -> Iterator[Token]:
        """A name and those that stand in a list behind it."""
        if self.phrases.mentions_at(token):
            yield token
        for child in token.children:
            if child.dep_ in ("conj", "appos") and depth < 40 and child.pos_ not in ("VERB", "AUX"):
                yield from self._listed(child, depth + 1)

    def _add_open(self, roles: dict[str, Tokens], token: Token, passive: bool) -> None:
        """Prepositions that hang on a name: a name takes none but "of"."""
        for child in token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in word_set("open prepositions"):
                name = "subject" if passive and child.dep_ == "agent" else child.lower_
                for end in objects_of(child):
                    if end not in roles.setdefault(name, []):
                        roles[name].append(end)
                        for other in self._listed(end):
                            self._add_open(roles, other, passive)

    def _antecedent(self, token: Token, verb: Token) -> Token:
        """The noun that a relative pronoun stands for: "a text which SG5 approved"."""
        return verb.head if token.lower_ in RELATIVES and verb.dep_ == "relcl" else token

    def _take_control(self, verb: Token, roles: dict[str, Tokens]) -> None:
        """As in "requested ITU to continue": who is asked is parsed as the subject of what is asked."""
        if verb.lemma_ not in word_set("requests") | word_set("helping"):
            return
        for child in verb.children:
            if child.dep_ in ("ccomp", "xcomp") and any(item.lower_ == "to" for item in child.children):
                roles.setdefault("object", []).extend(item for item in child.children if item.dep_ == "nsubj")

    def governor(self, noun: Token, depth: int = 0) -> Token | None:
        """The verb that a noun belongs to as its subject, object or complement."""
        head = noun.head
        if depth > 6 or head == noun:
            return None
        if noun.dep_ in (
            "dobj",
            "obj",
            "nsubj",
            "nsubjpass",
            "attr",
            "oprd",
            "acomp",
            "npadvmod",
            "advmod",
        ) and head.pos_ in ("VERB", "AUX"):
            return head
        if noun.dep_ == "conj":
            return self.governor(head, depth + 1)
        if noun.dep_ == "pobj":
            above = head.head
            if above.pos_ in ("VERB", "AUX"):
                return above
            return self.governor(above, depth + 1) if above != noun else None
        if noun.dep_ in ("compound", "amod", "nmod", "appos", "acl", "prep"):
            return self.governor(head, depth + 1)
        return None

    def around_noun(self, noun: Token) -> dict[str, Tokens]:
        """What the verb around a noun gives it: "BDT provided assistance", "assistance was given by BDT to Kenya"."""
        roles: dict[str, Tokens] = {}
        if noun.dep_ == "appos":
            return {"subject": [noun.head]}
        verb = self.governor(noun)
        if verb is None:
            return roles
        given = self.of_verb(verb)
        path = _path(noun, verb)
        for role, tokens in given.items():
            others = [token for token in tokens if token not in path]
            if role == "subject" or (role == "object" and noun.dep_ not in ("dobj", "obj")):
                roles[role] = others
            elif role == "role" and "subject" not in given.keys() - {"role"}:
                roles["subject"] = others
            elif role not in ("object",):
                roles[role] = others
        for child in verb.children:
            if child.dep_ == "conj" and child.lemma_ in word_set("compiling"):  # "… and are compiled in Doc. 7"
                roles["compiled"] = self.prepositions(child).get("in", [])
        if verb.lemma_ in LINKS and not roles.get("subject"):
            roles["subject"] = [token for token in given.get("role", []) if token not in path]
        return roles


def _antecedent_of(token: Token) -> Token:
    """The noun that "which" behind a preposition stands for: "the JCA, in which SG2 participates"."""
    if token.lower_ not in RELATIVES:
        return token
    for above in token.ancestors:
        if above.dep_ == "relcl":
            return above.head
    return token


def opens_as_participle(verb: Token) -> bool:
    """As in "Approved Recommendation ITU-T Y.2773 …": a participle that opens the sentence, in front of its text."""
    return verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.is_sent_start is True


def _path(noun: Token, verb: Token) -> Sequence[Token]:
    """The tokens from a noun up to the verb."""
    path, token = [noun], noun
    while token != verb and token.head != token and len(path) < 20:
        token = token.head
        path.append(token)
    return path
