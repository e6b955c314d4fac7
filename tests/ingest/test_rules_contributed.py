"""Who contributed to a text, an event or a group, as the verb says it; and to which meeting, by its month."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

MEETINGS = (
    "PROGRESS REPORT OF THE CHAIRMAN OF STUDY GROUP 5\n1\tITU-T SG5 held its meeting in Geneva from 14 to 25 October "
    "2019 and a meeting of SG5 in Rome on 3-7 March 2019.\n2\t"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("UNESCO contributed to the report “Seas”.", {("UNESCO", "Seas")}, id="to a text"),
        pytest.param("UNESCO provided two chapters to the report “Seas”.", {("UNESCO", "Seas")}, id="chapters"),
        pytest.param(
            "ITU met UNDP and contributed to the report of the Secretary-General on seas, A/75/62, and left.",
            {("ITU", "A/75/62")},
            id="by symbol",
        ),
        pytest.param("UNDP contributed to UNESCO’s report “Seas”.", {("UNDP", "Seas")}, id="to another’s text"),
        pytest.param("ITU contributed to IGF 2019.", {("ITU", "IGF 2019")}, id="to an event"),
        pytest.param(
            "ITU published the handbook “Seas”. Inputs to this handbook were provided by FAO and WMO.",
            {("FAO", "Seas"), ("WMO", "Seas")},
            id="to this handbook",
        ),
        pytest.param("UNESCO may contribute to the report “Seas”.", set(), id="may"),
        pytest.param("ITU contributed to the economy of Chad.", set(), id="no text"),
        pytest.param("ITU invites UNDP to contribute to the report “Seas”.", set(), id="invited"),
    ],
)
def test_contributed_to(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert statements(read(text), "CONTRIBUTED_TO") == {("CONTRIBUTED_TO", *pair) for pair in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("For the October meeting, contributions came from NTT.", {("NTT", "2019-10-14")}, id="October"),
        pytest.param("In March the Republic of Korea presented SG5-C653.", {("KR", "2019-03-03")}, id="in March"),
        pytest.param(
            "In October Japan presented SG5-C653. In SG5-C670, to the same meeting, Nokia proposed a title.",
            {("JP", "2019-10-14"), ("Nokia", "2019-10-14")},
            id="the same meeting",
        ),
        pytest.param("For the May meeting, contributions came from NTT.", set(), id="no meeting in that month"),
    ],
)
def test_the_meeting_of_a_month(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = statements(read(MEETINGS + text), "CONTRIBUTED_TO")
    assert found == {("CONTRIBUTED_TO", giver, f"ITU-T SG5 meeting ({day})") for giver, day in expected}


def test_a_contribution_that_is_presented_beside_its_author(read: Read) -> None:
    text = "REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T SG5 met in Geneva from 3 to 7 June 2024.\n2\t"
    found = statements(read(text + "Egypt, in SG5-C907, requested a focus group."), "CONTRIBUTED_TO")
    assert found == {("CONTRIBUTED_TO", "EG", "ITU-T SG5 meeting (2024-06-03)")}
