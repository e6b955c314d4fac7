"""What changed between two versions of the graph: statements added and removed, net, page by page.

A document's changes are told where the last version that concerns it stands. So a page takes up one document after
another, nets what its versions since did, and ends where the client's page is full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from netgov.graph.statements import find_statements
from netgov.graph.store import GraphStore
from netgov.graph.stored import StoredStatement
from netgov.graph.versions import Version

Action = Literal["added", "removed"]
Position = tuple[int, str]
"""The last version that concerns a document, and one of the document's statements, by type and id."""

STEP = 100
"""So many versions are looked up at once."""
SPAN = 1_000
"""So many versions are looked through for a page, however little they changed."""


@dataclass(frozen=True)
class StatementChange:
    """A statement that a version added or removed."""

    action: Action
    version: Version
    statement: StoredStatement


@dataclass(frozen=True)
class Page:
    """Changes in order; `end` is where the next page starts after, None where there is no more."""

    changes: tuple[StatementChange, ...]
    end: Position | None


def find_changes(store: GraphStore, *, since: int, until: int, after: Position | None = None, limit: int) -> Page:
    """At most `limit` changes that lead from version `since` to version `until`, and come after a position.

    A page may hold fewer although there are more: it ends where it has looked through many versions.
    """
    start, name = after or (since + 1, "")
    last = min(start + SPAN - 1, until)
    found: list[tuple[Position, Action, Version]] = []
    for number, document in _last_versions(store, start, last, until):
        net = _net(store, document, since, until)
        names = sorted(item for item in net if number > start or item > name)
        found += [((number, item), *net[item]) for item in names]
        if len(found) > limit:
            return Page(_tell(store, found[:limit]), found[limit - 1][0])
    return Page(_tell(store, found), (last + 1, "") if last < until else None)


def _last_versions(store: GraphStore, start: int, last: int, until: int) -> Iterator[tuple[int, str]]:
    """Number and document of the versions from start to last that are the last ones of their document until then."""
    query = """
    UNWIND range($start, $end) AS number MATCH (n:Version {number: number})
    WHERE n.following IS NULL OR n.following > $until RETURN number, n.document ORDER BY number
    """
    for first in range(start, last + 1, STEP):
        parameters = {"start": first, "end": min(first + STEP - 1, last), "until": until}
        yield from ((number, document) for number, document in store.read(query, parameters, limit=STEP).rows)


def _net(store: GraphStore, document: str, since: int, until: int) -> dict[str, tuple[Action, Version]]:
    """What the versions of a document did to its statements, by type and id; what came and went again is not in it."""
    query = """
    MATCH (n:Version) WHERE n.document = $document
    WITH n WHERE n.number > $since AND n.number <= $until
    RETURN n.number, n.time, n.added, n.removed ORDER BY n.number LIMIT $limit
    """
    net: dict[str, tuple[Action, Version]] = {}
    limit = until - since
    parameters = {"document": document, "since": since, "until": until, "limit": limit}
    for number, time, added, removed in store.read(query, parameters, limit=limit).rows:
        version = Version(number, time)
        steps: dict[str, Action] = {**dict.fromkeys(added, "added"), **dict.fromkeys(removed, "removed")}
        for item, action in steps.items():
            if net.pop(item, None) is None:
                net[item] = action, version
    return net


def _tell(store: GraphStore, found: Iterable[tuple[Position, Action, Version]]) -> tuple[StatementChange, ...]:
    """Changes with their statements: those of the graph, else as they were when they went."""
    told = [(name.split(" ")[1], name.split(" ")[0], action, version) for (_, name), action, version in found]
    by_type: defaultdict[str, list[str]] = defaultdict(list)
    for id, kind, action, _ in told:
        if action == "added":
            by_type[kind].append(id)
    statements = {statement.id: statement for statement in find_statements(store, by_type)}
    gone = [id for id, *_ in told if id not in statements]
    statements |= {statement.id: statement for statement in find_removed(store, gone)}
    return tuple(StatementChange(action, version, statements[id]) for id, _, action, version in told)


def find_removed(store: GraphStore, ids: list[str]) -> Iterator[StoredStatement]:
    """The statements with these ids that went out of the graph, whether or not they are back in it."""
    query = "UNWIND $ids AS id MATCH (n:Removed {id: id}) RETURN properties(n)"
    return (_whole(found) for (found,) in store.read(query, {"ids": ids}, limit=max(len(ids), 1)).rows)


def _whole(found: Mapping[str, Any]) -> StoredStatement:
    ends = ("type", "source_label", "source", "target_label", "target")
    kind, source_label, source, target_label, target = (found[name] for name in ends)
    properties = {name: value for name, value in found.items() if name not in ends}
    return StoredStatement(kind, (source_label, source), (target_label, target), properties)
