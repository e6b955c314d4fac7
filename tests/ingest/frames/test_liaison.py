"""Who liaised with whom, on what."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

LIAISONS = r"""
ITU-T SG12 liaised with ETSI TC STQ on speech quality.
  ITU-T SG12 LIAISED_WITH ETSI TC STQ {topic: speech quality}
ITU-T SG17 liaised with IETF LAMPS on certificates, with OASIS on identity, and with FIDO Alliance on tokens.
  ITU-T SG17 LIAISED_WITH FIDO Alliance {topic: tokens}
  ITU-T SG17 LIAISED_WITH IETF LAMPS {topic: certificates}
  ITU-T SG17 LIAISED_WITH OASIS {topic: identity}
ITU-T SG9 liaised with CableLabs and SCTE on set-top boxes, and with ETSI on remote control.
  ITU-T SG9 LIAISED_WITH CableLabs {topic: set-top boxes}
  ITU-T SG9 LIAISED_WITH ETSI {topic: remote control}
  ITU-T SG9 LIAISED_WITH SCTE {topic: set-top boxes}
ITU-T SGs 5 and 9 liaised with CENELEC on sockets.
  ITU-T SG5 LIAISED_WITH CENELEC {topic: sockets}
  ITU-T SG9 LIAISED_WITH CENELEC {topic: sockets}
1.1\tITU-T SG16:\n·\tapproved ITU-T H.870 “Safe listening”;\n·\tliaised with W3C on captions.
  ITU-T SG16 LIAISED_WITH W3C {topic: captions}
1.1\tITU-T SG16 met in May. It also liaised with W3C on captions.
  ITU-T SG16 LIAISED_WITH W3C {topic: captions}
1.1\tITU-T SG16 met in May. The Group further liaised with W3C on captions.
  ITU-T SG16 LIAISED_WITH W3C {topic: captions}
Q6/16 liaised with 3GPP SA4 on payloads.
  ITU-T SG16 LIAISED_WITH 3GPP SA4 {topic: payloads}
ITU-T SG11 sent a liaison statement to GSMA on stolen devices.
  ITU-T SG11 LIAISED_WITH GSMA {topic: stolen devices}
Coordination through liaisons between ISO/IEC JTC 1/SC 27 and ITU-T SG17 was kept up.
  ITU-T SG17 LIAISED_WITH ISO/IEC JTC 1/SC 27
ITU-T SG3 received a liaison statement from BEREC on roaming.
  ITU-T SG3 LIAISED_WITH BEREC {topic: roaming}
ITU-T SG13 approved ITU-T Y.3172 “Learning” and liaised with ETSI ENI on intents.
  ITU-T SG13 LIAISED_WITH ETSI ENI {topic: intents}
TSAG sent liaison statements to ITU-D TDAG and RAG.
  TSAG LIAISED_WITH RAG
  TSAG LIAISED_WITH TDAG
ITU-T SG9 sent a liaison statement on set-top boxes to IEC, with copies to SCTE and ETSI.
  ITU-T SG9 LIAISED_WITH ETSI
  ITU-T SG9 LIAISED_WITH IEC
  ITU-T SG9 LIAISED_WITH SCTE
1.1\tITU-T SG9 met. Liaison statements were forwarded to IEC on plugs, to SCTE on cables, and to ETSI on radio.
  ITU-T SG9 LIAISED_WITH ETSI
  ITU-T SG9 LIAISED_WITH IEC
  ITU-T SG9 LIAISED_WITH SCTE
ITU-T SG9 replied to the liaison statement from IEC on plugs.
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG9 responded to IEC on plugs.
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG9 informed IEC by liaison statement of the new scope.
  ITU-T SG9 LIAISED_WITH IEC
An incoming liaison statement from IEC on plugs was considered by ITU-T SG9.
  ITU-T SG9 LIAISED_WITH IEC
IEC’s liaison statement on plugs was noted by ITU-T SG9.
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG9 discussed the IEC liaison on plugs.
  ITU-T SG9 LIAISED_WITH IEC
ITU-T SG9 agreed an outgoing LS to IEC on plugs.
  ITU-T SG9 LIAISED_WITH IEC
7.1\tITU-T SG12 met in Geneva. ITU-T SG12 and ETSI exchanged liaison statements on speech.
  ITU-T SG12 LIAISED_WITH ETSI
PROGRESS REPORT OF THE CHAIRMAN OF\nITU-T STUDY GROUP 5\n\n1. Liaisons\n\n1.1. Liaison statements were sent to IEC on \
plugs. A liaison to ETSI was drafted but withdrawn.\n
  ITU-T SG5 LIAISED_WITH IEC
7.1\tITU-T SG12 met in Geneva. A liaison to ETSI will be prepared for the next meeting.
7.1\tITU-T SG12 met in Geneva. ETSI has not sent a liaison.
"""


@pytest.mark.parametrize(("text", "expected"), cases(LIAISONS))
def test_liaisons(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "LIAISED_WITH") == expected


HEADS = r"""
LIAISON STATEMENT\nSource:\tITU-T SG 12, Q7 and Q9\nTitle:\tLS on the assessment of speech\nFor action to:\tETSI TC \
STQ\nContact:\tMs Ada Quell, TSB
  ITU-T SG12 LIAISED_WITH ETSI TC STQ {topic: the assessment of speech}
LIAISON STATEMENT\nSource:\tITU-T SG 12, Q7 and Q9\nTitle:\tLS on the assessment of speech\nFor information \
to:\tITU-T SG16; 3GPP SA4\nContact:\tMs Ada Quell, TSB
  ITU-T SG12 LIAISED_WITH 3GPP SA4 {topic: the assessment of speech}
  ITU-T SG12 LIAISED_WITH ITU-T SG16 {topic: the assessment of speech}
LIAISON STATEMENT\nSource:\tITU-T SG 12, Q7 and Q9\nTitle:\tLS on the assessment of speech\nTo:\tIETF (CCAMP and PCE \
WGs)\nCc:\tBBF\nContact:\tMs Ada Quell, TSB
  ITU-T SG12 LIAISED_WITH BBF {topic: the assessment of speech}
  ITU-T SG12 LIAISED_WITH IETF CCAMP {topic: the assessment of speech}
  ITU-T SG12 LIAISED_WITH IETF PCE {topic: the assessment of speech}
LIAISON STATEMENT\nSource:\tITU-T SG 12, Q7 and Q9\nTitle:\tLS on the assessment of speech\nFor action to:\tITU-T SG \
15, Q9 and Q11\nContact:\tMs Ada Quell, TSB
  ITU-T SG12 LIAISED_WITH ITU-T SG15 {topic: the assessment of speech}
"""


@pytest.mark.parametrize(("text", "expected"), cases(HEADS))
def test_the_head_of_a_liaison_statement(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "LIAISED_WITH") == expected


BOTH = r"""
The work of SG16 on captions is carried out in cooperation with the EBU and SMPTE.
  ITU-T SG16 COLLABORATES_WITH EBU
  ITU-T SG16 COLLABORATES_WITH SMPTE
Liaison statements were sent by ITU-T SG11 to GSMA on stolen devices and to ETSI TC INT on testing.
  ITU-T SG11 LIAISED_WITH ETSI TC INT {topic: testing}
  ITU-T SG11 LIAISED_WITH GSMA {topic: stolen devices}
ITU-T SG20 did not collaborate with ISO but it cooperated with IEC on meters.
  ITU-T SG20 COLLABORATES_WITH IEC {topic: meters}
ITU is working with the World Bank and the African Development Bank on financing.
  ITU COLLABORATES_WITH AfDB {topic: financing}
  ITU COLLABORATES_WITH World Bank {topic: financing}
If ITU-T SG2 liaised with IETF on ENUM, time would be saved.
ITU-T SG5 invited UNEP to collaborate with ISO on e-waste.
It was proposed that ITU-T SG5 cooperate with UNEP.
ITU-T SG5 has not liaised with UNEP on e-waste.
ITU-T SG5 does not collaborate with UNEP on e-waste.
ITU-T SG5 never cooperated with UNEP.
ITU-T SG5 may collaborate with UNEP on e-waste.
ITU-T SG5 could liaise with UNEP on e-waste.
ITU-T SG5 plans to collaborate with UNEP on e-waste.
ITU-T SG5 explored ways for greater collaboration with UNEP.
ITU-T SG5 hopes for closer cooperation with UNEP.
1.1\tITU-T SG5:\n·\thas not liaised with UNEP on e-waste.
ITU-T SG5 read “How UNEP cooperates with WMO”.
ITU-T SG5 and UNEP met.
Chad and Niger liaised on roaming.
Niger exchanged liaison statements with Chad.
No liaison statement was sent by ITU-T SG9 to IEC.
ITU-T SG9 has not replied to the liaison from IEC.
ITU-T SG9 will send a liaison statement to IEC.
ITU-T SG9 should reply to IEC on plugs.
ITU-T SG9 proposed that a liaison be sent to IEC.
BDT plans to organize a course with FAO.
BDT invited FAO to co-author a guide.
BDT has not signed an agreement with FAO.
An agreement between BDT and FAO is being negotiated.
A memorandum of understanding with FAO is under preparation by BDT.
BDT and FAO may jointly run a pilot.
BDT developed the guide in accordance with FAO rules.
ITU-T SG9 developed profiles aligned with IEC.
BDT held a meeting. FAO met too.
BDT could be sponsored by UNICEF.
"""


@pytest.mark.parametrize(("text", "expected"), cases(BOTH))
def test_ties_of_both_kinds(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "LIAISED_WITH", "COLLABORATES_WITH") == expected
