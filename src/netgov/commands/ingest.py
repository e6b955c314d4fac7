"""Documents into the graph, and out of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from netgov.commands.console import INTERRUPTED, progress, stop_on_interrupt
from netgov.commands.reading import Job, Reading, Workers, read_files, reason_of
from netgov.graph.errors import InvalidGraph, NetgovError, StoreUnavailable
from netgov.graph.settings import load_settings
from netgov.graph.store import Change, GraphStore, Ingestion
from netgov.ingest.readers.files import READABLE

NO_CHANGE = Change(0, 0, 0)
STATES = ("new", "changed", "unchanged", "failed")


def ingest(
    paths: Annotated[list[Path], typer.Argument(help=f"Files ({READABLE}) or folders of them.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged files again, too.")] = False,
    workers: Workers = 1,
) -> None:
    """Read reports into the graph.

    A file that was ingested before and has not changed is skipped; one that has changed replaces what it said before.
    What was read by an earlier netgov, or with another model or other frames, is read anew once. A file that cannot
    be read is reported, the others go on, and the exit code is 1.
    """
    from netgov.ingest.readers.files import find_sources

    files, outcomes = find_sources(paths), list[Outcome]()
    with GraphStore.open(load_settings()) as store, stop_on_interrupt() as stop, progress(len(files)) as advance:
        if not dry_run:
            store.apply_schema()
        ingestor = Ingestor(store, dry_run=dry_run, force=force)
        with closing(read_files(map(ingestor.job, files), workers)) as readings:
            for reading in readings:
                outcomes.append(ingestor.ingest(reading))
                advance(outcomes[-1].change.added + outcomes[-1].change.kept)
                if stop.is_set():
                    break
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
    """What became of a file, or would become of it: `state` is new, changed, unchanged or failed.

    `anew` says that the file is as it was, and only what reads it has changed.
    """

    path: Path
    state: str
    anew: bool = False
    change: Change = NO_CHANGE
    reason: str = ""


class Ingestor:
    """Brings files into a store, each in one transaction; in a dry run it only says what it would do."""

    def __init__(self, store: GraphStore, *, dry_run: bool, force: bool) -> None:
        from netgov.ingest.fingerprint import pipeline_version

        self._store, self._dry_run, self._force = store, dry_run, force
        self._ingestions = {ingestion.path: ingestion for ingestion in store.ingestions()}
        self._documents = {ingestion.document for ingestion in self._ingestions.values()}
        self._claimed: dict[str, tuple[Path, str]] = {}
        settings = load_settings()
        self._pipeline = pipeline_version(settings.model, settings.frames)

    def job(self, path: Path) -> Job:
        """What there is to do about a file: nothing, where the graph has what this pipeline read in the same bytes."""
        former = self._ingestions.get(str(path.resolve()))
        if former is None or self._force or former.pipeline != self._pipeline:
            return Job(path)
        return Job(path, unless=former.sha256)

    def ingest(self, reading: Reading) -> Outcome:
        """Bring in what a file says. What is wrong with it is its outcome; what is wrong with the store is raised."""
        if reading.reason:
            return Outcome(reading.path, "failed", reason=reading.reason)
        try:
            return self._ingest(reading)
        except StoreUnavailable:
            raise
        except NetgovError as error:
            return Outcome(reading.path, "failed", reason=reason_of(reading.path, error))

    def _ingest(self, reading: Reading) -> Outcome:
        path, batch, location = reading.path, reading.batch, str(reading.path.resolve())
        former = self._ingestions.get(location)
        document = batch.document.key if batch else self._ingestions[location].document
        if not self._claim(document, reading) or batch is None:
            return Outcome(path, "unchanged")
        state = "changed" if former or document in self._documents else "new"
        anew = former is not None and former.sha256 == reading.sha256 and former.pipeline != self._pipeline
        if self._dry_run:
            return Outcome(path, state, anew, Change(len(batch.statements), 0, 0))
        ingestion = Ingestion(document, location, reading.sha256, self._pipeline)
        return Outcome(path, state, anew, self._store.replace_document(batch, ingestion))

    def _claim(self, document: str, reading: Reading) -> bool:
        """Whether a document is met for the first time in this run; a copy of it is not. Raises InvalidGraph."""
        path = reading.path
        first, sha256 = self._claimed.setdefault(document, (path, reading.sha256))
        if sha256 != reading.sha256:
            raise InvalidGraph(f"{path} is {document}, as {first} is, which has another text; ingest one of the two.")
        return first == path


def _report(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    for outcome in outcomes:
        if outcome.state == "failed":
            print(f"netgov: {outcome.reason}", file=sys.stderr)
        elif dry_run:
            print(f"{outcome.state:9}  {outcome.path}  ({outcome.change.added} statements)")
    if anew := sum(outcome.anew for outcome in outcomes):
        were = "would be" if dry_run else "were"
        print(f"{anew} of the files had not changed; they {were} read anew, since reading has changed.")
    states = Counter(outcome.state for outcome in outcomes)
    listed = ", ".join(f"{states[state]} {state}" for state in STATES if states[state])
    totals = [sum(getattr(outcome.change, name) for outcome in outcomes) for name in ("added", "removed", "kept")]
    changes = "nothing was written" if dry_run else "statements: {} added, {} removed, {} kept".format(*totals)
    print(f"{len(outcomes)} files ({listed or 'none readable'}); {changes}.")
