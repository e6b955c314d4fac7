"""spaCy component: what a report may be naming, from the gazetteers and the grammar → doc._.candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.gazetteer import GazetteerMatcher, load_gazetteer
from netgov.ingest.lexicon.model import Model, load_model
from netgov.ingest.mentions.company import join_full_names, merge_ambiguous, settle
from netgov.ingest.mentions.groups import find_groups
from netgov.ingest.mentions.heads import (
    find_bodies_of_countries,
    find_demonyms,
    find_headed,
    find_national,
    find_national_forums,
)
from netgov.ingest.mentions.identifiers import find_identifiers
from netgov.ingest.mentions.identifiers.symbols import find_contributors
from netgov.ingest.mentions.persons import find_persons
from netgov.ingest.mentions.titles import find_plain_titles, find_reports_on, find_titles
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_QUOTED = re.compile(r"(?:[“\"„]|(?<=\s)”)[^“”\"„\n]{3,300}[”\"]")


class Mentions:
    """Finds candidates; of those that overlap the longest stays, and a quoted title holds no names of its own."""

    def __init__(self, nlp: Language, model: Model) -> None:
        self.model = model
        self.gazetteer = load_gazetteer()
        self.matcher = GazetteerMatcher(nlp, self.gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.candidates."""
        words = Words(doc._.report.text)
        text = words.text
        grammar = [
            *find_bodies_of_countries(words, self.gazetteer),
            *find_identifiers(text),
            *find_groups(words, self.gazetteer),
            *find_titles(words),
            *find_plain_titles(words),
            *find_reports_on(words),
        ]
        named = [*self.matcher(doc), *find_contributors(text), *find_demonyms(words)]
        named += [*find_headed(words, self.gazetteer), *find_national(words), *find_national_forums(words)]
        named += find_persons(text, doc._.sentences, [*grammar, *named], self.model)
        chosen = _choose(grammar, merge_ambiguous(named, text), text)
        doc._.candidates = tuple(settle(join_full_names(chosen, text), words))
        return doc


@Language.factory(
    "netgov_mentions",
    requires=["doc._.sentences"],
    assigns=["doc._.candidates"],
    default_config={"model": None},
)
def make_mentions(nlp: Language, name: str, model: str | None) -> Mentions:
    """The component, for `nlp.add_pipe("netgov_mentions")`; `model` names a pipeline of spaCy's."""
    del name  # the signature is spaCy's
    return Mentions(nlp, load_model(model))


def _choose(grammar: Iterable[Name], named: Iterable[Name], text: str) -> tuple[Name, ...]:
    """The first to start, of these the longest; what one stretch of text names together ("Y.4903/L.1603") all stays."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    within = (item for item in (*grammar, *named) if "\n" not in text[item.start : item.end])
    ordered = sorted(within, key=lambda item: (item.start, -item.length))
    kept: list[Name] = []
    for item in ordered:
        if kept and item.start < kept[-1].end:
            twin = (item.start, item.end, item.label) == (kept[-1].start, kept[-1].end, kept[-1].label)
            if twin and (item.fields.get("name") or item.fields.get("in_range")) and item not in kept[-2:]:
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
