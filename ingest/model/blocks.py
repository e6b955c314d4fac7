"""What readers hand on: a file as blocks of text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "row", "note", "caption"]


@dataclass(frozen=True)
class Block:
    """A paragraph, table row or note. A line break within it is a newline; cells of a row are joined by tabs.

    `number` is the label that Word computes ("2.1", "a)", "•") and so is not part of `text`; `level` is the outline
    level of a heading or the depth of an item, from 1, else 0; `table` is which table of the file a row belongs to;
    `locator` is the line or paragraph number and `page` the page. All count from 1 and are 0 where the file does not
    know.
    """

    text: str
    kind: Kind = "paragraph"
    number: str = ""
    level: int = 0
    locator: int = 0
    page: int = 0
    table: int = 0


@dataclass(frozen=True)
class Source:
    """A text that was read: what stands in it and where it came from; `title` is the one that the file declares."""

    name: str
    media_type: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str = ""
    path: Path | None = None
