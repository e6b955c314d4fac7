"""Words that state nothing: negations, plans, invitations, conditions, wishes."""

import pytest

from netgov.ingest.rules.hypothetical import is_unstated, is_wished, opens_condition


@pytest.mark.parametrize(
    "words", ["has not approved", "may approve", "plans to approve", "is yet to approve", "was invited to attend"]
)
def test_words_that_state_nothing(words: str) -> None:
    assert is_unstated(words)


@pytest.mark.parametrize("words", ["approved", "has since approved", "upon request assisted", "as agreed, published"])
def test_words_that_state(words: str) -> None:
    assert not is_unstated(words)


def test_conditions_and_wishes() -> None:
    assert opens_condition("If ITU-T SG5 approved the text, …")
    assert not opens_condition("ITU-T SG5 approved the text.")
    assert is_wished("The meeting proposed that ")
    assert not is_wished("The meeting noted that ")
