"""The functions that law and guidance speak of: which are held by nobody, and who holds two that conflict."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from igreg.analysis.as_of import AsOf
from igreg.analysis.tenure import Appointment, Tenure
from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.facts.needs import Need, needs_of
from igreg.facts.tables import Conflict
from igreg.findings import Severity
from igreg.model.kinds.roles import Role


@dataclass(frozen=True, slots=True)
class Clash:
    """One person who holds two functions that one person should not hold, in a role with the first of them.

    One post may have both; then it is among the others too.
    """

    conflict: Conflict
    staff: str
    held: Appointment
    others: tuple[Appointment, ...]
    """Their appointments to roles with the second."""


def clashes(tenure: Tenure, facts: Facts) -> Iterator[Clash]:
    """Every clash of the day, for each role with the first function (ruling A120)."""
    for conflict in facts.table(Conflict).values():
        first, second = (tenure.holders_of(function) for function in conflict.pair)
        for staff, appointments in first.items():
            for held in appointments if staff in second else ():
                yield Clash(conflict, staff, held, tuple(second[staff]))


def conflicts_with(
    facts: Facts, own: Collection[str], others: Collection[str], nation: str = "england"
) -> Conflict | None:
    """The first pair, of those that are more than an info, with one function on either side (ruling B36).

    What rests on guidance of another nation is good practice, and so an info (ruling B34).
    """
    for conflict in facts.table(Conflict).values():
        one, other = conflict.pair
        if conflict.severity <= Severity.INFO or not conflict.in_nation(nation):
            continue
        if (one in own and other in others) or (other in own and one in others):
            return conflict
    return None


def unfilled_needs(as_of: AsOf) -> Iterator[tuple[Need, Sequence[Role]]]:
    """Every function that the organisation needs and nobody holds, with the roles that have it, all vacant."""
    tenure = as_of.tenure
    for need in needs_of(as_of.standing):
        roles = tenure.roles_with.get(need.function, [])
        if not any(tenure.is_held(role) for role in roles):
            yield need, roles


def roles_without_deputy(tenure: Tenure, facts: Facts) -> Iterator[Role]:
    """The roles of functions that should have a deputy, and have none on the day (ruling A51)."""
    asked = (role for function in facts.values("deputised-functions") for role in tenure.roles_with.get(function, ()))
    for role in {id(role): role for role in asked}.values():
        if not tenure.deputies(role):
            yield role
