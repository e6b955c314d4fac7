"""Small reports with their outline given by marks, for the tests of layouts.

`# ` opens a heading, `! ` the header row of a table, `> ` a lead-in of the rows and bullets below it, `- ` a bullet; a
line with tabs is a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language

from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence, Setting
from netgov.ingest.model.outline import Passage, Report
from netgov.ingest.pipeline import read_report

Layout = Callable[[MarkedReport], Iterator[Claim]]
KINDS = {"#": "heading", "!": "row", ">": "paragraph", "-": "bullet"}


def mark(text: str, nlp: Language, setting: Setting | None = None) -> MarkedReport:
    """A report with what the pipeline finds in it."""
    report = Report("note", tuple(_passages(text.splitlines())), {})
    doc = read_report(report, nlp)
    mentions = doc._.entities
    sentences = tuple(
        Sentence(start, end, report.text[start:end], report.passage_at(start), within(mentions, start, end))
        for start, end in doc._.sentences
    )
    return MarkedReport(report, sentences, mentions, setting or Setting())


def within(mentions: tuple, start: int, end: int) -> tuple:  # type: ignore[type-arg]
    return tuple(item for item in mentions if start <= item.start < end)


def _passages(lines: list[str]) -> Iterator[Passage]:
    above: tuple[int, ...] = ()
    intro = header = None
    for ordinal, line in enumerate(lines):
        mark_, _, rest = line.partition(" ")
        kind = KINDS.get(mark_, "")
        text = rest if kind else line
        if mark_ == "#":
            above, intro, header = (), None, None
        if mark_ == ">":
            intro = header = None
        if mark_ == "!":
            header = ordinal
        is_row = "\t" in text
        stands_under = is_row or mark_ == "-"
        yield Passage(
            ordinal,
            text,
            kind=kind or ("row" if is_row else "paragraph"),
            intro=intro if stands_under else None,
            above=above,
            header=header if is_row else None,
        )
        above = (*above, ordinal) if mark_ == "#" else above
        intro = ordinal if mark_ == ">" else intro


def claims(layout: Layout, marked: MarkedReport, *own: str) -> set[tuple[object, ...]]:
    """(source key, type, target key) of each claim, with its properties in `own`."""
    return {
        (claim.source[1], claim.type, claim.target[1], *(claim.own.get(name, "") for name in own))
        for claim in layout(marked)
    }
