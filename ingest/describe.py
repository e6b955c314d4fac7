"""How reading works, for people to read: the stages, the frames and the layouts, as text and as docs/reading.md."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import get_args

from netgov.graph.ontology import ONTOLOGY
from netgov.ingest.layouts.read import LAYOUTS
from netgov.ingest.lexicon.frames import DEFAULTS, Frame
from netgov.ingest.lexicon.grammar import word_lists
from netgov.ingest.model.clause import Modality
from netgov.ingest.pipeline import COMPONENTS

BEFORE = ("netgov.ingest.readers", "netgov.ingest.outline")
"""What makes passages of a file, before the components of the pipeline see them."""
EXAMPLE = """\
[[frame]]
rule = "twin"
relation = "COLLABORATES_WITH"
verbs = ["twin"]
source = "subject"
target = ["with"]
topic = ["@about"]
example = "APNIC twinned with LACNIC on training."
says = ["APNIC > LACNIC"]
"""
"""A frame that a user might add."""
LONG = 10
"""Words from which on a list that a frame takes from data/grammar.toml is shown by its name."""

OPENING = """\
# Reading

Made by `netgov frames --format markdown`; do not edit.

A file becomes statements in stages, each of which knows only what the ones before hand on:

"""
ABOUT_FRAMES = """
## Frames

A sentence is parsed once, and turned into verbs, nouns and adjectives with their roles: *approved by X*, *X, which
approved* and *the approval of Y by X* all give `approve`, with X as its `subject` and Y as its `object`. How it is
meant is decided once for the clause: {kinds}.
A frame then says which relation a word states, and which roles name its ends. `data/frames.toml` holds {count} of them.
The name of the frame is the `rule` of its statements; their confidence stands under it in `data/confidence.csv`.

"""
ABOUT_ROLES = """
Roles are `subject`, `object`, `role` (what someone is called or becomes), `poss` (whose it is: "its", "BDT's"), `self`
(what the noun itself stands for) and prepositions. Each is spread over lists, and over what stands behind
"representatives of" and the like. `"@name"` in a list of words is the list of that name in `data/grammar.toml`. What
is understood where an end is not printed is one of {defaults}.
"""
OWN_FRAMES = """
## Frames of your own

Write them into a file, such as `my-frames.toml`:

```toml
{frame}```

and name it in `NETGOV_FRAMES`:

```sh
export NETGOV_FRAMES=$PWD/my-frames.toml
netgov frames    # those that come along, and your own
echo "{sentence}" | netgov extract -
```

They are read beside those that come along. A file with an unknown key, or with a frame whose ends the ontology does not
allow, is refused with a sentence that says so. What was ingested without them is read anew by the next `netgov ingest`.

## All frames

`subject (else body) → with` is a frame whose source is the subject, or the body spoken of where none is printed, and
whose target stands behind *with*.
"""
ABOUT_LAYOUTS = """
## Layouts

What no verb says is said by how a document is laid out, and by names themselves. That is read by functions, whose names
are the rules of their statements:

"""

Row = tuple[str, ...]


def frame_rows(frames: Iterable[Frame]) -> Iterator[Row]:
    """Relation, name, words and ends of each frame, for a table of FRAME_COLUMNS."""
    for frame in frames:
        yield frame.relation, frame.rule, _words(frame), _ends(frame)


FRAME_COLUMNS = ("relation", "frame", "words", "ends")


def markdown(frames: Iterable[Frame]) -> str:
    """The page docs/reading.md."""
    return "\n".join(_page(tuple(frames))) + "\n"


def field_docs() -> Mapping[str, str]:
    """What each field of a frame is for: the text below it in its class."""
    (declared,) = ast.parse(inspect.getsource(Frame)).body
    assert isinstance(declared, ast.ClassDef)
    found: dict[str, str] = {}
    for field, text in zip(declared.body, declared.body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(doc))):
                found[name] = doc
    return found


@cache
def stages() -> Mapping[str, str]:
    """What each stage does, in the order in which they run."""
    modules = {item.name: item.module for item in entry_points(group="spacy_factories")}
    docs = {name.rpartition(".")[2]: _first_line(import_module(name).__doc__) for name in BEFORE}
    for name in COMPONENTS:
        docs[name] = _first_line(import_module(modules[name]).__doc__).removeprefix("spaCy component: ")
    return docs


def _page(frames: tuple[Frame, ...]) -> Iterator[str]:
    kinds, defaults = ", ".join(get_args(Modality)), ", ".join(f'"{name}"' for name in sorted(DEFAULTS) if name)
    yield from OPENING.splitlines()
    yield from _table(("stage", "what it does"), ((f"`{name}`", doc) for name, doc in stages().items()))
    yield from ABOUT_FRAMES.format(kinds=kinds, count=len(frames)).splitlines()
    yield from _table(("key of a frame", "what it is"), ((f"`{name}`", doc) for name, doc in field_docs().items()))
    yield from ABOUT_ROLES.format(defaults=defaults).splitlines()
    yield from OWN_FRAMES.format(frame=EXAMPLE, sentence=tomllib.loads(EXAMPLE)["frame"][0]["example"]).splitlines()
    for relation in dict.fromkeys(frame.relation for frame in frames):
        yield from ("", f"### {relation}: {ONTOLOGY.relation(relation).doc}", "")
        rows = (_row(frame) for frame in frames if frame.relation == relation)
        yield from _table(("frame", "words", "ends", "accepts", "example", "what it says"), rows)
    yield from ("", "### Lists of words", "")
    used = {name for frame in frames for words in _by_form(frame).values() for name in _lists_in(words)}
    yield from _table(("list", "words"), ((f"@{name}", ", ".join(sorted(word_lists()[name]))) for name in sorted(used)))
    yield from ABOUT_LAYOUTS.splitlines()
    layouts = ((f"`{layout.__name__}`", _first_line(layout.__doc__)) for layout in LAYOUTS)
    yield from _table(("layout", "what it reads"), layouts)


def _row(frame: Frame) -> Row:
    accepts = ", ".join(kind for kind in get_args(Modality) if kind in frame.accepts)
    return frame.rule, _words(frame), _ends(frame), accepts, frame.example, "; ".join(frame.says)


def _words(frame: Frame) -> str:
    return "; ".join(f"{form} {_listed(words)}" for form, words in _by_form(frame).items() if words)


def _by_form(frame: Frame) -> Mapping[str, frozenset[str]]:
    return {"verb": frame.verbs, "noun": frame.nouns, "adjective": frame.adjectives}


def _listed(words: frozenset[str]) -> str:
    names = _lists_in(words)
    others = words.difference(*(word_lists()[name] for name in names))
    printed = ("any" if word == "*" else word.replace("_", " ") for word in sorted(others))
    return ", ".join([*(f"@{name}" for name in names), *printed])


def _lists_in(words: frozenset[str]) -> list[str]:
    """The long lists of words that are all among these."""
    return [name for name, listed in word_lists().items() if len(listed) >= LONG and listed <= words]


def _ends(frame: Frame) -> str:
    source, target = (
        ", ".join(roles) + (f" (else {default})" if default else "")
        for roles, default in ((frame.source, frame.source_default), (frame.target, frame.target_default))
    )
    if frame.mutual and frame.source == frame.target:
        return f"{source}, each other"
    return f"{source} → {target}"


def _first_line(doc: str | None) -> str:
    return (doc or "").splitlines()[0]


def _table(header: Row, rows: Iterable[Row]) -> Iterator[str]:
    for row in (header, ("---",) * len(header), *rows):
        yield "| " + " | ".join(re.sub(r"[|<]", r"\\\g<0>", cell) for cell in row) + " |"
