"""An asset past the end of its maker's support, and no risk names it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.assets import assets_with_risk
from igreg.deadlines import support_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG808", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    named = assets_with_risk(ctx.register)
    for due in support_ends.due.past(ctx):
        if due.record.id not in named:
            message = f"support for {due.record.called} ended on {long_day(due.day)}, and no risk names it"
            yield due.record.fault(due.path, message, "replace it, or record the risk and who accepts it")
