"""Contributions: who brought what to which meeting, group or document."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

HEAD = "REPORT OF THE MEETING OF STUDY GROUP 5\n1\tITU-T Study Group 5 met in Geneva from 3 to 7 June 2024.\n2\t"
MEETING = "ITU-T SG5 meeting (2024-06-03)"


def _to(meeting: str, *sources: str) -> set[tuple[object, ...]]:
    return {("CONTRIBUTED_TO", source, meeting) for source in sources}


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        pytest.param("Contributions came from Japan, NTT and the Republic of Korea.", {"JP", "NTT", "KR"}, id="from"),
        pytest.param("Comments were received from Poland, and from Austria.", {"PL", "AT"}, id="received, twice from"),
        pytest.param("The United States submitted two contributions.", {"US"}, id="active"),
        pytest.param("Orange and Ericsson tabled comments on it.", {"Orange", "Ericsson"}, id="active, two"),
        pytest.param("A proposal by Huawei was supported.", {"Huawei"}, id="by"),
        pytest.param("Forty inputs were considered, of which ten were submitted by China.", {"CN"}, id="of which"),
        pytest.param("Voluntary contributions were received from Spain.", set(), id="money"),
        pytest.param("No contributions were received from Brazil.", set(), id="none"),
        pytest.param("Contributions from India are invited.", set(), id="invited"),
        pytest.param("A contribution from Peru was withdrawn.", set(), id="withdrawn"),
        pytest.param("Contributions should be submitted by Italy.", set(), id="should"),
        pytest.param("Finland expects to submit a contribution.", set(), id="expects"),
        pytest.param("The contributions of Japan to climate policy are known.", set(), id="of no meeting"),
        pytest.param("The contributions were noted by ITU-T SG5.", set(), id="noted by"),
    ],
)
def test_contributions(read: Read, text: str, givers: set[str]) -> None:
    assert statements(read(HEAD + text), "CONTRIBUTED_TO") == _to(MEETING, *givers)


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        pytest.param("In SG5-C12, Japan proposed a limit.", {"JP"}, id="in"),
        pytest.param("In SG5-C12 China Mobile and ZTE suggested another.", {"China Mobile", "ZTE"}, id="in, two"),
        pytest.param("Germany introduced Document SG5-C12.", {"DE"}, id="introduced"),
        pytest.param("SG5-C12, submitted by France, was noted.", {"FR"}, id="participle"),
        pytest.param("Contribution SG5-C12 was presented by the representative of Chile.", {"CL"}, id="passive"),
        pytest.param("A proposal by Huawei (SG5-C12) was supported.", {"Huawei"}, id="symbol in parentheses"),
        pytest.param("Kenya (SG5-C12) proposed a workshop.", {"KE"}, id="symbol of the subject"),
        pytest.param(
            "SG5-C12 (Deutsche Telekom, Vodafone) was discussed.", {"Deutsche Telekom", "Vodafone"}, id="names"
        ),
        pytest.param("Presenting SG5-C12, the delegate of Canada said more.", {"CA"}, id="presenting"),
        pytest.param("Egypt, in its contribution SG5-C12, asked for help.", {"EG"}, id="in its contribution"),
        pytest.param("Mexico's contribution SG5-C12 was noted.", {"MX"}, id="possessive"),
        pytest.param("TSB presented SG5-TD33.", set(), id="the secretariat"),
        pytest.param("It was agreed that Denmark would present SG5-C12 later.", set(), id="would"),
    ],
)
def test_contributions_by_symbol(read: Read, text: str, givers: set[str]) -> None:
    found = statements(read(HEAD + text), "CONTRIBUTED_TO", own=("symbol",))
    assert found == {(*statement, "SG5-C12") for statement in _to(MEETING, *givers)}


@pytest.mark.parametrize(
    ("text", "target", "givers"),
    [
        pytest.param(
            "Comments received from Poland and Austria were compiled in Document SG5-TD40.",
            "SG5-TD40",
            {"PL", "AT"},
            id="compiled in a document",
        ),
        pytest.param(
            "The handbook “Waste less” was prepared with contributions from WHO and UNEP.",
            "Waste less",
            {"WHO", "UNEP"},
            id="with contributions",
        ),
        pytest.param(
            "FG-AI4H met. A paper was sent. Inputs were received by FG-AI4H from Ghana.",
            "FG-AI4H",
            {"GH"},
            id="a group",
        ),
    ],
)
def test_where_contributions_go(read: Read, text: str, target: str, givers: set[str]) -> None:
    assert statements(read(HEAD + text), "CONTRIBUTED_TO") == _to(target, *givers)


def test_no_meeting_no_contribution(read: Read) -> None:
    assert statements(read("In SG5-C12, Japan proposed a limit."), "CONTRIBUTED_TO") == set()
