"""An employed person who is in no training plan's audience."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.training_plans import unplanned
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG401", Severity.ERROR, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for id in unplanned(ctx.audiences):
        message = f"no training plan's audience includes {who(ctx.register, id)}"
        yield ctx.tenure.employed[id].fault((), message, "add `all-staff`, the unit or the role to a plan's audience")
