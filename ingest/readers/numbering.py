"""The numbers that Word prints before paragraphs and keeps out of their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

BULLET = "•"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def value(element: Any, *path: str) -> str | None:
    """The `w:val` at the end of a path of children, if it is there."""
    for tag in path:
        element = None if element is None else element.find(qn(tag))
    return None if element is None else element.get(qn("w:val"))


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered; `restart` is the number of levels above that restart it when one is used."""

    start: int
    format: str
    template: str
    restart: int
    style: str | None
    legal: bool

    @classmethod
    def read(cls, element: Any) -> Level:
        """From a `w:lvl`."""
        legal = element.find(qn("w:isLgl"))
        return cls(
            start=int(value(element, "w:start") or 0),
            format=value(element, "w:numFmt") or "decimal",
            template=value(element, "w:lvlText") or "",
            restart=int(value(element, "w:lvlRestart") or element.get(qn("w:ilvl"))),
            style=value(element, "w:pStyle"),
            legal=legal is not None and legal.get(qn("w:val")) not in ("0", "false"),
        )


@dataclass(frozen=True)
class List:
    """A list of the document: lists of one `family` count on together, but where a level has an own start."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document, which must be asked for in their order."""

    def __init__(self, part: Any | None) -> None:
        self._lists = {} if part is None else _read_lists(part)
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of_style(self, number_id: str, style: str) -> int:
        """The level that a list ties to a paragraph style."""
        levels = self._lists[number_id].levels if number_id in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def next_label(self, number_id: str, depth: int) -> str:
        """The label of the next paragraph at a level (from 0) of a list; empty where Word prints none."""
        current = self._lists.get(number_id)
        if current is None or depth not in current.levels:
            return ""
        self._count(number_id, current, depth)
        return BULLET if current.levels[depth].format == "bullet" else self._label(current, depth)

    def _count(self, number_id: str, current: List, depth: int) -> None:
        counters = self._counters.setdefault(current.family, {})
        if depth in current.starts and (number_id, depth) not in self._started:
            counters[depth] = current.starts[depth]
        else:
            counters[depth] = counters.get(depth, current.levels[depth].start - 1) + 1
        self._started.add((number_id, depth))
        for deeper, level in current.levels.items():
            if depth < deeper and depth < level.restart:
                counters.pop(deeper, None)

    def _label(self, current: List, depth: int) -> str:
        counters = self._counters[current.family]

        def shown(match: re.Match[str]) -> str:
            level = current.levels.get(int(match[1]) - 1)
            if level is None:
                return ""
            number = counters.get(int(match[1]) - 1, level.start)
            return FORMATS.get("decimal" if current.levels[depth].legal else level.format, str)(number)

        return re.sub(r"%([1-9])", shown, current.levels[depth].template).strip()


def _read_lists(part: Any) -> dict[str, List]:
    """Lists by `w:numId`. One that links to a list style takes the levels of the list that defines the style."""
    abstract = {item.get(qn("w:abstractNumId")): item for item in part.findall(qn("w:abstractNum"))}
    styled = {value(item, "w:styleLink"): key for key, item in abstract.items()}
    lists = {}
    for number in part.findall(qn("w:num")):
        family = value(number, "w:abstractNumId") or ""
        family = styled.get(value(abstract.get(family), "w:numStyleLink") or "", family)
        if family in abstract:
            lists[number.get(qn("w:numId"))] = _read_list(family, abstract[family], number)
    return lists


def _read_list(family: str, abstract: Any, number: Any) -> List:
    levels = {int(item.get(qn("w:ilvl"))): Level.read(item) for item in abstract.findall(qn("w:lvl"))}
    starts = {}
    for override in number.findall(qn("w:lvlOverride")):
        depth = int(override.get(qn("w:ilvl")))
        if (own := override.find(qn("w:lvl"))) is not None:
            levels[depth] = Level.read(own)
        if (start := value(override, "w:startOverride")) is not None:
            starts[depth] = int(start)
    return List(family, levels, starts)


def roman(number: int) -> str:
    """4 → iv."""
    text = ""
    for worth, letters in ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def letters(number: int) -> str:
    """3 → c, 27 → aa, 28 → bb, as Word goes on after z."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",  # noqa: ARG005 - the level counts but prints nothing
}
"""Number formats beside plain decimals."""
