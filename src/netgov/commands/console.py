"""What passes between the command line and the terminal: options, rows of an answer, how far it has come, Ctrl-C."""

from __future__ import annotations

import csv
import inspect
import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from threading import Event
from typing import Annotated, Any

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Column, Table
from rich.text import Text

from netgov.graph.answers import Answer
from netgov.graph.queries import PARAMETER_TYPES, Parameter
from netgov.graph.store import Rows

INTERRUPTED = 130
"""The exit code after Ctrl-C."""
PIPED_WIDTH = 120
GAP = 2


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def print_rows(rows: Rows, form: Format) -> None:
    """Print rows on the standard output; that there are more of them goes to stderr."""
    if form is Format.json:
        objects = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    elif form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([cell(value) for value in row] for row in rows.rows)
    else:
        print_table(rows.columns, rows.rows)
    if rows.truncated:
        print(f"These are the first {len(rows.rows)} rows; --limit gives more.", file=sys.stderr)


def print_answer(answer: Answer, form: Format) -> None:
    """Print the rows of an answer; what was searched, and what nothing is known of, goes to stderr."""
    print_rows(answer.rows, form)
    for item in answer.unknown:
        print(f"There is no {item.value!r} in the graph (--{item.parameter.replace('_', '-')}).", file=sys.stderr)
    print(f"Searched {answer.searched}.", file=sys.stderr)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Rows in columns that fit the terminal, without columns that are empty.

    A quote, being long, goes below its row, or below the last of the rows in succession that rest on it.
    """
    if not rows:
        print("Nothing found.", file=sys.stderr)
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)
    table = {name: [cell(row[place]) for row in rows] for place, name in enumerate(columns)}
    table = {name: cells for name, cells in table.items() if any(cells)} or table
    quotes = table.pop("quote") if "quote" in table and len(table) > 1 else [""] * len(rows)
    lines = list(zip(*([name, *cells] for name, cells in table.items()), strict=True))
    widths = _widths(lines, console.width)
    with console.capture() as captured:
        for line, quote, following in zip(lines, ["", *quotes], [*quotes, ""], strict=True):
            grid = Table.grid(*(Column(width=width, overflow="fold") for width in widths), padding=(0, GAP))
            grid.add_row(*map(Text, line), style="bold" if line is lines[0] else "")
            console.print(grid)
            if quote and quote != following:
                console.print(Padding(Text(quote), (0, 2 * GAP, 1, 2 * GAP)))
    print("\n".join(line.rstrip() for line in captured.get().splitlines()).rstrip("\n"))


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, where that is a terminal; called for each document, with the number of its statements."""
    console = Console(stderr=True)
    counts = TextColumn("documents, {task.fields[statements]} statements")
    with Progress(BarColumn(), MofNCompleteColumn(), counts, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total, statements=0)

        def advance(statements: int) -> None:
            bar.update(task, advance=1, statements=bar.tasks[0].fields["statements"] + statements)

        yield advance


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """A count on stderr, where that is a terminal; called with how many more there are."""
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn(f"{{task.completed}} {what}")
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda more: bar.advance(task, more)


@contextmanager
def stop_on_interrupt() -> Iterator[Event]:
    """An event that the first Ctrl-C sets, so that what is under way is finished; the second one ends it at once."""
    stop = Event()

    def note(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, former)

    former = signal.signal(signal.SIGINT, note)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, former)


def cell(value: Any) -> str:
    """A value as text: lists joined, maps as JSON, nothing as nothing."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list() | tuple():
            return "; ".join(map(cell, value))
        case _:
            return json.dumps(value, ensure_ascii=False)


def _widths(lines: Sequence[Sequence[str]], available: int) -> list[int]:
    """The widths that the columns need; where that is too much, the widest give way."""
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    while sum(widths) + GAP * len(widths) > available and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def option_of(parameter: Parameter) -> inspect.Parameter:
    """The option for a parameter of a query; its name ends in an underscore, since `with` is a word of Python."""
    kind = PARAMETER_TYPES[parameter.type]
    return inspect.Parameter(
        f"{parameter.name}_",
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if parameter.required else parameter.default,
        annotation=Annotated[kind | None, typer.Option(flag_of(parameter), help=parameter.doc)],
    )


def flag_of(parameter: Parameter) -> str:
    """How the option is written on the command line."""
    return "--" + parameter.name.replace("_", "-")
