"""One person holds two functions that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.tenure import Appointment
from igreg.facts import conflicts
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG206", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for conflict in conflicts():
        others = _held(ctx, conflict.pair[1])
        for staff, appointments in _held(ctx, conflict.pair[0]).items():
            for first in appointments if staff in others else ():
                second = listed(item.role.called for item in others[staff])
                name = who(ctx.register, staff)
                message = f"{name} is both {first.role.called} and {second}: {conflict.why} ({conflict.source})"
                help = "give one of the two to somebody else, or record an exception with the reason"
                yield replace(first.role.fault(first.path, message, help, subject=staff), severity=conflict.severity)


def _held(ctx: Context, function: str) -> dict[str, list[Appointment]]:
    """Who holds a function today, and in which roles: each role is judged (ruling A120)."""
    out: dict[str, list[Appointment]] = {}
    for role in ctx.tenure.roles_with.get(function, ()):
        for staff, item in {item.holder.staff or "": item for item in reversed(ctx.tenure.holders(role))}.items():
            out.setdefault(staff, []).append(item)
    return out
