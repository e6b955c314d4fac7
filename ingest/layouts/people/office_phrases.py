"""An office with its body as texts print them: "Director of TSB", "the APT liaison officer", "Chair, Kenya"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netgov.ingest.layouts.people.pieces import Piece
from netgov.ingest.lexicon.offices import Office
from netgov.ingest.model.mention import Mention

_OPENING = (
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "our",
    "also",
    "now",
    "currently",
    "current",
    "new",
    "both",
    "as",
)
_OF = ("of", "for", "to", "at", "in", "on", "from", "with", "within", "under")
_POSSESSIVE = ("its", "their", "whose")
_SMALL = ("of", "for", "and", "the", "in", "on", "at", "to", "&", "-", "–", "/", "de", "la")
_GROUPS = ("group", "party", "committee", "jca", "team")
_OF_GROUPS = ("wg", "rg", "working", "research", "group")
_LOWER_CASE_WORDS = 4
_LONGEST = 14
_OCCASIONS = (
    "meeting",
    "session",
    "workshop",
    "panel",
    "seminar",
    "conference",
    "event",
    "debate",
    "forum",
    "training",
)


@dataclass(frozen=True)
class Phrase:
    """An office that the pieces from `start` to `end` name; `offset` is where it stands in the text.

    `body` is None where it is understood; `implied` is what the office by itself was taken for, `anaphor` what stands
    for the body ("study group" of "of the study group"), `possessive` says "its chairman", `definite` "the chairman".
    """

    office: Office
    role: str
    offset: int
    start: int
    end: int
    body: Mention | None = None
    implied: Mention | None = None
    country: Mention | None = None
    anaphor: str = ""
    possessive: bool = False
    definite: bool = False


def phrase_at(pieces: Sequence[Piece], index: int) -> Phrase | None:
    """The office phrase that starts at a piece, with what stands before it ("the", "its")."""
    position = index
    while position < len(pieces) and pieces[position].says(*_OPENING):
        position += 1
    opening = pieces[index:position]
    phrase = _headed(pieces, position) or _led_by_body(pieces, position) or _qualified(pieces, position)
    if phrase is None:
        return None
    is_possessive = any(piece.says(*_POSSESSIVE) for piece in opening)
    return replace(phrase, start=index, possessive=is_possessive, definite=any(piece.says("the") for piece in opening))


def _led_by_body(pieces: Sequence[Piece], index: int) -> Phrase | None:
    """As in "TSB Director", "ATU’s Secretary-General", "GSMA Public Policy Director"."""
    if index >= len(pieces) or pieces[index].kind != "body":
        return None
    position = index + 1
    while position < len(pieces) and (pieces[position].says("’s", "'s", "’") or _is_proper(pieces[position])):
        position += 1
    if position >= len(pieces) or pieces[position].kind != "office" or position - index > _LOWER_CASE_WORDS + 1:
        return None
    office = pieces[position].office
    if office is None or pieces[position].mention:
        return None
    words = [piece.text for piece in pieces[index + 1 : position] if not piece.says("’s", "'s", "’", *_OF_GROUPS)]
    end, more = _joined(pieces, position + 1)
    role, first = " ".join([*words, office.role + more]), pieces[index]
    return Phrase(office, role, first.start, index, _behind_purpose(pieces, end), first.mention)


def _joined(pieces: Sequence[Piece], index: int) -> tuple[int, str]:
    """Where an office ends that goes on as in "President and CEO", "Director Spectrum Policy at", and how."""
    second = pieces[index + 1] if index + 1 < len(pieces) else None
    if second and second.office and not second.mention and pieces[index].says("and", "&"):
        is_plain = not second.office.is_plural and second.office.is_held
        return (index + 2, f" {pieces[index].text} {second.office.role}") if is_plain else (index, "")
    end = index
    while end < min(len(pieces), index + _LOWER_CASE_WORDS) and pieces[end].kind == "word" and _is_proper(pieces[end]):
        end += 1
    is_named = index < end < len(pieces) and (pieces[end].says("of", "at", "for", ","))
    return (end, "".join(f" {piece.text}" for piece in pieces[index:end])) if is_named else (index, "")


def _qualified(pieces: Sequence[Piece], index: int) -> Phrase | None:
    """As in "Digital Policy Adviser, GSMA": words with a capital that are part of the office."""
    position = index
    while position < len(pieces) and pieces[position].kind == "word" and pieces[position].text[0].isupper():
        position += 1
    phrase = _headed(pieces, position) if index < position <= index + _LOWER_CASE_WORDS else None
    words = " ".join(piece.text for piece in pieces[index:position])
    return replace(phrase, role=f"{words} {phrase.role}") if phrase else None


def _behind_purpose(pieces: Sequence[Piece], index: int) -> int:
    """Where "the IETF liaison to ITU-T", "the TSB Counsellor for SG5" end: with the body that the office is for."""
    if index >= len(pieces) or not pieces[index].says(*_OF):
        return index
    body = index + 2 if index + 1 < len(pieces) and pieces[index + 1].says("the") else index + 1
    return body + 1 if body < len(pieces) and pieces[body].kind == "body" else index


def _headed(pieces: Sequence[Piece], index: int) -> Phrase | None:
    """As in "Director of TSB", "Minister of Communications of Kenya", "Secretary General, APT", "Chairman"."""
    if index >= len(pieces) or (office := pieces[index].office) is None:
        return None
    piece = pieces[index]
    behind, more = _joined(pieces, index + 1)
    bare = Phrase(office, office.role + more, piece.start, index, behind, piece.mention, implied=piece.implied)
    if bare.body:
        return bare
    if behind < len(pieces) and pieces[behind].says(*_OF):
        return _of_body(pieces, bare, behind)
    body = _behind_comma(pieces, behind)
    return _with_body(pieces, bare, body) if body and _closes(pieces, body + 1) else bare


def _behind_comma(pieces: Sequence[Piece], comma: int) -> int:
    """Where the body stands in "Director, APT", "Vice President, Public Policy, GSMA"; 0 where none does."""
    position = comma
    while position < min(len(pieces), comma + _LONGEST) and pieces[position].says(","):
        position += 1
        if position < len(pieces) and pieces[position].kind == "body":
            return position
        while position < len(pieces) and (_is_proper(pieces[position]) or pieces[position].says("of", "for")):
            position += 1
    return 0


def _of_body(pieces: Sequence[Piece], bare: Phrase, of: int) -> Phrase | None:
    """The body behind "of": at once, behind what the office is for, or the group that "the study group" means."""
    position = of + 1
    while position < len(pieces) and pieces[position].says("the", "this", "that", "its", "our"):
        position += 1
    if position > of + 1 and (noun := _anaphor(pieces, position)):
        return replace(bare, end=position + len(noun.split()), anaphor=noun)
    lower = 0
    for index in range(position, min(len(pieces), of + _LONGEST)):
        piece = pieces[index]
        if piece.kind == "body":
            role = bare.role if index == position else f"{bare.role} {_printed(pieces, of, index)}"
            return _with_body(pieces, replace(bare, role=role), index)
        is_small = piece.says(*_SMALL, ",")
        after = pieces[index + 1] if index + 1 < len(pieces) else piece
        if piece.says(",") and after.kind == "word" and not _is_proper(after):
            return None  # "Minister of Posts, opened the event"
        lower += piece.kind == "word" and not is_small and not _is_proper(piece)
        if not (piece.kind == "word" or is_small) or lower > _LOWER_CASE_WORDS or piece.says(*_OCCASIONS):
            return None
        if lower and piece.says(","):
            return None
    return None


def _with_body(pieces: Sequence[Piece], bare: Phrase, index: int) -> Phrase:
    """The phrase with a body, and the country that is printed behind it: "ARCEP of Togo", "SG5 (Kenya)"."""
    behind, country = index + 1, None
    if behind + 1 < len(pieces) and pieces[behind].says("of", ",", "(") and _country(pieces[behind + 1]):
        country = pieces[behind + 1].mention
        behind += 3 if pieces[behind].says("(") else 2
    return replace(bare, body=pieces[index].mention, country=country, end=min(behind, len(pieces)))


def _printed(pieces: Sequence[Piece], start: int, end: int) -> str:
    """What the office is for: "of Digital Affairs" of "Minister of Digital Affairs of Chad"."""
    while end > start and (pieces[end - 1].says(*_SMALL, ",")):
        end -= 1
    text = ""
    for before, piece in zip(pieces[start - 1 : end], pieces[start:end], strict=False):
        text += (" " if piece.start > before.end else "") + piece.text
    return text.strip()


def _anaphor(pieces: Sequence[Piece], index: int) -> str:
    """As in "the study group", "the Working Party", "the Group": what stands for a group that was named."""
    for count in (2, 1):
        words = [piece.text.casefold() for piece in pieces[index : index + count] if piece.kind == "word"]
        follows = pieces[index + count] if index + count < len(pieces) else None
        is_named = follows is not None and (
            follows.says("of", "on", "for", "to") or _is_proper(follows) or follows.text.isdigit()
        )
        if words[-1:] and words[-1] in _GROUPS and len(words) == count and not is_named:
            return " ".join(words)
    return ""


def _closes(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a phrase can end there: the body is not the subject of what follows."""
    if index >= len(pieces) or pieces[index].kind != "word":
        return True
    return pieces[index].says("and", "of", "at", "in", "as", "who", "on", "by", "with")


def _country(piece: Piece) -> bool:
    return piece.mention is not None and piece.mention.label == "Country"


def _is_proper(piece: Piece) -> bool:
    return piece.kind == "word" and (piece.text[0].isupper() or piece.says("and", "&"))
