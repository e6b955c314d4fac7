"""Who collaborates with whom, on what, and who runs a programme."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

COLLABORATIONS = r"""
ITU-T SG5 is collaborating with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 cooperates with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 coordinates with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 works closely with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 worked jointly with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG5 harmonizes with UNEP on e-waste.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
ITU-T SG20 is collaborating with ANSI, GSMA and IEEE on numbering, with W3C on vocabularies.
  ITU-T SG20 COLLABORATES_WITH ANSI {topic: numbering}
  ITU-T SG20 COLLABORATES_WITH GSMA {topic: numbering}
  ITU-T SG20 COLLABORATES_WITH IEEE {topic: numbering}
  ITU-T SG20 COLLABORATES_WITH W3C {topic: vocabularies}
ITU-T SG13 is collaborating with 3GPP on draft Recommendation ITU-T Y.kettle-arc.
  ITU-T SG13 COLLABORATES_WITH 3GPP {topic: draft Recommendation ITU-T Y.kettle-arc}
BDT, in partnership with FAO, trains farmers.
  BDT COLLABORATES_WITH FAO
In partnership with FAO and UNDP, BDT trains farmers.
  BDT COLLABORATES_WITH FAO
  BDT COLLABORATES_WITH UNDP
1.1\tITU-T SG5:\n·\tis collaborating with UNEP on e-waste;\n·\tcooperates with WMO on cables.
  ITU-T SG5 COLLABORATES_WITH UNEP {topic: e-waste}
  ITU-T SG5 COLLABORATES_WITH WMO {topic: cables}
Q4/5 works jointly with ETSI on power.
  ITU-T SG5 COLLABORATES_WITH ETSI {topic: power}
UNESCO and ITU are working closely on literacy.
  ITU COLLABORATES_WITH UNESCO {topic: literacy}
BDT continues its collaborative activities with UNICEF.
  BDT COLLABORATES_WITH UNICEF
TSB cooperates with RIPE NCC, APNIC, as well as LACNIC, on statistics.
  TSB COLLABORATES_WITH APNIC {topic: statistics}
  TSB COLLABORATES_WITH LACNIC {topic: statistics}
  TSB COLLABORATES_WITH RIPE NCC {topic: statistics}
A memorandum of understanding between ITU and UNHCR was signed in 2019.
  ITU COLLABORATES_WITH UNHCR
FG-AI4H is supported by WHO.
  FG-AI4H COLLABORATES_WITH WHO
A manual on towers is being written by BDT with FAO and UNICEF.
  BDT COLLABORATES_WITH FAO
  BDT COLLABORATES_WITH UNICEF
TSB produced the film “Wires” with UNESCO.
  TSB COLLABORATES_WITH UNESCO
In March 2022 BDT signed a memorandum of understanding with FAO on rural networks.
  BDT COLLABORATES_WITH FAO
BDT and FAO signed an agreement on rural networks.
  BDT COLLABORATES_WITH FAO
A declaration of intent was signed by BDT and FAO.
  BDT COLLABORATES_WITH FAO
FAO and BDT jointly ran a pilot on seeds.
  BDT COLLABORATES_WITH FAO
BDT and FAO joined forces on seeds.
  BDT COLLABORATES_WITH FAO
BDT and FAO co-authored a guide on seeds.
  BDT COLLABORATES_WITH FAO
ITU-T SG9 held a joint session with ITU-T SG16 on captions.
  ITU-T SG9 COLLABORATES_WITH ITU-T SG16
BDT completed the survey with funding from UNICEF.
  BDT COLLABORATES_WITH UNICEF
BDT counts FAO and UNICEF among its partners.
  BDT COLLABORATES_WITH FAO
  BDT COLLABORATES_WITH UNICEF
FAO is a partner of BDT in this work.
  FAO COLLABORATES_WITH BDT
A course, delivered by BDT in Suva, Fiji, jointly with FAO, drew crowds.
  BDT COLLABORATES_WITH FAO
1.1\tITU-T SG9 met. Together with SCTE and CableLabs, it is revising the text on captions.
  ITU-T SG9 COLLABORATES_WITH CableLabs
  ITU-T SG9 COLLABORATES_WITH SCTE
1.1\tITU-T SG5 met. With IEC, the group continues to coordinate on plugs.
  ITU-T SG5 COLLABORATES_WITH IEC
With FAO and the World Bank, BDT published a handbook on seeds.
  BDT COLLABORATES_WITH FAO
  BDT COLLABORATES_WITH World Bank
With IEC on plugs, ITU-T SG5 harmonizes its vocabulary.
  ITU-T SG5 COLLABORATES_WITH IEC
ITU-T SG5 and IEC collaborate on earthing.
  ITU-T SG5 COLLABORATES_WITH IEC
A forum on plugs was held by BDT in Suva, with UNICEF as co-host.
  BDT COLLABORATES_WITH UNICEF
IEC has lent its support to ITU-T SG5.
  IEC COLLABORATES_WITH ITU-T SG5
The survey was made by BDT in association with APT, and its results were shared with CITEL.
  BDT COLLABORATES_WITH APT
BDT has ATU and CTU as partners.
  BDT COLLABORATES_WITH ATU
  BDT COLLABORATES_WITH CTU
BDT is teaming up with UNICEF on schools.
  BDT COLLABORATES_WITH UNICEF
The Memorandum of Understanding between ITU and UNHCR covers refugees.
  ITU COLLABORATES_WITH UNHCR
ITU-T SG5, in concert with IEC, reviewed the limits.
  ITU-T SG5 COLLABORATES_WITH IEC
BDT published a note in partnership with the Sustainable Cycles Programme (SCYCLE) of UNITAR.
  BDT COLLABORATES_WITH SCYCLE
2.4\tCoordination through liaisons took place between ITU-T SG5 and ETSI on grids. With IEC, the group continues to \
cooperate on plugs.
  ITU-T SG5 COLLABORATES_WITH IEC
ITU leads the coalition U4SSC, jointly with UNECE.
  ITU COLLABORATES_WITH UNECE
WSIS Forum 2018 was co-organized by ITU, UNESCO and UNCTAD.
  ITU COLLABORATES_WITH UNCTAD
  ITU COLLABORATES_WITH UNESCO
With IEC, ITU-T SG5 will host a workshop on plugs in May.
With Japan and Nepal, BDT discussed the plan.
With the adoption of Resolution 44, ITU-T SG5 cooperates more.
With UNICEF, BDT might organize a forum on plugs.
With IEC, ITU-T SG5 does not cooperate on plugs.
ITU-T SG5 and IEC will collaborate on earthing.
The coordination mechanism of the UN has among its members FAO and WHO.
The course COP is run by BDT and UNICEF.
The cooperation between ITU and IFAD has been discontinued.
ITU-T SG5 works on plugs, in liaison with IEC.
RESOLUTION 44 (Rev. Geneva, 2022)\nOn plugs\nThe World Telecommunication Standardization Assembly,\ninstructs ITU-T \
Study Group 5\n1\tto seek collaboration with IEC on plugs;
RESOLUTION 44 (Rev. Geneva, 2022)\nOn plugs\nThe World Telecommunication Standardization Assembly,\nresolves\n1\tthat \
ITU-T Study Group 5 shall work with IEC on plugs;
"""


@pytest.mark.parametrize(("text", "expected"), cases(COLLABORATIONS))
def test_collaborations(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "COLLABORATES_WITH") == expected


RUNNERS = r"""
BDT manages GIGA.
  BDT RUNS GIGA
BDT has launched the project GIGA.
  BDT RUNS GIGA
Since 2020 GIGA has been operated by BDT.
  BDT RUNS GIGA
Giga, the school mapping platform maintained by BDT, grew.
  BDT RUNS GIGA
U4SSC is hosted jointly by ITU, UNECE and UN-Habitat.
  ITU RUNS U4SSC
  UN-Habitat RUNS U4SSC
  UNECE RUNS U4SSC
GIGA, which ITU and UNICEF have operated since 2019, connects schools.
  ITU RUNS GIGA
  UNICEF RUNS GIGA
COP, an initiative that BDT has maintained for years, published a note.
  BDT RUNS COP
COP is an ITU programme.
  ITU RUNS COP
EW4All, co-led by WMO and UNDRR, grows.
  UNDRR RUNS EW4All
  WMO RUNS EW4All
BDT plans to launch GIGA.
BDT does not run GIGA.
BDT was invited to manage GIGA.
GIGA may be operated by BDT.
BDT mentioned GIGA.
BDT is not responsible for GIGA.
COP, which UNICEF praised, published a note.
COP, which BDT may run again, published a note.
"""


@pytest.mark.parametrize(("text", "expected"), cases(RUNNERS))
def test_runners(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "RUNS") == expected


WITH_A_PARTNER = r"""
ITU-T SG13 is collaborating with 3GPP on draft Recommendation ITU-T Y.kettle-arc.
"""


@pytest.mark.parametrize(("text", "expected"), cases(WITH_A_PARTNER))
def test_work_on_a_draft_with_a_partner_is_no_development(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "DEVELOPS") == expected
