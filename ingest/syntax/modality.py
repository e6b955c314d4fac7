"""How far a clause stands behind what it says; decided once, for every verb and noun of it."""

from __future__ import annotations

from spacy.tokens import Token

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.clause import Modality

POSSIBLE = frozenset(["may", "might", "can", "could", "should", "would", "must", "shall", "ought", "need"])
EMBEDDED = ("xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl", "csubj")


def modality_of(token: Token, governor: Token | None) -> Modality:
    """The modality of a verb, or of a noun with the verb that carries it, and of all clauses that it stands in."""
    if is_denied(token):
        return "negated"
    found = _of_verb(governor, token) if governor is not None else "asserted"
    if found == "asserted" and governor != token:
        found = _of_noun(token)
    if found == "asserted" and governor is not None and governor.lemma_ in ("be", "remain"):
        found = "possible" if _is_under(governor, token) else found
    return found


def _is_under(verb: Token, noun: Token) -> bool:
    """As in "An agreement with X is under discussion": what is spoken of is not there yet."""
    ends = (end for child in verb.children if child.lower_ == "under" for end in child.children)
    return any(end != noun and end.lemma_ in word_set("pending") for end in ends)


def is_denied(token: Token) -> bool:
    """Whether a negation hangs on a token, as in "no approval", "not published"."""
    return any(
        child.dep_ in ("neg", "preconj", "det", "advmod", "cc") and child.lower_ in word_set("negations") | {"longer"}
        for child in token.children
        if child.dep_ != "cc" or child.lower_ == "nor"
    )


def _of_noun(noun: Token) -> Modality:
    """What the prepositions and nouns above a noun make of it: "a proposal for collaboration", "without consent"."""
    token, steps = noun, 0
    while token.head != token and steps < 8 and token.pos_ not in ("VERB", "AUX"):
        token, steps = token.head, steps + 1
        if token.pos_ == "ADP" and token.lower_ in word_set("negations"):
            return "negated"
        if token.pos_ == "ADP" and token.lower_ in ("for", "of", "to") and token.head.lemma_ in word_set("intentions"):
            return "aimed"
        if token.pos_ == "NOUN" and is_denied(token):
            return "negated"
    return "asserted"


def _of_verb(verb: Token, inside: Token, depth: int = 0) -> Modality:
    if depth > 8:
        return "asserted"
    found = _own(verb)
    if found == "asserted" and inside != verb and _with_particle(verb) in word_set("denials"):
        return "negated"
    if found == "asserted" and inside.dep_ in ("dobj", "nsubj", "nsubjpass") and verb.lemma_ in word_set("endings"):
        return "negated"
    if found == "asserted" and inside != verb and verb.lemma_ in word_set("wanted") and depth == 0:
        found = "requested"
    if found != "asserted":
        return found
    return _above(verb, depth)


def _with_particle(verb: Token) -> str:
    """ "put", or "put_off"."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    return f"{verb.lemma_}_{particle}" if particle else verb.lemma_


def _own(verb: Token) -> Modality:
    """What the verb's own auxiliaries, negation and conjunction say."""
    if is_denied(verb) or any(
        child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and is_denied(child) for child in verb.children
    ):
        return "negated"
    if any(child.dep_ == "conj" and child.lemma_ in word_set("reversals") for child in verb.children):
        return "negated"  # "was drafted but withdrawn"
    if any(child.dep_ in ("acomp", "attr") and child.lemma_ in word_set("plans") for child in verb.children):
        return "possible"
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in POSSIBLE for word in auxiliaries):
        return "possible"
    if any(word in ("will", "'ll", "’ll") for word in auxiliaries):
        return "asserted" if verb.lemma_ in word_set("continuing") else "planned"
    if any(child.dep_ in ("mark", "advmod") and child.lower_ in word_set("conditions") for child in verb.children):
        return "possible"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(child.dep_ in ("nsubj", "aux") for child in verb.children):
        return "requested"  # "Send liaison statements to …": advice
    return "asserted"


def _above(verb: Token, depth: int) -> Modality:
    """What the clause says that this one is part of."""
    head, dep = verb.head, verb.dep_
    if head == verb:
        return "asserted"
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return _of_conjunct(verb, head, depth)
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if dep in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "oprd", "relcl", "csubj"):
        lemma = head.lemma_.casefold()
        if infinitive and _is_performed(verb, head):
            return "asserted"
        if infinitive:
            return _of_infinitive(verb, head, lemma, depth)
        if dep == "ccomp" and verb.i < head.i:
            return "asserted"  # a main clause that the parser hung on the next one
        if dep in ("ccomp", "xcomp") and lemma in (word_set("plans") | word_set("requests") | word_set("denials")):
            return "negated" if lemma in word_set("denials") else "possible"
        if dep == "ccomp" and lemma in word_set("decisions") and _own(verb) == "asserted" and verb.tag_ == "VB":
            return "requested"
        if dep == "pcomp":
            return _of_gerund(head, depth)
        if dep in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
            above = _of_verb(head, head, depth + 1)
            return above if dep != "ccomp" or above in ("requested",) else "asserted"
    return "asserted"


def _is_performed(verb: Token, head: Token) -> bool:
    """As in "SG5 would like to thank X", "is pleased to inform X": saying so does it."""
    is_glad = any(child.lemma_ in word_set("glad") for child in (head, *head.children))
    return is_glad and verb.lemma_ in word_set("performatives") and not is_denied(head)


def _of_conjunct(verb: Token, head: Token, depth: int) -> Modality:
    """A conjunct shares "will" and "not" of the first only where it is of its form: "will meet and approve"."""
    has_own_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    if has_own_subject or (verb.tag_ != head.tag_ and verb.tag_ in ("VBD", "VBZ", "VBP")):
        return "asserted"
    found = _of_verb(head, head, depth + 1)
    has_own_helper = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return "asserted" if found == "negated" and has_own_helper else found


def _of_infinitive(verb: Token, head: Token, lemma: str, depth: int) -> Modality:
    if lemma == "go" and head.tag_ == "VBG":
        return "planned"  # "is going to approve"
    if lemma in word_set("phases"):
        return _of_verb(head, head, depth + 1)
    if lemma in word_set("denials"):
        return "negated"
    if lemma in word_set("requests"):
        return "requested"
    if lemma == "be" or lemma in ("schedule", "expect", "plan", "due", "set"):
        return "planned"
    if lemma in word_set("decisions") and verb.lemma_ in word_set("continuing"):
        return _of_verb(head, head, depth + 1)
    if lemma in word_set("decisions") and verb.dep_ in ("xcomp", "ccomp"):
        return "planned" if _of_verb(head, head, depth + 1) == "asserted" else "possible"
    if lemma in word_set("plans"):
        return "possible"
    return "aimed"


def _of_gerund(preposition: Token, depth: int) -> Modality:
    """As in "by approving", "in drawing up"; "before approving" and "instead of approving" have not happened."""
    if preposition.lower_ in ("without", "before", "for", "towards", "of", "against", "instead", "from"):
        return "possible"
    above = preposition.head
    return _of_verb(above, above, depth + 1) if above.pos_ in ("VERB", "AUX") else "asserted"
