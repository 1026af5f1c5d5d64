"""What is planned to be taught, to whom, and how many of them are trained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from igreg.analysis.training import Training
from igreg.dataclass import dataclass
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import WORKERS
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.span import Span


def percent(trained: int, counted: int) -> float:
    """A share in a hundred, rounded down to one decimal: what is under a target never looks as if reached."""
    return trained * 1000 // counted / 10


@dataclass(frozen=True)
class Yearly:
    """What is asked of the yearly training of all staff: a share of a hundred, and how old a record may be."""

    target: float
    window: Span


@dataclass(frozen=True)
class Share:
    """How many of those who are due to have done a course of a plan are trained in it."""

    plan: TrainingPlan
    index: int
    """Which of the plan's courses it is."""
    course: Course
    target: float | None
    """How many of a hundred should be; nothing where nobody asks for a share."""
    due: frozenset[str]
    """The people of the plan's audience who count on the day."""
    without: tuple[str, ...]
    """Those of them who are not trained, in the order of their ids."""
    window: Span | None = None
    """How old a record may be, where the yearly window applies to the course (ruling B39)."""

    @property
    def trained(self) -> int:
        """How many of those who count are trained."""
        return len(self.due) - len(self.without)

    @property
    def percent(self) -> float | None:
        """How many of a hundred are trained; nothing where nobody counts."""
        return percent(self.trained, len(self.due)) if self.due else None

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached; where nobody counts yet, or there is no target, it is."""
        return self.target is None or self.trained * 100 >= self.target * len(self.due)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The rows of the facts that say how many, and how lately; a course's own target is no such row."""
        many = ("limits.training-share",) if self.target is not None and self.course.target is None else ()
        return (*many, "limits.training-window") if self.window is not None else many

    def among(self, people: Set[str]) -> Share:
        """The same share, of some people only."""
        return replace(self, due=self.due & people, without=tuple(id for id in self.without if id in people))


def shares(audiences: Audiences, training: Training, yearly: Yearly | None) -> Iterator[Share]:
    """The share of every course, plan by plan, also where no target is set.

    Courses to which the yearly window applies need what `yearly` says, or their own target within its window; any other
    course needs its own target only (ruling B39).
    """
    register = audiences.tenure.register
    common = courses_for_all(audiences)
    for plan in register.of(TrainingPlan):
        people = frozenset(audiences.counted(plan.audience))
        due_within: dict[Span | None, tuple[frozenset[str], list[str]]] = {}
        for index, entry in enumerate(plan.courses):
            course = register.get(Course, entry.course)
            if course is None or course.id is None:
                continue
            asked = yearly if yearly is not None and _is_yearly(audiences, course, common, yearly) else None
            target = course.target if asked is None or course.target is not None else asked.target
            window = asked.window if asked is not None else None
            if entry.within not in due_within:
                found = _due(audiences, people, entry.within)
                due_within[entry.within] = found, sorted(found)  # in order once, and not for each course
            due, in_order = due_within[entry.within]
            without = training.of(course.id).untrained(due, window)
            yield Share(plan, index, course, target, due, tuple(filter(without.__contains__, in_order)), window)


def first_training(audiences: Audiences, until: dt.date) -> Iterator[tuple[Course, Mapping[str, dt.date]]]:
    """For each course of a plan the starters who have no record of it at all, and the last day on which it is in time.

    That day is `started` + `within`, up to which IG403 waits for them (ruling A69); of several plans the first. Who
    counts in no share, whose first day is not known, and a course without `within` have none (ruling B73). Only days
    up to `until` are looked for.
    """
    register = audiences.tenure.register
    records = register.training_index.by_course
    last_days: dict[Span, Mapping[str, dt.date]] = {}
    found: dict[str, dict[str, dt.date]] = {}
    for plan in register.of(TrainingPlan):
        people = audiences.counted(plan.audience) if any(entry.within for entry in plan.courses) else set()
        for entry in plan.courses if people else ():
            if entry.course is None or entry.within is None:
                continue
            if entry.within not in last_days:
                last_days[entry.within] = _last_days(audiences, entry.within, until)
            days, of_course = last_days[entry.within], found.setdefault(entry.course, {})
            for id in people.difference(*records.get(entry.course, {}).values()) & days.keys():
                of_course[id] = min(days[id], of_course.get(id, days[id]))
    for id, awaited in found.items():
        course = register.get(Course, id)
        if course is not None and awaited:
            yield course, awaited


def _last_days(audiences: Audiences, within: Span, until: dt.date) -> dict[str, dt.date]:
    """The last day of the time that each of our staff has from their start, where it is no later than a day."""
    out: dict[str, dt.date] = {}
    for start, ids in audiences.by_start.items():
        day = within.after(start) if start is not None else None
        if day is not None and day <= until:
            out.update(dict.fromkeys(ids, day))
    return out


def by_worker(audiences: Audiences, share: Share) -> Mapping[str, tuple[int, int]]:
    """How many are trained, and how many count, of each sort of worker, in the order in which the model names them."""
    out: dict[str, tuple[int, int]] = {}
    for worker in WORKERS:
        some = audiences.by_worker.get(worker, frozenset())
        of = len(share.due & some)
        if of:
            out[worker] = of - sum(id in some for id in share.without), of
    return out


def courses_for_all(audiences: Audiences) -> frozenset[str]:
    """The ids of the courses that a plan for all staff asks for (ruling B25)."""
    out: set[str] = set()
    for plan in audiences.tenure.register.of(TrainingPlan):
        if audiences.are_all_staff(plan.audience):
            out.update(entry.course for entry in plan.courses if entry.course)
    return frozenset(out)


def _is_yearly(audiences: Audiences, course: Course, common: frozenset[str], yearly: Yearly) -> bool:
    """Whether the yearly window applies to a course.

    Where the course does not say, it does for one of all staff that does not count for longer than the window.
    """
    if course.applies_window is not None:
        return course.applies_window
    longer = course.valid_for is not None and course.valid_for.longer_than(yearly.window, audiences.tenure.day)
    return course.id in common and not longer


def _due(audiences: Audiences, people: frozenset[str], within: Span | None) -> frozenset[str]:
    """Who counts yet: a starter only after `started` + `within` (ruling A69)."""
    if within is None:
        return people
    day = audiences.tenure.day
    return people.difference(
        *(ids for start, ids in audiences.by_start.items() if start is not None and within.after(start) >= day)
    )


def unplanned(audiences: Audiences) -> Iterator[str]:
    """Those of our staff who need a training plan and are in no plan's audience.

    Somebody without access to any personal data needs none; somebody who is away for long does (ruling B17).
    """
    planned: set[str] = set()
    for plan in audiences.tenure.register.of(TrainingPlan):
        planned |= audiences.people(plan.audience)
    for id, person in audiences.tenure.ours.items():
        if id not in planned and not person.no_personal_data:
            yield id


def required_of(tenure: Tenure) -> Mapping[str, Set[str]]:
    """For each course that a role requires, the people who hold such a role on the day."""
    out: dict[str, set[str]] = {}
    for role in tenure.register.of(Role):
        for course in role.requires.courses if role.requires is not None else ():
            out.setdefault(course, set()).update(tenure.people(role.id))
    return out


def wanted_courses(tenure: Tenure) -> set[str]:
    """The ids of the courses that a plan or a role wants somebody to do; a role that has ended wants nothing."""
    register = tenure.register
    out = {entry.course or "" for plan in register.of(TrainingPlan) for entry in plan.courses}
    for role in register.of(Role):
        if role.requires is not None and role.id not in tenure.there.ended:
            out.update(role.requires.courses)
    return out
