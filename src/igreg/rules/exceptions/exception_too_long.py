"""An exception that lasts for more than twelve months."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.exceptions import RuleException
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG903", Severity.WARNING, "own", "limits.exception-limit")
def check(ctx: Context) -> Iterator[Fault]:
    limit = ctx.span("exception-limit")
    for exception in ctx.register.of(RuleException):
        start = exception.approved_on or ctx.today
        if exception.until is None or exception.until < ctx.today:
            continue
        if exception.until > limit.after(start):
            since = "its approval" if exception.approved_on else "today"
            message = f"the exception lasts until {long_day(exception.until)}, more than {limit} from {since}"
            yield exception.fault(("until",), message, f"end it by {long_day(limit.after(start))} and look at it again")
