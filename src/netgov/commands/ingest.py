"""Documents into the graph, and out of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgov.commands.console import progress, stop_on_interrupt
from netgov.graph.errors import InvalidGraph, NetgovError, StoreUnavailable
from netgov.graph.settings import load_settings
from netgov.graph.store import Change, GraphStore, Ingestion
from netgov.ingest.readers.files import READABLE

if TYPE_CHECKING:
    from spacy.language import Language

    from netgov.ingest.model.blocks import Source

INTERRUPTED = 130
NO_CHANGE = Change(0, 0, 0)
STATES = ("new", "changed", "unchanged", "failed")


def ingest(
    paths: Annotated[list[Path], typer.Argument(help=f"Files ({READABLE}) or folders of them.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged files again, too.")] = False,
) -> None:
    """Read reports into the graph.

    A file that was ingested before and has not changed is skipped; one that has changed replaces what it said before.
    A file that cannot be read is reported, the others go on, and the exit code is 1.
    """
    from netgov.ingest.readers.files import find_sources

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


def delete(
    document: Annotated[str, typer.Argument(help="Key of an ingested document, such as WTPF-IEG/1/11.")],
) -> None:
    """Take a document out of the graph, with everything that only it says."""
    with GraphStore.open(load_settings()) as store:
        change = store.delete_document(document)
    print(f"Deleted {document} and its {change.removed} statements.")


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
        from netgov.ingest.pipeline import make_nlp

        return make_nlp()

    def ingest(self, path: Path) -> Outcome:
        """Bring in one file. What is wrong with it is its outcome; what is wrong with the store is raised."""
        from netgov.ingest.readers.files import read_source

        try:
            return self._ingest(path, read_source(path))
        except StoreUnavailable:
            raise
        except NetgovError as error:
            return Outcome(path, "failed", reason=str(error) if str(path) in str(error) else f"{path}: {error}")

    def _ingest(self, path: Path, source: Source) -> Outcome:
        from netgov.ingest.fingerprint import pipeline_version
        from netgov.ingest.statements.batch import build_batch

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
