"""Training records: by far the most numerous, so each is a plain tuple and never a model."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from igreg.findings import Fault, KeyPath, Origin
from igreg.model.kinds.training_record import training_name
from igreg.model.values import parse_day

_KEYS = frozenset({"staff", "course", "completed", "expires"})


class TrainingLine(NamedTuple):
    """One person completed one course on a day. A faulty field is None, like in every record."""

    staff: str | None
    course: str | None
    completed: dt.date | None
    expires: dt.date | None
    file: str
    item: int | None

    @property
    def identity(self) -> str | None:
        """The name it goes by, since it has no id; nothing where a part of it is missing (ruling A20)."""
        return training_name(self.staff, self.course, self.completed)

    def fault(self, path: KeyPath, message: str, help: str = "", *, subject: str | None = None) -> Fault:
        """A fault at a key path of this line."""
        return Fault(Origin(self.file, self.item), path, message, help, self.identity, None, subject)


class Lines:
    """Makes lines of plain data. What was plainly right once is known: equal ids are one string, days are looked up."""

    def __init__(self) -> None:
        self.ids: dict[object, str] = {}
        self.days: dict[object, dt.date] = {}

    def plain(self, data: dict[str, object], file: str, item: int | None) -> TrainingLine | None:
        """The line that plain data stands for, or nothing where anything about it needs a closer look."""
        if not data.keys() <= _KEYS:
            return None
        staff, course = self._id(data.get("staff")), self._id(data.get("course"))
        completed, expires = self._day(data.get("completed")), self._day(data.get("expires"))
        if staff is None or course is None or completed is None or (expires is None and "expires" in data):
            return None
        return TrainingLine(staff, course, completed, expires, file, item)

    def _id(self, value: object) -> str | None:
        if type(value) is not str or not value or value != value.strip():
            return None
        return self.ids.setdefault(value, value)

    def _day(self, value: object) -> dt.date | None:
        if type(value) is not str:
            return None
        try:
            return self.days.setdefault(value, parse_day(value))
        except ValueError:
            return None
