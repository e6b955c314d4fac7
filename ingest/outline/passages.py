"""Segmentation: which passages a report has, and which section each one belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netgov.ingest.model.blocks import Block, Source
from netgov.ingest.model.outline import Passage
from netgov.ingest.outline.normalize import clean_block

_NUMBERED = re.compile(
    r"(?:(\d{1,2}(?:bis|ter)?(?:\.\d{1,2})*)(?:[.)]\s*|\s*\t\s*|\s{1,3}(?=[A-Z“\"(]))"
    r"|((?:[IVX]{1,4}|[A-Z])(?:\.\d{1,2})+)\.?\s*\t\s*)(?=\S)"
)
_DATE_LINE = re.compile(
    r"\d{1,2}(?:\s*\((?:am|pm)\))?(?:\s*[-–,]\s*\d{1,2})*\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{4}"
)
_BULLET = re.compile(r"[·•●▪◦‣–—*o-]\s+(?=\S)")
_ITEM = re.compile(r"(?:\(?([a-z]{1,2}|[ivx]{1,5})\)|([ivx]{1,5}|[a-z])\.)\s+(?=\S)")
_ROMAN = re.compile(r"[ivx]+")
_ANNEX = re.compile(
    r"((?:Annex|Appendix|Attachment)(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?)\b(?=\s*(?:[:.–—(-]|\t|$)|[ ]*\n)",
    re.IGNORECASE,
)
_COVER = re.compile(r"(?:Summary|Action required|Abstract|Background|References|Executive summary)\W*", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:further |also |and )*(?:recalling|aware|considering|recogni[sz]ing|noting|bearing in mind|having regard|"
    r"having considered|having examined|taking into account|emphasi[sz]ing|mindful|conscious|convinced|reaffirming|"
    r"acknowledging|observing|reali[sz]ing|stressing|welcoming|underlining|affirming|concerned|desiring|"
    r"resolves|instructs|requests|invites|decides|encourages|urges|calls (?:up)?on|directs|charges|appeals|agrees|"
    r"endorses|confirms|recommends|declares|adopts|authori[sz]es|thanks|is of the (?:view|opinion))\b"
)
_RESOLVES_TO = re.compile(
    r"^(?:resolves|decides)\s(?:further\s)?to(?=\s(?:instruct|request|invite|encourage|urge|call|direct)\b)"
)
_CLAUSE_LENGTH = 140
_HEADING_LENGTH = 220


@dataclass
class _Place:
    """Where in the report the segmentation stands."""

    section: str = ""
    heading: str = ""
    clause: str = ""
    item: str = ""
    intro: int | None = None


def segment(source: Source) -> tuple[Passage, ...]:
    """Cut a report into passages; headings are passages too, and notes follow the paragraph that cites them."""
    place, passages = _Place(), list[Passage]()
    for kind, text, number, block in _lines(source.blocks):
        passage = _read_passage(place, len(passages), kind, text, number)
        passage = replace(passage, page=block.page, paragraph=block.locator)
        passages.append(passage)
        if passage.text.endswith(":"):
            if passage.kind != "bullet" or place.intro is None:
                place.intro = passage.ordinal
        elif passage.kind not in ("bullet", "note"):
            place.intro = None
    return tuple(passages)


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, str, Block]]:
    """(kind, clean text, number, block) of each block that has text.

    Flattened tables print a date cell as a line of its own and the other cells of the row on the lines after it:
    each of those lines becomes "date, tab, cell".
    """
    date, row_end = "", 0
    for block in blocks:
        clean = clean_block(block.text)
        text = clean.text.strip()
        if block.kind != "row" and block.text.startswith("\t") and _DATE_LINE.fullmatch(text):
            date, row_end = text, block.locator
        elif date and block.locator == row_end + 1:
            row_end = block.locator
            yield "row", f"{date}\t{text}", "", block
        elif re.search(r"\w", text):
            yield block.kind, text, clean_block(block.number).text, block
        for note in clean.notes:
            yield "note", note, "", block


def _read_passage(place: _Place, ordinal: int, kind: str, text: str, number: str) -> Passage:
    if kind in ("note", "row"):
        return _passage(place, ordinal, kind, text)
    if annex := _ANNEX.match(text):
        place.section, place.heading, place.clause, place.item = annex[1], text, "", ""
        return _passage(place, ordinal, "heading", text)
    if _is_clause(text):
        place.clause, place.item, place.heading = text.rstrip(" ,:"), "", text.rstrip(" ,:")
        return _passage(place, ordinal, "clause", text)
    number, rest = _split_number(text, number)
    if place.clause and (item := number or _item_of(text)):
        place.item = _nested(place.item, item)
        return _passage(place, ordinal, "item", rest if number else text)
    if number and re.fullmatch(r"[A-Z]*[\d.]+(?:bis|ter)?[\d.]*", number):
        place.section, place.clause, place.item = number, "", ""
        if kind == "heading" or _looks_like_heading(rest, number):
            place.heading = rest
            return _passage(place, ordinal, "heading", rest)
        return _passage(place, ordinal, "paragraph", rest)
    if bullet := _BULLET.match(text):
        return _passage(place, ordinal, "bullet", text[bullet.end() :])
    if item_match := _ITEM.match(text):
        return _passage(place, ordinal, "bullet", text[item_match.end() :])
    if kind == "heading" or _COVER.fullmatch(text):
        place.heading = text
        return _passage(place, ordinal, "heading", text)
    return _passage(place, ordinal, "bullet" if kind == "item" else kind, text)


def _passage(place: _Place, ordinal: int, kind: str, text: str) -> Passage:
    section = f"{place.clause} {place.item}".strip() if place.clause else place.section
    intro = place.intro if kind == "bullet" else None
    return Passage(ordinal, text, section, place.heading, kind, intro, place.clause)


def _split_number(text: str, number: str) -> tuple[str, str]:
    """("2.4.3", rest of the paragraph); the number is Word's own, or printed at the start of the line."""
    if number and (printed := re.fullmatch(r"\(?([\w.]+?)[.)]*", number)):
        return printed[1], text
    if (match := _NUMBERED.match(text)) and not _DATE_LINE.match(text):
        return match[1] or match[2], text[match.end() :].strip()
    return "", text


def _item_of(text: str) -> str:
    """The letter of an item of a clause, "a" of "a) that …"; the text keeps it as printed."""
    match = _ITEM.match(text)
    return (match[1] or match[2]) if match else ""


def _nested(current: str, item: str) -> str:
    """The label of an item: i), ii) after a) are "a i", "a ii", but i) after h) is the letter."""
    head = current.split(" ")[0]
    if _ROMAN.fullmatch(item) and head and not (len(item) == 1 and ord(head[0]) == ord(item) - 1):
        return f"{head} {item}"
    return item


def _is_clause(text: str) -> bool:
    """As in "instructs the Secretary-General", "considering further": the line that opens a clause of a resolution."""
    if len(text) > _CLAUSE_LENGTH or text.endswith((".", ";")):
        return False
    opening = _RESOLVES_TO.sub("", text)
    return bool(_CLAUSE.match(text[:1].lower() + text[1:])) and not re.search(r"\b(?:that|to|shall|should)\b", opening)


def _looks_like_heading(text: str, number: str) -> bool:
    if len(text) > _HEADING_LENGTH or text.endswith((".", ";", ":", ",")):
        return False
    return number.count(".") == 0 or not re.search(r"\b(?:is|are|was|were|has|have|been|will)\b", text)
