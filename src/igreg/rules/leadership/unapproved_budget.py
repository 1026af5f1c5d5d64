"""The year of a budget has begun, and nobody has approved it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.money import first_day, is_approved
from igreg.findings import Fault, Severity
from igreg.model.kinds.budgets import Budget
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, long_day


@rule("IG226", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    starts = ctx.register.organisation.fiscal_year_starts
    for budget in ctx.register.of(Budget):
        begins = first_day(budget.year, starts)
        if begins is None or begins > ctx.today or is_approved(budget, ctx.today):
            continue
        missing = [f"`{name}`" for name in ("approved_by", "approved_on") if budget.lacks(name)]
        since = f"the year {budget.year} began on {long_day(begins)}"
        if missing:
            message = f"{since}, and the budget has no {listed(missing, 'or')}"
            yield budget.fault((), message, "have it approved, and write by whom and when")
        elif budget.approved_on is not None:
            message = f"{since}, and the budget is to be approved on {long_day(budget.approved_on)} only"
            yield budget.fault(("approved_on",), message, "have it approved, and write the day")
