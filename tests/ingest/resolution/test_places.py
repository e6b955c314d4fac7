"""Cities by the country after them, by where they stand, and by what the list knows of their names."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Quito, Ecuador.", {"Quito, EC"}),
        ("They met in New Delhi, India, and in San José, Costa Rica.", {"New Delhi, IN", "San José, CR"}),
        ("They met in St. Petersburg, Russia.", {"St. Petersburg, RU"}),
        ("They met in Geneva.", {"Geneva, CH"}),
        ("Resolution 135 (Rev. Dubai, 2018) applies.", set()),
        ("They met in Ecuador.", set()),
    ],
)
def test_places(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A workshop was held in Nairobi.", {"Nairobi, KE"}),
        ("SG5 met in Rio de Janeiro and Dar es Salaam.", {"Rio de Janeiro, BR", "Dar es Salaam, TZ"}),
        ("The group met in the city of Ho Chi Minh City last year.", {"Ho Chi Minh City, VN"}),
        ("The workshop (Tashkent, 3-5 April 2019) drew 80 experts.", {"Tashkent, UZ"}),
        ("SG11 met in Valencia and in Victoria.", set()),
        ("Progress in Mobile and Orange networks in March.", set()),
        ("Rome was not built in a day. The Nairobi Declaration holds.", set()),
        ("The office in Geneva, Illinois, is another.", set()),
    ],
)
def test_a_city_needs_its_place_in_the_sentence_and_one_meaning(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Place") == expected


def test_spellings_of_a_city_are_one_place(read: Read) -> None:
    found = read(
        "SG2 met in Bogotá. SG3 met in Bogota, Colombia. SG5 met in St Petersburg. SG9 met in Saint Petersburg."
    )
    assert keys(found, "Place") == {"Bogotá, CO", "St. Petersburg, RU"}
    assert [text for label, _, text in names(found) if label == "Place"][1] == "Bogota"
