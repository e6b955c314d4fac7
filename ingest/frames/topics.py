"""What a tie is about: the phrase behind "on" that belongs to this partner, and no further."""

from __future__ import annotations

from collections.abc import Sequence

from netgov.ingest.lexicon.frames import Frame
from netgov.ingest.model.claim import Span
from netgov.ingest.model.clause import Phrase, Predication

LONGEST = 200
STOPS = ("\t", ";", " (see ", ", which ", ", who ", ", where ", ", while ", ", as well as with ", " as well as with ")
EDGES = " ,.:;\t"
ON = " on "


def find_topic(frame: Frame, item: Predication, partner: Span | None, partners: Sequence[int], text: str) -> str:
    """The topic of one partner: the first phrase in a topic role behind it and before the next group of partners.

    "with ANSI, GSMA and IEEE on X, with W3C on Y": X is that of the first three, Y of the last.
    """
    phrases = sorted(
        (phrase for role in frame.topic for phrase in item.role(role) if phrase.at >= item.sentence.start),
        key=lambda phrase: phrase.at,
    )
    if not phrases:
        return ""
    if (own := _respective(phrases, item, partner, partners)) is not None:
        return _text(own, item, item.sentence.end, text)
    behind = [phrase for phrase in phrases if partner is None or phrase.at > partner[0]]
    if not behind and partner is not None and any(start < phrases[0].at for start in partners):
        return _printed_behind(partner, item, partners, text)  # that phrase belongs to another partner
    behind = behind or phrases[:1]
    following = min((start for start in partners if partner and start > partner[0]), default=behind[0].at)
    if partner is not None and following < behind[0].at:
        printed = _printed_behind(partner, item, partners, text)
        if printed:
            return printed  # a phrase of its own that the parser gave to nobody
    later = [start for start in partners if start > behind[0].at]
    stop = min(later) if later else item.sentence.end
    topics = (_text(phrase, item, stop, text) for phrase in behind if phrase.at < stop)
    return "; ".join(dict.fromkeys(topic for topic in topics if topic))


def _respective(
    phrases: Sequence[Phrase], item: Predication, partner: Span | None, partners: Sequence[int]
) -> Phrase | None:
    """Of "with SFC and DetNet on chaining and on determinism, respectively" the phrase that is this partner's."""
    order = sorted(set(partners))
    if partner is None or partner[0] not in order or len(order) != len(phrases) or phrases[0].at < order[-1]:
        return None
    is_said = "respectively" in item.sentence.between(phrases[-1].at, item.sentence.end).casefold()
    return phrases[order.index(partner[0])] if is_said else None


def _printed_behind(partner: Span, item: Predication, partners: Sequence[int], text: str) -> str:
    """As in "between IETF and SG12 on capacity, SG13 on networking and on naming": what is printed behind SG13."""
    stop = min((start for start in partners if start > partner[0]), default=item.sentence.end)
    behind = text[partner[1] : min(stop, partner[1] + LONGEST)]
    if not behind.startswith(ON):
        return ""
    return "; ".join(_trim(part) for part in behind.removeprefix(ON).split(f" and{ON}"))


def _text(phrase: Phrase, item: Predication, stop: int, text: str) -> str:
    start = max(phrase.start, item.sentence.start)
    return _trim(text[start : min(phrase.end, stop, start + LONGEST)])


def _trim(text: str) -> str:
    """The phrase up to where another clause, cell or aside begins."""
    for stop in STOPS:
        text = text.split(stop)[0]
    words = text.strip(EDGES).split()
    while words and words[-1] in ("and", "with", "by", "in", "the", "or", "to", "on", "as", "well", "through", "from"):
        words.pop()
    return " ".join(words).strip(EDGES)
