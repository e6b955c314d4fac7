"""Search: misspelled, unfinished and differently written names, ranking, highlights; an index that never lags."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgov.graph.model import GraphBatch
from netgov.graph.passages import locate
from netgov.graph.search import SNIPPET, search
from netgov.graph.search_index import ENTITIES, find_words, fold, label_words, trigrams, words_of
from netgov.graph.store import GraphStore
from tests.batches import FIRST, FIRST_CHANGED, SECOND, SG15, Said, ingestion_of, make_batch
from tests.engines import Engine

LONG = make_batch(
    "R9",
    (
        f"{'The secretariat prepared its usual notes. ' * 9}Touré opened a workshop on internationalized domain names "
        f"(IDN) and IPv6 for SG 15. {'The secretariat prepared its usual notes. ' * 9}",
        [Said("PART_OF", SG15, SG15)],
    ),
)


def put(store: GraphStore, *batches: GraphBatch) -> None:
    """Ingest batches."""
    for batch in batches:
        store.replace_document(batch, ingestion_of(batch))


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def read_only(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """A graph that no test changes, on each engine."""
    engine: Engine = request.getfixturevalue(request.param)
    engine.wipe()
    with GraphStore.open(engine.settings) as store:
        store.apply_schema()
        put(store, FIRST, SECOND, LONG)
        yield store


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ITU-T SG15", ["itu", "t", "sg", "15"]),
        ("Y.4903/L.1603", ["y", "4903", "l", "1603"]),
        ("Hamadoun Touré", ["hamadoun", "toure"]),
        ('IPv6 [AND] "OR" *~?:(){}^\\', ["ipv", "6", "and", "or"]),
        ("㈠ ﷺ", ["一", "صلىاللهعليهوسلم"]),
        ("x" * 99, ["x" * 40]),
        (" –.\u0000", []),
    ],
)
def test_words_are_letters_or_digits_without_case_and_accents(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_words_hold_nothing_that_an_engine_could_read_as_syntax(text: str) -> None:
    for start, end, word in find_words(text):
        assert word.isalnum()
        assert word == fold(text[start:end])


def test_trigrams_mark_the_ends_and_leave_numbers_alone() -> None:
    assert trigrams("group") == ["_gr", "gro", "rou", "oup", "up_"]
    assert trigrams("t") == ["_t_"]
    assert trigrams("4903") == []
    assert label_words("StudyGroup") == ("study", "group")


@pytest.mark.parametrize(
    ("text", "key", "matched"),
    [
        ("IETF", "IETF", "key"),
        ("ietf", "IETF", "key"),
        ("IETFF", "IETF", "key"),
        ("EITF", "IETF", "key"),
        ("study grp 15", "ITU-T SG15", "alias"),
        ("Study Group 20", "ITU-T SG20", "key"),
        ("sg-15", "ITU-T SG15", "alias"),
        ("Y 4903", "ITU-T Y.4903", "key"),
        ("Recomendation Y.4903", "ITU-T Y.4903", "key"),
        ("y490", "ITU-T Y.4903", "key"),
        ("Resolut", "PP Resolution 101", "key"),
        ("internet enginering", "IETF", "name"),
        ("wide web consort", "W3C", "name"),
        ("performance indicators sustainable", "ITU-T Y.4903", "title"),
    ],
)
def test_what_people_type_finds_what_they_mean(read_only: GraphStore, text: str, key: str, matched: str) -> None:
    best, *_ = search(read_only, text)
    assert (best.key, best.matched) == (key, matched)
    assert best.marks
    assert all(0 <= start < end <= len(best.text) for start, end in best.marks)


def test_what_nothing_resembles_is_not_found(read_only: GraphStore) -> None:
    assert search(read_only, "zzyzx") == []
    assert search(read_only, "") == search(read_only, "–?*") == []
    assert [hit.key for hit in search(read_only, "Y 4904")] == []


def test_a_label_narrows_down(read_only: GraphStore) -> None:
    assert {hit.label for hit in search(read_only, "IETF")} == {"Organization", "Passage"}
    assert {hit.label for hit in search(read_only, "IETF", label="Passage")} == {"Passage"}
    assert [hit.key for hit in search(read_only, "IETF", label="Organization")] == ["IETF"]
    assert search(read_only, "IETF", label="Country") == []


def test_hits_come_best_first_up_to_the_limit(read_only: GraphStore) -> None:
    hits = search(read_only, "ITU-T SG15")
    assert hits[0].key == "ITU-T SG15"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert search(read_only, "ITU-T SG15", limit=2) == hits[:2]


def test_a_passage_comes_as_a_snippet_with_highlights(read_only: GraphStore) -> None:
    text = LONG.passages[0].known["text"]
    for query, words in (("internationalized domain", {"domain", "internationalized"}), ("SG15", {"SG", "15"})):
        hit = next(hit for hit in search(read_only, query, label="Passage") if hit.key == "R9#0")
        assert hit.text == text[hit.start : hit.start + SNIPPET]
        assert words <= {hit.text[start:end] for start, end in hit.marks}
        assert hit.section == "1"
    assert "IPv6" in search(read_only, "IPv6", label="Passage")[0].text


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.text('abY.4 +-&|!(){}[]^"~*?:\\/ANDORNOT', max_size=25)))
def test_no_text_breaks_search(read_only: GraphStore, text: str) -> None:
    for hit in search(read_only, text):
        assert 0 < hit.score <= 1


def entries(store: GraphStore) -> set[str]:
    """The entities that can be found."""
    return {row[0] for row in store.read("MATCH (n:Entry) RETURN n.entity").rows}


def counted(store: GraphStore) -> tuple[dict[str, int], dict[str, int]]:
    """Counts of words as they are kept, and as they follow from the entries."""
    kept = dict(store.read("MATCH (n:Word) RETURN n.text, n.entries").rows)
    words = [word for (text,) in store.read("MATCH (n:Entry) RETURN n.words").rows for word in text.split()]
    return kept, {word: words.count(word) for word in words}


def test_the_index_follows_every_write(store: GraphStore) -> None:
    for batch in (FIRST, SECOND, FIRST_CHANGED):
        put(store, batch)
        query = "MATCH (n) WHERE labels(n)[0] IN $labels RETURN labels(n)[0] + ' ' + n.key"
        assert entries(store) == {row[0] for row in store.read(query, {"labels": list(ENTITIES)}).rows}
        kept, following = counted(store)
        assert kept == following
    assert search(store, "Networks technologies infrastructures")[0].key == "ITU-T SG15"
    store.delete_document("R2")
    assert [hit.key for hit in search(store, "Networks technologies infrastructures")] == []
    store.delete_document("R1")
    assert counted(store) == ({}, {})
    assert search(store, "IETF") == []


def test_a_graph_from_before_the_index_is_indexed_with_the_schema(engine: Engine, store: GraphStore) -> None:
    put(store, FIRST)
    before = entries(store), counted(store)
    engine.driver.execute_query("MATCH (n) WHERE n:Entry OR n:Word DELETE n")
    assert search(store, "IETFF", label="Organization") == []
    store.apply_schema()
    assert (entries(store), counted(store)) == before
    assert search(store, "IETFF")[0].key == "IETF"


@pytest.mark.parametrize(
    ("text", "label", "properties", "places"),
    [
        ("SG15 met, and SG-15 wrote.", "StudyGroup", {"key": "ITU-T SG15", "sector": "ITU-T"}, ["SG15", "SG-15"]),
        ("Study Group 15 met SG 16.", "StudyGroup", {"key": "ITU-T SG15", "number": "15"}, ["Study Group 15"]),
        ("the IETF IPPM and IETF", "Organization", {"key": "IETF", "name": "IETF"}, ["IETF", "IETF"]),
        ("Internet Society", "Organization", {"key": "ISOC", "aliases": ["Internet Society"]}, ["Internet Society"]),
        ("SGs 11 and 13", "StudyGroup", {"key": "ITU-T SG13", "sector": "ITU-T", "number": "13"}, []),
    ],
)
def test_names_are_located_in_a_text(text: str, label: str, properties: dict[str, object], places: list[str]) -> None:
    assert [text[start:end] for start, end in locate(text, label, properties)] == places
