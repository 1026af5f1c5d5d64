"""One person holds two functions that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.facts import conflicts
from igreg.findings import Fault, Severity
from igreg.register.tenure import Appointment
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG206", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    held: dict[str, dict[str, Appointment]] = {}
    for function, roles in ctx.tenure.roles_with.items():
        for role in roles:
            for item in ctx.tenure.holders(role):
                held.setdefault(item.holder.staff or "", {}).setdefault(function, item)
    for staff, functions in held.items():
        for conflict in conflicts():
            first, second = (functions.get(name) for name in conflict.pair)
            if first is None or second is None:
                continue
            name = who(ctx.register, staff)
            message = f"{name} is both {first.role.label} and {second.role.label}: {conflict.why} ({conflict.source})"
            help = "give one of the two to somebody else, or record an exception with the reason"
            yield replace(first.role.fault(first.path, message, help, subject=staff), severity=conflict.severity)
