"""Liaison and joint work in many wordings."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

SG9_IEC = {("ITU-T SG9", "IEC")}
LIAISONS = [
    ("ITU-T SG9 sent a liaison statement on set-top boxes to IEC, with copies to SCTE and ETSI.",
     {("ITU-T SG9", "IEC"), ("ITU-T SG9", "SCTE"), ("ITU-T SG9", "ETSI")}),
    ("1.1\tITU-T SG9 met. Liaison statements were forwarded to IEC on plugs, to SCTE on cables, "
     "and to ETSI on radio.",
     {("ITU-T SG9", "IEC"), ("ITU-T SG9", "SCTE"), ("ITU-T SG9", "ETSI")}),
    ("ITU-T SG9 replied to the liaison statement from IEC on plugs.", SG9_IEC),
    ("ITU-T SG9 responded to IEC on plugs.", SG9_IEC),
    ("ITU-T SG9 informed IEC by liaison statement of the new scope.", SG9_IEC),
    ("ITU-T SG9 received from IEC and SCTE liaison statements on plugs.",
     {("ITU-T SG9", "IEC"), ("ITU-T SG9", "SCTE")}),
    ("An incoming liaison statement from IEC on plugs was considered by ITU-T SG9.", SG9_IEC),
    ("IEC’s liaison statement on plugs was noted by ITU-T SG9.", SG9_IEC),
    ("ITU-T SG9 discussed the IEC liaison on plugs.", SG9_IEC),
    ("ITU-T SG9 agreed an outgoing LS to IEC on plugs.", SG9_IEC),
    ("In reply to a liaison from IEC, ITU-T SG9 confirmed its scope.", SG9_IEC),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LIAISONS)
def test_liaisons_in_other_words(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "LIAISED_WITH")} == expected


COLLABORATIONS = [
    ("A manual on towers is being written by BDT with FAO and UNICEF.", {("BDT", "FAO"), ("BDT", "UNICEF")}),
    ("TSB produced the film “Wires” with UNESCO.", {("TSB", "UNESCO")}),
    ("In March 2022 BDT signed a memorandum of understanding with FAO on rural networks.", {("BDT", "FAO")}),
    ("BDT and FAO signed an agreement on rural networks.", {("BDT", "FAO")}),
    ("A declaration of intent was signed by BDT and FAO.", {("BDT", "FAO")}),
    ("FAO and BDT jointly ran a pilot on seeds.", {("BDT", "FAO")}),
    ("BDT and FAO joined forces on seeds.", {("BDT", "FAO")}),
    ("BDT and FAO co-authored a guide on seeds.", {("BDT", "FAO")}),
    ("ITU-T SG9 held a joint session with ITU-T SG16 on captions.", {("ITU-T SG9", "ITU-T SG16")}),
    ("BDT completed the survey with funding from UNICEF.", {("BDT", "UNICEF")}),
    ("Courses were given by BDT and sponsored by UNICEF.", {("BDT", "UNICEF")}),
    ("BDT counts FAO and UNICEF among its partners.", {("BDT", "FAO"), ("BDT", "UNICEF")}),
    ("FAO is a partner of BDT in this work.", {("BDT", "FAO")}),
    ("A course, delivered by BDT in Suva, Fiji, jointly with FAO, drew crowds.", {("BDT", "FAO")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COLLABORATIONS)
def test_collaborations_in_other_words(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {row[1:] for row in statements(read(text), "COLLABORATES_WITH")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "No liaison statement was sent by ITU-T SG9 to IEC.",
        "ITU-T SG9 has not replied to the liaison from IEC.",
        "ITU-T SG9 will send a liaison statement to IEC.",
        "ITU-T SG9 should reply to IEC on plugs.",
        "ITU-T SG9 proposed that a liaison be sent to IEC.",
        "BDT plans to organize a course with FAO.",
        "BDT invited FAO to co-author a guide.",
        "BDT has not signed an agreement with FAO.",
        "An agreement between BDT and FAO is being negotiated.",
        "A memorandum of understanding with FAO is under preparation by BDT.",
        "BDT and FAO may jointly run a pilot.",
        "BDT developed the guide in accordance with FAO rules.",
        "ITU-T SG9 developed profiles aligned with IEC.",
        "BDT held a meeting. FAO met too.",
        "BDT could be sponsored by UNICEF.",
    ],
)
def test_no_tie_in_other_words(read: Read, text: str) -> None:
    assert statements(read(text), "LIAISED_WITH", "COLLABORATES_WITH") == set()
