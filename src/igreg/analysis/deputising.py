"""Who could deputise in a role: people with what it asks for, in no conflict with it, with hours left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.capacity import hours_taken
from igreg.analysis.competence import Named
from igreg.analysis.functions import conflicts_with
from igreg.analysis.undelegable import functions_of_taker
from igreg.dataclass import dataclass
from igreg.facts.tables import Conflict
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.skills import LeadingSkill
from igreg.model.kinds.staff import StaffMember
from igreg.model.shared import SkillNeeded

NEARLY = 10
"""So many of those who lack one thing are named."""


@dataclass(frozen=True, slots=True)
class SkillLacked:
    """A skill that a role asks for and a person does not have, not at the level, or no more."""

    wanted: SkillNeeded
    skill: LeadingSkill | None
    """The skill of the register that is meant, with the courses that build it."""
    level: int | None
    """The level they have it at, 0 where none is written; nothing where they do not have it."""
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who does not hold the role, and what speaks for and against their deputising in it."""

    person: StaffMember
    skills: tuple[SkillLacked, ...]
    courses: tuple[Course, ...]
    """The courses that the role asks for and in which they are not trained."""
    conflict: Conflict | None
    """The pair of functions that one person should not have, if they have one and the role the other."""
    hours_left: float | None
    """Hours a week that their roles leave of those they work; nothing where nobody wrote how many they work."""
    deputises: bool
    """Whether they do already."""
    some: bool
    """Whether they have any of what the role asks for."""

    @property
    def lacks(self) -> int:
        """How many of the things that the role asks for they lack."""
        return len(self.skills) + len(self.courses)

    @property
    def is_free(self) -> bool:
        """Whether nothing but skills and courses stands in the way."""
        return self.conflict is None and (self.hours_left is None or self.hours_left > 0)


@dataclass(frozen=True, slots=True)
class Deputies:
    """Who could deputise in a role on a day, and who nearly could."""

    role: Role
    could: tuple[Candidate, ...]
    nearly: tuple[Candidate, ...]
    """Those who lack one thing and have another; at most some ten."""

    @property
    def asks(self) -> bool:
        """Whether the role asks for anything; if not, nobody can be told from anybody else."""
        needs = self.role.requires
        return needs is not None and bool(needs.skills or needs.courses)


def deputies(as_of: AsOf, role: Role) -> Deputies:
    """Who could deputise in a role today: employed, not away, not a holder.

    In each list those come first who deputise already, then those with most hours left, then by name.
    """
    found = Deputies(role, (), ())
    if not found.asks:
        return found
    could, nearly = [], []
    for candidate in _candidates(as_of, role):
        if candidate.is_free and not candidate.lacks:
            could.append(candidate)
        elif candidate.is_free and candidate.lacks == 1 and candidate.some:
            nearly.append(candidate)
    return Deputies(role, tuple(sorted(could, key=_order)), tuple(sorted(nearly, key=_order)[:NEARLY]))


def _candidates(as_of: AsOf, role: Role) -> Iterator[Candidate]:
    tenure, training = as_of.tenure, as_of.training
    needs = role.requires
    wanted = needs.skills if needs is not None else []
    named = Named(as_of.register)
    courses = [found for id in (needs.courses if needs else ()) if (found := as_of.register.get(Course, id))]
    holders = {held.holder.staff for held in tenure.holders(role)}
    deputies = {held.holder.staff for held in tenure.deputies(role)}
    functions = frozenset(role.all_functions)
    for id, person in tenure.employed.items():
        if id in holders or not tenure.is_here(id):
            continue
        lacked = tuple(_lacked(as_of, named, wanted, person))
        untrained = tuple(course for course in courses if not training.is_trained(id, course.id or ""))
        yield Candidate(
            person,
            lacked,
            untrained,
            conflicts_with(as_of.facts, functions, functions_of_taker(tenure, id), as_of.standing.nation),
            hours_left(as_of, person),
            id in deputies,
            len(lacked) + len(untrained) < len(wanted) + len(courses) or any(one.level is not None for one in lacked),
        )


def _lacked(as_of: AsOf, named: Named, wanted: list[SkillNeeded], person: StaffMember) -> Iterator[SkillLacked]:
    has = named.levels_of(person)
    ended = _ended(as_of, named, person)
    for one in wanted:
        key = named.key(one.skill)
        level, lapsed = has.get(key), ended.get(key, False)
        if lapsed or level is None or level < (one.level or 0):
            yield SkillLacked(one, named.of(one.skill), level, lapsed)


def _ended(as_of: AsOf, named: Named, person: StaffMember) -> Mapping[str, bool]:
    """For each skill of a person that counts for a time, whether it counts no more."""
    out: dict[str, bool] = {}
    for key, (skill, shown) in named.shown_by(person, as_of.today).items():
        if skill.valid_for is not None:
            out[key] = skill.valid_for.after(shown) < as_of.today
    return out


def hours_left(as_of: AsOf, person: StaffMember) -> float | None:
    """Hours a week that a person's roles leave of those they work; nothing where nobody wrote how many they work."""
    if person.hours_per_week is None:
        return None
    return round(person.hours_per_week - hours_taken(as_of.tenure, person.id or ""), 6)


def _order(candidate: Candidate) -> tuple[bool, float, str, str]:
    left = candidate.hours_left
    return (
        not candidate.deputises,
        -left if left is not None else 0,
        candidate.person.called,
        candidate.person.id or "",
    )
