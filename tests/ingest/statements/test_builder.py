"""One document through the pipeline: what the batch holds, and that any text gives a valid one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from netgov.graph.export.gold import gold_form
from netgov.graph.model import Mention
from netgov.ingest.pipeline import COMPONENTS, build_batch, extract
from netgov.ingest.readers.files import source_from_text
from tests.ingest.conftest import Read, keys

REPORT = """C19/41
REPORT ON CABLES OF ALL KINDS
4 May 2019
1\tScope
1.1\tThis report covers the work on Resolution 135 (Rev. Dubai, 2018). ITU-T SG9 liaised with W3C on captions.
1.2\tSG9 approved ITU-T J.94 Amd.2. W3C thanked SG9 and the World Wide Web Consortium was thanked."""


def test_the_document_is_keyed_by_its_symbol_and_says_where_it_is_from(read: Read) -> None:
    document = read(REPORT).batch.document
    assert document.ref == ("Document", "C19/41")
    expected = {"source": "note.txt", "media_type": "text/plain", "date": "2019-05-04", "symbol": "C19/41"}
    assert expected.items() <= document.properties.items()
    assert len(document.properties["sha256"]) == 64


def test_passages_are_numbered_and_keep_their_section(read: Read) -> None:
    passages = read(REPORT).batch.passages
    assert [passage.key for passage in passages] == [f"C19/41#{ordinal}" for ordinal in range(len(passages))]
    assert [passage.known["section"] for passage in passages[-2:]] == ["1.1", "1.2"]
    assert {passage.known["heading"] for passage in passages[-3:]} == {"Scope"}


def test_mentions_are_counted_by_passage(read: Read) -> None:
    mentions = read(REPORT).batch.mentions
    last = "C19/41#5"
    assert Mention(last, ("Organization", "W3C"), 2) in mentions
    assert Mention(last, ("StudyGroup", "ITU-T SG9"), 2) in mentions


def test_what_a_statement_refers_to_is_brought_along_with_what_is_known(read: Read) -> None:
    extraction = read(REPORT)
    assert "ITU-T J.94" in keys(extraction, "Recommendation")
    (sector,) = [node for node in extraction.batch.entities if node.key == "ITU-T"]
    assert sector.properties["kind"] == "sector"


def test_a_name_used_by_the_text_is_stated_and_a_known_one_is_not(read: Read) -> None:
    (node,) = [
        node
        for node in read("The Study Group 9 met, as did Study-Group 9.").batch.entities
        if node.label == "StudyGroup"
    ]
    assert "Study Group 9" in node.known["aliases"]
    assert not set(node.stated.get("aliases", ())) & set(node.known["aliases"])


def test_statements_have_ids_of_their_own(read: Read) -> None:
    statements = read(REPORT).batch.statements
    assert len({item.id for item in statements}) == len(statements) > 5


def test_reading_twice_gives_the_same_batch(nlp: Language) -> None:
    source = source_from_text(REPORT, "note.txt")
    assert build_batch(source, nlp) == build_batch(source, nlp) == extract(source, nlp).batch


def test_nothing_of_one_document_reaches_the_next(read: Read) -> None:
    alone = read("SG1 met.\nResolution 7 applies.").batch
    read("ITU-D SG1 met.\nWTDC Resolution 7 applies. The Wide Household Operators (WHO) met.")
    assert read("SG1 met.\nResolution 7 applies.").batch == alone


def test_the_gold_form_lists_entities_and_relations_once(read: Read) -> None:
    form = gold_form(read(REPORT).batch)
    refs = [(item["label"], item["key"]) for item in form["entities"]]
    ends = [
        (item["type"], *map(tuple, (item["source"], item["target"])), item["section"]) for item in form["relations"]
    ]
    assert len(set(refs)) == len(refs) and len(set(ends)) == len(ends)
    assert (form["document"], form["document_key"]) == ("note", "C19/41")
    assert {end for _, source, target, _ in ends for end in (source, target)} <= set(refs)


def test_a_part_brings_its_parent_along(read: Read) -> None:
    assert keys(read("ITU-T SG9 approved ITU-T J.94 Amd.2."), "Recommendation") == {"ITU-T J.94", "ITU-T J.94 Amd.2"}


@pytest.mark.parametrize("text", ["", "\n\n", "\t", "1.", "·", "()", "“", "[1:", "https://example.org/?q=%20#x"])
def test_debris_alone_names_nothing(read: Read, text: str) -> None:
    batch = read(text).batch
    assert (batch.entities, batch.statements) == ((), ())


def test_the_components_come_in_order_and_have_what_they_need(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == COMPONENTS
    analysis = nlp.analyze_pipes() or {}
    assert analysis["problems"] == {name: [] for name in COMPONENTS}


FRAGMENTS = [
    *("ITU-T SG13", "SGs 11, 13 and 17", "Study Group 1", "Q4/11", "WP 5D", "TSAG", "FG-AI4H", "IETF SFC", "JCA-AHF"),
    *("ITU-T Y.4903/L.1603 Amd. 1", "draft Recommendation ITU-T Y.dec-IoT", "Supplement 3 to ITU-T A-series"),
    *("Resolutions 101, 102 (Rev. Busan, 2014)", "RESOLUTION 64 (Rev. Dubai, 2012Hammamet, 2016)", "Decision 562"),
    *("approved", "liaised with", "is collaborating with", "between", "was approved by", "started revision works on"),
    *(
        "has not",
        "may",
        "It also",
        "The Group",
        "on routing",
        "on “Titles and IETF”",
        "“",
        "”",
        '"',
        "(",
        ")",
        "[2: x]",
    ),
    *("a workshop on “Cables”", "held in Suva, Fiji,", "on 5-7 June 2012", "the 14th IGF meeting", "its last meeting"),
    *(
        "Mr. Bo Lind",
        "Chairman of",
        "provided assistance to",
        "Chad and Niger",
        "composed of",
        "contributions received from",
        "exchanged liaison statements",
        "jointly",
    ),
    *(
        "instructs the Secretary-General",
        "recalling",
        "resolves",
        "that ITU shall",
        "This report describes",
        "Source:",
        "To:",
    ),
    *(
        "Annex 1: Rows",
        "2.4.3",
        "a)",
        "ii)",
        "·",
        "\t",
        "\n",
        "\n\t5 June 2012\n\t",
        ".",
        ",",
        ":",
        ";",
        " and ",
        "\u00a0",
        "\u2011",
    ),
]
report_language = st.lists(st.sampled_from(FRAGMENTS), max_size=25).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda glue: glue.join(parts))
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=200), report_language, report_language))
def test_any_text_gives_a_valid_batch(nlp: Language, text: str) -> None:
    extraction = extract(source_from_text(text, "note.txt"), nlp)
    texts = {passage.key: passage.known["text"] for passage in extraction.batch.passages}
    for statement in extraction.batch.statements:
        evidence = statement.evidence
        assert texts[evidence.passage][evidence.start : evidence.end] == evidence.quote
    for mention in extraction.mentions:
        assert texts[mention.passage][mention.start :].startswith(mention.text.split("\n")[0]) and mention.text
    assert gold_form(extraction.batch)["document"] == "note"
