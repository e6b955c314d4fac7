"""The named queries: what a file may hold, what values they take, and what they answer on each engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.graph.errors import NetgovError, QueryRejected, UnknownName
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.queries import load_queries, parse_query
from netgov.graph.store import GraphStore
from tests.sample_graph import sample_store

QUERIES = load_queries()
FILE = """\
// title: Who is who
// description: Somebody.
// param key: string — a key
// param year: integer = 2017 — a year
// param share: float = 1 — a share
// param draft: boolean = null — a choice
// column name: string — a name
// example: key="A B" year=2018

MATCH (n:Group) WHERE n.key = $key AND n.year = $year AND n.share = $share AND n.draft = $draft
RETURN n.name AS name ORDER BY name LIMIT $limit
"""


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The sample graph on each engine; no test of this module changes it."""
    with sample_store(request.getfixturevalue(request.param)) as store:
        yield store


def ask(graph: GraphStore, name: str, **values: object) -> list[dict[str, Any]]:
    """Rows of a named query."""
    rows = graph.read(QUERIES[name].cypher, QUERIES[name].bind(values))
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def test_a_file_gives_a_query() -> None:
    query = parse_query("who", FILE)
    assert (query.name, query.title, query.description) == ("who", "Who is who", "Somebody.")
    assert [(item.name, item.type, item.required, item.default) for item in query.parameters] == [
        ("key", "string", True, None),
        ("year", "integer", False, 2017),
        ("share", "float", False, 1.0),
        ("draft", "boolean", False, None),
    ]
    assert [(item.name, item.type, item.doc) for item in query.columns] == [("name", "string", "a name")]
    assert query.example == {"key": "A B", "year": 2018}
    assert query.cypher.startswith("MATCH (n:Group)")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("// title: Who is who\n", "", "0 lines 'title'"),
        ("// title: Who is who\n", "// title: One\n// title: Two\n", "2 lines 'title'"),
        ("// description", "// descripton", "Did you mean description"),
        ("// title: Who", "# title: Who", "The header line '# title: Who is who' is not"),
        ("// param year", "// param key", "each thing once"),
        ("// param year", "// param limit", "not 'limit'"),
        ("// param year: integer", "// param year: int", "no parameter type 'int'. Did you mean integer"),
        ("= 2017 —", '= "2017" —', "default of year must be an integer, not '2017'"),
        ("= 2017 —", "= 2017.5 —", "year must be an integer, not 2017.5"),
        ("= 2017 —", "= true —", "year must be an integer, not True"),
        ("string — a key", "string a key", "is not written 'name: TYPE = default — text'"),
        ("key: string", "key: string of Group", "Only a key can be 'of Group'"),
        ("key: string", "key: key of Grup", "no label 'Grup'. Did you mean Group"),
        ("string — a name", "text — a name", "no column type 'text'"),
        ("string — a name", "string", "is not written 'name: TYPE — text'"),
        ("// column name: string — a name\n", "", "each thing once"),
        ("// example", "// column name: string — a name\n// example", "each thing once"),
        ('key="A B" year=2018', "year=2018", "needs the parameter key"),
        ('key="A B" year=2018', "key=A yaer=2018", "Did you mean year"),
        ('key="A B" year=2018', "key=A year=soon", "year must be an integer, not 'soon'"),
        ('key="A B" year=2018', "key", "is not written 'name=value"),
        ('key="A B" year=2018', 'key="A', "No closing quotation"),
        ("n.year = $year", "n.year = 1", "differ in: year"),
        ("n.year = $year", "n.year = $year + $month", "differ in: month"),
        ("n.year = $year", "n.year = 1 // $year\n", "differ in: year"),
        ("n.year = $year", "n.year = 1 /* $year */", "differ in: year"),
        ("n.year = $year", "n.year = '$year'", "differ in: year"),
        ("n.year = $year", "n.`$year` = 1", "differ in: year"),
        (" LIMIT $limit", "", "must end with 'LIMIT $limit'"),
        ("LIMIT $limit", "LIMIT 10", "must end with 'LIMIT $limit'"),
        ("LIMIT $limit", "// LIMIT $limit", "must end with 'LIMIT $limit'"),
        ("RETURN", "SET n.name = 'x' RETURN", "SET is refused"),
        ("RETURN", "detach delete n RETURN", "DETACH is refused"),
        ("RETURN", "/* 'x */ MERGE (m) RETURN", "MERGE is refused"),
        ("RETURN", "// it's\nREMOVE n.name RETURN", "REMOVE is refused"),
        ("RETURN", r"WITH n, 'it\'s' AS x CREATE (m) RETURN", "CREATE is refused"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(old: str, new: str, reason: str) -> None:
    assert old in FILE
    with pytest.raises(QueryRejected, match=re.escape(reason)) as caught:
        parse_query("who", FILE.replace(old, new, 1))
    assert str(caught.value).startswith("queries/who.cypher: ")


@pytest.mark.parametrize(
    "words",
    [
        "n.set = 'CREATE (x) // $nothing'",
        'n.`delete` = "it\'s \\" MERGE $nothing"',
        "n:Remove",
        "true /* DROP INDEX $nothing */",
        "true // SET $nothing",
        "n.offset = 1",
    ],
)
def test_words_that_are_no_clauses_are_let_through(words: str) -> None:
    parse_query("who", FILE.replace("\nRETURN", f" AND {words}\nRETURN"))


def test_a_key_has_the_labels_of_its_nodes() -> None:
    described = (
        ("key of Group|Person — a key", ("Group", "Person"), True, None),
        ("key of Person = null — a key", ("Person",), False, None),
        ('key of Group = "TSAG" — a key', ("Group",), False, "TSAG"),
        ("key — a key", tuple(ONTOLOGY.nodes), True, None),
    )
    for text, *expected in described:
        parameter = parse_query("who", FILE.replace("string — a key", text)).parameters[0]
        assert [parameter.labels, parameter.required, parameter.default] == expected
        assert parameter.type == "key"


def test_values_are_bound_by_type() -> None:
    query = parse_query("who", FILE)
    bound = {"key": "7", "year": 2017, "share": 1.0, "draft": None}
    assert query.bind({"key": "7"}, limit=9) == bound | {"limit": 10}
    given = {"key": "7", "year": "2019", "share": 2, "draft": "true"}
    assert query.bind(given, limit=9) == {"key": "7", "year": 2019, "share": 2.0, "draft": True, "limit": 10}
    assert query.bind({"key": "", "draft": None})["key"] == ""


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "The query who needs the parameter key: a key."),
        ({"key": None}, "key must be a string, not None"),
        ({"key": 7}, "key must be a string, not 7"),
        ({"key": "7", "year": None}, "year must be an integer, not None"),
        ({"key": "7", "year": ""}, "year must be an integer, not ''"),
        ({"key": "7", "year": True}, "year must be an integer, not True"),
        ({"key": "7", "year": 2**63}, "must fit into 64 bits"),
        ({"key": "7", "year": "[2017]"}, "year must be an integer, not [2017]"),
        ({"key": "7", "draft": "yes"}, "draft must be a boolean, not 'yes'"),
        ({"key": "7", "limit": 3}, "There is no parameter 'limit'"),
        ({"kee": "7"}, "Did you mean key"),
    ],
)
def test_a_wrong_value_is_refused(values: dict[str, object], reason: str) -> None:
    with pytest.raises(NetgovError, match=re.escape(reason)):
        parse_query("who", FILE).bind(values)


@given(st.text(), st.text())
def test_any_text_binds_or_is_refused(key: str, year: str) -> None:
    try:
        assert isinstance(parse_query("who", FILE).bind({"key": key, "year": year})["year"], int)
    except QueryRejected as error:
        assert "year" in str(error)


def test_unknown_parameters_name_the_choices() -> None:
    with pytest.raises(UnknownName) as caught:
        QUERIES["liaisons"].bind({"without": "IETF"})
    assert caught.value.choices == ["with", "year"]


def test_liaisons_are_found_on_either_side_and_in_every_group(graph: GraphStore) -> None:
    found = [(row["body"], row["partner"], row["topic"], row["date"]) for row in ask(graph, "liaisons")]
    assert found == [
        ("IETF IPPM", "IETF SFC", "internal matters", "2019-01"),
        ("ITU-T SG11", "IETF IPPM", None, "2019-01"),
        ("ITU-T SG11", "IETF IPPM measuring team", "measurement", "2019-01"),
        ("ITU-T SG11", "IETF SFC", "service chains", "2019-01"),
        ("ITU-T SG11", "IETF SFC", "network slices", "2020-06-09"),
        ("ITU-T SG17", "IETF", "OAuth", "2019-01"),
        ("TSAG", "IETF", "its work programme", "2018-02"),
    ]


def test_liaisons_of_one_group_leave_its_siblings_out(graph: GraphStore) -> None:
    found = [(row["body"], row["partner"]) for row in ask(graph, "liaisons", **{"with": "IETF IPPM"})]
    assert found == [("IETF SFC", "IETF IPPM"), ("ITU-T SG11", "IETF IPPM"), ("ITU-T SG11", "IETF IPPM measuring team")]


def test_liaison_partners_are_listed_once(graph: GraphStore) -> None:
    assert ask(graph, "liaison_partners", body="ITU-T SG11")[0] == {
        "partner": "IETF SFC",
        "partner_label": "Group",
        "statements": 2,
        "topics": ["service chains", "network slices"],
        "documents": ["C18/33", "C20/33"],
    }


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (None, ["ITU-T Y.4903", "ITU-T Y.4903", "draft handbook, “cities”"]),
        (2016, []),
        (2017, ["draft handbook, “cities”"]),
        (2018, ["ITU-T Y.4903", "draft handbook, “cities”"]),
        (2019, ["draft handbook, “cities”"]),
        (2020, ["ITU-T Y.4903"]),
    ],
)
def test_approvals_by_year(graph: GraphStore, year: int | None, expected: list[str]) -> None:
    assert [row["text"] for row in ask(graph, "approvals", body="ITU-T SG20", year=year)] == expected


def test_resolution_reports_give_the_edition(graph: GraphStore) -> None:
    found = ask(graph, "resolution_reports", resolution="PP Resolution 101")
    assert [(row["document"], row["edition"]) for row in found] == [("C18/33", "(Rev. Busan, 2014)"), ("C20/33", None)]


def test_evidence_tells_labels_apart(graph: GraphStore) -> None:
    labels = (None, "Group", "Organization", "Country")
    types = {label: [row["type"] for row in ask(graph, "evidence", key="TSAG", label=label)] for label in labels}
    assert types == {
        None: ["COLLABORATES_WITH", "LIAISED_WITH"],
        "Group": ["COLLABORATES_WITH", "LIAISED_WITH"],
        "Organization": ["COLLABORATES_WITH"],
        "Country": [],
    }


def test_a_label_is_one_of_the_ontology() -> None:
    with pytest.raises(UnknownName, match="no label 'group'"):
        QUERIES["evidence"].bind({"key": "TSAG", "label": "group"})


def test_evidence_gives_a_self_reference_once(graph: GraphStore) -> None:
    found = ask(graph, "evidence", key="PP Resolution 101")
    assert [row["type"] for row in found] == ["REFERENCES", "REPORTS_ON", "REPORTS_ON"]
    assert found[0]["source"] == found[0]["target"] == "PP Resolution 101"


def test_evidence_says_where_the_quote_names_the_two_ends(graph: GraphStore) -> None:
    found = {(row["source"], row["topic"]): row for row in ask(graph, "evidence", key="IETF")}
    both = found["TSAG", "its work programme"]
    assert both["quote"][both["source_start"] : both["source_end"]] == "TSAG"
    assert both["quote"][both["target_start"] : both["target_end"]] == "IETF"
    spelled = found["ITU-T SG17", "OAuth"]
    assert (spelled["source_start"], spelled["source_end"]) == (None, None)
    assert spelled["quote"][spelled["target_start"] : spelled["target_end"]] == "IETF"


def test_evidence_covers_every_label_that_statements_are_about() -> None:
    stated = (ONTOLOGY.relation(name) for name in ONTOLOGY.statements)
    ends = {label for relation in stated for label in (*relation.sources, *relation.targets)}
    found = re.search(r"entity:([\w|]+)", QUERIES["evidence"].cypher)
    assert found and set(found[1].split("|")) == ends


def test_document_overview_counts(graph: GraphStore) -> None:
    found = {(row["part"], row["name"]): row["value"] for row in ask(graph, "document_overview", document="C20/33")}
    assert found["property", "title"] == "Report, of 2020"
    assert found["passages", "Passage"] == 1
    assert {name: value for (part, name), value in found.items() if part == "statements"} == {
        "APPROVED": 1,
        "COLLABORATES_WITH": 1,
        "LIAISED_WITH": 1,
        "REPORTS_ON": 1,
    }
    assert found["entities", "StudyGroup"] == 2


def test_every_type_of_statement_has_its_branch() -> None:
    structure = {"AMENDS", "EDITION_OF", "EQUIVALENT_TO", "HELD_IN", "PART_OF", "REPORTS_ON", "SUPPLEMENTS"}
    for name, left_out in (("document_overview", set()), ("document_changes", structure | {"RESPONSIBLE_FOR"})):
        branches = re.findall(r"\[s:(\w+)\]", QUERIES[name].cypher)
        assert branches == sorted(set(ONTOLOGY.statements).difference(left_out))


def test_document_overview_covers_the_ontology() -> None:
    cypher = QUERIES["document_overview"].cypher
    properties = (*ONTOLOGY.node_properties, *ONTOLOGY.node("Document").properties)
    found = re.search(r"UNWIND \[(.+?)\]", cypher)
    assert found and found[1].replace("'", "").split(", ") == [item.name for item in properties]
