"""Files read into batches, here or by several processes, and handed on in the order in which they were named."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgov.graph.errors import NetgovError
from netgov.graph.model import GraphBatch
from netgov.graph.settings import load_settings

if TYPE_CHECKING:
    from spacy.language import Language

AHEAD = 2
"""Files given out to each process before the first of them is asked for, so that none of them waits."""
Workers = Annotated[
    int, typer.Option("--workers", min=0, max=256, help="Processes that read; 0: one for each core of the machine.")
]


@dataclass(frozen=True)
class Job:
    """A file to read, unless its bytes still have this hash."""

    path: Path
    unless: str = ""


@dataclass(frozen=True)
class Reading:
    """What came of a file: the hash of its bytes and its batch, none where there is no need of it; or why not."""

    path: Path
    sha256: str = ""
    batch: GraphBatch | None = None
    reason: str = ""


def make_reader() -> Language:
    """The pipeline with the model and frames of the settings."""
    from netgov.ingest.pipeline import make_nlp

    settings = load_settings()
    return make_nlp(settings.model, settings.frames)


class Reader:
    """Reads files in one process; the pipeline is made when the first file needs it."""

    @cached_property
    def _nlp(self) -> Language:
        return make_reader()

    def read(self, job: Job) -> Reading:
        """Read one file. What is wrong with it is the reason; that reading lacks its model or frames is raised."""
        from netgov.ingest.pipeline import build_batch
        from netgov.ingest.readers.files import read_source

        try:
            source = read_source(job.path)
        except NetgovError as error:
            return Reading(job.path, reason=reason_of(job.path, error))
        if source.sha256 == job.unless:
            return Reading(job.path, source.sha256)
        nlp = self._nlp
        try:
            return Reading(job.path, source.sha256, build_batch(source, nlp))
        except NetgovError as error:
            return Reading(job.path, reason=reason_of(job.path, error))


def reason_of(path: Path, error: NetgovError) -> str:
    """What is wrong with a file, in a sentence that names it."""
    return str(error) if str(path) in str(error) else f"{path}: {error}"


def read_files(jobs: Iterable[Job], workers: int) -> Generator[Reading, None, None]:
    """Read files in their order. A file that ends the process that reads it, for want of memory, fails alone."""
    count = workers or os.cpu_count() or 1
    yield from map(Reader().read, jobs) if count == 1 else _read_beside(iter(jobs), count)


def _read_beside(jobs: Iterator[Job], count: int) -> Iterator[Reading]:
    """Read by several processes; where one dies, and with it what the others were at, those files go one by one."""
    while waiting := deque(islice(jobs, AHEAD * count)):
        with _processes(count) as pool:
            try:
                yield from _read_in(pool, waiting, jobs)
            except BrokenProcessPool:
                pass
            finally:
                pool.shutdown(cancel_futures=True)
        yield from map(_read_alone, waiting)


def _read_in(pool: ProcessPoolExecutor, waiting: deque[Job], jobs: Iterator[Job]) -> Iterator[Reading]:
    """Results in the order of jobs; what has none yet is left in `waiting`. Raises BrokenProcessPool."""
    futures = deque(pool.submit(_read, job) for job in waiting)
    while futures:
        reading = futures.popleft().result()
        waiting.popleft()
        yield reading
        for job in islice(jobs, 1):
            waiting.append(job)
            futures.append(pool.submit(_read, job))


def _read_alone(job: Job) -> Reading:
    try:
        with _processes(1) as pool:
            return pool.submit(_read, job).result()
    except BrokenProcessPool:
        return Reading(job.path, reason=f"{job.path} ended the process that read it; is there enough memory for it?")


def _processes(count: int) -> ProcessPoolExecutor:
    """Processes that start afresh: a copy of this one would share its connections to the database."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_start)


_reader = Reader()


def _start() -> None:
    """Ctrl-C is for the process that gives out the files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(job: Job) -> Reading:
    return _reader.read(job)
