"""Normal forms of keys: how a study group, a Question, a Recommendation or an edition is spelled once and for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

SECTORS = ("ITU-T", "ITU-D", "ITU-R")
BUREAUX = ("TSB", "BR", "BDT")

_PART_KINDS = {
    "amd": ("Amd.", "amendment"),
    "cor": ("Cor.", "corrigendum"),
    "err": ("Cor.", "corrigendum"),
    "ann": ("Annex ", "annex"),
    "app": ("Appendix ", "annex"),
    "sup": ("Suppl.", "supplement"),
}
_NUMBER = r"\d{1,5}(?:\.\d{1,3})*(?:bis|ter)?"
_SUPPLEMENT_WORD = r"Sup(?:pl(?:ement)?)?"
_SUPPLEMENT = rf"{_SUPPLEMENT_WORD}\.?\s?"
_PROVISIONAL = r"(?:[a-z]|[A-Z](?=[\w.-]*[a-z\d-]|[A-Z]{2}))[A-Za-z\d]*(?:[-._](?=\w)[A-Za-z\d]+)*"
_VERSION = r"[Vv](?:er(?:sion)?)?\.?\s?\d+(?:\.\d+)*|\d{2}/\d{4}|\d{4}|[Rr]ev(?:ised)?\.?"

_PART = rf"""(?:,?\s|-)
       (?P<part>Amd|Amend(?:ment)?|Corr?(?:igendum)?|Err(?:atum)?|Annex|App(?:endix)?|{_SUPPLEMENT_WORD})
       \.?\s?(?P<part_number>\d{{1,3}}|[A-Z]{{1,2}}|[IVX]+)(?![\w.]*\w)"""

RECOMMENDATION = re.compile(
    rf"""(?<![\w./@-])
    (?:(?P<sector>ITU-[TR])[\s-]\s?)?
    (?P<head>(?:Draft\s)?(?i:rec(?:ommendation)?)s?\.?\s)?
    (?:(?P<sector2>ITU-[TR])[\s-]\s?)?
    (?P<series>[A-Z]|(?:BO|BR|BS|BT|RA|RS|SA|SF|SM|SNG|TF|IS)(?=\.\d))
    \.(?:(?(head)\s?|)(?P<number>{_NUMBER})                             # "Rec. T. 803" too
      |{_SUPPLEMENT}(?P<supplement>\d+)|Imp\.?(?P<guide>{_NUMBER})|(?P<name>{_PROVISIONAL}))
    (?P<whole>-series|\sseries)?
    (?:-(?P<revision>\d{{1,2}})(?![\w-]))?
    (?:/(?P<series2>[A-Z])\.(?P<number2>{_NUMBER}))?
    (?P<version>(?:\s?\((?:{_VERSION})\)|\s[Vv](?:er)?\.?\s?\d+(?:\.\d+)*(?!\w))*)
    (?:{_PART}(?:{_PART.replace("<part", "<sub_part")})?)?               # "Amd.1", "Amd.1 Appendix II"
    (?!/\d)""",
    re.VERBOSE,
)
"""A Recommendation of ITU-T or ITU-R, or a part of one, with its version marks."""

SERIES_SUPPLEMENT = re.compile(
    rf"""(?<![\w./-])(?:
    (?P<sector>ITU-T)\s(?:Series\s)?(?P<series>[A-Z])(?:[\s-][Ss]eries)?(?:\sRecommendations?)?
     \s{_SUPPLEMENT}(?P<number>\d+)
    |(?:ITU-T\s)?(?:Draft\s)?Supplement\s(?P<number2>\d+)
     (?=\sto\s(?:the\s)?(?:ITU-T\s)?(?:Recommendations?\s)?(?:ITU-T\s)?
     (?:Series\s(?P<series2>[A-Z])\b|(?P<series3>[A-Z])(?:[\s-][Ss]eries|\.\d))
     (?P<rest>(?:\s[Rr]ecommendations)?))
    )""",
    re.VERBOSE,
)
"""A supplement to a whole series: "ITU-T H Suppl. 1", "Supplement 3 to the ITU-T Series A Recommendations"."""

_CONFERENCE = re.compile(r"(?P<series>PP|WTSA|WTDC|WRC|RA)-(?P<year>\d{2})(?!\d)")
EDITION = re.compile(
    r"(?P<revised>Rev(?:ised)?\.?,?\s?(?:in\s)?)?(?P<place>[A-Z][^\W\d_]+(?:[ .'’-]{1,2}(?:el-|de |"
    r"la )?[A-Z][^\W\d_]+)*),?\s?(?P<year>\d{3,4})"
)


@dataclass(frozen=True)
class RecommendationName:
    """One Recommendation, or one part of it, taken apart.

    >>> next(parse_recommendations("ITU-T G.780/Y.1351 (2004) Amend. 1")).key
    'ITU-T G.780 Amd.1'
    """

    sector: str
    series: str
    number: str
    part: str = ""
    version: str = ""

    @property
    def key(self) -> str:
        """Its key, such as "ITU-T Y.1540 Amd.2" or "ITU-T Y Suppl.59"."""
        stem = f"{self.sector} {self.series}"
        stem += f".{self.number}" if self.number else ""
        return f"{stem} {self.part}" if self.part else stem

    @property
    def parent(self) -> RecommendationName | None:
        """What a part belongs to, itself a part in "Amd.1 Appendix II"; a supplement to a series belongs to none."""
        own = self._last_part
        return replace(self, part=self.part.removesuffix(own).strip(), version="") if own and self.number else None

    @property
    def _last_part(self) -> str:
        marks = [self.part.rfind(mark) for mark, _ in _PART_KINDS.values()]
        return self.part[max(0, *marks) :]

    @cached_property
    def kind(self) -> str:
        """As in "recommendation", or the kind of part that it is."""
        return next((kind for mark, kind in _PART_KINDS.values() if self._last_part.startswith(mark)), "recommendation")

    @property
    def properties(self) -> dict[str, Any]:
        """What the name alone says of the node."""
        number = self.key.removeprefix(f"{self.sector} ")
        return {"name": self.key, "sector": self.sector, "series": self.series, "number": number, "kind": self.kind}


def parse_recommendations(text: str) -> Iterator[RecommendationName]:
    """Every Recommendation that a text names, double numbers as two."""
    for match in re.finditer(RECOMMENDATION, text):
        yield from recommendation_names(match)


def recommendation_names(match: re.Match[str], sector: str = "ITU-T") -> tuple[RecommendationName, ...]:
    """The one or two Recommendations of a match of RECOMMENDATION; `sector` is for a name that prints none."""
    sector = match["sector"] or match["sector2"] or sector
    series, version = match["series"], match["version"].strip(" ()")
    parts = ((match["part"], match["part_number"]), (match["sub_part"], match["sub_part_number"]))
    part = " ".join(part_name(word, digits) for word, digits in parts if word)
    if match["supplement"]:
        return (RecommendationName(sector, series, "", f"Suppl.{match['supplement']}", version),)
    number = f"Imp{match['guide']}" if match["guide"] else match["number"] or match["name"]
    number += "-series" if match["whole"] else ""
    version = version or (f"-{match['revision']}" if match["revision"] else "")
    names = [RecommendationName(sector, series, number, part, version)]
    if match["series2"]:
        names.append(RecommendationName(sector, match["series2"], match["number2"], part, version))
    return tuple(names)


def supplement_name(match: re.Match[str]) -> RecommendationName:
    """The supplement of a match of SERIES_SUPPLEMENT."""
    series = match["series"] or match["series2"] or match["series3"]
    return RecommendationName("ITU-T", series, "", f"Suppl.{match['number'] or match['number2']}")


def part_name(word: str, number: str) -> str:
    """As in "Amend.", "1" → "Amd.1"; "Annex", "A" → "Annex A"."""
    word = word.casefold()
    mark, _ = _PART_KINDS["amd" if word.startswith("am") else word[:3]]
    return f"{mark}{number}"


def is_of_itu(key: str) -> bool:
    """Whether a key is that of ITU, of a part of it, of one of its bureaux or of a group that it has set up.

    >>> is_of_itu("ITU-T SG11"), is_of_itu("BDT"), is_of_itu("TSAG"), is_of_itu("FG-AI4H"), is_of_itu("IETF")
    (True, True, True, True, False)
    """
    return key in BUREAUX or re.match(r"(ITU|TSAG|TDAG|RAG|FG|JCA|CWG)\b", key) is not None


def study_group_key(sector: str, number: str) -> str:
    """As in "ITU-T", "15" → "ITU-T SG15"."""
    return f"{sector} SG{number}"


def question_key(sector: str, number: str, group: str) -> str:
    """As in "ITU-T", "4", "11" → "ITU-T Q4/11"."""
    return f"{sector} Q{number}/{group}"


def resolution_key(body: str, kind: str, number: str) -> str:
    """As in "PP", "resolution", "101" → "PP Resolution 101"."""
    return f"{body} {kind.capitalize()} {number}"


@dataclass(frozen=True)
class EditionMark:
    """One edition of a resolution, as "(Rev. Busan, 2014)" prints it; `place` is a conference in "(Rev. WRC-15)"."""

    place: str
    year: int
    revision: bool

    @property
    def conference(self) -> str:
        """The series of the conference that stands for the place, such as "WRC"."""
        match = _CONFERENCE.fullmatch(self.place)
        return match["series"] if match else ""

    def __str__(self) -> str:
        return f"{'Rev. ' if self.revision else ''}{self.place}" + ("" if self.conference else f", {self.year}")


def parse_editions(text: str) -> tuple[EditionMark, ...]:
    """The editions in a bracket; residue of revision marks gives several, the last one being the new text.

    "Rev. Guadalajara, 2010Busan, 2014", "Johannesburg, 2008Rev. Dubai, 2012"
    """
    if conference := _CONFERENCE.search(text):
        year = int(conference["year"])
        return (EditionMark(conference[0], year + (2000 if year < 60 else 1900), text.startswith("Rev")),)
    marks: list[EditionMark] = []
    for match in EDITION.finditer(text):
        year = int(match["year"])
        revision = bool(match["revised"]) or bool(marks and marks[-1].revision)
        marks.append(EditionMark(match["place"], year, revision))
    return tuple(marks)
