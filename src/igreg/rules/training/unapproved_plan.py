"""A training plan with no approver or no day of approval."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG405", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for plan in ctx.register.of(TrainingPlan):
        missing = [name for name in ("approved_by", "approved_on") if plan.lacks(name)]
        if missing:
            message = f"the plan has no {listed((f'`{name}`' for name in missing), 'or')}"
            yield plan.fault((), message, "have it approved, and write by whom and when")
