"""What the first lines of a report say about it."""

from __future__ import annotations

import pytest

from netgov.ingest.outline.report import make_report
from netgov.ingest.readers.files import source_from_text


@pytest.mark.parametrize(
    ("text", "key", "properties"),
    [
        (
            "CWG-Child/7/3\n\nREPORT OF THE SECRETARIAT\n(digest)\n4 May 2011\nText.",
            "CWG-Child/7/3",
            {"date": "2011-05-04"},
        ),
        ("Document C19/41\nSome text.", "C19/41", {"symbol": "C19/41"}),
        ("RESOLUTION 12 (Doha, 2006)\nOn cables\nText.", "note", {"title": "On cables"}),
        ("REPORT ON THE STATE\nOF ALL CABLES\nText.", "note", {"title": "Report on the state of all cables"}),
        (
            "REPORT OF ITU-T SG15 ON THE IETF\nGENEVA, SWITZERLAND\nText.",
            "note",
            {"title": "Report of ITU-T SG15 on the IETF Geneva, Switzerland"},
        ),
        (
            "Handbook on quality (10/2016)\nIt opens.",
            "note",
            {"title": "Handbook on quality (10/2016)", "date": "2016-10"},
        ),
        ("Note on cables\nGeneva, 15 July 2022\nIt opens.", "note", {"title": "Note on cables", "date": "2022-07-15"}),
        ("Document C19/41-E\tEnglish only\nNote on cables\nIt opens.", "C19/41-E", {"title": "Note on cables"}),
        ("Nothing but text.", "note", {}),
    ],
)
def test_the_front_says_what_the_document_is(text: str, key: str, properties: dict[str, str]) -> None:
    report = make_report(source_from_text(text, "note.txt"))
    assert report.key == key
    assert properties.items() <= report.properties.items()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("This report describes ITU’s activities since February 2017.", "2017-02", ""),
        ("This report covers the period from June 2012 to May 2013.", "2012-06", "2013-05"),
        ("A summary of the work done between January and December 2018.", "2018-01", "2018-12"),
        ("Reporting period: 2018-2021", "2018", "2021"),
        ("The reporting period from Council 2019 till date.", "2019-06-10", ""),
        ("Activities of the Group from 3 March 2020 to 31 May 2021", "2020-03-03", "2021-05-31"),
        ("This report covers the period from May 2013 to June 2012.", "2013-05", ""),
        ("This document is about the years since the last Council.", "", ""),
        ("The workshop was held from 3 to 5 May 2017. A report is expected.", "", ""),
    ],
)
def test_the_introduction_says_what_period_is_reported_on(text: str, start: str, end: str) -> None:
    found = make_report(source_from_text(text, "note.txt")).properties
    assert (found.get("period_start", ""), found.get("period_end", "")) == (start, end)
