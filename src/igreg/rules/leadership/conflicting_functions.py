"""One person holds two functions that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.functions import clashes
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, good_practice, rule
from igreg.rules._words import function_called, listed, who


@rule("IG206", Severity.ERROR, "law", "uk-gdpr", "wp243", "ndg-guidance", "bma-dpo")
def check(ctx: Context) -> Iterator[Fault]:
    for clash in clashes(ctx.tenure, ctx.facts):
        conflict, role = clash.conflict, clash.held.role
        others = [item.role for item in clash.others if item.role is not role]
        name = who(ctx.register, clash.staff)
        both = f"{name} is both {role.called} and {listed(other.called for other in others)}"
        if len(others) < len(clash.others):
            first, second = map(function_called, conflict.pair)
            both = f"{name} holds {role.called}, which is both {first} and {second}"
        message = f"{both}: {conflict.why} ({conflict.source})"
        help = "give one of the two to somebody else, or record an exception with the reason"
        fault = replace(role.fault(clash.held.path, message, help, subject=clash.staff), severity=conflict.severity)
        here = conflict.in_nation(ctx.standing.nation)
        yield fault if here else good_practice(fault, ctx.standing.country)
