"""Two states of a register -> all that is to be said of them. Each part is asked where it is worked out."""

from __future__ import annotations

from igreg.analysis.consequences.everything import consequences
from igreg.analysis.record_changes import record_changes
from igreg.check.engine import check_as_of
from igreg.diff.difference import Difference, Side
from igreg.diff.due_changes import due_changes
from igreg.diff.finding_changes import finding_changes
from igreg.diff.settings import switched


def compare(before: Side, after: Side) -> Difference:
    """What changed from one state to the other, both judged at the moment of their contexts."""
    was, now = (check_as_of(side.context, side.config) for side in (before, after))
    records = record_changes(before.register, after.register)
    new, gone = finding_changes(before, after, was, now)
    due_new, due_gone = due_changes(before, after)
    return Difference(
        before=before,
        after=after,
        today=after.context.today,
        settings=switched(before.config, after.config),
        consequences=consequences(
            before.context,
            after.context,
            (before.context.prover, after.context.prover),
            renamed={one.was: one.record for one in records if one.was and one.record},
        ),
        records=records,
        new=new,
        gone=gone,
        due_new=due_new,
        due_gone=due_gone,
    )
