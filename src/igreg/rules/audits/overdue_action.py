"""An action past its day, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import called, counted, long_day, who


@rule("IG504", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for record, path, action in open_actions(ctx.register):
        if action.due is not None and action.due < ctx.today:
            owner = f"; {who(ctx.register, action.owner)} answers for it" if action.owner else ""
            days = (ctx.today - action.due).days
            when = f"was due on {long_day(action.due)}, {counted(days, 'day')} ago"
            message = f"the action {called(action.what, action.id)} {when}{owner}"
            yield record.fault((*path, "due"), message, "do it and write `done:`, or agree another day")
