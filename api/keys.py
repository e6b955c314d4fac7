"""Keys of the API. To make one: `python -m netgov.api.keys NAME`.

A key is 256 random bits, so nobody can try them out one by one, and a plain SHA-256 keeps it as safe as a slow hash for
passwords would, at a cost that every request can bear. Only the hash is in the settings.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from starlette.datastructures import Headers

SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}
"""Either way to bear a key, as OpenAPI declares it."""


@dataclass(frozen=True)
class Keys:
    """SHA-256 of each key in hexadecimal, by the name of who holds it; without any the API is open to all."""

    hashes: Mapping[str, str]

    @classmethod
    def parse(cls, setting: str | None) -> Self:
        """The keys of NETGOV_API_KEYS."""
        return cls(dict(item.split(":") for item in setting.split(",")) if setting else {})

    def holder(self, key: str) -> str | None:
        """Who holds a key; None: nobody. Every hash is looked at, so the time that it takes tells nothing."""
        given = _hash(key)
        matches = [name for name, known in self.hashes.items() if secrets.compare_digest(given, known)]
        return matches[0] if matches else None


def presented_key(headers: Headers) -> str | None:
    """The key that a request bears: `Authorization: Bearer KEY`, or `X-API-Key: KEY`."""
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    return credentials.strip() if scheme.lower() == "bearer" else headers.get("x-api-key")


def make_key(name: str) -> tuple[str, str]:
    """A new key, and what NETGOV_API_KEYS says of it."""
    key = f"netgov_{secrets.token_urlsafe(32)}"
    return key, f"{name}:{_hash(key)}"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def main() -> None:
    """Print a new key for whom the command line names."""
    for name in sys.argv[1:]:
        key, entry = make_key(name)
        print(f"The key of {name}, which is shown only now: {key}", f"For NETGOV_API_KEYS: {entry}", sep="\n")


if __name__ == "__main__":
    main()
