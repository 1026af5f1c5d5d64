"""A sample that anybody can draw again: ids in the order of the SHA-256 of seed, kind and id (ruling E51)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.publish.evidence.names import Unnamed
from igreg.register.register import Register


def drawn(seed: str, kind: str, ids: Iterable[str], number: int) -> list[str]:
    """So many ids of a kind, all of them where there are no more, in the order of their hashes.

    The hash is that of the three words with one line break between them, as `printf '%s\\n%s\\n%s'` writes them, so
    that an assessor can draw the same with any tool.
    """
    return sorted(dict.fromkeys(ids), key=lambda id: (hashed(seed, kind, id), id))[: max(number, 0)]


def hashed(seed: str, kind: str, id: str) -> str:
    """The hash by which one id is ordered."""
    return hashlib.sha256(f"{seed}\n{kind}\n{id}".encode()).hexdigest()


def drawn_of_each(register: Register, wanted: Mapping[str, int], seed: str) -> dict[str, list[str]]:
    """The ids that are drawn, by kind, so many of each as are wanted; a record without an id is never drawn."""
    return {
        kind: drawn(seed, kind, [one.identity for one in register.kinds.get(kind, ()) if one.identity], number)
        for kind, number in wanted.items()
    }


def told(as_of: AsOf, seed: str, drawn: Mapping[str, list[str]], *, names: bool) -> dict[str, Any] | None:
    """What the manifest says of the sample (ruling E48): of one kind its name, of several all of them."""
    if not drawn:
        return None
    said = (lambda id: id) if names else Unnamed(as_of).text
    kinds = list(drawn)
    records = [said(id) for kind in kinds for id in drawn[kind]]
    return {"kind": kinds[0] if len(kinds) == 1 else kinds, "seed": seed, "records": records}
