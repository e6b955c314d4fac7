"""Small hand-written batches: what three short reports contribute, for every test that needs a graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from netgov.graph.model import Evidence, GraphBatch, Mention, Node, Ref, Statement
from netgov.graph.store import Ingestion

IETF = Node("Organization", "IETF", {"name": "Internet Engineering Task Force", "kind": "sdo"})
W3C = Node("Organization", "W3C", {"name": "World Wide Web Consortium", "kind": "sdo"})
ITU_T = Node("Organization", "ITU-T", {"name": "ITU-T", "kind": "sector"})
SG11 = Node("StudyGroup", "ITU-T SG11", {"sector": "ITU-T", "number": "11"})
SG15 = Node("StudyGroup", "ITU-T SG15", {"sector": "ITU-T", "number": "15", "aliases": ["Study Group 15"]})
SG20 = Node("StudyGroup", "ITU-T SG20", {"sector": "ITU-T", "number": "20"})
Y4903 = Node("Recommendation", "ITU-T Y.4903", {"sector": "ITU-T", "series": "Y", "number": "Y.4903"})
PP101 = Node("Resolution", "PP Resolution 101", {"body": "PP", "number": "101", "kind": "resolution"})


@dataclass(frozen=True)
class Said:
    """A relationship that a sentence states."""

    type: str
    source: Node
    target: Node
    own: Mapping[str, Any] = field(default_factory=dict)


def make_batch(
    document: str, *paragraphs: tuple[str, Iterable[Said]], stated: Mapping[Ref, Mapping[str, Any]] | None = None
) -> GraphBatch:
    """A batch of one-sentence paragraphs; it mentions what it relates, and `stated` is what it says of entities."""
    stated = stated or {}
    ref = ("Document", document)
    root = Node(*ref, {"name": document}, {"sha256": f"hash of {document}", **stated.get(ref, {})})
    passages, mentions, statements = [], [], []
    entities: dict[Ref, Node] = {}
    for ordinal, (text, relations) in enumerate(paragraphs):
        section = str(ordinal + 1)
        passage = Node("Passage", f"{document}#{ordinal}", {"text": text, "ordinal": ordinal, "section": section})
        passages.append(passage)
        evidence = Evidence(document, passage.key, section, text, 0, len(text), "by hand", 1.0)
        named: dict[Ref, Node] = {}
        for said in relations:
            named |= {node.ref: node for node in (said.source, said.target) if node.ref != ref}
            statements.append(Statement(said.type, said.source.ref, said.target.ref, evidence, said.own))
        mentions += [Mention(passage.key, entity, 1) for entity in named]
        entities |= named
    nodes = tuple(Node(node.label, node.key, node.known, stated.get(node.ref, {})) for node in entities.values())
    return GraphBatch(root, tuple(passages), nodes, tuple(mentions), tuple(statements))


def ingestion_of(batch: GraphBatch, path: str = "", *, sha256: str = "", pipeline: str = "1") -> Ingestion:
    """The record that goes with a batch."""
    key = batch.document.key
    return Ingestion(key, path or f"/reports/{key}.txt", sha256 or f"hash of {key}", pipeline)


OPTICS = (
    "SG15 liaised with IETF on optical transport.",
    [Said("LIAISED_WITH", SG15, IETF, {"topic": "optical transport"})],
)
FIRST = make_batch(
    "R1",
    OPTICS,
    ("SG20 is cooperating with W3C on identifiers.", [Said("COLLABORATES_WITH", SG20, W3C, {"topic": "identifiers"})]),
    ("SG20 approved Recommendation Y.4903.", [Said("APPROVED", SG20, Y4903, {"date": "2021-06"})]),
    ("SG15 and SG20 are study groups of ITU-T.", [Said("PART_OF", SG15, ITU_T), Said("PART_OF", SG20, ITU_T)]),
    stated={
        ("Document", "R1"): {"title": "First report", "date": "2021-12-01"},
        SG15.ref: {"aliases": ["SG 15", "Study Group 15"]},
        Y4903.ref: {"title": "Key performance indicators for smart sustainable cities"},
    },
)
"""A report that shares IETF, ITU-T and SG15 with SECOND, and cites no document."""

SECOND = make_batch(
    "R2",
    OPTICS,
    ("SG11 liaised with IETF on signalling.", [Said("LIAISED_WITH", SG11, IETF, {"topic": "signalling"})]),
    ("SG11 and SG15 are study groups of ITU-T.", [Said("PART_OF", SG11, ITU_T), Said("PART_OF", SG15, ITU_T)]),
    (
        "This report on Resolution 101 refers to R1.",
        [
            Said("REPORTS_ON", Node("Document", "R2"), PP101, {"edition": "Rev. Busan, 2014"}),
            Said("REFERENCES", Node("Document", "R2"), Node("Document", "R1", {"name": "R1"})),
        ],
    ),
    stated={
        ("Document", "R2"): {"title": "Second report"},
        ("Document", "R1"): {"title": "The first report"},
        SG15.ref: {"title": "Networks, technologies and infrastructures", "aliases": ["Study Group 15", "Group 15"]},
    },
)
"""A report that states a fact of FIRST again, and cites FIRST under another title."""

FIRST_CHANGED = make_batch(
    "R1",
    OPTICS,
    ("SG20 approved Recommendation Y.4903.", [Said("APPROVED", SG20, Y4903, {"date": "2021-06"})]),
    ("SG11 is collaborating with W3C.", [Said("COLLABORATES_WITH", SG11, W3C)]),
    stated={
        ("Document", "R1"): {"title": "First report, revised"},
        SG15.ref: {"aliases": ["SG-15"]},
        Y4903.ref: {"title": "Key performance indicators for smart sustainable cities"},
    },
)
"""A later text of FIRST: one statement stays, one moves, some go, one comes."""
