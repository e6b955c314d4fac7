"""Lists with one head: "Questions 4, 5/11 and 7 to 9/11", "Resolutions 101 and 102"; and the title behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

GLUE = re.compile(r"\s?[,;]\s?(?:(?:and|or|&)\s)?|\s?&\s?|\s(?:and|or|to|through)\s|\s?[–/]\s?", re.IGNORECASE)
_RANGE = ("to", "through", "–")
_TITLE = re.compile(
    r"""\s?(?:\([^()]{0,40}\)\s?)*[,:–-]?\s?(?:on\s)?  # "(2019), on "
    (?:[“”"„«](?P<title>[^“”"„«»]{3,400}?)\s?(?:[”"»]|“(?!\w))
    |[“"](?P<open>[A-Z][^“”"]{3,200}?)(?=\.\s[A-Z]|\n|$))  # where the closing mark is missing""",
    re.VERBOSE,
)


def read_list(text: str, position: int, member: re.Pattern[str]) -> Iterator[tuple[re.Match[str], bool]]:
    """The members of a list from a position on, and whether each ends a range: of "4, 5 to 9" the 9 does."""
    glue = None
    while item := member.match(text, position):
        yield item, bool(glue and glue[0].strip().casefold() in _RANGE)
        if not (glue := GLUE.match(text, item.end())):
            return
        position = glue.end()


def title_after(text: str, end: int) -> tuple[str, int]:
    """(title, where it ends) of a quoted title right after a name, else ("", end)."""
    if (match := _TITLE.match(text, end)) is None:
        return "", end
    title = match["title"] or match["open"]
    return title.strip(" ,.;"), match.end()
