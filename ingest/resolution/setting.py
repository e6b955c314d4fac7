"""What a document is itself: the body that speaks in it, and the event that it reports on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from netgov.ingest.lexicon.grammar import word_set
from netgov.ingest.model.marked import Sentence, Setting
from netgov.ingest.model.mention import Mention

FRONT = 14
"""How many passages from the top may say what the document is."""
OPENING = 6
"""How many sentences of the text proper may name the meeting that the title only calls "the meeting"."""
SPEAKERS = ("StudyGroup", "Group")


def find_setting(sentences: Sequence[Sentence]) -> Setting:
    """The body and event of a document whose first lines say that it is a report or minutes, else neither."""
    front = list(_front(sentences))
    headed = next((item for sentence in front[:2] for item in sentence.of("Event") if _opens(sentence, item)), None)
    words = [_words(line.text) for line in front if not line.text.rstrip().endswith(".")]
    is_report = any(found & word_set("reports") for found in words)
    if not is_report:
        return Setting(event=headed.ref if headed else None)
    is_of_meeting = any(found & word_set("occasions") for found in words)
    named = list(_events(line for line in front if not line.text.rstrip().endswith((".", ":"))))
    event = next((item for item in named if _is_labelled(front, item)), named[0] if named else None)
    if event is None and is_of_meeting:
        event = next(_events(sentences[: len(front) + OPENING]), None)
    body = next((item for item in _of(front, SPEAKERS)), None)
    return Setting(body.ref if body else None, event.ref if event else None)


def _front(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The lines before the first paragraph: title, symbol, source, date; of a text without them its first sentence."""
    for sentence in sentences:
        if sentence.passage.ordinal >= FRONT or sentence.passage.section:
            return
        if (
            sentence.passage.kind not in ("heading", "caption")
            and sentence.text.rstrip().endswith(".")
            and len(sentence.text) > 90
        ):
            return
        yield sentence


def _opens(line: Sentence, event: Mention) -> bool:
    """Whether a line at the top is the name of an event: "Council 2017, sixth plenary meeting"."""
    return event.start == line.start and not line.text.rstrip().endswith((".", ":"))


def _is_labelled(front: Sequence[Sentence], event: Mention) -> bool:
    """Whether a line gives it as the title of what is reported: "Session title: Cables for islands"."""
    lines = (line for line in front if line.start <= event.start < line.end)
    return any(":" in line.between(event.start, event.end) for line in lines)


def _events(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    return _of(sentences, ("Event",))


def _of(sentences: Iterable[Sentence], labels: tuple[str, ...]) -> Iterator[Mention]:
    for sentence in sentences:
        yield from sentence.of(*labels)


def _words(text: str) -> set[str]:
    return {word.strip(".,;:()“”\"'").casefold() for word in text.split()}
