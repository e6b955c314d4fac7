"""spaCy component: which subjects of the controlled list a report speaks of → doc._.topics."""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from netgov.ingest.lexicon.gazetteer import is_one_word, read_table


class Topics:
    """Finds the words of data/topics.csv; of those that overlap the longest."""

    def __init__(self, nlp: Language) -> None:
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        for row in read_table("topics"):
            for name in dict.fromkeys([row["key"], *filter(None, row["aliases"].split("|"))]):
                matcher = self._exact if is_one_word(name) else self._folded
                matcher.add(row["key"], [nlp.make_doc(name)])

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.topics: (offset in the report's text, key of the topic), in the order of the text."""
        found: list[tuple[int, str]] = []
        matches = [*self._exact(doc), *self._folded(doc)]
        reached = 0
        for identity, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if start >= reached:
                found.append((doc[start].idx, doc.vocab.strings[identity]))
                reached = end
        doc._.topics = tuple(found)
        return doc


@Language.factory("netgov_topics", assigns=["doc._.topics"])
def make_topics(nlp: Language, name: str) -> Topics:
    """The component, for `nlp.add_pipe("netgov_topics")`."""
    del name  # the signature is spaCy's
    return Topics(nlp)
