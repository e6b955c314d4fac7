"""The command line: `netgov --help`. Exit codes: 0 done, 1 something failed and stderr says what, 2 wrong usage."""

from __future__ import annotations

import inspect
import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph import describe
from graph.console import (
    Format,
    flag_of,
    option_of,
    print_rows,
    print_table,
    progress,
    read_assignment,
    stop_on_interrupt,
)
from graph.errors import InvalidGraph, NetgovError, StoreUnavailable
from graph.ontology import ONTOLOGY
from graph.queries import NamedQuery, load_queries
from graph.settings import load_settings
from graph.store import Change, GraphStore, Ingestion
from ingest.reader import READABLE

if TYPE_CHECKING:
    from spacy.language import Language

    from ingest.reader import Source

INTERRUPTED = 130
NO_CHANGE = Change(0, 0, 0)
STATES = ("new", "changed", "unchanged", "failed")


FormatOption = Annotated[Format, typer.Option(help="How to print the rows.")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="Print at most so many rows [NETGOV_QUERY_LIMIT].")]
ParamOption = Annotated[list[str] | None, typer.Option(help="NAME=VALUE for a $NAME of the query; can be repeated.")]
TimeoutOption = Annotated[float | None, typer.Option(min=0.001, help="Seconds it may take [NETGOV_QUERY_TIMEOUT].")]


def ingest(
    paths: Annotated[list[Path], typer.Argument(help=f"Files ({READABLE}) or folders of them.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged files again, too.")] = False,
) -> None:
    """Read reports into the graph.

    A file that was ingested before and has not changed is skipped; one that has changed replaces what it said before.
    A file that cannot be read is reported, the others go on, and the exit code is 1.
    """
    from ingest.reader import find_sources

    files, outcomes = find_sources(paths), list[Outcome]()
    with GraphStore.open(load_settings()) as store, stop_on_interrupt() as stop, progress(len(files)) as advance:
        if not dry_run:
            store.apply_schema()
        ingestor = Ingestor(store, dry_run=dry_run, force=force)
        for file in files:
            if stop.is_set():
                break
            outcomes.append(ingestor.ingest(file))
            advance(outcomes[-1].change.added + outcomes[-1].change.kept)
    _report(outcomes, dry_run=dry_run)
    if stop.is_set():
        print("Interrupted: the graph holds the files counted here; the same command goes on.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED)
    if any(outcome.state == "failed" for outcome in outcomes):
        raise typer.Exit(1)


def extract(
    file: Annotated[str, typer.Argument(help=f"A file ({READABLE}), or - for plain text from the standard input.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.")] = None,
) -> None:
    """Print what a report says as JSON, in the form of the gold data, without using the graph."""
    from graph.export import gold_form
    from ingest.builder import build_batch
    from ingest.pipeline import make_nlp
    from ingest.reader import read_source, source_from_bytes

    source = source_from_bytes(sys.stdin.buffer.read(), "stdin") if file == "-" else read_source(Path(file))
    text = json.dumps(gold_form(build_batch(source, make_nlp())), ensure_ascii=False, indent=2)
    if out is None:
        print(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def ask(context: typer.Context) -> None:
    """Ask the graph a named question; without a name, list the questions.

    Every question has options of its own: netgov ask liaisons --help
    """
    if context.invoked_subcommand is None:
        queries = load_queries().values()
        rows = ((query.name, query.title, " ".join(map(flag_of, query.parameters))) for query in queries)
        print_table(("question", "what it answers", "options"), list(rows))


def cypher(
    query: Annotated[str, typer.Argument(help="A Cypher query that only reads.")],
    param: ParamOption = None,
    limit: LimitOption = None,
    timeout: TimeoutOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Ask the graph in Cypher. Nothing can be changed this way."""
    parameters = dict(read_assignment(item) for item in param or [])
    with GraphStore.open(load_settings()) as store:
        print_rows(store.read(query, parameters, timeout=timeout, limit=limit), format)


def resolve(
    text: Annotated[str, typer.Argument(help="A name, or a sentence that gives it its context.")],
) -> None:
    """Show which nodes a text names, which others were considered, and why."""
    from ingest.explain import explain
    from ingest.pipeline import make_nlp

    rows = [
        (found.text, found.label, found.key, "yes" if found.taken else "no", found.why)
        for found in explain(text, make_nlp())
    ]
    print_table(("text", "label", "key", "taken", "why"), rows)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of <document>.json.")],
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS_DIR", help="Folder of the reports they were made from.")],
    misses: Annotated[bool, typer.Option("--misses", help="Also list what was missed and what was invented.")] = False,
    card: Annotated[Path | None, typer.Option(help="Write the figures to this file, as JSON.")] = None,
    minimum: Annotated[float, typer.Option("--min", help="Fail where F1 of entities or relations is lower.")] = 0.0,
) -> None:
    """Measure extraction against gold data: precision, recall and F1 by label and type."""
    from ingest.evaluate import evaluate
    from ingest.pipeline import make_nlp

    scores = evaluate(gold, corpus, make_nlp())
    rows = [
        (
            part,
            name,
            *(f"{share:.1f}" for share in (row.precision, row.recall, row.f1)),
            row.found,
            row.predicted,
            row.gold,
        )
        for part, name, row in scores.table()
    ]
    print_table(("part", "label or type", "precision", "recall", "f1", "found", "predicted", "gold"), rows)
    print(f"{scores.section_accuracy:.1f} % of the relations found are in the section of the gold.")
    if misses:
        print("", *scores.misses, sep="\n")
    if card:
        card.write_text(json.dumps(scores.card(), indent=1) + "\n", encoding="utf-8")
    for part in ("entities", "relations"):
        if (f1 := scores.figures[part, "ALL"].f1) < minimum:
            raise NetgovError(f"F1 of {part} is {f1:.1f}, less than the {minimum:g} asked for with --min.")


def status() -> None:
    """Show which engine holds the graph, where it is, and what is in it."""
    with GraphStore.open(load_settings()) as store:
        found, documents = store.status(), len(store.ingestions())
    print(f"{found.engine} {found.version} at {found.address}")
    if found.disk_bytes is not None:
        print(f"{found.disk_bytes / 1e6:.1f} MB on disk")
    print(f"{documents} documents ingested")
    counts = {**found.nodes, **found.relationships}
    print_table(("label or type", "count"), [(name, count) for name, count in counts.items() if count])


def schema(
    format: Annotated[Literal["text", "json", "markdown"], typer.Option(help="How to print it.")] = "text",
) -> None:
    """Print what the graph can say: labels, relationship types and their properties."""
    printers = {"text": describe.text, "json": describe.as_json, "markdown": describe.markdown}
    print(printers[format](ONTOLOGY), end="")


def delete(
    document: Annotated[str, typer.Argument(help="Key of an ingested document, such as WTPF-IEG/1/11.")],
) -> None:
    """Take a document out of the graph, with everything that only it says."""
    with GraphStore.open(load_settings()) as store:
        change = store.delete_document(document)
    print(f"Deleted {document} and its {change.removed} statements.")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the graph over HTTP, with documentation to try out at /docs."""
    import uvicorn

    from api.app import create_app

    uvicorn.run(create_app(load_settings()), host=host, port=port)


COMMANDS: Mapping[Callable[..., None], str] = {
    ingest: "netgov ingest reports/ --dry-run",
    extract: "netgov extract report.docx -o report.json",
    cypher: "netgov cypher 'MATCH (g:StudyGroup) RETURN g.key ORDER BY g.key'",
    resolve: 'netgov resolve "ITU-T SGs 2 and 11 liaised with IETF STIR"',
    evaluate: "netgov evaluate data/gold data/reports --misses",
    status: "netgov status",
    schema: "netgov schema --format markdown",
    delete: "netgov delete WTPF-IEG/1/11",
    serve: "netgov serve --port 8080",
}
"""The commands beside `ask`, each with the example that its help ends on."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an error raised on purpose becomes one sentence on stderr and exit code 1."""
    try:
        build_app()(args=arguments, prog_name="netgov")
    except (NetgovError, OSError) as error:
        print(f"netgov: {' '.join(str(error).split())}", file=sys.stderr)
        sys.exit(1)


def build_app() -> typer.Typer:
    """All commands, with one sub-command of `ask` for each named query."""
    app = typer.Typer(
        help="The knowledge graph of Internet governance: who works with whom on what, and where it is said.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for command, example in COMMANDS.items():
        app.command(epilog=f"Example: {example}")(command)
    questions = typer.Typer(invoke_without_command=True, epilog="Example: netgov ask liaisons --with IETF")
    questions.callback()(ask)
    for query in load_queries().values():
        values = " ".join(f"--{name.replace('_', '-')} {json.dumps(value)}" for name, value in query.example.items())
        example = f"Example: netgov ask {query.name} {values}"
        questions.command(query.name, help=f"{query.title}\n\n{query.description}", epilog=example)(_question(query))
    app.add_typer(questions, name="ask")
    return app


def _question(query: NamedQuery) -> Callable[..., None]:
    """The command that asks a named query; Typer reads its options from the signature."""

    def command(limit: LimitOption = None, format: FormatOption = Format.table, **values: Any) -> None:
        settings = load_settings()
        rows = limit or settings.query_limit
        given = {name.removesuffix("_"): value for name, value in values.items() if value is not None}
        with GraphStore.open(settings) as store:
            print_rows(store.read(query.cypher, query.bind(given, limit=rows), limit=rows), format)

    common = list(inspect.signature(command, eval_str=True).parameters.values())[:2]
    options = [option_of(parameter) for parameter in query.parameters]
    signature = inspect.Signature([option.replace(kind=option.KEYWORD_ONLY) for option in (*options, *common)])
    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {option.name: option.annotation for option in signature.parameters.values()}
    return command


@dataclass(frozen=True)
class Outcome:
    """What became of a file, or would become of it: `state` is new, changed, unchanged or failed."""

    path: Path
    state: str
    change: Change = NO_CHANGE
    reason: str = ""


class Ingestor:
    """Brings files into a store, each in one transaction; in a dry run it only says what it would do."""

    def __init__(self, store: GraphStore, *, dry_run: bool, force: bool) -> None:
        self._store, self._dry_run, self._force = store, dry_run, force
        self._ingestions = {ingestion.path: ingestion for ingestion in store.ingestions()}
        self._documents = {ingestion.document for ingestion in self._ingestions.values()}
        self._claimed: dict[str, tuple[Path, str]] = {}

    @cached_property
    def _nlp(self) -> Language:
        from ingest.pipeline import make_nlp

        return make_nlp()

    def ingest(self, path: Path) -> Outcome:
        """Bring in one file. What is wrong with it is its outcome; what is wrong with the store is raised."""
        from ingest.reader import read_source

        try:
            return self._ingest(path, read_source(path))
        except StoreUnavailable:
            raise
        except NetgovError as error:
            return Outcome(path, "failed", reason=str(error) if str(path) in str(error) else f"{path}: {error}")

    def _ingest(self, path: Path, source: Source) -> Outcome:
        from ingest.builder import build_batch
        from ingest.pipeline import pipeline_version

        location = str(path.resolve())
        former = self._ingestions.get(location)
        if former and not self._force and (former.sha256, former.pipeline) == (source.sha256, pipeline_version()):
            self._claim(former.document, path, source)
            return Outcome(path, "unchanged")
        batch = build_batch(source, self._nlp)
        document = batch.document.key
        if not self._claim(document, path, source):
            return Outcome(path, "unchanged")
        state = "changed" if former or document in self._documents else "new"
        if self._dry_run:
            return Outcome(path, state, Change(len(batch.statements), 0, 0))
        ingestion = Ingestion(document, location, source.sha256, pipeline_version())
        return Outcome(path, state, self._store.replace_document(batch, ingestion))

    def _claim(self, document: str, path: Path, source: Source) -> bool:
        """Whether a document is met for the first time in this run; a copy of it is not. Raises InvalidGraph."""
        first, sha256 = self._claimed.setdefault(document, (path, source.sha256))
        if sha256 != source.sha256:
            raise InvalidGraph(f"{path} is {document}, as {first} is, which has another text; ingest one of the two.")
        return first == path


def _report(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    for outcome in outcomes:
        if outcome.state == "failed":
            print(f"netgov: {outcome.reason}", file=sys.stderr)
        elif dry_run:
            print(f"{outcome.state:9}  {outcome.path}  ({outcome.change.added} statements)")
    states = Counter(outcome.state for outcome in outcomes)
    listed = ", ".join(f"{states[state]} {state}" for state in STATES if states[state])
    totals = [sum(getattr(outcome.change, name) for outcome in outcomes) for name in ("added", "removed", "kept")]
    changes = "nothing was written" if dry_run else "statements: {} added, {} removed, {} kept".format(*totals)
    print(f"{len(outcomes)} files ({listed or 'none readable'}); {changes}.")


if __name__ == "__main__":
    main()
