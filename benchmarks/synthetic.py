"""Synthetic reports of the size of a long real one, all about the same few hubs and many bodies of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from netgov.graph.model import Evidence, GraphBatch, Mention, Node, Ref, Statement
from netgov.graph.store import Ingestion

HUB = Node("Organization", "ITU", {"name": "International Telecommunication Union", "kind": "igo"})
SENTENCE = "A study group worked with an organization on a subject that takes a sentence of the usual length to name"


@dataclass(frozen=True)
class Size:
    """How much one document says."""

    passages: int = 50
    mentions: int = 150
    statements: int = 100


def synthesize(count: int, size: Size, *, prefix: str = "S") -> Iterator[tuple[GraphBatch, Ingestion]]:
    """Documents that differ in their text; every third statement and mention is about ITU."""
    for number in range(count):
        key = f"{prefix}{number}"
        yield make_document(key, size, Random(key)), Ingestion(key, f"/synthetic/{key}.txt", key, "benchmark")


def make_document(key: str, size: Size, random: Random) -> GraphBatch:
    """One synthetic document."""
    passages = tuple(
        Node("Passage", f"{key}#{i}", {"text": f"{SENTENCE}, {key} {i}.", "ordinal": i}) for i in range(size.passages)
    )
    groups = [
        Node("StudyGroup", f"ITU-T SG{n}", {"sector": "ITU-T", "number": str(n)}, {"aliases": [f"SG {n} of {n % 7}"]})
        for n in range(1, 21)
    ]
    bodies = [
        Node("Organization", f"Body {n}", {"kind": "sdo"}, {"name": f"Body number {n}"})
        for n in random.sample(range(20_000), 80)
    ]
    mentions: dict[tuple[str, Ref], Mention] = {}
    while len(mentions) < size.mentions:
        entity = random.choice((HUB, random.choice(groups), random.choice(bodies)))
        passage = random.choice(passages)
        mentions[passage.key, entity.ref] = Mention(passage.key, entity.ref, random.randint(1, 3))
    statements = []
    for number in range(size.statements):
        passage = random.choice(passages)
        text = passage.known["text"]
        evidence = Evidence(key, passage.key, "1", text, 0, len(text), "synthetic", 0.9)
        kind = random.choice(("LIAISED_WITH", "COLLABORATES_WITH"))
        source, target = random.choice(groups), HUB if number % 3 == 0 else random.choice(bodies)
        statements.append(Statement(kind, source.ref, target.ref, evidence, {"topic": f"topic {number}"}))
    return GraphBatch(
        Node("Document", key, {"name": key}, {"title": f"Report {key}"}),
        passages,
        (HUB, *groups, *bodies),
        tuple(mentions.values()),
        tuple(statements),
    )
