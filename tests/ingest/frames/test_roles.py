"""Who holds which office, whatever the order of the person, the office and the body."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

OFFICES = r"""
WP1/9, chaired by Mr. Bo Lind of Nokia, met.
  Bo Lind HOLDS_ROLE ITU-T WP1/9 {role: Chairman}
  Bo Lind HOLDS_ROLE Nokia {role: representative}
JCA-AHF, whose convener is Ms. Ada Quell, met.
  Ada Quell HOLDS_ROLE JCA-AHF {role: convener}
TSAG elected Ms. Ada Quell as its Chair.
  Ada Quell HOLDS_ROLE TSAG {role: Chair}
Mr. Bo Lind serves as Rapporteur of Q5/15.
  Bo Lind HOLDS_ROLE ITU-T SG15 {role: Rapporteur}
Mr. Bo Lind was appointed Director of BDT.
  Bo Lind HOLDS_ROLE BDT {role: Director}
The meeting thanked Ms. Ada Quell and Mr. Bo Lind, vice-chairmen of SG9.
  Ada Quell HOLDS_ROLE ITU-T SG9 {role: vice-chairman}
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: vice-chairman}
This note by the APT liaison officer, Mr. Bo Lind, is short.
  Bo Lind HOLDS_ROLE APT {role: liaison officer}
Mr. Bo Lind succeeded Ms. Ada Quell as Chairman of ITU-T SG9.
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: Chairman}
Ms. Ada Quell, Acting Director of TSB, spoke.
  Ada Quell HOLDS_ROLE TSB {role: Acting Director}
Mr. Bo Lind (Counsellor, ITU-T SG9) assisted.
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: Counsellor}
ITU-T SG9 is co-chaired by Ms. Ada Quell and Mr. Bo Lind.
  Ada Quell HOLDS_ROLE ITU-T SG9 {role: Chairman}
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: Chairman}
1.1\tFG-MV met. Mr. Bo Lind, chairman of the focus group, spoke.
  Bo Lind HOLDS_ROLE FG-MV {role: chairman}
Mr. Bo Lind was appointed Chairman of ITU-T SG9, and Ms. Ada Quell (Mali) Chairman of ITU-T SG5.
  Ada Quell HOLDS_ROLE ITU-T SG5
  Bo Lind HOLDS_ROLE ITU-T SG9
It was led by Mr. Bo Lind, Chairman of ITU-T SG9, and attended by the Vice-chairmen Ms. Ada Quell and Mr. Cy Noll.
  Ada Quell HOLDS_ROLE ITU-T SG9
  Bo Lind HOLDS_ROLE ITU-T SG9
  Cy Noll HOLDS_ROLE ITU-T SG9
FG-XY, set up under ITU-T SG9, goes on. Under its Chairman, Mr. Bo Lind, it prepared a text.
  Bo Lind HOLDS_ROLE FG-XY
The TSB Director, Mr. Aurelio Quispe, spoke.
  Aurelio Quispe HOLDS_ROLE TSB {role: Director}
Ms. Ada Quell, Chairman of ITU-T SG9, spoke.
  Ada Quell HOLDS_ROLE ITU-T SG9 {role: Chairman}
Dr. Eva Sand, Secretary-General of ITU, spoke.
  Eva Sand HOLDS_ROLE ITU {role: Secretary-General}
Mr. Bo Lind, Director of the Radiocommunication Bureau, spoke.
  Bo Lind HOLDS_ROLE BR {role: Director}
Mr. Bo Lind, Chief Executive Officer of APNIC, spoke.
  Bo Lind HOLDS_ROLE APNIC {role: Chief Executive Officer}
Mr. Aurelio Quispe, TSB Director, opened.
  Aurelio Quispe HOLDS_ROLE TSB {role: Director}
Mr. Aurelio Quispe, the TSB Director, opened.
  Aurelio Quispe HOLDS_ROLE TSB {role: Director}
Under the chairmanship of Mr. Bo Lind, ITU-T SG9 met.
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: Chairman}
ITU-T SG9, chaired by Mr. Bo Lind, met.
  Bo Lind HOLDS_ROLE ITU-T SG9 {role: Chairman}
CWG-COP/7/3\nREPORT OF THE CHAIRMAN ON\nTHE SEVENTH MEETING OF CWG-COP\n4 May 2017\nThe seventh meeting of CWG-COP \
took place in Geneva on 3 May 2017.\n1.\tOpening\n1.1\tThe Chairman, Mr. Bo Lind, opened the meeting.\n1.2\tMs. Ada \
Quell highlighted the need for care. Ms. Quell also noted the time.\n2.\tContributions\n2.1\tContributions were \
received from Norway, from Chile and from GSMA.\n2.2\tThe representative from ARIN presented contribution \
CWG-COP/7/5. A contribution from Peru was not received.
  Bo Lind HOLDS_ROLE CWG-COP {role: Chairman}
FG-XY met. Mr. Bo Lind was proposed as Chairman.
FG-XY met. Mr. Bo Lind was not elected Chairman.
Ms. Ada Quell was proposed as Chair of TSAG.
Mr. Bo Lind may become Chairman of ITU-T SG9.
Mr. Bo Lind, editor of Recommendation ITU-T Y.4903, spoke for ISOC.
ITU-T SG9 thanked Mr. Bo Lind.
Mr. Bo Lind and ISOC spoke.
Mr. Bo Lind saw a Chairman near ISOC.
"""


@pytest.mark.parametrize(("text", "expected"), cases(OFFICES))
def test_offices(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "HOLDS_ROLE") == expected
