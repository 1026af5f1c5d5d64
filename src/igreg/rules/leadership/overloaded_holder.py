"""A person whose roles take more hours than the contract has, or who holds more than three lead functions."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.tenure import Appointment
from igreg.facts import values
from igreg.findings import Fault, Severity
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG214", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    functions = values("lead-functions")
    most = ctx.number("lead-functions")
    for staff, held in ctx.tenure.held_by.items():
        person = ctx.register.get(StaffMember, staff)
        if person is None:
            continue
        filling = [item for item in held if item.fills]
        hours = round(sum(_hours(item) for item in filling), 6)
        if person.hours_per_week is not None and hours > person.hours_per_week:
            titles = listed(item.role.called for item in filling)
            take = f"{hours:g} {'hour' if hours == 1 else 'hours'}"
            message = f"{person.called} has {person.hours_per_week:g} hours a week, and the roles take {take}: {titles}"
            yield person.fault(("hours_per_week",), message, "pass a role on, or give it fewer hours")
        leads = sorted({item.role.id or "" for item in filling if item.role.function in functions})
        if len(leads) > most:
            titles = listed(ctx.register.title(id) for id in leads)
            message = f"{person.called} holds {len(leads)} lead functions, more than {most:g}: {titles}"
            yield person.fault((), message, "pass one of them on")


def _hours(item: Appointment) -> float:
    """Hours a week of one appointment: the holder's, else the role's, else none (ruling A53)."""
    own = item.holder.hours_per_week
    return own if own is not None else item.role.hours_per_week or 0
