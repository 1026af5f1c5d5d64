"""Where a file sits says what it holds (format, section 1)."""

from __future__ import annotations

from typing import NamedTuple

from igreg.model.kinds import KINDS

ENDINGS = (".yaml", ".yml")


class Seat(NamedTuple):
    """What a file's name says: the kind it holds, or the name directly below the register that is no kind."""

    kind: str | None
    unknown: str | None


_SEATS = {kind: Seat(kind, None) for kind in KINDS}


def seat(below: str) -> Seat | None:
    """What the file at this path below the register holds; nothing for files that are passed over.

    Names that begin with `.` or `_` are passed over at any depth (fine print A14), other file types are left alone.
    """
    if not below.endswith(ENDINGS) or below.startswith((".", "_")) or "/." in below or "/_" in below:
        return None
    first, folder, _ = below.partition("/")
    if not folder:
        stem = first.rsplit(".", 1)[0]
        return _SEATS.get(stem) or Seat(None, first)
    return _SEATS[first] if first in _SEATS and first != "organisation" else Seat(None, first)
