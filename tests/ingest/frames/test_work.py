"""What bodies do beside texts: contributions, assistance, responsibility."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

MEETING = "REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\n2\t"

CONTRIBUTIONS = r"""
UNESCO contributed to the report “Seas”.
  UNESCO CONTRIBUTED_TO Seas
UNDP contributed to UNESCO’s report “Seas”.
  UNDP CONTRIBUTED_TO Seas
ITU contributed to IGF 2019.
  ITU CONTRIBUTED_TO IGF 2019
UNESCO may contribute to the report “Seas”.
ITU contributed to the economy of Chad.
ITU invites UNDP to contribute to the report “Seas”.
PROGRESS REPORT OF THE CHAIRMAN OF STUDY GROUP 5\n1\tITU-T SG5 held its meeting in Geneva from 14 to 25 October 2019 \
and a meeting of SG5 in Rome on 3-7 March 2019.\n2\tFor the May meeting, contributions came from NTT.
In SG5-C12, Japan proposed a limit.
"""


@pytest.mark.parametrize(("text", "expected"), cases(CONTRIBUTIONS))
def test_contributions(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "CONTRIBUTED_TO") == expected


CONTRIBUTIONS_MEETING = r"""
Egypt, in SG5-C907, requested a focus group.
  EG CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
In SG5-C12, Japan proposed a limit.
  JP CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
Germany introduced Document SG5-C12.
  DE CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
Egypt, in its contribution SG5-C12, asked for help.
  EG CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
Mexico's contribution SG5-C12 was noted.
  MX CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
Contributions came from Japan, NTT and the Republic of Korea.
  JP CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
  KR CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
  NTT CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
The United States submitted two contributions.
  US CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
A proposal by Huawei was supported.
  Huawei CONTRIBUTED_TO ITU-T SG5 meeting (2024-06-03)
No contributions were received from Brazil.
Contributions from India are invited.
A contribution from Peru was withdrawn.
Contributions should be submitted by Italy.
Finland expects to submit a contribution.
The contributions of Japan to climate policy are known.
The contributions were noted by ITU-T SG5.
It was agreed that Denmark would present SG5-C12 later.
"""


@pytest.mark.parametrize(("text", "expected"), cases(CONTRIBUTIONS_MEETING, MEETING))
def test_contributions_meeting(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "CONTRIBUTED_TO") == expected


ASSISTANCE = r"""
BDT gave technical assistance to Kenya and Togo on spectrum pricing.
  BDT ASSISTED KE {topic: spectrum pricing}
  BDT ASSISTED TG {topic: spectrum pricing}
Upon request, BDT advised Nepal on spectrum refarming.
  BDT ASSISTED NP {topic: spectrum refarming}
BDT dispatched an expert mission to Samoa on cable landing.
  BDT ASSISTED WS {topic: cable landing}
Kenya and Togo received advice from BDT on licensing.
  BDT ASSISTED KE {topic: licensing}
  BDT ASSISTED TG {topic: licensing}
Peru was assisted by BDT in drafting its numbering plan.
  BDT ASSISTED PE {topic: drafting its numbering plan}
Emergency plans were drawn up with BDT support in Tonga and Vanuatu.
  BDT ASSISTED TO
  BDT ASSISTED VU
BDT has provided assistance to Fiji, Tonga and Samoa on cables.
  BDT ASSISTED FJ {topic: cables}
  BDT ASSISTED TO {topic: cables}
  BDT ASSISTED WS {topic: cables}
Technical support was provided by BDT to Chad and Niger on numbering.
  BDT ASSISTED NE {topic: numbering}
  BDT ASSISTED TD {topic: numbering}
BDT assisted Bhutan in drafting a cable plan.
  BDT ASSISTED BT {topic: drafting a cable plan}
1.1\tBDT trains teams. It also provided assistance to Peru on routing.
  BDT ASSISTED PE {topic: routing}
BDT has not assisted Kenya.
BDT will assist Kenya on licensing.
Kenya asked for assistance from BDT on licensing.
Assistance by BDT to Togo on tariffs is under consideration.
BDT was invited to provide assistance to Peru.
BDT supported a workshop held in Kenya.
Kenya supported the proposal of BDT.
BDT has not provided assistance to Chad.
BDT may assist Chad.
Chad asked for assistance.
"""


@pytest.mark.parametrize(("text", "expected"), cases(ASSISTANCE))
def test_assistance(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "ASSISTED") == expected


RESPONSIBILITY = r"""
ITU-T SG13 leads Question 2/13.
  ITU-T SG13 RESPONSIBLE_FOR ITU-T Q2/13
Question 4/13 is led by ITU-T SG13.
  ITU-T SG13 RESPONSIBLE_FOR ITU-T Q4/13
ITU-T Question 3/5 was assigned to WP1/5.
  ITU-T WP1/5 RESPONSIBLE_FOR ITU-T Q3/5
ITU-T SG9 is the lead for ITU-T J.1600.
  ITU-T SG9 RESPONSIBLE_FOR ITU-T J.1600
ITU-T J.1601 is under the responsibility of ITU-T SG9.
  ITU-T SG9 RESPONSIBLE_FOR ITU-T J.1601
ITU-T Q6/17 is the responsibility of WP3/17.
  ITU-T WP3/17 RESPONSIBLE_FOR ITU-T Q6/17
WP1/17 (“Security”), chaired by Ms Ann Lee of Broadcom, is responsible for ITU-T Q1/17.
  ITU-T WP1/17 RESPONSIBLE_FOR ITU-T Q1/17
ITU-T SG9 is responsible for ITU-T Questions 1/9 to 3/9.
  ITU-T SG9 RESPONSIBLE_FOR ITU-T Q1/9
  ITU-T SG9 RESPONSIBLE_FOR ITU-T Q2/9
  ITU-T SG9 RESPONSIBLE_FOR ITU-T Q3/9
The work of ITU-T SG9 has led to the approval of ITU-T J.1600.
ITU-D Questions 1/1 and 2/1 belong to SG1.
It was proposed that Question 4/13 be led by ITU-T SG13.
Question 4/13 is not led by ITU-T SG13.
"""


@pytest.mark.parametrize(("text", "expected"), cases(RESPONSIBILITY))
def test_responsibility(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "RESPONSIBLE_FOR") == expected
