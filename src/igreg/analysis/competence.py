"""Who holds a role without what it requires: courses that count on the day, and skills at a level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.training import Training
from igreg.dataclass import dataclass
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.skills import LeadingSkill
from igreg.model.kinds.staff import StaffMember
from igreg.model.shared import SkillNeeded
from igreg.register.register import Register


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


@dataclass(frozen=True, slots=True)
class LastingSkill:
    """A skill that somebody's role requires, that they have, and that counts for so long."""

    held: Appointment
    person: StaffMember
    skill: LeadingSkill
    shown: dt.date
    """The latest day on which they showed it."""
    until: dt.date
    """The last day on which it counts."""


Gap = Literal["missing", "below", "lapsed", "nobody", "unknown"]
"""How a skill that is asked for is wanting: not had, not at the level, shown too long ago; or nobody holds the post, or
the register does not have whoever does."""


@dataclass(frozen=True, slots=True)
class SkillAsked:
    """A skill that a role asks for, and how its holder stands to it; of a vacant role nobody does."""

    role: Role
    held: Appointment | None
    person: StaffMember | None
    """Whoever holds the role, where the register has them."""
    key: str
    """What the words for one skill have in common."""
    wanted: SkillNeeded
    """Of several entries for one skill the one with the highest level."""
    skill: LeadingSkill | None
    """The skill of the register that is meant."""
    level: int | None = None
    """As in `MissingSkill`."""
    until: dt.date | None = None
    """The last day on which it counts, where it was shown and counts for a time only."""

    @property
    def is_below(self) -> bool:
        """Whether they have it, and not at the level."""
        return self.level is not None and self.level < (self.wanted.level or 0)

    def gaps(self, day: dt.date) -> tuple[Gap, ...]:
        """What is wanting on a day; nothing where they have it, at the level, and it still counts."""
        if self.held is None:
            return ("nobody",)
        if self.person is None:
            return ("unknown",)
        if self.level is None:
            return ("missing",)
        found: list[Gap] = ["below"] if self.is_below else []
        return tuple([*found, "lapsed"] if self.until is not None and self.until < day else found)


class Named:
    """The skills that the register keeps, by what people call them: id or title (rulings A119, B67)."""

    def __init__(self, register: Register) -> None:
        skills = [skill for skill in register.of(LeadingSkill) if skill.id]
        titles = {_folded(skill.title): skill for skill in reversed(skills) if skill.title}
        self.known = titles | {_folded(skill.id): skill for skill in reversed(skills)}  # an id before another's title

    def of(self, word: str | None) -> LeadingSkill | None:
        """The skill that a word means, if the register keeps it."""
        return self.known.get(_folded(word))

    def shown_by(self, person: StaffMember, day: dt.date) -> Mapping[str, tuple[LeadingSkill, dt.date]]:
        """The skills of the register that a person has shown by a day, by their keys, with the latest day of each."""
        out: dict[str, tuple[LeadingSkill, dt.date]] = {}
        for has in person.skills:
            skill = self.of(has.skill) if has.on is not None and has.on <= day else None
            if skill is not None and has.on is not None:
                key = skill.id or ""
                out[key] = (skill, max(has.on, out[key][1] if key in out else has.on))
        return out

    def levels_of(self, person: StaffMember) -> Mapping[str, int]:
        """What a person has, by key: of several entries the highest level, and 0 where none is written."""
        out: dict[str, int] = {}
        for has in person.skills:
            key = self.key(has.skill)
            out[key] = max(has.level or 0, out.get(key, 0))
        return out

    def key(self, word: str | None) -> str:
        """What two words have in common that mean the same skill."""
        found = self.of(word)
        return found.id or "" if found is not None else _folded(word)


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
    named = Named(tenure.register)
    for held, person, wanted_here in _asked(tenure):
        has = named.levels_of(person)
        for wanted in wanted_here:
            level = has.get(named.key(wanted.skill))
            if level is None or level < (wanted.level or 0):
                yield MissingSkill(held, person, wanted, level)


def lasting_skills(tenure: Tenure) -> Iterator[LastingSkill]:
    """Every skill that a holder of the day has to have and has shown, and that counts for a time only (ruling B67).

    What was never shown on a day is not judged; of several days the latest counts, if it does not lie ahead.
    """
    named = Named(tenure.register)
    if not named.known:
        return
    for held, person, wanted_here in _asked(tenure):
        shown = named.shown_by(person, tenure.day)
        for key in dict.fromkeys(named.key(wanted.skill) for wanted in wanted_here):
            skill, day = shown.get(key, (None, None))
            if skill is not None and day is not None and skill.valid_for is not None:
                yield LastingSkill(held, person, skill, day, skill.valid_for.after(day))


def skills_asked(tenure: Tenure) -> Iterator[SkillAsked]:
    """Every skill that a role of the day asks for, of each of its holders; each skill once for each of them."""
    named = Named(tenure.register)
    for role in tenure.there.roles:
        wanted: dict[str, SkillNeeded] = {}
        for one in role.requires.skills if role.requires is not None else ():
            key = named.key(one.skill)
            if key and (key not in wanted or (one.level or 0) > (wanted[key].level or 0)):
                wanted[key] = one
        holders: list[Appointment | None] = [*tenure.holders(role)] if wanted else []
        for held in holders or [None]:
            person = tenure.register.get(StaffMember, held.holder.staff) if held is not None else None
            has = named.levels_of(person) if person is not None else {}
            shown = named.shown_by(person, tenure.day) if person is not None else {}
            for key, one in wanted.items():
                skill, day = shown.get(key, (None, None))
                until = skill.valid_for.after(day) if skill is not None and skill.valid_for and day else None
                yield SkillAsked(role, held, person, key, one, named.of(one.skill), has.get(key), until)


def courses_that_build(register: Register, skills: Iterable[LeadingSkill]) -> Mapping[str, list[LeadingSkill]]:
    """For each course that builds any of some skills, which: the courses of the register first, in its order."""
    wanted = {id(skill) for skill in skills}
    built: dict[str, list[LeadingSkill]] = {}
    for skill in register.of(LeadingSkill):
        for course in dict.fromkeys(skill.courses) if id(skill) in wanted else ():
            built.setdefault(course, []).append(skill)
    known = [course.id for course in register.of(Course) if course.id in built]
    return {course: built[course] for course in dict.fromkeys((*known, *built)) if course is not None}


def skill_days(register: Register) -> Iterator[tuple[dt.date, dt.date | None]]:
    """For each day on which somebody showed a skill that day, and the last on which it counts."""
    named = Named(register)
    for person in register.of(StaffMember):
        for has in person.skills:
            if has.on is not None:
                skill = named.of(has.skill)
                lasts = skill.valid_for if skill is not None else None
                yield has.on, lasts.after(has.on) if lasts is not None else None


def _asked(tenure: Tenure) -> Iterator[tuple[Appointment, StaffMember, list[SkillNeeded]]]:
    """Everybody who holds a role today that asks for skills, and which."""
    for role in tenure.register.of(Role):
        wanted = role.requires.skills if role.requires is not None else []
        for held in tenure.holders(role) if wanted else ():
            person = tenure.register.get(StaffMember, held.holder.staff)
            if person is not None:
                yield held, person, wanted


def _folded(word: str | None) -> str:
    return " ".join((word or "").split()).casefold()
