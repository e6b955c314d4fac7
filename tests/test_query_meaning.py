"""What the named queries mean: symmetry, parts, years, order and gaps, on three small reports and each engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from netgov.graph.answers import Answerer, Coverage
from netgov.graph.model import Ref
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import load_queries
from netgov.graph.store import GraphStore
from tests.sample_graph import Section, report_of

QUERIES = load_queries()
PATIENCE = 60.0
"""Seconds that a query may take: on a busy machine Neo4j plans one of many branches for long, once."""

IETF, ETSI, ITU_T = ("Organization", "IETF"), ("Organization", "ETSI"), ("Organization", "ITU-T")
SFC, TC_INT, WP = ("Group", "IETF SFC"), ("Group", "ETSI TC INT"), ("Group", "ITU-T WP1/13")
JCA, CWG = ("Group", "JCA-IMT2020"), ("Group", "CWG-Internet")
SG11, SG13, SG17 = (("StudyGroup", f"ITU-T SG{number}") for number in (11, 13, 17))
SLICING, AMENDMENT, DRAFT = (("Recommendation", f"ITU-T Y.{rest}") for rest in ("3112", "3112 Amd.1", "qos-ml-arc"))
RESOLUTION, CITED = ("Resolution", "PP Resolution 101"), ("Resolution", "WTSA Resolution 69")
OLD, NEW = (("Edition", f"PP Resolution 101 (Rev. {rest})") for rest in ("Antalya, 2006", "Busan, 2014"))
MEETING, FORUM = ("Event", "CWG-Internet meeting 10"), ("Event", "IGF 2019")
GENEVA, BERLIN, GERMANY = ("Place", "Geneva, CH"), ("Place", "Berlin, DE"), ("Country", "DE")
PERSON, BRAZIL = ("Person", "Doreen Bogdan-Martin"), ("Country", "BR")

EARLY: tuple[Section, ...] = (
    (
        "1",
        "Work of 2016 and 2017.",
        (
            ("REPORTS_ON", ("Document", "EARLY"), RESOLUTION, {}),
            ("LIAISED_WITH", SG13, SFC, {"topic": "chains", "date": "2016-09"}),
            ("LIAISED_WITH", IETF, SG17, {"topic": "keys"}),
            ("COLLABORATES_WITH", SG13, ETSI, {"topic": "tests"}),
            ("COLLABORATES_WITH", TC_INT, ETSI, {"topic": "within"}),
            ("COLLABORATES_WITH", TC_INT, SG11, {}),
            ("PART_OF", SFC, IETF, {}),
            ("PART_OF", WP, SG13, {}),
            ("PART_OF", SG13, ITU_T, {}),
            ("STARTED", SG13, SLICING, {}),
            ("STARTED", SG13, DRAFT, {}),
            ("CONSENTED", WP, SLICING, {"status": "under approval"}),
            ("EDITION_OF", OLD, RESOLUTION, {}),
        ),
    ),
)
LATE: tuple[Section, ...] = (
    (
        "1",
        "Work of 2020.",
        (
            ("REPORTS_ON", ("Document", "LATE"), RESOLUTION, {}),
            ("LIAISED_WITH", SG13, IETF, {"topic": "slices"}),
            ("COLLABORATES_WITH", ETSI, SG13, {"topic": "other tests"}),
            ("COLLABORATES_WITH", SG11, SG13, {}),
            ("PART_OF", SFC, IETF, {}),
            ("APPROVED", SG13, SLICING, {}),
            ("CONSENTED", SG13, AMENDMENT, {}),
            ("AMENDS", AMENDMENT, SLICING, {}),
            ("ASSISTED", ITU_T, BRAZIL, {"topic": "IPv6"}),
            ("EDITION_OF", OLD, RESOLUTION, {}),
            ("EDITION_OF", NEW, RESOLUTION, {}),
            ("REFERENCES", RESOLUTION, CITED, {"clause": "recalling a"}),
            ("DIRECTS", RESOLUTION, SG13, {"verb": "instructs", "clause": "instructs 1"}),
            ("DIRECTS", RESOLUTION, ITU_T, {"verb": "invites", "clause": "invites 1"}),
        ),
    ),
)
UNDATED: tuple[Section, ...] = (
    (
        "1",
        "Whom one meets.",
        (
            ("LIAISED_WITH", SG13, IETF, {"topic": "slices"}),
            ("STARTED", SG13, SLICING, {"revision": True, "date": "2021"}),
            ("MEMBER_OF", ETSI, JCA, {"status": "observer"}),
            ("ORGANIZED", CWG, MEETING, {}),
            ("ORGANIZED", CWG, FORUM, {"status": "planned"}),
            ("HELD_IN", MEETING, GENEVA, {}),
            ("HELD_IN", FORUM, BERLIN, {}),
            ("HELD_IN", FORUM, GERMANY, {}),
            ("PARTICIPATED_IN", PERSON, FORUM, {}),
            ("HOLDS_ROLE", PERSON, ITU_T, {"role": "Director"}),
            ("CONTRIBUTED_TO", IETF, MEETING, {"symbol": "CWG-Internet-10/3"}),
            ("CONTRIBUTED_TO", ETSI, CWG, {}),
        ),
    ),
)
KNOWN: dict[Ref, dict[str, Any]] = {
    SFC: {"parent": "IETF"},
    TC_INT: {"parent": "ETSI"},
    WP: {"parent": "ITU-T SG13"},
    OLD: {"year": 2006},
    NEW: {"year": 2014},
    MEETING: {"kind": "meeting"},
    FORUM: {"kind": "forum", "start_date": "2018-12-30", "end_date": "2019-01-02"},
}
REPORTS = (
    report_of("EARLY", {"period_start": "2016-07", "period_end": "2017-06"}, EARLY, KNOWN),
    report_of("LATE", {"date": "2020-03-01"}, LATE, KNOWN),
    report_of("UNDATED", {}, UNDATED, KNOWN),
)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The three reports on each engine; no test of this module changes them."""
    engine = request.getfixturevalue(request.param)
    engine.wipe()
    with GraphStore.open(engine.settings) as store:
        store.apply_schema()
        for batch, ingestion in REPORTS:
            store.replace_document(batch, ingestion)
        yield store


def ask(graph: GraphStore, name: str, columns: str, **values: object) -> list[tuple[Any, ...]]:
    """The named columns of a query's answer."""
    rows = graph.read(QUERIES[name].cypher, QUERIES[name].bind(values), timeout=PATIENCE)
    return [tuple(row[rows.columns.index(column)] for column in columns.split()) for row in rows.rows]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (None, ["slices", "slices", "chains", "keys"]),
        (2016, ["chains", "keys"]),
        (2017, ["keys"]),
        (2019, []),
        (2020, ["slices"]),
    ],
)
def test_a_date_decides_else_the_period_else_the_date_of_the_document(
    graph: GraphStore, year: int | None, expected: list[str]
) -> None:
    assert [topic for (topic,) in ask(graph, "liaisons", "topic", **{"with": "IETF", "year": year})] == expected


def test_collaborations_count_either_side_and_the_parts(graph: GraphStore) -> None:
    assert ask(graph, "collaborations", "body partner topic date", **{"with": "ETSI"}) == [
        ("ETSI TC INT", "ETSI", "within", "2017-06"),
        ("ITU-T SG11", "ETSI TC INT", None, "2017-06"),
        ("ITU-T SG13", "ETSI", "tests", "2017-06"),
        ("ITU-T SG13", "ETSI", "other tests", "2020-03-01"),
    ]
    assert ask(graph, "collaborations", "topic", **{"with": "ETSI", "year": 2020}) == [("other tests",)]


def test_the_matrix_counts_groups_for_their_organization(graph: GraphStore) -> None:
    columns = "body organization year statements documents"
    assert ask(graph, "liaison_matrix", columns) == [
        ("ITU-T SG13", "IETF", 2016, 1, ["EARLY"]),
        ("ITU-T SG13", "IETF", 2020, 1, ["LATE"]),
        ("ITU-T SG13", "IETF", None, 1, ["UNDATED"]),
        ("ITU-T SG17", "IETF", 2017, 1, ["EARLY"]),
    ]
    assert ask(graph, "liaison_matrix", "body year", year=2017) == [("ITU-T SG17", 2017)]
    assert ask(graph, "liaison_matrix", "year", body="ITU-T SG17") == [(2017,)]


def test_the_timeline_is_in_the_order_of_years(graph: GraphStore) -> None:
    columns = "year statements bodies partners topics documents"
    assert ask(graph, "liaison_timeline", columns, **{"with": "IETF"}) == [
        (2016, 1, ["ITU-T SG13"], ["IETF SFC"], ["chains"], ["EARLY"]),
        (2017, 1, ["ITU-T SG17"], ["IETF"], ["keys"], ["EARLY"]),
        (2020, 1, ["ITU-T SG13"], ["IETF"], ["slices"], ["LATE"]),
        (None, 1, ["ITU-T SG13"], ["IETF"], ["slices"], ["UNDATED"]),
    ]
    assert ask(graph, "liaison_timeline", "year", **{"with": "IETF", "body": "ITU-T SG17"}) == [(2017,)]


def test_ties_count_each_partner_once(graph: GraphStore) -> None:
    assert ask(graph, "ties", "body partners liaisons collaborations", label="Organization") == [
        ("ETSI", 2, 0, 3),
        ("IETF", 2, 3, 0),
    ]
    assert ask(graph, "ties", "body partners")[0] == ("ITU-T SG13", 4)


def test_bridges_leave_out_study_groups_with_ties_of_their_own(graph: GraphStore) -> None:
    assert ask(graph, "bridges", "body pairs study_groups") == [("IETF", 1, ["ITU-T SG13", "ITU-T SG17"])]


def test_bridges_need_no_tie_among_study_groups(store: GraphStore) -> None:
    facts = (("LIAISED_WITH", SG11, IETF, {}), ("LIAISED_WITH", IETF, SG13, {}))
    store.replace_document(*report_of("ONE", {}, (("1", "Both liaise with IETF.", facts),)))
    assert ask(store, "bridges", "body pairs") == [("IETF", 1)]


def test_work_is_in_progress_until_it_is_approved_and_again_when_revised(graph: GraphStore) -> None:
    columns = "text type body revised date"
    started = ("ITU-T Y.qos-ml-arc", "STARTED", "ITU-T SG13", None, "2017-06")
    revised = ("ITU-T Y.3112", "STARTED", "ITU-T SG13", True, "2021")
    amended = ("ITU-T Y.3112 Amd.1", "CONSENTED", "ITU-T SG13", None, "2020-03-01")
    assert ask(graph, "work_in_progress", columns, body="ITU-T SG13") == [revised, amended, started]
    assert ask(graph, "work_in_progress", columns, body="ITU-T") == [revised, amended, started]
    assert ask(graph, "work_in_progress", columns, body="ITU-T WP1/13") == []


def test_the_history_of_a_recommendation_runs_across_documents(graph: GraphStore) -> None:
    assert ask(graph, "recommendation_history", "type source target date", recommendation="ITU-T Y.3112") == [
        ("STARTED", "ITU-T SG13", "ITU-T Y.3112", "2017-06"),
        ("CONSENTED", "ITU-T WP1/13", "ITU-T Y.3112", "2017-06"),
        ("CONSENTED", "ITU-T SG13", "ITU-T Y.3112 Amd.1", "2020-03-01"),
        ("APPROVED", "ITU-T SG13", "ITU-T Y.3112", "2020-03-01"),
        ("AMENDS", "ITU-T Y.3112 Amd.1", "ITU-T Y.3112", "2020-03-01"),
        ("STARTED", "ITU-T SG13", "ITU-T Y.3112", "2021"),
    ]


def test_the_lineage_gives_to_an_edition_what_its_text_says(graph: GraphStore) -> None:
    columns = "edition year type target document"
    assert ask(graph, "resolution_lineage", columns, resolution="PP Resolution 101") == [
        (OLD[1], 2006, "EDITION_OF", None, "EARLY"),
        (NEW[1], 2014, "EDITION_OF", None, "LATE"),
        (NEW[1], 2014, "REFERENCES", "WTSA Resolution 69", "LATE"),
        (NEW[1], 2014, "DIRECTS", "ITU-T", "LATE"),
        (NEW[1], 2014, "DIRECTS", "ITU-T SG13", "LATE"),
    ]


def test_directives_narrow_to_a_body(graph: GraphStore) -> None:
    values = {"resolution": "PP Resolution 101", "body": "ITU-T SG13"}
    assert ask(graph, "resolution_directives", "body verb clause", **values) == [
        ("ITU-T SG13", "instructs", "instructs 1")
    ]


def test_the_implementation_is_what_reports_on_a_resolution_say_was_done(graph: GraphStore) -> None:
    found = ask(graph, "resolution_implementation", "date type source target", resolution="PP Resolution 101")
    assert found[0] == ("2016-09", "LIAISED_WITH", "ITU-T SG13", "IETF SFC")
    assert ("2020-03-01", "ASSISTED", "ITU-T", "BR") in found
    assert found == sorted(found, key=lambda row: row[0])
    assert {name for _, name, _, _ in found}.isdisjoint({"MEMBER_OF", "REPORTS_ON", "DIRECTS", "PART_OF"})
    in_2020 = ask(graph, "resolution_implementation", "document", resolution="PP Resolution 101", year=2020)
    assert in_2020 == [("LATE",)] * 6


def test_what_is_new_does_not_count_who_is_named_first(graph: GraphStore) -> None:
    assert ask(graph, "document_changes", "type source target", document="LATE", against="EARLY") == [
        ("APPROVED", "ITU-T SG13", "ITU-T Y.3112"),
        ("ASSISTED", "ITU-T", "BR"),
        ("COLLABORATES_WITH", "ITU-T SG11", "ITU-T SG13"),
        ("CONSENTED", "ITU-T SG13", "ITU-T Y.3112 Amd.1"),
        ("DIRECTS", "PP Resolution 101", "ITU-T"),
        ("DIRECTS", "PP Resolution 101", "ITU-T SG13"),
        ("LIAISED_WITH", "ITU-T SG13", "IETF"),
        ("REFERENCES", "PP Resolution 101", "WTSA Resolution 69"),
    ]
    assert ask(graph, "document_changes", "type", document="LATE", against="LATE") == []


@pytest.mark.parametrize(
    ("year", "expected"),
    [(None, ["IGF 2019", "CWG-Internet meeting 10"]), (2018, ["IGF 2019"]), (2019, ["IGF 2019"]), (2020, [])],
)
def test_events_are_in_the_order_of_time(graph: GraphStore, year: int | None, expected: list[str]) -> None:
    assert [event for (event,) in ask(graph, "events", "event", year=year)] == expected
    assert [event for (event,) in ask(graph, "events_by_organizer", "event", organizer="CWG-Internet", year=year)] == (
        expected
    )


def test_events_gather_places_organizers_and_documents(graph: GraphStore) -> None:
    assert ask(graph, "events", "event places organizers documents", kind="forum") == [
        ("IGF 2019", ["Berlin, DE", "DE"], ["CWG-Internet"], ["UNDATED"])
    ]


def test_a_country_has_the_events_of_its_cities(graph: GraphStore) -> None:
    assert ask(graph, "events_by_place", "event place", place="DE") == [("IGF 2019", "Berlin, DE"), ("IGF 2019", "DE")]
    assert ask(graph, "events_by_place", "event place", place="CH") == [("CWG-Internet meeting 10", "Geneva, CH")]
    assert ask(graph, "events_by_place", "place", place="Berlin, DE", year=2019) == [("Berlin, DE",)]


def test_persons_have_events_and_roles(graph: GraphStore) -> None:
    assert ask(graph, "events_by_participant", "event document", participant=PERSON[1]) == [("IGF 2019", "UNDATED")]
    assert ask(graph, "roles", "role body", person=PERSON[1]) == [("Director", "ITU-T")]


def test_a_group_has_the_contributions_to_its_meetings(graph: GraphStore) -> None:
    columns = "body target symbol"
    meeting = ("IETF", "CWG-Internet meeting 10", "CWG-Internet-10/3")
    assert ask(graph, "contributions", columns, to="CWG-Internet") == [("ETSI", "CWG-Internet", None), meeting]
    assert ask(graph, "contributions", columns, to="CWG-Internet meeting 10") == [meeting]


def test_members_have_a_status(graph: GraphStore) -> None:
    assert ask(graph, "members", "member status", group="JCA-IMT2020") == [("ETSI", "observer")]


def test_the_shortest_path_has_the_sentences_along_it(graph: GraphStore) -> None:
    columns = "step type source target document quote"
    path = [
        (1, "ASSISTED", "ITU-T", "BR", "LATE", "Work of 2020."),
        (2, "PART_OF", "ITU-T SG13", "ITU-T", "EARLY", "Work of 2016 and 2017."),
        (3, "LIAISED_WITH", "ITU-T SG13", "IETF SFC", "EARLY", "Work of 2016 and 2017."),
    ]
    assert ask(graph, "shortest_path", columns, **{"from": "BR", "to": "IETF SFC"}) == path
    assert ask(graph, "shortest_path", columns, **{"from": "BR", "to": "BR"}) == []


def test_a_path_does_not_run_along_mentions(graph: GraphStore) -> None:
    """CWG-Internet and ETSI are mentioned in one passage, but a contribution is what connects them."""
    found = ask(graph, "shortest_path", "type", **{"from": "CWG-Internet", "to": "ETSI"})
    assert found == [("CONTRIBUTED_TO",)]
    types = QUERIES["shortest_path"].cypher.replace("\n", "").replace(" ", "")
    assert f"-[:{'|'.join(sorted(ONTOLOGY.statements))}*..6]-" in types


def test_coverage_shows_gaps_and_what_has_no_date(graph: GraphStore) -> None:
    columns = "year gap number documents"
    later = [(2018, True, 0, []), (2019, True, 0, []), (2020, False, 1, ["LATE"]), (None, False, 1, ["UNDATED"])]
    early = [(2016, False, 1, ["EARLY"]), (2017, False, 1, ["EARLY"])]
    assert ask(graph, "coverage", columns) == [*early, *later]
    assert ask(graph, "coverage", columns, since=2018) == later


def test_nothing_covers_nothing(store: GraphStore) -> None:
    assert ask(store, "coverage", "year") == []


def test_what_is_searched_follows_the_graph(store: GraphStore) -> None:
    answerer, query = Answerer(store), QUERIES["coverage"]
    assert answerer.ask(query, {}, limit=10).searched == Coverage(0, 0, None, None)
    for batch, ingestion in REPORTS:
        store.replace_document(batch, ingestion)
    assert answerer.ask(query, {}, limit=10).searched == Coverage(3, 1, "2016-07", "2020-03-01")
    store.delete_document("EARLY")
    assert answerer.ask(query, {}, limit=10).searched == Coverage(2, 1, "2020-03-01", "2020-03-01")
