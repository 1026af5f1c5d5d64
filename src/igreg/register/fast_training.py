"""Training records at full speed: by far the most numerous, so what was plainly right once is only looked up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import cast

from igreg.model.values import parse_day
from igreg.register.training_lines import TrainingLine
from igreg.source.reading.pieces import Piece

_KEYS = frozenset({"staff", "course", "completed", "expires"})

Closer = Callable[[dict[str, object], int | None], TrainingLine]
"""Makes the line of plain data that needs a closer look, from the data and its place in the file's list."""


class Lines:
    """Makes lines of plain data. What was plainly right once is known: equal ids are one string, days are looked up."""

    def __init__(self) -> None:
        self.ids: dict[object, str] = {}
        self.days: dict[object, dt.date] = {}

    def read(
        self, into: list[TrainingLine], file: str, pieces: Iterator[Piece], bad: frozenset[int], closer: Closer
    ) -> None:
        """Put the lines of a file's pieces into a list.

        Written out, because a call for each of some 200,000 records is what would take the time (decision 4).
        """
        ids, days, new, add = self.ids, self.days, tuple.__new__, into.append
        index: int | None = -1
        for single, piece in pieces:
            for data in piece:
                index = None if single else cast(int, index) + 1
                if len(data) <= 4:
                    # The three fields, or with an end four, all seen before: by far the most records are made here.
                    try:
                        staff, course, completed = ids[data["staff"]], ids[data["course"]], days[data["completed"]]
                        expires = None if len(data) == 3 else days[data["expires"]]
                        add(new(TrainingLine, (staff, course, completed, expires, file, index)))
                        continue
                    except (KeyError, TypeError):
                        pass
                if index not in bad:
                    add(self.plain(data, file, index) or closer(data, index))

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
