"""An employed person who is in no training plan's audience."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.training_plans import planned_people
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG401", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    planned = planned_people(ctx.audiences)
    for id, person in ctx.tenure.employed.items():
        if id not in planned:
            message = f"no training plan's audience includes {who(ctx.register, id)}"
            yield person.fault((), message, "add `all-staff`, the unit or the role to a plan's audience")
