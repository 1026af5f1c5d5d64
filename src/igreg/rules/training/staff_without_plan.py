"""An employed person who is in no training plan's audience."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audience import Audiences
from igreg.findings import Fault, Severity
from igreg.model.kinds.training_plan import TrainingPlan
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG401", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    audiences = Audiences(ctx.tenure)
    planned: set[str] = set()
    for plan in ctx.register.of(TrainingPlan):
        planned |= audiences.people(plan.audience)
    for id, person in ctx.tenure.employed.items():
        if id not in planned:
            message = f"no training plan's audience includes {who(ctx.register, id)}"
            yield person.fault((), message, "add `all-staff`, the unit or the role to a plan's audience")
