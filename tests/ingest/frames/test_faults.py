"""What went wrong once, kind by kind: clauses run together, headings taken for facts, advice, subjects passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from spacy.language import Language

from netgov.ingest.pipeline import extract
from netgov.ingest.readers.files import read_source
from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

STATED = (
    *("APPROVED", "AGREED", "CONSENTED", "DETERMINED", "STARTED", "DEVELOPS", "PUBLISHED", "LIAISED_WITH"),
    *("COLLABORATES_WITH", "CONTRIBUTED_TO", "ASSISTED", "MEMBER_OF", "PARTICIPATED_IN", "RUNS", "RESPONSIBLE_FOR"),
)
TIES = ("LIAISED_WITH", "COLLABORATES_WITH")

CLAUSES = r"""
ITU-T SG2 approved ITU-T E.164; ITU-T SG11 liaised with GSMA on handsets.
  ITU-T SG2 APPROVED ITU-T E.164 {topic: -}
  ITU-T SG11 LIAISED_WITH GSMA {topic: handsets}
ITU-T SG3 met UNCTAD in May, and ITU-T SG12 liaised with ETSI TC STQ on speech quality.
  ITU-T SG12 LIAISED_WITH ETSI TC STQ {topic: speech quality}
ITU-T SG5 liaised with IEC on plugs, and ITU-T SG9 liaised with SCTE on cables.
  ITU-T SG5 LIAISED_WITH IEC {topic: plugs}
  ITU-T SG9 LIAISED_WITH SCTE {topic: cables}
ITU-T SG13 consented ITU-T Y.3172; TSAG sent a liaison statement to IETF on planning; and BDT collaborated with GSMA \
on tariffs.
  ITU-T SG13 CONSENTED ITU-T Y.3172 {topic: -}
  TSAG LIAISED_WITH IETF {topic: planning}
  BDT COLLABORATES_WITH GSMA {topic: tariffs}
"""
HEADINGS = r"""
3\tITU-T SG16\n3.1\tLiaisons with W3C\nThe captions were discussed.
Table 2: Liaisons of ITU-T SG16 with IEEE and W3C
Figure 4 – Cooperation between ITU-T SG5 and UNEP
4\tCollaboration of TSB with ETSI\nNothing was done.
2\tLiaison of ITU-T SG5 with IEC\nNo work was done.
"""
UNKNOWN_NAMES = r"""
1.1\tITU-T SG5 met in May. QZX then liaised with IEC on plugs.
1.1\tITU-T SG5 met in May. Brightwater Cables approved ITU-T L.1600.
1.1\tITU-T SG5 met in May. Zorblax approved ITU-T L.1600. It also approved ITU-T L.1601.
1.1\tITU-T SG5 met in May. A delegate stated: “We liaised with IEC on plugs.”
1.1\tITU-T SG5 met in May. A delegate said that he had approved ITU-T L.1600.
1.1\tITU-T SG5 met in May. One delegate noted: “ITU-T L.1600 was approved.”
1.1\tITU-T SG5 met in May. The Marlow Foundation approved ITU-T L.1600. It also approved ITU-T L.1601.
  Marlow Foundation APPROVED ITU-T L.1600
  Marlow Foundation APPROVED ITU-T L.1601
"""
ADVICE = r"""
A report shall include contributions received from Norway.
The form shall include the name of the body with which ITU-T SG5 liaised.
Each report must state which texts ITU-T SG5 approved.
The template reads: “ITU-T SG5 liaised with IEC.”
Sample text: ITU-T SG5 liaised with <name of body> on <topic>.
Example: “ITU-T SG5 approved ITU-T L.1600”.
Collaboration of ITU-T SG5 with IEC is discouraged.
Prior to the first meeting of FG-DPM, ITU-T SG5 shall liaise with IEC.
ITU-T SG5 should, before it approves ITU-T L.1600, consult IEC.
Groups are encouraged to collaborate with IEC.
Study groups are advised to liaise with IEC.
Send a liaison statement to IEC.
"""
OTHER_EVENTS = r"""
1.1\tIGF 2018 took place in Paris, France. ISOC and APNIC attended.\n1.2\tIGF 2019 took place in Berlin, Germany.
  ISOC PARTICIPATED_IN IGF 2018
  APNIC PARTICIPATED_IN IGF 2018
1.1\tIGF 2018 took place in Paris, France. ISOC took part.\n1.2\tICANN 63 was held in Barcelona, Spain. GSMA took part.
  ISOC PARTICIPATED_IN IGF 2018
  GSMA PARTICIPATED_IN ICANN 63
1.1\tISOC attended IGF 2018.\n1.2\tThe workshop “Roots” was held in Suva, Fiji, on 4 May 2016.
  ISOC PARTICIPATED_IN IGF 2018
"""
TOPICS = r"""
ITU-T SG5 liaised with IEC on plugs and approved ITU-T L.1600.
  ITU-T SG5 LIAISED_WITH IEC {topic: plugs}
ITU-T SG5 liaised with IEC on plugs (see Annex 2) in May.
  ITU-T SG5 LIAISED_WITH IEC {topic: plugs}
ITU-T SG5 liaised with UNEP on e-waste; ITU-T SG9 rested.
  ITU-T SG5 LIAISED_WITH UNEP {topic: e-waste}
ITU-T SG5 cooperates with UNEP on e-waste and held a workshop in May.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 cooperates with UNEP on e-waste, which is a growing problem, and with WMO on cables.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
  ITU-T SG5 COLLABORATES_WITH WMO {topic: cables}
"""
LIAISON_MANAGERS = r"""
ITU-T SG5 appointed Ms. Ada Quell as liaison manager to IEC.
ITU-T SG5 appointed Mr. Bo Lind liaison officer to the IETF.
ITU-T SG5 thanked Mr. Bo Lind, its liaison officer to IEC.
Mr. Bo Lind is the liaison officer of ITU-T SG5 to IEC.
"""
SPOKEN_OF_BEFORE = r"""
2\tRecommendation ITU-T Y.4470\nIt was consented by ITU-T SG20 and is contained in TD 512.
  ITU-T SG20 CONSENTED ITU-T Y.4470
ITU-T Y.4470 “Pipes” is new.\nIt was consented by ITU-T SG20 and is contained in TD 512.
  ITU-T SG20 CONSENTED ITU-T Y.4470
3.2\tDraft Recommendation ITU-T H.999\nIt was determined by ITU-T SG16 and is contained in TD 77.
  ITU-T SG16 DETERMINED ITU-T H.999
3.2\tITU-T H.999 is on ears.\nIt was approved by ITU-T SG16 in May.
  ITU-T SG16 APPROVED ITU-T H.999
"""


@pytest.mark.parametrize(("text", "expected"), cases(CLAUSES))
def test_each_clause_has_its_own_subject_and_partner(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected


@pytest.mark.parametrize(("text", "expected"), cases(HEADINGS))
def test_headings_and_captions_state_nothing(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected


@pytest.mark.parametrize(("text", "expected"), cases(UNKNOWN_NAMES))
def test_a_subject_is_not_passed_over_for_the_one_before(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected


@pytest.mark.parametrize(("text", "expected"), cases(ADVICE))
def test_rules_samples_and_advice_are_no_facts(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected


@pytest.mark.parametrize(("text", "expected"), cases(OTHER_EVENTS))
def test_participants_stay_with_their_event(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "PARTICIPATED_IN") == expected


@pytest.mark.parametrize(("text", "expected"), cases(TOPICS))
def test_a_topic_ends_before_the_next_verb_or_aside(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *TIES) == expected


@pytest.mark.parametrize(("text", "expected"), cases(LIAISON_MANAGERS))
def test_a_liaison_manager_is_no_liaison(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *TIES) == expected


@pytest.mark.parametrize(("text", "expected"), cases(SPOKEN_OF_BEFORE))
def test_what_was_done_to_the_text_spoken_of_before(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected


PARTNERS = ("W3C on captions", "IETF on codecs")


def write_text(path: Path) -> None:
    path.write_text("ITU-T SG16 liaised with:\n" + "".join(f"•\t{item}\n" for item in PARTNERS), encoding="utf-8")


def write_word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ITU-T SG16 liaised with:")
    for item in PARTNERS:
        document.add_paragraph(item, style="List Bullet")
    document.save(str(path))


def write_page(path: Path) -> None:
    items = "".join(f"<li>{item}</li>" for item in PARTNERS)
    path.write_text(f"<html><body><p>ITU-T SG16 liaised with:</p><ul>{items}</ul></body></html>", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write"), [("note.txt", write_text), ("note.docx", write_word), ("note.html", write_page)]
)
def test_a_bullet_for_each_partner(nlp: Language, tmp_path: Path, name: str, write: Callable[[Path], None]) -> None:
    write(tmp_path / name)
    liaisons = {
        (item.source[1], item.target[1], item.own.get("topic"))
        for item in extract(read_source(tmp_path / name), nlp).batch.statements
        if item.type == "LIAISED_WITH"
    }
    assert liaisons == {("ITU-T SG16", "W3C", "captions"), ("ITU-T SG16", "IETF", "codecs")}
