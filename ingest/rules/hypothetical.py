"""Words that negate, plan, invite or suppose rather than state: "may be invited", "has not received", "If ITU …"."""

from __future__ import annotations

import re

_NOT_STATED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|may|might|could|should|would|can|cannot|must|shall|invite[sd]?|propose[sd]?|intend(?:s|ed)?|plan(?:s|ned)?|expected|hope[sd]?|"
    r"consider(?:s|ed)?|agreed\sto|request(?:s|ed)?|call(?:s|ed)?\s(?:up)?on|need(?:s|ed)?\sto|yet\sto|wish(?:es)?|possib\w+|whether|if|aims?|whenever|welcome[sd]?|encourage[sd]?|fail(?:s|ed)?\sto|"
    r"refuse[sd]?|decline[sd]?|stopped|ceased|postponed|cancelled|suspended)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:(?:[Uu]p)?[Oo]n\srequest|(?:[Aa]t|[Ff]ollowing|[Ii]n\sresponse\sto|[Ff]urther\sto|[Ff]rom)\s(?:the|an?|its|their)?\s?(?:\w+\s)?requests?"
    r"(?:\s(?:of|from|by)[^,;.]{0,80},)?|[Aa]s\s(?:requested|needed|planned|agreed|expected|proposed|invited))\b"
)
"""What was asked for or agreed before, and then done: "Upon request, BDT assisted …"."""

_CONDITION = re.compile(r"(?:If|Should|Unless|Provided\sthat|Whether)\s")
_WISHED = re.compile(
    r"\b(?:(?:propos|suggest|recommend|request|ask|hop|plann?|agre|decid)(?:ed|es|e|s)?\sthat|"
    r"(?:invit|encourag|urg|ask|request|instruct|call)(?:ed|es|e|s|ing)?(?:\s(?:up)?on)?)\s(?:the\s)?$"
)


def opens_condition(sentence: str) -> bool:
    """As in "If ITU-T approved …", "Should the Council agree …": nothing that follows is stated."""
    return bool(_CONDITION.match(sentence))


def is_unstated(words: str) -> bool:
    """As in "has not received", "may", "plans to"; "Upon request, BDT assisted …" is stated all the same."""
    return bool(_NOT_STATED.search(_ASKED_FOR.sub("", words)))


def is_wished(lead: str) -> bool:
    """Whether the words before a subject ask for what it does: "invited", "proposed that"."""
    return bool(_WISHED.search(lead))
