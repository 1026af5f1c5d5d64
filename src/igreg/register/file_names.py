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


def passed_over(below: str) -> bool:
    """Whether a path below the register is left alone: a name in it begins with `.` or `_` (ruling A14)."""
    return below.startswith((".", "_")) or "/." in below or "/_" in below


def kind_in_name(below: str) -> Named | None:
    """What the file at this path below the register holds; nothing for files that are passed over.

    Other file types are left alone.
    """
    if not below.endswith(ENDINGS) or passed_over(below):
        return None
    first, folder, _ = below.partition("/")
    if not folder:
        stem = first.rsplit(".", 1)[0]
        return _BY_KIND.get(stem) or Named(None, first)
    return _BY_KIND[first] if first in _BY_KIND and first != "organisation" else Named(None, first)
