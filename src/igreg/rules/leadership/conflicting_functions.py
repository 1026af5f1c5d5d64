"""One person holds two functions that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.functions import clashes
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG206", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for clash in clashes(ctx.tenure):
        conflict, role = clash.conflict, clash.held.role
        second = listed(item.role.called for item in clash.others)
        both = f"{who(ctx.register, clash.staff)} is both {role.called} and {second}"
        message = f"{both}: {conflict.why} ({conflict.source})"
        help = "give one of the two to somebody else, or record an exception with the reason"
        yield replace(role.fault(clash.held.path, message, help, subject=clash.staff), severity=conflict.severity)
