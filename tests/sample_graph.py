"""Two small reports for the tests of queries and API, and how to make more of the kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from netgov.graph.model import Evidence, GraphBatch, Mention, Node, Ref, Statement
from netgov.graph.store import GraphStore, Ingestion
from tests.engines import Engine

IETF = ("Organization", "IETF")
IPPM = ("Group", "IETF IPPM")
MEASURING = ("Group", "IETF IPPM measuring team")
SFC = ("Group", "IETF SFC")
SG11 = ("StudyGroup", "ITU-T SG11")
SG17 = ("StudyGroup", "ITU-T SG17")
SG20 = ("StudyGroup", "ITU-T SG20")
TSAG = ("Group", "TSAG")
TSAG_COMPANY = ("Organization", "TSAG")
CITY_INDEX = ("Recommendation", "ITU-T Y.4903")
SUPPLEMENT = ("Publication", "draft handbook, “cities”")
RESOLUTION = ("Resolution", "PP Resolution 101")

Fact = tuple[str, Ref, Ref, Mapping[str, Any]]
"""Type, source, target and own properties of a statement."""
Section = tuple[str, str, tuple[Fact, ...]]
"""Number and text of a passage, and what it states."""

LIAISONS: tuple[Section, ...] = (
    (
        "2.1",
        "SG17 liaises with IETF on OAuth, and TSAG does on its work programme.",
        (
            ("LIAISED_WITH", SG17, IETF, {"topic": "OAuth"}),
            ("LIAISED_WITH", TSAG, IETF, {"topic": "its work programme", "date": "2018-02"}),
            ("REPORTS_ON", ("Document", "C18/33"), RESOLUTION, {"edition": "(Rev. Busan, 2014)"}),
        ),
    ),
    (
        "2.6",
        'SG11 liaised with "IETF SFC", with its IPPM and, IETF says, its measuring team; IPPM told SFC.',
        (
            ("LIAISED_WITH", SG11, SFC, {"topic": "service chains"}),
            ("LIAISED_WITH", IPPM, SG11, {}),
            ("LIAISED_WITH", MEASURING, SG11, {"topic": "measurement"}),
            ("LIAISED_WITH", IPPM, SFC, {"topic": "internal matters"}),
            ("PART_OF", IPPM, IETF, {}),
        ),
    ),
    (
        "3",
        "SG20 approved Y.4903 in 2018, and a handbook; PP Resolution 101 recalls itself.",
        (
            ("APPROVED", SG20, CITY_INDEX, {"date": "2018-05", "revised": True, "edition": "V2"}),
            ("APPROVED", SG20, SUPPLEMENT, {"status": "under approval"}),
            ("REFERENCES", RESOLUTION, RESOLUTION, {"edition": "(Rev. Guadalajara, 2010)"}),
        ),
    ),
)
LATER: tuple[Section, ...] = (
    (
        "1",
        "SG11 liaised with IETF SFC once more. TSAG met the company TSAG. SG20 approved Y.4903.",
        (
            ("LIAISED_WITH", SG11, SFC, {"topic": "network slices"}),
            ("COLLABORATES_WITH", TSAG, TSAG_COMPANY, {}),
            ("APPROVED", SG20, CITY_INDEX, {}),
            ("REPORTS_ON", ("Document", "C20/33"), RESOLUTION, {}),
        ),
    ),
)

KNOWN: Mapping[Ref, Mapping[str, Any]] = {
    SFC: {"name": "Service Function Chaining", "parent": "IETF", "aliases": ["SFC", "Service Function Chaining"]},
    MEASURING: {"parent": "IETF IPPM"},
    CITY_INDEX: {"sector": "ITU-T", "series": "Y", "number": "Y.4903", "title": "Indicators for smart cities"},
    RESOLUTION: {"body": "PP", "number": "101", "kind": "resolution"},
}


@contextmanager
def sample_store(engine: Engine) -> Iterator[GraphStore]:
    """A store that holds just the two reports."""
    engine.wipe()
    with GraphStore.open(engine.settings) as store:
        store.apply_schema()
        for batch, ingestion in sample_batches():
            store.replace_document(batch, ingestion)
        yield store


def sample_batches() -> list[tuple[GraphBatch, Ingestion]]:
    """Both reports, ready to be put into a store."""
    first = {"title": "Report for 2017 to 2019", "symbol": "C18/33", "period_start": "2017-02", "period_end": "2019-01"}
    later = {"title": "Report, of 2020", "date": "2020-06-09"}
    return [report_of("C18/33", first, LIAISONS), report_of("C20/33", later, LATER)]


def report_of(
    key: str,
    stated: Mapping[str, Any],
    sections: tuple[Section, ...],
    known: Mapping[Ref, Mapping[str, Any]] = KNOWN,
) -> tuple[GraphBatch, Ingestion]:
    """A report that states what its sections say, ready to be put into a store."""
    file = {"sha256": key.rjust(64, "0"), "source": f"{key.replace('/', '-')}.txt", "media_type": "text/plain"}
    document = Node("Document", key, known=file, stated=stated)
    passages: list[Node] = []
    mentions: set[Mention] = set()
    statements: list[Statement] = []
    for ordinal, (section, text, facts) in enumerate(sections):
        passage = f"{key}#{ordinal}"
        place = {"section": section, "heading": "", "text": text, "ordinal": ordinal}
        passages.append(Node("Passage", passage, known=place))
        for relation, source, target, own in facts:
            places = (*place_of(source, text), *place_of(target, text))
            evidence = Evidence(key, passage, section, text, 0, len(text), "sample", 0.9, *places)
            statements.append(Statement(relation, source, target, evidence, own))
            mentions |= {Mention(passage, ref, 1) for ref in (source, target) if ref != document.ref}
    refs = sorted({mention.entity for mention in mentions})
    entities = tuple(Node(*ref, known=known.get(ref, {})) for ref in refs)
    batch = GraphBatch(document, tuple(passages), entities, tuple(sorted(mentions, key=repr)), tuple(statements))
    return batch, Ingestion(key, f"/reports/{file['source']}", file["sha256"], "test")


def place_of(ref: Ref, text: str) -> tuple[int, int] | tuple[None, None]:
    """Where a text has the key of an entity, if it does."""
    start = text.find(ref[1])
    return (None, None) if start < 0 else (start, start + len(ref[1]))
