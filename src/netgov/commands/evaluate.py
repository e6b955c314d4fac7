"""How well extraction reads, and why not better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgov.commands.console import print_table
from netgov.commands.reading import make_reader
from netgov.graph.errors import NetgovError

if TYPE_CHECKING:
    from netgov.ingest.evaluation.evaluate import Scores
    from netgov.ingest.evaluation.pairs import Pair


class YesNo(StrEnum):
    """An answer that has to be given."""

    yes = "yes"
    no = "no"


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of <document>.json.")],
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS_DIR", help="Folder of the reports they were made from.")],
    misses: Annotated[bool, typer.Option("--misses", help="Also list what was missed and what was invented.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Also count and list relations that went wrong by cause.")] = False,
    card: Annotated[Path | None, typer.Option(help="Put the figures into this file, as JSON.")] = None,
    kind: Annotated[str, typer.Option(help="What the card calls these texts.")] = "",
    text: Annotated[str, typer.Option(help="What kind of text they are, for the card.")] = "",
    looked_at: Annotated[
        YesNo | None, typer.Option(help="Whether the grammar was written with these texts in view, for the card.")
    ] = None,
    minimum: Annotated[float, typer.Option("--min", help="Fail where F1 of entities or relations is lower.")] = 0.0,
) -> None:
    """Measure extraction against gold data: precision, recall and F1 by label and type."""
    from netgov.ingest.evaluation.card import TextSet, write_card
    from netgov.ingest.evaluation.evaluate import score
    from netgov.ingest.evaluation.pairs import read_pairs

    if card and not (kind and looked_at):
        raise typer.BadParameter("Say with --kind and --looked-at what the figures are of.", param_hint="--card")
    pairs = list(read_pairs(gold, corpus, make_reader()))
    scores = score(pairs)
    _print_scores(scores)
    if misses:
        print("", *scores.misses, sep="\n")
    if why:
        _print_causes(pairs)
    if card:
        write_card(card, TextSet(kind, text or kind, looked_at is YesNo.yes), scores)
    for part in ("entities", "relations"):
        if (f1 := scores.figures[part, "ALL"].f1) < minimum:
            raise NetgovError(f"F1 of {part} is {f1:.1f}, less than the {minimum:g} asked for with --min.")


def _print_scores(scores: Scores) -> None:
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


def _print_causes(pairs: Sequence[Pair]) -> None:
    """How many relations were missed and invented by cause; then each of them, cause by cause."""
    from netgov.ingest.evaluation.why import Missed, Wrong, find_mistakes

    mistakes = [mistake for pair in pairs for mistake in find_mistakes(pair)]
    counts = Counter(mistake.cause for mistake in mistakes)
    causes = [("missed", cause) for cause in Missed] + [("wrong", cause) for cause in Wrong]
    print()
    print_table(("relations", "cause", "count"), [(what, cause.value, counts[cause]) for what, cause in causes])
    for what, cause in causes:
        listed = [mistake for mistake in mistakes if mistake.cause is cause]
        if listed:
            print(f"\n{what}: {cause.value}")
        for mistake in listed:
            print(f"  {mistake.document}: {mistake.relation} — {mistake.sentence}")
