"""Plain text into blocks: a line is a paragraph, unless lines were broken to fit a page, as in RFCs and e-mail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap

from netgov.ingest.lexicon.words import behind_clause_opening
from netgov.ingest.model.blocks import Block, Kind
from netgov.ingest.readers.joining import (
    DECORATION,
    LABELLED,
    can_end,
    has_ended,
    hyphenated_words,
    join_lines,
    starts_anew,
)

_NEW_LINE = re.compile(r"\r\n|[\n\r\x85]")
BREAKS = "\f\v\u2028\u2029"
"""Breaks of pages, lines and columns. Behind a sentence they part paragraphs, within one they are a blank."""
_BREAK_AT_END = re.compile(rf"(?<=[.:;!?\n])[{BREAKS}]+|[{BREAKS}]+(?=\n)")
PAGE_BREAK = "\f"

LONGEST_WRAPPED = 110
"""Lines that a program broke are no longer than this, but for an address here and there."""
FULL = 0.85
"""A line is full if the next word would have taken it to this share of the width."""
MIN_WIDTH = 40
RUNNING_SHARE = 0.35
"""Of full lines that another one follows, how many run on into it, at least, in text that was broken."""
MIN_RUNNING = 2
ROOM = 2
"""A line ends its paragraph where the next word would have had room with so many characters to spare."""
QUOTED = ">"
"""What e-mail puts before the lines that it answers."""
PAGE_FOOT = re.compile(r".*\[page\s\d+\]|[-–—\s]*(?:page\s)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
"""The foot of a page in an RFC, or a page number alone on its line."""
PAGE_MARGIN = 5
"""Lines before and behind a page break among which heads and feet are."""
SPREAD = re.compile(r"(?<=\S)\s{3,}(?=\S)")
"""Text at the left, in the middle or at the right of one line: a page head, or cells that blanks hold apart."""
UNDERLINE_LEVELS = {"=": 1, "*": 1, "-": 2, "~": 3}
MIN_UNDERLINE = 3
HEADER_FIELD = re.compile(r"[A-Z][\w-]*:\s")


@dataclass(frozen=True)
class _Line:
    """A line without its indent; `locator` counts from 1, `after_blank` says that nothing stands right over it."""

    text: str
    indent: int
    locator: int
    after_blank: bool

    @property
    def end(self) -> int:
        """The column at which it ends."""
        return self.indent + len(self.text)

    @property
    def is_spread(self) -> bool:
        """Whether blanks hold parts of it apart, but for a number or bullet."""
        label = LABELLED.match(self.text)
        return bool(SPREAD.search(self.text[label.end() :].lstrip() if label else self.text))

    @property
    def printed(self) -> str:
        """Its text, with a tab where blanks hold cells apart."""
        return SPREAD.sub("\t", self.text) if self.is_spread else self.text


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    lines = _split_lines(text)
    width = _wrapped_width(lines)
    if not width:
        blanks = str.maketrans(dict.fromkeys(BREAKS, " "))
        shown = ((number, line.translate(blanks)) for number, line in enumerate(lines, start=1))
        return tuple(Block(line, locator=number) for number, line in shown if line.strip())
    return tuple(_joined(_without_page_heads(lines), width))


def _split_lines(text: str) -> list[str]:
    return _NEW_LINE.split(_BREAK_AT_END.sub(lambda found: f"\n{PAGE_BREAK}" * ("\f" in found[0]) or "\n", text))


def _wrapped_width(lines: Sequence[str]) -> int:
    """How wide a text is whose lines were broken to fit; 0 for one with a paragraph on each line."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip() and not SPREAD.search(line))
    width = lengths[len(lengths) * 19 // 20] if lengths else 0
    if not MIN_WIDTH <= width <= LONGEST_WRAPPED:
        return 0
    pairs = [pair for pair in pairwise(lines) if pair[0].strip() and pair[1].strip()]
    full = [pair for pair in pairs if _has_no_room(*pair, width)]
    running = sum(starmap(_runs_on, full))
    with_room = sum(starmap(_runs_on, pairs)) - running
    is_wrapped = running >= max(MIN_RUNNING, RUNNING_SHARE * len(full), with_room)
    return width if is_wrapped else 0


def _has_no_room(line: str, following: str, width: int) -> bool:
    """Whether a line is broken for want of room, or the next one hangs under the text of an item."""
    text, first = line.lstrip(), following.split(None, 1)[0]
    hangs = LABELLED.match(text) is not None and following.startswith(" " * (len(line) - len(text) + 2))
    return hangs or line.endswith("-") or len(line.rstrip()) + 1 + len(first) >= FULL * width


def _runs_on(line: str, following: str) -> bool:
    """Whether a line surely goes on in the next one, and is neither an item with a tab nor before a clause."""
    bare = _unquoted(following).lstrip()
    if "\t" in line.strip() or LABELLED.match(bare) or behind_clause_opening(bare) is not None:
        return False
    return not has_ended(line) and not can_end(line.rstrip(), bare)


def _unquoted(line: str) -> str:
    return line.lstrip("> \t") if line.startswith(QUOTED) else line


def _is_underline(text: str) -> bool:
    return len(text) >= MIN_UNDERLINE and len(set(text)) == 1 and text[0] in UNDERLINE_LEVELS


def _without_page_heads(lines: Sequence[str]) -> Iterator[_Line]:
    """The lines that have text, without heads and feet of pages; a paragraph can go on over them."""
    heads = _running_heads(lines)
    after_blank, at_page, open_text = True, False, ""
    for number, line in enumerate(lines, start=1):
        at_page = at_page or PAGE_BREAK in line
        bare = _unquoted(line.replace(PAGE_BREAK, "")).rstrip()
        text = bare.lstrip()
        if not text:
            after_blank = True
        elif PAGE_FOOT.fullmatch(text) and (after_blank or "[" in text):
            at_page = True
        elif _head(text) in heads or (at_page and SPREAD.search(text)):
            after_blank = True
        else:
            goes_on = at_page and _is_open(open_text) and not LABELLED.match(text)
            yield _Line(text, len(bare) - len(text), number, after_blank and not goes_on)
            after_blank, at_page, open_text = False, False, text


def _is_open(text: str) -> bool:
    """Whether the last line of a page is one of a sentence that goes on."""
    return len(text) >= MIN_WIDTH and not has_ended(text) and not SPREAD.search(text)


def _running_heads(lines: Sequence[str]) -> set[str]:
    """Lines that return beside page breaks, but for the numbers in them."""
    breaks = [index for index, line in enumerate(lines) if PAGE_BREAK in line or PAGE_FOOT.fullmatch(line.strip())]
    formers = [-PAGE_MARGIN, *breaks]
    pages = [index for index, former in zip(breaks, formers, strict=False) if index - former >= PAGE_MARGIN]
    beside = Counter[str]()
    for index in pages:
        beside.update({_head(line) for line in lines[max(0, index - PAGE_MARGIN) : index + PAGE_MARGIN]})
    return {head for head, count in beside.items() if count > 1 and head}


def _head(line: str) -> str:
    return "".join("#" if letter.isdigit() else letter for letter in line.replace(PAGE_BREAK, "").strip())


def _joined(found: Iterator[_Line], width: int) -> Iterator[Block]:
    lines = list(found)
    hyphenated = hyphenated_words(line.text for line in lines)
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and not line.after_blank and _is_underline(line.text):
            yield _block(paragraph, hyphenated, UNDERLINE_LEVELS[line.text[0]])
            paragraph = []
        elif DECORATION.fullmatch(line.text):
            continue
        elif paragraph and not _continues(paragraph, line, width):
            yield _block(paragraph, hyphenated)
            paragraph = [line]
        else:
            paragraph.append(line)
    if paragraph:
        yield _block(paragraph, hyphenated)


def _continues(paragraph: Sequence[_Line], line: _Line, width: int) -> bool:
    """Whether a line goes on with a paragraph: it is no item, and had no room on the line above."""
    last = paragraph[-1]
    if line.after_blank or line.is_spread or last.is_spread or HEADER_FIELD.match(line.text):
        return False
    if starts_anew(line.text, last.text) or line.indent < paragraph[0].indent:
        return False
    if label := LABELLED.match(paragraph[0].text):
        if LABELLED.match(line.text) and line.indent <= paragraph[0].indent:
            return False
        if line.indent > paragraph[0].indent + label.end():
            return True
    if len(paragraph) > 1 and line.indent != last.indent:
        return False
    had_room = last.end + 1 + len(line.text.split(" ", 1)[0]) + ROOM <= width
    return not (had_room and can_end(last.text, line.text))


def _block(paragraph: Sequence[_Line], hyphenated: frozenset[str], level: int = 0) -> Block:
    """A paragraph as one line that keeps its indent, by which items are told from those within them."""
    kind: Kind = "heading" if level else "paragraph"
    text = " " * paragraph[0].indent + join_lines([line.printed for line in paragraph], hyphenated)
    return Block(text.strip() if level else text, kind, level=level, locator=paragraph[0].locator)
