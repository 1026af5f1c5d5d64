"""A sample that anybody can draw again: ids in the order of the SHA-256 of seed, kind and id (ruling E51)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def drawn(seed: str, kind: str, ids: Iterable[str], number: int) -> list[str]:
    """So many ids of a kind, all of them where there are no more, in the order of their hashes.

    The hash is that of the three words with one line break between them, as `printf '%s\\n%s\\n%s'` writes them, so
    that an assessor can draw the same with any tool.
    """
    return sorted(dict.fromkeys(ids), key=lambda id: (hashed(seed, kind, id), id))[: max(number, 0)]


def hashed(seed: str, kind: str, id: str) -> str:
    """The hash by which one id is ordered."""
    return hashlib.sha256(f"{seed}\n{kind}\n{id}".encode()).hexdigest()
