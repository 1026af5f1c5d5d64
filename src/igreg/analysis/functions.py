"""The functions that law and guidance speak of: which are held by nobody, and who holds two that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from igreg.analysis.tenure import Appointment, Tenure
from igreg.facts import Conflict, Need, conflicts, needs, values
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


def clashes(tenure: Tenure) -> Iterator[Clash]:
    """Every clash of the day, for each role with the first function (ruling A120)."""
    for conflict in conflicts():
        first, second = (tenure.holders_of(function) for function in conflict.pair)
        for staff, appointments in first.items():
            for held in appointments if staff in second else ():
                yield Clash(conflict, staff, held, tuple(second[staff]))


def unfilled_needs(tenure: Tenure) -> Iterator[tuple[Need, list[Role]]]:
    """Every function that the type of organisation needs and nobody holds, with the roles that have it, all vacant."""
    for need in needs(tenure.register.organisation.type):
        roles = tenure.roles_with.get(need.function, [])
        if not any(tenure.is_held(role) for role in roles):
            yield need, roles


def roles_without_deputy(tenure: Tenure) -> Iterator[Role]:
    """The roles of functions that should have a deputy, and have none on the day (ruling A51)."""
    asked = (role for function in values("deputised-functions") for role in tenure.roles_with.get(function, ()))
    for role in {id(role): role for role in asked}.values():
        if not tenure.deputies(role):
            yield role
