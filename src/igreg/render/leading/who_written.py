"""What had been written down of who held what: the commit that answers, and what it says otherwise."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """The commit whose register answers."""

    rev: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class OtherwiseWritten:
    """Somebody in a capacity whom the register has on the day and the commit of the day had not, or the other way."""

    role: str
    staff: str
    capacity: str
    now: bool
    start: dt.date | None
    until: dt.date | None
    written: Known | None
    """With which commit it came in or went out; nothing where that is not committed."""
