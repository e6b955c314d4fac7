"""What is installed by its hash is what the project depends on, and is installed so wherever it is installed."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"^([\w-]+)==(\S+) --hash=sha256:[0-9a-f]{64}$", re.MULTILINE)
PINNED = dict(found.groups() for found in LINE.finditer((ROOT / "pinned.txt").read_text("utf-8")))
"""Version by name."""


def test_every_pinned_package_has_the_hash_of_its_wheel() -> None:
    lines = (ROOT / "pinned.txt").read_text("utf-8").splitlines()
    assert len(PINNED) == len([line for line in lines if not line.startswith("#")]) > 0


def test_what_the_project_asks_for_in_one_version_is_pinned_to_that() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    exact = filter(None, (re.fullmatch(r"([\w-]+)==(\S+)", item) for item in project["dependencies"]))
    assert dict(found.groups() for found in exact).items() <= PINNED.items()


def test_the_installed_version_is_the_pinned_one() -> None:
    assert {name: version(name) for name in PINNED} == PINNED


def test_each_way_to_install_takes_the_pinned_wheel_first() -> None:
    for path in ("Makefile", "Dockerfile", ".ci/run"):
        text = (ROOT / path).read_text("utf-8")
        assert re.search(r"--require-hashes[ \\\n]+--requirement \S*pinned\.txt", text), path
