"""Training records: by far the most numerous, so each is a plain tuple and never a model."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from igreg.findings import Fault, KeyPath, Origin
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
    def identity(self) -> str:
        """The name a training record goes by, since it has no id: staff/course/completed."""
        return f"{self.staff or ''}/{self.course or ''}/{self.completed or ''}"

    def fault(self, path: KeyPath, message: str, help: str = "", *, subject: str | None = None) -> Fault:
        """A fault at a key path of this line."""
        return Fault(Origin(self.file, self.item), path, message, help, self.identity, None, subject)


def plain_line(data: dict[str, object], file: str, index: int | None, shared: dict[str, str]) -> TrainingLine | None:
    """The line that plain data stands for, or nothing where anything about it needs a closer look.

    `shared` makes equal ids one string, which keeps 200,000 records small.
    """
    if not data.keys() <= _KEYS:
        return None
    staff, course, completed, expires = (
        data.get("staff"),
        data.get("course"),
        data.get("completed"),
        data.get("expires"),
    )
    if type(staff) is not str or type(course) is not str or type(completed) is not str:
        return None
    if not staff or not course or staff[0] <= " " or staff[-1] <= " " or course[0] <= " " or course[-1] <= " ":
        return None
    try:
        day = parse_day(completed)
        end = None if expires is None else parse_day(expires) if type(expires) is str else _refuse()
    except ValueError:
        return None
    return TrainingLine(shared.setdefault(staff, staff), shared.setdefault(course, course), day, end, file, index)


def _refuse() -> dt.date:
    raise ValueError
