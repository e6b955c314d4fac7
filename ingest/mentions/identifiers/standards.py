"""Standards and papers by their identifiers: "ETSI TS 103 645", "RFC 8200", "ITU-R Report M.2440", "GSTR-TN5G"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.mentions.identifiers.lists import read_list, title_after
from netgov.ingest.mentions.words import Words
from netgov.ingest.model.names import Name

_SIGNS = {"#": r"\d", "A": "[A-Z]", "@": "[A-Za-z]", "*": r"[A-Za-z\d]", "+": "+"}
_SIGNS |= {"[": "(?:", "]": ")?", "{": "(?:", "}": ")*"}
"""The signs of a form in data/standards.csv, as a pattern: a part in brackets is optional, one in braces can recur."""
_EDITION = re.compile(  # "V10.21.0", "version 16.4.0 Release 16", "(2016-01)", ":2013", "-2018", "(Rev.1)"
    r"(?:\s?(?:version|[Vv]er\.?|[Vv])\s?\d+(?:\.\d+)*(?:\sRelease\s\d+)?"
    r"|\s?\(\d{4}(?:-\d{2})?\)|[:-](?:19|20)\d\d(?!\d)|\s?\(Rev\.?\s?\d*\))*"
)
_YEARS = range(1900, 2100)
_OF_ITU = re.compile(
    r"(?<![\w/-])(?:(?:Reports?\sITU-R\s|ITU-R\sReports?\s)(?P<report>[A-Z]{1,3}\.\d{3,4})(?P<revision>-\d{1,2})?"
    r"|(?:ITU-T\s)?(?P<paper>(?:[A-Z]ST[RP]|TR|TP)[.-][A-Za-z\d][\w/-]*\w)"
    r"|ITU-T\s(?P<guideline>Guideline[-\s][\w/-]*[A-Z_/\d][\w/-]*))(?!\w)"
)
_KINDS = {"paper": "technical report", "guideline": "guideline"}


@dataclass(frozen=True)
class Standard:
    """An identifier with its place, and the edition that is printed behind it up to `extent`."""

    start: int
    end: int
    key: str
    kind: str
    edition: str
    extent: int


@dataclass(frozen=True)
class _Family:
    """Standards of one form: what is printed before the number, what of it is the key, and the number."""

    key: str
    kind: str
    number: re.Pattern[str]


def find_standards(text: str) -> Iterator[Name]:
    """Every standard, and every paper of ITU, with the title behind it."""
    for item in (*_of_other_bodies(text), *_of_itu(text)):
        title, extent = title_after(text, item.extent)
        fields = {"key": item.key, "kind": item.kind, "title": title, "edition": item.edition}
        yield Name(item.start, item.end, "Publication", fields, extent)
    yield from _short_reports(text)


def standard_at(text: str, position: int) -> Standard | None:
    """The standard of another body that is named right at a position."""
    match = _prefixes().match(text, position)
    return next(_listed(text, match), None) if match else None


def _of_other_bodies(text: str) -> Iterator[Standard]:
    for match in _prefixes().finditer(text):
        yield from _listed(text, match)


def _listed(text: str, prefix: re.Match[str]) -> Iterator[Standard]:
    """As in "MEF 38.1 and 39.1", "RFCs 5890 and 5891": what follows in the form of the first, but no year."""
    for family in _families()[prefix["prefix"]]:
        members = [item for item, _ in read_list(text, prefix.end(), family.number)]
        for index, item in enumerate(members):
            if index and item[0].isdecimal() and int(item[0]) in _YEARS:
                return
            edition = _EDITION.match(text, item.end())
            extent = edition.end() if edition else item.end()
            start = item.start() if index else prefix.start()
            key = f"{family.key or prefix['prefix']}{item[0] if item[0][0] in '-/' else f' {item[0].strip()}'}"
            yield Standard(start, item.end(), key, family.kind, text[item.end() : extent].strip(), extent)
        if members:
            return


def _of_itu(text: str) -> Iterator[Standard]:
    for match in _OF_ITU.finditer(text):
        place = match.start(), match.end()
        if match["report"]:
            key, revision = f"ITU-R {match['report']}", match["revision"] or ""
            yield Standard(*place, key, "ITU-R Report", revision, match.end())
        else:
            group = match.lastgroup or ""
            yield Standard(*place, f"ITU-T {match[group]}", _KINDS[group], "", match.end())


def _short_reports(text: str) -> Iterator[Name]:
    """As in "REPT-58", where the text names APT/ASTAP/REPT-58 in full elsewhere."""
    full = {item.key.rpartition("/")[2]: item for item in _of_other_bodies(text) if item.key.startswith("APT/")}
    for word in Words(text).words if full else ():
        if item := full.get(word.text):
            yield Name(word.start, word.end, "Publication", {"key": item.key, "kind": item.kind})


@cache
def _families() -> dict[str, list[_Family]]:
    """The families of standards by what is printed before the number."""
    found: dict[str, list[_Family]] = {}
    for row in read_table("standards"):
        number = "".join(_SIGNS.get(sign, re.escape(sign)) for sign in row["form"])
        family = _Family(row["key"], row["kind"], re.compile(rf"(?:{number})(?![\w/])"))
        for prefix in row["prefixes"].split("|"):
            found.setdefault(prefix, []).append(family)
    return found


@cache
def _prefixes() -> re.Pattern[str]:
    """All that is printed before the number of a standard, the longest first."""
    forms = (re.escape(prefix) for prefix in sorted(_families(), key=len, reverse=True))
    return re.compile(rf"(?<![\w/.-])(?P<prefix>{'|'.join(forms)})s?\s?(?=[\w/(-])")
