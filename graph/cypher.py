"""Cypher as tokens: the one place that knows how its text is cut into words, strings, names and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netgov.graph.errors import QueryRejected

SPACE = frozenset(("space", "comment"))
DECISIVE = frozenset("'\"`\\/*\r\n")
"""Characters that can end a string, a quoted name or a comment."""
AFTER_RETURN = frozenset(("ORDER", "SKIP", "LIMIT", "OFFSET", ";"))
CLOSING = {"(": ")", "[": "]", "{": "}"}

_TOKEN = re.compile(
    r"""
      (?P<space> [\s\u180e]+ )
    | (?P<comment> //[^\n\r]* | /\*.*?\*/ )
    | (?P<string> '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
    | (?P<quoted> `(?:``|[^`])*` )
    | (?P<parameter> \$ (?: \w+ | `(?:``|[^`])*` ) )
    | (?P<number> 0[xo][\da-fA-F_]+ | (?: \d[\d_]*(?:\.\d[\d_]*)? | \.\d[\d_]* ) (?: [eE][+-]?\d+ )? )
    | (?P<word> [^\W\d]\w* )
    | (?P<open> /\* )
    | (?P<sign> \.\. | [-+*/%^=<>!&|.,:;()[\]{}$~] )
    | (?P<odd> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u+(?P<code>[0-9a-fA-F]{4})|.)", re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A piece of a query. `kind` is a group of `_TOKEN`; `start` counts characters from 0."""

    kind: str
    text: str
    start: int

    @property
    def name(self) -> str:
        """The name that it spells: without the backticks of a quoted one, and without the $ of a parameter."""
        text = self.text.removeprefix("$")
        return text[1:-1].replace("``", "`") if text.startswith("`") else text

    @property
    def upper(self) -> str:
        """A word as keywords are compared, a sign as it is; of anything else its kind, which no word is equal to."""
        return self.text.upper() if self.kind in ("word", "sign") else self.kind


def tokenize(query: str) -> list[Token]:
    """Every piece of a query, in order: their texts together are the query."""
    return [Token(str(found.lastgroup), found[0], found.start()) for found in _TOKEN.finditer(query)]


def significant(query: str) -> list[Token]:
    """The tokens that are neither space nor comment. Raises QueryRejected for what is left open or not Cypher."""
    tokens = tokenize(query)
    for token in tokens:
        if token.kind in ("odd", "open"):
            raise _odd(query, token)
        _check_escapes(query, token)
    return [token for token in tokens if token.kind not in SPACE]


def place(query: str, start: int) -> str:
    """Line and column of a character, both from 1."""
    line = query.count("\n", 0, start) + 1
    return f"line {line}, column {start - query.rfind(chr(10), 0, start)}"


def refuse(query: str, token: Token, what: str, remedy: str) -> QueryRejected:
    """The refusal of a query for one of its tokens: what, where, what to do."""
    return QueryRejected(f"{what} ({place(query, token.start)}). {remedy}")


def column_names(tokens: list[Token], query: str) -> tuple[str, ...]:
    """The columns that the last RETURN of a checked query names; none where it says `*`, or there is no RETURN."""
    depth, begin = 0, None
    for index, token in enumerate(tokens):
        depth += (token.upper in CLOSING) - (token.upper in CLOSING.values())
        if token.upper == "RETURN" and depth == 0 and tokens[index - 1].upper not in (".", ":", "AS"):
            begin = index + 1
    if begin is None:
        return ()
    if begin < len(tokens) and tokens[begin].upper == "DISTINCT":
        begin += 1
    items = _split_items(tokens[begin:])
    return () if any(item[0].upper == "*" for item in items if item) else tuple(_column(item, query) for item in items)


def _split_items(tokens: list[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.upper in CLOSING) - (token.upper in CLOSING.values())
        last = items[-1][-1].upper if items[-1] else ","
        if (
            depth == 0
            and token.upper in ("ORDER", "SKIP", "LIMIT", "OFFSET", ";")
            and last not in (".", ":", "AS", ",")
        ):
            break
        if depth == 0 and token.upper == ",":
            items.append([])
        else:
            items[-1].append(token)
    return items


def _column(item: list[Token], query: str) -> str:
    if len(item) > 2 and item[-2].upper == "AS":
        return item[-1].name
    if len(item) == 1:
        return item[0].name if item[0].kind in ("word", "quoted") else item[0].text
    return query[item[0].start : item[-1].start + len(item[-1].text)] if item else ""


def _check_escapes(query: str, token: Token) -> None:
    """Refuse what Neo4j would read otherwise: it decodes \\u0027 before it looks for the end of a string."""
    if token.kind not in ("string", "quoted", "parameter", "comment"):
        return
    for found in _ESCAPE.finditer(token.text):
        if found["code"] and chr(int(found["code"], 16)) in DECISIVE:
            there = Token("odd", found[0], token.start + found.start())
            raise refuse(query, there, f"{found[0]} can be read in two ways", "Write the character itself.")


def _odd(query: str, token: Token) -> QueryRejected:
    if token.text in ("'", '"', "`", "/*"):
        return refuse(query, token, f"The {token.text} is never closed", "Close it.")
    if token.text == "\\":
        return refuse(query, token, "A backslash stands outside of a string", "Write the character that it escapes.")
    return refuse(query, token, f"{token.text!r} is no sign of Cypher", "Remove it, or put it into a string.")
