"""What can be imported again: a Cypher file, or the Parquet files in a folder or a zip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, is_zipfile

from netgov.graph.errors import ExportRefused
from netgov.graph.export import cypher, parquet
from netgov.graph.scan import Record


@contextmanager
def read_dump(path: Path) -> Iterator[Iterator[Record]]:
    """The nodes and relationships of a dump, nodes first. Raises ExportRefused where it is none."""
    if path.is_dir():
        yield parquet.read(path)
    elif not path.exists():
        raise ExportRefused(f"There is no file or folder {path}.")
    elif is_zipfile(path):
        with TemporaryDirectory() as folder, ZipFile(path) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name in parquet.FILES])
            yield parquet.read(Path(folder))
    else:
        yield cypher.read(path)
