"""Persons: after a form of address or an office, before an office or a body, in rosters, and as a recognizer says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from netgov.ingest.lexicon.gazetteer import read_table
from netgov.ingest.lexicon.model import Model
from netgov.ingest.lexicon.offices import Office, find_offices
from netgov.ingest.lexicon.persons import load_naming
from netgov.ingest.mentions.name_words import LONGEST, Word, name_from, runs_in, words_in
from netgov.ingest.mentions.roster_names import roster_entries
from netgov.ingest.model.names import Name, Spans

_BODIES = frozenset(["Organization", "Group", "StudyGroup", "Programme", "Country"])
_OPENERS = frozenset([" ", ", ", ": ", ", the ", " – ", " - ", " is ", " are "])
"""What stands between an office and its holder."""
_CLOSERS = frozenset([", ", " (", ", the ", ", a ", ", an ", ", its ", ", their ", " is ", " is the ", " - ", " – "])
"""What stands between a holder and the office."""
_OF_BODY = frozenset([" ", "’s ", "'s ", "’ "])
_ACRONYM = 4
_OFFICE_WORDS = 3
"""How many words of an office may stand before what tells that it is one: "Digital Policy Adviser"."""
_BEHIND_TITLE = frozenset([" ", ".", ". ", "’ ", "' "])
_ENDS = frozenset(["", ".", ",", "(", "/", "–", "-", "—", ";", "|"])


@dataclass(frozen=True)
class _Found:
    """A person's name, and where it starts with the form of address."""

    start: int
    words: tuple[Word, ...]

    @property
    def key(self) -> str:
        return " ".join(word.text for word in self.words)


def find_persons(
    text: str, sentences: Sequence[tuple[int, int]], names: Sequence[Name], recognizer: Model | None
) -> Iterator[Name]:
    """Every person that a text names; a surname by itself ("Mr Lind") is the one person of the text who has it.

    `names` are the other names of the text: a person's name does not overlap them unless a form of address precedes.
    """
    reader = _Reader(text, names)
    found = [item for span in sentences for item in reader.read(*span)]
    found += reader.read_rosters()
    if recognizer is not None:
        found += reader.recognize(recognizer)
    surnames = _Surnames(item.key for item in found)
    for item in sorted(found, key=lambda item: item.start):
        yield Name(item.start, item.words[-1].end, "Person", {"key": surnames.name_of(item.key)})


class _Reader:
    """The reading of one text; remembers what it took, and which sentences hold more runs of capitals."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        firm = [item for item in names if not item.fields.get("weak")]
        self.text = text
        self.known = Spans((item.start, item.end) for item in firm)
        self.but_countries = Spans((item.start, item.end) for item in firm if item.label != "Country")
        self.bodies = {item.start: item.end for item in firm if item.label in _BODIES}
        self.taken: set[int] = set()
        self.unexplained: list[tuple[int, int]] = []

    def read(self, start: int, end: int) -> Iterator[_Found]:
        """The persons of one sentence, by what stands around them."""
        words = words_in(self.text, start, end)
        offices = list(find_offices(self.text, start, end))
        found = list(self._titled(words, offices))
        runs = list(self._runs(words, offices))
        told = [run for run in runs if self._is_told(run, offices)]
        if told or found:
            told += [run for run in runs if run not in told and self._comes_from(run)]
        if len(told) < len(runs) and not _is_heading(words):
            self.unexplained.append((start, end))
        yield from (*found, *map(self._take, told))

    def read_rosters(self) -> Iterator[_Found]:
        """The persons at the start of the entries of rosters."""
        for start, end in roster_entries(self.text):
            run = next(self._runs(words_in(self.text, start, end), ()), None)
            if run and run[0].start == start and self.text[run[-1].end : end].lstrip()[:1] in _ENDS:
                yield self._take(run)

    def recognize(self, recognizer: Model) -> Iterator[_Found]:
        """What the recognizer takes for persons, and who is listed with them: "Ada Quell and Bo Lind from ARIN"."""
        texts = ((self.text[start:end], (start, end)) for start, end in self.unexplained)
        for doc, (start, end) in recognizer.recognize(texts):
            people = [item for item in doc.ents if item.label_ == "PERSON"]
            spans = [(start + item.start_char, start + item.end_char) for item in people]
            found = [self._take(run) for span in spans if (run := self._whole(*span, end))]
            words = words_in(self.text, start, end) if found else ()
            listed = [run for run in self._runs(words, ()) if self._comes_from(run)]
            yield from (*found, *map(self._take, listed))

    def _take(self, words: tuple[Word, ...]) -> _Found:
        return self._take_from(words[0].start, words)

    def _take_from(self, start: int, words: tuple[Word, ...]) -> _Found:
        self.taken.update(range(start, words[-1].end))
        return _Found(start, words)

    def _titled(self, words: Sequence[Word], offices: Sequence[Office]) -> Iterator[_Found]:
        """As in "Mr Lind", "H.E. Dr Ada Quell", "Madam Minister Ada Quell", "Messrs Lind and Noll"."""
        barred = self._barred(words, offices, self.but_countries)
        ends = {item.start: item.end for item in offices}
        position = 0
        while position < len(words):
            first, position = position, self._behind_titles(words, position)
            if position == first:
                position += 1
                continue
            is_plural = words[position - 1].text in load_naming().plural_titles
            while position < len(words) and words[position].start in ends and self._adjoin(words, position):
                reach = ends[words[position].start]
                position += sum(word.start < reach for word in words[position:])
            start = words[first].start
            while self._adjoin(words, position) and (name := name_from(self.text, words, position, barred)):
                yield self._take_from(start, name)
                position += len(name)
                if not is_plural or position == len(words):
                    break
                position += words[position].text == "and"
                start = words[position].start if position < len(words) else start
                if start in barred:
                    break

    def _adjoin(self, words: Sequence[Word], position: int) -> bool:
        """Whether a word stands right behind the one before, or behind "and" or a comma of a list."""
        if not 0 < position < len(words):
            return False
        gap = self.text[words[position - 1].end : words[position].start]
        return gap in _BEHIND_TITLE or (gap == ", " and words[position - 1].start in self.taken)

    def _behind_titles(self, words: Sequence[Word], position: int) -> int:
        """The position behind the forms of address that start at one; a shy one needs another beside it."""
        naming, last, is_sure = load_naming(), position, False
        while last < len(words) and words[last].text.rstrip(".") in naming.titles:
            is_sure |= words[last].text.rstrip(".") not in naming.shy_titles
            last += 1
            if last < len(words) and self.text[words[last - 1].end : words[last].start] not in _BEHIND_TITLE:
                return position
        return last if is_sure else position

    def _runs(self, words: Sequence[Word], offices: Sequence[Office]) -> Iterator[tuple[Word, ...]]:
        """The runs of capitals that may be a name: no other name, nothing strange, no "LIAISON STATEMENT"."""
        for run in runs_in(self.text, words, self._barred(words, offices, self.known)):
            is_free = not any(word.start in self.taken for word in run)
            is_strange = any(load_naming().is_strange(word.text) for word in run)
            is_city = self.text[run[0].start : run[-1].end] in _cities()
            is_cut = run[-1].is_initial or all(word.is_capitals for word in run)
            if is_free and not (is_strange or is_city or is_cut):
                yield run

    def _barred(self, words: Sequence[Word], offices: Sequence[Office], known: Spans) -> frozenset[int]:
        """Where the words start that are parts of other names, or of an office with a capital."""
        titles = Spans((item.start, item.end) for item in offices if self.text[item.start].isupper())
        spans = ((word.start, word.end) for word in words)
        return frozenset(start for start, end in spans if known.overlap(start, end) or titles.overlap(start, end))

    def _is_told(self, run: tuple[Word, ...], offices: Sequence[Office]) -> bool:
        """As in "TSB Director Ada Quell", "the Chair, Ada Quell", "Ada Quell (IAB Chair)", "Ada Quell, who …"."""
        start, end = run[0].start, run[-1].end
        if self.text.startswith(", who ", end):
            return True
        if any(item.end < start and self.text[item.end : start] in _OPENERS for item in offices):
            return True
        behind = [item.start for item in offices if item.start > end]
        return bool(behind) and self._is_his(end, behind[0])

    def _is_his(self, end: int, office: int) -> bool:
        """Whether the one whose name ends there has that office: nothing, a body or words of it stand between."""
        body = next((at for at in self.bodies if end < at < office), office)
        if body < office:
            return self.text[end:body] in _CLOSERS and self.text[self.bodies[body] : office] in _OF_BODY
        opening = next((mark for mark in (", ", " (") if self.text.startswith(mark, end)), "")
        words = self.text[end + len(opening) : office].split()
        is_part = bool(opening) and len(words) <= _OFFICE_WORDS and all(word[0].isupper() for word in words)
        return self.text[end:office] in _CLOSERS or is_part

    def _comes_from(self, run: tuple[Word, ...]) -> bool:
        """As in "Ada Quell from ARIN", "Ada Quell (ARIN)": surely a person only where the sentence names others."""
        end = run[-1].end
        return any(self.text.startswith(mark, end) and end + len(mark) in self.bodies for mark in (" from ", " ("))

    def _whole(self, start: int, end: int, limit: int) -> tuple[Word, ...]:
        """The whole of the name that the recognizer found a stretch of; "TU Dresden" is none."""
        words = words_in(self.text, start, limit)[: 2 * LONGEST]
        run = next(self._runs(words, list(find_offices(self.text, start, limit))), ())
        is_acronym = any(word.is_capitals and len(word.text) <= _ACRONYM for word in run)
        return run if run and not is_acronym and run[0].start < end <= run[-1].end else ()


@cache
def _cities() -> frozenset[str]:
    """The names of cities: "Mar del Plata" is nobody."""
    rows = read_table("cities")
    return frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")))


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether all words have a capital but the small ones."""
    return all(word.text[0].isupper() or len(word.text) < 4 for word in words)


class _Surnames:
    """The names of a text by the surname that closes, or in capitals opens, each; apart, those with initials only."""

    def __init__(self, names: Iterable[str]) -> None:
        self.full: dict[str, set[str]] = {}
        self.short: dict[str, set[str]] = {}
        for name in names:
            words = name.split()
            tails = {" ".join(words[index:]) for index in range(1, len(words))}
            heads = {words[0]} if len(words[0]) > 1 and words[0].isupper() else set()
            by_surname = self.short if all(word.endswith(".") for word in words[:-1]) else self.full
            for surname in tails | heads:
                by_surname.setdefault(surname.casefold(), set()).add(name)

    def name_of(self, name: str) -> str:
        """The full name of one who is named by the surname, where just one person has it; else the name."""
        words = name.split()
        initials = [word[0] for word in words if word.endswith(".")]
        surname = " ".join(word for word in words if not word.endswith(".")).casefold()
        found = self.full.get(surname) or self.short.get(surname, set())
        fits = [full for full in found if not initials or full[0] == initials[0]]
        return fits[0] if len(fits) == 1 else name
