"""The check of lines, patterns and folders sees what it should, on small projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import structure
from tests.structure import (
    GOALS,
    MARKS,
    ROOT,
    Measures,
    find_long_lines,
    find_patterns,
    is_long,
    list_findings,
    measure,
)

LONG = "x" * 130


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose reading has one long line, one long pattern and one crowded folder."""
    stage = tmp_path / "ingest" / "stage"
    stage.mkdir(parents=True)
    for number in range(structure.MODULES):
        (stage / f"module_{number}.py").write_text("import re\n")
    (stage / "__init__.py").touch()
    (stage / "last.py").write_text(f"import re\nre.compile('{LONG}')\nre.sub('ab', 'c', 'd')\n")
    return tmp_path


def test_a_project_is_measured(project: Path) -> None:
    assert measure(project) == Measures(
        long_lines=1, long_patterns=1, patterns=2, pattern_characters=132, crowded_folders=1
    )
    assert list(list_findings(project)) == [
        "ingest/stage/last.py:2: over 120 columns",
        "ingest/stage/last.py:2: a pattern of 130 characters",
        "ingest/stage: over 15 modules",
    ]


def test_a_line_without_a_blank_is_long_too(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"short = 1\n{LONG} = 1\n# {'é' * 118}\n# {'é' * 119}\n", encoding="utf-8")
    assert find_long_lines(module) == [2, 4]


@pytest.mark.parametrize(
    ("source", "long"),
    [
        (f"re.compile(r'{LONG}')", [True]),
        (f"re.compile(r'{LONG}', re.VERBOSE)", [False]),
        (f"re.compile(r'{LONG}', flags=re.I | re.X)", [False]),
        (f"re.search(rf'{LONG[:60]}{{name}}{LONG[:60]}', text)", [True]),
        (f"re.search(r'{LONG[:60]}' + r'{LONG[:60]}', text)", [True]),
        (f"re.search(r'{LONG[:60]}', r'{LONG[:60]}')", [False, False]),
        (f"NAMES = r'{LONG}'", [True]),
        (f"NAMES = rf'{LONG}{{other}}'", [True]),
        (f"NAMES = (\n    r'{LONG[:60]}'\n    r'{LONG[:60]}'\n)", [True]),
        (f'NAMES = r"""{LONG}"""', [False]),
        (f"TEXT = '{LONG}'", []),
        (f"nlp.search('{LONG}')", []),
    ],
)
def test_a_pattern_is_what_re_is_given_or_a_raw_string(source: str, long: list[bool]) -> None:
    assert [is_long(pattern) for pattern in find_patterns(source)] == long


def test_only_what_re_is_given_counts_as_a_pattern() -> None:
    assert [pattern.used for pattern in find_patterns("WORD = r'a'\nre.compile(rf'{WORD}b')")] == [False, True]


def exit_code(monkeypatch: pytest.MonkeyPatch, project: Path, marks: Measures) -> int:
    """What the check ends with."""
    monkeypatch.setattr(structure, "ROOT", project)
    monkeypatch.setattr(structure, "MARKS", marks)
    with pytest.raises(SystemExit) as ended:
        structure.main()
    return int(ended.value.code or 0)


def test_more_than_the_marks_allow_fails_and_less_says_that_they_may_fall(
    monkeypatch: pytest.MonkeyPatch, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(monkeypatch, project, GOALS) == 1
    assert "long_lines: 1, 0 at most\n" in (out := capsys.readouterr().out)
    assert "last.py:2: over 120 columns" in out
    assert exit_code(monkeypatch, project, Measures(3, 1, 2, 132, 1)) == 0
    assert capsys.readouterr().out == "long_lines: 1, so lower its mark in tests/structure.py from 3\n"


def test_the_marks_are_kept() -> None:
    found = measure(ROOT)
    assert {
        name: value for name, value in vars(found).items() if value > max(vars(MARKS)[name], vars(GOALS)[name])
    } == {}
