"""Ad-hoc Cypher: what is let through to the database, and with which sentence the rest is refused.

This is the first of several layers, and it says early and clearly what the others would refuse in their own words.
Cypher reserves no words: `CREATE` can be a property, an alias or a variable. So the guard asks of each word whether the
grammar lets a clause begin there; where one can, only the words of reading clauses may stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from itertools import pairwise

from netgov.graph.cypher import CLOSING, Token, refuse, significant
from netgov.graph.errors import QueryRejected
from netgov.graph.vocabulary import (
    BEFORE_PARENTHESIS,
    CLOSERS,
    FOLLOWED,
    FUNCTIONS,
    KEYWORDS,
    NEVER_IN_A_CLAUSE,
    OPENERS,
    PROCEDURES,
    REFUSED,
    SUBQUERIES,
    VAGUE,
    WRITES,
)

MAX_LENGTH = 20_000
"""Characters of a query."""
MAX_HOPS = 10
"""Relationships that a path of variable length may have."""
MAX_RANGE = 100_000
"""Elements of a `range` of known ends."""


class State(Enum):
    """What the tokens before make possible: a clause, no clause, or either."""

    COMPLETE = "a clause can begin"
    OPEN = "a name or an expression must come"
    MAYBE = "either"


@dataclass
class _Level:
    """An open bracket: its token, and whether clauses can stand in it."""

    token: Token | None
    code: bool
    call: bool = False


def check_reads(query: str, parameters: Mapping[str, object] | None = None) -> list[Token]:
    """The tokens of a query that only reads. Raises QueryRejected for any other: what, where, what to do."""
    if len(query) > MAX_LENGTH:
        raise QueryRejected(f"The query has {len(query)} characters, more than {MAX_LENGTH}. Pass data as parameters.")
    tokens = significant(query)
    if not tokens or tokens[0].upper == ";":
        raise QueryRejected("The query is empty. Begin with MATCH, UNWIND, CALL or RETURN.")
    _Guard(query, tokens, parameters or {}).check()
    return tokens


@dataclass
class _Guard:
    """One pass over the tokens of one query."""

    query: str
    tokens: list[Token]
    parameters: Mapping[str, object]
    state: State = State.COMPLETE
    levels: list[_Level] = field(default_factory=lambda: [_Level(None, code=True)])
    calls: set[int] = field(default_factory=set)
    """Places of brackets that close the subquery of a CALL."""
    openings: dict[int, int] = field(default_factory=dict)
    """Place of each closing bracket to that of its opening one."""
    places: list[int] = field(default_factory=list)

    def check(self) -> None:
        """Look at each token in turn. Raises QueryRejected."""
        for index, token in enumerate(self.tokens):
            if token.kind == "word":
                self._word(index, token)
            elif token.kind == "sign":
                self._sign(index, token)
            else:
                self.state = State.COMPLETE
        if len(self.levels) > 1:
            unclosed = self.tokens[self.places[-1]]
            raise self._refusal(unclosed, f"The {unclosed.text} is never closed", "Close it.")

    def _text(self, index: int) -> str:
        return self.tokens[index].upper if 0 <= index < len(self.tokens) else ""

    def _refusal(self, token: Token, what: str, remedy: str) -> QueryRejected:
        return refuse(self.query, token, what, remedy)

    def _word(self, index: int, token: Token) -> None:
        word, following = token.upper, self._text(index + 1)
        if self._is_name(index):
            self.state = State.COMPLETE
        elif word in REFUSED and (word in WRITES or self.state is not State.OPEN):
            hint = f"A name can be written in backticks: `{token.text}`."
            raise self._refusal(token, f"{word} is refused: {REFUSED[word]}", hint)
        elif word not in KEYWORDS:
            if self.state is State.COMPLETE:
                raise self._refusal(token, f"{token.text} begins no clause that reads", "Check the spelling before it.")
            self.state = State.COMPLETE
        else:
            self._keyword(index, word)
        if following == "{" and word in SUBQUERIES:
            self.state = State.MAYBE

    def _is_name(self, index: int) -> bool:
        """Whether the grammar makes a word a name here, whatever it says."""
        before, after = self._text(index - 1), self._text(index + 1)
        if not self.levels[-1].code or before in (".", ":") or (after == ":" and before in ("{", ",")):
            return True
        if before == "AS" and self.state is State.OPEN:
            return True
        word = self._text(index)
        return word in REFUSED and index > 0 and (self.state is State.OPEN or after in NEVER_IN_A_CLAUSE)

    def _keyword(self, index: int, word: str) -> None:
        if word == "CALL" and self.state is not State.OPEN and self._text(index + 1) not in NEVER_IN_A_CLAUSE:
            self._call(index)
        if word == "IN" and index - 1 in self.calls:
            raise self._refusal(self.tokens[index], "CALL … IN TRANSACTIONS is refused", "Leave IN TRANSACTIONS out.")
        if self.state is State.COMPLETE:
            definite = {**dict.fromkeys(OPENERS, State.OPEN), **dict.fromkeys(FOLLOWED | CLOSERS, State.COMPLETE)}
            self.state = definite.get(word, State.MAYBE)
        elif self.state is State.OPEN and word not in VAGUE:
            self.state = State.COMPLETE
        else:
            self.state = State.MAYBE

    def _call(self, index: int) -> None:
        if self._text(index + 1) in ("{", "("):
            return
        names, end = self._chain(index + 1)
        procedure = ".".join(names)
        if procedure.lower() not in PROCEDURES:
            allowed = ", ".join(sorted(PROCEDURES.values()))
            what = f"The procedure {procedure or 'of this CALL'} is refused"
            raise self._refusal(self.tokens[min(end, len(self.tokens) - 1)], what, f"Allowed: {allowed}.")

    def _chain(self, index: int) -> tuple[list[str], int]:
        """The names of `a.b.c` from a place on, and the place of the last."""
        names: list[str] = []
        while index < len(self.tokens) and self.tokens[index].kind in ("word", "quoted"):
            names.append(self.tokens[index].name)
            if self._text(index + 1) != ".":
                break
            index += 2
        return names, index

    def _sign(self, index: int, token: Token) -> None:
        match token.text:
            case "(" | "[" | "{":
                self._open(index, token)
            case ")" | "]" | "}":
                self._close(index, token)
            case ";":
                if index + 1 < len(self.tokens):
                    raise self._refusal(token, "A second statement is refused", "Send one at a time.")
            case "*" | "+":
                self._star(index, token)
            case _:
                self.state = State.OPEN

    def _open(self, index: int, token: Token) -> None:
        before = self._text(index - 1)
        code = call = False
        if token.text == "(":
            self._function(index)
        elif token.text == "{":
            self._braces(index)
            code = not self._is_map(index)
            call = code and (before == "CALL" or (before == ")" and self._text(self.openings[index - 1] - 1) == "CALL"))
        self.levels.append(_Level(token, code=code, call=call))
        self.places.append(index)
        self.state = State.COMPLETE if code else State.OPEN

    def _close(self, index: int, token: Token) -> None:
        level = self.levels[-1]
        if level.token is None or CLOSING[level.token.text] != token.text:
            raise self._refusal(token, f"The {token.text} closes nothing", "Check the brackets.")
        self.levels.pop()
        self.openings[index] = self.places.pop()
        if level.call:
            self.calls.add(index)
        self.state = State.COMPLETE

    def _is_map(self, index: int) -> bool:
        """Whether a brace opens a map, a projection or a quantifier, in which no clause can stand."""
        first, second = self._text(index + 1), self._text(index + 2)
        if index + 1 < len(self.tokens) and self.tokens[index + 1].kind in ("number", "quoted", "string", "parameter"):
            return True
        return first in ("}", ".", ",") or second == ":"

    def _function(self, index: int) -> None:
        """Refuse a call of a function that is not known to be harmless."""
        names: list[str] = []
        place = index - 1
        while place >= 0 and self.tokens[place].kind in ("word", "quoted"):
            names.insert(0, self.tokens[place].name)
            if self._text(place - 1) != ".":
                break
            place -= 2
        name = ".".join(names)
        keyword = len(names) == 1 and self.tokens[index - 1].upper in BEFORE_PARENTHESIS
        called = self._text(place - 1) == "CALL" and name.lower() in PROCEDURES
        hint_of_index = self.levels[-1].code and self._text(place - 1) == ":"  # USING INDEX n:Label(property)
        if name.lower() == "range":
            self._range(index)
        if not names or keyword or called or hint_of_index or name.lower() in FUNCTIONS:
            return
        close = get_close_matches(name.lower(), FUNCTIONS, n=1)
        hint = f"Did you mean {FUNCTIONS[close[0]]}?" if close else "Only functions of plain Cypher are allowed."
        raise self._refusal(self.tokens[place], f"The function {name} is refused", hint)

    def _range(self, index: int) -> None:
        """Refuse a `range` whose ends are numbers or parameters, and far apart."""
        values: list[int] = [0]
        sign = 1
        for token in self.tokens[index + 1 : index + 9]:
            if token.upper == ")":
                break
            if token.upper == ",":
                values.append(0)
            elif token.upper == "-":
                sign = -1
            else:
                value = self.parameters.get(token.name) if token.kind == "parameter" else _integer(token)
                if type(value) is not int:
                    return
                values[-1], sign = sign * value, 1
        first, last, step = (*values, 1)[:3] if len(values) > 1 else (0, 0, 1)
        if step and (last - first) // step >= MAX_RANGE:
            what = f"A range of {(last - first) // step + 1} elements is refused"
            raise self._refusal(self.tokens[index - 1], what, f"At most {MAX_RANGE} are allowed.")

    def _star(self, index: int, token: Token) -> None:
        if self._in_relationship(index) and token.text == "*":
            self._hops(index)
        elif self._is_quantifier(index):
            raise self._unbounded(token)
        if token.text == "*" and self.state is not State.COMPLETE:
            self.state = State.COMPLETE  # RETURN *
        else:
            self.state = State.MAYBE if self._text(index - 1) in (")", ">", "-") else State.OPEN

    def _in_relationship(self, index: int) -> bool:
        """Whether a star stands in the brackets of a relationship: -[:T*1..3]->."""
        if not self.places or self._text(self.places[-1]) != "[":
            return False
        return self._text(self.places[-1] - 1) == "-" and self.tokens[index - 1].kind != "number"

    def _hops(self, index: int) -> None:
        """Refuse a path of variable length that is long or endless, or that the engine could not stop."""
        numbers = [token for token in self.tokens[index + 1 : index + 4] if token.kind == "number"]
        dotted = [place for place in (index + 1, index + 2) if self._text(place) == ".."]
        upper = numbers[-1] if numbers and not (dotted and self.tokens[dotted[0] + 1].kind != "number") else None
        if upper is None or (_integer(upper) or 0) > MAX_HOPS:
            raise self._unbounded(self.tokens[index])
        outer = [self._text(place) for place in self.places[:-1]]
        if "[" in outer[_last(outer, "{") + 1 :]:
            what = "A path of variable length in a list comprehension is refused, since it could not be stopped"
            raise self._refusal(self.tokens[index], what, "Write COLLECT { MATCH … RETURN … } instead.")

    def _is_quantifier(self, index: int) -> bool:
        """Whether a sign stands after a path or a relationship, as in ((a)-[:T]->(b))+ and (a)-[:T]->+(b)."""
        before = self._text(index - 1)
        if before == ")":
            return self._is_path(self.openings[index - 1], index - 1)
        return (before == ">" and self._text(index - 2) == "-") or (
            before == "-" and self._text(index - 2) in ("-", "]")
        )

    def _is_path(self, first: int, last: int) -> bool:
        texts = [self._text(place) for place in range(first + 1, last)]
        starts = texts[:1] == ["("] or texts[1:3] == ["=", "("]
        pairs = set(pairwise(texts))
        return starts and bool(pairs & {("-", "-"), ("-", "["), ("-", ">"), ("<", "-")})

    def _braces(self, index: int) -> None:
        """Refuse a quantifier {m,n} that is large or endless."""
        inner = self.tokens[index + 1 : index + 5]
        end = next((place for place, token in enumerate(inner) if token.upper == "}"), None)
        if end is None or not inner or not (inner[0].kind == "number" or inner[0].upper == ","):
            return
        upper = _integer(inner[end - 1]) if inner[end - 1].kind == "number" else None
        if upper is None or upper > MAX_HOPS:
            raise self._unbounded(self.tokens[index])

    def _unbounded(self, token: Token) -> QueryRejected:
        what = f"A path of variable length needs an upper bound of at most {MAX_HOPS}"
        return self._refusal(token, what, "Write *1..3 in the relationship, or {1,3} after it.")


def _integer(token: Token) -> int | None:
    if token.kind != "number":
        return None
    try:
        return int(token.text, 0) if token.text[:2].lower() in ("0x", "0o") else int(token.text)
    except ValueError:
        return None


def _last(texts: list[str], text: str) -> int:
    return len(texts) - 1 - texts[::-1].index(text) if text in texts else -1
