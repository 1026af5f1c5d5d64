"""An exception past its end."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.exception import RuleException
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG901", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        if exception.until is not None and exception.until < ctx.today:
            message = f"it ended on {long_day(exception.until)} and silences {exception.rule} no longer"
            yield exception.fault(
                ("until",), message, "put the matter right, or have it accepted anew", subject=exception.record
            )
