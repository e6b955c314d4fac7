"""The README says what is true: its commands run, its output and its tables are those of today."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from netgov import cli
from netgov.api.app import create_app
from netgov.graph.queries import load_queries
from netgov.graph.settings import Settings
from tests.engines import Engine

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")

Capture = pytest.CaptureFixture[str]


def blocks(language: str) -> list[str]:
    """The fenced blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def shell_lines(command: str) -> list[list[str]]:
    """The arguments of each line of the shell blocks that runs a command."""
    words = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    return [arguments[1:] for arguments in words if arguments[:1] == [command]]


def run(arguments: list[str], capsys: Capture) -> str:
    """The standard output of a command that succeeds."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    captured = capsys.readouterr()
    assert ended.value.code == 0, captured.err
    return captured.out


@pytest.fixture
def home(embedded: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The embedded engine, empty, as what the commands use; they run in the root of the project."""
    embedded.wipe()
    for name, value in embedded.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)
    yield


@pytest.mark.usefixtures("home")
def test_the_demo_prints_what_the_readme_shows(capsys: Capture) -> None:
    (block,) = blocks("console")
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    assert commands == ["netgov ingest data/reports", "netgov ask liaisons --with IETF"]
    assert "".join(f"$ {command}\n{run(shlex.split(command)[1:], capsys)}" for command in commands) == block


def test_the_demo_of_the_makefile_runs_those_commands() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in ("ingest data/reports", "ask liaisons --with IETF"):
        assert f'@echo "$$ netgov {command}"\n\t@$(DEMO) {command}\n' in makefile


@pytest.mark.usefixtures("home")
def test_every_command_runs_and_prints_something(capsys: Capture) -> None:
    commands = shell_lines("netgov")
    assert {arguments[0] for arguments in commands} >= {"ingest", "ask", "cypher", "extract", "status", "delete"}
    assert [arguments for arguments in commands if not run(arguments, capsys).strip()] == []


@pytest.mark.usefixtures("home")
def test_every_request_is_answered(capsys: Capture) -> None:
    run(["ingest", "data/reports"], capsys)
    requests = shell_lines("curl")
    assert len(requests) >= 3
    with TestClient(create_app(Settings())) as client:
        for url, *options in requests:
            path = url.removeprefix("http://127.0.0.1:8000")
            if options:
                assert options[0] == "--json"
                headers = {"Content-Type": "application/json"}
                answer = client.post(path, content=options[1], headers=headers)
            else:
                answer = client.get(path)
            assert answer.status_code == 200, answer.text
            assert "ITU-T SG1" in answer.text


def test_the_questions_are_those_that_there_are() -> None:
    for query in load_queries().values():
        options = " ".join(f"`--{parameter.name.replace('_', '-')}`" for parameter in query.parameters)
        assert f"\n| `{query.name}` | {query.title} | {options} |\n" in README


def test_the_settings_are_those_that_there_are() -> None:
    for name, setting in Settings.model_fields.items():
        default = "" if setting.default is None or name == "password" else f"`{setting.default}`"
        assert f"\n| `NETGOV_{name.upper()}` | {default} | {setting.description} |\n" in README


@pytest.mark.parametrize("folder", ["data", "tests/held"])
def test_the_figures_are_those_of_today(capsys: Capture, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(ROOT)
    rows = [line.split() for line in run(["evaluate", f"{folder}/gold", f"{folder}/reports"], capsys).splitlines()]
    totals = [row for row in rows if row[1:2] == ["ALL"]]
    assert [row[0] for row in totals] == ["entities", "relations"]
    for part, _, precision, recall, f1, *_ in totals:
        assert f"\n| {part} | {precision} | {recall} | {f1} |\n" in README
