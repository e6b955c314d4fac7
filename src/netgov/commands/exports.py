"""The graph out of the database in other forms, and into another one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netgov.commands.console import counting
from netgov.graph.errors import ExportRefused
from netgov.graph.export import files
from netgov.graph.export.dump import read_dump
from netgov.graph.export.formats import FORMATS, FormatName, export_graph, export_rows, query_of
from netgov.graph.queries import read_assignment
from netgov.graph.restore import restore
from netgov.graph.settings import load_settings
from netgov.graph.store import GraphStore


def export(
    format: Annotated[FormatName, typer.Option(help="What to write; cypher and parquet can be imported again.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File; csv and parquet make a folder, or a file with .zip.")],
    document: Annotated[str | None, typer.Option(help="Only what this document says.")] = None,
    query: Annotated[str | None, typer.Option(help="The answer to this question, every row: csv or parquet.")] = None,
    param: Annotated[list[str] | None, typer.Option(help="NAME=VALUE for the question; can be repeated.")] = None,
) -> None:
    """Write the graph, a document of it, or the whole answer to a question, to a file.

    Two exports of the same graph are the same, byte for byte. An export that a write overtakes fails.
    """
    if (document and query) or (param and not query):
        raise ExportRefused("Give --document, or --query with its --param, or neither.")
    with GraphStore.open(load_settings()) as store:
        if query:
            values = dict(read_assignment(item) for item in param or [])
            files.write_file(out, export_rows(store, format, query_of(query), values))
            return
        form = FORMATS[format]
        parts = export_graph(store, form, document)
        if not form.zipped:
            files.write_file(out, next(parts)[1])
        elif out.suffix == ".zip":
            files.write_file(out, files.zipped(parts))
        else:
            files.write_folder(out, parts)


def import_(
    path: Annotated[Path, typer.Argument(help="What `netgov export` wrote of a whole graph as cypher or parquet.")],
) -> None:
    """Bring an exported graph into an empty database, of either engine; it goes on there as it was."""
    with GraphStore.open(load_settings()) as store, counting("nodes and relationships") as advance:
        store.apply_schema()
        with store.writing() as session, read_dump(path) as records:
            restore(session, records, advance)
        documents = len(store.ingestions())
    print(f"Imported {path} with {documents} documents.")
