"""Lists: how deep an item is, and which line introduces it."""

from __future__ import annotations

from dataclasses import dataclass

Position = tuple[int, str]
"""The indent or level of an item, and its mark: items of one list have both in common."""


@dataclass
class _Item:
    """The last item of a list that is open; it is `parted` once items deeper than it have come."""

    ordinal: int
    position: Position
    introduces: bool
    has_colon: bool
    parted: bool = False


class Lists:
    """The lists that are open where a text is read, one within the other, and the line over the outermost."""

    def __init__(self) -> None:
        self.lead_in: int | None = None
        self.last_number = 0
        self._open: list[_Item] = []

    @property
    def mark(self) -> str | None:
        """The mark of the innermost list."""
        return self._open[-1].position[1] if self._open else None

    def begin(self, lead_in: int | None) -> None:
        """Leave all lists; `lead_in` is the passage that introduces what follows, if it does."""
        self.lead_in, self.last_number = lead_in, 0
        self._open.clear()

    def add(self, ordinal: int, position: Position, text: str) -> tuple[int, int | None]:
        """Level and lead-in of the next item.

        "SG20:" in a list whose items all look the same introduces those up to the next with a colon.
        """
        has_colon = text.endswith(":")
        item = _Item(ordinal, position, has_colon or not text.endswith((".", ";")), has_colon)
        former = self._sibling(position)
        if former and former.has_colon and not former.parted and not has_colon:
            return len(self._open) + 1, former.ordinal
        if former:
            self._open.pop()
        elif self._open:
            self._open[-1].parted = True
        over = next((above.ordinal for above in reversed(self._open) if above.introduces), self.lead_in)
        self._open.append(item)
        return len(self._open), over

    def _sibling(self, position: Position) -> _Item | None:
        """The item before one at this position in its list, once the lists within that are left."""
        for index, item in enumerate(self._open):
            if item.position == position:
                del self._open[index + 1 :]
                return item
        while self._open and self._open[-1].position[0] > position[0]:
            self._open.pop()
        return None
