"""An action past its day, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import action
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day, quoted, who


@rule("IG504", Severity.WARNING, "own", "practice", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for due in action.due.past(ctx):
        owner = f"; {who(ctx.register, due.owner)} answers for it" if due.owner else ""
        when = f"was due on {long_day(due.day)}, {counted((ctx.today - due.day).days, 'day')} ago"
        message = f"the action {quoted(due.action.what, due.action.id)} {when}{owner}"
        yield due.record.fault((*due.path, "due"), message, "do it and write `done:`, or agree another day")
