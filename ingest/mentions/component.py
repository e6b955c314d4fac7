"""spaCy component: what a report may be naming, from the gazetteers and the grammar → doc._.candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.gazetteer import GazetteerMatcher, load_gazetteer
from netgov.ingest.mentions.company import join_full_names, settle
from netgov.ingest.mentions.groups import find_groups
from netgov.ingest.mentions.identifiers import find_identifiers
from netgov.ingest.mentions.names import find_demonyms, find_names, find_persons, find_plans
from netgov.ingest.mentions.quoted import find_quoted
from netgov.ingest.mentions.resolutions import find_resolutions
from netgov.ingest.mentions.shapes import find_shaped
from netgov.ingest.mentions.symbols import find_contributors
from netgov.ingest.mentions.titles import find_named_texts, find_titles
from netgov.ingest.model.names import Name

_QUOTED = re.compile(r"(?:[“\"„]|(?<=\s)”)[^“”\"„\n]{3,300}[”\"]")


class Mentions:
    """Finds candidates; of those that overlap the longest stays, and a quoted title holds no names of its own."""

    def __init__(self, nlp: Language) -> None:
        self.gazetteer = load_gazetteer()
        self.matcher = GazetteerMatcher(nlp, self.gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.candidates."""
        text = doc._.report.text
        grammar = [
            *find_identifiers(text),
            *find_resolutions(text),
            *find_groups(text, self.gazetteer),
            *find_titles(text),
            *find_quoted(text),
        ]
        named = [*self.matcher(doc), *find_names(text), *find_persons(text), *find_plans(text), *find_demonyms(text)]
        named += [*find_named_texts(text), *find_contributors(text), *find_shaped(text, self.gazetteer)]
        doc._.candidates = tuple(settle(join_full_names(_choose(grammar, named, text), text), text))
        return doc


@Language.factory("netgov_mentions", assigns=["doc._.candidates"])
def make_mentions(nlp: Language, name: str) -> Mentions:
    """The component, for `nlp.add_pipe("netgov_mentions")`."""
    del name  # the signature is spaCy's
    return Mentions(nlp)


def _choose(grammar: Iterable[Name], named: Iterable[Name], text: str) -> tuple[Name, ...]:
    """The first to start, of these the longest; what one stretch of text names together ("Y.4903/L.1603") all stays."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    within = (item for item in (*grammar, *named) if "\n" not in text[item.start : item.end])
    ordered = sorted(within, key=lambda item: (item.start, -item.length))
    kept: list[Name] = []
    for item in ordered:
        if kept and item.start < kept[-1].end:
            twin = (item.start, item.end, item.label) == (kept[-1].start, kept[-1].end, kept[-1].label)
            if twin and item.fields.get("name") and item not in kept[-2:]:
                kept.append(item)
            elif item.length > kept[-1].length and item.label != "Country":
                kept[-1] = item
            continue
        kept.append(item)
    return tuple(_outside(kept, quoted))


def _outside(candidates: list[Name], quoted: list[tuple[int, int]]) -> Iterable[Name]:
    position = 0
    for item in candidates:
        while position < len(quoted) and quoted[position][1] <= item.start:
            position += 1
        if position == len(quoted) or not (quoted[position][0] < item.start and item.end <= quoted[position][1]):
            yield item
