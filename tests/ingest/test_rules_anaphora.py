"""What was done to the texts that the sentence before names."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, statements

_THREE = "2.1\tITU-T SG5 consented ITU-T L.1320 “Power”, ITU-T L.1321 “Cables” and ITU-T L.1322 “Seas”. "
_TWO = "2.1\tITU-T SG5 determined ITU-T K.44 and ITU-T K.45. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(_THREE + "The first two were approved by SG5 later.", {"L.1320", "L.1321"}, id="the first two"),
        pytest.param(_THREE + "The last of these was approved in May.", {"L.1322"}, id="the last of these"),
        pytest.param(_THREE + "All three have since been approved.", {"L.1320", "L.1321", "L.1322"}, id="all three"),
        pytest.param(_THREE + "These Recommendations were approved.", {"L.1320", "L.1321", "L.1322"}, id="these"),
        pytest.param(_TWO + "Both were approved in May 2020.", {"K.44", "K.45"}, id="both"),
        pytest.param(_TWO + "The latter was approved.", {"K.45"}, id="the latter"),
        pytest.param(_THREE + "Both were approved.", set(), id="both of three"),
        pytest.param(_TWO + "All three were approved.", set(), id="three of two"),
        pytest.param(_TWO + "Both were not approved.", set(), id="not approved"),
        pytest.param(_TWO + "Both will be approved.", set(), id="a plan"),
        pytest.param(_TWO + "\n3.1\tBoth were approved.", set(), id="another section"),
    ],
)
def test_texts_of_the_sentence_before(read: Read, text: str, expected: set[str]) -> None:
    assert statements(read(text), "APPROVED") == {("APPROVED", "ITU-T SG5", f"ITU-T {name}") for name in expected}
