"""A site, practice, service or mutual whose lead is missing or vacant."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.ownership import leads_of_its_own
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import not_there


@rule("IG219", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for unit in ctx.tenure.there.units:
        if not leads_of_its_own(unit):
            continue
        if unit.lead is None:
            yield unit.fault((), f"{unit.called} has no lead of its own", "add `lead:` with the role that leads it")
            continue
        role = ctx.register.get(Role, unit.lead)
        if role is not None and not ctx.tenure.is_held(role):
            gone = ctx.tenure.there.gone.get(unit.lead)
            state = "is vacant" if gone is None else not_there(gone, ctx.today)
            message = f"{role.called}, who leads {unit.called}, {state}"
            yield unit.fault(("lead",), message, "appoint a holder, or name another role")
