"""What extraction finds in a text, and how well; none of it uses the graph."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from netgov.commands.console import print_table
from netgov.graph.errors import NetgovError
from netgov.ingest.readers.files import READABLE


def extract(
    file: Annotated[str, typer.Argument(help=f"A file ({READABLE}), or - for plain text from the standard input.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.")] = None,
) -> None:
    """Print what a report says as JSON, in the form of the gold data, without using the graph."""
    from netgov.graph.export.gold import gold_form
    from netgov.ingest.pipeline import make_nlp
    from netgov.ingest.readers.files import read_source, source_from_bytes
    from netgov.ingest.statements.batch import build_batch

    source = source_from_bytes(sys.stdin.buffer.read(), "stdin") if file == "-" else read_source(Path(file))
    text = json.dumps(gold_form(build_batch(source, make_nlp())), ensure_ascii=False, indent=2)
    if out is None:
        print(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def resolve(
    text: Annotated[str, typer.Argument(help="A name, or a sentence that gives it its context.")],
) -> None:
    """Show which nodes a text names, which others were considered, and why."""
    from netgov.ingest.evaluation.explain import explain
    from netgov.ingest.pipeline import make_nlp

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
    from netgov.ingest.evaluation.evaluate import evaluate
    from netgov.ingest.pipeline import make_nlp

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
