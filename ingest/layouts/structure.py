"""What names themselves say: the parent of a group, the work of an edition, the parent of an amendment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from netgov.graph.keys import SECTORS, RecommendationName
from netgov.graph.model import Ref
from netgov.ingest.lexicon.gazetteer import load_gazetteer
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention


def read_members_of_bodies(marked: MarkedReport) -> Iterator[Claim]:
    """PART_OF, once, where a study group, Question or group is first named: "ITU-T SG15" is part of ITU-T."""
    seen: set[Ref] = set()
    for sentence in marked.sentences:
        for item in sentence.mentions:
            for child, parent in _chain(item):
                if child in seen:
                    break
                seen.add(child)
                yield _claim(sentence, "PART_OF", item, parent, "read_members_of_bodies", source=child)


def _chain(item: Mention) -> Iterator[tuple[Ref, Ref]]:
    """(child, parent) from a named body up to the one that its name contains."""
    if item.label == "StudyGroup":
        yield item.ref, ("Organization", str(item.known["sector"]))
    elif item.label == "Question":
        yield item.ref, ("StudyGroup", str(item.known["group"]))
    elif item.label == "Group" and item.known.get("parent"):
        parent = ref_of_body(str(item.known["parent"]))
        yield item.ref, parent
        if parent[0] == "Group" and load_gazetteer().find(parent) is None and " " in parent[1]:
            yield parent, ref_of_body(parent[1].split()[0])


def ref_of_body(key: str) -> Ref:
    """Label and key of a parent that a name or gazetteer gives by key only."""
    if key.startswith(SECTORS) and " SG" in key:
        return ("Group", key) if "RG-" in key else ("StudyGroup", key)
    is_group = load_gazetteer().find(("Group", key)) or "Group" in key.split() or "JTC" in key or key.startswith("FG-")
    return ("Group", key) if is_group else ("Organization", key)


def read_editions(marked: MarkedReport) -> Iterator[Claim]:
    """EDITION_OF, where an edition is named: "Resolution 101 (Rev. Busan, 2014)"."""
    for sentence in marked.sentences:
        for item in sentence.of("Edition"):
            target = ("Resolution", str(item.fields["resolution"]))
            yield _claim(sentence, "EDITION_OF", item, target, "read_editions")


def read_parts(marked: MarkedReport) -> Iterator[Claim]:
    """AMENDS, SUPPLEMENTS and EQUIVALENT_TO as identifiers say them: "Y.1540 Amd.2", "Y.4903/L.1603"."""
    for sentence in marked.sentences:
        for item, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
            name = item.fields.get("name")
            if item.label != "Recommendation" or not isinstance(name, RecommendationName):
                continue
            if name.parent:
                type_ = "SUPPLEMENTS" if name.kind == "supplement" else "AMENDS"
                yield _claim(sentence, type_, item, ("Recommendation", name.parent.key), "read_parts")
            if supplemented := item.fields.get("supplements"):
                yield _claim(sentence, "SUPPLEMENTS", item, ("Recommendation", supplemented.key), "read_parts")
            if following and _is_twin(sentence, item, following):
                yield _claim(sentence, "EQUIVALENT_TO", item, following, "read_parts")


def _is_twin(sentence: Sentence, item: Mention, following: Mention) -> bool:
    """Whether one text bears two numbers: "Y.4903/L.1603", "ITU-T X.509 | ISO/IEC 9594-8"."""
    if following.label == "Recommendation" and following.start == item.start:
        return not item.fields.get("in_range")
    is_text = following.label in ("Recommendation", "Publication")
    return is_text and sentence.between(item.end, following.start).strip() == "|"


def _claim(
    sentence: Sentence, type_: str, item: Mention, target: Mention | Ref, rule: str, source: Ref | None = None
) -> Claim:
    span, place = (sentence.start, sentence.end), (item.start, item.end)
    if isinstance(target, Mention):
        return Claim(type_, item.ref, target.ref, span, rule, place, (target.start, target.end))
    return Claim(type_, source or item.ref, target, span, rule, place)
