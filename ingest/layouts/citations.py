"""Texts that cite texts: what a document reports on, and what it or a text that it names refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from netgov.graph.model import Ref
from netgov.ingest.layouts.views import Cell
from netgov.ingest.lexicon.phrases import load_words, words_of
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport, Sentence
from netgov.ingest.model.mention import Mention

CITED = frozenset(["Resolution", "Recommendation", "Publication", "Document"])
"""Labels of what is cited by symbol or title."""
_LONGEST_FILLER = 6
_FRONT = 6
"""Among how many passages from the top a document prints its own symbol."""


def edition_of(stretch: Cell | Sentence, resolution: Mention) -> str:
    """The newest edition that a stretch of text names with a resolution."""
    editions = (item for item in stretch.mentions if item.label == "Edition" and item.start == resolution.start)
    return ([str(item.fields["mark"]) for item in editions] or [""])[-1]


def read_report_subject(marked: MarkedReport) -> Iterator[Claim]:
    """As in "This report summarizes ITU's activities related to … Resolution 101 (Rev. …)"."""
    for sentence in marked.sentences:
        end = _reports_until(sentence)
        for item in sentence.of("Resolution") if end else ():
            if item.start >= sentence.start + end:
                yield _claim(sentence, "REPORTS_ON", marked.document, item, "read_report_subject")
        for item, document in pairwise(sentence.of("Resolution", "Document")):
            if document.label == "Document" and item.label == "Resolution" and _is_reported(sentence, item, document):
                yield _claim(sentence, "REPORTS_ON", document, item, "read_report_subject")


def _is_reported(sentence: Sentence, resolution: Mention, document: Mention) -> bool:
    """As in "Activities under Resolution 70 are reported in Document C24/6"."""
    before = words_of(sentence.between(sentence.start, resolution.start))
    gap = words_of(sentence.between(resolution.reach, document.start))
    gap = gap[:-1] if gap[-1:] in (["the"], ["document"]) else gap
    return load_words("citing", "activities").occurs(before) and load_words("citing", "reported_in").holds(gap)


def _reports_until(sentence: Sentence) -> int:
    """Where in a sentence the verb stands by which the document says what it is about; 0 where it says nothing."""
    words = sentence.text.split()
    plain = [word.casefold().strip(",.;:()") for word in words]
    start = 2 if plain[:2] == ["the", "present"] else 1 if plain[:1] == ["this"] else 0
    if not start or not load_words("citing", "texts").holds(plain[start : start + 1]):
        return 0
    for place in range(start + 1, min(start + 5, len(plain))):
        if size := load_words("citing", "reports").opens(plain[place:]):
            return len(" ".join(words[: place + size]))
    return 0


@dataclass(frozen=True)
class _Citing:
    """A text that cites, and from where on: behind its name, or behind what it was last found to cite."""

    text: Mention
    end: int


def read_references(marked: MarkedReport) -> Iterator[Claim]:
    """As in "X builds on Y and refers to Z"; "… in accordance with Resolution 71" is the document's own reference."""
    before: Sentence | None = None
    described: Mention | None = None
    by_passage: dict[int | None, Mention | None] = {}
    for sentence in marked.sentences:
        if before is None or before.passage is not sentence.passage:
            described = by_passage.get(sentence.passage.intro)
        if not sentence.passage.clause and any(item.label in CITED for item in sentence.mentions):
            described = next(filter(None, map(sentence_subject(sentence), sentence.mentions)), described)
            reading = _Reading(sentence, marked.document, _antecedent(sentence, before), described)
            yield from reading.claims()
        if described and described.label == "Document" and sentence.text.rstrip().endswith(":"):
            by_passage[sentence.passage.ordinal] = described
        before = sentence


def sentence_subject(sentence: Sentence) -> Callable[[Mention], Mention | None]:
    """Tells of a mention whether it is a text that the sentence goes on to describe: "ITU-T H.625 “…” defines …"."""
    verbs = load_words("citing", "describes")

    def is_described(item: Mention) -> Mention | None:
        if item.label not in CITED or item.label == "Resolution":
            return None
        words = words_of(sentence.between(item.reach, sentence.end)[:80])
        if item.label == "Document" and words_of(sentence.between(sentence.start, item.start)) == ["in"]:
            return item
        return item if verbs.opens(words[_helpers(words) :]) else None

    return is_described


def _antecedent(sentence: Sentence, before: Sentence | None) -> _Citing | None:
    """As in "The latter makes use of …": the text that the sentence before named, where it named just one."""
    noun = _opening_noun(sentence)
    if before is None or before.passage is not sentence.passage or not noun:
        return None
    texts = before.of("Recommendation", "Publication") or before.of("Document")
    if noun in ("latter", "former") and len(texts) > 1:
        texts = texts[-1:] if noun == "latter" else texts[-2:-1]
    words = sentence.text.split()[: 1 if noun == "it" else 2]
    end = sentence.start + sentence.text.index(words[-1]) + len(words[-1])
    return _Citing(texts[0], end) if len({item.ref for item in texts}) == 1 else None


def _opening_noun(sentence: Sentence) -> str:
    """The word by which a sentence opens with a text that it does not name: "it", "report" of "The report …"."""
    words = words_of(sentence.text[:60])
    if words[:1] == ["it"]:
        return "it"
    determined = words[:1] and words[0] in ("the", "this", "that") and words[1:2]
    return words[1] if determined and load_words("citing", "texts").holds(words[1:2]) else ""


class _Reading:
    """The references that one sentence makes."""

    def __init__(self, sentence: Sentence, document: Ref, citing: _Citing | None, described: Mention | None) -> None:
        self.sentence, self.document, self.citing, self.described = sentence, document, citing, described
        self.listed: tuple[int, Mention | Ref] | None = None
        noun = _opening_noun(sentence)
        draft = words_of(sentence.text)[:3][-1:] == ["draft"]
        self.is_of_another = draft or (noun not in ("", "it") and words_of(sentence.text)[0] == "the")
        self.is_of_report = bool(_reports_until(sentence))

    def claims(self) -> Iterator[Claim]:
        """Each text that is cited, with the text that cites it."""
        cited = [item for item in self.sentence.mentions if item.label in CITED]
        for left, right in pairwise(cited):
            if load_words("citing", "cited_by").holds(words_of(self.sentence.between(left.reach, right.start))):
                yield _claim(self.sentence, "REFERENCES", right, left, "read_references")
        for item in self.sentence.mentions:
            if item.label in CITED and item.ref != self.document and not self._is_own_symbol(item):
                source = self._source(item)
                if source is None and item.label == "Document":
                    yield _claim(self.sentence, "REFERENCES", self.document, item, "read_references")
                elif source and _ref(source) != item.ref:
                    yield _claim(self.sentence, "REFERENCES", source, item, "read_references")
                self._go_on(item, source)

    def _is_own_symbol(self, item: Mention) -> bool:
        """Whether a line at the top prints a symbol and no more, or a row of a table opens with what it is about."""
        passage = self.sentence.passage
        printed = self.sentence.between(item.start, item.end)
        if item.label == "Document" and "\t" in passage.text and passage.text.startswith(printed):
            return True
        rest = self.sentence.text.replace(printed, "")
        at_top = item.label == "Document" and passage.ordinal < _FRONT
        return at_top and set(words_of(rest)) <= {"document", "doc", "symbol", "no", "ref"}

    def _source(self, item: Mention) -> Mention | Ref | None:
        """Whose reference it is: that of the list that it goes on, of the text that a phrase joins to it, else ours."""
        if self.listed and self.listed[0] <= item.start and self._is_filled(self.listed[0], item.start):
            return self.listed[1]
        if self.citing and item.start >= self.citing.end:
            gap = self.sentence.between(self.citing.end, item.start)
            if ";" not in gap and _cites(words_of(gap)):
                return self.citing.text
        subject = self.described
        bracketed = self.sentence.text[: item.start - self.sentence.start].endswith("[")
        if subject and subject.start < item.start and (bracketed or _is_led_to(self.sentence, item, strong=True)):
            return subject
        if subject and subject.label == "Document" and self._speaks_of(subject, item):
            return subject
        is_ours = not (self.is_of_another or self.is_of_report)
        return self.document if is_ours and _is_led_to(self.sentence, item) else None

    def _go_on(self, item: Mention, source: Mention | Ref | None) -> None:
        if source:
            self.listed = item.reach, source
            if isinstance(source, Mention):
                self.citing = _Citing(source, item.reach)
        elif item.label != "Resolution" and (self.listed is None or item.start >= self.listed[0]):
            self.citing, self.listed = _Citing(item, item.reach), None

    def _speaks_of(self, subject: Mention, item: Mention) -> bool:
        return ";" not in self.sentence.between(subject.end, item.start) and item.label != "Document"

    def _is_filled(self, start: int, end: int) -> bool:
        return _is_filler(words_of(_without_topic(self.sentence.between(start, end))))


def _without_topic(gap: str) -> str:
    """As in "Resolution 70, on access, and Resolution 78": the gap without what the first is on."""
    parts = gap.split(",")
    return ",".join(parts[2:]) if len(parts) > 2 and parts[1].split()[:1] in (["on"], ["concerning"]) else gap


def _cites(words: Sequence[str]) -> bool:
    """Whether the words between two texts are a citing phrase, with helpers before it and fillers behind it."""
    start = _helpers(words)
    size = load_words("citing", "strong").opens(words[start:])
    return bool(size) and _is_filler(words[start + size :])


def _helpers(words: Sequence[str]) -> int:
    """How many helpers stand before a verb."""
    helpers = load_words("citing", "helpers")
    return next((place for place, word in enumerate(words) if not helpers.holds([word])), len(words))


def _is_filler(words: Sequence[str]) -> bool:
    fillers = load_words("citing", "fillers")
    return len(words) <= _LONGEST_FILLER and all(
        fillers.holds([word]) or not any(map(str.isalpha, word)) for word in words
    )


def _is_led_to(sentence: Sentence, item: Mention, *, strong: bool = False) -> bool:
    """Whether a phrase leads to a text; a Recommendation is only cited by a strong one, for many are merely named."""
    words = [word.strip('(“",;') for word in sentence.between(sentence.start, item.start).casefold().split()]
    words = [word for word in words if word]
    strong = strong or item.label == "Recommendation"
    for skipped in range(min(_LONGEST_FILLER, len(words)) + 1):
        lead = words[: len(words) - skipped]
        if skipped and not _is_filler(words[len(lead) : len(lead) + 1]):
            return False
        if load_words("citing", "strong").closes(lead):
            return True
        if not strong and load_words("citing", "weak").closes(lead) and lead[-2:] != ["the", "following"]:
            return True
    return False


def _ref(end: Mention | Ref) -> Ref:
    return end.ref if isinstance(end, Mention) else end


def _claim(sentence: Sentence, type_: str, source: Mention | Ref, target: Mention, rule: str) -> Claim:
    within = isinstance(source, Mention) and sentence.start <= source.start < sentence.end
    return Claim(
        type_,
        _ref(source),
        target.ref,
        (sentence.start, sentence.end),
        rule,
        (source.start, source.end) if within and isinstance(source, Mention) else None,
        (target.start, target.end),
        edition=edition_of(sentence, target),
    )
