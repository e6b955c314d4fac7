"""Lead-ins with their bullets: each item is read as a sentence that the lead-in begins."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

STATED = ("APPROVED", "CONSENTED", "DETERMINED", "STARTED", "LIAISED_WITH", "COLLABORATES_WITH", "PARTICIPATED_IN")
LISTS = r"""
ITU-T SG16 liaised with:\n·\tW3C on captions\n·\tIETF on codecs\n·\tEBU
  ITU-T SG16 LIAISED_WITH W3C {topic: captions}
  ITU-T SG16 LIAISED_WITH IETF {topic: codecs}
  ITU-T SG16 LIAISED_WITH EBU {topic: -}
ITU-T SG16 sent liaison statements to:\n·\tW3C on captions\n·\tEBU
  ITU-T SG16 LIAISED_WITH W3C {topic: captions}
  ITU-T SG16 LIAISED_WITH EBU {topic: -}
1.1\tResults:\n·\tITU-T SG9:\n–\tapproved ITU-T J.1600;\n·\tITU-T SG16:\n–\tapproved ITU-T H.870;\n\
–\tconsented ITU-T H.871.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG16 APPROVED ITU-T H.870
  ITU-T SG16 CONSENTED ITU-T H.871
1\tWork\n·\tITU-T SG9 approved ITU-T J.1600 “Cables”;\n·\tITU-T SG16:\n–\tapproved ITU-T H.870 “Ears”.
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG16 APPROVED ITU-T H.870
ITU-T SG9 approved the following texts:\n·\tITU-T J.1600\n·\tITU-T J.1601
  ITU-T SG9 APPROVED ITU-T J.1600
  ITU-T SG9 APPROVED ITU-T J.1601
ITU-T SG5:\n·\tmet in May;\n·\tcooperates with UNEP on e-waste;\n·\tmay approve ITU-T L.1600.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 did not liaise with:\n·\tIEC\n·\tUNEP
ITU-T SG5 plans to liaise with:\n·\tIEC\n·\tUNEP
"""


@pytest.mark.parametrize(("text", "expected"), cases(LISTS))
def test_lists_behind_a_lead_in(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, *STATED) == expected
