"""How many have lapsed and how many will, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from igreg.language.english import counted


def lapses(found: Sequence[tuple[dt.date, str]], today: dt.date) -> str:
    """What is said of last days, in order, and whose they are: `2 people lapsed, 1 person to lapse by 2026-12-01`."""
    lapsed = sum(1 for end, _ in found if end < today)
    coming = len(found) - lapsed
    parts = [f"{counted(lapsed, 'person', 'people')} lapsed"] if lapsed else []
    if coming:
        parts.append(f"{counted(coming, 'person', 'people')} to lapse by {found[-1][0]}")
    return ", ".join(parts)
