"""Words for messages: days in full, people and records by name as well as by id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.model.base import Record
from igreg.register.register import Register


def long_day(day: dt.date) -> str:
    """A day as people write it: 31 October 2026."""
    return f"{day.day} {day:%B %Y}"


def who(register: Register, id: str | None) -> str:
    """A person or record by name and id: `Ben Muller (b-muller)`."""
    title = register.title(id)
    return title if title == id or id is None else f"{title} ({id})"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence: `a, b and c`."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def named(record: Record | None) -> tuple[str | None, str | None]:
    """The id and the title of a record, for a fault that was found in a text."""
    return (None, None) if record is None else (record.identity, record.label)
