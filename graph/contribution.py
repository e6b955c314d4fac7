"""One document's contribution to the graph: replaced or removed inside one transaction.

No step walks the relationships of an entity, so its cost depends on the document and not on the graph. Beside the
ontology's nodes stand some of the store's own: `Ingestion` remembers what a document contributed, `Claim` what
documents state about an entity, `Turn` makes writers wait for one another; graph/versions.py adds those of versions,
graph/search_index.py those of search.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction

from netgov.graph import search_index, versions
from netgov.graph.claims import Claim, Counts, claims_of, recount, settle
from netgov.graph.errors import NetgovError, UnknownName
from netgov.graph.model import GraphBatch, Mention, Node, Ref, read_ref, spell
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.stored import STATEMENT, StoredStatement
from netgov.graph.transactions import grouped, run, run_rows
from netgov.graph.versions import record_version

Link = tuple[str, Ref, Ref, dict[str, Any]]
"""A relationship to write: type, source, target, properties."""

INDEXES = (
    *(("unique", label, "key") for label in ONTOLOGY.nodes),
    *(("relationship", name, indexed) for name in ONTOLOGY.statements for indexed in ("document", "id")),
    ("unique", "Ingestion", "document"),
    ("node", "Ingestion", "path"),
    ("unique", "Claim", "id"),
    ("node", "Claim", "entity"),
    ("unique", "Turn", "id"),
    *search_index.INDEXES,
    *versions.INDEXES,
)
"""Kind, label or type, and property of every constraint and index; they keep the steps of this module flat."""
INTERNAL = {label: name for kind, label, name in INDEXES if kind == "unique" and label not in ONTOLOGY.nodes}
"""Labels of the store's own nodes, each with the property that tells its nodes apart."""


@dataclass(frozen=True)
class Ingestion:
    """The record of one ingest: which document, from which file (absolute path), by which pipeline."""

    document: str
    path: str
    sha256: str
    pipeline: str


@dataclass(frozen=True)
class Change:
    """What replacing or deleting a document did to its statements."""

    added: int
    removed: int
    kept: int


@dataclass(frozen=True)
class Record:
    """An ingestion with what it contributed, so that taking it back needs no search."""

    ingestion: Ingestion
    digest: str
    """Hash of the batch: equal batches need no writing."""
    entities: tuple[str, ...]
    claims: tuple[str, ...]
    types: tuple[str, ...]


def replace_part(tx: ManagedTransaction, batch: GraphBatch, ingestion: Ingestion) -> Change:
    """Put a batch in the place of what its document, and its file, contributed before."""
    take_turn(tx)
    former = _find_records(tx, document=ingestion.document, path=ingestion.path)
    _refuse_mix_up(former, ingestion)
    entities = _connected(batch)
    claims = claims_of(batch, entities)
    record = Record(
        ingestion,
        digest_of(batch),
        tuple(spell(node.ref) for node in (batch.document, *entities)),
        tuple(claim.id for claim in claims),
        tuple(sorted({statement.type for statement in batch.statements})),
    )
    new = {statement.id: statement.type for statement in batch.statements}
    if [(item.ingestion.document, item.digest) for item in former] == [(ingestion.document, record.digest)]:
        _save(tx, record)
        return Change(0, 0, len(new))
    old = {statement.id: statement for statement in _take_out(tx, former)}
    _create(tx, batch, entities)
    _settle_entities(tx, former, claims)
    _save(tx, record)
    _remove_orphans(tx, former, keep=record.entities)
    search_index.index_entities(tx, _touched(former, record.entities))
    added, removed = new.keys() - old.keys(), old.keys() - new.keys()
    _record_versions(tx, former, ingestion, {id: new[id] for id in added}, [old[id] for id in removed])
    return Change(len(added), len(removed), len(new) - len(added))


def remove_part(tx: ManagedTransaction, document: str) -> Change:
    """Take a document's contribution out of the graph. Raises UnknownName."""
    take_turn(tx)
    former = _find_records(tx, document=document)
    if not former:
        raise UnknownName("document", document, (item.document for item in find_ingestions(tx)))
    old = _take_out(tx, former)
    _settle_entities(tx, former, ())
    _remove_orphans(tx, former)
    search_index.index_entities(tx, _touched(former))
    record_version(tx, document, "delete", removed=old)
    return Change(0, len(old), 0)


def find_ingestions(tx: ManagedTransaction) -> list[Ingestion]:
    """What was ingested, in the order of keys."""
    found = run(tx, "MATCH (n:Ingestion) RETURN n { .document, .path, .sha256, .pipeline } AS found")
    return sorted((Ingestion(**row["found"]) for row in found), key=lambda item: item.document)


def digest_of(batch: GraphBatch) -> str:
    """Hash of all that a batch says."""
    content = [
        [[node.ref, dict(node.known), dict(node.stated)] for node in batch.nodes],
        sorted([mention.passage, mention.entity, mention.count] for mention in batch.mentions),
        sorted([statement.id, *statement.properties.items()] for statement in batch.statements),
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def take_turn(tx: ManagedTransaction) -> None:
    """Lock out other writers until the end of the transaction: counts and orphans are then safe to decide on."""
    run(tx, "MERGE (n:Turn {id: 'write'}) SET n.id = 'write'")


def _find_records(tx: ManagedTransaction, *, document: str, path: str | None = None) -> list[Record]:
    """The records of a document and of a file; a file may have been another document before."""
    query = "MATCH (n:Ingestion {document: $document}) RETURN properties(n) AS found UNION ALL "
    query += "MATCH (n:Ingestion {path: $path}) RETURN properties(n) AS found"
    records = [_read_record(row["found"]) for row in run(tx, query, document=document, path=path)]
    return list({record.ingestion.document: record for record in records}.values())


def _read_record(found: Mapping[str, Any]) -> Record:
    ingestion = Ingestion(found["document"], found["path"], found["sha256"], found["pipeline"])
    return Record(ingestion, found["digest"], *(tuple(found[name]) for name in ("entities", "claims", "types")))


def _refuse_mix_up(former: Sequence[Record], ingestion: Ingestion) -> None:
    """Two files that call themselves the same document: the second must not silently take the first one's place."""
    for record in former:
        was = record.ingestion
        same_name = Path(was.path).name == Path(ingestion.path).name
        if was.document == ingestion.document and not same_name and was.sha256 != ingestion.sha256:
            raise NetgovError(
                f"{ingestion.path} is document {was.document!r}, but that was ingested from {was.path} with other "
                f"content. To replace it, run `netgov delete {was.document!r}` first."
            )


def _connected(batch: GraphBatch) -> list[Node]:
    """The entities that the batch mentions or states something of; nothing else would hold them in the graph."""
    used = {mention.entity for mention in batch.mentions}
    used |= {ref for statement in batch.statements for ref in (statement.source, statement.target)}
    return [node for node in batch.entities if node.ref in used]


def _take_out(tx: ManagedTransaction, former: Iterable[Record]) -> list[StoredStatement]:
    """Delete records with their passages and statements, these through the index of each type; returns these."""
    removed = []
    for record in former:
        document = record.ingestion.document
        for name in record.types:
            found = f"MATCH ()-[r:{name}]->() WHERE r.document = $document"
            rows = run(tx, f"{found} RETURN {STATEMENT} AS found", document=document)
            removed += [StoredStatement.read(row["found"]) for row in rows]
            run(tx, f"{found} DELETE r", document=document)
        run(tx, "MATCH (:Document {key: $key})-[:HAS_PASSAGE]->(p:Passage) DETACH DELETE p", key=document)
        run(tx, "MATCH (n:Ingestion {document: $document}) DELETE n", document=document)
    return removed


def _record_versions(
    tx: ManagedTransaction,
    former: Iterable[Record],
    ingestion: Ingestion,
    added: Mapping[str, str],
    removed: Iterable[StoredStatement],
) -> None:
    """A version for the ingest; before that one for each other document that the file was, since that is deleted."""
    by_document = dict(grouped(removed, lambda statement: statement.properties["document"]))
    for record in former:
        if (was := record.ingestion.document) != ingestion.document:
            record_version(tx, was, "delete", removed=by_document.pop(was, []))
    gone = by_document.get(ingestion.document, [])
    record_version(tx, ingestion.document, "ingest", added=added, removed=gone)


def _create(tx: ManagedTransaction, batch: GraphBatch, entities: Iterable[Node]) -> None:
    """Write nodes and relationships; entities get their properties when the claims are settled."""
    for label, nodes in grouped((batch.document, *entities), lambda node: node.label):
        run_rows(tx, f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}})", [{"key": node.key} for node in nodes])
    passages = [{"key": node.key, **node.properties} for node in batch.passages]
    query = "UNWIND $rows AS row MATCH (d:Document {key: $key}) CREATE (d)-[:HAS_PASSAGE]->(p:Passage) SET p = row"
    run_rows(tx, query, passages, key=batch.document.key)
    links = [_link(mention) for mention in batch.mentions]
    links += [
        (statement.type, statement.source, statement.target, statement.properties)
        for statement in {statement.id: statement for statement in batch.statements}.values()
    ]
    for (name, source, target), group in grouped(links, lambda link: (link[0], link[1][0], link[2][0])):
        query = f"UNWIND $rows AS row MATCH (a:{source} {{key: row.source}}) MATCH (b:{target} {{key: row.target}}) "
        rows = [{"source": a[1], "target": b[1], "properties": properties} for _, a, b, properties in group]
        run_rows(tx, f"{query} CREATE (a)-[r:{name}]->(b) SET r = row.properties", rows)


def _link(mention: Mention) -> Link:
    """The relationship from a passage to what it names: ABOUT a topic, else MENTIONS with the count."""
    kinds = (relation for relation in ONTOLOGY.relation_types if relation.sources == ("Passage",))
    kind = next(relation for relation in kinds if mention.entity[0] in relation.targets)
    properties = {"count": mention.count} if ONTOLOGY.relation_property(kind.name, "count") else {}
    return kind.name, ("Passage", mention.passage), mention.entity, properties


def _settle_entities(tx: ManagedTransaction, former: Iterable[Record], made: Iterable[Claim]) -> None:
    """Take back the former claims, make the new ones, and give every entity that they concern its properties."""
    by_entity = dict(grouped(made, lambda claim: spell(claim.entity)))
    taken_back = Counter(claim for record in former for claim in record.claims)
    before = _read_claims(tx, {*by_entity, *(entity for record in former for entity in record.entities)})
    after = {entity: recount(counts, taken_back, by_entity.get(entity, ())) for entity, counts in before.items()}
    _write_claims(tx, before, after)
    settled = {entity: settle(counts) for entity, counts in after.items()}
    changed = sorted(entity for entity in settled if settled[entity] != settle(before[entity]))
    for label, entities in grouped(changed, lambda entity: read_ref(entity)[0]):
        rows = [{"key": read_ref(entity)[1], **settled[entity]} for entity in entities]
        run_rows(tx, f"UNWIND $rows AS row MATCH (n:{label} {{key: row.key}}) SET n = row", rows)


def _read_claims(tx: ManagedTransaction, entities: Iterable[str]) -> dict[str, dict[Claim, int]]:
    """The counted claims about each entity."""
    claims: dict[str, dict[Claim, int]] = {entity: {} for entity in entities}
    query = "UNWIND $rows AS row MATCH (n:Claim {entity: row}) RETURN properties(n) AS found"
    for row in run_rows(tx, query, sorted(claims)):
        found = row["found"]
        claim = Claim(read_ref(found["entity"]), found["property"], found["value"])
        claims[found["entity"]][claim] = found["documents"]
    return claims


def _write_claims(tx: ManagedTransaction, before: Mapping[str, Counts], after: Mapping[str, Counts]) -> None:
    rows, gone = [], []
    for entity, counts in after.items():
        gone += [claim.id for claim in before[entity] if claim not in counts]
        rows += [
            {"id": claim.id, "entity": entity, "property": claim.property, "value": claim.value, "documents": count}
            for claim, count in counts.items()
            if before[entity].get(claim) != count
        ]
    run_rows(tx, "UNWIND $rows AS row MERGE (n:Claim {id: row.id}) SET n = row", rows)
    run_rows(tx, "UNWIND $rows AS row MATCH (n:Claim {id: row}) DELETE n", gone)


def _save(tx: ManagedTransaction, record: Record) -> None:
    row = {**asdict(record.ingestion), "digest": record.digest}
    row |= {"entities": list(record.entities), "claims": list(record.claims), "types": list(record.types)}
    run(tx, "MERGE (n:Ingestion {document: $row.document}) SET n = $row", row=row)


def _remove_orphans(tx: ManagedTransaction, former: Iterable[Record], keep: Iterable[str] = ()) -> None:
    """Delete entities of former contributions that nothing states or mentions any more, ingested documents apart."""
    candidates = {entity for record in former for entity in record.entities}.difference(keep)
    for label, entities in grouped(sorted(candidates), lambda entity: read_ref(entity)[0]):
        query = f"UNWIND $rows AS row MATCH (n:{label} {{key: row}}) WHERE NOT EXISTS {{ (n)--() }} "
        if label == "Document":
            query += "AND NOT EXISTS { MATCH (i:Ingestion {document: row}) } "
        run_rows(tx, f"{query} DELETE n", [read_ref(entity)[1] for entity in entities])


def _touched(former: Iterable[Record], entities: Iterable[str] = ()) -> list[Ref]:
    """The entities of former contributions and of the new one."""
    return [read_ref(entity) for entity in {*entities, *(entity for record in former for entity in record.entities)}]
