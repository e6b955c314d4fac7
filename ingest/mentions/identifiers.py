"""The grammar of identifiers: study groups, Questions, working parties, Recommendations and other texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from netgov.graph.keys import (
    BUREAUX,
    RECOMMENDATION,
    SECTORS,
    SERIES_SUPPLEMENT,
    part_name,
    recommendation_names,
    supplement_name,
)
from netgov.ingest.mentions.symbols import find_documents
from netgov.ingest.model.names import SEPARATOR, Name, numbers_in

_SECTOR = r"(?:(?P<sector>ITU-[TDR])[\s-]?\s?)?"
_STUDY_GROUP = re.compile(
    rf"(?<![\w/]){_SECTOR}(?:(?:Study\sGroups|SGs)[\s-]?(?P<many>\d{{1,2}}(?:{SEPARATOR}\d{{1,2}}(?!\d|/|\s(?:J|F|M|A|S|O|N|D)[a-z]+\s\d))*)"
    rf"|(?:Study\sGroup|STUDY\sGROUP|SG)[\s-]?(?P<one>0?[1-9]\d?))(?!\d|RG|\w*/GEN|-TD)(?:(?:\sof\s(?:the\s)?(?P<sector2>ITU-[TDR])))?"
)
_REGIONAL_GROUP = re.compile(
    r"(?<![\w/])(?:ITU-T\s)?(?:(?:Study\sGroup|SG)\s?\d{1,2}\sRegional\sGroup\s(?:for|on)\s[^().;]{3,80}\s\()?SG\s?(?P<number>\d{1,2})\s?RG-(?P<region>[A-Z]{2,8})\b"
)
_THREE_SECTORS = re.compile(r"\b[Tt]he\s[Tt]hree\sSectors\b")
_THREE_BUREAUX = re.compile(r"\b(?:[Dd]irectors\sof\s)?[Tt]he\s(?:three\s)?Bureaux\b")
_RANGE = r"(?:\s(?:to|through)\s|\s?–\s?)"
_QUESTION = re.compile(
    rf"(?<![\w.]){_SECTOR}(?:(?:Study\s)?Questions?\s|Qs?\.?\s?)"
    rf"(?P<list>\d{{1,2}}(?:/\d{{1,2}})?(?:(?:{SEPARATOR}|{_RANGE})(?:Q\.?\s?)?\d{{1,2}}(?:/\d{{1,2}})?(?!\d|\s?(?:\(|[A-Z]{{2}})))*)(?![\w/]|\.\d)(?:\sof\s(?:the\s)?(?P<sector2>ITU-[TD]))?"
)
_WORKING_PARTY = re.compile(
    rf"(?<![\w/]){_SECTOR}(?:Working\sPart(?:y|ies)|WPs?)[\s-]?(?P<list>\d/\d{{1,2}}(?:{SEPARATOR}\d/\d{{1,2}})*|\d[A-D](?:{SEPARATOR}\d[A-D])*)\b"
)
_TITLE = re.compile(
    r"\s?(?:\([^()]{0,40}\)\s?)*[,:–-]?\s?(?:on\s)?(?:(?:[“”\"„«])(?P<title>[^“”\"„«»]{3,400}?)\s?(?:[”\"»]|“(?!\w))"
    r"|[“\"](?P<open>[A-Z][^“”\"]{3,200}?)(?=\.\s[A-Z]|\n|$))"
)
_OF_SERIES = re.compile(r"\sto\s(?:the\s)?(?:ITU-T\s)?(?:Series\s[A-Z]|[A-Z][\s-][Ss]eries)(?:\s[Rr]ecommendations)?")
_RECOMMENDATIONS_TO = re.compile(r"(?:\s(?:to|through)\s|\s?–\s?)(?=[A-Z])")
_MANY = re.compile(r"\b(?:Recommendations|Recs|[Tt]exts|[Ss]tandards)\b(?![^.;]{0,60}\bfrom\b)")
_LONGEST_RANGE = 30
_FORMERLY = re.compile(
    r"\b(?:ex|formerly|previously|earlier|provisionally)\.?(?:\s(?:known\sas|called|named|numbered|designated))?[\s-]\s?(?:(?:draft|new|work\sitem|the)\s)*$"
)
"""A text’s earlier name is no text of its own: "ITU-T Y.3109 (ex Y.vr-qos-req)"."""
_SUPPLEMENTED = re.compile(r"\sto\s(?:the\s)?")
_PART_OF = re.compile(
    r"(?<![\w-])(?:[Dd]raft\s)?(?P<kind>Amendment|Amd\.?|Corrigendum|Cor(?:r)?\.|Erratum|Annex|Appendix)\s?(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})"
    r"(?:\s\([\d/]{4,7}\))?\sto\s(?:the\s)?(?=(?:[Dd]raft\s)?(?:Rec|ITU|[A-Z]\.\d))"
)
_MORE_PARTS = re.compile(
    r"(?<![\w-])(?P<kind>Amendment|Corrigend|Annex|Appendi|Supplement)(?:s|a|es|ces)\s(?P<numbers>(?:\d{1,2}|[A-Z])(?:(?:,\s|,?\sand\s)(?:\d{1,2}|[A-Z])(?!\w))+)"
    r"\sto\s(?:the\s)?(?=(?:[Dd]raft\s)?(?:Rec|ITU|[A-Z]\.\d))"
)
_BRACKET = re.compile(r"\s?\((?:Document\s)?")
COMMON_TEXT = re.compile(r"\s?\|\s?")
_STANDARD = re.compile(
    r"(?<![\w/-])(?:(?:(?:Reports?\s)ITU-R\s|ITU-R\sReports?\s)(?P<itu_r>[A-Z]{1,3}\.\d{3,4})(?P<revision>-\d{1,2})?"
    r"|(?P<etsi>ETSI\s(?:TS|TR|EN|ES|EG|GS|GR|SR)\s\d{3}\s?\d{3}(?:-\d+)*|(?:ETSI\s)?G[SR]\s[A-Z]{3,4}(?:-[A-Z]+)?\s?\d{3})(?:\s[Vv]\d+(?:\.\d+)*)?(?:\s\(\d{4}-\d{2}\))?"
    r"|(?P<g3pp>3GPP\sT[SR]\s\d{2}\.\d{3})(?:\s(?:version|[Vv])\s?\d+(?:\.\d+)*(?:\sRelease\s\d+)?)?"
    r"|(?P<rfc>(?:IETF\s)?RFC\s?(?P<rfc_number>\d{3,5}))"
    r"|(?P<law>(?:Directive|Regulation)\s(?:\((?:EU|EC|EEC)\)\s(?:No\.?\s)?\d{2,4}/\d{1,4}|(?:No\.?\s)?\d{2,4}/\d{1,4}/(?:EU|EC|EEC)))"
    r"|(?P<forum>oneM2M\sT[SR][\s-]\d{4}|(?:BBF|Broadband\sForum)\s(?:TR|WT|MR)-\d{3}|IEEE\s(?:Std\.?\s(?:P?802(?:\.\d{1,2}[a-zA-Z]*)?|\d{3,4}(?:\.\d+)?[a-z]?)|P?\d{4}(?:\.\d+)?(?!\.?\d))|"
    r"GSMA\s(?:PRD\s)?[A-Z]{2,4}\.\d{2,3}|OGC\s\d{2}-\d{3}r?\d*|(?:TM\sForum\s)?TMF\s?\d{3}|CTA-\d{3,4}|SMPTE\sST\s\d{3,4}(?:-\d+)?|OMA-TS-[A-Za-z]\w+)(?:-\d{4}|:\d{4})?"
    r"|(?P<apt>APT/[A-Z]{2,6}/[A-Z]{2,5}-\d{1,3})(?:\s?\(Rev\.?\d*\))?"
    r"|(?P<iso>(?:ISO/IEC|ISO|IEC)(?:/IEEE)?\s(?:TS\s|TR\s)?\d{4,6}(?:-\d{1,3})?)(?::\d{4})?"
    r"|(?P<draft>draft-[a-z]+(?:-[a-z\d]+){2,})"
    r"|(?P<mef>MEF\s\d{1,3}(?:\.\d)*)(?P<more>(?:(?:,\s|\sand\s)\d{1,3}(?:\.\d)+)*)"
    r"|(?:ITU-T\s)?(?P<paper>(?:[A-Z]ST[RP]|TR|TP)[.-][A-Za-z\d][\w/-]*\w)"
    r"|(?:ITU-T\s)(?P<guideline>Guideline[-\s][\w/-]*[A-Z_/\d][\w/-]*)"
    r"|(?:ITU-T\s)?(?P<bulletin>OB\sNo\.\s?\d{3,4}))(?!\w)"
)


def find_identifiers(text: str) -> Iterator[Name]:
    """Every identifier of the text, lists member by member; they may overlap."""
    finders = (
        _study_groups,
        _questions,
        _working_parties,
        _recommendations,
        _supplements,
        _parts,
        find_documents,
        _standards,
    )
    for find in finders:
        yield from find(text)


def title_after(text: str, end: int) -> tuple[str, int]:
    """(title, where it ends) of a quoted title right after a name, else ("", end)."""
    if (match := _TITLE.match(text, end)) is None:
        return "", end
    title = match["title"] or match["open"]
    return title.strip(" ,.;"), match.end()


def _study_groups(text: str) -> Iterator[Name]:
    """As in "ITU-T SG15", "SG-13", "Study Groups 5, 11, 13"; "SG11RG-RCC" is a regional group."""
    for match in _STUDY_GROUP.finditer(text):
        for start, end, number in numbers_in(match, "many" if match["many"] else "one"):
            yield Name(
                start, end, "StudyGroup", {"sector": match["sector"] or match["sector2"], "number": str(int(number))}
            )
    for pattern, keys in ((_THREE_SECTORS, SECTORS), (_THREE_BUREAUX, BUREAUX)):
        for match in pattern.finditer(text):
            for key in keys:
                yield Name(match.start(), match.end(), "Organization", {"key": key, "name": key})
    for match in _REGIONAL_GROUP.finditer(text):
        parent = f"ITU-T SG{match['number']}"
        fields = {"key": f"{parent}RG-{match['region']}", "kind": "regional", "parent": parent}
        yield Name(match.start(), match.end(), "Group", fields)


def _questions(text: str) -> Iterator[Name]:
    """As in "Q4/11", "Questions 4/1, 5/1, and 1/2", "Q.3/13", "Q9, Q11 and Q12" (their group is for the context)."""
    for match in _QUESTION.finditer(text):
        members = list(numbers_in(match, "list", r"\d{1,2}(?:/\d{1,2})?"))
        if "/" not in match["list"] and not re.match(
            r"(?:ITU-\w\s)?(?:Q|(?:Study\s)?Questions?\s\d+\b(?!\s\())", match[0]
        ):
            continue
        group = ""
        for start, end, label in reversed(members):
            number, _, own = label.partition("/")
            group = own or group
            fields = {"sector": match["sector"] or match["sector2"], "number": number, "group": group}
            title, extent = title_after(text, end) if len(members) == 1 else ("", end)
            yield Name(start, end, "Question", {**fields, "title": title} if title else fields, extent)
            yield from _between(text, (start, end), fields, members)


def _between(
    text: str, span: tuple[int, int], fields: dict[str, Any], members: list[tuple[int, int, str]]
) -> Iterator[Name]:
    """As in "Questions 1/20 to 7/20": those between, named where the last one is."""
    before = next((item for item in reversed(members) if item[1] <= span[0]), None)
    if before and re.fullmatch(rf"{_RANGE}(?:Q\.?\s?)?", text[before[1] : span[0]]):
        for number in range(int(before[2].partition("/")[0]) + 1, int(fields["number"])):
            yield Name(*span, "Question", {**fields, "number": str(number), "name": str(number)})


def _working_parties(text: str) -> Iterator[Name]:
    """As in "Working Party 2/11" of ITU-T, "WP 5D" of ITU-R."""
    for match in _WORKING_PARTY.finditer(text):
        for start, end, label in numbers_in(match, "list", r"\d/\d{1,2}|\d[A-D]"):
            sector = match["sector"] or ("ITU-T" if "/" in label else "ITU-R")
            number = label.split("/")[1] if "/" in label else label[0]
            fields = {
                "key": f"{sector} WP{label}",
                "full_name": f"{sector} WP {label}",
                "kind": "working party",
                "parent": f"{sector} SG{number}",
            }
            yield Name(start, end, "Group", fields)


def _recommendations(text: str) -> Iterator[Name]:
    for match in RECOMMENDATION.finditer(text):
        sector = match["sector"] or match["sector2"]
        title, extent = title_after(text, match.end())
        doubtful = not (sector or match["head"] or (title and match["name"])) and _is_doubtful(match)
        if doubtful or _FORMERLY.search(text, max(0, match.start() - 40), match.start()):
            continue
        fields: dict[str, Any] = {"title": title, "printed": match[0].strip()}
        if match["supplement"] and (target := _target(text, match.end())):
            fields["supplements"] = recommendation_names(target)[0]
            fields["title"], extent = title_after(text, target.end())
        for name in recommendation_names(match):
            yield Name(match.start(), match.end(), "Recommendation", {**fields, "name": name}, extent)
        yield from _range(text, match)


def _range(text: str, first: re.Match[str]) -> Iterator[Name]:
    """As in "Recommendations ITU-T X.290 to X.293": those between, named where the last one is."""
    to = _RECOMMENDATIONS_TO.match(text, first.end())
    last = RECOMMENDATION.match(text, to.end()) if to and first["number"] and not first["part"] else None
    if last is None or last["series"] != first["series"] or not last["number"]:
        return
    if not _MANY.search(text, max(0, first.start() - 60), first.end()):
        return
    head, _, low = first["number"].rpartition(".")
    head2, _, high = last["number"].rpartition(".")
    if head != head2 or not (low.isdigit() and high.isdigit()) or int(high) - int(low) > _LONGEST_RANGE:
        return
    for number in range(int(low) + 1, int(high)):
        name = replace(recommendation_names(first)[0], number=f"{head}.{number}" if head else str(number), version="")
        fields = {"title": "", "printed": last[0].strip(), "name": name, "in_range": True}
        yield Name(last.start(), last.end(), "Recommendation", fields)


def _target(text: str, end: int) -> re.Match[str] | None:
    """What a supplement is to: "ITU-T X.Suppl.39 to ITU-T X.1148"."""
    to = _SUPPLEMENTED.match(text, end)
    return RECOMMENDATION.match(text, to.end()) if to else None


def _parts(text: str) -> Iterator[Name]:
    """As in "Corrigendum 1 to Recommendation ITU-T X.509", "Amendments 1 and 2 to ITU-T G.8262"."""
    for match in _PART_OF.finditer(text):
        yield from _part(text, (match.start(), match.end("number")), match.end(), match["kind"], match["number"])
    for match in _MORE_PARTS.finditer(text):
        for start, end, number in numbers_in(match, "numbers", r"\d{1,2}|[A-Z]"):
            is_last = end == match.end("numbers")
            for part in _part(text, (start, end), match.end(), match["kind"], number):
                yield part if is_last else replace(part, extent=end)


def _part(text: str, span: tuple[int, int], to: int, kind: str, number: str) -> Iterator[Name]:
    """One part; its naming reaches over what it is a part of, with the twin text and the title."""
    whole = RECOMMENDATION.match(text, to)
    if whole is None or not (whole["number"] or whole["name"]):
        return
    end = whole.end()
    if (bar := COMMON_TEXT.match(text, end)) and (twin := _STANDARD.match(text, bar.end())):
        end = twin.end()
    title, extent = title_after(text, end)
    for name in recommendation_names(whole):
        part = replace(name, part=part_name(kind, number), version="")
        fields = {"name": part, "title": title, "printed": text[slice(*span)]}
        yield Name(*span, "Recommendation", fields, extent)


def _is_doubtful(match: re.Match[str]) -> bool:
    """Whether a name without a sector could be something else: "A.1" is a clause, "J.Smith" a person."""
    if match["name"]:
        return not re.search(r"[a-z].*[-.A-Z\d]|[a-z]{3}", match["name"]) or match["name"].istitle()
    return (bool(match["number"]) and len(match["number"]) < 2) or len(match["series"]) > 1


def _supplements(text: str) -> Iterator[Name]:
    """As in "ITU-T Y Supplement 55 to ITU-T Y.3170-series “…”": the title stands after what is supplemented."""
    for match in SERIES_SUPPLEMENT.finditer(text):
        fields: dict[str, Any] = {"name": supplement_name(match), "printed": match[0].strip()}
        end = match.end()
        if (to := _SUPPLEMENTED.match(text, end)) and (target := RECOMMENDATION.match(text, to.end())):
            fields["supplements"] = recommendation_names(target)[0]
            end = target.end()
        elif rest := _OF_SERIES.match(text, end):
            end = rest.end()
        fields["title"], extent = title_after(text, end)
        yield Name(match.start(), match.end(), "Recommendation", fields, extent)


def _standards(text: str) -> Iterator[Name]:
    """Standards and papers by identifier: "ETSI TS 129 165 V10.21.0", "MEF 38.1 and 39.1", "ITU-T TR.OTTnum"."""
    for match in _STANDARD.finditer(text):
        title, extent = title_after(text, match.end())
        for start, end, key, kind, edition in _standard_keys(match):
            fields = {"key": key, "kind": kind, "title": title, "edition": edition}
            yield Name(start, end, "Publication", fields, extent)
    yield from _short_reports(text)


def _short_reports(text: str) -> Iterator[Name]:
    """As in "REPT-58", where the text names APT/ASTAP/REPT-58 in full elsewhere."""
    full = {match["apt"].rpartition("/")[2]: match["apt"] for match in _STANDARD.finditer(text) if match["apt"]}
    for short, key in full.items():
        for match in re.finditer(rf"(?<![\w/-]){re.escape(short)}(?![\w-])", text):
            yield Name(match.start(), match.end(), "Publication", {"key": key, "kind": "report"})


def identified(text: str, position: int) -> tuple[dict[str, Any], str, int] | None:
    """(fields, label, end) of the identifier in parentheses at a position: "“Reuse …” (APT/ASTAP/REPT-58)"."""
    opening = _BRACKET.match(text, position)
    if opening is None:
        return None
    for pattern in (_STANDARD, RECOMMENDATION):
        match = pattern.match(text, opening.end())
        if match and text[match.end() : match.end() + 1] == ")":
            if pattern is RECOMMENDATION:
                name = recommendation_names(match)[0]
                return {"name": name, "printed": match[0]}, "Recommendation", match.end() + 1
            _, _, key, kind, edition = next(_standard_keys(match))
            return {"key": key, "kind": kind, "edition": edition}, "Publication", match.end() + 1
    return None


def _standard_keys(match: re.Match[str]) -> Iterator[tuple[int, int, str, str, str]]:
    start, end = match.span()
    other = "standard of another body"
    if match["itu_r"]:
        yield start, end, f"ITU-R {match['itu_r']}", "ITU-R Report", match["revision"] or ""
    elif match["rfc"]:
        yield start, end, f"RFC {match['rfc_number']}", other, ""
    elif match["paper"] or match["guideline"] or match["bulletin"]:
        key = match["paper"] or match["guideline"] or match["bulletin"]
        kind = "guideline" if match["guideline"] else "technical report" if match["paper"] else "bulletin"
        yield start, end, f"ITU-T {key}", kind, ""
    elif match["mef"]:
        yield start, match.end("mef"), match["mef"], other, ""
        for item in re.finditer(r"\d+(?:\.\d+)+", match["more"]):
            offset = match.start("more")
            yield offset + item.start(), offset + item.end(), f"MEF {item[0]}", other, ""
    else:
        key = (
            match["etsi"]
            or match["g3pp"]
            or match["iso"]
            or match["draft"]
            or match["law"]
            or match["apt"]
            or match["forum"]
        )
        kind = "law" if match["law"] else "report" if match["apt"] else other
        yield start, end, key, kind, match[0].removeprefix(key).strip()
