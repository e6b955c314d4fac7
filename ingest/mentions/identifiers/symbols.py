"""The grammar of document symbols: "C19/INF/7", "TSAG-TD119 and TD120", "TSB Circular 118", "TD 438 Rev.1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.names import Name

_REVISED = r"(?:\s?\(?(?:Rev|Add|Corr)\.?\s?\d*\)?)?(?:-?[EFSARC](?!\w))?"
_MEETING_DOCUMENT = r"(?:TD|C|R|LS)\d+"
_DOCUMENT = re.compile(
    rf"""(?<![\w/.-])(?:(?:Council\s)?(?:Documents?|Docs?\.?)\s)?(?P<symbol>
C\d\d/(?:[A-Z]{{2,3}}/)?\d{{1,4}}{_REVISED}|DM\d\d/\d{{4}}  # "C19/INF/7", "DM12/1003"
|(?:TSAG|RAG|TDAG|SG\d+(?:RG-[A-Z]+)?)-{_MEETING_DOCUMENT}(?:-[A-Z]+)?
|(?:TD|LS)\s?\d+(?:/[A-Z\d]+)+{_REVISED}|TD\s\d+{_REVISED}  # "TD 12/GEN", "TD 438 Rev.1"
|FG-[A-Z][A-Za-z\d]*-(?:[A-Z]-|DOC-)\d{{2,4}}
|[AE]/(?:CONF\.|RES/)?\d{{2,4}}/(?:INF/)?\d{{1,4}}(?:/(?:Add|Rev|Corr)\.\d)?(?:[-–][AE]/\d{{2,4}}/\d{{1,4}})?
|(?:TSB|BR|BDT|ITU)-CL\s\d+/\d+|(?:CA|CAR|CACE|CCRR|CM|LCCE)/\d{{1,4}}
|\d[A-E]/(?:TEMP/)?\d{{1,4}}{_REVISED}  # of a working party: "5A/TEMP/118(Rev.1)"
|[A-Z]{{3,}}-\d{{1,3}}/[A-Z]{{2,5}}-\d{{1,4}}{_REVISED}  # "AWG-25/INP-07"
|[A-Z][A-Za-z]*(?:\d{{4}})?(?:[-/&][A-Z][A-Za-z]+)*(?:-\d+)?[-/]\d{{1,2}}/\d{{1,4}}{_REVISED}  # "CWG-COP-7/2"
|[A-Z]{{2,}}(?:-[A-Z][A-Za-z]+)?\s\d{{1,2}}/\d{{1,3}}  # "IEG 1/4"
|(?<=[.ts]\s)[A-Z][A-Za-z\d-]*/(?:[A-Z]{{2,5}}[/-])?\d{{1,4}}{_REVISED}  # any other form behind "Document"
)(?![\w/])""",
    re.VERBOSE,
)
_TAIL = re.compile(rf"(?:,\s(?:and\s)?|\s(?:and|or|to)\s)(?P<tail>{_MEETING_DOCUMENT}|\d{{1,2}}/\d{{1,4}})(?![\w/])")
_CIRCULAR = re.compile(
    r"(?<![\w-])(?:(?P<bureau>TSB|BR|BDT|ITU)\s)?(?:Administrative\s)?"
    r"(?P<kind>Circular(?:\s[Ll]etter)?|Collective[\s-][Ll]etter)s?\s(?:No\.?\s?)?"
    r"(?P<number>(?:[A-Z]{2,5}[/-])?\d{1,4}(?:/\d{1,4})?)(?![\w/]*\w)"
)
_CONTRIBUTORS = re.compile(r"(?:\bC\d{1,5}|\b[Cc]ontributions?\s\S*\d)\s\((?P<names>[A-Z][^()\n]{2,120})\)")
_CONTRIBUTOR = re.compile(
    r"(?:(?<=[(/])|(?<=[,;]\s)|(?<=\sand\s))(?!(?:Rev|Annex|Add|Corr|Item|Question|Q)\b)"
    r"[A-Z][\w&.’-]*(?:\s(?:[A-Z][\w&.’-]*|of|for)){0,6}(?=[),;/]|\sand\s)"
)


def find_documents(text: str) -> Iterator[Name]:
    """Every document symbol, and the circulars."""
    for match in _DOCUMENT.finditer(text):
        symbol = match["symbol"]
        fields = {"symbol": symbol, "full": True} if symbol[:3] == "TD " or "-CL " in symbol else {"symbol": symbol}
        yield Name(match.start(), match.end(), "Document", fields)
        yield from _elided(text, match.end(), symbol)
    yield from _circulars(text)


def _elided(text: str, end: int, symbol: str) -> Iterator[Name]:
    """As in "TSAG-TD119 and TD120", "CWG-FHR-9/7 and 9/8": the second with the head of the first."""
    head, _, last = symbol.rpartition("-")
    while head and (match := _TAIL.match(text, end)):
        tail, end = match["tail"], match.end()
        if tail[0].isdigit() != last[0].isdigit() or ("/" in tail) != ("/" in last):
            return
        yield Name(match.start("tail"), end, "Document", {"symbol": f"{head}-{tail}"})


def _circulars(text: str) -> Iterator[Name]:
    """As in "TSB Circular 118", "Administrative Circular CACE/1034"; a number alone is one of no one."""
    for match in _CIRCULAR.finditer(text):
        number, kind = match["number"], match["kind"].replace("-", " ")
        if match["bureau"] or not number.isdigit():
            key = number if number[0].isalpha() else f"{match['bureau'] or 'TSB'} {kind} {number}"
            yield Name(match.start(), match.end(), "Document", {"symbol": key, "full": True})


def find_contributors(text: str) -> Iterator[Name]:
    """As in "SG17-C537 (Hyundai Motor, KT)": who brought a contribution, where no gazetteer knows them."""
    for match in _CONTRIBUTORS.finditer(text):
        for name in _CONTRIBUTOR.finditer(text, match.start("names"), match.end()):
            yield Name(*name.span(), "Organization", {"key": name[0]})
