"""What is planned to be taught, to whom, and how many of them are trained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from igreg.analysis.audience import Audiences
from igreg.analysis.training import Training
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.span import Span
from igreg.register.register import Register


@dataclass(frozen=True)
class Share:
    """How many of those who are due to have done a course of a plan are trained in it."""

    plan: TrainingPlan
    index: int
    """Which of the plan's courses it is."""
    course: Course
    target: float
    """How many of a hundred should be."""
    due: frozenset[str]
    """The people of the plan's audience who count on the day."""
    without: tuple[str, ...]
    """Those of them who are not trained, in the order of their ids."""

    @property
    def trained(self) -> int:
        """How many of those who count are trained."""
        return len(self.due) - len(self.without)

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached; where nobody counts yet, it is."""
        return self.trained * 100 >= self.target * len(self.due)


def shares(audiences: Audiences, training: Training, usual: float | None, window: Span | None) -> Iterator[Share]:
    """The share of every course that has a target, plan by plan.

    `usual` is the target of courses without one of their own. With a `window` only what was completed no longer ago
    counts.
    """
    register = audiences.tenure.register
    for plan in register.of(TrainingPlan):
        people = frozenset(audiences.people(plan.audience))
        due_within: dict[Span | None, frozenset[str]] = {}
        for index, entry in enumerate(plan.courses):
            course = register.get(Course, entry.course)
            target = usual if course is None or course.target is None else course.target
            if course is None or course.id is None or target is None:
                continue
            if entry.within not in due_within:
                due_within[entry.within] = _due(audiences, people, entry.within)
            due = due_within[entry.within]
            without = training.of(course.id).untrained(due, window)
            yield Share(plan, index, course, target, due, tuple(sorted(without)))


def _due(audiences: Audiences, people: frozenset[str], within: Span | None) -> frozenset[str]:
    """Who counts yet: a starter only after `started` + `within` (ruling A69)."""
    if within is None:
        return people
    tenure = audiences.tenure
    started = {id: tenure.employed[id].started for id in people}
    over = {day for day in set(started.values()) if day is None or within.after(day) < tenure.day}
    return frozenset({id for id, day in started.items() if day in over})


def planned_people(audiences: Audiences) -> set[str]:
    """Everybody who is in the audience of a training plan."""
    out: set[str] = set()
    for plan in audiences.tenure.register.of(TrainingPlan):
        out |= audiences.people(plan.audience)
    return out


def wanted_courses(register: Register) -> set[str]:
    """The ids of the courses that a plan or a role wants somebody to do."""
    out = {entry.course or "" for plan in register.of(TrainingPlan) for entry in plan.courses}
    for role in register.of(Role):
        out.update(role.requires.courses if role.requires is not None else ())
    return out
