"""One of the areas has no held role that leads it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import are_not_there, are_vacant


@rule("IG201", Severity.ERROR, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for area, roles in ctx.tenure.leads.items():
        if any(ctx.tenure.is_held(role) for role in roles):
            continue
        title = ctx.register.areas[area]
        if roles:
            message, help = f"nobody leads {title}: {are_vacant(roles)}", "appoint a holder, acting if need be"
        elif gone := [role for role in ctx.tenure.gone_roles if area in role.areas]:
            message = f"nobody leads {title}: {are_not_there(gone, ctx.today)}"
            help = f"add `areas: [{area}]` to a role that is there today"
        else:
            message, help = f"nobody leads {title}: no role has the area {area!r}", f"add `areas: [{area}]` to a role"
        yield ctx.register.organisation.fault((), message, help, subject=area)
