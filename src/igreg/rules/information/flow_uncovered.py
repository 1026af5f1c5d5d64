"""Personal data go to a body outside, and no agreement or contract in force covers it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.cover import uncovered
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG827", Severity.WARNING, "law", "ico-sharing-code")
def check(ctx: Context) -> Iterator[Fault]:
    for flow, index in uncovered(ctx.register, ctx.today):
        whom = who(ctx.register, flow.to[index])
        message = f"{flow.called}: personal data go to {whom}, and no agreement or contract in force covers it"
        help = "sign an agreement, or name its assets in the one there is"
        yield flow.fault(("to", index), message, help, subject=flow.to[index])
