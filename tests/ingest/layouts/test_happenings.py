"""What the naming of an event states by itself."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.ingest.layouts.happenings import read_events
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import read_report
from netgov.ingest.readers.files import source_from_text


def mark(text: str, nlp: Language) -> MarkedReport:
    """A text with its sentences and mentions."""
    doc = read_report(make_report(source_from_text(text, "note.txt")), nlp)
    report, mentions = doc._.report, doc._.entities
    sentences = tuple(
        Sentence(
            start,
            end,
            report.text[start:end],
            report.passage_at(start),
            tuple(item for item in mentions if start <= item.start < end),
        )
        for start, end in doc._.sentences
    )
    return MarkedReport(report, sentences, mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "TSAG met in Oslo, Norway, on 4 May 2020.",
            {
                ("ORGANIZED", "TSAG", "TSAG meeting (2020-05-04)", ""),
                ("HELD_IN", "TSAG meeting (2020-05-04)", "Oslo, NO", ""),
                ("PART_OF", "Oslo, NO", "NO", ""),
            },
            id="met",
        ),
        pytest.param(
            "TSAG will hold its ninth meeting in Lima.",
            {
                ("ORGANIZED", "TSAG", "TSAG meeting 9", "planned"),
                ("HELD_IN", "TSAG meeting 9", "Lima, PE", ""),
            },
            id="planned",
        ),
        pytest.param(
            "An ITU Workshop on “Kettles” was hosted by BDT in Lima on 4 May 2020.",
            {
                ("ORGANIZED", "ITU", "Kettles (2020-05-04)", ""),
                ("HELD_IN", "Kettles (2020-05-04)", "Lima, PE", ""),
            },
            id="of ITU",
        ),
        pytest.param(
            "The third meeting of TSAG was held in Lima, back to back with PP-18 in Dubai.",
            {
                ("ORGANIZED", "TSAG", "TSAG meeting 3", ""),
                ("HELD_IN", "TSAG meeting 3", "Lima, PE", ""),
                ("HELD_IN", "PP-18", "Dubai, AE", ""),
            },
            id="two events",
        ),
        pytest.param("The third meeting of TSAG was cancelled.", set(), id="cancelled"),
        pytest.param("Done at Geneva, 22 December 1992.", set(), id="signed"),
    ],
)
def test_what_a_naming_states(nlp: Language, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    found = {(claim.type, claim.source[1], claim.target[1], claim.status) for claim in read_events(mark(text, nlp))}
    assert found == expected


def test_the_country_of_a_city_is_stated_once(nlp: Language) -> None:
    text = "TSAG met in Oslo, Norway, on 4 May 2020. SG5 met in Oslo, Norway, on 5 May 2020."
    assert [claim.type for claim in read_events(mark(text, nlp))].count("PART_OF") == 1
