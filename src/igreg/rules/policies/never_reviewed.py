"""A policy, asset, notice or agreement in force that nobody will look at again."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG303", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for records in ctx.register.kinds.values():
        for record in records if records and records[0].needs_review else ():
            if getattr(record, "review", None) is None and in_force(record, ctx.today):
                message = f"{record.called} is in force and has no `review`, so nobody will look at it again"
                yield record.fault((), message, "add `review: {every: 12 months, last: ...}`")
