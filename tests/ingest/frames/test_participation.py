"""Events: who took part, who organized them, and where they were held."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read
from tests.ingest.tables import Told, cases, found

REPORT = (
    " SG9-R3\n"
    "\n"
    "\n"
    "REPORT OF THE CHAIRMAN ON THE MEETING OF ITU-T STUDY GROUP 9\n"
    "\n"
    "ITU-T Study Group 9 (SG9) met from 11 to 21 October 2021.\n"
    "\n"
    "1. Debate\n"
    "\n"
    "1.1. "
)
WORKSHOP = "The ITU Workshop on “Cables for islands” was held in Suva, Fiji, on 4 May 2016. "

PARTICIPANTS_WORKSHOP = r"""
APNIC provided lecturers.
  APNIC PARTICIPATED_IN Cables for islands (2016-05-04)
It was attended by the Vice-chairmen Ms. Ada Quell and Mr. Bo Lind.
  Ada Quell PARTICIPATED_IN Cables for islands (2016-05-04)
  Bo Lind PARTICIPATED_IN Cables for islands (2016-05-04)
Speakers came from ISOC, APNIC and Norway.
  APNIC PARTICIPATED_IN Cables for islands (2016-05-04)
  ISOC PARTICIPATED_IN Cables for islands (2016-05-04)
  NO PARTICIPATED_IN Cables for islands (2016-05-04)
The keynote was given by Ms Ada Quell of ENISA.
  Ada Quell PARTICIPATED_IN Cables for islands (2016-05-04)
Mr. Bo Lind of AFRINIC was among the panellists.
  Bo Lind PARTICIPATED_IN Cables for islands (2016-05-04)
It was attended by delegates from Chile and Peru.
  CL PARTICIPATED_IN Cables for islands (2016-05-04)
  PE PARTICIPATED_IN Cables for islands (2016-05-04)
At the workshop, ISOC presented a study.
  ISOC PARTICIPATED_IN Cables for islands (2016-05-04)
Mr. Bo Lind, Director of BDT, gave the opening address.
  Bo Lind PARTICIPATED_IN Cables for islands (2016-05-04)
Ms. Ada Quell, Secretary-General of ITU, spoke, and Mr. Bo Lind, of ENISA, moderated the policy sessions.
  Ada Quell PARTICIPATED_IN Cables for islands (2016-05-04)
  Bo Lind PARTICIPATED_IN Cables for islands (2016-05-04)
Mr. Bo Lind will be asked to give the opening address.
ISOC was unable to attend the workshop.
Peru had been invited to the workshop.
The workshop was not attended by GSMA.
"""


@pytest.mark.parametrize(("text", "expected"), cases(PARTICIPANTS_WORKSHOP, WORKSHOP))
def test_participants_workshop(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "PARTICIPATED_IN") == expected


PARTICIPANTS = r"""
IGF 2018, at which ISOC and ICANN presented their studies, was long.
  ICANN PARTICIPATED_IN IGF 2018
  ISOC PARTICIPATED_IN IGF 2018
During RIPE 70, BDT presented its data.
  BDT PARTICIPATED_IN RIPE 70
Ms. Ada Quell, Director of BDT, addressed the opening session of IGF 2018.
  Ada Quell PARTICIPATED_IN IGF 2018
SG9 was represented at IGF 2018 by its Chairman, Mr. Bo Lind.
  Bo Lind PARTICIPATED_IN IGF 2018
  ITU-T SG9 PARTICIPATED_IN IGF 2018
ITU participated in the 12th IGF meeting.
  ITU PARTICIPATED_IN IGF 2017
BDT attended APNIC 44 in Taichung, China.
  BDT PARTICIPATED_IN APNIC 44
ITU was represented at ICANN 60.
  ITU PARTICIPATED_IN ICANN 60
ITU was represented at ICANN 60 and at RIPE 75 in Dubai.
  ITU PARTICIPATED_IN ICANN 60
  ITU PARTICIPATED_IN RIPE 75
ITU will participate in IGF 2046.
  ITU PARTICIPATED_IN IGF 2046 {status: planned}
Peru wished to attend IGF 2018.
ISOC had been invited to IGF 2018 but did not take part.
PROGRESS REPORT OF THE CHAIRMAN OF ITU-T STUDY GROUP 9\n\n1. Meetings\n\n1.1. SG9 met twice: in Lima, Peru, on 4 \
March 2019, and in Geneva, Switzerland, on 14 October 2019.\n1.2. Japan presented a draft.
IGF 2017 was long, and ITU is large.
"""


@pytest.mark.parametrize(("text", "expected"), cases(PARTICIPANTS))
def test_participants(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "PARTICIPATED_IN") == expected


PARTICIPANTS_REPORT = r"""
Chad and Mali expressed reservations.
  ML PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
  TD PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
One hundred experts attended, including delegates from Chile and GSMA.
  CL PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
  GSMA PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
The Chairman was assisted by the Vice-chairmen Ms Ada Quell and Mr Cy Noll, and by Ms Dee Orr, of TSB.
  Ada Quell PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
  Cy Noll PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
  Dee Orr PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
Mr Bo Al Lind opened the meeting. Mr Al Lind thanked all.
  Bo Al Lind PARTICIPATED_IN ITU-T SG9 meeting (2021-10-11)
The work of Zambia is supported by BDT.
Nepal will present a paper next year.
Peru may be invited to present its paper.
"""


@pytest.mark.parametrize(("text", "expected"), cases(PARTICIPANTS_REPORT, REPORT))
def test_participants_report(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "PARTICIPATED_IN") == expected


ORGANIZERS = r"""
ITU-T SG9, which met in Geneva from 1 to 10 May 2019, agreed a plan.
  ITU-T SG9 ORGANIZED ITU-T SG9 meeting (2019-05-01)
JCA-AHF, chaired by Ms. Ada Quell, met virtually on 8 November 2023.
  JCA-AHF ORGANIZED JCA-AHF meeting (2023-11-08)
The TSAG meeting held in Geneva on 22-26 January 2024 was short.
  TSAG ORGANIZED TSAG meeting (2024-01-22)
ISOC and APNIC jointly held the course “Roots” in Suva, Fiji, on 4 May 2016.
  APNIC ORGANIZED Roots (2016-05-04)
  ISOC ORGANIZED Roots (2016-05-04)
A seminar on “Roots” was hosted by the Government of Chile in Suva, Fiji, on 4 May 2016.
  CL ORGANIZED Roots (2016-05-04)
ITU-T SG2 met on 3 May 2021 and ITU-T SG3 on 7 May 2021.
  ITU-T SG2 ORGANIZED ITU-T SG2 meeting (2021-05-03)
  ITU-T SG3 ORGANIZED ITU-T SG3 meeting (2021-05-07)
FG-AN reports to ITU-T SG13. At its meeting of 3 to 7 May 2021, ITU-T SG5 agreed on a report.
  ITU-T SG5 ORGANIZED ITU-T SG5 meeting (2021-05-03)
ITU-D SG1 works in liaison with ITU-T SG12. At its fifth meeting, held on 3 May 2021, it agreed it.
  ITU-D SG1 ORGANIZED ITU-D SG1 meeting 5
ITU-T SG13 established FG-QXX. The first meeting of the focus group took place on 4 May 2022.
  FG-QXX ORGANIZED FG-QXX meeting 1
BDT will be organizing a workshop on “Cables for reefs” in Suva, Fiji, on 4 May 2046.
  BDT ORGANIZED Cables for reefs (2046-05-04) {status: planned}
Annex 1\n\t5 June 2012\n\tFirst meeting of CWG-COP\n\n\t20-22 March 2013\n\tSecond meeting of CWG-COP
  CWG-COP ORGANIZED CWG-COP meeting 1
  CWG-COP ORGANIZED CWG-COP meeting 2
A training on “Cables for islands” was organized by ITU, with ISOC as an observer, on 4 May 2019.
  ITU ORGANIZED Cables for islands (2019-05-04)
ITU-T SG9 did not meet in May 2019.
ITU-T SG9 met the needs of May 2019.
A seminar on “Roots” was not hosted by ISOC in Suva, Fiji, on 4 May 2016.
TSAG took note. BDT attended the 12th meeting of the Board of Foo in Rome.
"""


@pytest.mark.parametrize(("text", "expected"), cases(ORGANIZERS))
def test_organizers(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "ORGANIZED") == expected


PLACES = r"""
BDT organized a workshop on “Cables for islands” in Suva, Fiji, on 4 May 2016.
  Cables for islands (2016-05-04) HELD_IN Suva, FJ
  BDT ORGANIZED Cables for islands (2016-05-04)
An ITU Workshop on “Cables for islands” was held in Suva, Fiji, on 4 May 2016.
  Cables for islands (2016-05-04) HELD_IN Suva, FJ
  ITU ORGANIZED Cables for islands (2016-05-04)
The SG9 Workshop on “Cables for islands” was held in Suva, Fiji, on 4 May 2016.
  Cables for islands (2016-05-04) HELD_IN Suva, FJ
  ITU-T SG9 ORGANIZED Cables for islands (2016-05-04)
A workshop on “Cables for islands” was co-organized by BDT, ISOC and APNIC in Suva, Fiji, on 4 May 2016.
  Cables for islands (2016-05-04) HELD_IN Suva, FJ
  APNIC ORGANIZED Cables for islands (2016-05-04)
  BDT ORGANIZED Cables for islands (2016-05-04)
  ISOC ORGANIZED Cables for islands (2016-05-04)
In partnership with FAO, BDT organized a workshop on “Cables for islands” in Suva, Fiji, on 4 May 2016.
  Cables for islands (2016-05-04) HELD_IN Suva, FJ
  BDT ORGANIZED Cables for islands (2016-05-04)
Study Group 9 (SG9) of ITU-T met twice: in Lima, Peru, from 4 to 14 March 2019, and then in Oslo, on 2-4 December \
2019.
  ITU-T SG9 meeting (2019-03-04) HELD_IN Lima, PE
  ITU-T SG9 meeting (2019-12-02) HELD_IN Oslo, NO
  ITU-T SG9 ORGANIZED ITU-T SG9 meeting (2019-03-04)
  ITU-T SG9 ORGANIZED ITU-T SG9 meeting (2019-12-02)
The Telecommunication Development Advisory Group (TDAG), meeting in Geneva on 3-5 May 2021, noted it.
  TDAG meeting (2021-05-03) HELD_IN Geneva, CH
  TDAG ORGANIZED TDAG meeting (2021-05-03)
ITU-T SG8 will meet in Rome on 4 May 2020, and will report to WTSA-20 (Oslo, Norway, 1-9 December 2020).
  ITU-T SG8 meeting (2020-05-04) HELD_IN Rome, IT
  WTSA-20 HELD_IN Oslo, NO
  ITU-T SG8 ORGANIZED ITU-T SG8 meeting (2020-05-04)
BDT joined the 105th meeting of the IETF (IETF 105) in Montreal, Canada.
  IETF 105 HELD_IN Montréal, CA
  IETF ORGANIZED IETF 105
The seventh meeting of CWG-COP took place in Geneva on 3 May 2017.
  CWG-COP meeting 7 HELD_IN Geneva, CH
  CWG-COP ORGANIZED CWG-COP meeting 7
Peru could not attend IGF 2022, held in Addis Ababa, Ethiopia. IGF 2041 was not held in Berlin.
  IGF 2022 HELD_IN Addis Ababa, ET
"""


@pytest.mark.parametrize(("text", "expected"), cases(PLACES))
def test_where_events_were_held(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "ORGANIZED", "HELD_IN") == expected


ALL = r"""
In 2017, ISOC organized the workshop “Roots” in Abuja, Nigeria; Mr. Bo Lind was among the panellists.
  ISOC ORGANIZED Roots (2017)
  Bo Lind PARTICIPATED_IN Roots (2017)
ITU did not attend IETF 104 in Prague, Czechia.
  IETF ORGANIZED IETF 104
ITU has not participated in IGF 2017.
ITU may attend IGF 2017.
BDT has not organized a workshop on “Cables for islands” in Suva, Fiji, on 4 May 2016.
"""


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_participants_and_organizers(read: Read, text: str, expected: Told) -> None:
    assert found(read(text), expected, "ORGANIZED", "PARTICIPATED_IN") == expected
