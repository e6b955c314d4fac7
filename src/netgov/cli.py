"""The command line: `netgov --help`. Exit codes: 0 done, 1 something failed and stderr says what, 2 wrong usage."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence

import typer

from netgov.commands.ask import ask, cypher, question
from netgov.commands.evaluate import evaluate
from netgov.commands.exports import export, import_
from netgov.commands.extract import extract, resolve
from netgov.commands.ingest import delete, ingest
from netgov.commands.serve import mcp, serve
from netgov.commands.status import frames, schema, status
from netgov.graph.errors import NetgovError
from netgov.graph.queries import load_queries

COMMANDS: Mapping[Callable[..., None], str] = {
    ingest: "netgov ingest reports/ --dry-run",
    extract: "netgov extract reports/ -o said/ --workers 2",
    cypher: "netgov cypher 'MATCH (g:StudyGroup) RETURN g.key ORDER BY g.key'",
    resolve: 'netgov resolve "ITU-T SGs 2 and 11 liaised with IETF STIR"',
    evaluate: "netgov evaluate data/gold data/reports --why",
    status: "netgov status",
    schema: "netgov schema --format markdown",
    frames: "netgov frames --format markdown",
    delete: "netgov delete WTPF-IEG/1/11",
    export: "netgov export --format jsonld --out graph.jsonld",
    import_: "netgov import graph.cypher",
    serve: "netgov serve --port 8080 --workers 2",
    mcp: "netgov mcp",
}
"""The commands beside `ask`, each with the example that its help ends on."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an error raised on purpose becomes one sentence on stderr and exit code 1."""
    try:
        build_app()(args=arguments, prog_name="netgov")
    except (NetgovError, OSError) as error:
        print(f"netgov: {' '.join(str(error).split())}", file=sys.stderr)
        sys.exit(1)


def command_name(command: Callable[..., None]) -> str:
    """How a command is called; a function cannot have the name of a word of Python, such as import."""
    return command.__name__.removesuffix("_")


def build_app() -> typer.Typer:
    """All commands, with one sub-command of `ask` for each named query."""
    app = typer.Typer(
        help="The knowledge graph of Internet governance: who works with whom on what, and where it is said.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for command, example in COMMANDS.items():
        app.command(command_name(command), epilog=f"Example: {example}")(command)
    questions = typer.Typer(invoke_without_command=True, epilog="Example: netgov ask liaisons --with IETF")
    questions.callback()(ask)
    for query in load_queries().values():
        values = " ".join(f"--{name.replace('_', '-')} {json.dumps(value)}" for name, value in query.example.items())
        example = f"Example: netgov ask {query.name} {values}"
        questions.command(query.name, help=f"{query.title}\n\n{query.description}", epilog=example)(question(query))
    app.add_typer(questions, name="ask")
    return app


if __name__ == "__main__":
    main()
