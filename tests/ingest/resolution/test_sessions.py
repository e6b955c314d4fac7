"""Sessions and panels of standing bodies, and where events were held that someone missed."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(
            "UNESCO’s 41st session was held in Paris, France, on 9 November 2021.", "UNESCO session 41", id="its"
        ),
        pytest.param("The third session of UNCTAD took place in Bath.", "UNCTAD session 3", id="of"),
        pytest.param(
            "ISOC attended the WIPO annual meeting (Oslo, Norway, 7 May 2021).",
            "WIPO annual meeting (2021-05-07)",
            id="told by its date",
        ),
    ],
)
def test_sessions_of_bodies(read: Read, text: str, key: str) -> None:
    found = read(text)
    assert key in keys(found, "Event")
    assert ("ORGANIZED", key.split()[0].rstrip("’s"), key) in statements(found, "ORGANIZED")


def test_the_council_keeps_its_own_names(read: Read) -> None:
    assert keys(read("The 2019 session of the Council agreed."), "Event") == {"Council 2019"}


def test_where_an_event_was_that_someone_missed(read: Read) -> None:
    found = read("Peru could not attend IGF 2022, held in Addis Ababa, Ethiopia. IGF 2041 was not held in Berlin.")
    assert statements(found, "HELD_IN", "PARTICIPATED_IN") == {("HELD_IN", "IGF 2022", "Addis Ababa, ET")}


def test_an_observer_organizes_nothing(read: Read) -> None:
    text = "A training on “Cables for islands” was organized by ITU, with ISOC as an observer, on 4 May 2019."
    assert {row[1] for row in statements(read(text), "ORGANIZED")} == {"ITU"}


def test_where_a_chairman_comes_from_is_no_place_of_the_meeting(read: Read) -> None:
    found = read("ITU-T SG9 met on 2 March 2019 under the chairmanship of Mr. Bo Lind (Uganda).")
    assert not statements(found, "HELD_IN")
