"""Recommendations, their parts and supplements: "Recs. T.800 and T.803", "Amendments 1 and 2 to ITU-T G.8262"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from netgov.graph.keys import (
    RECOMMENDATION,
    SERIES_SUPPLEMENT,
    RecommendationName,
    part_name,
    recommendation_names,
    supplement_name,
)
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.mentions.identifiers.lists import read_list, title_after
from netgov.ingest.mentions.identifiers.standards import standard_at
from netgov.ingest.model.names import Name

_LONGEST_RANGE = 30
_TO = re.compile(
    r"(?:\s\([\d/]{4,7}\))?\s(?:to|of)\s(?:the\s)?(?:[Dd]raft\s)?(?:(?:new|revised)\s)?(?=Rec|ITU|[A-Z]\.\d)"
)
_PART = re.compile(
    r"(?<![\w-])(?:[Dd]raft\s)?(?P<kind>Amendment|Amd|Corrigend|Corr?|Errat|Annex|Appendi|Supplements)"
    r"(?:s|um|a|es|x|ces)?\.?\s?(?=[\dA-Z])"
)
_PART_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)")
_SHORTEST_DRAFT = 3
"""How many letters and digits a provisional name has at least, "F.DLB"; "S.p.A" is none."""


def find_recommendations(text: str) -> Iterator[Name]:
    """Every Recommendation, part of one and supplement to a series."""
    yield from _numbers(text)
    yield from _supplements(text)
    yield from _parts(text)


def recommendation_at(text: str, position: int) -> tuple[RecommendationName, str, int] | None:
    """(its name, as printed, where it ends) of the Recommendation that is named right at a position."""
    match = RECOMMENDATION.match(text, position)
    return (recommendation_names(match)[0], match[0], match.end()) if match else None


def _numbers(text: str) -> Iterator[Name]:
    """As in "ITU-T Y.1540 Amd.2 “…”", "G.709/Y.1331", "Recommendations ITU-T X.290 to X.293"."""
    for match in RECOMMENDATION.finditer(text):
        title, extent = title_after(text, _end_with_twin(text, match.end()))
        if _is_doubtful(match, title) or _is_former(text, match.start()):
            continue
        fields: dict[str, Any] = {"title": title, "printed": match[0].strip()}
        if match["supplement"] and (target := _target(text, match.end())):
            fields["supplements"] = recommendation_names(target)[0]
            fields["title"], extent = title_after(text, target.end())
        for name in recommendation_names(match):
            yield Name(match.start(), match.end(), "Recommendation", {**fields, "name": name}, extent)
        yield from _range(text, match)


def _is_doubtful(match: re.Match[str], title: str) -> bool:
    """Whether a name without a sector could be something else: "A.1" is a clause, "J.Smith" a person."""
    if match["sector"] or match["sector2"] or match["head"]:
        return False
    if name := match["name"]:
        sentence_end = name.isupper() and name.casefold() in load_gazetteer().names  # "… of plan B.ITU has …"
        is_short = sum(map(str.isalnum, name)) < _SHORTEST_DRAFT
        return not title and (sentence_end or is_short or name.istitle() or name.startswith(("Mc", "Mac")))
    return (bool(match["number"]) and len(match["number"]) < 2) or len(match["series"]) > 1


def _is_former(text: str, start: int) -> bool:
    """Whether it is the earlier name of another text, and none of its own: "(ex Y.iot-over)", "formerly known as"."""
    words = words_of(text[max(0, start - 40) : start])
    while words and load_words("texts", "renamed").holds(words[-1:]):
        words.pop()
    return load_words("texts", "formerly").holds(words[-1:])


def _range(text: str, first: re.Match[str]) -> Iterator[Name]:
    """As in "Recommendations ITU-T X.290 to X.293": each of them, named by the whole range."""
    last, is_range = next(islice(read_list(text, first.start(), RECOMMENDATION), 1, 2), (first, False))
    if not is_range or first["part"] or last["series"] != first["series"]:
        return
    head, _, low = (first["number"] or "").rpartition(".")
    head2, _, high = (last["number"] or "").rpartition(".")
    if head != head2 or not (low.isdigit() and high.isdigit()) or int(high) - int(low) not in range(1, _LONGEST_RANGE):
        return
    if "from" in text[max(0, first.start() - 60) : first.start()].replace(";", ".").rpartition(".")[2].split():
        return
    for number in range(int(low), int(high) + 1):
        name = replace(recommendation_names(first)[0], number=f"{head}.{number}" if head else str(number), version="")
        fields = {"title": "", "printed": first[0].strip(), "name": name, "in_range": True}
        yield Name(first.start(), last.end(), "Recommendation", fields)


def _target(text: str, end: int) -> re.Match[str] | None:
    """What a supplement or part is to: "ITU-T X.Suppl.39 to ITU-T X.1148"."""
    to = _TO.match(text, end)
    return RECOMMENDATION.match(text, to.end()) if to else None


def _supplements(text: str) -> Iterator[Name]:
    """As in "ITU-T Y Supplement 55 to ITU-T Y.3170-series “…”": the title stands after what is supplemented."""
    for match in SERIES_SUPPLEMENT.finditer(text):
        fields: dict[str, Any] = {"name": supplement_name(match), "printed": match[0].strip()}
        end = max(match.end(), match.end("rest"))
        if target := _target(text, match.end()):
            fields["supplements"] = recommendation_names(target)[0]
            end = target.end()
        fields["title"], extent = title_after(text, end)
        yield Name(match.start(), match.end(), "Recommendation", fields, extent)


def _parts(text: str) -> Iterator[Name]:
    """As in "Corrigendum 1 to Recommendation ITU-T X.509", "Amendments 1 and 2 to ITU-T G.8262"."""
    for head in _PART.finditer(text):
        members = [item for item, _ in read_list(text, head.end(), _PART_NUMBER)]
        whole = _target(text, members[-1].end()) if members else None
        if whole is None or not (whole["number"] or whole["name"]):
            continue
        title, extent = title_after(text, _end_with_twin(text, whole.end()))
        for item in members:
            start = head.start() if item is members[0] else item.start()
            reach = extent if item is members[-1] else item.end()
            for name in recommendation_names(whole):
                part = _part(name, head["kind"], item[0])
                fields = {"name": part, "title": title, "printed": text[start : item.end()]}
                yield Name(start, item.end(), "Recommendation", fields, reach)


def _part(whole: RecommendationName, kind: str, number: str) -> RecommendationName:
    """A part of a text; a supplement is one to the whole series."""
    of_series = kind == "Supplements"
    return replace(whole, number="" if of_series else whole.number, part=part_name(kind, number), version="")


def _end_with_twin(text: str, end: int) -> int:
    """Where a name ends with its twin text: "ITU-T X.509 | ISO/IEC 9594-8"."""
    gap = next((bar for bar in (" | ", "|", " |", "| ") if text.startswith(bar, end)), "")
    twin = standard_at(text, end + len(gap)) if gap else None
    return twin.extent if twin else end
