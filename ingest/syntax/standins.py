"""A sentence as the parser reads it: every mention is one familiar word, asides are taken out, a date is a day.

A list of fifteen names becomes a plain conjunction of fifteen nouns, which a general parser reads well; printed names
("ITU-T SG15", taken for an auxiliary) it does not. Each word knows where it stands and what it stands for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from netgov.ingest.lexicon.dates import find_dates
from netgov.ingest.lexicon.grammar import surrogates, word_set
from netgov.ingest.model.marked import Sentence
from netgov.ingest.model.mention import Mention

STANDINS = {
    "Country": "France",
    "Document": "Windows",
    "Edition": "Windows",
    "Event": "Olympics",
    "Person": "Johnson",
    "Place": "Paris",
    "Publication": "Windows",
    "Recommendation": "Windows",
    "Resolution": "Windows",
}
"""The word that stands for a mention, by its label; a body is Microsoft. Chosen by how often the parse was right."""
BODY = "Microsoft"
TITLE = "Windows"
"""What stands for a quoted title that is no mention."""
DAY = "Monday"
OPENING = {"(": ")", "[": "]"}
TEXTS = frozenset(["Recommendation", "Publication", "Resolution", "Document"])
CLAUSE_WORDS = 4
"""Blanks that a parenthesis with a clause in it has."""
HYPHENS = frozenset(["-", "–"])
PREFIXES = frozenset(["co", "re"])
QUOTES = {"“": "”", "„": "”", '"': '"'}

LETTERS = {"statement": "letter", "statements": "letters"}

Tokenize = Callable[[str], Sequence[tuple[int, str]]]
"""A stretch of text into (offset in it, word)."""


@dataclass(frozen=True)
class Word:
    """A word for the parser: the stretch of the report's text that it stands for, and what that names.

    `asides` are the mentions in parentheses behind it, `inner` those within the name ("TSAG" in "third TSAG meeting").
    """

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    inner: tuple[Mention, ...] = ()
    asides: tuple[Mention, ...] = ()
    prefix: str = ""
    """What was printed in front and kept from the parser, which knows "hosted" and not "co-hosted"."""
    lemma: str = ""
    """The verb that a more familiar one stands for: "liaises" is parsed as "collaborates"."""


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    inner: tuple[Mention, ...] = ()


def make_words(sentence: Sentence, start: int, end: int, tokenize: Tokenize) -> list[Word]:
    """The words of a stretch of a sentence, offsets of the report's text."""
    mentions = [item for item in sentence.mentions if start <= item.start < end and not item.is_told_by_verb]
    names = _outermost(mentions)
    words: list[Word] = []
    for piece in _joined_places(sentence, list(_pieces(sentence, start, end, names))):
        if piece.text:
            words.append(Word(piece.text, piece.start, piece.end, piece.mentions, piece.inner))
            continue
        plain = [
            Word(text, piece.start + offset, piece.start + offset + len(text))
            for offset, text in tokenize(sentence.between(piece.start, piece.end))
        ]
        words.extend(_familiar(word) for word in _join_hyphenated(plain))
    words = _with_pronouns(list(_with_letters(list(_with_and(words)))))
    return _with_asides(_without_commas(_without_descriptions(_without_kinds(_without_marker(words)))), mentions)


def _familiar(word: Word) -> Word:
    """A verb that the tagger takes for a noun, as a more familiar one."""
    shown = surrogates().get(word.text.casefold())
    return replace(word, text=shown[0], lemma=shown[1]) if shown else word


def _with_and(words: list[Word]) -> Iterator[Word]:
    """The words with "as well as" as "and", which the parser reads better."""
    texts = [word.text.casefold() for word in words]
    for index, word in enumerate(words):
        around = [texts[max(0, index - offset) : index - offset + 3] for offset in range(3)]
        if around[0] == ["as", "well", "as"]:
            yield replace(word, text="and", end=words[index + 2].end)
        elif ["as", "well", "as"] not in around:
            yield word


def _with_letters(words: list[Word]) -> Iterator[Word]:
    """The words with "liaison statements" as letters: the tagger takes "statements" for a verb."""
    for before, word in zip((None, *words), words, strict=False):
        is_second = before is not None and before.text.casefold() == "liaison"
        text = word.text.casefold()
        if is_second and text in LETTERS:
            continue
        after = next((item.text.casefold() for item in words if item.start > word.start), "")
        is_letter = text == "liaison" and after in LETTERS
        yield replace(word, text=LETTERS[after], lemma="liaison statement") if is_letter else word


def _with_pronouns(words: list[Word]) -> list[Word]:
    """The words with "the former" in front of a verb as a noun: the parser takes "former" for an adjective."""
    found = list(words)
    for index, word in enumerate(words[:-1]):
        text, after = word.text.casefold(), words[index + 1].text.casefold()
        is_followed = after.endswith("ed") or after in word_set("helpers") | word_set("prepositions")
        if text in ("former", "latter") and is_followed:
            found[index] = replace(word, text="man", lemma=text)
    return found


def _join_hyphenated(words: Sequence[Word]) -> Iterator[Word]:
    """ "vice", "-", "chair" as one word again; of "co", "-", "hosted" the verb with its prefix kept aside."""
    pending: list[Word] = []
    for word in words:
        joins = pending and word.start == pending[-1].end and (word.text in HYPHENS or pending[-1].text in HYPHENS)
        if not joins:
            yield from _joined(pending)
            pending = []
        pending.append(word)
    yield from _joined(pending)


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    if len(words) < 3 or words[0].text in HYPHENS or words[-1].text in HYPHENS:
        yield from words
    elif words[0].text.casefold() in PREFIXES:
        last = words[-1]
        yield replace(last, start=words[0].start, prefix=f"{words[0].text.casefold()}-")
    else:
        yield Word("".join(word.text for word in words), words[0].start, words[-1].end)


def _outermost(mentions: Sequence[Mention]) -> list[_Piece]:
    """Mentions that overlap as one piece: the longest stands for them, those of its very stretch with it."""
    pieces: list[_Piece] = []
    for item in sorted(mentions, key=lambda mention: (mention.start, -mention.reach)):
        if pieces and item.start < pieces[-1].end:
            last = pieces[-1]
            if item.start == last.start:
                pieces[-1] = replace(last, mentions=(*last.mentions, item))
            else:
                pieces[-1] = replace(last, inner=(*last.inner, item))
        else:
            pieces.append(_Piece(item.start, item.reach, STANDINS.get(item.label, BODY), (item,)))
    return pieces


def _pieces(sentence: Sentence, start: int, end: int, names: list[_Piece]) -> Iterator[_Piece]:
    """Names, quoted titles and dates as pieces with a stand-in, and the stretches between; parentheses are left out."""
    position, at = start, start
    by_start = {piece.start: piece for piece in names}
    dates = {sentence.start + date.start: date.end - date.start for date in find_dates(sentence.text)}
    while at < end:
        mark = sentence.text[at - sentence.start]
        piece = by_start.get(at)
        if piece is None and at in dates:
            piece = _Piece(at, at + dates[at], DAY)
        if piece is None and mark in QUOTES and (stop := _closing(sentence, at, end, mark, QUOTES[mark])):
            piece = _Piece(at, stop, TITLE)
        if piece is not None:
            yield from _plain(position, at)
            yield piece
            position = at = max(piece.end, at + 1)
        elif mark in OPENING:
            yield from _plain(position, at)
            position = at = _closing(sentence, at, end, mark, OPENING[mark]) or end
        else:
            at += 1
    yield from _plain(position, end)


def clauses_in_parentheses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches in parentheses that are long enough for a clause, outside of names."""
    inside = [(item.start, item.reach) for item in sentence.mentions]
    at = sentence.start
    while at < sentence.end:
        if sentence.text[at - sentence.start] == "(" and not any(start <= at < end for start, end in inside):
            stop = _closing(sentence, at, sentence.end, "(", ")") or sentence.end
            if sentence.between(at, stop).count(" ") >= CLAUSE_WORDS:
                yield at + 1, stop - 1
            at = stop
        else:
            at += 1


def _joined_places(sentence: Sentence, pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces with "Geneva, Switzerland" as one."""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1 : index + 3]
        if (
            piece.mentions
            and len(following) == 2
            and sentence.between(following[0].start, following[0].end).strip() == ","
        ):
            kinds = tuple(item.mentions[0].label if item.mentions else "" for item in (piece, following[1]))
            if kinds == ("Place", "Country") and piece.mentions[0].key.endswith(following[1].mentions[0].key):
                pieces[index + 1] = pieces[index + 2] = _Piece(piece.end, piece.end)
        if piece.start < piece.end:
            yield piece


def _plain(start: int, end: int) -> Iterator[_Piece]:
    if start < end:
        yield _Piece(start, end)


def _closing(sentence: Sentence, at: int, end: int, opening: str, closing: str) -> int:
    """Where what opens here ends, behind its closing mark; 0 where it does not."""
    depth = 0
    for position in range(at, end):
        mark = sentence.text[position - sentence.start]
        if mark == closing and (depth or opening != closing) and position > at:
            depth -= 1
            if depth == 0:
                return position + 1
        elif mark == opening:
            depth += 1
    return 0


def _without_marker(words: list[Word]) -> list[Word]:
    """The words without the mark of a list item: "–", "a)", "1."."""
    if words and not words[0].mentions and not words[0].text[0].isalnum() and words[0].text not in QUOTES:
        return words[1:]
    if len(words) > 1 and words[1].text == ")" and len(words[0].text) <= 4:
        return words[2:]
    return words


def _without_kinds(words: list[Word]) -> list[Word]:
    """The words without what only says which kind of text a name is: "draft revised Recommendation ITU-T Y.3000"."""
    kept: list[Word] = []
    for word in words:
        if word.mentions and word.mentions[0].label in TEXTS:
            start = word.start
            while kept and kept[-1].text.casefold() in word_set("kinds of text") and not _is_verb_at_end(kept):
                start = kept.pop().start
            word = replace(word, start=start)
        elif word.text == TITLE and not word.mentions and kept and kept[-1].mentions:
            continue  # a title behind its name
        kept.append(word)
    return kept


def _is_verb_at_end(words: list[Word]) -> bool:
    """Whether the last word is what a body did: in "SG5 revised Recommendation X" it is no kind of text."""
    return len(words) > 1 and words[-1].text.casefold().endswith("ed") and bool(words[-2].mentions)


def _without_descriptions(words: list[Word]) -> list[Word]:
    """The words without what ", which …" says of a name in a list that goes on with other names."""
    kept: list[Word] = []
    index = 0
    while index < len(words):
        stop = _end_of_description(words, index) if words[index].text == "," and kept and kept[-1].mentions else 0
        index = stop or index
        kept.append(words[index])
        index += 1
    return kept


def _end_of_description(words: list[Word], comma: int) -> int:
    """The comma that ends a clause on a name, without names of its own, where one of its kind follows; else 0."""
    if comma + 1 >= len(words) or words[comma + 1].text.casefold() not in ("which", "that"):
        return 0
    label = words[comma - 1].mentions[0].label
    for index in range(comma + 2, len(words)):
        if words[index].mentions:
            return 0
        if words[index].text == ",":
            behind = words[index + 1 : index + 3]
            name = next((word for word in behind if word.mentions), None)
            if name is not None and name.mentions[0].label == label and (behind[0] == name or behind[0].text == "and"):
                return index
    return 0


def _without_commas(words: list[Word]) -> list[Word]:
    """The words without the comma in "A, and B", which the parser may take for the start of another clause."""
    return [word for index, word in enumerate(words) if not _is_spare_comma(words, index)]


def _is_spare_comma(words: list[Word], index: int) -> bool:
    if words[index].text != "," or not index or index + 2 >= len(words) or not words[index - 1].mentions:
        return False
    if words[index + 1].text != "and" or not any(word.mentions for word in words[index + 2 : index + 4]):
        return False
    after = next((word for word in words[index + 2 :] if not word.mentions and word.text not in ("and", ",")), None)
    return after is None or after.text.casefold() in word_set("prepositions") or not after.text[0].isalnum()


def _with_asides(words: list[Word], mentions: Sequence[Mention]) -> list[Word]:
    """Give every mention in parentheses to the word before them."""
    shown = {item for word in words for item in (*word.mentions, *word.inner)}
    starts = [word.start for word in words]
    for item in mentions:
        if item not in shown and (index := bisect_right(starts, item.start) - 1) >= 0:
            words[index] = replace(words[index], asides=(*words[index].asides, item))
    return words
