"""Bytes into text: what is declared holds only where the bytes allow it."""

from __future__ import annotations

import pytest

from netgov.graph.errors import UnreadableFile
from netgov.ingest.readers.encoding import decode

TEXT = "Zoë’s plan – “roads” for 5 €"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "utf-16"),
        ("utf-8", "no-such-encoding"),
        ("cp1252", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "us-ascii"),
        ("cp1252", "utf-8"),
        ("utf-16", ""),
        ("utf-8-sig", "iso-8859-1"),
    ],
)
def test_the_bytes_decide_before_what_is_declared(encoding: str, declared: str) -> None:
    assert decode(TEXT.encode(encoding), "note", declared) == TEXT


def test_another_encoding_is_read_where_it_is_declared() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "note", "iso-8859-2") == "Łódź"


def test_utf_8_that_was_read_as_another_is_repaired() -> None:
    assert decode(TEXT.encode().decode("cp1252", "replace").encode(), "note") == TEXT


@pytest.mark.parametrize("text", ["Ã is a letter, and so is â.", "SÃO PAULO", "naïve café", "“Ò” – “É”"])
def test_letters_that_only_look_like_it_stay(text: str) -> None:
    assert decode(text.encode(), "note") == text


def test_nul_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="plain text"):
        decode(b"a\0b", "note")
