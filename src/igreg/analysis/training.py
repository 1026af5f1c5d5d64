"""Is somebody trained? Any record of a course that counts is enough, and the one that lasts longest says until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.model.kinds.courses import Course
from igreg.model.span import Span
from igreg.register.register import Register
from igreg.register.training_index import Done

_NO_TIME = Span(0, "day")


@dataclass(frozen=True)
class CourseTraining:
    """Who is trained in one course on a day.

    Records are judged by the days on them, each pair of days once: there are hundreds of times as many records as
    pairs. Of people whole sets are made.
    """

    records: Mapping[Done, Sequence[str]]
    valid_for: Span | None
    """How long it counts from the day of completion, where the record has no end of its own; nothing is for good."""
    day: dt.date

    @cached_property
    def ends(self) -> Mapping[str, dt.date | None]:
        """For each person the last day on which their training counts (ruling A03); nothing where it never lapses.

        Those whose training has lapsed are among them; those who have not completed the course by the day are not.
        """
        return self.last_days(None)

    def last_days(self, window: Span | None) -> Mapping[str, dt.date | None]:
        """The same; with a window training counts no longer than that from the day of completion."""
        out: dict[str, dt.date | None] = {}
        for end, people in self._by_end if window is None else self._sorted(window):
            out.update(dict.fromkeys(people, end))
        return out

    @cached_property
    def trained(self) -> frozenset[str]:
        """Everybody who has a record that counts on the day."""
        return frozenset().union(*self._that_count(None))

    def untrained(self, people: Set[str], window: Span | None = None) -> set[str]:
        """Those of some people without a record that counts on the day.

        With a window only what was completed no longer ago than that counts.
        """
        return set(people).difference(*self._that_count(window))

    def lapses(self, until: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Whose training lapses by a day, and when; whose has lapsed before is among them."""
        soon: dict[str, dt.date] = {}
        for end, people in self._by_end:
            if end is not None and end <= until:
                soon.update(dict.fromkeys(people, end))
            else:
                for staff in soon.keys() & people:
                    del soon[staff]
        return ((end, staff) for staff, end in soon.items())

    def reaches_back(self, window: Span | None = None) -> bool:
        """Whether its records begin so long before the day that who was trained on it can be known.

        Where the first is from a shorter time ago than training counts, somebody may have been trained by a record
        that was never brought in.
        """
        first = min((completed for completed, _ in self.records), default=None)
        spans = [span for span in (self.valid_for, window) if span is not None]
        return first is not None and any(span.after(first) <= self.day for span in spans or [_NO_TIME])

    @cached_property
    def _by_end(self) -> Sequence[tuple[dt.date | None, Sequence[str]]]:
        """Who completed the course by the day, by the last day on which it counts: the longest last."""
        return self._sorted(None)

    def _sorted(self, window: Span | None) -> Sequence[tuple[dt.date | None, Sequence[str]]]:
        ends = []
        for (completed, expires), people in self.records.items():
            if completed <= self.day:
                end = self._end(completed, expires)
                longest = window.after(completed) if window is not None else None
                ends.append((min((day for day in (end, longest) if day is not None), default=None), people))
        return sorted(ends, key=lambda found: found[0] or dt.date.max)

    def _that_count(self, window: Span | None) -> Iterator[Sequence[str]]:
        """People, by the days of their records, where these count on the day."""
        for (completed, expires), people in self.records.items():
            if completed <= self.day and (window is None or window.after(completed) >= self.day):
                end = self._end(completed, expires)
                if end is None or end >= self.day:
                    yield people

    def _end(self, completed: dt.date, expires: dt.date | None) -> dt.date | None:
        """The last day on which a record counts: its own end, else the course's span from the day of completion."""
        if expires is not None:
            return expires
        return self.valid_for.after(completed) if self.valid_for is not None else None


@dataclass(frozen=True)
class Training:
    """Who is trained in what on a day."""

    register: Register
    day: dt.date

    @cached_property
    def by_course(self) -> Mapping[str, CourseTraining]:
        """Every course of which there are records; each is looked into when it is asked."""
        out = {}
        for id, records in self.register.training_index.by_course.items():
            course = self.register.get(Course, id)
            out[id] = CourseTraining(records, course.valid_for if course is not None else None, self.day)
        return out

    def of(self, course: str) -> CourseTraining:
        """Who is trained in a course; of one without records nobody is."""
        return self.by_course.get(course) or CourseTraining({}, None, self.day)

    def is_trained(self, staff: str, course: str) -> bool:
        """Whether a person has a record of a course that counts on the day."""
        return staff in self.of(course).trained

    def ended(self, staff: str, course: str) -> dt.date | None:
        """The last day on which a person's training in a course counted, where it has lapsed."""
        end = self.of(course).ends.get(staff)
        return end if end is not None and end < self.day else None
