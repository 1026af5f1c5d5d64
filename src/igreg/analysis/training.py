"""Is somebody trained? Any record of a course that counts is enough, and the one that lasts longest says until when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from igreg.model.kinds.courses import Course
from igreg.model.span import Span
from igreg.register.register import Register
from igreg.register.training_index import CourseLines
from igreg.register.training_lines import TrainingLine


class _Sorted(NamedTuple):
    """Records of a course that were completed by the day, sorted by how much there is to ask of them."""

    plain: Mapping[str, TrainingLine]
    """The last record of each of the many of whom it says it all."""
    others: Mapping[str, list[TrainingLine]]
    """The records of the few of whom an earlier one may outlast a later one: ends of their own, days to come."""
    days: frozenset[dt.date]
    """The days on which those of the many were completed: far fewer than there are people."""


@dataclass(frozen=True)
class CourseTraining:
    """Who is trained in one course on a day."""

    lines: CourseLines
    valid_for: Span | None
    """How long it counts from the day of completion, where the record has no end of its own; nothing is for good."""
    day: dt.date

    @cached_property
    def ends(self) -> Mapping[str, dt.date | None]:
        """For each person the last day on which their training counts (ruling A03); nothing where it never lapses.

        Those whose training has lapsed are among them; those who have not completed the course by the day are not.
        """
        plain, others, days = self._sorted
        known: dict[dt.date | None, dt.date | None] = {day: self._end(day, None) for day in days}
        out = {staff: known[line.completed] for staff, line in plain.items()}
        for staff, lines in others.items():
            found = [self._end(line.completed, line.expires) for line in lines if line.completed is not None]
            out[staff] = None if None in found else max(end for end in found if end is not None)
        return out

    @cached_property
    def trained(self) -> frozenset[str]:
        """Everybody who has a record that counts on the day."""
        return self._trained(dt.date.min)

    def trained_within(self, window: Span) -> frozenset[str]:
        """Everybody whose record counts on the day and was completed no longer ago than a span."""
        days = self._sorted.days.union(line.completed for lines in self._sorted.others.values() for line in lines)
        recent = [day for day in days if day is not None and window.after(day) >= self.day]
        return self._trained(min(recent, default=dt.date.max))

    def lapses(self, until: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Whose training lapses by a day, and when; whose has lapsed before is among them."""
        return ((end, staff) for staff, end in self.ends.items() if end is not None and end <= until)

    def _trained(self, since: dt.date) -> frozenset[str]:
        """Everybody who has a record that counts on the day and was not completed before another."""
        plain, others, days = self._sorted
        counting = {day for day in days if day >= since and self._counts(day, None)}
        out = {staff for staff, line in plain.items() if line.completed in counting}
        for staff, lines in others.items():
            found = [(line.completed, line.expires) for line in lines if line.completed is not None]
            if any(completed >= since and self._counts(completed, expires) for completed, expires in found):
                out.add(staff)
        return frozenset(out)

    @cached_property
    def _sorted(self) -> _Sorted:
        day, (latest, earlier) = self.day, self.lines
        doubtful = {staff for staff, line in latest.items() if line.expires is not None or line.completed > day}  # type: ignore[operator]
        doubtful.update(line.staff for line in earlier if line.expires is not None and line.staff is not None)
        plain, others = latest, defaultdict[str, list[TrainingLine]](list)
        if doubtful:
            plain = {staff: line for staff, line in latest.items() if staff not in doubtful}
            for line in (*(latest[staff] for staff in doubtful), *earlier):
                if line.staff in doubtful and line.completed is not None and line.completed <= day:
                    others[line.staff].append(line)
        days = {line.completed for line in plain.values() if line.completed is not None}
        return _Sorted(plain, others, frozenset(days))

    def _end(self, completed: dt.date, expires: dt.date | None) -> dt.date | None:
        """The last day on which a record counts: its own end, else the course's span from the day of completion."""
        if expires is not None:
            return expires
        return self.valid_for.after(completed) if self.valid_for is not None else None

    def _counts(self, completed: dt.date, expires: dt.date | None) -> bool:
        end = self._end(completed, expires)
        return end is None or end >= self.day


@dataclass(frozen=True)
class Training:
    """Who is trained in what on a day."""

    register: Register
    day: dt.date

    @cached_property
    def by_course(self) -> Mapping[str, CourseTraining]:
        """Every course of which there are records; each is looked into when it is asked."""
        out = {}
        for id, lines in self.register.training_index.by_course.items():
            course = self.register.get(Course, id)
            out[id] = CourseTraining(lines, course.valid_for if course is not None else None, self.day)
        return out

    def of(self, course: str) -> CourseTraining:
        """Who is trained in a course; of one without records nobody is."""
        return self.by_course.get(course) or CourseTraining(CourseLines({}, []), None, self.day)

    def is_trained(self, staff: str, course: str) -> bool:
        """Whether a person has a record of a course that counts on the day."""
        return staff in self.of(course).trained

    def ended(self, staff: str, course: str) -> dt.date | None:
        """The last day on which a person's training in a course counted, where it has lapsed."""
        end = self.of(course).ends.get(staff)
        return end if end is not None and end < self.day else None
