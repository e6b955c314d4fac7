"""The grammar of document symbols: "C19/INF/7", "TSAG-TD119 and TD120", "TSB Circular 118", "Doc. 5D/1078"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgov.ingest.model.names import Name

_MEETING_DOCUMENT = r"(?:TD|C|R|LS)\d+"
_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?:(?:Council\s)?(?:Documents?|Docs?\.?)\s)?"
    r"(?P<symbol>C\d{2}/(?:(?:INF|DT|DL|ADM)/)?\d{1,4}(?:\(Rev\.?\d*\))?(?:-?[EFSARC])?"
    rf"|DM\d{{2}}/\d{{4}}|(?:TSAG|RAG|TDAG|SG\d+(?:RG-[A-Z]+)?)-{_MEETING_DOCUMENT}(?:-[A-Z]+)?|(?:TD|LS)\s?\d+(?:/[A-Z\d]+)+"
    r"|FG-[A-Z][A-Za-z\d]*-(?:[A-Z]-|DOC-)\d{2,4}"
    r"|[AE]/(?:CONF\.|RES/)?\d{2,4}/(?:INF/)?\d{1,4}(?:/(?:Add|Rev|Corr)\.\d)?(?:[-–][AE]/\d{2,4}/\d{1,4})?|(?:TSB|BR|BDT|ITU)-CL\s\d{1,3}/\d{1,3}"
    r"|[A-Z]{3,}-\d{1,3}/[A-Z]{2,5}-\d{1,4}(?:Rev\.?\d*)?"
    r"|[A-Z][A-Za-z]*(?:[-/&][A-Z][A-Za-z]+)*(?:-\d+)?[-/]\d{1,2}/\d{1,4}(?:-[A-Z])?)(?![\w/])"
    r"|(?<![\w/.-])(?P<short>[A-Z]{2,}(?:-[A-Z][A-Za-z]+)?\s\d{1,2}/\d{1,3})(?![\w/])"
    r"|(?<![\w/.-])(?:Documents?|Docs?\.?)\s(?P<other>(?:\d[A-D]|[A-Z][A-Za-z\d-]*)/(?:[A-Z]{2,5}[/-])?\d{1,4}(?:\(Rev\.?\d*\))?(?:-[EFSARC])?)(?![\w/])"
)
_TAIL = re.compile(rf"(?:,\s(?:and\s)?|\s(?:and|or|to)\s)(?P<tail>{_MEETING_DOCUMENT}|\d{{1,2}}/\d{{1,4}})(?![\w/])")
_END = re.compile(rf"(?:{_MEETING_DOCUMENT}|(?<=-)\d{{1,2}}/\d{{1,4}})$")
_CIRCULAR = re.compile(
    r"(?<![\w-])(?:(?P<bureau>TSB|BR|BDT|ITU)\s)?(?:Administrative\s)?(?P<kind>Circular(?:\s[Ll]etter)?|Collective[\s-][Ll]etter)s?\s(?:No\.?\s?)?"
    r"(?P<number>\d{1,4}(?:/\d{1,4})?|[A-Z]{2,5}[/-]\d{1,4}(?:/\d{1,4})?)(?![\w/]*\w)"
)
_CONTRIBUTOR = re.compile(r"(?<=\d)\s\((?P<names>[A-Z][^()\n]{2,120})\)")
_CONTRIBUTION = re.compile(r"(?:-|\b)C\d{1,5}$|\b[Cc]ontributions?\s\S+$")
_NAME = re.compile(r"[A-Z][\w&.’-]*(?:\s(?:[A-Z][\w&.’-]*|of|and|for)){0,6}")


def find_documents(text: str) -> Iterator[Name]:
    """Every document symbol; of "TSAG-TD119 and TD120" the second with the head of the first."""
    for match in _DOCUMENT.finditer(text):
        symbol = match["symbol"] or match["short"] or match["other"]
        fields = {"symbol": symbol, "full": True} if "-CL " in symbol else {"symbol": symbol}
        yield Name(match.start(), match.end(), "Document", fields)
        position = match.end()
        while (tail := _TAIL.match(text, position)) and (end := _END.search(symbol)):
            if end[0][0].isdigit() != tail["tail"][0].isdigit():
                break
            symbol = symbol[: end.start()] + tail["tail"]
            yield Name(tail.start("tail"), tail.end(), "Document", {"symbol": symbol})
            position = tail.end()
    for match in _CIRCULAR.finditer(text):
        number, kind = match["number"], match["kind"].replace("-", " ")
        if match["bureau"] or not number.isdigit():
            key = number if number[0].isalpha() else f"{match['bureau'] or 'TSB'} {kind} {number}"
            yield Name(match.start(), match.end(), "Document", {"symbol": key, "full": True})


def find_contributors(text: str) -> Iterator[Name]:
    """As in "SG17-C537 (Hyundai Motor, KT)": who brought a contribution, where no gazetteer knows them."""
    for match in _CONTRIBUTOR.finditer(text):
        if not _CONTRIBUTION.search(text, max(0, match.start() - 40), match.start()):
            continue
        position = match.start("names")
        for part in re.split(r"(,\s|;\s|/|\sand\s)", match["names"]):
            if _NAME.fullmatch(part) and not re.match(r"(?:Rev|Annex|Add|Corr|Item|Question|Q)\b", part):
                yield Name(position, position + len(part), "Organization", {"key": part})
            position += len(part)
