"""What there is to say of a commit: who made it and when, and the first line of their message."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One commit: its full hash, names and days by the organisation's clock, and the first line of its message."""

    rev: str
    date: dt.date | None
    """The committer's day; nothing for one that no calendar has."""
    author: str
    committer: str | None
    """Who committed it, where that is another than the author."""
    written: dt.date | None
    """The author's day."""
    message: str
