"""Training records by course and person, made in one pass: there are far more of them than of anything else."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import cast

from igreg.dataclass import dataclass
from igreg.register.training_lines import TrainingLine

Done = tuple[dt.date, dt.date | None]
"""When a course was completed, and the record's own end if it has one: few such pairs for very many records."""


@dataclass(frozen=True)
class TrainingIndex:
    """Training records as they are looked up. Which of them count on a day, `analysis.training` says."""

    lines: Sequence[TrainingLine]

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of people that training records name."""
        people: set[str | None] = set().union(*self._alike.values())
        return cast("frozenset[str]", frozenset(people - {None}))

    @cached_property
    def courses(self) -> frozenset[str]:
        """The ids of courses that training records name."""
        return frozenset(course for course, _, _ in self._alike if course is not None)

    @cached_property
    def days(self) -> frozenset[dt.date]:
        """The days on which anything was completed: far fewer than records, so whoever judges days looks here first."""
        return frozenset(completed for _, completed, _ in self._alike if completed is not None)

    @cached_property
    def periods(self) -> frozenset[tuple[dt.date, dt.date]]:
        """The day of completion and the end of records that have both: far fewer pairs than records."""
        return frozenset((done, end) for _, done, end in self._alike if done is not None and end is not None)

    @cached_property
    def ending(self) -> Sequence[TrainingLine]:
        """The records with an end of their own, as they stand."""
        if not any(expires for _, _, expires in self._alike):
            return ()
        return [line for line in self.lines if line[3] is not None]

    @cached_property
    def _alike(self) -> Mapping[tuple[str | None, dt.date | None, dt.date | None], Sequence[str | None]]:
        """Who is named with each course, day and end, as the records stand: few such threes for very many."""
        alike: dict[tuple[str | None, dt.date | None, dt.date | None], list[str | None]] = defaultdict(list)
        for line in self.lines:
            alike[line[1:4]].append(line[0])  # one look-up a record
        return alike

    @cached_property
    def by_course(self) -> Mapping[str, Mapping[Done, Sequence[str]]]:
        """For each course who did it when, in the order in which the courses are first named; broken ones are left out.

        Somebody stands there as often as there are records.
        """
        out: dict[str, dict[Done, list[str]]] = {}
        for (course, completed, expires), named in self._alike.items():
            people = [staff for staff in named if staff is not None] if None in named else cast("list[str]", named)
            if course is not None and completed is not None and people:
                out.setdefault(course, {})[completed, expires] = people
        return out
