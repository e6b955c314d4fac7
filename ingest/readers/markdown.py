"""Markdown into blocks: what it says about the text goes, the text stays."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from netgov.ingest.model.blocks import Block
from netgov.ingest.readers.encoding import decode
from netgov.ingest.readers.html import LINE, parse

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"""^title:[ \t]*["']?(.*?)["']?[ \t]*\r?$""", re.MULTILINE)


def read_markdown(data: bytes, path: Path) -> tuple[str, tuple[Block, ...]]:
    """Title, as the front matter has it, and blocks, each with its line. Raises UnreadableFile."""
    text = decode(data, str(path))
    front = _FRONT_MATTER.match(text)
    title = _TITLE.search(front[1]) if front else None
    blank = "\n" * front[0].count("\n") if front else ""
    _, blocks = parse(_html(blank + text[front.end() if front else 0 :]), path)
    return title[1] if title else "", blocks


def _html(text: str) -> str:
    """As a web page; an indented paragraph is one, since reports hold no programs."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    tokens = parser.parse(text)
    for token in tokens:
        line = str(token.map[0] + 1) if token.map else ""
        if token.type == "html_block":
            token.content = f'<div {LINE}="{line}">{token.content}</div>'
        elif line and token.nesting >= 0:
            token.attrSet(LINE, line)
    return f"<html><body>{parser.renderer.render(tokens, parser.options, {})}</body></html>"
