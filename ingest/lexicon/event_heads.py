"""Nouns that head the name of an event, from data/event_heads.csv, and words around them, from data/event_words.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table


@dataclass(frozen=True)
class EventHead:
    """A noun for something that happens at a time.

    `is_weak` says that only capitals, a title or a number make it an event ("Week"), `needs_title` that only a title
    in quotation marks does ("the programme “…”").
    """

    noun: str
    kind: str
    is_plural: bool
    is_weak: bool
    needs_title: bool = False


@cache
def load_heads() -> dict[str, EventHead]:
    """Each form of each noun, in lower case."""
    return {
        form: EventHead(
            row["noun"], row["kind"], form == row["plural"], row["named"] != "any", row["named"] == "quoted"
        )
        for row in read_table("event_heads")
        for form in (row["noun"], row["plural"])
    }


@cache
def words_of(role: str) -> frozenset[str]:
    """The words that have a role around the name of an event: "hold" (held, took place), "glue", "planned", …"""
    return frozenset(row["word"] for row in read_table("event_words") if row["role"] == role)
