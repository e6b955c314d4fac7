"""Work on texts: who approved, agreed, consented, determined, started, develops and published what."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

WORK = ("APPROVED", "AGREED", "CONSENTED", "DETERMINED", "STARTED", "DEVELOPS", "PUBLISHED", "RESPONSIBLE_FOR")

TEXTS = r"""
ITU-T SG9 approved ITU-T J.1600 “Premium cable” and ITU-T J.1601 “Requirements”.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T J.1601
ITU-T SG9 approved ITU-T J.1600/Y.2600 “Premium cable”.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T Y.2600
ITU-T SG9 approved three Recommendations: ITU-T J.1600 “Premium cable”; ITU-T J.1601 “Requirements”; and ITU-T J.1602 \
“Framework”.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T J.1601
  ITU-T SG9 APPROVED ITU-T J.1602
1.1\tITU-T SG9 approved the following Recommendations:\n·\tITU-T J.1600 “Premium”\n·\tITU-T J.1601 “Why”
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T J.1601
1.1\tOn cables, ITU-T SG9:\n·\tapproved ITU-T J.1600 “A”;\n·\tconsented ITU-T J.1601 “B”;\n·\tdetermined ITU-T J.1602 \
“C”;\n·\tagreed a technical report on “Cable in space”;\n·\tstarted work on ITU-T J.cable-sea;\n·\tis developing \
draft Recommendation ITU-T J.cable-ai;\n·\tpublished the handbook “Cables for all”.
  ITU-T SG9 AGREED Cable in space
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 CONSENTED ITU-T J.1601
  ITU-T SG9 DETERMINED ITU-T J.1602
  ITU-T SG9 DEVELOPS ITU-T J.cable-ai
  ITU-T SG9 PUBLISHED Cables for all
  ITU-T SG9 STARTED ITU-T J.cable-sea
On cables, ITU-T SG9 approved ITU-T J.1600, consented ITU-T J.1601 and determined ITU-T J.1602.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 CONSENTED ITU-T J.1601
  ITU-T SG9 DETERMINED ITU-T J.1602
2.3\tITU-T SG9 met. It approved ITU-T J.1600 “A”. It further started work on ITU-T J.1601 and is progressing ITU-T \
J.1602. The Group also agreed ITU-T J Suppl.11.
  ITU-T SG9 AGREED ITU-T J Suppl.11
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 DEVELOPS ITU-T J.1602
  ITU-T SG9 STARTED ITU-T J.1601
ITU-T J.1600 “Cables” was approved by SG9 in 2019.
  ITU-T SG9 APPROVED ITU-T J.1600
ITU-T J.1600 and ITU-T J.1601 were consented by SG9.
  ITU-T SG9 CONSENTED ITU-T J.1600
  ITU-T SG9 CONSENTED ITU-T J.1601
1.1\tITU-T SG9 met.\nRecommendation ITU-T J.1600 was approved.
  ITU-T SG9 APPROVED ITU-T J.1600
ITU-T SG9 gave its consent to ITU-T J.1601 and gave its approval to ITU-T J.1600.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 CONSENTED ITU-T J.1601
ITU-T SG9 and SG16 jointly developed ITU-T J.1600.
  ITU-T SG16 DEVELOPS ITU-T J.1600
  ITU-T SG9 DEVELOPS ITU-T J.1600
Q3/9 is drafting ITU-T J.1600.
  ITU-T SG9 DEVELOPS ITU-T J.1600
ITU-T SG9 approved ITU-T J.94 Cor.1 and started revision works on ITU-T J.112 Amd.2.
  ITU-T SG9 APPROVED ITU-T J.94 Cor.1
  ITU-T SG9 STARTED ITU-T J.112 Amd.2
ITU-T SG9 agreed Supplement 11 to the ITU-T J-series Recommendations, “Guide”.
  ITU-T SG9 AGREED ITU-T J Suppl.11
ITU-T SG9 prepared a report on “Sea”.
  ITU-T SG9 DEVELOPS Sea
The Council adopted Resolution 1386.
  ITU Council APPROVED Council Resolution 1386
ITU-R approved Recommendation ITU-R BT.2100-2 “HDR” and Report ITU-R BT.2420-3 “Immersion”.
  ITU-R APPROVED ITU-R BT.2100
  ITU-R APPROVED ITU-R BT.2420
IETF published RFC 9000 “QUIC”.
  IETF PUBLISHED RFC 9000
ITU-T SG9, which has responsibility for ITU-T J.112, met.
  ITU-T SG9 RESPONSIBLE_FOR ITU-T J.112
ITU-T J.1600 was consented by SG9 in March.
  ITU-T SG9 CONSENTED ITU-T J.1600
ITU-T SG9 met in May. Consent was reached on ITU-T J.1600.
  ITU-T SG9 CONSENTED ITU-T J.1600
Following the approval of ITU-T J.1600 by SG9, tests began.
  ITU-T SG9 APPROVED ITU-T J.1600
SG9’s approval of ITU-T J.1600 came late.
  ITU-T SG9 APPROVED ITU-T J.1600
Recommendation ITU-T J.1600, which draws on ITU-T J.1000, was approved by SG9.
  ITU-T SG9 APPROVED ITU-T J.1600
ITU-T J.1600, and ITU-T J.1601, were approved by SG9.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T J.1601
ITU-T SG9 agreed to open new work items J.abc-de and J.abc-fg.
  ITU-T SG9 STARTED ITU-T J.abc-de
  ITU-T SG9 STARTED ITU-T J.abc-fg
New work items J.abc-de and J.abc-fg were agreed by ITU-T SG9.
  ITU-T SG9 STARTED ITU-T J.abc-de
  ITU-T SG9 STARTED ITU-T J.abc-fg
ITU-T SG9 approved new work item J.abc-de.
  ITU-T SG9 STARTED ITU-T J.abc-de
“Fair prices”, a handbook, was released by BDT.
  BDT PUBLISHED Fair prices
The handbook “Wires” is maintained by ITU-T SG9.
  ITU-T SG9 DEVELOPS Wires
ITU-T SG9 is responsible for Questions 1/9 and 2/9.
  ITU-T SG9 RESPONSIBLE_FOR ITU-T Q1/9
  ITU-T SG9 RESPONSIBLE_FOR ITU-T Q2/9
ITU-T SG9 approved more than 20 new and revised Recommendations.
ITU-T SG9 approved one regional Recommendation for Africa and an essential guide.
ITU-T SG9 has not approved ITU-T J.1600 “Premium cable”.
ITU-T SG9 may approve ITU-T J.1600 in future.
ITU-T SG9 plans to determine ITU-T J.1602.
ITU-T SG9 will be invited to approve ITU-T J.1602.
ITU-T SG9 failed to approve ITU-T J.1601.
It was proposed that ITU-T SG9 approve ITU-T J.1601.
1.1\tITU-T SG9:\n·\thas not completed ITU-T J.1601.
ITU-T SG9 read “Why SG16 approved ITU-T H.222”.
New Recommendation ITU-T J.1600 was approved.
ITU-T SG9 used ITU-T J.1600, one of the recently approved Recommendations.
The approval of ITU-T J.1600 by SG9 is expected in May.
ITU-T J.1600 was not approved by SG9.
ITU-T J.1600 may be approved by SG9.
ITU-T SG9 met in May. The approval of ITU-T J.1600 was deferred.
ITU-T SG9 met in May. ITU-T J.1600 was approved by the Academy of Nowhere.
A proposal to open new work item J.abc-de was not supported by ITU-T SG9.
ITU-T SG9 may agree new work item J.abc-de.
BDT plans to publish the handbook “Air”.
"""


@pytest.mark.parametrize(("text", "expected"), cases(TEXTS))
def test_work_on_texts(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *WORK) == expected


UNDER_HEADINGS = r"""
REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex \
1\nProposed new work items\nL.xyz-ab
REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex 1\nWork \
items discontinued\nL.xyz-ab
REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex \
1\nRecommendations planned for approval\nITU-T L.1604 “Later”
REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex \
1\nRecommendations not approved\nITU-T L.1604 “Later”
REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\nAnnex \
1\nRecommendations approved\nIt follows ITU-T L.1604 closely
"""


@pytest.mark.parametrize(("text", "expected"), cases(UNDER_HEADINGS))
def test_texts_under_headings(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *WORK) == expected


ADDED = r"""
ITU-T SG9 consented ITU-T J.1601 “Why” (under approval).
  ITU-T SG9 CONSENTED ITU-T J.1601 {status: under approval}
ITU-T SG9 consented one draft Recommendation (currently under approval): ITU-T J.1601 “Why”.
  ITU-T SG9 CONSENTED ITU-T J.1601 {status: under approval}
ITU-T SG9 approved revised Recommendation ITU-T J.1602 “How”.
  ITU-T SG9 APPROVED ITU-T J.1602 {revised: True}
ITU-T SG9 approved ITU-T J.1602 “How”.
  ITU-T SG9 APPROVED ITU-T J.1602
ITU-T SG9 approved ITU-T J.1602 V2 “How”.
  ITU-T SG9 APPROVED ITU-T J.1602 {edition: V2}
ITU-R approved Recommendation ITU-R M.2083-0.
  ITU-R APPROVED ITU-R M.2083 {edition: -0}
ITU-R approved Recommendation ITU-R M.1457-14.
  ITU-R APPROVED ITU-R M.1457 {edition: -14}
ITU-T SG9 started revision works on ITU-T J.94.
  ITU-T SG9 STARTED ITU-T J.94 {revision: True}
ITU-T SG9 started the revision of ITU-T J.94.
  ITU-T SG9 STARTED ITU-T J.94 {revision: True}
ITU-T SG9 started new work on ITU-T J.cable-sea.
  ITU-T SG9 STARTED ITU-T J.cable-sea
"""


@pytest.mark.parametrize(("text", "expected"), cases(ADDED))
def test_what_the_verb_phrase_adds(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *WORK) == expected


PARTS = r"""
Amendment 2 to ITU-T L.1 was approved by ITU-T SG5.
  ITU-T SG5 APPROVED ITU-T L.1 Amd.2
Neither ITU-T L.1 nor ITU-T L.2 was approved by ITU-T SG5.
The Corrigendum to ITU-T L.1 was approved by ITU-T SG5.
"""


@pytest.mark.parametrize(("text", "expected"), cases(PARTS))
def test_parts_and_denials(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "APPROVED") == expected


LAST_CALL = r"""
ITU-T SG5 sent ITU-T L.1 and ITU-T L.2 to last call.
  ITU-T SG5 CONSENTED ITU-T L.1
  ITU-T SG5 CONSENTED ITU-T L.2
ITU-T SG5 met. ITU-T L.1 was put into Last Call.
  ITU-T SG5 CONSENTED ITU-T L.1
ITU-T SG5 may send ITU-T L.1 to last call.
ITU-T SG5 sent ITU-T L.1 to ITU-T SG9.
"""


@pytest.mark.parametrize(("text", "expected"), cases(LAST_CALL))
def test_last_call(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "CONSENTED") == expected


IDENTIFIERS = r"""
ITU-T J.94 Amd.2 is new.
  ITU-T J.94 Amd.2 AMENDS ITU-T J.94
ITU-T J.94 (1998) Corrigendum 1 is new.
  ITU-T J.94 Cor.1 AMENDS ITU-T J.94
ITU-T G.729 Annex B is new.
  ITU-T G.729 Annex B AMENDS ITU-T G.729
ITU-T E.156 Suppl. 2 is new.
  ITU-T E.156 Suppl.2 SUPPLEMENTS ITU-T E.156
Supplement 12 to ITU-T E.800-series Recommendations is new.
  ITU-T E Suppl.12 SUPPLEMENTS ITU-T E.800-series
ITU-T L.1603/Y.4903 is new.
  ITU-T L.1603 EQUIVALENT_TO ITU-T Y.4903
ITU-T G.780/Y.1351 (2004) Amend. 1 is new.
  ITU-T G.780 Amd.1 AMENDS ITU-T G.780
  ITU-T Y.1351 Amd.1 AMENDS ITU-T Y.1351
  ITU-T G.780 Amd.1 EQUIVALENT_TO ITU-T Y.1351 Amd.1
ITU-T Q.Suppl.71 is new.
ITU-T J.94 and ITU-T J.112 are new.
ITU-T L.1200 is old. A Supplement to ITU-T L.1000 is short.
"""


@pytest.mark.parametrize(("text", "expected"), cases(IDENTIFIERS))
def test_what_identifiers_say_of_one_another(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "AMENDS", "SUPPLEMENTS", "EQUIVALENT_TO") == expected


REFERENCES = r"""
ITU-T Q.3630 endorses ETSI TS 129 165.
  ITU-T Q.3630 REFERENCES ETSI TS 129 165
RESOLUTION 12 (Antalya, 2006)\nOn roaming\nThe Plenipotentiary Conference of the International Telecommunication \
Union (Antalya, 2006),\nnoting\nthat it is so,\nresolves to instruct the Council\nto consider it.
  PP Resolution 12 DIRECTS ITU Council {clause: resolves to instruct the Council; topic: to consider it}
"""


@pytest.mark.parametrize(("text", "expected"), cases(REFERENCES))
def test_references(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "REFERENCES", "DIRECTS") == expected
