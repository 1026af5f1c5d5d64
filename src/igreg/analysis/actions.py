"""Actions, in whatever record they stand."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.shared import Action
from igreg.model.walk import actions, can_hold
from igreg.register.register import Register


def open_actions(register: Register) -> Iterator[tuple[Record, KeyPath, Action]]:
    """Every action that is not done, with its record and path. Records that are void are passed over (ruling A75)."""
    for records in register.kinds.values():
        for record in records if records and can_hold(type(records[0]), Action) else ():
            if record.standing in record.void:
                continue
            for path, action in actions(record):
                if action.done is None:
                    yield record, path, action
