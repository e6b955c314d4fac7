"""The guard by itself: what it refuses and lets through, whatever is in strings, comments and names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgov.graph.cypher import column_names, significant, tokenize
from netgov.graph.errors import QueryRejected
from netgov.graph.guard import check_reads
from netgov.graph.vocabulary import KEYWORDS, REFUSED
from tests.attacks.corpus import PARAMETERS, attacks, blocks

QUERIES = [query for query, _ in attacks()] + blocks("innocent")
WRITES = (
    "CREATE (x)",
    "CREATE (x)-[:RUNS]->(y)",
    "MERGE (x:Organization {key: 'X'})",
    "SET n.x = 1",
    "SET n:Organization",
    "SET n += {x: 1}",
    "DELETE n",
    "DETACH DELETE n",
    "REMOVE n.x",
    "SET `n`.x = 1",
    "DELETE `n`",
    "MERGE `p` = (x)",
    "FOREACH (x IN [1] | SET n.x = 1)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line",
    "DROP INDEX x",
    "CREATE INDEX FOR (n:Organization) ON (n.name)",
)
"""Clauses that write, whole: a beginning that a grammar could accept."""
READS = (
    "MATCH (n)",
    "OPTIONAL MATCH (n)-[r]->(m)",
    "MATCH p = (n)--(m)",
    "MATCH ((n)-->(m)){1,2}",
    "WITH n",
    "WITH *",
    "WITH DISTINCT n",
    "WITH n, 1 AS x",
    "WHERE n.x = 1",
    "WHERE NOT n.x",
    "WHERE n IS NULL",
    "UNWIND [1] AS n",
    "RETURN n",
    "RETURN *",
    "RETURN count(*)",
    "RETURN n ORDER BY n.key DESC",
    "RETURN n LIMIT 3",
    "CALL { MATCH (n) RETURN n }",
    "CALL db.labels() YIELD label",
    "UNION",
    "UNION ALL",
    "RETURN CASE WHEN n.x THEN 1 END",
    "RETURN 2 * 3",
    "RETURN `a`",
    "RETURN $a",
    "RETURN 'a'",
    "/* a */",
    "// a\n",
)
text = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    (
        "CREATE (n)",
        "' SET",
        '" SET',
        "` SET",
        "*/ SET",
        "\n SET n.x = 1",
        "\\",
        "//",
        "/*",
        ";",
        "}",
        "\\'",
        "$x",
        "*..",
    )
)
unescaped = text.filter(lambda value: "\\u" not in value)
"""Text without Unicode escapes: in a name or a comment there is no other way to write their backslash."""
words = st.lists(st.sampled_from([*READS, *"()[]{},.:|*+-=<>", "n", "1", "AS", *sorted(KEYWORDS | set(REFUSED))]))


def verdict(query: str) -> str | None:
    """Why a query is refused, without where; None if it is not."""
    try:
        check_reads(query, PARAMETERS)
    except QueryRejected as error:
        return re.sub(r"\(line \d+, column \d+\)", "", str(error))
    return None


@pytest.mark.parametrize(("query", "sentence"), attacks())
def test_an_attack_is_refused_with_its_reason(query: str, sentence: str) -> None:
    with pytest.raises(QueryRejected, match=re.escape(sentence)):
        check_reads(query, PARAMETERS)


@pytest.mark.parametrize("query", [*blocks("innocent"), *blocks("bombs")])
def test_what_only_reads_is_let_through(query: str) -> None:
    check_reads(query, PARAMETERS)


def test_a_refusal_says_where() -> None:
    with pytest.raises(QueryRejected, match=r"SET is refused: .* \(line 3, column 3\)\. A name .*`SET`"):
        check_reads("MATCH (n)\n// SET\n  SET n.x = 1")


@pytest.mark.parametrize("query", ["", "  ", "// nothing", "RETURN '" + "x" * 20_000 + "'"])
def test_an_empty_and_an_endless_query_are_refused(query: str) -> None:
    with pytest.raises(QueryRejected, match=r"is empty|20009 characters"):
        check_reads(query)


@given(st.text(), st.sampled_from(QUERIES), text)
def test_the_tokens_are_the_query(start: str, query: str, end: str) -> None:
    whole = start + query + end
    assert "".join(token.text for token in tokenize(whole)) == whole


@given(unescaped)
def test_text_in_a_comment_changes_nothing(value: str) -> None:
    inner = value.replace("*/", "")
    line = re.sub(r"[\n\r]", "", value)
    inner = "" if inner.endswith("*") or "*/" in inner else inner
    assert verdict(f"MATCH (n) /*{inner}*/ RETURN n //{line}\n LIMIT 1") is None
    assert verdict(f"MATCH (n) /*{inner}*/ DELETE n //{line}\n") == verdict("MATCH (n) DELETE n")


@given(text, st.sampled_from("'\""))
def test_text_in_a_string_changes_nothing(value: str, quote: str) -> None:
    string = quote + value.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote
    assert verdict(f"MATCH (n) WHERE n.name = {string} RETURN n, {string} AS x") is None
    assert verdict(f"MATCH (n) WHERE n.name = {string} SET n.x = {string}") == verdict("MATCH (n) SET n.x = 1")


@given(unescaped)
def test_text_in_a_quoted_name_changes_nothing(value: str) -> None:
    name = "`" + value.replace("`", "``") + "`"
    assert verdict(f"MATCH ({name}:{name}) RETURN {name}.{name} AS {name}, ${name}") is None
    assert verdict(f"MATCH ({name}:{name}) REMOVE {name}.{name}") == verdict("MATCH (n) REMOVE n.x")


@given(st.sampled_from(sorted(KEYWORDS | set(REFUSED))), st.booleans())
def test_a_word_as_a_property_label_alias_or_key_changes_nothing(word: str, lower: bool) -> None:
    name = word.lower() if lower else word
    assert verdict(f"MATCH (n:{name})-[r:{name}]->(m) WHERE n.{name} = $x RETURN r.{name} AS {name}") is None
    assert verdict(f"RETURN {{{name}: 1, x: {{{name}: 2}}}} AS {name} ORDER BY {name}.{name}") is None


@given(st.lists(st.sampled_from(READS)), st.sampled_from(WRITES), st.lists(st.sampled_from(READS)))
def test_a_clause_that_writes_never_passes(before: list[str], write: str, after: list[str]) -> None:
    assert verdict(" ".join([*before, write, *after])) is not None


@given(words, st.sampled_from(WRITES))
def test_a_clause_that_writes_never_passes_in_a_subquery(before: list[str], write: str) -> None:
    query = " ".join(before)
    assert verdict(f"{query} CALL {{ {write} }} RETURN 1") is not None
    assert verdict(f"MATCH (n) {query} ; {write}") is not None


@given(words)
def test_whatever_comes_is_judged(soup: list[str]) -> None:
    verdict(" ".join(soup))


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("MATCH (n) RETURN n.key AS key, count(*)  AS  `a b`", ("key", "a b")),
        (
            "RETURN n . x , count( DISTINCT n),'a' +  `b c`, `b c` LIMIT 1",
            ("n . x", "count( DISTINCT n)", "'a' +  `b c`", "b c"),
        ),
        ("RETURN DISTINCT {a: 1, b: [1, 2]} AS m, f(x, y) ORDER BY m;", ("m", "f(x, y)")),
        ("CALL { RETURN 1 AS a } RETURN a AS limit, a.skip SKIP 1", ("limit", "a.skip")),
        ("MATCH (n) RETURN *", ()),
        ("RETURN 1 AS x UNION RETURN 2 AS x", ("x",)),
    ],
)
def test_columns_are_named_by_the_last_return(query: str, columns: tuple[str, ...]) -> None:
    assert column_names(significant(query), query) == columns
