"""A function that this type of organisation needs is held by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.facts import needs
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG202", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    for need in needs(organisation.type):
        roles = ctx.tenure.roles_with.get(need.function, [])
        if any(ctx.tenure.is_held(role) for role in roles):
            continue
        vacant = f": {listed(who(ctx.register, role.id) for role in roles)} is vacant" if roles else ""
        message = f"the function {need.function!r} is {need.need} here and held by nobody{vacant}"
        help = "appoint a holder" if roles else f"add a role with `function: {need.function}` and a holder"
        fault = organisation.fault((), f"{message} ({need.source})", help, subject=need.function)
        yield replace(fault, severity=need.severity)
