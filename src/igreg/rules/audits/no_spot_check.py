"""Nobody looked in the last twelve months whether people keep to data protection and confidentiality."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audits import last_spot_check
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who

_CATEGORIES = (2, 3, 4)


@rule("IG507", Severity.WARNING, "toolkit", "dspt-v8", "limits.spot-check")
def check(ctx: Context) -> Iterator[Fault]:
    if not ctx.standing.in_england or ctx.standing.category not in _CATEGORIES:
        return
    back, last = ctx.span("spot-check"), last_spot_check(ctx.register, ctx.today)
    day = last.performed if last is not None else None
    if day is not None and back.after(day) >= ctx.today:
        return
    since = "there has been none"
    if last is not None and day is not None:
        since = f"the last, {who(ctx.register, last.id)}, was on {long_day(day)}"
    message = f"no spot check or audit about data protection or confidentiality in the last {back}: {since}"
    yield ctx.register.organisation.fault(
        (), message, "do one, and write down what was found and what is done about it"
    )
