"""Why a name is taken for a node, and which others it could have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.gazetteer import GazetteerMatcher, load_gazetteer
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Name
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import read_report
from netgov.ingest.readers.files import source_from_text

_SECTOR = re.compile(r"ITU-[TDR]")


@dataclass(frozen=True)
class Explanation:
    """A stretch of text, the node that it could name, whether it was taken for that, and why."""

    text: str
    label: str
    key: str
    taken: bool
    why: str


def explain(text: str, nlp: Language) -> list[Explanation]:
    """Every candidate in a text, in its order; of one stretch what was taken comes first."""
    report = make_report(source_from_text(text, "text"))
    doc = read_report(report, nlp)
    taken = [(item.start, _taken(item, report.text)) for item in doc._.entities]
    rejected = [(start, found) for start, found in _rejected(doc, nlp)]
    return [found for _, found in sorted([*taken, *rejected], key=lambda pair: (pair[0], not pair[1].taken))]


def _taken(item: Mention, text: str) -> Explanation:
    printed = text[item.start : item.end]
    return Explanation(printed, item.label, item.key, True, _reason(item, printed))


def _reason(item: Mention, printed: str) -> str:
    entry = load_gazetteer().find(item.ref)
    if item.label in ("StudyGroup", "Question"):
        sector = str(item.known["sector"])
        return (
            "the sector is printed"
            if _SECTOR.search(printed)
            else f"no sector is printed; the text so far says {sector}"
        )
    if item.label in ("Resolution", "Edition"):
        return _body_reason(item)
    if entry and item.fields.get("weak"):
        return "a name that only its context makes sure, and the context does"
    if entry:
        return f"a name of {entry.known.get('name', entry.key)} in the gazetteers"
    return f"spelled like a {item.label}"


def _body_reason(item: Mention) -> str:
    fields = item.fields
    if fields.get("mark"):
        return "the edition that is printed with the resolution"
    body = str(item.known["body"])
    if fields.get("after"):
        return f"“{fields['after']}” follows, which is {body}"
    if fields.get("editions"):
        return f"its edition, {fields['editions'][0]}, is one of {body}"
    return f"the words before it, its number or earlier text say {body}"


def _rejected(doc: Doc, nlp: Language) -> Iterator[tuple[int, Explanation]]:
    """Names of the gazetteers that occur in the text but were not taken."""
    text = doc._.report.text
    taken = {(item.start, item.ref) for item in doc._.entities}
    for candidate in GazetteerMatcher(nlp, load_gazetteer())(doc):
        ref = (candidate.label, str(candidate.fields["key"]))
        if (candidate.start, ref) not in taken:
            printed = text[candidate.start : candidate.end]
            yield candidate.start, Explanation(printed, *ref, False, _objection(candidate, doc._.entities, text))


def _objection(candidate: Name, entities: tuple[Mention, ...], text: str) -> str:
    for item in entities:
        if item.start <= candidate.start and candidate.end <= item.reach:
            same = (item.start, item.end) == (candidate.start, candidate.end)
            return f"taken for {item.key}" if same else f"part of “{text[item.start : item.reach]}”"
    if candidate.fields.get("weak"):
        parent = candidate.fields.get("parent")
        return (
            f"needs {parent} in the sentence before it, or a list of bodies around it"
            if parent
            else ("needs a list of bodies around it")
        )
    return "stands in a quoted title, or the text defines it as something else"
