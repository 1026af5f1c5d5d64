"""An exception past its end."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.exception import RuleException
from igreg.rules._rule import Context, by_word, rule
from igreg.rules._words import long_day


@rule("IG901", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        if exception.until is not None and exception.until < ctx.today:
            meant = by_word().get(exception.rule or "")
            what = f"{meant.name} ({meant.code})" if meant else exception.rule or "anything"
            message = f"the exception ended on {long_day(exception.until)} and silences {what} no longer"
            yield exception.fault(
                ("until",), message, "put the matter right, or have it accepted anew", subject=exception.record
            )
