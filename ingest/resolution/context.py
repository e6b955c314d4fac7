"""What earlier text decides: the sector of a bare "SG1", the body of a bare "Resolution 69"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from netgov.graph.keys import EditionMark, is_of_itu
from netgov.ingest.lexicon.gazetteer import load_gazetteer, read_table
from netgov.ingest.model.names import Name

_CONFERENCE = re.compile(r"(?P<series>[A-Z]+)-\d{2,4}")
_OWN_CONFERENCE = re.compile(r"(?:this|the present)\s(?:conference|assembly)", re.IGNORECASE)
_ADOPTS = re.compile(r"^\0?The\s(?P<name>[A-Z][^(),\n]{5,90}?)(?:\s\(|,|\sof\sthe\sInternational)", re.MULTILINE)
_FORM = re.compile(r"(?P<session>\d{1,4})/\d{1,4}|\((?P<year>\d{2,4})\)\d+")
_SESSIONS = range(31, 200)
"""Resolutions of the General Assembly are numbered by session from the 31st on: "31/65"."""
_YEARS = range(1946, 2100)
_COUNCIL_FROM = 1000
"""Resolutions of the Council are numbered from here on; those of conferences never got so far."""


@dataclass
class Context:
    """What the text so far has said; one is made for each document and read in the order of the text."""

    sector: str = ""
    sectors: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    own_body: str = ""

    def sector_of(self, candidate: Name, number: str, same_sentence: str) -> str:
        """The sector of a study group: printed, that of the list it stands in, the number's last one, the last one."""
        sector = candidate.fields["sector"] or same_sentence or self.sectors.get(number) or self.sector
        known = study_group_numbers()
        if sector and number not in known.get(sector, set()) and not candidate.fields["sector"]:
            sector = ""
        return sector or "ITU-T"

    def body_of(self, candidate: Name) -> str:
        """The body of a resolution: as printed before or after it, by its edition, as last named, by its number."""
        fields = candidate.fields
        number, kind = fields["number"], fields["kind"]
        if _OWN_CONFERENCE.match(fields["after"]) and self.own_body:
            return self.own_body
        body = _body_at_start(fields["after"]) or _body_at_end(fields["before"]) or _body_by_edition(fields["editions"])
        body = body or _outside_body(fields["before"], fields["after"]) or _body_of_possessive(fields["before"])
        body = body or self.bodies.get(f"{kind} {number}", "") or _body_by_form(number)
        if body or not fields["is_name"]:
            return body
        if kind == "decision" or (number.isdigit() and int(number) >= _COUNCIL_FROM):
            return "Council"
        return self.own_body or ("WTPF" if kind == "opinion" else "PP")


def adopting_body(text: str) -> str:
    """The body that speaks in a resolution: "The World Telecommunication … Assembly (Hammamet, 2016),"."""
    names = (_body_at_start(match["name"]) for match in _ADOPTS.finditer(text))
    return next(filter(None, names), "")


@cache
def resolution_titles() -> dict[str, str]:
    """Key of a resolution → its title."""
    return {row["key"]: row["title"] for row in read_table("resolutions")}


@cache
def study_group_titles() -> dict[tuple[str, str], str]:
    """(sector, number) of each study group → the title that it had last."""
    rows = sorted(read_table("study_groups"), key=lambda row: row["from"])
    return {(row["sector"], row["number"]): row["title"] for row in rows if row["title"]}


@cache
def study_group_numbers() -> dict[str, set[str]]:
    """The numbers that study groups of each sector have had."""
    numbers: dict[str, set[str]] = {}
    for row in read_table("study_groups"):
        numbers.setdefault(row["sector"], set()).add(row["number"])
    return numbers


@cache
def _bodies() -> dict[str, str]:
    """Key of each body that adopts resolutions, by any of its names, case folded."""
    rows = read_table("bodies")
    return {name.casefold(): row["key"] for row in rows for name in (row["key"], *row["aliases"].split("|")) if name}


@cache
def _body_names() -> str:
    """The names of those bodies as a pattern, the longest first."""
    return "|".join(re.escape(name) for name in sorted(_bodies(), key=len, reverse=True))


@cache
def _conferences() -> dict[tuple[str, int], str]:
    """(place, year) of each conference → the body that it is."""
    found: dict[tuple[str, int], str] = {}
    known = set(_bodies().values())
    for row in read_table("events"):
        match = _CONFERENCE.fullmatch(row["key"])
        if match and match["series"] in known and row["place"] and row["start_date"]:
            found[row["place"].casefold(), int(row["start_date"][:4])] = match["series"]
    return found


def _body_at_start(text: str) -> str:
    """As in "the World Telecommunication Standardization Assembly (WTSA), on …" → WTSA."""
    match = re.match(rf"\s*(?:the\s)?(?P<name>{_body_names()})(?!\w)", text, re.IGNORECASE)
    return _bodies()[match["name"].casefold()] if match else ""


def _body_at_end(text: str) -> str:
    """As in "… activities related to Plenipotentiary Conference (PP) " → PP; "Council 2011 " → Council."""
    tail = r"(?:\s?\([A-Z-]+\)|[\s-]\d{2,4}|’s|'s)?\s*$"
    match = re.search(rf"(?<!\w)(?P<name>{_body_names()}){tail}", text, re.IGNORECASE)
    return _bodies()[match["name"].casefold()] if match else ""


def _outside_body(before: str, after: str) -> str:
    """As in "APT Resolution 5", "CITEL PCC.I/RES. 303", "Resolution 4 of ATU": a body that a gazetteer knows."""
    ahead, behind = re.sub(r"(?:[’']s)?[\s/]*$", "", before).split(" "), after.split(" ")
    tails = (" ".join(ahead[-size:]) for size in range(min(6, len(ahead)), 0, -1))
    heads = (" ".join(behind[:size]) for size in range(min(6, len(behind)), 0, -1))
    names = load_gazetteer().names
    found = (names.get(name.casefold()) for name in (*tails, *heads))
    keys = (entry.key for entry in found if entry and entry.label in ("Organization", "Group"))
    return next((key for key in keys if not is_of_itu(key)), "")


def _body_of_possessive(before: str) -> str:
    """As in "The General Assembly, in its resolution 70/125": the body that the clause named last."""
    clause = before.replace(";", ".").rpartition(".")[2]
    if clause.split()[-1:] != ["its"]:
        return ""
    found = re.finditer(rf"(?<![\w-])(?:{_body_names()})(?![\w-])", clause, re.IGNORECASE)
    named = [match[0] for match in found if match[0][0].isupper()]
    return _bodies()[named[-1].casefold()] if named else ""


def _body_by_form(number: str) -> str:
    """As in "70/125" of the General Assembly, "2021/28" of ECOSOC, "(16)01" of the ECC of CEPT."""
    match = _FORM.fullmatch(number)
    if match is None or len(match["year"] or "") > 2:
        return "Committee of Ministers" if match else ""
    if match["year"]:
        return "ECC"
    session = int(match["session"])
    return "ECOSOC" if session in _YEARS else "UNGA" if session in _SESSIONS else ""


def _body_by_edition(editions: tuple[EditionMark, ...]) -> str:
    found = (mark.conference or _conferences().get((mark.place.casefold(), mark.year), "") for mark in editions)
    return next(filter(None, found), "")


def year_of_place(place: str, year: int, body: str) -> int:
    """A year misprinted ("Bucharest, 202") read as that of the body's conference in the place."""
    if year >= 1000:
        return year
    return next(
        (when for (where, when), series in _conferences().items() if where == place.casefold() and series == body), year
    )
