"""Where a file sits says what it holds (format, section 1)."""

from __future__ import annotations

from typing import NamedTuple

from igreg.model.kinds import KINDS

ENDINGS = (".yaml", ".yml")


class Seat(NamedTuple):
    """What a file's name says: the kind it holds, or the name directly below the register that is no kind."""

    kind: str | None
    unknown: str | None


def seat(below: str) -> Seat | None:
    """What the file at this path below the register holds; nothing for files that are passed over.

    Names that begin with `.` or `_` are passed over at any depth (fine print A14), other file types are left alone.
    """
    parts = below.split("/")
    if any(part.startswith((".", "_")) for part in parts) or not below.endswith(ENDINGS):
        return None
    if len(parts) == 1:
        stem = parts[0].rsplit(".", 1)[0]
        return Seat(stem, None) if stem in KINDS else Seat(None, parts[0])
    if parts[0] in KINDS and parts[0] != "organisation":
        return Seat(parts[0], None)
    return Seat(None, parts[0])
