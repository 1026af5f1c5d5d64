"""Who holds a role without what it requires: courses that count on the day, and skills at a level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.training import Training
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.shared import Skill, SkillNeeded


@dataclass(frozen=True, slots=True)
class MissingCourse:
    """A course that somebody's role requires and in which they are not trained."""

    held: Appointment
    course: str
    lapsed: dt.date | None
    """The last day on which they were; nothing where they never were."""


@dataclass(frozen=True, slots=True)
class MissingSkill:
    """A skill that somebody's role requires and that they do not have, or not at the level."""

    held: Appointment
    person: StaffMember
    wanted: SkillNeeded
    level: int | None
    """The level they have it at, 0 where none is written; nothing where they do not have it."""


def missing_courses(tenure: Tenure, training: Training) -> Iterator[MissingCourse]:
    """Every course that a holder of the day lacks; courses that are not in the register are passed over."""
    for role in tenure.register.of(Role):
        courses = role.requires.courses if role.requires is not None else []
        for held in tenure.holders(role) if courses else ():
            for course in courses:
                staff = held.holder.staff or ""
                if tenure.register.get(Course, course) is not None and not training.is_trained(staff, course):
                    yield MissingCourse(held, course, training.ended(staff, course))


def missing_skills(tenure: Tenure) -> Iterator[MissingSkill]:
    """Every skill that a holder of the day lacks; one without a level is had at none."""
    for role in tenure.register.of(Role):
        wanted_here = role.requires.skills if role.requires is not None else []
        for held in tenure.holders(role) if wanted_here else ():
            person = tenure.register.get(StaffMember, held.holder.staff)
            if person is None:
                continue
            has = {_plain(skill): skill.level or 0 for skill in person.skills}
            for wanted in wanted_here:
                level = has.get(_plain(wanted))
                if level is None or level < (wanted.level or 0):
                    yield MissingSkill(held, person, wanted, level)


def _plain(skill: Skill | SkillNeeded) -> str:
    """What a skill is called, however it is written."""
    return (skill.skill or "").strip().casefold()
