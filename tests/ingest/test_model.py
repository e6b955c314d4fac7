"""The English pipeline of spaCy's that parses: which one is loaded, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgov import cli
from netgov.ingest.lexicon.model import MissingModel, load_model, model_name
from netgov.ingest.pipeline import make_nlp


def test_an_installed_pipeline_is_found() -> None:
    assert model_name(model_name()) == model_name()
    assert [word for _, word in load_model().tokenize("It rained.")] == ["It", "rained", "."]


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingModel, match=r"^The spaCy pipeline no_such_pipeline of NETGOV_MODEL is not installed;"):
        make_nlp("no_such_pipeline")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("NETGOV_MODEL", "no_such_pipeline", "no_such_pipeline of NETGOV_MODEL is not installed"),
        ("NETGOV_FRAMES", "/no/such/file.toml", "/no/such/file.toml"),
    ],
)
def test_the_command_line_says_it_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    said: str,
) -> None:
    (tmp_path / "note.txt").write_text("ITU-T SG5 liaised with IEC.", encoding="utf-8")
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract", str(tmp_path / "note.txt")])
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (1, "")
    assert said in err and "Traceback" not in err
    assert len(err.strip().splitlines()) == 1
