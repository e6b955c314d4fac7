"""Persons: by form of address, by office, in rosters, by the recognizer; whole names, and surnames by themselves."""

from __future__ import annotations

import pytest

from netgov.ingest.lexicon.model import load_model
from netgov.ingest.lexicon.persons import roster_of
from netgov.ingest.mentions.persons import find_persons
from tests.ingest.conftest import Read, keys


def persons(text: str, *, recognize: bool = False) -> list[str]:
    """The keys of the persons that a line names where nothing else is known."""
    found = find_persons(text, [(0, len(text))], [], load_model() if recognize else None)
    return [str(item.fields["key"]) for item in found]


@pytest.mark.parametrize(
    "name",
    [
        "Ásdís Þórðardóttir",
        "Łucja Ścibor",
        "Marie-Luce d'Hérouville-O’Kane",
        "van der Moolen",
        "Ødegård-Åsen",
        "Al-Harthi",
        "Min-seo Yoon",
        "Nurul Aini Rahman",
        "Oumar B. Sylla",
        "YOON Min-seo",
        "Yousef bin Khalid Al Harthi",
        "J.-P. Maréchal",
        "Đặng Thị Hoa",
        "João de Sá e Melo",
    ],
)
def test_a_name_is_whole(name: str) -> None:
    assert persons(f"Then Ms {name} took the floor.") == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("H.E. Dr. Ada Quell spoke.", ["Ada Quell"], id="two titles"),
        pytest.param("Her Excellency Ms Ada Quell spoke.", ["Ada Quell"], id="excellency"),
        pytest.param("Ambassador Ada Quell spoke.", ["Ada Quell"], id="ambassador"),
        pytest.param("Madam Minister Ada Quell spoke.", ["Ada Quell"], id="office behind the title"),
        pytest.param("Prof. Ada Quell, PhD, spoke.", ["Ada Quell"], id="degree"),
        pytest.param("The TSB Director, Ada Quell, spoke.", ["Ada Quell"], id="behind an office"),
        pytest.param("Chairman Bo Lind spoke.", ["Bo Lind"], id="right behind an office"),
        pytest.param("Secretary-General Ada Quell-Lind spoke.", ["Ada Quell-Lind"], id="an office in two parts"),
        pytest.param("Bo Lind (Vice-Chair) spoke.", ["Bo Lind"], id="office in brackets"),
        pytest.param("Bo Lind, Rapporteur, spoke.", ["Bo Lind"], id="before an office"),
        pytest.param("Bo Lind, who chairs it, spoke.", ["Bo Lind"], id="who"),
        pytest.param("Thank you, Mr Chairman and Madam President.", [], id="an office is no name"),
        pytest.param("The Director General, African Union, spoke.", [], id="a union is no person"),
        pytest.param("The Chairman, Working Party Plenary", [], id="nor a party"),
        pytest.param("Madam President, Mr. Lind, Mr Chairman, Dr Noll", ["Lind", "Noll"], id="each by itself"),
        pytest.param("Messrs Lind, Noll and Velt, Directors", ["Lind", "Noll", "Velt"], id="several"),
        pytest.param("Mr Bo Lind’s view and Ms Ada Quell's", ["Bo Lind", "Ada Quell"], id="possessive"),
        pytest.param("Contact: Name Surname, Head of Unit", [], id="a template"),
        pytest.param("LIAISON STATEMENT, Rapporteur of Q1/1", [], id="capitals"),
    ],
)
def test_what_stands_around_a_name(text: str, found: list[str]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mr Lind opened. Mr Bo Lind closed.", {"Bo Lind"}, id="before"),
        pytest.param("Mr Bo Lind opened. Mr Lind closed.", {"Bo Lind"}, id="after"),
        pytest.param("Mr Bo Lind opened. Mr B. Lind closed.", {"Bo Lind"}, id="initial"),
        pytest.param("Mr YOON Min-seo opened. Mr Yoon closed.", {"YOON Min-seo"}, id="surname in front"),
        pytest.param("Mr Bo Lind and Ms Ada Lind opened. Mr Lind closed.", {"Bo Lind", "Ada Lind", "Lind"}, id="two"),
        pytest.param("Mr J. Lind opened. Mr Bo Lind closed.", {"J. Lind", "Bo Lind"}, id="another initial"),
        pytest.param("Mr B. Lind opened. Mr Lind closed.", {"B. Lind"}, id="initial only"),
    ],
)
def test_a_surname_is_the_person_of_the_text(text: str, expected: set[str]) -> None:
    assert set(persons(text)) == expected


def test_the_recognizer_finds_names_without_a_title() -> None:
    text = "The paper was presented by Peter Hartmann and discussed under Smart Grid Devices."
    assert persons(text) == []
    assert persons(text, recognize=True) == ["Peter Hartmann"]


def test_names_listed_with_where_they_come_from(read: Read) -> None:
    text = "ISOC was thanked by Peter Hartmann from APNIC, Quirin Tavo from ARIN and Ada Quell (ISOC)."
    assert keys(read(text), "Person") == {"Peter Hartmann", "Quirin Tavo", "Ada Quell"}


def test_other_names_win(read: Read) -> None:
    assert keys(read("The President, Internet Society, and the Chair, Study Group 5, met."), "Person") == set()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("PRESENT\nQuirin Tavo (Foocorp)\nWei Qx\nREGRETS\nOna Velt - IAB Chair", id="lines"),
        pytest.param("Participants: Quirin Tavo (Foocorp), Wei Qx; Ona Velt", id="in a row"),
        pytest.param("Name\tCountry\nQuirin Tavo\tMali\nWei Qx\tChad\nOna Velt\tCuba", id="table"),
        pytest.param(
            "2.1\tIt met in May. Members present:\n•\tQuirin Tavo, Mali\n•\tWei Qx/Chad\n•\tOna Velt", id="items"
        ),
    ],
)
def test_rosters(read: Read, text: str) -> None:
    assert keys(read(text), "Person") == {"Quirin Tavo", "Wei Qx", "Ona Velt"}


def test_a_form_of_address_ends_no_sentence(read: Read) -> None:
    text = "It was opened by Eng. Quirin Tavo, Amb. Ona Velt, Gen. Wei Qx and Mme. Ida Frey. Hon. Bo Lind left."
    assert keys(read(text), "Person") == {"Quirin Tavo", "Ona Velt", "Wei Qx", "Ida Frey", "Bo Lind"}


def test_what_a_label_opens() -> None:
    assert roster_of("Members present:") == "present"
    assert roster_of("APOLOGIES") == roster_of("Members unable to attend:") == "absent"
    assert roster_of("The meeting was opened by the Chairman") is None
