"""What a tool answers with: rows that cite their sentence, as structured content and as text, as long as allowed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from netgov.graph.answers import Coverage, UnknownKey

CHARACTERS_PER_TOKEN = 4
"""A usual estimate for English; JSON and names take a little more."""
SOURCE = ("document", "section", "quote")
"""The columns that say where a row is from."""
CITATION = (*SOURCE, "source_start", "source_end", "target_start", "target_end")
"""The same, and those that say where the quote names the two ends of a statement."""


@dataclass(frozen=True)
class Answer:
    """Rows, whether there are more of them, how to ask for less, and what was searched."""

    rows: Sequence[Mapping[str, Any]]
    truncated: bool = False
    note: str = ""
    searched: Coverage | None = None

    @property
    def structured(self) -> dict[str, Any]:
        """The answer as JSON."""
        found = {"rows": list(self.rows), "truncated": self.truncated, "note": self.note}
        return {**found, "searched": asdict(self.searched)} if self.searched else found

    @property
    def text(self) -> str:
        """The answer in lines, a row each; its sentence follows in quotation marks."""
        return "\n".join([*map(_line, self.rows), self.note or f"{len(self.rows)} rows."])


def cited(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without what is null; where it has a quote, the columns that say where it is from are its citation."""
    if "quote" not in row:
        return _present(row.items())
    rest = _present((name, value) for name, value in row.items() if name not in CITATION)
    return {**rest, "citation": _present((name, row[name]) for name in CITATION if name in row)}


def fit(rows: Iterable[Mapping[str, Any]], *, tokens: int, truncated: bool, narrow: str) -> Answer:
    """The rows that an answer has room for; `narrow` says how to ask for fewer."""
    room = tokens * CHARACTERS_PER_TOKEN
    kept: list[Mapping[str, Any]] = []
    for row in rows:
        room -= len(json.dumps(row, ensure_ascii=False))
        if room < 0:
            truncated = True
            break
        kept.append(row)
    if not truncated:
        return Answer(kept, note="" if kept else "Nothing found.")
    return Answer(kept, True, f"These are the first {len(kept)} rows, there are more. {narrow}")


def searched_in(answer: Answer, coverage: Coverage, unknown: Iterable[UnknownKey]) -> Answer:
    """An answer that tells nothing found from not covered."""
    missing = [f"There is no {item.value!r} in the graph ({item.parameter})." for item in unknown]
    note = " ".join(filter(None, [answer.note, *missing, f"Searched {coverage}."]))
    return replace(answer, note=note, searched=coverage)


def _present(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in items if value is not None}


def _line(row: Mapping[str, Any]) -> str:
    fields = "; ".join(f"{name}: {_text(value)}" for name, value in row.items() if name != "citation")
    citation = row.get("citation")
    if not citation:
        return f"- {fields}"
    place = ", ".join(str(citation[name]) for name in ("document", "section") if citation.get(name))
    return f'- {fields}\n  "{citation.get("quote", "")}" ({place})'


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
