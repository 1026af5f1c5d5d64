"""A person whose roles take more hours than the contract has, or who holds more than three lead functions."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.capacity import loads
from igreg.findings import Fault, Severity
from igreg.language.english import counted
from igreg.rules._rule import Context, rule
from igreg.rules._words import function_called, listed


@rule("IG214", Severity.WARNING, "own", "limits.lead-functions", "lists.lead-functions")
def check(ctx: Context) -> Iterator[Fault]:
    most = ctx.number("lead-functions")
    for load in loads(ctx.tenure, ctx.facts.values("lead-functions")):
        person = load.person
        if not load.is_over and len(load.leads) <= most:
            continue
        name = ctx.register.title(person.id)
        if load.is_over:
            titles = listed(item.role.called for item in load.filled)
            has, take = counted(person.hours_per_week or 0, "hour"), counted(load.hours, "hour")
            message = f"{name} has {has} a week, and the roles take {take}: {titles}"
            yield person.fault(("hours_per_week",), message, "pass a role on, or give it fewer hours")
        if len(load.leads) > most:
            titles = listed(map(function_called, load.leads))
            message = f"{name} holds {len(load.leads)} lead functions, more than {most:g}: {titles}"
            yield person.fault((), message, "pass one of them on")
