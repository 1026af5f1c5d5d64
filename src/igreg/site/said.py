"""Values as people write them: days, numbers, and words of igreg's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from igreg.language.english import long_day

_SHORT = {"caldicott": "Caldicott"} | {
    word: word.upper() for word in ("ciso", "cio", "cqc", "dpo", "foi", "hr", "ig", "it", "nis", "ra", "siro")
}
"""Words of igreg's own that are written otherwise than in small letters."""


def chosen(word: str) -> str:
    """One of igreg's own words, as people write it: `ig-lead` is `IG lead`."""
    said = " ".join(_SHORT.get(one, one) for one in word.split("-"))
    return said[:1].upper() + said[1:]


def _moment(value: dt.datetime) -> str:
    return f"{long_day(value)}, {value:%H:%M}"


SAID: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "Yes" if value else "No",
    dt.datetime: _moment,
    dt.date: long_day,
    int: lambda value: f"{value:,}",
    Decimal: lambda value: f"{value:,f}",
    float: lambda value: f"{value:g}",
}
"""How a value of each sort is said, but for texts."""
