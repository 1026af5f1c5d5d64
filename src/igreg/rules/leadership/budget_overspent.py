"""More has gone of a budget or of one of its lines than was planned, and nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.money import gone, gone_in_all, overspent, planned
from igreg.findings import Fault, Severity
from igreg.language.english import money, some_of
from igreg.model.kinds.budgets import Budget
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG225", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for budget in ctx.register.of(Budget):
        over = overspent(budget)
        if not over or not budget.lacks("variance_reason"):
            continue
        lines = [
            f"{line.what or 'a line'} ({money(gone(line), budget.currency)} of {money(line.planned, budget.currency)})"
            for line in over
            if line.planned is not None
        ]
        all_planned, all_gone = planned(budget), gone_in_all(budget)
        whole = []
        if all_planned is not None and all_gone > all_planned:
            whole = [f"the whole ({money(all_gone, budget.currency)} of {money(all_planned, budget.currency)})"]
        message = f"more has gone than was planned: {listed([some_of(lines, 5), *whole])}"
        yield budget.fault((), message, "say why under `variance_reason`, or have the plan changed")
