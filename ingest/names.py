"""Names outside the gazetteers, by their shape: "Ministry of …", "University of …", "… Foundation (XYZ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.candidates import Candidate

_WORD = r"(?:[A-Z][\w’'-]*\w|[A-Z]{2,})"
_LINK = r"(?:\s(?:of|for|and|the|on|de|du|des|la|&)){0,2}\s"
_ACRONYM = r"(?:\s?\((?P<acronym>[A-Z][A-Za-z&-]{1,9})\))?"
_PROPER = r"(?:[A-Z][a-z][\w’'-]*|ICTs?|IT)"
_GOVERNMENT = re.compile(
    rf"(?P<name>(?:Ministry|Department|Ministère)\s(?:of|for)(?:\s(?:the|and|of|for))?\s{_PROPER}"
    rf"(?:(?:\sand\s(?:of\s)?|,\sand\s|\sof\s(?:the\s)?|\s&\s|,\s(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\sand\s)|\s){_PROPER}){{0,7}})"
    rf"(?:,\s{_PROPER}(?:\s{_PROPER})?(?=\s\([A-Z]))?{_ACRONYM}"
)
_HEADED = re.compile(
    rf"(?P<name>(?:{_WORD}(?:{_LINK})?\s?){{0,5}}?{_WORD}\s(?P<kind>University|Institute|Academy|College|School|Laborator(?:y|ies)|Foundation|Association|Alliance|Consortium|"
    rf"Forum\sof|Authority|Commission|Agency|Telecom|Telecoms|Telecommunications\sCompany|Bank|Union|Society|Federation|Council\sof|Cent(?:re|er))"
    rf"(?:\s(?:of|for|on)(?:\sthe)?\s{_WORD}(?:(?:\sand\s|\sof\s|\s){_WORD}){{0,5}})?){_ACRONYM}"
)
_UNIVERSITY_OF = re.compile(rf"(?P<name>(?:{_WORD}\s){{0,2}}University\sof\s{_WORD}(?:(?:\sand\s|\sof\s|,\s|\s){_WORD}){{0,4}}){_ACRONYM}")
_KINDS = {"University": "academia", "Institute": "academia", "Academy": "academia", "College": "academia", "School": "academia",
          "Foundation": "ngo", "Association": "ngo", "Authority": "government", "Commission": "government", "Agency": "government",
          "Telecom": "company", "Telecoms": "company", "Telecommunications Company": "company", "Bank": "igo"}


def find_names(text: str) -> Iterator[Candidate]:
    """Organizations whose name says what they are; an acronym in parentheses is the key, else the name."""
    for match in _GOVERNMENT.finditer(text):
        yield _candidate(match, match["name"], "government")
    for match in _UNIVERSITY_OF.finditer(text):
        yield _candidate(match, match["name"], "academia")


def _candidate(match: re.Match[str], name: str, kind: str) -> Candidate:
    fields = {"key": match["acronym"] or name, "full_name": name, "kind": kind, "acronym": match["acronym"] or ""}
    return Candidate(match.start(), match.end(), "Organization", fields)
