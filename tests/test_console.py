"""What tables look like: every row readable, nothing cut off, no quote told twice."""

from __future__ import annotations

import pytest

from netgov.commands.console import print_table

Capture = pytest.CaptureFixture[str]


def test_a_quote_stands_once_below_the_rows_that_rest_on_it(capsys: Capture) -> None:
    rows = [("SG11", None, "They met."), ("SG15", None, "They met."), ("SG20", None, None), ("SG2", None, "So did it.")]
    print_table(("body", "date", "quote"), rows)
    assert capsys.readouterr().out == "body\nSG11\nSG15\n    They met.\n\nSG20\nSG2\n    So did it.\n"


@pytest.mark.parametrize(
    ("columns", "row", "printed"),
    [
        (("quote",), ("They met.",), "quote\nThey met.\n"),
        (("nothing",), (None,), "nothing\n"),
        (("a", "b", "c", "d"), ([1, "x"], {"y": 2}, True, 0.5), 'a     b         c     d\n1; x  {"y": 2}  true  0.5\n'),
    ],
)
def test_any_value_can_be_shown(capsys: Capture, columns: tuple[str], row: tuple[object], printed: str) -> None:
    print_table(columns, [row])
    assert capsys.readouterr().out == printed


def test_what_does_not_fit_is_wrapped_and_nothing_is_lost(capsys: Capture) -> None:
    words = [f"word{number}" for number in range(60)]
    print_table(("key", "text", "more"), [("ITU-T SG15", " ".join(words), "x" * 200)])
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 120
    assert sorted(word for word in printed.split() if word.startswith("word")) == sorted(words)
    assert printed.count("x") == 201
    assert "ITU-T SG15  " in printed


def test_no_rows_are_said_on_stderr(capsys: Capture) -> None:
    print_table(("a",), [])
    assert tuple(capsys.readouterr()) == ("", "Nothing found.\n")
