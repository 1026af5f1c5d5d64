"""Which records two states of a register have not in common, and which of their fields differ (rulings H22, H23)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from igreg.analysis.field_changes import FieldChange, changes_of
from igreg.model.base import Record
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that was added, is gone, is called by another id, or has changed."""

    kind: str
    record: str | None
    """Its id in the second state, in the first where it is gone; nothing for the organisation."""
    change: str
    """added, gone, renamed or changed."""
    fields: tuple[FieldChange, ...]
    was: str | None = None
    """The id that it had, of one that is renamed."""


def record_changes(before: Register, after: Register) -> list[RecordChange]:
    """Every record that differs, in the order of kinds and of the register; training records stand apart."""
    out = []
    was, now = (dict(_records(register)) for register in (before, after))
    for key in dict.fromkeys([*was, *now]):
        old, new = was.get(key), now.get(key)
        if old is None or new is None:
            out.append(RecordChange(*key, "added" if old is None else "gone", ()))
        elif old is not new and old != new:
            fields = changes_of(old, new)
            if fields:
                out.append(RecordChange(*key, "changed", fields))
    return out


def _records(register: Register) -> Iterator[tuple[tuple[str, str | None], Record]]:
    yield ("organisation", None), register.organisation
    for record in register.records():
        if record.identity is not None:
            yield (record.kind, record.identity), record
