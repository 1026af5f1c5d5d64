"""Two registers compared on a day, and the rows in which tests read what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.consequences.everything import consequences
from igreg.register.register import Register
from igreg.rules._rule import Context

TODAY = dt.date(2026, 11, 24)
MIRROR = {
    "lead-lost": "lead-gained",
    "deputy-lost": "deputy-gained",
    "role-vacant": "role-filled",
    "exception-added": "exception-gone",
}
MIRROR |= {other: one for one, other in MIRROR.items()}

Row = tuple[Any, ...]


def compare(
    before: Register, after: Register, today: dt.date = TODAY, renamed: Mapping[str, str] | None = None
) -> list[Consequence]:
    """What comes of the change from one register to the other."""
    was, now = (
        Context(register, dt.datetime.combine(today, dt.time(23, 59, 59), register.clock.zone))
        for register in (before, after)
    )
    return consequences(was, now, (was.prover, now.prover), renamed=renamed)


def row(one: Consequence) -> Row:
    """A consequence without its words; people with blanks between them."""
    before, after = (" ".join(each) if isinstance(each, tuple) else each for each in (one.before, one.after))
    days = one.on.isoformat(), one.until.isoformat() if one.until else None
    return (one.what, one.subject, before, after, *days)


def told(before: Register, after: Register, today: dt.date = TODAY) -> list[Row]:
    """What comes of it, in order."""
    return [row(one) for one in compare(before, after, today)]


def mirrored(rows: list[Row]) -> list[Row]:
    """The same the other way round; that something lost its owner has no other way."""
    return sorted(
        ((MIRROR.get(row[0], row[0]), row[1], row[3], row[2], *row[4:]) for row in rows if row[0] != "ownerless"),
        key=str,
    )


def texts(before: Register, after: Register, today: dt.date = TODAY) -> list[str]:
    """The sentences."""
    return [one.text for one in compare(before, after, today)]
