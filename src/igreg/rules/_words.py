"""Words for messages: people and records by name as well as by id; days and lists come from `igreg.words`."""

from __future__ import annotations

from igreg.model.base import Record
from igreg.register.register import Register
from igreg.words import counted, listed, long_day

__all__ = ["counted", "listed", "long_day", "named", "who"]


def who(register: Register, id: str | None) -> str:
    """A person or record by name and id: `Ben Muller (b-muller)`."""
    title = register.title(id)
    return title if title == id or id is None else f"{title} ({id})"


def named(record: Record | None) -> tuple[str | None, str | None]:
    """The id and the title of a record, for a fault that was found in a text."""
    return (None, None) if record is None else (record.identity, record.label)
