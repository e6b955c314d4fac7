"""spaCy component: candidate + context → which node it is (label, key), or nothing → doc._.entities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from netgov.graph.keys import SECTORS, EditionMark, RecommendationName, question_key, resolution_key, study_group_key
from netgov.ingest.lexicon.gazetteer import Gazetteer, load_gazetteer
from netgov.ingest.lexicon.phrases import load_words
from netgov.ingest.model.mention import Mention
from netgov.ingest.model.names import Name
from netgov.ingest.model.outline import Report
from netgov.ingest.resolution.context import (
    Context,
    adopting_body,
    resolution_titles,
    study_group_titles,
    year_of_place,
)

_ACRONYM = re.compile(r"\((?:the\s)?([A-Z][A-Za-z&-]{1,9})\)")
_DEFINED = re.compile(r"(?:[\w’'/-]+\s){2,9}$")
_DEFINED_LENGTH = 120
_DRAFT = re.compile(r"\b[Dd]raft\s(?:new\s|revised\s)*(?:ITU-[TR]\s)?(?:Recommendations?\s)?(?:on\s)?$")
TOP = 400
"""Within how many characters of the start a resolution names itself."""

_GOVERNING = re.compile(r"\b(?:Recommendations?|Rec\.|Reports?)(?=\W)")
_LIST_GLUE = re.compile(r"\s?,?\s?(?:and\s)?(?:on\s)?")


@dataclass(frozen=True)
class _Definition:
    name: str
    offset: int


class Resolver:
    """Decides each candidate in the order of the text; keeps nothing between documents."""

    def __init__(self) -> None:
        self.gazetteer = load_gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.entities, in the order of the text."""
        reading = _Run(doc._.report.text, doc._.report, doc._.sentences, self.gazetteer)
        doc._.entities = tuple(reading.resolve(doc._.candidates))
        return doc


@Language.factory("netgov_resolver", requires=["doc._.candidates", "doc._.sentences"], assigns=["doc._.entities"])
def make_resolver(nlp: Language, name: str) -> Resolver:
    """The component, for `nlp.add_pipe("netgov_resolver")`."""
    del nlp, name  # the signature is spaCy's
    return Resolver()


class _Run:
    """The resolving of one document."""

    def __init__(self, text: str, report: Report, sentences: tuple[tuple[int, int], ...], gazetteer: Gazetteer) -> None:
        self.text, self.report, self.sentences, self.gazetteer = text, report, sentences, gazetteer
        self.context = Context()
        self.acronyms = _local_acronyms(text)
        self.full_names: dict[str, str] = {}
        self.persons: dict[str, str] = {}
        self.last: Mention | None = None
        self.last_group = ""
        self.sentence = 0
        self.sentence_sector = ""
        self.sentence_group = ""

    def resolve(self, candidates: tuple[Name, ...]) -> Iterator[Mention]:
        """All mentions; an edition is a mention of its own at the place of its resolution."""
        for candidate in candidates:
            self._enter_sentence(candidate.start)
            for mention in self._decide(candidate):
                self.last = mention
                yield mention

    def _enter_sentence(self, offset: int) -> None:
        while self.sentence + 1 < len(self.sentences) and self.sentences[self.sentence + 1][0] <= offset:
            self.sentence += 1
            self.sentence_sector = self.sentence_group = ""

    def _decide(self, candidate: Name) -> Iterator[Mention]:
        decide = {
            "StudyGroup": self._study_group,
            "Question": self._question,
            "Recommendation": self._recommendation,
            "Resolution": self._resolution,
            "Document": self._document,
            "Person": self._person,
        }.get(candidate.label, self._named)
        yield from decide(candidate)

    def _mention(self, candidate: Name, key: str, known: Mapping[str, Any], **stated: Any) -> Mention:
        printed = self.text[candidate.start : candidate.end].replace("\n", " ")
        names = {key, known.get("name"), *known.get("aliases", ())}
        if printed not in names and "aliases" not in stated and not candidate.fields.get("in_range"):
            stated["aliases"] = [printed]
        stated = {name: value for name, value in stated.items() if value}
        return Mention(
            candidate.start, candidate.end, candidate.reach, candidate.label, key, known, stated, candidate.fields
        )

    def _study_group(self, candidate: Name) -> Iterator[Mention]:
        number = candidate.fields["number"]
        sector = self.context.sector_of(candidate, number, self.sentence_sector)
        self.context.sector = self.context.sectors[number] = self.sentence_sector = sector
        self.sentence_group = number
        key = study_group_key(sector, number)
        aliases = [f"SG{number}", f"Study Group {number}", f"{sector} Study Group {number}", f"{sector} SG {number}"]
        known = {"name": f"{sector} Study Group {number}", "aliases": aliases, "sector": sector, "number": number}
        if title := study_group_titles().get((sector, number)):
            known["title"] = title
        yield self._mention(candidate, key, known)

    def _question(self, candidate: Name) -> Iterator[Mention]:
        number, group = candidate.fields["number"], candidate.fields["group"] or self.sentence_group
        if not group:
            return
        sector = self.context.sector_of(candidate, group, self.sentence_sector)
        label = f"{number}/{group}"
        known = {
            "name": f"{sector} Question {label}",
            "aliases": [f"Q{label}", f"Question {label}"],
            "sector": sector,
            "number": label,
            "group": study_group_key(sector, group),
        }
        yield self._mention(candidate, question_key(sector, number, group), known, title=candidate.fields.get("title"))

    def _recommendation(self, candidate: Name) -> Iterator[Mention]:
        name: RecommendationName | None = candidate.fields.get("name")
        title = candidate.fields.get("title")
        if name is None:  # known by its title only
            known = {"name": title, "kind": candidate.fields["kind"], "draft": True}
            yield self._mention(candidate, candidate.fields["key"], known, title=title, aliases=[])
            return
        if name.sector == "ITU-R" and self._continues_reports(candidate):
            fields = {"key": name.key, "kind": "ITU-R Report", "title": title}
            yield from self._named(Name(candidate.start, candidate.end, "Publication", fields, candidate.extent))
            return
        draft = bool(_DRAFT.search(self.text, max(0, candidate.start - 60), candidate.start)) or candidate.fields[
            "printed"
        ].casefold().startswith("draft")
        aliases = [name.key.removeprefix(f"{name.sector} ")]
        yield self._mention(candidate, name.key, {**name.properties, "aliases": aliases}, title=title, draft=draft)

    def _continues_reports(self, candidate: Name) -> bool:
        """As in "Reports ITU-R M.2440-0 “…”, ITU-R M.2441-0 “…” and ITU-R M.2460-0": the head is printed once."""
        nouns = _GOVERNING.findall(self.text, self.sentences[self.sentence][0], candidate.end)
        if nouns:
            return bool(nouns[-1].startswith("Report"))
        last = self.last
        if last is None or last.label != "Publication" or last.known.get("kind") != "ITU-R Report":
            return False
        return bool(_LIST_GLUE.fullmatch(self.text, last.reach, candidate.start))

    def _resolution(self, candidate: Name) -> Iterator[Mention]:
        fields = candidate.fields
        number, kind = fields["number"], fields["kind"]
        if self._is_own(candidate):
            self.context.own_body = adopting_body(self.text[: 2 * TOP])
        body = (self._is_own(candidate) and self.context.own_body) or self.context.body_of(candidate)
        if not body:
            return
        self.context.bodies[f"{kind} {number}"] = body
        key = resolution_key(body, kind, number)
        known = {
            "name": key,
            "body": body,
            "number": number,
            "kind": kind,
            "aliases": [f"{kind.capitalize()} {number}"],
        }
        title = fields["title"] or resolution_titles().get(key)
        yield self._mention(candidate, key, known, title=title)
        for mark in fields["editions"]:
            printed, mark = mark, EditionMark(mark.place, year_of_place(mark.place, mark.year, body), mark.revision)
            known = {"name": f"{key} ({mark})", "place": mark.place, "year": mark.year, "revision": mark.revision}
            yield Mention(
                candidate.start,
                candidate.reach,
                candidate.reach,
                "Edition",
                f"{key} ({mark})",
                known,
                {"aliases": sorted({f"{kind.capitalize()} {number} ({form})" for form in (mark, printed)})},
                {"resolution": key, "mark": mark},
            )

    def _is_own(self, candidate: Name) -> bool:
        """Whether a resolution stands in capitals at the top: it is the one that the document is."""
        return self.text[candidate.start : candidate.end].split(" ")[0].isupper() and candidate.start < TOP

    def _document(self, candidate: Name) -> Iterator[Mention]:
        symbol = candidate.fields["symbol"]
        symbol = symbol if candidate.fields.get("full") else full_symbol(symbol, self.report.key)
        if symbol and symbol != self.report.key:
            yield self._mention(candidate, symbol, {"name": symbol, "symbol": symbol})

    def _person(self, candidate: Name) -> Iterator[Mention]:
        """A surname by itself ("Mr Lind", "Mr Al Marzouqi") is the person whose full name it closes."""
        name = self.persons.get(str(candidate.fields["key"]), str(candidate.fields["key"]))
        words = name.split()
        self.persons.update((" ".join(words[index:]), name) for index in range(1, len(words)))
        yield self._mention(candidate, name, {"name": name})

    def _named(self, candidate: Name) -> Iterator[Mention]:
        fields = candidate.fields
        if "part" in fields:
            fields = {**fields, "key": f"{self.last_group} {fields['part']}", "parent": self.last_group}
            candidate = replace(candidate, fields=fields)
        key = self._local_key(candidate)
        if not key or (not self.last_group and "part" in fields):
            return
        entry = self.gazetteer.find((candidate.label, key))
        known = (
            dict(entry.known)
            if entry
            else {
                name: fields[name]
                for name in ("kind", "parent", "title", "draft")
                if fields.get(name) and (name != "parent" or candidate.label == "Group")
            }
        )
        known.setdefault("name", fields.get("full_name") or key)
        title = known.pop("title", None)
        stated: dict[str, Any] = {"title": title or fields.get("title")} if candidate.label == "Publication" else {}
        aliases = [alias for alias in (fields.get("alias"), fields.get("full_name")) if alias and alias != key]
        mention = self._mention(candidate, key, known, **stated, **({"aliases": aliases} if aliases else {}))
        if candidate.label == "Group" and "part" not in fields:
            self.last_group = key
        if key in SECTORS:
            self.context.sector = self.sentence_sector = key
        yield mention

    def _local_key(self, candidate: Name) -> str:
        """The key of a name in this text: an acronym that it defines differently names something else."""
        fields, key = candidate.fields, str(candidate.fields["key"])
        if (name := fields.get("full_name")) and candidate.label == "Organization":
            known = self.gazetteer.names.get(name.casefold())
            if known and known.label == candidate.label:
                return known.key
            self.full_names.setdefault(name.casefold(), key)
            return self.full_names[name.casefold()]
        if candidate.label == "Group" and self.gazetteer.find(("Group", key)) is None:
            key = self.gazetteer.group_keys.get(key.casefold(), key)
        printed = self.text[candidate.start : candidate.end]
        defined = self.acronyms.get(printed)
        if defined and defined.offset < candidate.start and candidate.label in ("Organization", "Group", "Programme"):
            entry = self.gazetteer.find((candidate.label, key))
            names = {name.casefold() for name in (entry.names if entry else ())}
            if entry and defined.name.casefold() not in names:
                return ""
        return key


def full_symbol(symbol: str, own: str) -> str:
    """A document symbol in one form; "IEG 1/4" in WTPF-IEG/1/11 is WTPF-IEG/1/4.

    >>> full_symbol("IEG 1/4", "WTPF-IEG/1/11")
    'WTPF-IEG/1/4'
    """
    head = own.rpartition("/")[0]
    parts, own_parts = re.split(r"[\s/-]", symbol), re.split(r"[\s/-]", head)
    if head and len(parts) > 2 and own_parts[-len(parts) + 1 :] == parts[:-1]:
        return f"{head}/{parts[-1]}"
    return "" if " " in symbol else symbol


def _local_acronyms(text: str) -> dict[str, _Definition]:
    """As in "International Internet Connectivity (IIC)": what the text lets an acronym stand for."""
    found: dict[str, _Definition] = {}
    for match in _ACRONYM.finditer(text):
        acronym = match[1]
        defined = _DEFINED.search(text, max(0, match.start() - _DEFINED_LENGTH), match.start())
        if defined is None:
            continue
        letters = [letter.casefold() for letter in acronym if letter.isupper()]
        words = [word for word in defined[0].split() if not load_words("names", "small").holds([word])][-len(letters) :]
        if [word[0].casefold() for word in words] == letters:
            name = defined[0][defined[0].rindex(words[0]) :] if len(set(words)) == len(words) else " ".join(words)
            found.setdefault(acronym, _Definition(name.strip(), defined.start()))
    return found
