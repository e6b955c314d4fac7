"""Groups: their members, observers and parents."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

MEMBERS = r"""
ISOC and GSMA joined U4SSC in 2019.
  GSMA MEMBER_OF U4SSC
  ISOC MEMBER_OF U4SSC
U4SSC was joined by ISOC and by Norway.
  ISOC MEMBER_OF U4SSC
  NO MEMBER_OF U4SSC
FAO has become a full member of U4SSC.
  FAO MEMBER_OF U4SSC
ITU-T SG16 sits on JCA-AHF.
  ITU-T SG16 MEMBER_OF JCA-AHF
U4SSC brings together ITU, UNECE and UN-Habitat.
  ITU MEMBER_OF U4SSC
  UN-Habitat MEMBER_OF U4SSC
  UNECE MEMBER_OF U4SSC
EQUALS counts GSMA and UN Women among its members.
  GSMA MEMBER_OF EQUALS
  UN Women MEMBER_OF EQUALS
Members of EQUALS include GSMA and UN Women.
  GSMA MEMBER_OF EQUALS
  UN Women MEMBER_OF EQUALS
Among the members of EQUALS are GSMA and Chile.
  CL MEMBER_OF EQUALS
  GSMA MEMBER_OF EQUALS
EQUALS has more than 100 members, including GSMA, UNESCO and Chile.
  CL MEMBER_OF EQUALS
  GSMA MEMBER_OF EQUALS
  UNESCO MEMBER_OF EQUALS
EQUALS welcomed UNESCO and Kenya as new members.
  KE MEMBER_OF EQUALS
  UNESCO MEMBER_OF EQUALS
EQUALS, of which UNESCO is a member, grew.
  UNESCO MEMBER_OF EQUALS
EQUALS, which UNESCO and GSMA joined, grew.
  GSMA MEMBER_OF EQUALS
  UNESCO MEMBER_OF EQUALS
1.1\tEQUALS grew. It comprises ITU and GSMA.
  GSMA MEMBER_OF EQUALS
  ITU MEMBER_OF EQUALS
1.1\tEQUALS grew. Its latest members are ITU and GSMA.
  GSMA MEMBER_OF EQUALS
  ITU MEMBER_OF EQUALS
GSMA participates in the work of JCA-AHF as an observer.
  GSMA MEMBER_OF JCA-AHF {status: observer}
ETSI takes part in JCA-IMT2020.
  ETSI MEMBER_OF JCA-IMT2020
ETSI and IEEE participate in JCA-IMT2020 as observers.
  ETSI MEMBER_OF JCA-IMT2020 {status: observer}
  IEEE MEMBER_OF JCA-IMT2020 {status: observer}
IEC was admitted to JCA-IMT2020.
  IEC MEMBER_OF JCA-IMT2020
JCA-IMT2020 met in May. Its present members include ETSI, IEEE and IEC.
  ETSI MEMBER_OF JCA-IMT2020
  IEC MEMBER_OF JCA-IMT2020
  IEEE MEMBER_OF JCA-IMT2020
ITU is an observer in ICANN GAC.
  ITU MEMBER_OF ICANN GAC {status: observer}
ISOC joined U4SSC.
  ISOC MEMBER_OF U4SSC
1.1\tFG-AN met in May. Nokia and GSMA joined it in June.
  GSMA MEMBER_OF FG-AN
  Nokia MEMBER_OF FG-AN
1.1\tFG-AN met in May. GSMA joined it in June as an observer.
  GSMA MEMBER_OF FG-AN {status: observer}
ISOC has not joined U4SSC.
ISOC may join U4SSC.
1.1\tFG-AN met in May. GSMA has not joined it.
ISOC will join U4SSC.
ISOC was invited to join U4SSC.
ISOC is no longer a member of U4SSC.
ISOC left U4SSC, which GSMA had never joined.
Norway has applied to become a member of U4SSC.
GSMA was not among the members of EQUALS.
EQUALS has no members from UNESCO.
ISOC is a partner of U4SSC.
JCA-IoT and SC&C has five members.
GSMA participated in the meeting of JCA-AHF on 3 May 2019.
FG-DPM works through WG1 and WG2, which ISOC follows.
ETSI may participate in JCA-IMT2020.
ETSI was invited to take part in JCA-IMT2020.
ETSI does not take part in JCA-IMT2020.
ETSI was not admitted to JCA-IMT2020.
ETSI read the report of JCA-IMT2020.
"""


@pytest.mark.parametrize(("text", "expected"), cases(MEMBERS))
def test_members(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "MEMBER_OF") == expected


PARENTS = r"""
FG-ML5G, set up under ITU-T SG13, met.
  FG-ML5G PART_OF ITU-T SG13
  FG-ML5G PART_OF ITU-T
  ITU-T SG13 PART_OF ITU-T
FG-NET-2030, of which ITU-T SG13 is the parent group, met.
  FG-NET-2030 PART_OF ITU-T SG13
  FG-NET-2030 PART_OF ITU-T
  ITU-T SG13 PART_OF ITU-T
FG-AN WG1 and WG3 go on.
  FG-AN WG1 PART_OF FG-AN
  FG-AN WG3 PART_OF FG-AN
Working Group 2 of FG-AN has finished.
  FG-AN WG2 PART_OF FG-AN
ITU-T SG16 met ISO/IEC JTC 1/SC 29 and SC 36.
  ISO/IEC JTC 1/SC 29 PART_OF ISO/IEC JTC 1
  ISO/IEC JTC 1/SC 36 PART_OF ISO/IEC JTC 1
  ITU-T SG16 PART_OF ITU-T
The Correspondence Group on smart plugs was convened by ITU-T SG5.
  Correspondence Group on smart plugs PART_OF ITU-T SG5
  ITU-T SG5 PART_OF ITU-T
"""


@pytest.mark.parametrize(("text", "expected"), cases(PARENTS))
def test_parents(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "PART_OF") == expected
