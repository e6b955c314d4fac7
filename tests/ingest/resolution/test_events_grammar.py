"""The grammar of events: what names one, whose it is, when and where it was."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.ingest.model.mention import Mention
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import read_report
from netgov.ingest.readers.files import source_from_text
from tests.ingest.conftest import Read, keys


def events_in(nlp: Language, text: str) -> list[tuple[Mention, str]]:
    """The mentions of events with what they cover."""
    doc = read_report(make_report(source_from_text(text, "note.txt")), nlp)
    found = [item for item in doc._.entities if item.label == "Event"]
    return [(item, doc._.report.text[item.start : item.end]) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The second meeting of SG5 of ITU-T took place.", {"ITU-T SG5 meeting 2"}, id="of"),
        pytest.param("TSAG’s third meeting took place.", {"TSAG meeting 3"}, id="possessive"),
        pytest.param("TSAG held its twenty-first meeting.", {"TSAG meeting 21"}, id="its"),
        pytest.param("The FG-AI4H workshop 8 was lively.", {"FG-AI4H workshop 8"}, id="number behind"),
        pytest.param(
            "THIRD MEETING OF STUDY GROUP 2: NAIROBI, 30 MAY - 3 JUNE 1999", {"ITU-T SG2 meeting 3"}, id="capitals"
        ),
        pytest.param("The TSAG meeting of 2-6 May 2022 went well.", {"TSAG meeting (2022-05-02)"}, id="date behind"),
        pytest.param("At its June 2021 meeting SG5 agreed.", {"ITU-T SG5 meeting (2021-06)"}, id="body behind"),
        pytest.param(
            "SG5 held its third and fourth meetings on 4 May 2020 and 6 June 2021, respectively.",
            {"ITU-T SG5 meeting 3", "ITU-T SG5 meeting 4"},
            id="two numbers",
        ),
        pytest.param(
            "Joint meetings of ITU-T SG2 and ITU-T SG3 were held in Lima from 4 to 8 May 2015.",
            {"ITU-T SG2 meeting (2015-05-04)", "ITU-T SG3 meeting (2015-05-04)"},
            id="of two bodies",
        ),
        pytest.param(
            "Its fifth meeting was held in Lima, its sixth in Oslo. TSAG met on 5 May 2020.",
            {"TSAG meeting (2020-05-05)"},
            id="nobody's",
        ),
        pytest.param("ITU-T SG3 met in Bern, 4-6 May 2020.", {"ITU-T SG3 meeting (2020-05-04)"}, id="met"),
        pytest.param(
            "SG2 met on 3 May 2021 and SG3 on 7 May 2021.",
            {"ITU-T SG2 meeting (2021-05-03)", "ITU-T SG3 meeting (2021-05-07)"},
            id="verb left out",
        ),
        pytest.param("ITU-T SG3 met the requirements on 4 May 2020.", set(), id="met something"),
        pytest.param(
            "The fourth meeting of the Kettle Safety Board (KSB) took place.", {"KSB meeting 4"}, id="unlisted"
        ),
        pytest.param(
            "The Pacific Kettle Panel met on 3 May 2021.", {"Pacific Kettle Panel meeting (2021-05-03)"}, id="by name"
        ),
        pytest.param(
            "The 2nd Kettle Summit (KS-2) was held in Apia, Samoa, back to back with WTDC-17.",
            {"KS-2", "WTDC-17"},
            id="a code of its own",
        ),
        pytest.param("The ninth session of UNCTAD was long.", {"UNCTAD session 9"}, id="session"),
        pytest.param(
            "The meeting on kettles at sea was held in Rome on 4 May 2019.", {"Meeting on kettles at sea (2019-05-04)"},
            id="meeting with a subject",
        ),
        pytest.param(
            "A workshop on teapots took place on 4 May 2019.", {"teapots (2019-05-04)"}, id="title in small letters"
        ),
        pytest.param(
            "In 2018 BDT held two workshops on Kettles: Apia, Samoa (3-4 May), and Suva, Fiji (5 June).",
            {"Kettles (2018-05-03)", "Kettles (2018-06-05)"},
            id="a series",
        ),
        pytest.param("The course of events in May 2019 was long.", set(), id="course of events"),
        pytest.param("Last week, on 3 May 2019, a call was closed.", set(), id="weak nouns"),
        pytest.param("Some delegates requested an additional meeting on 5 May 2019.", set(), id="only wished"),
    ],
)  # fmt: skip
def test_what_names_an_event(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Event") == expected


def test_a_noun_covers_the_naming_without_its_determiner(nlp: Language) -> None:
    text = "The third meeting of the Kettle Safety Board (KSB) (Lima, Peru, 3-5 May 2019) was short."
    ((mention, printed),) = events_in(nlp, text)
    assert printed == "third meeting of the Kettle Safety Board (KSB)"
    assert text[: mention.reach].endswith("3-5 May 2019)")


def test_a_verb_says_that_it_is_one(nlp: Language) -> None:
    ((mention, printed),) = events_in(nlp, "TSAG met in Oslo on 5 May 2020.")
    assert printed == "met"
    assert mention.event is not None and mention.event.told_by_verb


def test_the_group_inside_stays_a_mention(read: Read) -> None:
    assert "TSAG" in keys(read("The third meeting of TSAG took place."), "Group")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The TSAG meeting of 2-6 May 2022 discussed the market in Cuba.", ()),
        ("The 9th meeting of TSAG (2-6 May 2022) received papers from Kenya.", ()),
        ("TSAG met on 4 May 2022 under Ms Ada Quell (Norway).", ()),
        ("The 9th meeting of TSAG was held at ITU headquarters, Geneva, on 4 May 2022.", ("Geneva, CH",)),
        ("TSAG met in Oslo, Norway, on 4 May 2022.", ("Oslo, NO",)),
        ("TSAG met in Malaysia on 4 May 2022.", ("MY",)),
        ("The 9th meeting of TSAG was not held in Oslo.", ("Oslo, NO",)),
    ],
)
def test_a_place_belongs_to_its_event(nlp: Language, text: str, places: tuple[str, ...]) -> None:
    ((mention, _),) = events_in(nlp, text)
    denied = "not" in text
    assert mention.event is not None
    assert tuple(key for _, key in mention.event.places) == (() if denied else places)


@pytest.mark.parametrize(
    ("text", "is_planned"),
    [
        ("TSAG will hold its ninth meeting in Oslo.", True),
        ("The ninth meeting of TSAG is scheduled to take place in Oslo in May 2031.", True),
        ("TSAG held its ninth meeting, as planned, in Oslo.", False),
        ("TSAG met on 4 May 2020 and agreed that it will go on.", False),
    ],
)
def test_what_is_yet_to_come(nlp: Language, text: str, is_planned: bool) -> None:
    ((mention, _),) = events_in(nlp, text)
    assert mention.event is not None
    assert mention.event.planned is is_planned


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("The meeting was long.", 2, id="the meeting"),
        pytest.param("The event was long.", 2, id="the event"),
        pytest.param("The workshop was long.", 1, id="another kind"),
        pytest.param("The next meeting will be long.", 1, id="the next"),
        pytest.param("A meeting is long.", 1, id="any"),
    ],
)
def test_short_forms_mean_the_event_before(nlp: Language, text: str, count: int) -> None:
    found = events_in(nlp, f"TSAG met in Oslo on 4 May 2020. {text}")
    assert [item.key for item, _ in found] == ["TSAG meeting (2020-05-04)"] * count


def test_the_meeting_in_a_city_is_the_one_there(nlp: Language) -> None:
    text = "TSAG met in Oslo on 4 May 2020, and in Lima on 6 June 2021. The meeting in Oslo was long."
    assert events_in(nlp, text)[-1][0].key == "TSAG meeting (2020-05-04)"


def test_a_heading_that_only_counts_means_the_meeting_that_the_text_names(read: Read) -> None:
    found = read("REPORT OF THE SEVENTH MEETING\n1\tThe seventh meeting of CWG-COP was held on 4 May 2020.")
    assert keys(found, "Event") == {"CWG-COP meeting 7"}
