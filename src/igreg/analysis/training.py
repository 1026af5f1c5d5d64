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

    plain: dict[str, dt.date]
    """When each person completed it last, for the many whose last record says it all."""
    others: dict[str, list[TrainingLine]]
    """The records of the few of whom an earlier one may outlast a later one: ends of their own, days to come."""


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
        plain, others = self._sorted
        days = {completed: self._end(completed, None) for completed in set(plain.values())}
        out = {staff: days[completed] for staff, completed in plain.items()}
        for staff, lines in others.items():
            found = [self._end_of(line) for line in lines]
            out[staff] = None if None in found else max(end for end in found if end is not None)
        return out

    @cached_property
    def trained(self) -> frozenset[str]:
        """Everybody who has a record that counts on the day."""
        return frozenset({staff for staff, end in self.ends.items() if end is None or end >= self.day})

    def trained_within(self, window: Span) -> frozenset[str]:
        """Everybody whose record counts on the day and was completed no longer ago than a span."""
        plain, others = self._sorted
        recent = {day for day in set(plain.values()) if window.after(day) >= self.day and self._counts(day, None)}
        out = {staff for staff, completed in plain.items() if completed in recent}
        for staff, lines in others.items():
            for line in lines:
                completed = line.completed
                if completed and window.after(completed) >= self.day and self._counts(completed, line.expires):
                    out.add(staff)
        return frozenset(out)

    def lapses(self, until: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Whose training lapses by a day, and when; whose has lapsed before is among them."""
        return ((end, staff) for staff, end in self.ends.items() if end is not None and end <= until)

    @cached_property
    def _sorted(self) -> _Sorted:
        day, (latest, earlier) = self.day, self.lines
        doubtful = {staff for staff, line in latest.items() if line.expires is not None or _after(line, day)}
        doubtful.update(line.staff or "" for line in earlier if line.expires is not None)
        plain = {staff: line.completed for staff, line in latest.items() if staff not in doubtful}
        others: dict[str, list[TrainingLine]] = defaultdict(list)
        for line in (*(latest[staff] for staff in doubtful), *earlier) if doubtful else ():
            if line.staff in doubtful and not _after(line, day):
                others[line.staff].append(line)
        return _Sorted(plain, dict(others))  # type: ignore[arg-type]  # the index leaves out records without a day

    def _end_of(self, line: TrainingLine) -> dt.date | None:
        assert line.completed is not None
        return self._end(line.completed, line.expires)

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


def _after(line: TrainingLine, day: dt.date) -> bool:
    """Whether a record says that the course will be completed after a day; it counts from then."""
    return line.completed is not None and line.completed > day
