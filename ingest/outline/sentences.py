"""spaCy component: where sentences start and end → doc._.sentences (characters of the text)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.lexicon.words import abbreviation_at_end, words

_END = re.compile(r"\n\0?|(?:\.{3}|…)(?=[A-Z])|[.!?…][”\"’)]*[ \t]+(?=[“\"‘(]?[A-Z\d])")
_NEXT_WORD = re.compile(r"[“\"‘(]?([\w-]+)")
_LIST_NUMBER = 4
"""Characters of the number of an item, with its marks."""
_BODY = re.compile(r"[A-Z]{3,}|[A-Z]+\d")
_GROUPS = ("ITU-", "SG")
_LOOK_BACK = 16

LONGEST = 3000
"""Characters after which a sentence without a full stop is cut, for the cost of reading outgrows its sentence."""


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; a newline always ends one, an abbreviation ("Res. 64") does not."""
    spans, start = [], 0
    for match in _END.finditer(text):
        parted = match[0][0] == "\n"
        end = match.start() + len(match[0].rstrip())
        if not parted and match[0].rstrip() == "." and not _ends_sentence(text, start, end):
            continue
        spans.append((start, match.start() if parted else end))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(part for span in spans for part in _cut(text, *span) if text[slice(*part)].strip())


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` ends what began at `start`.

    That of "MEF Inc." does before a word that opens sentences ("It", "The") or names a body, that of "by J." and of
    "the U.S." before the former or a study group only, and that of "Amd." or of the number of an item never does.
    """
    so_far = text[start:end].strip()
    if len(so_far) <= _LIST_NUMBER and so_far.strip("(.)").isdecimal():
        return False
    before = text[max(start, end - _LOOK_BACK) : end]
    kind = abbreviation_at_end(before)
    found = _NEXT_WORD.search(text, end)
    following = found[1] if found else ""
    if kind in ("", "before"):
        return not kind
    if following in words("sentences", "openers"):
        return kind == "after" or len(following) > 1
    is_dotted = before.rsplit(None, 1)[-1].count(".") > 1
    if kind == "after":
        return not is_dotted and bool(_BODY.match(following))
    return not is_dotted and following.startswith(_GROUPS)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of at most LONGEST characters, cut behind a semicolon, a comma or a space where there is one."""
    while end - start > LONGEST:
        stop = start + LONGEST
        found = (text.rfind(mark, start, stop) + 1 for mark in ("; ", ", ", " "))
        cut = next((position for position in found if position > start), stop)
        yield start, cut
        start = cut
    yield start, end


@Language.component("netgov_sentences", assigns=["doc._.sentences"])
def set_sentences(doc: Doc) -> Doc:
    """Set doc._.sentences."""
    doc._.sentences = split_sentences(doc._.report.text)
    return doc
