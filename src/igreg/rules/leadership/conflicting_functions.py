"""One person holds two functions that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.facts import conflicts
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG206", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for conflict in conflicts():
        others = ctx.tenure.holders_of(conflict.pair[1])
        for staff, appointments in ctx.tenure.holders_of(conflict.pair[0]).items():
            for first in appointments if staff in others else ():
                second = listed(item.role.called for item in others[staff])
                name = who(ctx.register, staff)
                message = f"{name} is both {first.role.called} and {second}: {conflict.why} ({conflict.source})"
                help = "give one of the two to somebody else, or record an exception with the reason"
                yield replace(first.role.fault(first.path, message, help, subject=staff), severity=conflict.severity)
