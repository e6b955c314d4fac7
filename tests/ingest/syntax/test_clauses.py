"""Each clause keeps its own subject, partners and time: clauses joined, gapped, ended or only talked about."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

TYPES = ("APPROVED", "CONSENTED", "COLLABORATES_WITH", "LIAISED_WITH", "RESPONSIBLE_FOR", "ORGANIZED", "HOLDS_ROLE")

JOINED = r"""
ITU-T SG5 approved ITU-T L.1600 and ITU-T SG9 approved ITU-T J.1601.
  ITU-T SG5 APPROVED ITU-T L.1600
  ITU-T SG9 APPROVED ITU-T J.1601
ITU-T SG5 liaised with IEC on plugs while ITU-T SG9 and ITU-T SG16 liaised with SCTE.
  ITU-T SG5 LIAISED_WITH IEC
  ITU-T SG9 LIAISED_WITH SCTE
  ITU-T SG16 LIAISED_WITH SCTE
ITU-T SG5 liaised with IEC and ISO, and ITU-T SG9 with SCTE.
  ITU-T SG5 LIAISED_WITH IEC
  ITU-T SG5 LIAISED_WITH ISO
  ITU-T SG9 LIAISED_WITH SCTE
ITU-T WP1/5 is responsible for Questions 1/5 and 2/5, and ITU-T WP2/5 for Question 6/5.
  ITU-T WP1/5 RESPONSIBLE_FOR ITU-T Q1/5
  ITU-T WP1/5 RESPONSIBLE_FOR ITU-T Q2/5
  ITU-T WP2/5 RESPONSIBLE_FOR ITU-T Q6/5
Consented by ITU-T SG5: L.1600 and L.1601.
  ITU-T SG5 CONSENTED ITU-T L.1600
  ITU-T SG5 CONSENTED ITU-T L.1601
ITU-T SG5 approved ITU-T L.1600 but not ITU-T L.1601.
  ITU-T SG5 APPROVED ITU-T L.1600
ITU-T SG5 liaised with IEC, as well as with ISO, on plugs.
  ITU-T SG5 LIAISED_WITH IEC
  ITU-T SG5 LIAISED_WITH ISO
ITU-T SG5 would like to thank IEC for its liaison statement on plugs.
  ITU-T SG5 LIAISED_WITH IEC
"""

NOT_SO = r"""
ARIB has ended its agreement with TIA.
An agreement between ETSI and TIA is under discussion.
The consent of ITU-T L.1600 was put off by ITU-T SG5.
The fourth meeting of FG-AI4H did not take place.
The ITU Workshop on “Smart kettles”, announced for 3-5 March 2020 in Lima, Peru, was cancelled.
Prior to the first meeting of FG-AI4H its members were counted.
Candidatures received for the post of Chairman of ITU-T SG5: Ms Ada Berg (Kenya), Mr Bo Lind (Peru).
"""


@pytest.mark.parametrize(("text", "expected"), cases(JOINED))
def test_each_clause_has_its_own(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *TYPES) == expected


@pytest.mark.parametrize(("text", "expected"), cases(NOT_SO))
def test_what_is_only_spoken_of_states_nothing(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *TYPES) == expected
