"""The gazetteers hold what data/README.md promises."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest

import netgov.data

FOLDER = Path(netgov.data.__file__).parent
README = (FOLDER / "README.md").read_text(encoding="utf-8")
COLUMNS = {file: columns.split() for file, columns in re.findall(r"^\| `(\w+)\.csv` \| `([\w ]+)` \|", README, re.M)}
ORGANIZATION_KINDS = set(re.findall(r"Kinds of organizations: `([\w ]+)`", README)[0].split())
LISTS = ("aliases", "weak_aliases", "successor")
Row = dict[str, str]


def rows(file: str) -> list[Row]:
    with (FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True, restkey="surplus", restval="missing"))


def strong_names(row: Row) -> Iterator[str]:
    """Every form that stands for the row anywhere; names of several words match in any case."""
    weak = {folded(name) for name in row["weak_aliases"].split("|")}
    for name in (row["key"], row["name"], *row["aliases"].split("|")):
        if name and folded(name) not in weak:
            yield folded(name)


def folded(name: str) -> str:
    return name.casefold() if " " in name else name


def claimed_twice(files: tuple[str, ...]) -> list[str]:
    claims: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for row in rows(file):
            for name in strong_names(row):
                claims[name].add(row["key"])
    return [f"{name}: {', '.join(sorted(keys))}" for name, keys in sorted(claims.items()) if len(keys) > 1]


def keys(file: str) -> set[str]:
    return {row["key"] for row in rows(file)}


def study_group_keys() -> set[str]:
    return {f"{row['sector']} SG{row['number']}" for row in rows("study_groups")}


def test_readme_lists_every_file() -> None:
    assert sorted(COLUMNS) == sorted(path.stem for path in FOLDER.glob("*.csv"))
    others = {path.name for path in FOLDER.iterdir() if path.suffix in (".toml", ".json")}
    assert set(re.findall(r"^\| `(\w+\.(?:toml|json))` \|", README, re.M)) == others


@pytest.mark.parametrize("file", COLUMNS)
def test_file_is_well_formed(file: str) -> None:
    content = (FOLDER / f"{file}.csv").read_bytes()
    assert b"\r" not in content and content.endswith(b"\n")
    found = rows(file)
    assert all(list(row) == COLUMNS[file] for row in found)
    cells = [(column, cell) for row in found for column, cell in row.items()]
    assert all("missing" != cell == unicodedata.normalize("NFC", cell).strip() for _, cell in cells)
    items = [cell.split("|") for column, cell in cells if column in LISTS and cell]
    assert all(item == item.strip() != "" for cell in items for item in cell)
    assert [cell for cell in items if len({*cell}) < len(cell)] == []


@pytest.mark.parametrize("file", [file for file, columns in COLUMNS.items() if columns[0] == "key"])
def test_keys_are_unique_and_sorted(file: str) -> None:
    found = [row["key"] for row in rows(file)]
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    "files",
    [("organizations", "groups", "programmes"), ("publications",), ("countries",)],
)
def test_a_strong_name_belongs_to_one_key(files: tuple[str, ...]) -> None:
    assert claimed_twice(files) == []


@pytest.mark.parametrize("file", ["bodies", "cities", "demonyms", "events", "event_series", "topics"])
def test_an_alias_belongs_to_one_key(file: str) -> None:
    claims: dict[str, set[str]] = defaultdict(set)
    for row in rows(file):
        for alias in (row["key"], *filter(None, row["aliases"].split("|"))):
            claims[folded(alias)].add(row["key"])
    assert {alias: owners for alias, owners in claims.items() if len(owners) > 1} == {}


def test_parents_exist() -> None:
    organizations, groups = keys("organizations"), keys("groups")
    allowed = {
        "organizations": organizations,
        "groups": organizations | groups | study_group_keys(),
        "programmes": organizations | groups,
    }
    for file, parents in allowed.items():
        assert {row["parent"] for row in rows(file)} <= parents | {""}


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in rows("organizations")} <= ORGANIZATION_KINDS
    for file in ("groups", "programmes", "publications", "events", "event_series"):
        assert all(row["kind"] for row in rows(file))


def test_countries_are_those_of_iso_3166() -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    assert keys("countries") == codes
    assert keys("demonyms") <= codes
    assert {row["country"] for row in rows("events")} <= codes | {""}
    assert {row["country"] for row in rows("cities")} <= codes
    assert all(row["key"] == f"{row['name']}, {row['country']}" for row in rows("cities"))


def test_dates_are_iso_and_in_order() -> None:
    for row in rows("events"):
        start, end = row["start_date"], row["end_date"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", start), row["key"]
        assert not end or (re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", end) and start <= end), row["key"]


def test_study_groups_have_one_title_at_a_time_and_known_successors() -> None:
    found = [(row["sector"], row["number"], int(row["from"]), int(row["to"] or 9999)) for row in rows("study_groups")]
    assert len({(sector, number, start) for sector, number, start, _ in found}) == len(found)
    assert all(start <= end for *_, start, end in found)
    for (sector, number, _, end), (next_sector, next_number, start, _) in pairwise(found):
        assert (sector, number) != (next_sector, next_number) or end <= start, (sector, number, start)
    assert {key for row in rows("study_groups") for key in row["successor"].split("|") if key} <= study_group_keys()


def test_resolutions_belong_to_known_bodies() -> None:
    bodies = keys("bodies")
    for row in rows("resolutions"):
        match = re.fullmatch(r"(.+) (Resolution|Decision|Opinion) \d+(/\d+)?", row["key"])
        assert match and match[1] in bodies, row["key"]
        assert row["title"] and not re.search(r"[\"“”«»]", row["title"]), row["key"]


def test_wikidata_and_homepages_look_like_such() -> None:
    for row in rows("organizations"):
        assert re.fullmatch(r"(Q\d+)?", row["wikidata"]), row["key"]
        assert re.fullmatch(r"(https?://\S+)?", row["homepage"]), row["key"]
