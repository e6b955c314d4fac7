"""Who took part in the meeting that a document reports on, told by what they said there."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

REPORT = """ SG9-R3


REPORT OF THE CHAIRMAN ON THE MEETING OF ITU-T STUDY GROUP 9

ITU-T Study Group 9 (SG9) met from 11 to 21 October 2021.

1. Debate

1.1. """
PROGRESS = """PROGRESS REPORT OF THE CHAIRMAN OF ITU-T STUDY GROUP 9

1. Meetings

1.1. SG9 met twice: in Lima, Peru, on 4 March 2019, and in Geneva, Switzerland, on 14 October 2019.
1.2. """


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Chad and Mali expressed reservations.", {"TD", "ML"}, id="two countries"),
        pytest.param("In the debate Kenya objected. She was supported by Togo.", {"KE", "TG"}, id="supported by"),
        pytest.param("Doubts were raised by Norway and by ETSI.", {"NO", "ETSI"}, id="doubts raised by"),
        pytest.param(
            "One hundred experts attended, including delegates from Chile and GSMA.", {"CL", "GSMA"}, id="among"
        ),
        pytest.param(
            "The Chairman was assisted by the Vice-chairmen Ms Ada Quell and Mr Cy Noll, and by Ms Dee Orr, of TSB.",
            {"Ada Quell", "Cy Noll", "Dee Orr"},
            id="assisted by",
        ),
        pytest.param("Mr Bo Al Lind opened the meeting. Mr Al Lind thanked all.", {"Bo Al Lind"}, id="short name"),
        pytest.param("The work of Zambia is supported by BDT.", set(), id="support of another kind"),
        pytest.param("Nepal will present a paper next year.", set(), id="later"),
        pytest.param("Peru may be invited to present its paper.", set(), id="invited"),
    ],
)
def test_who_spoke_at_the_meeting(read: Read, text: str, who: set[str]) -> None:
    found = {row[1:] for row in statements(read(REPORT + text), "PARTICIPATED_IN")}
    assert found == {(item, "ITU-T SG9 meeting (2021-10-11)") for item in who}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In October Japan presented a draft.", {("JP", "2019-10-14")}, id="month"),
        pytest.param(
            "In March Mr Bo Lind opened the debate. Mali objected.",
            {("Bo Lind", "2019-03-04"), ("ML", "2019-03-04")},
            id="goes on",
        ),
        pytest.param("Japan presented a draft.", set(), id="which of the two is not told"),
    ],
)
def test_the_month_tells_which_meeting(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = {row[1:] for row in statements(read(PROGRESS + text), "PARTICIPATED_IN")}
    assert found == {(who, f"ITU-T SG9 meeting ({date})") for who, date in expected}
