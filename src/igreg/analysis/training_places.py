"""Who is to be booked on which course, and by when: nobody who is trained for longer than is looked ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import first_training, required_of
from igreg.dataclass import dataclass
from igreg.model.kinds.courses import Course

Why = Literal["never trained", "lapsed", "too long ago", "lapses", "starter"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that somebody needs."""

    staff: str
    course: Course
    why: Why
    by: dt.date | None
    """The last day in time; of what is past, the last day that counted, and nothing where there never was one."""
    for_role: bool
    """Whether a role that they hold asks for it, and no plan does."""


def places(as_of: AsOf, until: dt.date) -> list[Place]:
    """Every place that is needed so that nobody is untrained on a day: by plans, by roles, and for starters.

    Each person stands once for a course, with what a plan says before what a role says.
    """
    found: dict[tuple[str, str], Place] = {}
    for place in (*_of_plans(as_of, until), *_of_starters(as_of, until), *_of_roles(as_of, until)):
        found.setdefault((place.staff, place.course.id or ""), place)
    return sorted(found.values(), key=lambda one: (one.by or dt.date.min, one.course.id or "", one.staff))


def _of_plans(as_of: AsOf, until: dt.date) -> Iterator[Place]:
    for share in as_of.shares:
        training = as_of.training.of(share.course.id or "")
        known, counted = training.ends, training.last_days(share.window)
        without = frozenset(share.without)
        for staff in sorted(share.due):
            if staff in without:
                yield Place(staff, share.course, _why(known, staff, as_of.today), counted.get(staff), for_role=False)
            else:
                end = counted[staff]
                if end is not None and end <= until:
                    yield Place(staff, share.course, "lapses", end, for_role=False)


def _of_starters(as_of: AsOf, until: dt.date) -> Iterator[Place]:
    for course, people in first_training(as_of.audiences, until):
        for staff, day in people.items():
            yield Place(staff, course, "starter", day, for_role=False)


def _of_roles(as_of: AsOf, until: dt.date) -> Iterator[Place]:
    for id, people in required_of(as_of.tenure).items():
        course = as_of.register.get(Course, id)
        if course is None:
            continue
        training = as_of.training.of(id)
        for staff in sorted(people & as_of.tenure.employed.keys()):
            end = training.ends.get(staff)
            if staff not in training.trained:
                yield Place(staff, course, _why(training.ends, staff, as_of.today), end, for_role=True)
            elif end is not None and end <= until:
                yield Place(staff, course, "lapses", end, for_role=True)


def _why(ends: Mapping[str, dt.date | None], staff: str, today: dt.date) -> Why:
    """Why somebody who is asked to be trained does not count."""
    if staff not in ends:
        return "never trained"
    end = ends[staff]
    return "lapsed" if end is not None and end < today else "too long ago"
