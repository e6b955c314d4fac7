"""The head of a liaison statement: who sends it, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.resolver import EntityMention
from ingest.rules.reading import Found, Reading

_SOURCE = re.compile(r"(?:Source|From|Originator)\s*:", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:(?:For\s)?(?:action|comment|information)(?:\s(?:and\s)?(?:action|comment|information))*(?:\sto)?|To|Cc|Destination)\s*:",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:Title|Subject)\s*:\s*(?P<title>.+)", re.IGNORECASE)


def read_liaison_header(reading: Reading) -> Iterator[Found]:
    """As in "Source: ITU-T SG 15, Q3 … / For action to: IETF CCAMP, TEAS and MPLS WGs; OIF; BBF"."""
    source: EntityMention | None = None
    own: dict[str, str] = {}
    for sentence in reading.sentences:
        if not sentence.opens_passage:
            continue
        bodies = [item for item in sentence.actors if item.label in ("StudyGroup", "Group", "Organization")]
        if (title := _TITLE.match(sentence.text)) and source:
            own = {"topic": title["title"].strip().removeprefix("Liaison statement on ").removeprefix("LS on ")}
        elif _SOURCE.match(sentence.text) and bodies:
            source = bodies[0]
        elif source and _ADDRESSED.match(sentence.text):
            for body in bodies:
                if body.ref != source.ref:
                    yield sentence.states(
                        "LIAISED_WITH",
                        source.ref,
                        body.ref,
                        "read_liaison_header",
                        own,
                    )
