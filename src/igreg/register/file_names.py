"""Where a file sits says what it holds (format, section 1)."""

from __future__ import annotations

from typing import NamedTuple

from igreg.model.kinds import KINDS

ENDINGS = (".yaml", ".yml")


class Named(NamedTuple):
    """What a file's name says: the kind it holds, or the name directly below the register that is no kind."""

    kind: str | None
    unknown: str | None


_BY_KIND = {kind: Named(kind, None) for kind in KINDS}


def kind_in_name(below: str) -> Named | None:
    """What the file at this path below the register holds; nothing for files that are passed over.

    Names that begin with `.` or `_` are passed over at any depth (ruling A14), other file types are left alone.
    """
    if not below.endswith(ENDINGS) or below.startswith((".", "_")) or "/." in below or "/_" in below:
        return None
    first, folder, _ = below.partition("/")
    if not folder:
        stem = first.rsplit(".", 1)[0]
        return _BY_KIND.get(stem) or Named(None, first)
    return _BY_KIND[first] if first in _BY_KIND and first != "organisation" else Named(None, first)
