"""The store on both engines: what is written, replaced and deleted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations

import pytest
from neo4j.exceptions import ConstraintError
from pydantic import SecretStr

from netgov.graph.errors import NetgovError, StoreUnavailable, UnknownName
from netgov.graph.model import GraphBatch, Mention, Node
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.settings import Settings
from netgov.graph.store import Change, GraphStore
from tests.batches import (
    FIRST,
    FIRST_CHANGED,
    IETF,
    ITU_T,
    PP101,
    SECOND,
    SG15,
    SG20,
    Said,
    ingestion_of,
    make_batch,
)
from tests.engines import Engine, dump, free_port

THIRD = make_batch(
    "R3",
    ("SG15 liaised with IETF.", [Said("LIAISED_WITH", SG15, IETF)]),
    stated={SG15.ref: {"title": "Networks, technologies and infrastructures", "aliases": ["Group 15"]}},
)


def put(store: GraphStore, *batches: GraphBatch) -> list[Change]:
    return [store.replace_document(batch, ingestion_of(batch)) for batch in batches]


def properties(store: GraphStore, node: Node) -> dict[str, object]:
    (row,) = store.read(f"MATCH (n:{node.label} {{key: $key}}) RETURN properties(n)", {"key": node.key}).rows
    found: dict[str, object] = row[0]
    return found


def test_a_statement_carries_its_evidence(store: GraphStore) -> None:
    put(store, FIRST)
    query = "MATCH (a:StudyGroup)-[r:LIAISED_WITH]->(b) RETURN a.key, b.key, r, r.id"
    ((source, target, relation, statement_id),) = store.read(query).rows
    (statement,) = [item for item in FIRST.statements if item.type == "LIAISED_WITH"]
    assert (source, target, statement_id) == ("ITU-T SG15", "IETF", statement.id)
    assert relation == {"type": "LIAISED_WITH", **statement.properties}


def test_passages_and_mentions_are_linked(store: GraphStore) -> None:
    put(store, FIRST)
    query = "MATCH (:Document {key: 'R1'})-[:HAS_PASSAGE]->(p)-[m:MENTIONS]->(e) RETURN p.key, p.text, e.key, m.count"
    texts = {passage.key: passage.known["text"] for passage in FIRST.passages}
    expected = {(m.passage, texts[m.passage], m.entity[1], m.count) for m in FIRST.mentions}
    assert set(store.read(query).rows) == expected


def test_replacing_a_document_by_itself_changes_nothing(store: GraphStore) -> None:
    assert put(store, FIRST) == [Change(added=5, removed=0, kept=0)]
    before = dump(store)
    assert put(store, FIRST) == [Change(added=0, removed=0, kept=5)]
    assert dump(store) == before


def test_a_new_pipeline_is_recorded_where_nothing_else_changes(store: GraphStore) -> None:
    put(store, FIRST)
    newer = ingestion_of(FIRST, pipeline="2")
    assert store.replace_document(FIRST, newer) == Change(added=0, removed=0, kept=5)
    assert store.ingestions() == [newer]


def test_replacing_a_changed_document_gives_the_graph_of_the_new_text(engine: Engine, store: GraphStore) -> None:
    put(store, SECOND, FIRST_CHANGED)
    expected = dump(store)
    engine.wipe()
    put(store, FIRST, SECOND)
    assert put(store, FIRST_CHANGED) == [Change(added=2, removed=4, kept=1)]
    assert dump(store) == expected


@pytest.mark.parametrize("order", list(permutations([FIRST, SECOND, THIRD])))
def test_deleting_leaves_the_graph_as_if_never_ingested(
    engine: Engine, store: GraphStore, order: tuple[GraphBatch, ...]
) -> None:
    gone, *others = order
    put(store, *others)
    expected = dump(store)
    engine.wipe()
    put(store, others[0], gone, others[1])
    deleted = store.delete_document(gone.document.key)
    assert deleted == Change(added=0, removed=len(gone.statements), kept=0)
    assert dump(store) == expected


def test_deleting_everything_leaves_nothing(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    store.delete_document("R1")
    store.delete_document("R2")
    assert dump(store) == {"nodes": [], "relationships": []}


def test_two_reports_of_one_fact_give_two_relationships(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    query = "MATCH (:StudyGroup {key: 'ITU-T SG15'})-[r:LIAISED_WITH]->(:Organization {key: 'IETF'}) RETURN r.document"
    assert sorted(store.read(query).rows) == [("R1",), ("R2",)]


def test_known_values_win_and_stated_ones_are_decided_by_majority(store: GraphStore) -> None:
    titles = {"R1": "Transport", "R2": "Optics", "R3": "Transport", "R4": "Optics", "R5": "Access"}
    for document, title in titles.items():
        stated = {SG15.ref: {"title": title, "number": "XV", "aliases": [f"alias of {document}", "Study Group 15"]}}
        put(store, make_batch(document, ("SG15 is there.", [Said("PART_OF", SG15, ITU_T)]), stated=stated))
    assert properties(store, SG15) == {
        "key": "ITU-T SG15",
        "sector": "ITU-T",
        "number": "15",
        "title": "Optics",
        "aliases": ["Study Group 15", *(f"alias of {document}" for document in titles)],
    }
    store.delete_document("R2")
    assert properties(store, SG15)["title"] == "Transport"


def test_stated_values_keep_their_types(store: GraphStore) -> None:
    edition = Node("Edition", "PP Resolution 101 (Rev. Busan, 2014)")
    stated = {"place": "Busan", "year": 2014, "revision": True}
    said = Said("EDITION_OF", edition, PP101)
    put(store, make_batch("R1", ("Resolution 101 (Rev. Busan, 2014).", [said]), stated={edition.ref: stated}))
    assert properties(store, edition) == {"key": edition.key, **stated}


def test_a_topic_is_linked_by_about(store: GraphStore) -> None:
    topic = Node("Topic", "IPv6")
    batch = make_batch("R1", ("On IPv6.", []))
    put(store, replace(batch, entities=(topic,), mentions=(Mention("R1#0", topic.ref, 2),)))
    assert store.read("MATCH (:Passage)-[r]->(:Topic) RETURN r").rows == (({"type": "ABOUT"},),)


def test_an_entity_goes_with_the_last_document_that_names_it(store: GraphStore) -> None:
    put(store, FIRST, FIRST_CHANGED)
    assert store.read("MATCH (n:StudyGroup {key: 'ITU-T SG11'}) RETURN count(n)").rows == ((1,),)
    assert store.read("MATCH (n:Organization {key: 'ITU-T'}) RETURN count(n)").rows == ((0,),)


def test_an_ingested_document_stays_when_it_is_no_longer_cited(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    before = dump(store)
    store.delete_document("R2")
    put(store, SECOND)
    assert dump(store) == before
    assert properties(store, FIRST.document)["title"] == "First report"


def test_a_cited_document_stays_without_what_its_file_said(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    store.delete_document("R1")
    assert properties(store, FIRST.document) == {"key": "R1", "name": "R1", "title": "The first report"}


def test_an_entity_that_nothing_names_is_not_written(store: GraphStore) -> None:
    batch = GraphBatch(FIRST.document, (), (IETF,), (), ())
    put(store, batch)
    assert store.read("MATCH (n:Organization) RETURN n.key").rows == ()


def test_a_file_that_becomes_another_document_takes_its_former_one_along(engine: Engine, store: GraphStore) -> None:
    path = "/reports/report.txt"
    store.replace_document(SECOND, ingestion_of(SECOND, path))
    expected = dump(store)
    engine.wipe()
    store.replace_document(FIRST, ingestion_of(FIRST, path))
    assert store.replace_document(SECOND, ingestion_of(SECOND, path)) == Change(added=6, removed=5, kept=0)
    assert dump(store) == expected


def test_another_file_of_the_same_document_is_refused_where_its_content_differs(store: GraphStore) -> None:
    put(store, FIRST)
    before = dump(store)
    other = ingestion_of(FIRST, "/reports/other.txt", sha256="another hash")
    with pytest.raises(NetgovError, match=r"other.txt is document 'R1'.*R1.txt.*netgov delete 'R1'"):
        store.replace_document(FIRST_CHANGED, other)
    assert dump(store) == before


@pytest.mark.parametrize(
    ("path", "sha256"),
    [("/reports/copy.txt", "hash of R1"), ("/moved/R1.txt", "another hash")],
    ids=["copied", "moved"],
)
def test_a_copied_or_moved_file_takes_the_document_over(store: GraphStore, path: str, sha256: str) -> None:
    put(store, FIRST)
    ingestion = ingestion_of(FIRST, path, sha256=sha256)
    store.replace_document(FIRST, ingestion)
    assert store.ingestions() == [ingestion]


def test_deleting_an_unknown_document_says_which_there_are(store: GraphStore) -> None:
    put(store, FIRST, SECOND)
    with pytest.raises(UnknownName, match=r"no document 'R11'. Did you mean R1\?"):
        store.delete_document("R11")


def test_a_failed_write_leaves_nothing_behind(store: GraphStore) -> None:
    too_many = replace(FIRST.mentions[-1], count=2**70)
    with pytest.raises(OverflowError):
        put(store, replace(FIRST, mentions=(*FIRST.mentions[:-1], too_many)))
    assert dump(store) == {"nodes": [], "relationships": []}


def test_concurrent_writers_lose_no_count(engine: Engine, store: GraphStore) -> None:
    batches = [
        make_batch(
            f"D{number}",
            ("SG15 liaised with IETF.", [Said("LIAISED_WITH", SG15, IETF)]),
            ("SG20 is of ITU-T.", [Said("PART_OF", SG20, ITU_T)]),
            stated={SG15.ref: {"title": f"Title {number % 2}", "aliases": [f"alias {number}"]}},
        )
        for number in range(12)
    ]
    put(store, *batches)
    expected = dump(store)
    engine.wipe()
    with ThreadPoolExecutor(3) as pool:
        changes = list(pool.map(lambda batch: put(store, batch), batches))
    assert changes == [[Change(added=2, removed=0, kept=0)]] * 12
    assert dump(store) == expected
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda batch: store.delete_document(batch.document.key), batches))
    assert dump(store) == {"nodes": [], "relationships": []}


def test_the_schema_is_applied_once(engine: Engine, store: GraphStore) -> None:
    def indexes() -> list[list[object]]:
        records, _, _ = engine.driver.execute_query("SHOW INDEXES YIELD labelsOrTypes, properties")
        return sorted([record["labelsOrTypes"], record["properties"]] for record in records if record["labelsOrTypes"])

    before = indexes()
    store.apply_schema()
    assert indexes() == before
    assert all([[label], ["key"]] in before for label in ONTOLOGY.nodes)
    assert all([[name], ["document"]] in before for name in ONTOLOGY.statements)


def test_keys_are_unique_within_a_label(engine: Engine, store: GraphStore) -> None:
    put(store, FIRST)
    with pytest.raises(ConstraintError):
        engine.driver.execute_query("CREATE (:Organization {key: 'IETF'})")


def test_status_counts_what_the_ontology_names(engine: Engine, store: GraphStore) -> None:
    put(store, FIRST)
    status = store.status()
    assert status.engine == {"embedded": "ArcadeDB", "neo4j": "Neo4j"}[engine.id]
    assert status.address.startswith("bolt://")
    assert status.version
    assert set(status.nodes) == set(ONTOLOGY.nodes)
    assert set(status.relationships) == set(ONTOLOGY.relations)
    assert (status.nodes["Passage"], status.nodes["StudyGroup"], status.nodes["Person"]) == (4, 2, 0)
    assert (status.relationships["PART_OF"], status.relationships["RUNS"]) == (2, 0)
    assert (status.disk_bytes is not None) == (engine.id == "embedded")


def test_a_database_that_is_not_there_is_one_sentence() -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(StoreUnavailable, match=rf"^The database at {uri} cannot be reached; .*NETGOV_URI"):
        GraphStore.open(Settings(uri=uri))


@pytest.mark.parametrize("uri", ["http://127.0.0.1", "127.0.0.1:7687", "bolt://"])
def test_what_is_no_address_is_one_sentence(uri: str) -> None:
    with pytest.raises(StoreUnavailable, match="NETGOV_URI"):
        GraphStore.open(Settings(uri=uri))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"password": SecretStr("wrong")}, "refuses the login; check NETGOV_USER and NETGOV_PASSWORD"),
        ({"database": "nosuchdatabase"}, "nosuchdatabase"),
    ],
    ids=["password", "database"],
)
def test_a_server_that_lets_us_not_in_is_one_sentence(neo4j: Engine, change: dict[str, object], reason: str) -> None:
    with pytest.raises(StoreUnavailable, match=reason):
        GraphStore.open(neo4j.settings.model_copy(update=change))
