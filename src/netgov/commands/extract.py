"""What extraction finds in a text; none of it uses the graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import Annotated

import typer

from netgov.commands.console import INTERRUPTED, print_table, progress, stop_on_interrupt
from netgov.commands.reading import Job, Reader, Reading, Workers, make_reader, read_files
from netgov.graph.errors import NetgovError
from netgov.graph.export.gold import gold_form
from netgov.graph.model import GraphBatch
from netgov.ingest.readers.files import READABLE


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(help=f"Files ({READABLE}) or folders of them, or - for plain text from the standard input."),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write to this file; of several files, to this folder.")
    ] = None,
    workers: Workers = 1,
) -> None:
    """Say what reports state as JSON, in the form of the gold data, without using the graph.

    One file is printed, unless --out names where it goes. Several go to a folder, each as <its name>.json. A file that
    cannot be read is reported, the others go on, and the exit code is 1.
    """
    if paths == ["-"]:
        _write(_read_standard_input(), out)
    elif "-" in paths:
        raise typer.BadParameter("The standard input (-) is read alone.", param_hint="PATHS")
    elif len(paths) == 1 and not Path(paths[0]).is_dir() and not (out and out.is_dir()):
        _write(_batch(Reader().read(Job(Path(paths[0])))), out)
    elif out is None or out.is_file():
        raise typer.BadParameter("Several files go to a folder; name one.", param_hint="--out")
    else:
        _extract_into(out, [Path(path) for path in paths], workers)


def _read_standard_input() -> GraphBatch:
    from netgov.ingest.pipeline import build_batch
    from netgov.ingest.readers.files import source_from_bytes

    return build_batch(source_from_bytes(sys.stdin.buffer.read(), "stdin"), make_reader())


def _batch(reading: Reading) -> GraphBatch:
    """The batch of a file. Raises NetgovError where it could not be read."""
    if reading.batch is None:
        raise NetgovError(reading.reason)
    return reading.batch


def _write(batch: GraphBatch, out: Path | None) -> None:
    text = json.dumps(gold_form(batch), ensure_ascii=False, indent=2)
    if out is None:
        print(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def _extract_into(folder: Path, paths: Sequence[Path], workers: int) -> None:
    from netgov.ingest.readers.files import find_sources

    files, reasons, written = find_sources(paths), list[str](), 0
    folder.mkdir(parents=True, exist_ok=True)
    with (
        stop_on_interrupt() as stop,
        progress(len(files)) as advance,
        closing(read_files(map(Job, files), workers)) as readings,
    ):
        for reading, name in zip(readings, result_names(files), strict=False):
            if reading.batch is None:
                reasons.append(reading.reason)
            else:
                _write(reading.batch, folder / name)
                written += 1
            advance(len(reading.batch.statements) if reading.batch else 0)
            if stop.is_set():
                break
    for reason in reasons:
        print(f"netgov: {reason}", file=sys.stderr)
    print(f"{written} of {len(files)} files were read into {folder}.")
    if stop.is_set():
        raise typer.Exit(INTERRUPTED)
    if reasons:
        raise typer.Exit(1)


def result_names(files: Iterable[Path]) -> Iterator[str]:
    """What the result of each file is called: its name as .json; the later one of two that share it has a number."""
    taken: set[str] = set()
    for file in files:
        numbered = (f"{file.stem}-{number}.json" for number in count(2))
        name = next(name for name in chain([f"{file.stem}.json"], numbered) if name.casefold() not in taken)
        taken.add(name.casefold())
        yield name


def resolve(
    text: Annotated[str, typer.Argument(help="A name, or a sentence that gives it its context.")],
) -> None:
    """Show which nodes a text names, which others were considered, and why."""
    from netgov.ingest.evaluation.explain import explain

    rows = [
        (found.text, found.label, found.key, "yes" if found.taken else "no", found.why)
        for found in explain(text, make_reader())
    ]
    print_table(("text", "label", "key", "taken", "why"), rows)
