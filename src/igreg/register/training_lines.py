"""Training records: by far the most numerous, so each is a plain tuple and never a model."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from igreg.findings import Fault, KeyPath, Origin
from igreg.model.kinds.training_records import training_name


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
