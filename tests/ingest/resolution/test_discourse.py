"""Who is meant where no name is printed: it, they, the Group, the latter, both."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

TEXTS_BEFORE = r"""
2.1\tITU-T SG5 consented ITU-T L.1320 “Power”, ITU-T L.1321 “Cables” and ITU-T L.1322 “Seas”. The first two were \
approved by SG5 later.
  ITU-T SG5 APPROVED ITU-T L.1320
  ITU-T SG5 APPROVED ITU-T L.1321
2.1\tITU-T SG5 consented ITU-T L.1320 “Power”, ITU-T L.1321 “Cables” and ITU-T L.1322 “Seas”. All three have since \
been approved.
  ITU-T SG5 APPROVED ITU-T L.1320
  ITU-T SG5 APPROVED ITU-T L.1321
  ITU-T SG5 APPROVED ITU-T L.1322
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. Both were approved in May 2020.
  ITU-T SG5 APPROVED ITU-T K.44
  ITU-T SG5 APPROVED ITU-T K.45
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. The latter was approved.
  ITU-T SG5 APPROVED ITU-T K.45
2.1\tITU-T SG5 determined ITU-T K.44, ITU-T K.45 and ITU-T K.46. Both were approved.
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. All three were approved.
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. Both were not approved.
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. Both will be approved.
2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. \n3.1\tBoth were approved.
"""


@pytest.mark.parametrize(("text", "expected"), cases(TEXTS_BEFORE))
def test_texts_of_the_sentence_before(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "APPROVED") == expected


LAST_SPOKEN_OF = r"""
ITU-T SG5 met. It liaised with IEC.
  ITU-T SG5 LIAISED_WITH IEC
ITU-T SG5 and ITU-T SG9 met. They liaised with IEC.
  ITU-T SG5 LIAISED_WITH IEC
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG5 and ITU-T SG9 met. Both liaised with IEC.
  ITU-T SG5 LIAISED_WITH IEC
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG5 and ITU-T SG9 met. The former liaised with SCTE.
  ITU-T SG5 LIAISED_WITH SCTE
ITU-T SG5 and ITU-T SG9 met. The latter liaised with SCTE.
  ITU-T SG9 LIAISED_WITH SCTE
ITU-T SG5 and ITU-T SG9 met. The former liaised with SCTE; the latter liaised with IEC.
  ITU-T SG5 LIAISED_WITH SCTE
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG5 met. Zorblax spoke. It liaised with IEC.
ITU-T SG5 met. QZX approved a plan. It liaised with IEC.
ITU-T SG5 met in May. The Group liaised with IEC.
  ITU-T SG5 LIAISED_WITH IEC
JCA-AHF met. The JCA liaised with WIPO.
  JCA-AHF LIAISED_WITH WIPO
ICANN GAC met. The Committee liaised with WIPO.
  ICANN GAC LIAISED_WITH WIPO
1\tWork of ITU-T SG5\nIt liaised with IEC.
  ITU-T SG5 LIAISED_WITH IEC
ITU-T SG5 met. The Group did not meet IEC. It liaised with UNEP.
  ITU-T SG5 LIAISED_WITH UNEP
ITU-T SG5 met. The committee liaised with WIPO.
1.1\tITU-T SG5 met.\n2.1\tIt liaised with IEC.
ITU-T SG5 met. A delegate liaised with IEC.
"""


@pytest.mark.parametrize(("text", "expected"), cases(LAST_SPOKEN_OF))
def test_the_body_last_spoken_of(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "LIAISED_WITH") == expected


def test_they_are_the_subjects_of_a_publication_too(read: Read) -> None:
    expected = frozenset(("PUBLISHED", body, "Schools online") for body in ("BDT", "UNICEF"))
    text = "BDT and UNICEF met. They published the handbook “Schools online”."
    assert found(read(text), expected, "PUBLISHED") == expected
