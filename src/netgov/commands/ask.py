"""Questions to the graph: the named ones, and Cypher."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from netgov.commands.console import Format, flag_of, option_of, print_answer, print_rows, print_table
from netgov.graph.adhoc import read_adhoc
from netgov.graph.answers import Answerer
from netgov.graph.queries import NamedQuery, load_queries, read_assignment
from netgov.graph.settings import load_settings
from netgov.graph.store import GraphStore

FormatOption = Annotated[Format, typer.Option(help="How to print the rows.")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="Print at most so many rows [NETGOV_QUERY_LIMIT].")]
ParamOption = Annotated[list[str] | None, typer.Option(help="NAME=VALUE for a $NAME of the query; can be repeated.")]
TimeoutOption = Annotated[float | None, typer.Option(min=0.001, help="Seconds it may take [NETGOV_QUERY_TIMEOUT].")]


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
        print_rows(read_adhoc(store, query, parameters, timeout=timeout, limit=limit), format)


def question(query: NamedQuery) -> Callable[..., None]:
    """The command that asks a named query; Typer reads its options from the signature."""

    def command(limit: LimitOption = None, format: FormatOption = Format.table, **values: Any) -> None:
        settings = load_settings()
        given = {name.removesuffix("_"): value for name, value in values.items() if value is not None}
        with GraphStore.open(settings) as store:
            print_answer(Answerer(store).ask(query, given, limit=limit or settings.query_limit), format)

    common = list(inspect.signature(command, eval_str=True).parameters.values())[:2]
    options = [option_of(parameter) for parameter in query.parameters]
    signature = inspect.Signature([option.replace(kind=option.KEYWORD_ONLY) for option in (*options, *common)])
    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {option.name: option.annotation for option in signature.parameters.values()}
    return command
