"""Actions, in whatever record they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.kinds.engagements import EngagementChange
from igreg.model.shared import Action
from igreg.model.walk import actions, that_may_hold
from igreg.register.register import Register


def open_actions(register: Register) -> Iterator[tuple[Record, KeyPath, Action]]:
    """Every action that is not done, with its record and path. Records that are void are passed over (ruling A75)."""
    for records in register.kinds.values():
        for record in that_may_hold(records, Action):
            if record.standing in record.void:
                continue
            for path, action in actions(record):
                if action.done is None:
                    yield record, path, action


def is_overdue(one: Action | EngagementChange, today: dt.date) -> bool:
    """Whether it is not done and its day is past. On the day itself it is still in time (ruling A03)."""
    return one.done is None and one.due is not None and one.due < today
