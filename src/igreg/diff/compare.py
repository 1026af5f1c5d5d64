"""Two states of a register -> all that is to be said of them. Each part is asked where it is worked out."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.consequences.everything import consequences
from igreg.analysis.record_changes import record_changes, renames_of
from igreg.check.engine import check_as_of
from igreg.diff.difference import Difference, Side
from igreg.diff.due_changes import due_changes
from igreg.diff.finding_changes import finding_changes
from igreg.diff.settings import switched
from igreg.findings import CheckResult


def compare(before: Side, after: Side, *, today: dt.date | None = None, since: dt.date | None = None) -> Difference:
    """What changed from one state to the other, both judged at the moment of their contexts.

    `today` is the day by which something is past, where they are judged on a later one; `since` the first day on which
    leads, deputies and posts are compared, else all days are.
    """
    was, now = _checked(before), _checked(after)
    records = record_changes(before.register, after.register)
    renames = renames_of(records)
    new, gone = finding_changes(before, after, was, now, renames)
    due_new, due_gone = due_changes(before, after, renames)
    return Difference(
        before=before,
        after=after,
        today=after.context.today,
        settings=switched(before.config, after.config) if before.is_there and after.is_there else (),
        consequences=consequences(
            before.context,
            after.context,
            (before.context.prover, after.context.prover),
            today=today,
            since=since,
            renamed=renames,
        ),
        records=records,
        new=new,
        gone=gone,
        due_new=due_new,
        due_gone=due_gone,
    )


def _checked(side: Side) -> CheckResult:
    """What `check` finds in a state; where there is no register, nothing is wrong with it."""
    return check_as_of(side.context, side.config) if side.is_there else CheckResult(side.context.today, ())
